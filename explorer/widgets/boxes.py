"""Boxes, badges and buttons in a theme's colours, and the shape that stands for a type of event."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPixmapCache,
    QPolygonF,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from explorer.model.codebook import Quad
from explorer.theme import Theme, icon

_RADIUS = 6.0


def quad_colour(quad: Quad, theme: Theme) -> str:
    """Return the colour (#RRGGBB) of a quad class in a theme."""
    return quad.dark if theme.is_dark else quad.colour


def vertical(parent: QWidget, *, spacing: int = 6, margins: int = 0) -> QVBoxLayout:
    """Give a widget a column to put its parts in."""
    column = QVBoxLayout(parent)
    column.setSpacing(spacing)
    column.setContentsMargins(margins, margins, margins, margins)
    return column


def drawn_icon(name: str, theme: Theme) -> QIcon:
    """Return an icon of the resources, drawn once for a theme and then kept in Qt's cache."""
    made = QIcon()
    drawn: QIcon | None = None
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        for side in (16, 24, 32, 48):
            key = f"quoteline/{name}/{theme.text}/{theme.muted}/{mode.value}/{side}"
            pixmap = QPixmap()
            if not QPixmapCache.find(key, pixmap):
                drawn = drawn or icon(name, theme)
                pixmap = drawn.pixmap(QSize(side, side), 1.0, mode)
                QPixmapCache.insert(key, pixmap)
            made.addPixmap(pixmap, mode)
    return made


def tool_button(text: str, icon_name: str, theme: Theme, tip: str = "") -> QToolButton:
    """Make a flat button with icon and text that the keyboard reaches."""
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(text)
    button.setIcon(drawn_icon(icon_name, theme))
    button.setIconSize(QSize(16, 16))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if tip:
        button.setToolTip(tip)
    return button


class Box(QWidget):
    """A rounded frame with a column in it; `bar` colours its left edge, `dashed` its outline."""

    def __init__(self, fill: str, border: str, *, bar: str = "", dashed: bool = False) -> None:
        super().__init__()
        self._fill, self._border, self._bar, self._dashed = fill, border, bar, dashed
        self.column = vertical(self, spacing=6, margins=10)
        if bar:
            self.column.setContentsMargins(12, 8, 10, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(area, _RADIUS, _RADIUS)
        painter.fillPath(path, QColor(self._fill))
        if self._bar:
            painter.save()
            painter.setClipPath(path)
            painter.fillRect(QRectF(0, 0, 4, self.height()), QColor(self._bar))
            painter.restore()
        pen = QPen(QColor(self._border), 1.0)
        if self._dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.strokePath(path, pen)
        painter.end()


class Badge(QLabel):
    """A short word in a rounded outline of its colour."""

    def __init__(self, text: str, colour: str, tip: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setStyleSheet(
            f"color: {colour}; border: 1px solid {colour}; border-radius: 8px; padding: 1px 7px;"
        )
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(f"{text}. {tip}" if tip else text)
        self.setToolTip(tip)


class TypeMark(QWidget):
    """The shape and colour of a quad class, as the timeline draws its events."""

    def __init__(self, quad: Quad, theme: Theme, side: int = 12) -> None:
        super().__init__()
        self._shape = quad.shape
        self._colour = QColor(quad_colour(quad, theme))
        self.setFixedSize(side, side)
        self.setAccessibleName(quad.name)
        self.setToolTip(quad.name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        side = float(self.width())
        middle = side / 2
        if self._shape == "square":
            painter.drawRect(QRectF(1, 1, side - 2, side - 2))
        elif self._shape == "triangle":
            painter.drawPolygon(_polygon((middle, 0.5), (side - 0.5, side - 1), (0.5, side - 1)))
        elif self._shape == "diamond":
            painter.drawPolygon(_polygon((middle, 0), (side, middle), (middle, side), (0, middle)))
        else:
            painter.drawEllipse(QRectF(0.5, 0.5, side - 1, side - 1))
        painter.end()


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
