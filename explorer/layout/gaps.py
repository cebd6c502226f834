"""Gaps: stretches of time in which nothing is dated, found once for all events that are shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from explorer.layout.columns import Bools, Columns, Floats, Ints
from explorer.model.span import DAY

PERIOD = 366 * DAY
"""Seconds from which on an event is a period: that it goes on dates nothing within it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch (seconds UTC) with nothing dated in it, though `periods` longer events go on."""

    start: float
    end: float
    periods: int


@dataclass(frozen=True, eq=False)
class Gaps:
    """All gaps in the order of time; `start` and `end` in seconds UTC, `periods` as in `Gap`."""

    start: Floats
    end: Floats
    periods: Ints

    def __len__(self) -> int:
        return len(self.start)

    def within(self, start: float, end: float, least: float) -> list[Gap]:
        """Return the gaps of `least` seconds or more that reach into `start` to `end`.

        They come whole, in the order of time. Looked through are either the gaps of the span or
        those long enough, whichever are fewer: a long span has few that are long enough for it.
        """
        first = int(np.searchsorted(self.end, start, side="right"))
        last = int(np.searchsorted(self.start, end, side="left"))
        shortest, lengths = self._by_length
        enough = shortest[int(np.searchsorted(lengths, least)) :]
        if len(enough) < last - first:
            found = np.sort(enough[(enough >= first) & (enough < last)])
        else:
            found = np.flatnonzero(self.end[first:last] - self.start[first:last] >= least) + first
        return [
            Gap(float(self.start[at]), float(self.end[at]), int(self.periods[at])) for at in found
        ]

    @cached_property
    def _by_length(self) -> tuple[Ints, Floats]:
        """The gaps from the shortest to the longest, and their lengths in seconds."""
        lengths = self.end - self.start
        order = np.argsort(lengths, kind="stable")
        return order, lengths[order]


def gaps_of(columns: Columns) -> Gaps:
    """Return the stretches between the first and the last event in which none is dated.

    An event fills all the time it may cover. Of a period, that is one that certainly lasts longer
    than `PERIOD`, only the days count on which it may begin or end.
    """
    certain = columns.core_end - columns.core_start
    long: Bools = certain > PERIOD
    begin, over = columns.core_start[long] + DAY, columns.core_end[long] - DAY
    start = np.concatenate((columns.start[~long], columns.start[long], over))
    end = np.concatenate((columns.end[~long], begin, columns.end[long]))
    order = np.argsort(start, kind="stable")
    start, end = start[order], end[order]
    reached = np.maximum.accumulate(end) if len(end) else end
    free = np.flatnonzero(start[1:] > reached[:-1])
    begun, ended = reached[free], start[free + 1]
    running = np.searchsorted(np.sort(begin), ended, side="left")
    running -= np.searchsorted(np.sort(over), begun, side="right")
    return Gaps(begun, ended, running)
