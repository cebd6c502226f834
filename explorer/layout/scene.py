"""Scene: finished geometry of a stretch of time, to paint, to hit-test and to count."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

import numpy as np

from explorer.layout.columns import Columns, Floats, Ints
from explorer.layout.detail import Groups, Rows, group, reaches
from explorer.layout.drawing import Draughtsman, Span
from explorer.layout.labels import Typesetter
from explorer.layout.lanes import Lanes, Sizes, bodies
from explorer.layout.pieces import Box, Cluster, Counts, Mark, Piece
from explorer.layout.scale import TimeScale

_FAR = 100_000.0
"""Px beyond which nothing is ever seen; longer boxes are cut there."""


@dataclass(frozen=True, eq=False)
class Scene:
    """Pieces in px: x from the start of `scale` on, y from the top of the first lane on.

    Marks that stand on a cluster follow it, so that painting in order is right. `left` and `right`
    bound each piece with its label. `apart` and `clustered` are the rows drawn either way.
    """

    scale: TimeScale
    width: float
    sizes: Sizes
    columns: Columns
    lane_count: int
    pieces: tuple[Piece, ...]
    left: Floats
    right: Floats
    lane: Ints
    apart: Ints
    clustered: Ints

    @property
    def end(self) -> float:
        """The moment at its right edge, in seconds UTC."""
        return self.scale.to_time(self.width)

    def covers(self, start: float, end: float) -> bool:
        """Tell whether the whole of `start` to `end` (seconds UTC) was laid out."""
        return self.scale.start <= start and end <= self.end

    def between(self, left: float, right: float, top: float, bottom: float) -> list[Piece]:
        """Return the pieces that reach into a rectangle in px, in painting order."""
        first, last = floor(top / self.sizes.lane), floor(bottom / self.sizes.lane)
        found = (self.left <= right) & (self.right >= left)
        found &= (self.lane >= first) & (self.lane <= last)
        return [self.pieces[index] for index in np.flatnonzero(found)]

    def hit_test(self, x: float, y: float, reach: float = 2.0) -> Piece | None:
        """Return the piece at a point in px, its label included, the topmost where two lie there.

        A mark or cluster is also hit up to `reach` px beside it, unless a label is there.
        """
        near = self.between(x - reach, x + reach, y, y)
        for piece in reversed(near):
            if piece.left <= x <= piece.right or _on_label(piece, x):
                return piece
        return near[-1] if near else None

    def counts(self, start: float, end: float) -> Counts:
        """Count the events that may share time with `start` to `end` (seconds UTC, laid out)."""
        inside = self.columns.inside(start, end)
        apart = np.count_nonzero(inside[self.apart])
        return Counts(int(apart), int(np.count_nonzero(inside[self.clustered])))

    def members(self, cluster: Cluster) -> tuple[str, ...]:
        """Return the ids of the events that a cluster counts, in the order of their time."""
        return tuple(self.columns.ids[row] for row in np.sort(cluster.rows))

    def piece_of(self, event: str) -> Piece | None:
        """Return the mark or box of an event, or the cluster that counts it."""
        for piece in self.pieces:
            if isinstance(piece, Cluster):
                if any(self.columns.ids[row] == event for row in piece.rows):
                    return piece
            elif piece.event == event:
                return piece
        return None


def _on_label(piece: Piece, x: float) -> bool:
    if isinstance(piece, Cluster) or piece.label is None:
        return False
    return piece.label.x <= x <= piece.label.x + piece.label.width


@dataclass(frozen=True, eq=False)
class Arrangement:
    """What scenes are built from: events, their lanes, the sizes of drawings, and what matters.

    `matters` is above 0 for each event that must stay visible on top of a cluster that would hold
    it: `MARKED` for bookmarked, `PICKED` for selected ones.
    """

    columns: Columns
    lanes: Lanes
    sizes: Sizes
    matters: Ints


def build_scene(plan: Arrangement, scale: TimeScale, width: float, typesetter: Typesetter) -> Scene:
    """Lay out what falls within `width` px of `scale`; `typesetter` sets the labels."""
    margin = 2 * plan.sizes.cell * scale.per_px
    inside = plan.columns.inside(scale.start - margin, scale.to_time(width) + margin)
    order = plan.lanes.order[inside[plan.lanes.order]]
    groups, spans = _spans(plan, order, scale, width)
    draughtsman = Draughtsman(plan.columns, scale, typesetter, plan.sizes, plan.matters)
    for at, span in enumerate(spans):
        draughtsman.draw(order[groups.first[at] : groups.last[at]], span)
    return _scene(plan, scale, width, tuple(draughtsman.pieces))


def _scene(plan: Arrangement, scale: TimeScale, width: float, pieces: tuple[Piece, ...]) -> Scene:
    clusters = [piece.rows for piece in pieces if isinstance(piece, Cluster)]
    outer = np.array([_outer(piece) for piece in pieces], dtype=np.float64).reshape(-1, 2)
    return Scene(
        scale=scale,
        width=width,
        sizes=plan.sizes,
        columns=plan.columns,
        lane_count=plan.lanes.count,
        pieces=pieces,
        left=outer[:, 0],
        right=outer[:, 1],
        lane=np.array([piece.lane for piece in pieces], dtype=np.int64),
        apart=np.array([p.row for p in pieces if isinstance(p, Mark | Box)], dtype=np.int64),
        clustered=np.concatenate([np.zeros(0, dtype=np.int64), *clusters]),
    )


def _outer(piece: Piece) -> tuple[float, float]:
    if isinstance(piece, Cluster) or piece.label is None:
        return piece.left, piece.right
    end = piece.label.x + piece.label.width
    return min(piece.left, piece.label.x), max(piece.right, end)


def _spans(
    plan: Arrangement, order: Ints, scale: TimeScale, width: float
) -> tuple[Groups, list[Span]]:
    """Return the groups among `order` and the room of each at the scale."""
    columns, sizes = plan.columns, plan.sizes
    resolution = scale.resolution
    cell = resolution * sizes.cell
    origin = floor(scale.start / cell) * cell
    start, end, lane = columns.start[order], columns.end[order], plan.lanes.of[order]
    reach = (-4 * sizes.cell, width * scale.per_px / resolution + 5 * sizes.cell)
    left, right = (np.clip(side, *reach) for side in bodies(start, end, origin, resolution, sizes))
    groups = group(Rows(lane, left, right, plan.matters[order] > 0), sizes)
    if not len(order):
        return groups, []
    left, right = bodies(start, end, scale.start, scale.per_px, sizes)
    left, right = np.maximum(left, -_FAR), np.minimum(right, _FAR)
    furthest = reaches(lane, left, right)[groups.last - 1]
    shift, stretch = (scale.start - origin) / resolution, resolution / scale.per_px
    low, high = ((bound - shift) * stretch for bound in (groups.low, groups.high))
    low_px, high_px = groups.spread(left[groups.first], furthest, low, high)
    lane = lane[groups.first]
    following = np.where(lane[1:] == lane[:-1], low_px[1:], _FAR)
    free_until = np.append(following, _FAR) - sizes.gap
    columns_of_spans = (lane, low_px, high_px, free_until)
    return groups, [Span(*row) for row in zip(*(c.tolist() for c in columns_of_spans), strict=True)]
