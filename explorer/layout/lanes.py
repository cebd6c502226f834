"""Lanes: a row for every event, chosen once over all events that pass the filters.

A lane never holds two drawings that share time, so that zooming in always draws them apart; and as
a lane does not depend on zoom or place, nothing jumps. Where an instant holds more events than
there are lanes, the rest fan out: each gets a moment of its own within its time to stand at.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil

import numpy as np

from explorer.layout.columns import Columns, Floats, Ints
from explorer.layout.one_by_one import Packer, Place
from explorer.layout.partition import Bands, fanned, partition, spill_of

_GUARD = 300.0
"""Seconds that a lane keeps for a moment, so that marks of near moments part at the last zoom."""

_FEW = 2_000
"""Up to how many events each is placed with a look at all lanes and at the room of its label."""

_LEAST_PREFERRED = 3
"""The lanes that a track with a header prefers at least."""

_LEAST_LANES = 8
"""The lanes that a track may have at least, before its events fan out."""


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

    `order` lists the events by lane and, within it, by time. `fanned` lists the events that found
    no lane of their own time, and `stands` the moment (seconds UTC) at which each of them stands.
    `tops` holds the first lane of each track, which is empty where it has a header.
    """

    of: Ints
    count: int
    order: Ints
    fanned: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    stands: Floats = field(default_factory=lambda: np.zeros(0))
    tops: Ints = field(default_factory=lambda: np.zeros(1, dtype=np.int64))


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
    """Give every event a lane, those of a track together.

    `labels` holds the widths of the labels in px and `resolution` the seconds of a px at which
    they should find room. `preferred` lanes are used before drawings may touch; `most` is the
    number beyond which events fan out in the last lanes.
    """
    nothing = np.zeros(0, dtype=np.int64)
    if not len(columns):
        return Lanes(nothing, columns.headers, nothing, tops=np.arange(max(columns.headers, 1)))
    tracks = columns.headers or int(columns.track.max()) + 1
    guarded = (
        np.minimum(columns.start, columns.end - _GUARD),
        np.maximum(columns.end, columns.start + _GUARD),
    )
    few = len(columns) <= _FEW
    careful = _Careful(columns, labels, resolution, sizes, guarded) if few else None
    stack = []
    for rows in _by_track(columns, tracks):
        share = _share(columns, len(rows), tracks, preferred, most)
        if not len(rows):
            stack.append((rows, Bands(nothing, 0, 0, nothing)))
        elif careful is not None:
            stack.append(careful.bands(rows, *share))
        else:
            whole = len(rows) == len(columns)
            start, end = guarded if whole else (guarded[0][rows], guarded[1][rows])
            stack.append((rows, partition(start, end, *share)))
    return _stacked(columns, stack)


def _share(columns: Columns, count: int, tracks: int, preferred: int, most: int) -> tuple[int, int]:
    """Return how many lanes a track of `count` events prefers and how many it may have at most.

    Where tracks have headers the share follows the number of events, else all have the same.
    """
    if not columns.headers:
        return max(preferred // tracks, 1), max(most // tracks, _LEAST_LANES if tracks > 1 else 1)
    part = count / len(columns)
    return (
        max(ceil(preferred * part), _LEAST_PREFERRED),
        max(ceil(most * part), _LEAST_LANES),
    )


def _by_track(columns: Columns, tracks: int) -> list[Ints]:
    """Return the rows of each track in the order of time."""
    if tracks == 1:
        return [np.arange(len(columns))]
    order = np.argsort(columns.track, kind="stable")
    return np.split(order, np.searchsorted(columns.track[order], np.arange(1, tracks)))


def _stacked(columns: Columns, stack: list[tuple[Ints, Bands]]) -> Lanes:
    """Put the lanes of the tracks on top of each other."""
    of = np.zeros(len(columns), dtype=np.int32)
    stands = (columns.start + columns.end) / 2
    tops, spilled, top = [], [], 0
    for rows, bands in stack:
        tops.append(top)
        top += columns.headers > 0
        of[rows] = bands.of + top
        if len(bands.spilled):
            late = rows[bands.spilled]
            room = max(bands.count - bands.own, 1)
            at = fanned(columns.start[late], columns.end[late])
            placed = np.argsort(at.moment, kind="stable")
            of[late[placed]] = top + bands.own + np.arange(len(late)) % room
            stands[late] = at.apart(room)
            spilled.append(late)
        top += bands.count
    late = np.sort(np.concatenate(spilled)) if spilled else np.zeros(0, dtype=np.int64)
    return Lanes(
        of, top, _order(of, stands, len(late) > 0, top), late, stands[late], np.array(tops)
    )


def _order(of: Ints, stands: Floats, any_fanned: bool, count: int) -> Ints:
    """Return the events by lane and, within it, by time; by rows they are in the order of time."""
    small = of.astype(np.uint16) if count < 65_536 else of
    if not any_fanned:
        return np.argsort(small, kind="stable")
    by_time = np.argsort(stands, kind="stable")
    return by_time[np.argsort(small[by_time], kind="stable")]


class _Careful:
    """Places the events of a track one by one."""

    def __init__(
        self,
        columns: Columns,
        labels: Floats,
        resolution: float,
        sizes: Sizes,
        guarded: tuple[Floats, Floats],
    ) -> None:
        left, right = bodies(columns.start, columns.end, columns.first, resolution, sizes)
        room = right + np.minimum(labels, sizes.longest_label) + sizes.gap
        self._sides = (*guarded, left, right, room, columns.importance)
        self._sizes = sizes

    def bands(self, rows: Ints, preferred: int, most: int) -> tuple[Ints, Bands]:
        """Return the lanes of some rows, given in the order of time."""
        of, own = self._placed(rows, preferred, most)
        late = np.flatnonzero(of < 0)
        spill = spill_of(most)
        if len(late) and most > spill:
            of, own = self._placed(rows, preferred, most - spill)
            late = np.flatnonzero(of < 0)
        return rows, Bands(of, own + (spill if len(late) else 0), own, late)

    def _placed(self, rows: Ints, preferred: int, most: int) -> tuple[Ints, int]:
        sizes = self._sizes
        packer = Packer(preferred, most, sizes.gap, sizes.mark, sizes.cell)
        places = zip(*(side[rows].tolist() for side in self._sides), strict=True)
        of = [packer.place(Place(*place)) for place in places]
        return np.array(of, dtype=np.int64), packer.used
