"""BusyBar: what is being done, how far it is, and the button that gives it up."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from explorer.widgets.pace import Pace
from explorer.widgets.text import plain_tip
from explorer.wording.numbers import number

_PATIENCE = 300
"""Milliseconds that work may take before the bar shows; less would only flicker."""


class BusyBar(QWidget):
    """Hidden while nothing is done, and for a moment after work began.

    Signals:
        cancelled(): the reader gives up what is under way.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pace = Pace()
        self._work = ""
        self._words = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setAutoDefault(False)
        self._cancel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._cancel.clicked.connect(self._give_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._words, self._bar, self._cancel):
            row.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self.show)
        self.hide()

    def show_work(self, text: str) -> None:
        """Say what is being done; an empty text says that all is done."""
        self._pace = Pace()
        self._work = text
        self._words.setText(text)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        if text:
            self._timer.start()
        else:
            self._timer.stop()
            self.hide()

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Say that `done` of `total` steps are taken, how long the rest takes, what is at hand.

        Of no steps in all nobody can tell how many there are: then it goes on, and no more is said.
        """
        if total == 0:
            self._bar.setRange(0, 0)
            self._words.setText(what or self._work)
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setToolTip(plain_tip(what))
        metrics = self._words.fontMetrics()
        short = metrics.elidedText(what, Qt.TextElideMode.ElideMiddle, 220)
        count = self.tr("{done} of {total}").format(done=number(done), total=number(total))
        parts = (count, self._time_left(done, total), short)
        self._words.setText(" · ".join(part for part in parts if part))

    def _time_left(self, done: int, total: int) -> str:
        left = self._pace.left(done, total)
        if left is None:
            return ""
        pattern = self.tr("about {n} min left") if left.minutes else self.tr("about {n} s left")
        return pattern.format(n=number(left.count))

    def _give_up(self) -> None:
        self._cancel.setEnabled(False)
        self._words.setText(self.tr("Giving up…"))
        self.cancelled.emit()
