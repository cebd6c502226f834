"""What the network draws, in px: marks of actors, lines between them, and what is under a point."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explorer.analysis.network import Room, names_placed
from explorer.analysis.relations import Tie

_NEAR = 5.0
"""How far from a line, in px, a point still means it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An actor's mark: its middle and radius in px, and how many events it takes part in."""

    actor: str
    name: str
    kind: str
    x: float
    y: float
    radius: float
    events: int


@dataclass(frozen=True, slots=True)
class Line:
    """A tie's line from mark to mark, in px, and its width."""

    tie: Tie
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything on screen: marks with those of most events first, and where their names stand."""

    marks: tuple[Mark, ...] = ()
    lines: tuple[Line, ...] = ()
    names: tuple[Room | None, ...] = ()

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the mark under a point, or whose name is."""
        for mark, room in zip(self.marks, self.names, strict=True):
            if math.hypot(x - mark.x, y - mark.y) <= mark.radius + 2:
                return mark
            if room and room.meets(Room(x, y, 0.01, 0.01)):
                return mark
        return None

    def line_at(self, x: float, y: float) -> Line | None:
        """Return the nearest line within a few px of a point."""
        found = min(self.lines, key=lambda line: _distance(line, x, y), default=None)
        return found if found and _distance(found, x, y) <= _NEAR + found.width / 2 else None


def radius_of(events: int, most: int) -> float:
    """Return a mark's radius in px: its area grows with the number of events."""
    return 4.0 + 12.0 * math.sqrt(events / max(most, 1))


def width_of(events: int, most: int) -> float:
    """Return a line's width in px."""
    return 1.0 + 5.0 * events / max(most, 1)


def drawing_of(
    marks: Sequence[Mark], ties: Sequence[Tie], sizes: Sequence[tuple[float, float]], area: Room
) -> Drawing:
    """Return what to draw; `marks` stand with those of most events first, `sizes` are of names.

    Names stand within `area`, what is on screen.
    """
    by_actor: Mapping[str, Mark] = {mark.actor: mark for mark in marks}
    most = max((len(tie.events) for tie in ties), default=1)
    lines = [
        Line(tie, one.x, one.y, other.x, other.y, width_of(len(tie.events), most))
        for tie in ties
        if (one := by_actor.get(tie.one)) and (other := by_actor.get(tie.other))
    ]
    names = names_placed([(mark.x, mark.y, mark.radius) for mark in marks], sizes, area)
    return Drawing(tuple(marks), tuple(lines), tuple(names))


def _distance(line: Line, x: float, y: float) -> float:
    """Return how far a point is from a line, in px."""
    across, down = line.x2 - line.x1, line.y2 - line.y1
    length = across * across + down * down
    share = ((x - line.x1) * across + (y - line.y1) * down) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.hypot(x - line.x1 - share * across, y - line.y1 - share * down)
