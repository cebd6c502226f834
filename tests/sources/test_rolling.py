"""Rolling: equal stretches have equal hashes wherever they stand, and agreement is measured."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.sources.fold import Signs
from explorer.sources.rolling import Rolling, common

LETTERS = st.text("ab", min_size=1, max_size=60)


def signs(text: str) -> Signs:
    """Return a text's code points."""
    return np.array([ord(one) for one in text], dtype=np.uint32)


@given(LETTERS, st.integers(1, 8))
def test_windows_are_equal_where_the_text_is(text: str, size: int) -> None:
    """Two stretches hash alike just where they hold the same letters."""
    every = Rolling(signs(text)).every(size).tolist()
    stretches = [text[at : at + size] for at in range(len(text) - size + 1)]
    assert [every.index(one) for one in every] == [stretches.index(one) for one in stretches]


@given(LETTERS, LETTERS)
def test_a_stretch_hashes_alike_in_another_text(text: str, before: str) -> None:
    """Its place makes no difference."""
    here, there = Rolling(signs(text)), Rolling(signs(before + text))
    length = len(text)
    one = here.windows(np.array([0]), length)
    assert one == there.windows(np.array([len(before)]), length)


@given(LETTERS, LETTERS, st.sampled_from([1, -1]))
def test_common_counts_what_agrees(one: str, other: str, step: int) -> None:
    """As many letters as a plain comparison counts, onwards or back."""
    limit = min(len(one), len(other))
    if step > 0:
        starts, pairs = (0, 0), zip(one, other, strict=False)
    else:
        starts = len(one), len(other)
        pairs = zip(reversed(one), reversed(other), strict=False)
    plain = next((at for at, (a, b) in enumerate(pairs) if a != b), limit)
    found = common(
        Rolling(signs(one)), np.array([starts[0]]), Rolling(signs(other)), np.array([starts[1]]),
        np.array([limit]), step,
    )  # fmt: skip
    assert found.tolist() == [plain]
