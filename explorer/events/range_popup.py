"""RangePopup: the small window in which a stretch of time is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from explorer.events.popup import Popup
from explorer.events.ranges import end_text, first_day_of, last_day_of, start_text
from explorer.model.date import DateError
from explorer.theme import Theme
from explorer.widgets.text import coloured
from explorer.wording.faults import fault_words

_PAUSE = 500
"""Milliseconds without a key after which what was typed is read."""


class RangePopup(Popup):
    """From and to, as EDTF dates; what is wrong with one is said under it.

    Signals:
        ranged(object, object): the first and the last day wanted, since 1970-01-01, None for open.
        viewport_asked(): the reader wants the time that is on screen.
    """

    ranged = Signal(object, object)
    viewport_asked = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.start = self._field(self.tr("From"), self.tr("such as 1999"))
        self.end = self._field(self.tr("To"), self.tr("such as 2016-04"))
        self.start_fault, self.end_fault = self._fault(), self._fault()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.addRow(self.tr("From"), self.start)
        form.addRow("", self.start_fault)
        form.addRow(self.tr("To"), self.end)
        form.addRow("", self.end_fault)
        self.column.addLayout(form)
        self.hint = QLabel(
            self.tr(
                "A year, a month or a day: 2016, 2016-04 or 2016-04-02. “To” takes in all of it."
            )
        )
        self.hint.setWordWrap(True)
        self.column.addWidget(self.hint)
        self.on_screen = QPushButton(self.tr("Time on screen"))
        self.on_screen.setToolTip(self.tr("Take the stretch of time that the timeline shows"))
        self.clear = QPushButton(self.tr("Clear"))
        self.on_screen.clicked.connect(self.viewport_asked)
        self.clear.clicked.connect(self._empty)
        foot = QHBoxLayout()
        foot.addWidget(self.on_screen)
        foot.addStretch(1)
        foot.addWidget(self.clear)
        for button in (self.on_screen, self.clear):
            button.setAutoDefault(False)
        self.column.addLayout(foot)
        self.setMinimumWidth(290)
        self._days: tuple[int | None, int | None] = (None, None)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._read)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        for label in (self.start_fault, self.end_fault):
            coloured(label, theme.danger)
        coloured(self.hint, theme.muted)

    def set_days(self, first: int | None, last: int | None) -> None:
        """Show a range, unless it is the one that the fields say already in other words."""
        if self._days != (first, last):
            self._days = (first, last)
            self._write()

    def open_under(self, widget: QWidget) -> None:
        """Show the range that is on; what was typed before and could not be read is gone."""
        if self._faulty():
            self._write()
        super().open_under(widget)

    def take_keyboard(self) -> None:
        """Put the keyboard into the first field."""
        self.start.setFocus(Qt.FocusReason.PopupFocusReason)
        self.start.selectAll()

    def _field(self, name: str, placeholder: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(placeholder)
        field.setClearButtonEnabled(True)
        field.textEdited.connect(self._on_typed)
        field.editingFinished.connect(self._read)
        return field

    def _fault(self) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.hide()
        return label

    def _faulty(self) -> bool:
        return bool(self.start_fault.text() or self.end_fault.text())

    def _write(self) -> None:
        self._timer.stop()
        self.start.setText(start_text(self._days[0]))
        self.end.setText(end_text(self._days[1]))
        self._say("", "")

    def _on_typed(self) -> None:
        self._timer.start()

    def _empty(self) -> None:
        self._timer.stop()
        self._say("", "")
        self.start.clear()
        self.end.clear()
        self._read()

    def _read(self) -> None:
        """Ask for the range that is written, or say what is wrong with it."""
        self._timer.stop()
        first, start_fault = self._day(self.start.text(), first=True)
        last, end_fault = self._day(self.end.text(), first=False)
        if first is not None and last is not None and last < first:
            end_fault = self.tr("This lies before the start. Write a later date, or swap the two.")
        self._say(start_fault, end_fault)
        if not self._faulty() and (first, last) != self._days:
            self._days = (first, last)
            self.ranged.emit(first, last)

    def _day(self, text: str, *, first: bool) -> tuple[int | None, str]:
        try:
            return (first_day_of(text) if first else last_day_of(text)), ""
        except DateError as error:
            return None, self._explained(error)
        except ValueError:
            return None, self.tr("This date is open on that side. Write one that is not.")

    def _explained(self, error: DateError) -> str:
        if not any(sign.isdigit() for sign in error.text[:1]):
            return self.tr("Write the year first, in four digits: 2016 or 2016-04.")
        problem = fault_words(error.problem)
        return self.tr("Not a date: {problem}.").format(problem=problem)

    def _say(self, start_fault: str, end_fault: str) -> None:
        for label, words in ((self.start_fault, start_fault), (self.end_fault, end_fault)):
            label.setText(words)
            label.setVisible(bool(words))
        if self.isVisible():
            self.adjustSize()
