"""Offsets: each kind is turned into code points and back, and a wrong one is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.sources.offsets import Offsets, Unit

TEXT = "Ե😀é.\n"
ENCODING = {Unit.UTF_16: ("utf-16-le", 2), Unit.BYTES: ("utf-8", 1)}


@given(st.text(), st.sampled_from(Unit), st.data())
def test_offsets_come_back(text: str, unit: Unit, data: st.DataObject) -> None:
    """The offset of any code point leads back to it, the end of the text included."""
    at = data.draw(st.integers(0, len(text)))
    offsets = Offsets(text, unit)
    assert offsets.code_point(offsets.offset(at)) == at


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(list(ENCODING)))
def test_an_offset_counts_what_the_encoding_holds(text: str, unit: Unit) -> None:
    """What stands before an offset is just as long in that encoding."""
    offsets, (name, size) = Offsets(text, unit), ENCODING[unit]
    for at in range(len(text) + 1):
        assert offsets.offset(at) * size == len(text[:at].encode(name))


@pytest.mark.parametrize(
    ("unit", "offset"),
    [
        (Unit.CODE_POINTS, -1),
        (Unit.CODE_POINTS, 6),
        (Unit.UTF_16, 2),
        (Unit.UTF_16, 7),
        (Unit.BYTES, 1),
        (Unit.BYTES, 11),
    ],
)
def test_an_offset_within_a_character_or_outside_is_refused(unit: Unit, offset: int) -> None:
    """It would point into the wrong word; the message tells what was counted."""
    with pytest.raises(ValueError, match=unit.value):
        Offsets(TEXT, unit).code_point(offset)


@pytest.mark.parametrize("at", [-1, 6])
def test_a_code_point_outside_the_text_has_no_offset(at: int) -> None:
    """Neither before its beginning nor behind its end."""
    with pytest.raises(ValueError, match="no code point"):
        Offsets(TEXT, Unit.BYTES).offset(at)
