"""Gaps: whether two stretches with the same folded signs hold the same words.

Folding drops what stands between signs. Between two letters or figures it matters: "ten men" is
not "tenmen", "its" not "it's", "re-sign" not "resign". Elsewhere white space, quotation marks,
dashes and emphasis may differ, and words divided at a line's end may be joined again.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from explorer.sources.fold import BREAK, DASH, DOUBLE, MARK, SINGLE, SPACE, Folded

_JOINED, _APART, _DASHED, _ELIDED, _MARKED = range(5)


def _kinds(gap: int, unspaced: bool) -> set[int]:
    """Return what a gap between two letters may be read as."""
    if gap & DASH:
        return {_DASHED, _JOINED} if gap & BREAK else {_DASHED}
    if gap & SPACE:
        divided = unspaced or gap & BREAK
        return {_APART, _JOINED} if divided else {_APART}
    if gap & SINGLE:
        return {_ELIDED}
    if gap & (MARK | DOUBLE):
        return {_MARKED}
    return {_JOINED}


@cache
def _alike() -> NDArray[np.bool_]:
    """Return for two gaps, and whether a script without spaces is beside, if they may be one."""
    found = np.zeros((64, 64, 2), dtype=np.bool_)
    for unspaced in (False, True):
        kinds = [_kinds(gap, unspaced) for gap in range(64)]
        for one in range(64):
            for other in range(64):
                found[one, other, int(unspaced)] = not kinds[one].isdisjoint(kinds[other])
    return found


def every_word(one: Folded, start: int, other: Folded, place: int, length: int) -> bool:
    """Tell whether stretches whose `length` folded signs are the same hold the same words.

    False also where a stretch of `other` begins or ends within a letter: a ligature cut in two, or
    a mark left over.
    """
    if _cuts(other, place, length):
        return False
    here = one.gaps[start + 1 : start + length]
    there = other.gaps[place + 1 : place + length]
    differ = np.flatnonzero(here != there)
    if not len(differ):
        return True
    at = place + differ
    inner = other.words[at] & other.words[at + 1]
    unspaced = other.unspaced[at] & other.unspaced[at + 1]
    same = _alike()[here[differ], there[differ], unspaced.astype(np.int64)]
    return bool((same | ~inner).all())


def _cuts(folded: Folded, place: int, length: int) -> bool:
    starts, end = folded.starts, place + length
    if place and starts[place] == starts[place - 1]:
        return True
    if end >= len(starts):
        return False
    return bool(starts[end] == starts[end - 1] or folded.mark[end])
