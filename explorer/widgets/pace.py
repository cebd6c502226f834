"""Pace: how long work will still take, told by how far it came in the time it had; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

_FIRST = 1.0
"""Seconds of work before which its pace tells nothing."""

_STEADY = 0.3
"""Share that what is reckoned now has in what is told; the rest is what was told before."""


class Pace:
    """Follows one piece of work from its beginning."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """Begin; `clock` tells seconds."""
        self._clock = clock
        self._begun = clock()
        self._at = self._begun
        self._left: float | None = None

    def seconds_left(self, done: int, total: int) -> float | None:
        """Return the seconds that work will still take, None while there is no telling."""
        now = self._clock()
        passed = now - self._begun
        if passed < _FIRST or done <= 0 or total <= done:
            return None
        reckoned = passed * (total - done) / done
        if self._left is not None:
            told = max(self._left - (now - self._at), 0.0)
            reckoned = told + (reckoned - told) * _STEADY
        self._left, self._at = reckoned, now
        return reckoned


def rounded(seconds: float) -> tuple[int, bool]:
    """Return a number and whether it counts minutes, so coarse that it does not flicker.

    Up to ten seconds each counts, then every fifth; from a minute and a half on minutes do.
    """
    if seconds >= 90:
        return round(seconds / 60), True
    if seconds > 10:
        return 5 * round(seconds / 5), False
    return max(round(seconds), 1), False
