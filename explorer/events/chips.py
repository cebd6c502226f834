"""Chips: the filters that are on, each with a way to take it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from explorer.events.active import Active
from explorer.theme import Theme
from explorer.widgets.flow import FlowLayout
from explorer.widgets.text import plain_tip

_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PAD = 9
_CROSS = 8
_GAP = 7
_WIDEST = 260


class Chip(QAbstractButton):
    """A filter that is on; a click, Enter, Space or Delete takes it away.

    `words` is its text: `text()` stays empty, as Qt would take an ampersand in it for a shortcut.
    """

    def __init__(self, active: Active, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.active = active
        self.words = active.text
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Remove filter {filter}").format(filter=active.text))
        tip = self.tr("Click to remove this filter")
        self.setToolTip(plain_tip(f"{active.tip}\n{tip}" if active.tip else tip))

    def sizeHint(self) -> QSize:
        """Ask for the words and the cross, up to a width."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.words) + 2 * _PAD + _GAP + _CROSS + 1
        return QSize(min(width, _WIDEST), metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        """Make do with a few letters."""
        return QSize(60, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter and Delete press it as Space does."""
        if event.key() in _PRESSING:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Look as before."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a rounded box, the words and a cross."""
        colours = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lit = self.underMouse() or self.isDown()
        painter.setBrush(QColor(colours.hover if lit else colours.selection))
        edge = colours.accent if self.hasFocus() or lit else colours.selection
        painter.setPen(QPen(QColor(edge), 2.0 if self.hasFocus() else 1.0))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        room = self.width() - 2 * _PAD - _GAP - _CROSS
        painter.setPen(QColor(colours.selected_text))
        words = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        beside = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(_PAD, 0, room + 1, self.height()), beside, words)
        painter.setPen(QPen(QColor(colours.selected_text), 1.5))
        left, top = self.width() - _PAD - _CROSS, (self.height() - _CROSS) / 2
        painter.drawLine(left, round(top), left + _CROSS, round(top) + _CROSS)
        painter.drawLine(left, round(top) + _CROSS, left + _CROSS, round(top))
        painter.end()


class ChipRow(QWidget):
    """The chips of all filters that are on, in as many rows as they need.

    Signals:
        changed(Filters): the reader took a filter away; carries what stays on.
        emptied(): the chip with the keyboard is gone and none is left.
    """

    changed = Signal(object)
    emptied = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._active: list[Active] = []
        self._chips: list[Chip] = []
        self._row = FlowLayout(across=6, down=6)
        self.setLayout(self._row)
        self.setAccessibleName(self.tr("Filters that are on"))
        self.hide()

    def show_filters(self, active: Sequence[Active]) -> None:
        """Show the filters that are on; the keyboard stays where it was among them."""
        if list(active) != self._active:
            self._active = list(active)
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        focused = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        old = self._chips
        self._chips = [Chip(one, self._theme, self) for one in self._active]
        for chip in self._chips:
            chip.clicked.connect(self._on_chip)
            self._row.addWidget(chip)
            chip.show()
        if focused >= 0 and self._chips:
            self._chips[min(focused, len(self._chips) - 1)].setFocus()
        for chip in old:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.setVisible(bool(self._chips))
        self.updateGeometry()
        if focused >= 0 and not self._chips:
            self.emptied.emit()

    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.changed.emit(chip.active.without)
