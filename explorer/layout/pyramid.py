"""Pyramid: for each power of two of seconds to a px, the marks that can only be counted together.

Marks of a lane that touch, all within one cell of the grid, are a clump. As cells of the next
power are two of this one's, a clump stays together at all coarser powers: each level is made from
the one below it, and all of them take little more time and room than the finest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import frexp

import numpy as np

from explorer.layout.columns import Bools, Floats, Ints
from explorer.layout.lanes import Sizes
from explorer.layout.ranges import Places, joined, place_of, ranked, top_two
from explorer.layout.shelf import Shelf

_FINEST = 0
"""The power of two from which on levels are made: a second to a px."""

_MANY_MORE = 0.6
"""A level is kept only when it has fewer clumps than this share of the one below."""


@dataclass(frozen=True, eq=False)
class Clumps:
    """Clumps of a stretch: the places each begins at and ends before, many of them of one event.

    `best` and `second` are the places of the two of each that matter most by themselves, -1 where
    none do.
    """

    first: Places
    last: Places
    best: Ints
    second: Ints

    @property
    def size(self) -> Places:
        """How many events each holds."""
        return self.last - self.first


@dataclass(frozen=True, eq=False)
class Level:
    """The clumps of a whole shelf: where each begins, and one more, and what matters in it."""

    octave: int
    first: Ints
    best: Ints
    second: Ints


class Pyramid:
    """The levels of a shelf, made at once."""

    def __init__(self, shelf: Shelf, sizes: Sizes, levels: Iterable[Level] | None = None) -> None:
        """Make the levels, unless those of just this shelf are at hand."""
        self.shelf = shelf
        self.sizes = sizes
        self.levels: list[Level] = list(levels or ())
        if len(shelf) and levels is None:
            self._build()

    def clumps(self, octave: int, first: Places, last: Places) -> tuple[Clumps, Places]:
        """Return the clumps of some stretches of places, and how many each stretch has.

        `octave` is the power of two of the seconds of a px. The stretches lie in lanes of their
        own and are widened to whole clumps.
        """
        level = next((one for one in reversed(self.levels) if one.octave <= octave), None)
        if level is None:
            places = joined(first, last)
            best = np.where(self.shelf.rank[places] > 0, places, -1)
            none = np.full(len(places), -1)
            return Clumps(places, places + 1, best, none), np.maximum(last - first, 0)
        low = np.searchsorted(level.first, first, side="right") - 1
        high = np.where(last > first, np.searchsorted(level.first, last, side="left"), low)
        at = joined(low, high)
        begun, ended = (level.first[some].astype(np.int64) for some in (at, at + 1))
        return Clumps(begun, ended, level.best[at], level.second[at]), high - low

    def _build(self) -> None:
        shelf, sizes = self.shelf, self.sizes
        length = shelf.end - shelf.begin
        first = last = (shelf.begin + shelf.end) / 2
        begun: Ints = np.arange(len(shelf) + 1, dtype=np.int32)
        kept, lane = begun, shelf.lane
        keys = self._keys()
        touch = sizes.mark + sizes.gap - 1e-6
        whole = float(shelf.columns.last - shelf.columns.first)
        for octave in range(_FINEST, frexp(max(whole, 2.0))[1]):
            resolution = 2.0**octave
            measures = (touch * resolution, sizes.cell * resolution)
            small = length < sizes.moment * resolution
            joins = _joins(first, last, lane, small, measures)
            if not joins.any():
                continue
            stays = np.flatnonzero(np.concatenate(([True], ~joins)))
            last = last[np.append(stays[1:] - 1, len(last) - 1)]
            begun = np.append(begun[stays], begun[-1])
            first, lane, length = first[stays], lane[stays], length[stays]
            if len(begun) < len(kept) * _MANY_MORE:
                keys = self._keep(octave, begun, kept, keys)
                kept = begun

    def _keys(self) -> Places:
        """Return how much each event matters, as two numbers for each, the second always 0."""
        shelf = self.shelf
        keys = np.zeros((len(shelf), 2), dtype=np.int64)
        some = np.flatnonzero(shelf.rank)
        importance = shelf.columns.importance[shelf.row[some]]
        keys[some, 0] = ranked(some, shelf.rank[some], importance)
        return keys

    def _keep(self, octave: int, begun: Ints, below: Ints, keys: Places) -> Places:
        """Keep a level made of the one `below`; return how much matters in its clumps."""
        at = np.searchsorted(below, begun[:-1])
        best, second = top_two(keys.reshape(-1), 2 * at)
        places = (place_of(some).astype(np.int32) for some in (best, second))
        self.levels.append(Level(octave, begun, *places))
        return np.stack((best, second), axis=1)


def _joins(
    first: Floats, last: Floats, lane: Ints, small: Bools, measures: tuple[float, float]
) -> Bools:
    """Tell of each clump but the first whether it and the one before it are one at a resolution.

    `first` and `last` are the centres of the outermost marks of each, `small` tells which are
    marks, and `measures` are the seconds within which marks touch and those of a cell.
    """
    near: Bools = first[1:] - last[:-1] < measures[0]
    near &= small[1:] & small[:-1] & (lane[1:] == lane[:-1])
    cell = np.floor(first / measures[1])
    near &= cell[1:] == cell[:-1]
    return near
