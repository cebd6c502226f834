"""Popup: a small window under a button that goes when the reader looks elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QWidget

from explorer.widgets.boxes import vertical


class Popup(QFrame):
    """A frame that opens under a widget, within the screen; Esc and a click elsewhere close it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        # Else the press that closes it would press its button too and open it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setWindowTitle(name)
        self.column = vertical(self, spacing=8, margins=10)

    def open_under(self, widget: QWidget) -> None:
        """Show it under a widget, or above where there is no room below."""
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        if corner.y() + self.height() > screen.bottom():
            above = widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2
            corner.setY(max(screen.top(), above))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        self.move(corner)
        self.show()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard where the reader will want it first."""
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, paint_event: QPaintEvent) -> None:
        """Draw an edge that stands out from what is under the popup, on dark too."""
        super().paintEvent(paint_event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
