"""ActivityPlot: an actor's events over the years, as bars."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from explorer.actors.profile import Activity, Bar
from explorer.theme import Theme
from explorer.widgets.text import styled

_HEIGHT = 84
_TOP = 4.0
_GAP = 0.18
"""The share of a bar's room that is left free between bars."""


class ActivityPlot(QWidget):
    """Draws an activity; each bar tells its years and count in a tool tip."""

    def __init__(self, activity: Activity, theme: Theme) -> None:
        super().__init__()
        self._activity = activity
        self._theme = theme
        self.setFont(styled(self.font(), scale=0.88))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Events over the years"))
        spoken = [self.words(bar) for bar in activity.bars if bar.count]
        self.setAccessibleDescription("; ".join(spoken))

    def words(self, bar: Bar) -> str:
        """Say how many events a bar stands for."""
        years = str(bar.first) if bar.first == bar.last else f"{bar.first}–{bar.last}"
        if bar.count == 1:
            return self.tr("{years}: one event").format(years=years)
        return self.tr("{years}: {count} events").format(years=years, count=bar.count)

    def bar_at(self, x: float) -> Bar | None:
        """Return the bar that stands at `x` pixels from the left, None beside them."""
        bars = self._activity.bars
        number = int(x / self._room()) if bars and x >= 0 else len(bars)
        return bars[number] if number < len(bars) else None

    def _room(self) -> float:
        """Return the pixels that each bar has across."""
        return self.width() / max(len(self._activity.bars), 1)

    def _floor(self) -> float:
        return self.height() - self.fontMetrics().height() - 4.0

    def sizeHint(self) -> QSize:
        """Ask for a low strip."""
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Make do with little width."""
        return QSize(80, _HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Word the bar under the pointer as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self.bar_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.words(bar) if bar else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, the line they stand on, and the first and last year."""
        painter = QPainter(self)
        floor, room = self._floor(), self._room()
        highest = max(self._activity.highest, 1)
        for number, bar in enumerate(self._activity.bars):
            height = (floor - _TOP) * bar.count / highest
            gap = room * _GAP if room > 3 else 0.0
            area = QRectF(number * room + gap / 2, floor - height, room - gap, height)
            painter.fillRect(area, QColor(self._theme.accent))
        painter.setPen(QPen(QColor(self._theme.border), 1.0))
        painter.drawLine(0, int(floor), self.width(), int(floor))
        self._paint_years(painter, floor)
        painter.end()

    def _paint_years(self, painter: QPainter, floor: float) -> None:
        bars = self._activity.bars
        if not bars:
            return
        painter.setPen(QColor(self._theme.muted))
        line = QRectF(0, floor + 3, self.width(), self.fontMetrics().height())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, str(bars[0].first))
        if len(bars) > 1:
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, str(bars[-1].last))
        top = self.tr("most: {count}").format(count=self._activity.highest)
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, top)
