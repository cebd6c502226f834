"""EventLayer: the one item that paints all events, from the finished geometry of a scene."""

from __future__ import annotations

from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from explorer.layout.pieces import Cluster, Mark, Piece
from explorer.layout.scene import Scene
from explorer.layout.ticks import Axis
from explorer.timeline.brush import Brush
from explorer.timeline.style import Style, with_alpha

_PLENTY = 500
"""Pieces in view from which on edges are not smoothed while the view moves."""


@dataclass(frozen=True)
class Picture:
    """What one frame shows: a scene, where it lies, and which events stand out in it.

    `dx` and `dy` are the px from the scene's origin to the widget's; `top` is the px at which the
    lanes begin. `grid` holds the px of its lines, those of the major level first.
    """

    scene: Scene
    dx: float
    dy: float
    top: float
    width: float
    height: float
    grid: tuple[tuple[float, ...], tuple[float, ...]]
    picked: frozenset[str]
    hovered: str
    hot: Piece | None
    moving: bool

    def pieces(self) -> list[Piece]:
        """Return the pieces in the frame, in painting order."""
        return self.scene.between(
            -self.dx, self.width - self.dx, self.top - self.dy, self.height - self.dy
        )


def grid_of(
    ticks: Axis, start: float, per_px: float
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the px of the major and of the minor ticks of a viewport."""
    major, minor = (
        tuple((tick.start - start) / per_px for tick in level)
        for level in (ticks.major, ticks.minor)
    )
    return major, minor


class EventLayer(pg.GraphicsObject):
    """Paints the grid and the pieces of a picture, in px of the widget."""

    def __init__(self, style: Style) -> None:
        """Paint in `style`; nothing until a picture is there."""
        super().__init__()
        self._picture: Picture | None = None
        self._bounds = QRectF()
        self._brush = Brush(style)

    def set_style(self, style: Style) -> None:
        """Paint in other colours or letters."""
        self._brush = Brush(style)
        self.update()

    def set_picture(self, picture: Picture) -> None:
        """Show another frame; called while the view paints, so nothing more is asked for."""
        bounds = QRectF(0, 0, picture.width, picture.height)
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds
        self._picture = picture

    def _paint_grid(self, painter: QPainter, picture: Picture) -> None:
        border = self._brush.style.border
        major, minor = picture.grid
        for places, alpha in ((minor, 0.3), (major, 0.8)):
            colour = with_alpha(border, alpha)
            for x in places:
                if 0 <= x <= picture.width:
                    line = QRectF(round(x), picture.top, 1, picture.height - picture.top)
                    painter.fillRect(line, colour)

    def _paint_piece(self, painter: QPainter, piece: Piece, picture: Picture) -> None:
        brush = self._brush
        top = piece.lane * picture.scene.sizes.lane
        if isinstance(piece, Cluster):
            ids = picture.scene.columns.ids
            chosen = piece.holds_picked or bool(
                picture.picked and ids[int(piece.rows[0])] in picture.picked
            )
            brush.cluster(painter, piece, top, picked=chosen, hot=piece is picture.hot)
            return
        picked, hovered = piece.event in picture.picked, piece.event == picture.hovered
        if isinstance(piece, Mark):
            brush.mark(painter, piece, top, picked=picked, hovered=hovered)
        else:
            brush.box(painter, piece, top, picked=picked, hovered=hovered)

    def boundingRect(self) -> QRectF:
        """Return the whole widget."""
        return self._bounds

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint the picture."""
        picture = self._picture
        if picture is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._paint_grid(painter, picture)
        pieces = picture.pieces()
        smooth = not picture.moving or len(pieces) < _PLENTY
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=smooth)
        painter.setClipRect(QRectF(0, picture.top, picture.width, picture.height))
        painter.translate(picture.dx, picture.dy)
        ratio = painter.device().devicePixelRatioF()
        seen = (-picture.dx, picture.width - picture.dx)
        self._brush.prepare(picture.scene.sizes.lane, seen, ratio)
        for piece in pieces:
            self._paint_piece(painter, piece, picture)
        painter.restore()
