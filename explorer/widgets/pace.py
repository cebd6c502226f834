"""Pace: how long work will still take, told by how far it came in the time it had; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp
from time import monotonic

_FIRST = 1.0
"""Seconds of work before which its pace tells nothing."""

_SLUGGISH = 3.0
"""Seconds after which most of what is told is what was reckoned since then."""

_HELD = 1.0
"""Seconds for which words stand; work may tell its steps a thousand times within one."""

_MINUTES_FROM = 90.0
_MINUTES_TO = 60.0
"""Seconds from which on minutes count, and below which seconds count again."""


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """A number, and whether it counts minutes or seconds."""

    count: int
    minutes: bool


class Pace:
    """Follows one piece of work from its beginning, stage by stage.

    A stage has steps of its own. It ends where other steps are counted: another number of them in
    all, or fewer done than before; how fast it went says nothing about the next one.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """Begin; `clock` tells seconds."""
        self._clock = clock
        self._begun = clock()
        self._first = 0
        self._done = 0
        self._total: int | None = None
        self._at = self._begun
        self._left: float | None = None
        self._told: TimeLeft | None = None
        self._told_at = self._begun

    def left(self, done: int, total: int) -> TimeLeft | None:
        """Return what is to be told now, None while there is no telling; it stands for a while."""
        seconds = self.seconds_left(done, total)
        if seconds is None:
            self._told = None
        elif self._told is None or self._at - self._told_at >= _HELD:
            self._told = rounded(seconds, was_minutes=self._told is not None and self._told.minutes)
            self._told_at = self._at
        return self._told

    def seconds_left(self, done: int, total: int) -> float | None:
        """Return the seconds that the stage will still take, None while there is no telling."""
        now = self._clock()
        is_new = done == 0 if self._total is None else total != self._total or done < self._done
        if is_new:  # what came before the first step was no step, and says nothing of them
            self._begun, self._first, self._left = now, done, None
        self._done, self._total = done, total
        passed, steps = now - self._begun, done - self._first
        if passed < _FIRST or steps <= 0 or total <= done:
            return None
        reckoned = passed * (total - done) / steps
        if self._left is not None:
            since = now - self._at
            told = max(self._left - since, 0.0)
            reckoned = told + (reckoned - told) * (1.0 - exp(-since / _SLUGGISH))
        self._left, self._at = reckoned, now
        return reckoned


def rounded(seconds: float, *, was_minutes: bool = False) -> TimeLeft:
    """Return what is told of some seconds, so coarse that it does not flicker.

    Up to ten seconds each counts, then every fifth; from a minute and a half on minutes do. Where
    minutes were told, they are told down to one, lest work that wavers goes to and fro.
    """
    if seconds >= (_MINUTES_TO if was_minutes else _MINUTES_FROM):
        return TimeLeft(round(seconds / 60), minutes=True)
    if seconds > 10:
        return TimeLeft(5 * round(seconds / 5), minutes=False)
    return TimeLeft(max(round(seconds), 1), minutes=False)
