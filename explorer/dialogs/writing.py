"""Writing: a long export in a thread, told in a dialog's bar, and given up there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog

from explorer.loading import Progress
from explorer.model.errors import QuotelineError
from explorer.model.records import Event
from explorer.model.said import said
from explorer.widgets.busy import BusyBar
from explorer.wording.faults import fault_words
from explorer.works import Works

T = TypeVar("T")

Step = Callable[[int, int], None]
"""Is told that so many of so many steps are taken; raises NotWritten once nobody waits for it."""

_STEP = 200
"""Events between two looks at whether somebody still waits."""


class NotWritten(QuotelineError):  # noqa: N818 - named by what it tells the reader
    """A file that was not written, as the reader gave it up."""

    def __init__(self, path: Path) -> None:
        super().__init__(said("{path}: not written, as that was cancelled.", path=path))


class _Writing(Works):
    """Works in a thread; the dialog it belongs to goes on."""

    def start(
        self, text: str, work: Callable[[Progress], object], on_done: Callable[[T], None]
    ) -> None:
        """Start work whose outcome is to be told; `text` says what is being done."""
        self._start(text, work, on_done)


class WritingBar(BusyBar):
    """Tells of the work of the dialog that it stands in; closing the dialog gives the work up."""

    def __init__(
        self, dialog: QDialog, lock: Callable[[bool], None], say: Callable[[str], None]
    ) -> None:
        """`lock` lets nothing be chosen while it works; `say` tells why it failed."""
        super().__init__(dialog)
        self._lock, self._say = lock, say
        self._writing = _Writing(self)
        self._writing.busy.connect(self.show_work)
        self._writing.told.connect(self.show_progress)
        self._writing.failed.connect(self._on_failed)
        self._writing.broken.connect(self._on_broken)
        self.cancelled.connect(self._writing.cancel)
        dialog.finished.connect(self._writing.stop)

    def write(
        self, text: str, path: Path, work: Callable[[Step], T], on_done: Callable[[T], None]
    ) -> None:
        """Start work on a file; `text` says what is being done, `on_done` is given the outcome."""

        def done(outcome: T) -> None:
            self._lock(False)
            on_done(outcome)

        self._lock(True)
        self._writing.start(text, lambda progress: work(_step(progress, path)), done)

    def _on_failed(self, fault: str) -> None:
        self._lock(False)
        self._say(fault_words(fault))

    def _on_broken(self, bug: Exception) -> None:
        self._lock(False)
        raise bug


def _step(progress: Progress, path: Path) -> Step:
    def step(done: int, total: int) -> None:
        if progress.is_cancelled():
            raise NotWritten(path)
        progress.tell(done, total, "")

    return step


def one_by_one(events: Sequence[Event], step: Step) -> Iterator[Event]:
    """Yield events and tell how far it is, also behind the last."""
    for done, event in enumerate(events):
        if done % _STEP == 0:
            step(done, len(events))
        yield event
    step(len(events), len(events))
