"""Standouts: what is selected or under the pointer, painted over what all events look like."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from explorer.layout.drawing import Form
from explorer.layout.pieces import Cluster, Mark, Piece
from explorer.layout.ranges import Places
from explorer.timeline.brush import Brush
from explorer.timeline.excerpt import Excerpt

_MOST = 200
"""How many are painted with their labels; more have a frame round them."""


@dataclass(frozen=True, eq=False)
class Standouts:
    """The places on the shelf, in rising order, of what is selected, and that under the pointer.

    `hovered` is -1 where the pointer is on none.
    """

    picked: Places
    hovered: int

    def paint(self, painter: QPainter, view: Excerpt, brush: Brush, hot: Piece | None) -> None:
        """Paint those in view; `hot` is the cluster under the pointer, if any."""
        picked = self._numbers(view, self.picked)
        hovered = self._numbers(view, np.array([self.hovered])) if self.hovered >= 0 else []
        for at in picked[:_MOST]:
            self._one(painter, view.scene.piece(at), brush, picked=True, hovered=at in hovered)
        for at in picked[_MOST:]:
            self._framed(painter, view.scene.piece(at), brush)
        for at in hovered:
            piece = view.scene.piece(at)
            if at not in picked and not isinstance(piece, Cluster):
                self._one(painter, piece, brush, picked=False, hovered=True)
        self._over_cluster(painter, view, brush, hot, picked)

    def _over_cluster(
        self, painter: QPainter, view: Excerpt, brush: Brush, hot: Piece | None, picked: list[int]
    ) -> None:
        """Paint the cluster under the pointer, and the marks on top of painted clusters again."""
        drawn = view.scene.drawn
        painted = {at for at in picked if at < len(drawn) and drawn.form[at] == Form.CLUSTER}
        at = view.scene.number_of(hot) if isinstance(hot, Cluster) else -1
        if isinstance(hot, Cluster) and at >= 0 and at not in painted:
            brush.cluster(painter, hot, hot.lane * view.lane, picked=False, hot=True)
            painted.add(at)
        if not painted:
            return
        for top in view.tops[np.isin(drawn.tops.group[view.tops], list(painted))].tolist():
            number = top + len(drawn)
            if number not in picked:
                piece = view.scene.piece(number)
                self._one(painter, piece, brush, picked=False, hovered=False)

    @staticmethod
    def _one(painter: QPainter, piece: Piece, brush: Brush, *, picked: bool, hovered: bool) -> None:
        top = piece.lane * brush.lane_height
        if isinstance(piece, Cluster):
            brush.cluster(painter, piece, top, picked=picked, hot=False)
        elif isinstance(piece, Mark):
            brush.mark(painter, piece, top, picked=picked, hovered=hovered)
        else:
            # What lies there already would show through, its title a second time.
            frame = QRectF(piece.left, top + 3, piece.right - piece.left, brush.lane_height - 6)
            painter.fillRect(frame, brush.style.base)
            brush.box(painter, piece, top, picked=picked, hovered=hovered)

    @staticmethod
    def _framed(painter: QPainter, piece: Piece, brush: Brush) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(brush.style.accent, 2.0))
        top = piece.lane * brush.lane_height + 2
        width = piece.right - piece.left
        painter.drawRect(QRectF(piece.left, top, width, brush.lane_height - 4))

    @staticmethod
    def _numbers(view: Excerpt, places: Places) -> list[int]:
        """Return the drawings in view of some places, clusters only for those not on top."""
        if not len(places):
            return []
        drawn = view.scene.drawn
        tops = view.tops[np.isin(drawn.tops.place[view.tops], places)]
        every = np.flatnonzero(np.isin(drawn.tops.place, places))
        groups = view.groups
        held = np.searchsorted(places, drawn.last[groups]) - np.searchsorted(
            places, drawn.first[groups]
        )
        held = held - np.bincount(drawn.tops.group[every], minlength=len(drawn))[groups]
        found: list[int] = [*groups[held > 0].tolist(), *(tops + len(drawn)).tolist()]
        return found
