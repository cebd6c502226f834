"""Loading: work that may take long, done away from the window, its outcome told by a signal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QThread, Signal

from explorer.model.errors import QuotelineError


class Progress(Protocol):
    """How work under way tells how far it is, and learns that nobody waits for it any more."""

    def tell(self, done: int, total: int, what: str) -> None:
        """Say that `done` of `total` steps are taken and `what` is at hand now."""

    def is_cancelled(self) -> bool:
        """Tell whether the work should end early."""


class Loading(QThread):
    """One piece of work in a thread of its own, which is given this object as its Progress.

    Signals:
        done(object): what the work returned; never after it was cancelled.
        failed(object): the QuotelineError it raised.
        broken(object): any other exception it raised; a bug, for the crash dialog.
        told(int, int, str): how many steps are done of how many, and what is at hand.
    """

    done = Signal(object)
    failed = Signal(object)
    broken = Signal(object)
    told = Signal(int, int, str)

    def __init__(self, work: Callable[[Progress], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def tell(self, done: int, total: int, what: str) -> None:
        """Say how far the work is; called in the thread."""
        self.told.emit(done, total, what)

    def is_cancelled(self) -> bool:
        """Tell whether `cancel` was called; the work asks in its thread."""
        return self.isInterruptionRequested()

    def cancel(self) -> None:
        """Ask the work to end early; what it still returns is dropped."""
        self.requestInterruption()

    def run(self) -> None:
        """Do the work; called by Qt in the thread."""
        try:
            outcome = self._work(self)
        except QuotelineError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - handed to the crash dialog, nothing is hidden
            self.broken.emit(error)
        else:
            if not self.is_cancelled():
                self.done.emit(outcome)
