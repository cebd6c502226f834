"""One by one: lanes for events in the order of their time, each where it fits best.

The choice looks at every lane for every event, so it is for chronicles of some thousand events.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

_FAR_AWAY = 1e15
"""Seconds, more than any date has."""


class Place(NamedTuple):
    """What an event asks of a lane: seconds UTC, px of its drawing, px where its label ends."""

    start: float
    end: float
    left: float
    right: float
    room: float
    importance: int


class Packer:
    """The right ends of all lanes while events are placed from left to right.

    For each lane: until when it is taken (seconds), where its last drawing ends and where that
    drawing's label ends (px), the importance of that label, and the drawing's width.
    """

    def __init__(self, preferred: int, most: int, gap: float, mark: float, cell: float) -> None:
        self._preferred = preferred
        self._most = most
        self._gap = gap
        self._long = cell
        self._mark = mark + 0.5
        self._until = np.full(most, -np.inf)
        self._body = np.full(most, -np.inf)
        self._label = np.full(most, -np.inf)
        self._weight = np.ones(most)
        self._width = np.zeros(most)
        self.used = 0

    def place(self, event: Place) -> int:
        """Return the lane for the next event and take its place in it; -1 where none is free."""
        lane = self._choose(event, event.left - self._gap)
        if lane < 0:
            return lane
        self.used = max(self.used, lane + 1)
        self._until[lane] = max(self._until[lane], event.end)
        self._body[lane] = max(self._body[lane], event.right)
        self._label[lane] = event.room
        self._weight[lane] = event.importance
        self._width[lane] = event.right - event.left
        return lane

    def _choose(self, event: Place, left: float) -> int:
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
        return -1
