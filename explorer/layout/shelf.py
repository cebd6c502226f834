"""Shelf: the events in the order of their lanes, so that neighbours on screen are so in memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from explorer.layout.columns import Bools, Columns, Floats, Ints, Sign
from explorer.layout.lanes import Lanes
from explorer.layout.ranges import Places

PICKED, MARKED, DISPUTED, ESSENTIAL, SINGLE = 5, 4, 3, 2, 1
"""How much an event matters: selected, bookmarked, disputed, essential, resting on one source.

0 is how much all others do.
"""

_FEW = 40
"""How many events are looked for one by one."""

_HALF = 0.5
"""Half of the seconds that the drawing of an event takes which fans out."""


@dataclass(frozen=True, eq=False)
class Shelf:
    """Columns and lanes, and for each place on the shelf the row of its event.

    `begin` and `end` bound the time (seconds UTC) in which the drawing at a place stands: all the
    time of the event, but a moment where it fans out. They rise with the place within a lane.
    `edges` holds where each lane begins, and one more. `signs` and `rank` tell what each event has
    and how much it matters by itself. `kinds` counts the events of each quad class up to each
    place, and one more, `disputed` those with a dispute. `times` holds begins, ends, first and last
    possible moments, each sorted with the lanes laid end to end.
    """

    columns: Columns
    lanes: Lanes
    row: Places
    lane: Ints
    begin: Floats
    end: Floats
    edges: Places
    signs: Ints
    rank: Ints
    kinds: tuple[Ints, ...]
    disputed: Ints
    times: tuple[Floats, Floats, Floats, Floats]

    def __len__(self) -> int:
        return len(self.row)

    def places(self, start: float, end: float, lanes: range) -> tuple[Places, Places]:
        """Return for each of some lanes the first place drawn in `start` to `end`, and the end."""
        begun, ended = self._in_lanes(start, end, lanes)
        first = np.searchsorted(self.times[1], begun, side="right")
        last = np.searchsorted(self.times[0], ended, side="left")
        return first, np.maximum(first, last)

    def count(self, start: float, end: float, lanes: range) -> int:
        """Count the events of some lanes that may share time with `start` to `end`."""
        begun, ended = self._in_lanes(start, end, lanes)
        first = np.searchsorted(self.times[3], begun, side="right")
        return int((np.searchsorted(self.times[2], ended, side="left") - first).sum())

    def places_of(self, rows: Ints) -> Places:
        """Return the places of some rows, in rising order."""
        if not len(rows):
            return np.zeros(0, dtype=np.int64)
        if len(rows) <= _FEW:
            return np.sort(np.array([self._place_of(row) for row in rows.tolist()]))
        wanted = np.zeros(len(self), dtype=np.bool_)
        wanted[rows] = True
        return np.flatnonzero(wanted[self.row])

    def _place_of(self, row: int) -> int:
        """Return the place of a row, looked for in its lane only."""
        lane = int(self.lanes.of[row])
        first, last = int(self.edges[lane]), int(self.edges[lane + 1])
        return first + int(np.flatnonzero(self.row[first:last] == row)[0])

    def _in_lanes(self, start: float, end: float, lanes: range) -> tuple[Floats, Floats]:
        """Return two moments in each of some lanes as times with the lanes laid end to end."""
        low, high = self.columns.first - 0.25, self.columns.last + 0.25
        number = np.arange(lanes.start, lanes.stop, dtype=np.float64)
        offset: Floats = number * _length(self.columns) - self.columns.first
        return offset + min(max(start, low), high), offset + min(max(end, low), high)


def shelve(columns: Columns, lanes: Lanes) -> Shelf:
    """Put the events in the order of their lanes."""
    row = lanes.order.astype(np.int64)
    lane = lanes.of[row]
    start, end = columns.start[row], columns.end[row]
    begin, until = start, end
    if len(lanes.fanned):
        stands = np.full(len(columns), np.nan)
        stands[lanes.fanned] = lanes.stands
        at = stands[row]
        fanned = ~np.isnan(at)
        begin = np.where(fanned, at - _HALF, start)
        until = np.where(fanned, at + _HALF, end)
    signs, importance = columns.signs[row], columns.importance[row]
    offset = lane * _length(columns) - columns.first
    drawn = offset + begin, offset + until
    true = (np.sort(offset + start), np.sort(offset + end)) if len(lanes.fanned) else drawn
    edges = np.searchsorted(lane, np.arange(lanes.count + 1))
    kind = columns.kind[row]
    return Shelf(
        columns=columns,
        lanes=lanes,
        row=row,
        lane=lane,
        begin=begin,
        end=until,
        edges=edges,
        signs=signs,
        rank=_ranked(signs, importance),
        kinds=tuple(_counted(kind == number) for number in range(_most(kind) + 1)),
        disputed=_counted((signs & Sign.DISPUTED) > 0),
        times=(*drawn, *true),
    )


def _length(columns: Columns) -> float:
    """Return the seconds between the same moment in two lanes laid end to end."""
    return columns.last - columns.first + 1.0


def _ranked(signs: Ints, importance: Ints) -> Ints:
    rank = np.where((signs & Sign.SINGLE_SOURCE) > 0, SINGLE, 0).astype(np.int8)
    rank[importance >= 3] = ESSENTIAL
    rank[(signs & Sign.DISPUTED) > 0] = DISPUTED
    return rank


def _most(kind: Ints) -> int:
    return int(kind.max()) if len(kind) else 0


def _counted(chosen: Bools) -> Ints:
    """Return how many are chosen up to each place, and one more."""
    sums = np.zeros(len(chosen) + 1, dtype=np.int32)
    np.cumsum(chosen, out=sums[1:], dtype=np.int32)
    return sums
