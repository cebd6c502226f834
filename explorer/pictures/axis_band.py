"""AxisBand: the axis of a picture and the lines it draws through the lanes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from explorer.layout.ticks import Axis, Tick, axis
from explorer.timeline.primitives import mixed
from explorer.timeline.style import Style
from explorer.timeline.words import AxisWords

_PAD = 5.0


class AxisBand:
    """Two levels of ticks over a stretch of time that is some px wide."""

    def __init__(self, style: Style, start: float, end: float, width: float) -> None:
        """Take `start` to `end` in seconds UTC."""
        self._style = style
        self._start = start
        self._per_px = (end - start) / width
        self._width = width
        self._row = round(QFontMetricsF(style.font).height()) + 5.0
        em = QFontMetricsF(style.font).height() * 0.8
        self._ticks: Axis = axis(start, end, width, AxisWords(), em)

    @property
    def height(self) -> float:
        """The px of the band."""
        return 2 * self._row + 1

    def paint(self, painter: QPainter, top: float) -> None:
        """Paint the band from the painter's left edge on."""
        style = self._style
        painter.fillRect(QRectF(0, top, self._width, self.height), style.window)
        self._level(painter, self._ticks.major, top, style.bold, is_major=True)
        self._level(painter, self._ticks.minor, top + self._row, style.font, is_major=False)
        for y in (top, top + self.height - 1):
            painter.fillRect(QRectF(0, y, self._width, 1), style.border)

    def paint_grid(self, painter: QPainter, top: float, height: float) -> None:
        """Paint the lines of the ticks through the lanes."""
        style = self._style
        for level, alpha in ((self._ticks.minor, 0.3), (self._ticks.major, 0.8)):
            colour = mixed(style.border, style.base, alpha)
            for tick in level:
                x = self._x(tick.start)
                if 0 <= x <= self._width:
                    painter.fillRect(QRectF(x, top, 1, height), colour)

    def _level(
        self,
        painter: QPainter,
        ticks: tuple[Tick, ...],
        top: float,
        font: QFont,
        *,
        is_major: bool,
    ) -> None:
        """Paint a level; a label of the major one is kept in sight at the left edge."""
        metrics = QFontMetricsF(font)
        base = top + (self._row + metrics.ascent() - metrics.descent()) / 2
        painter.setFont(font)
        for tick in ticks:
            start, end = self._x(tick.start), min(self._x(tick.end), self._width)
            left = max(start, 0.0) if is_major else start
            if 0 <= start <= self._width:
                painter.fillRect(QRectF(start, top, 1, self._row), self._style.border)
            if left >= 0 and metrics.horizontalAdvance(tick.label) <= end - left - _PAD:
                painter.setPen(self._style.text if is_major else self._style.muted)
                painter.drawText(QPointF(left + _PAD, base), tick.label)

    def _x(self, moment: float) -> float:
        return (moment - self._start) / self._per_px
