"""Offsets: code points to UTF-16 units and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.quotes.offsets import Offsets

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("a🌄𐎀ա\n"))


def units(text: str) -> int:
    """Count UTF-16 units the slow way."""
    return len(text.encode("utf-16-le")) // 2


def test_a_sign_beyond_the_basic_plane_counts_twice() -> None:
    """An emoji is one code point and two UTF-16 units."""
    offsets = Offsets("a🌄b")
    assert [offsets.to_units(point) for point in range(4)] == [0, 1, 3, 4]


def test_an_offset_within_a_pair_gives_the_sign_it_belongs_to() -> None:
    """Between the two units of an emoji lies the emoji's own code point."""
    offsets = Offsets("a🌄b")
    assert [offsets.to_points(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


@given(TEXTS, st.data())
def test_units_are_what_the_encoding_counts(text: str, data: st.DataObject) -> None:
    """The UTF-16 offset is the length of what stands before, in UTF-16."""
    point = data.draw(st.integers(0, len(text)))
    assert Offsets(text).to_units(point) == units(text[:point])


@given(TEXTS)
def test_code_points_come_back(text: str) -> None:
    """Every code-point offset survives the way to UTF-16 and back, the end included."""
    offsets = Offsets(text)
    assert [offsets.to_points(offsets.to_units(n)) for n in range(len(text) + 1)] == list(
        range(len(text) + 1)
    )
