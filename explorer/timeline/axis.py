"""TimeAxis: the band above the lanes, context above (2016), steps below (Apr, May, ...)."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from explorer.layout.ticks import Axis, Tick
from explorer.timeline.style import Style

_PAD = 5.0


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

    @property
    def height(self) -> float:
        """The height of the band in px."""
        return 2 * self._row + 1

    @property
    def _row(self) -> float:
        return round(QFontMetricsF(self._style.font).height()) + 5.0

    def set_style(self, style: Style) -> None:
        """Paint in other colours or letters."""
        self._style = style
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

    def _paint_row(
        self, painter: QPainter, ticks: tuple[Tick, ...], top: float, *, sticky: bool
    ) -> None:
        """Paint the lines and labels of a level; a sticky label keeps in sight at the left edge."""
        metrics = QFontMetricsF(painter.font())
        colour = painter.pen().color()
        for tick in ticks:
            x = (tick.start - self._start) / self._per_px
            end = min((tick.end - self._start) / self._per_px, self._bounds.width())
            left = max(x, 0.0) if sticky else x
            if left < -_PAD or x > self._bounds.width():
                continue
            painter.setPen(QPen(self._style.border, 1.0))
            middle = round(x) + 0.5
            painter.drawLine(QPointF(middle, top), QPointF(middle, top + self._row))
            painter.setPen(colour)
            room = end - left - 2 * _PAD
            width = metrics.horizontalAdvance(tick.label)
            if width <= room + _PAD:
                place = QRectF(left + _PAD, top, width + 1, self._row)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, tick.label)

    def boundingRect(self) -> QRectF:
        """Return the band."""
        return self._bounds

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint the band."""
        style = self._style
        painter.fillRect(self._bounds, style.window)
        painter.setFont(style.bold)
        painter.setPen(style.text)
        self._paint_row(painter, self._ticks.major, 0.0, sticky=True)
        painter.setFont(style.font)
        painter.setPen(style.muted)
        self._paint_row(painter, self._ticks.minor, self._row, sticky=False)
        painter.setPen(QPen(style.border, 1.0))
        bottom = self._bounds.bottom() - 0.5
        painter.drawLine(QPointF(0, bottom), QPointF(self._bounds.width(), bottom))
