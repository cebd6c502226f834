"""EventLayer: the one item that paints all events, from the finished geometry of a scene."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from explorer.layout.drawing import Form
from explorer.layout.making import bare_boxes
from explorer.layout.pieces import Piece
from explorer.layout.ranges import Places
from explorer.layout.scene import Scene
from explorer.layout.ticks import Axis
from explorer.timeline.boxes import paint_box_glyphs, paint_boxes
from explorer.timeline.brush import Brush
from explorer.timeline.excerpt import Excerpt, excerpt
from explorer.timeline.glyphs import paint_marks
from explorer.timeline.pills import paint_pills
from explorer.timeline.plates import Plates
from explorer.timeline.primitives import Batch, fill, mixed
from explorer.timeline.standouts import Standouts
from explorer.timeline.strips import Strip
from explorer.timeline.style import Style
from explorer.timeline.titles import Titles, shifts

_FEW = 40
"""Boxes in view up to which each is painted with smooth shades and round corners."""

_SHORT = 8_000.0
"""Px that those boxes may be long together while the view moves, half of what they may at rest."""

_PLENTY = 500
"""Drawings in view from which on edges are not smoothed while the view moves."""


@dataclass(frozen=True)
class Picture:
    """What one frame shows: a scene, where it lies, and what stands out in it.

    `dx` is the px from the scene's origin to the widget's; `strips` tell where its lanes are seen,
    and `top` is the px at which they begin. `grid` holds the px of its lines, those of the major
    level first.
    """

    scene: Scene
    dx: float
    strips: tuple[Strip, ...]
    top: float
    width: float
    height: float
    grid: tuple[tuple[float, ...], tuple[float, ...]]
    standouts: Standouts
    hot: Piece | None
    moving: bool


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
    """Paints the grid and the drawings of a picture, in px of the widget."""

    def __init__(self, style: Style) -> None:
        """Paint in `style`; nothing until a picture is there."""
        super().__init__()
        self._picture: Picture | None = None
        self._bounds = QRectF()
        self._brush = Brush(style)
        self._plates: Plates | None = None
        self._titles: Titles | None = None

    def set_style(self, style: Style) -> None:
        """Paint in other colours or letters."""
        self._brush = Brush(style)
        self._plates = self._titles = None
        self.update()

    def set_picture(self, picture: Picture) -> None:
        """Show another frame; called while the view paints, so nothing more is asked for."""
        bounds = QRectF(0, 0, picture.width, picture.height)
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds
        self._picture = picture

    def _plates_for(self, ratio: float, lane: float) -> Plates:
        plates = self._plates
        if plates is None or (plates.ratio, plates.lane) != (ratio, lane):
            plates = self._plates = Plates(self._brush.style, lane, ratio)
        plates.prepare()
        return plates

    def _paint_grid(self, painter: QPainter, picture: Picture, ratio: float) -> None:
        style = self._brush.style
        for places, alpha in zip(reversed(picture.grid), (0.3, 0.8), strict=True):
            x = np.array([place for place in places if 0 <= place <= picture.width])
            left = np.rint(x * ratio)
            down = np.full(len(left), (picture.height - picture.top) * ratio)
            frames = left, np.full(len(left), picture.top * ratio), left * 0 + round(ratio), down
            fill(painter, frames, mixed(style.border, style.base, alpha))

    def _paint_boxes_with_care(self, painter: QPainter, view: Excerpt, boxes: Places) -> None:
        """Paint the grounds of a few boxes with smooth shades and round corners."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(view.ratio, view.ratio)
        painter.translate(view.dx, view.dy)
        for box in bare_boxes(view.scene, boxes):
            self._brush.ground(painter, box, box.lane * view.lane)
        painter.restore()

    def _paint_events(self, painter: QPainter, view: Excerpt) -> None:
        plates = self._plates_for(view.ratio, view.lane)
        boxes = view.of_form(Form.BOX)
        shift = shifts(view, boxes)
        batch, labels = Batch(), Batch()
        self._titles_of(view, plates).paint(labels, view, boxes, shift)
        if not plates.is_whole:
            plates.prepare()
            labels = Batch()
            self._titles_of(view, plates).paint(labels, view, boxes, shift)
        paint_pills(batch, view, plates)
        careful = self._may_take_care(view, boxes)
        if not careful:
            paint_boxes(batch, view, boxes, plates)
        batch.paint_fills(painter, plates.palette.colours)
        if careful:
            self._paint_boxes_with_care(painter, view, boxes)
        paint_box_glyphs(batch, view, boxes, shift, plates)
        paint_marks(batch, view, plates)
        batch.paint_stamps(painter, plates.atlas.picture)
        labels.paint_stamps(painter, plates.atlas.picture)

    def _may_take_care(self, view: Excerpt, boxes: Places) -> bool:
        """Tell whether boxes are few and short enough for smooth shades and round corners."""
        drawn, picture = view.scene.drawn, self._picture
        left = np.maximum(drawn.left[boxes], view.left)
        wide = np.maximum(np.minimum(drawn.right[boxes], view.right) - left, 0.0).sum()
        moving = picture is not None and picture.moving
        return len(boxes) <= _FEW and bool(wide <= (_SHORT if moving else 2 * _SHORT))

    def _titles_of(self, view: Excerpt, plates: Plates) -> Titles:
        """Return the parts that titles are, kept as long as events and atlas are the same."""
        kept, columns = self._titles, view.scene.columns
        if kept is None or kept.columns is not columns or kept.age != plates.atlas.age:
            kept = self._titles = Titles(columns, plates)
        return kept

    def _paint_strip(
        self, painter: QPainter, picture: Picture, strip: Strip, view: Excerpt
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setClipRect(QRectF(0, strip.top, picture.width, strip.bottom - strip.top))
        painter.scale(1 / view.ratio, 1 / view.ratio)
        self._paint_grid(painter, picture, view.ratio)
        self._paint_events(painter, view)
        painter.scale(view.ratio, view.ratio)
        painter.translate(picture.dx, strip.dy)
        smooth = not picture.moving or len(view.groups) < _PLENTY
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=smooth)
        self._brush.prepare(view.lane, (view.left, view.right), view.ratio)
        picture.standouts.paint(painter, view, self._brush, picture.hot)

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
        ratio = painter.device().devicePixelRatioF()
        measured = picture.scene.captions.measured
        for strip in picture.strips:
            place, area = (picture.dx, strip.dy), (strip.top, picture.width, strip.bottom)
            view = excerpt(picture.scene, place, area, ratio)
            painter.save()
            try:
                measured.hasty = picture.moving
                self._paint_strip(painter, picture, strip, view)
            finally:
                measured.hasty = False
                painter.restore()
