"""Loading: work that may take long, done away from the window, its outcome told by a signal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from explorer.model.errors import QuotelineError


class Loading(QThread):
    """One piece of work in a thread of its own.

    Signals:
        done(object): what the work returned.
        failed(object): the QuotelineError it raised.
        broken(object): any other exception it raised; a bug, for the crash dialog.
    """

    done = Signal(object)
    failed = Signal(object)
    broken = Signal(object)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Do the work; called by Qt in the thread."""
        try:
            outcome = self._work()
        except QuotelineError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - handed to the crash dialog, nothing is hidden
            self.broken.emit(error)
        else:
            self.done.emit(outcome)
