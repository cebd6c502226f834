"""Figures: how often each kind of answer was given, in large numbers; a click selects them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from explorer.theme import Theme
from explorer.widgets.text import styled

_PAD = 8


class Figure(QAbstractButton):
    """A number over the word for what it counts; none of it is greyed, and cannot be pressed.

    Signals:
        followed(str): it was pressed; carries the kind that it counts.
    """

    followed = Signal(str)

    def __init__(self, number: int, words: str, kind: str, colour: str, theme: Theme) -> None:
        super().__init__()
        self._number = str(number)
        self._words = words
        self._kind = kind
        self._colour = colour if number else theme.muted
        self._theme = theme
        self.setAccessibleName(f"{words}: {number}")
        self.setEnabled(number > 0 and bool(kind))
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if self.isEnabled() else Qt.FocusPolicy.NoFocus
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if self.isEnabled():
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(self.tr("Select these answers"))
        self.clicked.connect(self._follow)

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._number} {self._words}"

    def _follow(self) -> None:
        self.followed.emit(self._kind)

    def sizeHint(self) -> QSize:
        """Ask for the wider of number and word."""
        large = styled(self.font(), scale=1.5, bold=True)
        width = self.fontMetrics().horizontalAdvance(self._words)
        height = self.fontMetrics().height() * 5 // 2 + _PAD
        return QSize(max(width, large.pointSize() * len(self._number)) + 2 * _PAD, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the number, the word, and an outline under the pointer or the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(0, 0, -1, -1)
        if self.isEnabled() and (self.underMouse() or self.hasFocus()):
            painter.setPen(QPen(QColor(self._theme.accent), 1.0))
            painter.setBrush(QColor(self._theme.hover))
            painter.drawRoundedRect(area, 6, 6)
        upper = area.adjusted(0, 2, 0, -area.height() * 2 // 5)
        lower = area.adjusted(0, area.height() * 3 // 5, 0, -3)
        painter.setPen(QColor(self._colour))
        painter.setFont(styled(self.font(), scale=1.5, bold=True))
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self._number)
        painter.setFont(self.font())
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()

    def enterEvent(self, event: object) -> None:
        """Show the outline."""
        super().enterEvent(event)  # type: ignore[arg-type]
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Take the outline away."""
        super().leaveEvent(event)  # type: ignore[arg-type]
        self.update()
