"""Neighbours: what passages found beyond doubt tell of where the others should be.

Each found passage has a shift: how far it stands from where it stood. In an edited text the shift
is the same for a stretch and jumps where something was put in, taken out or moved.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

_ASKED = 3
"""Neighbours asked on either side."""

_PASSED_OVER = 40
"""Neighbours looked through for one that did not go along."""

_ALONG = 50
"""Code points by which the shifts of passages that went along may differ."""


class Home(NamedTuple):
    """Where a passage stood and where it stands, both in code points."""

    was: int
    now: int


class Expected(NamedTuple):
    """Where a passage should begin by what one neighbour says, and how far off that may be."""

    place: int
    slack: int
    side: int


class Neighbours:
    """The homes of the passages found, in their old order."""

    def __init__(self, homes: Iterable[Home]) -> None:
        self._homes = sorted(set(homes))
        self._was = [one.was for one in self._homes]

    def __bool__(self) -> bool:
        return bool(self._homes)

    def expected(self, start: int) -> list[Expected]:
        """Return where a passage that began at `start` should begin now, by its neighbours."""
        before = bisect_left(self._was, start)
        after = bisect_right(self._was, start)
        found = []
        for number in range(max(0, before - _ASKED), min(len(self._homes), after + _ASKED)):
            side = 0 if before <= number < after else -1 if number < before else 1
            was, now = self._homes[number]
            found.append(Expected(start + now - was, 3 + abs(start - was) // 50, side))
        return found

    def between(self, start: int) -> tuple[Home, Home] | None:
        """Return the nearest neighbours on both sides, where they still stand in order."""
        left, right = self.nearest_outside(start, start)
        if left is None or right is None or left.now >= right.now:
            return None
        return left, right

    def nearest_outside(
        self, first: int, last: int, shift: int | None = None
    ) -> tuple[Home | None, Home | None]:
        """Return the nearest homes of passages that began before `first` and after `last`.

        With `shift`, those that moved about as far are passed over: they went along.
        """
        before = bisect_left(self._was, first) - 1
        after = bisect_right(self._was, last)
        return (
            self._first(range(before, max(-1, before - _PASSED_OVER), -1), shift),
            self._first(range(after, min(len(self._homes), after + _PASSED_OVER)), shift),
        )

    def _first(self, numbers: Iterable[int], shift: int | None) -> Home | None:
        for one in map(self._homes.__getitem__, numbers):
            if shift is None or abs(one.now - one.was - shift) > _ALONG:
                return one
        return None


def vouched(place: int, expected: Iterable[Expected]) -> set[int]:
    """Return the sides (-1, 0, 1) whose neighbours expect a passage just at this place."""
    return {one.side for one in expected if abs(one.place - place) <= one.slack}


def distance(place: int, expected: Iterable[Expected]) -> int:
    """Return how far a place is from the nearest where a neighbour expects the passage."""
    return min((abs(one.place - place) for one in expected), default=0)
