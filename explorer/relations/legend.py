"""KindsLegend: the shapes that stand for the kinds of actors in the network."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.relations.brush import paint_shape
from explorer.theme import Theme

_RADIUS = 5.0
_GAP = 12


class KindsLegend(QWidget):
    """One line: a shape and its word for each kind of actor."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kinds = (
            ("state", self.tr("state")),
            ("organisation", self.tr("organisation")),
            ("body", self.tr("body")),
            ("person", self.tr("person")),
            ("group", self.tr("group")),
            ("place", self.tr("place")),
        )
        self.setAccessibleName(self.tr("Shapes stand for kinds of actors"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        metrics = self.fontMetrics()
        width = sum(metrics.horizontalAdvance(word) + 16 + _GAP for _, word in self._kinds)
        return QSize(width, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Make do with less; words at the end are cut off."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shapes with their words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        x, middle = 0.0, self.height() / 2
        for kind, word in self._kinds:
            painter.setBrush(QColor(self._theme.accent))
            painter.setPen(QColor(self._theme.base))
            paint_shape(painter, kind, QPointF(x + _RADIUS + 1, middle), _RADIUS)
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(QPointF(x + 16, middle + metrics.ascent() / 2 - 1), word)
            x += metrics.horizontalAdvance(word) + 16 + _GAP
        painter.end()
