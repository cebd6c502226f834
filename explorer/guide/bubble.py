"""Bubble: what the guide says at a stop, with the buttons that lead on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.guide.stop import Stop
from explorer.theme import Theme, palette
from explorer.widgets.text import Label

_WIDTH = 340
_GAP = 12
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_PageDown)
_OWN = (Qt.Key.Key_Escape, *_BACK, *_ON)


class Bubble(QFrame):
    """A small page beside the place it speaks of.

    Signals:
        stepped(int): the reader wants the stop so many places on.
        ended(): the reader has had enough.
    """

    stepped = Signal(int)
    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.title = Label("", bold=True, scale=1.1)
        self.text = Label("")
        self.count = Label("", scale=0.92)
        self.skip = QPushButton(self.tr("Skip the guide"))
        self.back = QPushButton(self.tr("Back"))
        self.onward = QPushButton(self.tr("Next"))
        for button in (self.skip, self.back, self.onward):
            button.installEventFilter(self)
        self.skip.clicked.connect(self.ended)
        self.back.clicked.connect(self._go_back)
        self.onward.clicked.connect(self._go_on)
        self.onward.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.onward)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        for part in (self.count, self.title, self.text):
            column.addWidget(part)
        column.addLayout(row)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self.setPalette(palette(theme))

    def say(self, stop: Stop, number: int, of: int) -> None:
        """Show what a stop says; `number` counts from 0."""
        self.title.setText(stop.title)
        self.text.setText(stop.text)
        self.count.setText(self.tr("{number} of {all}").format(number=number + 1, all=of))
        self.back.setEnabled(number > 0)
        last = number == of - 1
        self.onward.setText(self.tr("Start") if last else self.tr("Next"))
        self.skip.setVisible(not last)
        self.setAccessibleName(f"{stop.title}. {stop.text}")
        self.onward.setFocus()

    def stand_beside(self, place: QRect, within: QSize) -> None:
        """Move beside a rectangle of the window: right, left, below, above, else into it."""
        width = max(_WIDTH, self.minimumSizeHint().width())
        self.setFixedWidth(width)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout else self.sizeHint().height()
        self.setFixedHeight(height)
        middle = place.center()
        tried = (
            QPoint(place.right() + _GAP, place.top() + _GAP),
            QPoint(place.left() - width - _GAP, place.top() + _GAP),
            QPoint(middle.x() - width // 2, place.bottom() + _GAP),
            QPoint(middle.x() - width // 2, place.top() - height - _GAP),
        )
        window = QRect(QPoint(0, 0), within)
        fits = (at for at in tried if window.contains(QRect(at, QSize(width, height))))
        inside = QPoint(middle.x() - width // 2, place.bottom() - height - 4 * _GAP)
        self.move(next(fits, inside))

    def _go_on(self) -> None:
        self.stepped.emit(1)

    def _go_back(self) -> None:
        self.stepped.emit(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on and back with the arrows, end with Escape, whichever button has the focus."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN:
            event.accept()  # while the guide is on, these keys are its own
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.ended.emit()
                return True
            step = 1 if event.key() in _ON else -1 if event.key() in _BACK else 0
            if step > 0 or (step < 0 and self.back.isEnabled()):
                self.stepped.emit(step)
                return True
        return super().eventFilter(watched, event)
