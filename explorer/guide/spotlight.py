"""Spotlight: leaves one place of the window bright and lets the rest step back."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.theme import Theme

_SHADE = 110
"""The alpha, of 255, of what lies over the rest."""

_RADIUS = 6.0


class Spotlight(QWidget):
    """Lies over the whole window; clicks go through it, so that the reader can try at once."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._place = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.update()

    def point_at(self, place: QRect) -> None:
        """Leave a rectangle of the window bright."""
        self._place = place
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shade the window but for the place, and draw a line around that."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bright = QRectF(self._place).adjusted(1, 1, -1, -1)
        all_else = QPainterPath()
        all_else.addRect(QRectF(self.rect()))
        hole = QPainterPath()
        hole.addRoundedRect(bright, _RADIUS, _RADIUS)
        shade = QColor("#000000")
        shade.setAlpha(_SHADE)
        painter.fillPath(all_else.subtracted(hole), shade)
        painter.setPen(QPen(QColor(self._theme.accent), 2.0))
        painter.drawPath(hole)
        painter.end()
