"""The network of actors: who is near whom, and where names find room beside their marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from explorer.analysis.relations import Tie

Point = tuple[float, float]

_SEED = 7
_ROUNDS = 200
_PUSHES = 150


class Room(NamedTuple):
    """A rectangle: its left and top edge and its extent, in one unit."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, other: Room) -> bool:
        """Tell whether another rectangle lies within this one."""
        across = self.x <= other.x and other.x + other.width <= self.x + self.width
        return across and self.y <= other.y and other.y + other.height <= self.y + self.height

    def meets(self, other: Room) -> bool:
        """Tell whether two rectangles share more than an edge."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height


def places_of(actors: Sequence[str], ties: Iterable[Tie]) -> dict[str, Point]:
    """Return a place for each actor in the square from -1 to 1; the tied ones stand together.

    Fruchterman and Reingold's force-directed placement (1991) as networkx has it. The same actors
    and ties give the same places.
    """
    import networkx as nx  # noqa: PLC0415 - a fifth of a second, and only for those who look

    if not actors:
        return {}
    graph = nx.Graph()
    graph.add_nodes_from(sorted(actors))
    graph.add_edges_from((tie.one, tie.other) for tie in ties)
    groups = sorted(nx.connected_components(graph), key=lambda one: (-len(one), min(one)))
    apart = 2.2 / max(len(groups[0]), 4) ** 0.5
    found = nx.spring_layout(graph.subgraph(groups[0]), k=apart, iterations=_ROUNDS, seed=_SEED)
    placed = {actor: (float(x), float(y)) for actor, (x, y) in found.items()}
    return placed | _rim(groups[1:])


def _rim(groups: Sequence[set[str]]) -> dict[str, Point]:
    """Return places below the great group for those that no tie joins to it, in rows of ten."""
    placed: dict[str, Point] = {}
    column, row = 0, 0
    for group in groups:
        for actor in sorted(group):
            placed[actor] = (-0.9 + 0.2 * column, -1.25 - 0.2 * row)
            column += 1
            if column == 10:
                column, row = 0, row + 1
    return placed


def spread(
    middles: Sequence[Point], rooms: Sequence[Room], width: float, height: float
) -> list[Point]:
    """Return the middles moved apart, so that their rooms overlap no more and lie in the area.

    `rooms` are relative to the middles, all in px. Each two that overlap are moved apart along the
    shorter way, again and again; where the area is too small for all, some overlap in the end.
    """
    import numpy as np  # noqa: PLC0415 - not before the first paint

    if not middles:
        return []
    at = np.array(middles, dtype=float)
    left, top, wide, tall = np.array(rooms, dtype=float).T
    half = np.stack([wide, tall], axis=1) / 2
    shift = np.stack([left, top], axis=1) + half
    centre = at + shift
    # Two at the very same place have no way apart: every one gets a little of its own.
    centre += np.stack([np.arange(len(at)) % 7, np.arange(len(at)) % 5], axis=1) * 0.01
    low, high = half, np.maximum(np.array([width, height]) - half, half)
    centre = np.clip(centre, low, high)
    for turn in range(_PUSHES):
        over = half[:, None] + half[None, :] - np.abs(centre[:, None] - centre[None, :])
        pairs = np.argwhere(np.triu((over > 0).all(axis=2), 1))
        if not len(pairs):
            break
        for one, other in pairs:  # one after the other, as each push changes the next
            apart = centre[one] - centre[other]
            room = half[one] + half[other] - np.abs(apart)
            # The shorter way for names is up or down, and a pile of them would never get aside.
            side = int(room.argmin() if turn % 4 < 3 else room.argmax())
            if room[side] > 0:
                push = (room[side] / 2 + 0.25) * (1.0 if apart[side] >= 0 else -1.0)
                centre[one, side] += push
                centre[other, side] -= push
        centre = np.clip(centre, low, high)
    return [(float(x), float(y)) for x, y in centre - shift]


def names_placed(
    marks: Sequence[tuple[float, float, float]],
    sizes: Sequence[tuple[float, float]],
    area: Room,
) -> list[Room | None]:
    """Return where each name stands so that none covers another, or None where it has no room.

    `marks` are (x, y, radius) in px, those first whose names matter most; `sizes` the names' widths
    and heights in px. A name stands right of its mark, left of it, below or above, over no
    other mark either and within `area`.
    """
    taken: list[Room] = []
    discs = [Room(x - r, y - r, 2 * r, 2 * r) for x, y, r in marks]
    found: list[Room | None] = []
    for at, ((x, y, radius), (width, height)) in enumerate(zip(marks, sizes, strict=True)):
        gap = radius + 3.0
        tried = (
            Room(x + gap, y - height / 2, width, height),
            Room(x - gap - width, y - height / 2, width, height),
            Room(x - width / 2, y + gap, width, height),
            Room(x - width / 2, y - gap - height, width, height),
        )
        others = [disc for place, disc in enumerate(discs) if place != at]
        inside = (one for one in tried if area.holds(one))
        free = (one for one in inside if not any(map(one.meets, taken + others)))
        room = next(free, None)
        if room is not None:
            taken.append(room)
        found.append(room)
    return found
