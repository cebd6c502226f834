"""Partition: lanes for any number of events at once, without a loop over them.

Events of about the same length are handed out to their lanes in turn: as they end in nearly the
order in which they begin, the lane whose turn it is has been free the longest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from explorer.layout.columns import Bools, Floats, Ints

_SPILL = 8
"""Up to how many lanes take the events that find no lane of their own."""

_APART = 60.0
"""Seconds between two that fan out: a mark and a gap at the last zoom, in most windows."""

_FIRST_LENGTH = 3_600.0
"""Seconds up to which events count as about the same length; then each eightfold."""


@dataclass(frozen=True, eq=False)
class Bands:
    """The lanes of a track's events, `count` of them, of which `own` hold events of their own time.

    `spilled` lists the events that found none, whose lanes in `of` mean nothing.
    """

    of: Ints
    count: int
    own: int
    spilled: Ints


@dataclass(frozen=True, eq=False)
class Fan:
    """Moments at which events stand that fan out (seconds UTC), in the order given."""

    moment: Floats

    def apart(self, lanes: int) -> Floats:
        """Return the moments with some seconds between any two that share one of `lanes`."""
        order = np.argsort(self.moment, kind="stable")
        moved = np.empty_like(self.moment)
        for lane in range(lanes):
            mine = order[lane::lanes]
            step = np.arange(len(mine)) * _APART
            moved[mine] = np.maximum.accumulate(self.moment[mine] - step) + step
        return moved


def spill_of(most: int) -> int:
    """Return how many of `most` lanes are kept for events that find no lane of their own."""
    return max(min(_SPILL, most // 8), 1)


def fanned(start: Floats, end: Floats) -> Fan:
    """Return a moment within its time for each event, those of one time spread over it evenly."""
    order = np.lexsort((end, start))
    first, last = start[order], end[order]
    new = np.concatenate(([True], (first[1:] != first[:-1]) | (last[1:] != last[:-1])))
    begin = np.flatnonzero(new)
    number = np.cumsum(new) - 1
    held = np.diff(np.append(begin, len(order)))[number]
    rank = np.arange(len(order)) - begin[number]
    moment = np.empty(len(order))
    moment[order] = first + (rank + 0.5) / held * (last - first)
    return Fan(moment)


def partition(start: Floats, end: Floats, preferred: int, most: int) -> Bands:
    """Return lanes for events in the order of their start (seconds UTC).

    `preferred` lanes may be used to keep neighbours far from each other. Of more events at a time
    than `most` lanes can hold, the rest is spilled.
    """
    classes = [rows for rows in _by_length(end - start) if len(rows)]
    shares = [max(round(preferred * len(rows) / len(start)), 1) for rows in classes]
    turns = [
        _Turns(start[rows], end[rows], share) for rows, share in zip(classes, shares, strict=True)
    ]
    by_depth = sorted(range(len(turns)), key=lambda at: turns[at].depth)
    wanted = sum(turn.depth for turn in turns)
    spill = 0 if wanted <= most else spill_of(most)
    left = max(most - spill, 0)
    of = np.full(len(start), -1, dtype=np.int64)
    top = 0
    for done, at in enumerate(by_depth):
        share = left // (len(by_depth) - done)
        own = turns[at].lanes(share if spill else turns[at].depth)
        taken = min(turns[at].depth, share) if spill else turns[at].depth
        of[classes[at]] = np.where(own >= 0, own + top, -1)
        top += taken
        left -= taken
    late = np.flatnonzero(of < 0)
    return Bands(of, top + (spill if len(late) else 0), top, late)


def _by_length(length: Floats) -> list[Ints]:
    """Return the rows of each class of length, the shortest first."""
    with np.errstate(divide="ignore"):
        octave = np.ceil(np.log2(np.maximum(length, 1.0) / _FIRST_LENGTH) / 3)
    number = np.clip(octave, 0, 15).astype(np.uint8)
    if not number.any():
        return [np.arange(len(length))]
    order = np.argsort(number, kind="stable")
    return np.split(order, np.searchsorted(number[order], np.arange(1, 16)))


class _Turns:
    """Events of about one length, in the order of their start, handed out to lanes in turn.

    A stretch without a moment's rest counts as one period. Periods that the preferred lanes can
    hold share one count of turns, so that neighbours stand far from each other; a fuller one begins
    at the top, so that the most important events of a day stand highest.
    """

    def __init__(self, start: Floats, end: Floats, preferred: int) -> None:
        ends = np.maximum.accumulate(end)
        begins: Bools = np.concatenate(([True], start[1:] >= ends[:-1]))
        first = np.flatnonzero(begins)
        place = np.arange(len(start))
        oldest = np.searchsorted(ends, start, side="right")
        need = place - np.minimum(oldest, place) + 1
        depth = np.maximum.reduceat(need, first)
        calm = depth <= preferred
        width = np.where(calm, preferred, depth)
        opens = first.copy()
        same = np.concatenate(([False], calm[1:] & calm[:-1]))
        opens = np.maximum.accumulate(np.where(same, 0, first))
        number = np.cumsum(begins) - 1
        self._turn = (place - opens[number]) % width[number]
        self.depth = int(self._turn.max()) + 1

    def lanes(self, most: int) -> Ints:
        """Return the lane of each event, -1 for those beyond the `most` lanes there are."""
        return np.where(self._turn < most, self._turn, -1)
