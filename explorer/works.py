"""Works: pieces of work in threads of their own, and the signals that tell what becomes of them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Signal

from explorer.loading import Loading, Progress
from explorer.model.errors import QuotelineError
from explorer.store.damage import DamagedFile
from explorer.store.faults import GivenUpError


class Works(QObject):
    """Starts work away from the window's thread, and ends it.

    Signals:
        failed(str): something could not be done, and what to do about it; it may be Said.
        damaged(DamagedFile): a file is damaged; it may have a good copy.
        given_up(str): work ended before it was done, as the reader wished.
        busy(str): what is being done, or an empty string when all is done.
        told(int, int, str): of that, how many steps are done of how many, and what is at hand.
        broken(object): a bug showed itself in the work.
    """

    failed = Signal(object)  # Qt would take a Said for its words alone
    damaged = Signal(object)
    given_up = Signal(object)
    busy = Signal(str)
    told = Signal(int, int, str)
    broken = Signal(object)

    _under_way: ClassVar[set[Loading]] = set()
    """All work under way, whoever started it: the collector rests until the last has ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._works: list[Loading] = []
        self._quiet: list[Loading] = []

    def stop(self) -> None:
        """Let go of all work under way and wait until its threads have ended."""
        works = [*self._works, *self._quiet]
        for work in works:
            work.cancel()
            work.blockSignals(True)
        for work in works:
            work.wait()
        self._rest(works)
        self._works.clear()
        self._quiet.clear()

    def cancel(self) -> None:
        """Give up what is under way, unless nobody was told of it; nothing of it is kept."""
        for work in self._works:
            work.cancel()

    def _start(
        self, text: str, work: Callable[[Progress], object], on_done: Callable[[Any], None]
    ) -> None:
        loading = Loading(work, self)
        loading.failed.connect(self._on_failed)
        loading.told.connect(self.told)
        self._works.append(loading)
        self.busy.emit(text)
        self._run(loading, on_done)

    def _start_quietly(
        self,
        work: Callable[[Progress], object],
        on_done: Callable[[Any], None],
        on_failed: Callable[[QuotelineError], None],
    ) -> None:
        """Start work that the reader need not know of and cannot give up."""
        loading = Loading(work, self)
        loading.failed.connect(on_failed)
        self._quiet.append(loading)
        self._run(loading, on_done)

    def _wait_quietly(self) -> None:
        """Wait for the quiet work under way; what it leads to is told in its time."""
        for work in self._quiet:
            work.wait()

    def _run(self, loading: Loading, on_done: Callable[[Any], None]) -> None:
        loading.done.connect(on_done)
        loading.broken.connect(self.broken)
        loading.finished.connect(self._on_finished)
        # The collector runs in whichever thread allocates; were it to find a discarded widget while
        # the work runs, that widget would be destroyed outside Qt's thread.
        self._under_way.add(loading)
        gc.disable()
        loading.start()

    def _on_finished(self) -> None:
        heard = bool(self._works)
        for works in (self._works, self._quiet):
            ended = [one for one in works if one.isFinished()]
            self._rest(ended)
            for work in ended:
                works.remove(work)
                work.deleteLater()
        if heard and not self._works:
            self.busy.emit("")

    def _rest(self, ended: Iterable[Loading]) -> None:
        """Let the collector run again unless other work is under way."""
        self._under_way.difference_update(ended)
        if not self._under_way:
            gc.enable()

    def _on_failed(self, error: QuotelineError) -> None:
        if isinstance(error, DamagedFile):
            self.damaged.emit(error)
        elif isinstance(error, GivenUpError):
            self.given_up.emit(error.said)
        else:
            self.failed.emit(error.said)
