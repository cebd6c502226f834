"""Making: a piece of a scene, made of the arrays that it is kept in when it is looked at."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from explorer.layout.captions import Captions
from explorer.layout.columns import Columns, Floats, Sign
from explorer.layout.drawing import Drawn, Form
from explorer.layout.lanes import Sizes
from explorer.layout.pieces import Box, Cluster, Mark, Piece
from explorer.layout.ranges import Places
from explorer.layout.scale import TimeScale
from explorer.layout.stretch import Plan


class Geometry(Protocol):
    """What is known of a scene."""

    @property
    def scale(self) -> TimeScale:
        """Where moments lie."""

    @property
    def plan(self) -> Plan:
        """What it was made from."""

    @property
    def sizes(self) -> Sizes:
        """The measures of drawings in px."""

    @property
    def columns(self) -> Columns:
        """The events."""

    @property
    def drawn(self) -> Drawn:
        """The drawings as arrays."""

    @property
    def captions(self) -> Captions:
        """The labels."""


def make(scene: Geometry, at: int) -> Piece:
    """Make a piece of drawing number `at`."""
    drawn = scene.drawn
    if at >= len(drawn):
        top = at - len(drawn)
        group = int(drawn.tops.group[top])
        on_cluster = bool(drawn.form[group] == Form.CLUSTER)
        return _mark(scene, at, int(drawn.tops.place[top]), float(drawn.tops.x[top]), on_cluster)
    place = int(drawn.first[at])
    if drawn.form[at] == Form.MARK:
        return _mark(scene, at, place, float(drawn.x[at]), False)
    if drawn.form[at] == Form.BOX:
        return _box(scene, at, place)
    return _cluster(scene, at)


def _mark(scene: Geometry, at: int, place: int, x: float, on_cluster: bool) -> Mark:
    columns, half = scene.columns, scene.sizes.mark / 2
    row = int(scene.plan.shelf.row[place])
    return Mark(
        columns.ids[row],
        row,
        int(scene.plan.shelf.lane[place]),
        x,
        x - half,
        x + half,
        int(columns.kind[row]),
        int(columns.importance[row]),
        int(scene.plan.signs[place]),
        scene.captions.label(at),
        on_cluster,
    )


def core_of(scene: Geometry, at: Places) -> tuple[Floats, Floats]:
    """Return the px between which boxes are certain; the first is not below the second if none.

    Where an event is certain from its very edge on, so is its box.
    """
    columns, drawn, scale = scene.columns, scene.drawn, scene.scale
    row = scene.plan.shelf.row[drawn.first[at]]
    left, right = drawn.left[at], drawn.right[at]
    first, last = columns.core_start[row], columns.core_end[row]
    with np.errstate(invalid="ignore"):
        begin = np.maximum((first - scale.start) / scale.per_px, left + 1)
        end = np.minimum((last - scale.start) / scale.per_px, right - 1)
    begin = np.where(first <= columns.start[row], left, begin)
    end = np.where(last >= columns.end[row], right, end)
    return np.where(first < last, begin, np.inf), np.where(first < last, end, -np.inf)


def _box(scene: Geometry, at: int, place: int) -> Box:
    columns, drawn = scene.columns, scene.drawn
    row = int(scene.plan.shelf.row[place])
    begin, end = (float(side[0]) for side in core_of(scene, np.array([at])))
    return Box(
        columns.ids[row],
        row,
        int(drawn.lane[at]),
        float(drawn.left[at]),
        float(drawn.right[at]),
        (begin, end) if begin < end else None,
        int(columns.kind[row]),
        int(columns.importance[row]),
        int(scene.plan.signs[place]),
        scene.captions.label(at),
    )


def bare_boxes(scene: Geometry, at: Places) -> list[Box]:
    """Make the boxes of some drawings without their labels, all at once."""
    columns, drawn, place = scene.columns, scene.drawn, scene.drawn.first[at]
    row = scene.plan.shelf.row[place]
    begin, end = core_of(scene, at)
    sides = (drawn.lane[at], drawn.left[at], drawn.right[at], begin, end)
    what = (columns.kind[row], columns.importance[row], scene.plan.signs[place])
    return [
        Box("", number, lane, left, right, (low, high) if low < high else None, *kind)
        for number, lane, left, right, low, high, *kind in zip(
            row.tolist(), *(one.tolist() for one in (*sides, *what)), strict=True
        )
    ]


def _cluster(scene: Geometry, at: int) -> Cluster:
    plan, drawn = scene.plan, scene.drawn
    on_top = drawn.tops.place[drawn.tops.group == at]
    places = np.arange(drawn.first[at], drawn.last[at])
    places = places[~np.isin(places, on_top)]
    rows = plan.shelf.row[places]
    signs = int(np.bitwise_or.reduce(plan.signs[places])) & (Sign.DISPUTED | Sign.BOOKMARKED)
    return Cluster(
        int(drawn.lane[at]),
        float(drawn.left[at]),
        float(drawn.right[at]),
        float(drawn.text_left[at]),
        float(drawn.text_right[at]),
        rows,
        tuple(np.bincount(scene.columns.kind[rows]).tolist()),
        signs,
        bool(np.isin(places, plan.picked).any()),
    )
