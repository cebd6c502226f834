"""Lanes: a row for every event, chosen once over all events that pass the filters.

A lane never holds two events that share time, unless there are no more lanes to be had, so that
zooming in always draws them apart; and as a lane does not depend on zoom or place, nothing jumps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from explorer.layout.columns import Columns, Floats, Ints

_GUARD = 300.0
"""Seconds that a lane keeps for a moment, so that marks of near moments part at the last zoom."""

_FAR_AWAY = 1e15
"""Seconds, more than any date has."""

_CROWDED = 8
"""How many lanes take all events that find no lane of their own."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The measures of drawings in px: a mark's width, the gap between drawings, a lane's height.

    `moment` is the length from which on a span is drawn as a box, at least a mark and a gap.
    `longest_label` bounds the room that packing grants a label, `least_label` is the least worth
    showing, `pill` the width of a cluster's count, and `cell` the stretch within which drawings
    that touch are counted as one cluster: at least a pill, two marks and their gaps.
    """

    mark: float = 14.0
    gap: float = 3.0
    lane: float = 26.0
    moment: float = 17.0
    longest_label: float = 230.0
    least_label: float = 36.0
    pill: float = 30.0
    cell: float = 80.0


@dataclass(frozen=True, eq=False)
class Lanes:
    """The lane of each event, counted from 0 at the top, and how many there are.

    `order` lists the events by lane and, within it, by time.
    """

    of: Ints
    count: int
    order: Ints


def bodies(
    start: Floats, end: Floats, origin: float, resolution: float, sizes: Sizes
) -> tuple[Floats, Floats]:
    """Return the left and right px of each drawing without its label, from `origin` (seconds UTC).

    What is shorter than `sizes.moment` is drawn as a mark about its centre; a box ends a gap before
    its time does, so that boxes of days that follow each other can be told apart.
    """
    left = (start - origin) / resolution
    right = (end - origin) / resolution
    short = right - left < sizes.moment
    centre = (left + right) / 2
    left = np.where(short, centre - sizes.mark / 2, left)
    right = np.where(short, centre + sizes.mark / 2, right - sizes.gap)
    return left, right


def pack(
    columns: Columns,
    labels: Floats,
    resolution: float,
    sizes: Sizes,
    *,
    preferred: int,
    most: int = 400,
) -> Lanes:
    """Give every event a lane.

    `labels` holds the widths of the labels in px and `resolution` the seconds of a px at which
    they should find room. `preferred` lanes are used before drawings may touch; `most` is the
    number beyond which events that share time share the last lanes as well.
    """
    packer = _Packer(max(preferred, 1), max(most, 1), sizes)
    nothing = np.zeros(0, dtype=np.int64)
    if not len(columns):
        return Lanes(nothing, 0, nothing)
    origin = float(columns.start[0])
    left, right = bodies(columns.start, columns.end, origin, resolution, sizes)
    room = right + np.minimum(labels, sizes.longest_label) + sizes.gap
    guarded = (
        np.minimum(columns.start, columns.end - _GUARD),
        np.maximum(columns.end, columns.start + _GUARD),
    )
    sides = (*guarded, left, right, room, columns.importance)
    rows = zip(*(side.tolist() for side in sides), strict=True)
    lanes = [packer.place(_Place(*row)) for row in rows]
    of = np.array(lanes, dtype=np.int64)
    return Lanes(of, packer.used, np.lexsort((columns.start, of)))


class _Place(NamedTuple):
    """What an event asks of a lane: seconds UTC, px of its drawing, px where its label ends."""

    start: float
    end: float
    left: float
    right: float
    room: float
    importance: int


class _Packer:
    """The right ends of all lanes while events are placed from left to right.

    For each lane: until when it is taken (seconds), where its last drawing ends and where that
    drawing's label ends (px), the importance of that label, and the drawing's width.
    """

    def __init__(self, preferred: int, most: int, sizes: Sizes) -> None:
        self._preferred = preferred
        self._most = most
        self._gap = sizes.gap
        self._long = sizes.cell
        self._mark = sizes.mark + 0.5
        self._until = np.full(most, -np.inf)
        self._body = np.full(most, -np.inf)
        self._label = np.full(most, -np.inf)
        self._weight = np.ones(most)
        self._width = np.zeros(most)
        self.used = 0

    def place(self, event: _Place) -> int:
        """Return the lane for the next event and take its place in it."""
        lane = self._choose(event, event.left - self._gap)
        self.used = max(self.used, lane + 1)
        self._until[lane] = max(self._until[lane], event.end)
        self._body[lane] = max(self._body[lane], event.right)
        self._label[lane] = event.room
        self._weight[lane] = event.importance
        self._width[lane] = event.right - event.left
        return lane

    def _choose(self, event: _Place, left: float) -> int:
        until, used = self._until[: self.used], self.used
        if used == 0:
            return 0
        free = until <= event.start
        if self._label[:used].min() <= left:
            whole = free & (self._label[:used] <= left)
            first = int(whole.argmax())
            if whole[first]:
                return first
        if used < self._preferred:
            return used
        if self._body[:used].min() <= left:
            apart = free & (self._body[:used] <= left)
            if apart.any():
                loss = (self._label[:used] - left) * self._weight[:used]
                return int(np.where(apart, loss, np.inf).argmin())
        if event.right - event.left <= self._long and free.any():
            # What touches is counted together, so that a long box would vanish in a cluster.
            boxed = np.where(self._width[:used] > self._mark, _FAR_AWAY, 0.0)
            lane = int((np.where(free, until, np.inf) + boxed).argmin())
            if self._width[lane] <= self._long:
                return lane
        if used < self._most:
            return used
        if free.any():
            return int(np.where(free, until, np.inf).argmin())
        crowded = max(used - _CROWDED, 0)
        return crowded + int(until[crowded:].argmin())
