"""Desk: it opens chronicles, attaches articles and saves, away from the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer.analysis.steps import Step
from explorer.commands.outputs import spare_sources
from explorer.commands.verify import report_format
from explorer.exchange.report import Report, make_report
from explorer.exchange.report_editions import editions_in_hand
from explorer.exchange.share import Shared, WordingError, share
from explorer.keeping import StudyKeeper, sweep_texts
from explorer.loading import Progress
from explorer.mending import Mending
from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.opening import Study, attach_texts, hold_study
from explorer.session.session import Session
from explorer.sources.attaching import AttachReport, attach_paths
from explorer.store.chronicles import save_chronicle
from explorer.store.damage import DamagedFile, restore_copy
from explorer.store.faults import GivenUpError
from explorer.store.files import write_atomically
from explorer.wording.faults import fault_words


class NoReportError(GivenUpError):
    """The reader gave up a report."""

    def __init__(self) -> None:
        super(GivenUpError, self).__init__(
            said("The report was given up, and no file was written.")
        )


class Desk(Mending):
    """Opens, attaches and saves for one session.

    Signals:
        furnish_asked(): a chronicle is about to be shown, so the panels are needed.
        replacing(): what is open is about to make room, so what is being typed must be saved.
        attached(AttachReport): files were examined, and those that hold articles attached.
        reported(Report): everything was checked.
        wording_left(WordingError, Path): a copy to pass on would hold wording of an article.
        lost(tuple[str]): records or steps could not be read, and were left out.
        rescued(tuple[Path]): files of work that an earlier run could not save.
    """

    furnish_asked = Signal()
    replacing = Signal()
    attached = Signal(object)
    reported = Signal(object)
    wording_left = Signal(object, object)
    lost = Signal(object)
    rescued = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._asked: tuple[Path | None, Path | None, Path | None] = (None, None, None)
        session.fault.connect(self.failed)
        self.moved.connect(self.open)
        self.replaced.connect(self.open)

    def open(
        self,
        chronicle: Path | None = None,
        workspace: Path | None = None,
        articles: Path | None = None,
        good_only: bool = False,
    ) -> None:
        """Open a chronicle (the bundled one without a path) with its workspace and articles.

        With `good_only` what is damaged is opened without its bad records.
        """
        self._asked = (chronicle, workspace, articles)
        known = self.keeper.own if self.keeper and articles is None else None

        def work(progress: Progress) -> Study:
            study = hold_study(
                chronicle,
                workspace,
                articles,
                good_only=good_only,
                known=known,
                progress=progress.tell,
                cancelled=progress.is_cancelled,
            )
            if study.own is not known:
                self._unclaimed.append(study)
                sweep_texts(study)
            return study

        self._start(self.tr("Opening the chronicle…"), work, self._on_opened)

    def open_good(self) -> None:
        """Open what is good of what was asked for last and found damaged."""
        self.open(*self._asked, good_only=True)

    def open_copy(self, damaged: DamagedFile) -> None:
        """Put the last good copy in the place of a damaged file and open again."""
        try:
            restore_copy(damaged.path)
        except QuotelineError as error:
            self.failed.emit(error.said)
        else:
            self.open(*self._asked)

    def attach(self, paths: Sequence[Path]) -> None:
        """Examine files and attach those that hold articles of the chronicle."""
        study, chronicle = self._study, self._session.chronicle
        if self._session.read_only:
            self.failed.emit(self._session.read_only)
            return
        self._start(
            self.tr("Examining the files…"),
            lambda progress: (
                study,
                attach_paths(chronicle, paths, progress.tell, progress.is_cancelled),
            ),
            self._on_examined,
        )

    def report(self) -> None:
        """Check everything and report on it."""
        study, workspace, library = self._study, self._session.workspace, self._session.library
        if study is None:
            return
        codebook = self._session.codebook
        made = datetime.now(UTC).isoformat(timespec="seconds")
        self._start(
            self.tr("Checking everything…"),
            lambda progress: make_report(
                study.chronicle,
                library,
                workspace,
                codebook,
                editions=editions_in_hand(workspace, study.texts, study.given),
                made=made,
                step=_step(progress),
            ),
            self.reported.emit,
        )

    def save_report(self, report: Report, path: Path) -> None:
        """Write a report as the file's ending says: a page, a table or data."""
        study = self._study
        if study is None:
            return

        def work(progress: Progress) -> Path:
            written = report_format(path, fault_words)
            spare_sources(path, study, self.tr("the report"))
            raw = written(report)
            if progress.is_cancelled():
                raise NoReportError
            write_atomically(path, raw)
            return path

        self._start(self.tr("Writing the report…"), work, self._on_written)

    def _on_written(self, path: Path) -> None:
        self._session.notice.emit(self.tr("Written: {path}").format(path=path))

    def share(self, path: Path, redact: bool = False) -> None:
        """Write a copy of the chronicle without any text of others, to be passed on."""
        study, workspace = self._study, self._session.workspace
        if study is None:
            return

        def work(_: Progress) -> tuple[Path, Shared | WordingError]:
            spare_sources(path, study, self.tr("the copy"))
            in_hand = editions_in_hand(workspace, study.texts, study.given)
            texts = [text for some in in_hand.values() for _, text in some]
            try:
                shared = share(study.chronicle, texts, redact=redact)
            except WordingError as error:
                return path, error
            save_chronicle(shared.chronicle, path)
            return path, shared

        self._start(self.tr("Writing the copy…"), work, self._on_shared)

    def _on_shared(self, outcome: tuple[Path, Shared | WordingError]) -> None:
        path, shared = outcome
        if isinstance(shared, WordingError):
            self.wording_left.emit(shared, path)
            return
        words = self.tr("Written without any article's text: {path}").format(path=path)
        self._session.notice.emit(words)

    def save(self) -> None:
        """Write what could not be written so far. Raises QuotelineError."""
        if self.keeper is not None and not self._session.read_only:
            self.keeper.own.save()

    def _on_opened(self, study: object) -> None:
        assert isinstance(study, Study)  # noqa: S101 - what hold_study returns
        self._unclaimed = [one for one in self._unclaimed if one is not study]
        self.furnish_asked.emit()
        self.replacing.emit()
        before, self._study = self._study, study
        if before is not None and self.keeper is not None and before.own is study.own:
            # The file was read a moment ago; what the reader did since is in the session alone.
            workspace = self._session.workspace
            library = study.library_for(workspace)
        else:
            workspace, library = study.workspace, study.library
            self._let_go()
        self.keeper = keeper = StudyKeeper(study)
        self._session.open(study.chronicle, workspace, library, keeper, keeper.own.read_only)
        self._tend()
        if study.report is not None:
            self._tell(study.report)
        if study.left_out:
            self.lost.emit(study.left_out)
        if study.rescues:
            self.rescued.emit(study.rescues)

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
                self.failed.emit(error.said)
                return
            self._session.change_workspace(workspace, self.tr("Attach articles"))
            # A text that was mended is attached as before, and yet it reads otherwise.
            self._session.set_library(study.library_for(workspace))
        self.attached.emit(report)

    def _tell(self, report: AttachReport) -> None:
        if report.unmatched or report.faults or not report.matched:
            self.attached.emit(report)


def _step(progress: Progress) -> Step:
    """Return what tells how far a report is, and ends it once nobody waits for it."""

    def step(done: int, total: int) -> None:
        if progress.is_cancelled():
            raise NoReportError
        progress.tell(done, total, "")

    return step
