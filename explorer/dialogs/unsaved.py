"""UnsavedDialog: why the reader's work could not be saved, where it is now, and the ways on."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.store.faults import Cause, NotSaved
from explorer.widgets.text import Label
from explorer.wording.faults import fault_words

_WIDTH = 600


class Way(StrEnum):
    """A way on."""

    AGAIN = "again"
    MINE = "mine"
    THEIRS = "theirs"
    ELSEWHERE = "elsewhere"
    LEAVE = "leave"


class UnsavedDialog(QDialog):
    """Offers the ways on that there are for what went wrong; closing it leaves things as they are.

    Signals:
        chosen(Way): the reader chose one.
    """

    chosen = Signal(object)

    def __init__(
        self, fault: NotSaved, *, leaving: bool = False, parent: QWidget | None = None
    ) -> None:
        """Tell of `fault`; with `leaving` the window may also be closed all the same."""
        super().__init__(parent)
        self.setObjectName("unsaved")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Your work is not in its file"))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(Label(problem_words(fault), bold=True))
        column.addWidget(Label(str(fault.path)))
        column.addWidget(Label(self._kept(fault)))
        column.addSpacing(4)
        column.addLayout(self._choices(ways(fault.cause, leaving=leaving)))
        column.addSpacing(6)
        column.addStretch(1)
        buttons = QDialogButtonBox()
        words = self.tr("&Back to the window") if leaving else self.tr("&Not now")
        later = buttons.addButton(words, QDialogButtonBox.ButtonRole.RejectRole)
        later.setDefault(False)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(_WIDTH, column.totalHeightForWidth(_WIDTH))

    def _kept(self, fault: NotSaved) -> str:
        if fault.rescue is None:
            return self.tr(
                "What you did is kept in this window only: no rescue file could be written either. "
                "Do not close it before the work is saved."
            )
        return self.tr("What you did is kept in this window and in the rescue file {file}.").format(
            file=fault.rescue
        )

    def _choices(self, found: tuple[Way, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, way in enumerate(found):
            words, told = self._wording(way)
            button = QPushButton(words)
            button.setObjectName(f"way-{way}")
            button.setAccessibleDescription(told)
            button.setDefault(row == 0)
            button.clicked.connect(partial(self._choose, way))
            grid.addWidget(button, row, 0)
            grid.addWidget(Label(told), row, 1)
        return grid

    def _choose(self, way: Way) -> None:
        self.accept()
        self.chosen.emit(way)

    def _wording(self, way: Way) -> tuple[str, str]:
        match way:
            case Way.AGAIN:
                return self.tr("&Try again"), self.tr(
                    "It is also tried every few seconds, and with your next change."
                )
            case Way.MINE:
                return self.tr("&Keep mine"), self.tr(
                    "Writes your work in this place. What is there now is kept beside it."
                )
            case Way.THEIRS:
                return self.tr("Take &theirs"), self.tr(
                    "Shows what is in the file now. Your work stays in the rescue file."
                )
            case Way.ELSEWHERE:
                return self.tr("&Save in another folder…"), self.tr(
                    "Writes chronicle, bookmarks, notes and attached texts there and goes on there."
                )
            case Way.LEAVE:
                return self.tr("&Close all the same"), self.tr(
                    "The rescue file stays, and is offered when you open this chronicle again."
                )


def problem_words(fault: NotSaved) -> str:
    """Return what went wrong as a sentence of its own."""
    words = fault_words(fault.why)
    return words[:1].upper() + words[1:]


def ways(cause: Cause, *, leaving: bool = False) -> tuple[Way, ...]:
    """Return the ways on after a fault, the best one first."""
    found = {
        Cause.CHANGED: (Way.MINE, Way.THEIRS, Way.ELSEWHERE),
        Cause.VANISHED: (Way.AGAIN, Way.MINE, Way.ELSEWHERE),
    }.get(cause, (Way.AGAIN, Way.ELSEWHERE))
    return (*found, Way.LEAVE) if leaving else found
