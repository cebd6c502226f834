"""Arcs: curves between two events, and labels that find room beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_LEAST, _MOST = 22.0, 110.0
"""Px that the controls of an arc lie above or below its higher or lower end."""

_BEND = 0.22
"""Of the distance of two ends, what their arc bends."""

_PEAK = 0.75
"""Of the controls' height, how high a cubic curve reaches."""


_ALIKE = 1e-6
"""Px by which sums that should agree may differ."""


class Point(NamedTuple):
    """A place in px."""

    x: float
    y: float


class Room(NamedTuple):
    """A rectangle in px."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Room) -> bool:
        """Tell whether another lies wholly within this one."""
        return (
            self.left <= other.left + _ALIKE
            and self.top <= other.top + _ALIKE
            and other.right <= self.right + _ALIKE
            and other.bottom <= self.bottom + _ALIKE
        )

    def meets(self, other: Room) -> bool:
        """Tell whether this one and another share any px."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Arc:
    """A cubic curve from `start` to `end` in px; `leaves` tells that the end is out of sight."""

    start: Point
    first: Point
    second: Point
    end: Point
    leaves: bool

    @property
    def middle(self) -> Point:
        """The point half way along."""
        return self.at(0.5)

    def at(self, share: float) -> Point:
        """Return the point a share of the way along, from 0 to 1."""
        rest = 1 - share
        weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
        points = (self.start, self.first, self.second, self.end)
        return Point(
            sum(weight * point.x for weight, point in zip(weights, points, strict=True)),
            sum(weight * point.y for weight, point in zip(weights, points, strict=True)),
        )


def arc(start: Point, end: Point, room: Room) -> Arc:
    """Return an arc between two points, kept in `room`: it ends at the edge towards an end beyond.

    It bends up, or down where there is no room above; between two points above one another it
    bends to the right, or to the left where there is no room.
    """
    near, far = _within(start, room), _within(end, room)
    across, down = abs(far.x - near.x), abs(far.y - near.y)
    if down > across:
        first, second = _beside(near, far, min(max(down * _BEND, _LEAST), _MOST), room)
    else:
        first, second = _above(near, far, min(max(across * _BEND, _LEAST), _MOST), room)
    return Arc(near, first, second, far, leaves=far != end)


def _above(near: Point, far: Point, bend: float, room: Room) -> tuple[Point, Point]:
    """Return the controls of an arc that bends up or down."""
    above = min(near.y, far.y) - room.top
    below = room.bottom - max(near.y, far.y)
    if above >= bend * _PEAK or above >= below:
        height = min(near.y, far.y) - min(bend, above / _PEAK)
    else:
        height = max(near.y, far.y) + min(bend, below / _PEAK)
    way = far.x - near.x
    return Point(near.x + way * 0.2, height), Point(far.x - way * 0.2, height)


def _beside(near: Point, far: Point, bend: float, room: Room) -> tuple[Point, Point]:
    """Return the controls of an arc that bends to a side."""
    right = room.right - max(near.x, far.x)
    left = min(near.x, far.x) - room.left
    if right >= bend * _PEAK or right >= left:
        side = max(near.x, far.x) + min(bend, right / _PEAK)
    else:
        side = min(near.x, far.x) - min(bend, left / _PEAK)
    way = far.y - near.y
    return Point(side, near.y + way * 0.2), Point(side, far.y - way * 0.2)


def settle(
    wanted: Sequence[Room], room: Room, taken: Sequence[Room] = (), gap: float = 3.0
) -> list[Room | None]:
    """Return where labels go that want these places: moved into `room`, and apart from each other.

    A label gives way up or down to what is `taken` and to those before it, as little as will do;
    None where there is no room for it in its column.
    """
    placed: list[Room] = list(taken)
    found: list[Room | None] = []
    for label in wanted:
        place = _free_place(_moved_into(label, room), room, placed, gap)
        found.append(place)
        if place is not None:
            placed.append(place)
    return found


def _free_place(label: Room, room: Room, placed: list[Room], gap: float) -> Room | None:
    """Return the nearest place above or below a label's own that nothing takes."""
    height = label.bottom - label.top
    tops = {label.top}
    for other in placed:
        tops |= {other.top - gap - height, other.bottom + gap}
    for top in sorted(tops, key=lambda one: (abs(one - label.top), one)):
        place = Room(label.left, top, label.right, top + height)
        if room.holds(place) and not any(place.meets(other) for other in placed):
            return place
    return None


def _moved_into(label: Room, room: Room) -> Room:
    """Return a label moved as little as brings it into the room, its left and top edge first."""
    right = min(label.right, room.right)
    bottom = min(label.bottom, room.bottom)
    left = max(right - (label.right - label.left), room.left)
    top = max(bottom - (label.bottom - label.top), room.top)
    return Room(left, top, left + label.right - label.left, top + label.bottom - label.top)


def _within(point: Point, room: Room) -> Point:
    return Point(min(max(point.x, room.left), room.right), min(max(point.y, room.top), room.bottom))
