"""Pieces: what a scene is made of, marks, boxes and clusters, with their geometry in px."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.layout.columns import Ints
from explorer.layout.labels import Label


@dataclass(frozen=True, slots=True)
class Mark:
    """An event drawn as a sign about `x`. `row` is its place in the columns.

    `signs` holds `Sign` bits, `on_cluster` says that it stands on the cluster of its neighbours.
    """

    event: str
    row: int
    lane: int
    x: float
    left: float
    right: float
    kind: int
    importance: int
    signs: int
    label: Label | None = None
    on_cluster: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """An event drawn over the time it may cover, `left` to `right`.

    `core` holds the px between which it is certain, None where no time is.
    """

    event: str
    row: int
    lane: int
    left: float
    right: float
    core: tuple[float, float] | None
    kind: int
    importance: int
    signs: int
    label: Label | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """Several events drawn as one, with their count between `text_left` and `text_right`.

    `rows` are the places of its members in the columns, those drawn on top of it left out; `kinds`
    counts the members of each quad class. `signs` tells what a member has that must not be missed.
    """

    lane: int
    left: float
    right: float
    text_left: float
    text_right: float
    rows: Ints
    kinds: tuple[int, ...]
    signs: int
    holds_picked: bool

    @property
    def count(self) -> int:
        """The number of events counted."""
        return len(self.rows)


Piece = Mark | Box | Cluster


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of the events in view are drawn apart, how many are counted in clusters.

    `beside` are those that may share time with the view and stand beside it: where an instant holds
    more events than there are lanes, the rest fan out over the time they may have been at.
    """

    apart: int
    clustered: int
    beside: int = 0

    @property
    def in_view(self) -> int:
        """The number of events in view."""
        return self.apart + self.clustered + self.beside
