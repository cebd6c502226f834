"""Desk: it opens chronicles, attaches articles and saves, away from the window's thread."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.keeping import StudyKeeper
from explorer.loading import Loading, Progress
from explorer.model.errors import QuotelineError
from explorer.opening import Study, attach_texts, open_study
from explorer.session.session import Session
from explorer.sources.attaching import AttachReport, attach_paths
from explorer.store.damage import DamagedFile, restore_copy
from explorer.store.workspaces import save_workspace


class Desk(QObject):
    """Opens, attaches and saves for one session.

    Signals:
        furnish_asked(): a chronicle is about to be shown, so the panels are needed.
        replacing(): what is open is about to make room, so what is being typed must be saved.
        attached(AttachReport): files were examined, and those that hold articles attached.
        failed(str): something could not be done, and what to do about it.
        damaged(DamagedFile): a file is damaged; it may have a good copy.
        busy(str): what is being done, or an empty string when all is done.
        told(int, int, str): of that, how many steps are done of how many, and what is at hand.
        broken(object): a bug showed itself in the work.
    """

    furnish_asked = Signal()
    replacing = Signal()
    attached = Signal(object)
    failed = Signal(str)
    damaged = Signal(object)
    busy = Signal(str)
    told = Signal(int, int, str)
    broken = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._study: Study | None = None
        self._works: list[Loading] = []
        self._asked: tuple[Path | None, Path | None, Path | None] = (None, None, None)
        session.fault.connect(self.failed)

    def open(
        self,
        chronicle: Path | None = None,
        workspace: Path | None = None,
        articles: Path | None = None,
    ) -> None:
        """Open a chronicle (the bundled one without a path) with its workspace and articles."""
        self._asked = (chronicle, workspace, articles)
        self._start(
            self.tr("Opening the chronicle…"),
            lambda _: open_study(chronicle, workspace, articles, write=True),
            self._on_opened,
        )

    def open_copy(self, damaged: DamagedFile) -> None:
        """Put the last good copy in the place of a damaged file and open again."""
        try:
            restore_copy(damaged.path)
        except QuotelineError as error:
            self.failed.emit(str(error))
        else:
            self.open(*self._asked)

    def attach(self, paths: Sequence[Path]) -> None:
        """Examine files and attach those that hold articles of the chronicle."""
        study, chronicle = self._study, self._session.chronicle
        self._start(
            self.tr("Examining the files…"),
            lambda _: (study, attach_paths(chronicle, paths)),
            self._on_examined,
        )

    def save(self) -> None:
        """Save the workspace as it stands. Raises QuotelineError."""
        if self._study is not None:
            save_workspace(self._session.workspace, self._study.workspace_path)

    def stop(self) -> None:
        """Let go of all work under way and wait until its threads have ended."""
        for work in self._works:
            work.cancel()
            work.blockSignals(True)
        for work in self._works:
            work.wait()
        self._works.clear()
        gc.enable()

    def cancel(self) -> None:
        """Give up what is under way; nothing of it is kept."""
        for work in self._works:
            work.cancel()

    def _start(
        self, text: str, work: Callable[[Progress], object], on_done: Callable[[Any], None]
    ) -> None:
        loading = Loading(work, self)
        loading.done.connect(on_done)
        loading.failed.connect(self._on_failed)
        loading.broken.connect(self.broken)
        loading.told.connect(self.told)
        loading.finished.connect(self._on_finished)
        self._works.append(loading)
        self.busy.emit(text)
        # The collector runs in whichever thread allocates; were it to find a discarded widget while
        # the work runs, that widget would be destroyed outside Qt's thread.
        gc.disable()
        loading.start()

    def _on_finished(self) -> None:
        for work in [one for one in self._works if one.isFinished()]:
            self._works.remove(work)
            work.deleteLater()
        if not self._works:
            gc.enable()
            self.busy.emit("")

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DamagedFile):
            self.damaged.emit(error)
        else:
            self.failed.emit(str(error))

    def _on_opened(self, study: object) -> None:
        assert isinstance(study, Study)  # noqa: S101 - what open_study returns
        self.furnish_asked.emit()
        self.replacing.emit()
        before, self._study = self._study, study
        workspace, library = study.workspace, study.library
        if before is not None and before.workspace_path == study.workspace_path:
            # The file was read a moment ago; what the reader did since is in the session alone.
            workspace = self._session.workspace
            library = study.library_for(workspace)
        self._session.open(study.chronicle, workspace, library, StudyKeeper(study))
        if study.report is not None:
            self._tell(study.report)

    def _on_examined(self, outcome: tuple[Study | None, AttachReport]) -> None:
        study, report = outcome
        if study is None or study is not self._study:
            self.failed.emit(
                self.tr("Another chronicle was opened meanwhile. Attach the articles again.")
            )
            return
        if report.matched:
            try:
                workspace = attach_texts(report, self._session.workspace, study.texts)
            except QuotelineError as error:
                self.failed.emit(str(error))
                return
            self._session.change_workspace(workspace, self.tr("Attach articles"))
            # A text that was mended is attached as before, and yet it reads otherwise.
            self._session.set_library(study.library_for(workspace))
        self.attached.emit(report)

    def _tell(self, report: AttachReport) -> None:
        if report.unmatched or report.faults or not report.matched:
            self.attached.emit(report)
