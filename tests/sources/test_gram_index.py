"""GramIndex: where stretches stand, all of them and nothing else."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.sources.fold import fold
from explorer.sources.gram_index import LEVELS, GramIndex, spread


@given(
    st.text("abc", min_size=12, max_size=80), st.sampled_from([one for one in LEVELS if one < 9])
)
def test_each_place_of_a_stretch_is_listed(text: str, level: int) -> None:
    """In the order of the text."""
    index = GramIndex(fold(text))
    wanted = index.rolling.windows(np.array([0]), level)
    (first,), (last,) = (one.tolist() for one in index.ranges(level, wanted))
    gram = text[:level]
    plain = [at for at in range(len(text) - level + 1) if text.startswith(gram, at)]
    assert index.places(level)[first:last].tolist() == plain


def test_a_text_shorter_than_a_stretch_has_none() -> None:
    """Nothing is listed, and nothing is raised."""
    index = GramIndex(fold("ab"))
    assert index.places(8).tolist() == []


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 5)), max_size=8))
def test_spread_lays_out_ranges(ranges: list[tuple[int, int]]) -> None:
    """Each member with the number of its range."""
    firsts = np.array([one for one, _ in ranges], dtype=np.int64)
    counts = np.array([one for _, one in ranges], dtype=np.int64)
    owner, member = spread(firsts, counts)
    plain = [(at, first + n) for at, (first, count) in enumerate(ranges) for n in range(count)]
    assert list(zip(owner.tolist(), member.tolist(), strict=True)) == plain
