"""Path: the way through a text on which the passages of an edition agree best with each other.

Read in their old order, passages go on where the last one stopped, save where something was put in,
taken out or moved. Among all the places where each may stand, the path is the choice that gathers
most evidence and jumps least: the heaviest chain of them, with a price on every jump. Where little
was moved it never goes back, so that no two passages can be given one place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_JUMP = 25.0
"""What a jump costs, in signs that agree: two of them cost more than any one passage is worth."""

_MOVE = 35.0
"""What a jump back costs, where such are looked for."""

_STEP = 4
"""Code points by which passages that go on without a jump may differ in their shift."""


class Stop(NamedTuple):
    """A place where a passage may stand: where it begins now, and the evidence for it."""

    now: int
    evidence: float


class _Front:
    """The best ways so far by where they end: a later end is kept only if its score is higher."""

    def __init__(self) -> None:
        self._ends: list[int] = []
        self._ways: list[tuple[float, int]] = []

    def best_before(self, now: int) -> tuple[float, int]:
        """Return score and stop of the best way that ends before `now`."""
        at = bisect_left(self._ends, now)
        return self._ways[at - 1] if at else (0.0, -1)

    def add(self, now: int, way: tuple[float, int]) -> None:
        """Add a way that ends at `now`."""
        at = last = bisect_left(self._ends, now)
        if at and self._ways[at - 1][0] >= way[0]:
            return
        while last < len(self._ends) and self._ways[last][0] <= way[0]:
            last += 1
        if last == at < len(self._ends) and self._ends[at] == now:
            return
        self._ends[at:last] = [now]
        self._ways[at:last] = [way]


def best_path(
    passages: Sequence[tuple[int, Sequence[Stop]]], *, back: bool = False
) -> list[int | None]:
    """Return which of its stops each passage takes; None for those left out.

    The passages, each with where it was in code points, must come in that order. With `back` the
    path may also jump back in the text.
    """
    front = _Front()
    straight: dict[int, tuple[float, int]] = {0: (0.0, -1)}
    nodes: list[tuple[int, int, int]] = []
    top = (0.0, -1)
    for number, (was, stops) in enumerate(passages):
        reached = []
        for choice, stop in enumerate(stops):
            score, before = front.best_before(stop.now)
            best = max((score - _JUMP, before), *_going_on(straight, stop.now - was))
            if back:
                best = max(best, (top[0] - _MOVE, top[1]))
            way = (best[0] + stop.evidence, len(nodes))
            nodes.append((number, choice, best[1]))
            reached.append((stop.now, way))
        for now, way in reached:
            front.add(now, way)
            straight[(now - was) // _STEP] = max(way, straight.get((now - was) // _STEP, way))
            top = max(top, way)
    return _followed(nodes, top[1], len(passages))


def _going_on(straight: dict[int, tuple[float, int]], shift: int) -> Iterator[tuple[float, int]]:
    """Yield the best ways that a stop with this shift goes on with."""
    bucket = shift // _STEP
    for near in (bucket - 1, bucket, bucket + 1):
        if near in straight:
            yield straight[near]
    yield (-_JUMP, -1)


def _followed(nodes: Sequence[tuple[int, int, int]], node: int, count: int) -> list[int | None]:
    chosen: list[int | None] = [None] * count
    while node >= 0:
        number, choice, node = nodes[node]
        chosen[number] = choice
    return chosen
