"""TimeAxis: the band above the lanes: context (2016), steps (Apr, May, ...), a row for signs."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from explorer.layout.ticks import Axis, Tick
from explorer.timeline.atlas import Atlas
from explorer.timeline.primitives import Batch, parts
from explorer.timeline.style import Style

_PAD = 5.0
_SIDE = 1_024
"""Device px of a side of the picture that holds the labels: some hundreds of them."""


class TimeAxis(pg.GraphicsObject):
    """Paints the two levels of ticks; its place is the top of the widget, in px."""

    def __init__(self, style: Style) -> None:
        """Paint in `style`; nothing until ticks are set."""
        super().__init__()
        self._style = style
        self._ticks = Axis((), ())
        self._start = 0.0
        self._per_px = 1.0
        self._bounds = QRectF()
        self._row = _row_of(style)
        self._signs = _signs_of(style)
        self._atlas: Atlas | None = None

    @property
    def height(self) -> float:
        """The height of the band in px."""
        return self.rail + self._signs + 1

    @property
    def rail(self) -> float:
        """The px at which the row for signs begins, below both levels of ticks."""
        return 2 * self._row

    def set_style(self, style: Style) -> None:
        """Paint in other colours or letters."""
        self._style = style
        self._row = _row_of(style)
        self._signs = _signs_of(style)
        self._atlas = None
        self.prepareGeometryChange()
        self._bounds = QRectF(0, 0, self._bounds.width(), self.height)
        self.update()

    def set_ticks(self, ticks: Axis, start: float, per_px: float, width: float) -> None:
        """Show the ticks of a viewport that starts at `start` (seconds UTC).

        Called while the view paints, so nothing more is asked for.
        """
        bounds = QRectF(0, 0, width, self.height)
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds
        self._ticks, self._start, self._per_px = ticks, start, per_px

    def _take(
        self, batch: Batch, atlas: Atlas, ticks: tuple[Tick, ...], top: float, *, major: bool
    ) -> None:
        """Take up the lines and labels of a level; a major one keeps in sight at the left edge."""
        style, ratio = self._style, atlas.ratio
        font, colour = (style.bold, style.text) if major else (style.font, style.muted)
        lines, x, parts_of = [], [], []
        for tick in ticks:
            start = (tick.start - self._start) / self._per_px
            end = min((tick.end - self._start) / self._per_px, self._bounds.width())
            left = max(start, 0.0) if major else start
            if left < -_PAD or start > self._bounds.width():
                continue
            lines.append(start)
            part = atlas.text(tick.label, font, int(major), colour)
            if part[2] / ratio - 2 <= end - left - _PAD:
                x.append((left + _PAD) * ratio)
                parts_of.append(part)
        source = parts(parts_of)
        places = np.rint(np.array(lines) * ratio)
        down = np.full(len(lines), self._row * ratio)
        wide = np.full(len(lines), max(round(ratio), 1.0))
        batch.fill((places, np.full(len(lines), top * ratio), wide, down), 0)
        batch.stamp(np.array(x), (top + self._row / 2) * ratio - source[:, 3] / 2, source)

    def _paint_ticks(self, painter: QPainter, ratio: float) -> None:
        """Paint both levels in device px."""
        if self._atlas is None or self._atlas.ratio != ratio:
            self._atlas = Atlas(ratio, _SIDE)
        for _attempt in range(2):
            age, batch = self._atlas.age, Batch()
            self._take(batch, self._atlas, self._ticks.major, 0.0, major=True)
            self._take(batch, self._atlas, self._ticks.minor, self._row, major=False)
            if age == self._atlas.age:
                break
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        batch.paint_fills(painter, [self._style.border])
        batch.paint_stamps(painter, self._atlas.picture)
        painter.restore()

    def boundingRect(self) -> QRectF:
        """Return the band."""
        return self._bounds

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint the band."""
        painter.fillRect(self._bounds.toRect(), self._style.window)
        self._paint_ticks(painter, painter.device().devicePixelRatioF())
        bottom = QRectF(0, self.height - 1, self._bounds.width(), 1).toRect()
        painter.fillRect(bottom, self._style.border)


def _row_of(style: Style) -> float:
    """Return the height in px of a level."""
    return round(QFontMetricsF(style.font).height()) + 5.0


def _signs_of(style: Style) -> float:
    """Return the height in px of the row for signs."""
    return max(round(QFontMetricsF(style.small).height()) + 2.0, 15.0)
