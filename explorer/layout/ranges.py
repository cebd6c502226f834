"""Ranges: many stretches of an array at once, without a loop over them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from explorer.layout.columns import Ints

_PLACE_BITS = 40
_MASK = (1 << _PLACE_BITS) - 1

Places = npt.NDArray[np.int64]


def joined(first: Ints, last: Ints) -> Places:
    """Return all numbers from each `first` up to, not including, its `last`."""
    lengths = np.maximum(last - first, 0)
    total = int(lengths.sum())
    if not total:
        return np.zeros(0, dtype=np.int64)
    before = np.cumsum(lengths) - lengths
    found: Places = np.arange(total, dtype=np.int64) + np.repeat(first - before, lengths)
    return found


def ranked(places: Places, rank: Ints, importance: Ints) -> Places:
    """Return a number for each place that is larger the more its event matters, 0 if it does not.

    Of two of one `rank` the more important is larger, then the earlier.
    """
    keys = np.zeros(len(places), dtype=np.int64)
    some = np.flatnonzero(rank > 0)
    weight = rank[some].astype(np.int64) * 4 + np.clip(importance[some], 0, 3)
    keys[some] = (weight << _PLACE_BITS) + (_MASK - places[some])
    return keys


def place_of(keys: Places) -> Places:
    """Return the places that such numbers stand for, -1 for 0."""
    return np.where(keys > 0, _MASK - (keys & _MASK), -1)


def top_two(keys: Places, first: Ints) -> tuple[Places, Places]:
    """Return the largest and the second largest key of each stretch; keys above 0 are unlike.

    `first` says where each stretch begins; the last one goes on to the end of the keys. 0 stands
    for none.
    """
    if not len(first):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    best = np.maximum.reduceat(keys, first)
    if not best.any():
        return best, np.zeros_like(best)
    lengths = np.diff(np.append(first, len(keys)))
    rest = np.where(keys == np.repeat(best, lengths), 0, keys)
    return best, np.maximum.reduceat(rest, first)
