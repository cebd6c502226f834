"""Telling: the window's dialogs that tell what became of something: a report, a fault, a bug."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QFileDialog

from explorer.exchange.report_marks import mark_lines
from explorer.going import Going
from explorer.session.session import Session
from explorer.sources.attaching import AttachReport
from explorer.theme import Theme
from explorer.widgets.standing_bar import StandingBar
from explorer.wording.faults import fault_words

if TYPE_CHECKING:
    from explorer.dialogs.report_dialog import ReportDialog
    from explorer.exchange.report import Report
    from explorer.exchange.share import WordingError


class Telling(Going):
    """The frame that can tell outcomes; what the reader answers goes out as a signal.

    Signals:
        restore_asked(): the reader wants to see the copies of the workspace.
        redaction_accepted(Path): the copy to pass on may be cut where it has an article's wording.
        report_file_asked(Report, Path): the report is wanted as a file.
    """

    restore_asked = Signal()
    redaction_accepted = Signal(object)
    report_file_asked = Signal(object, object)

    def __init__(self, session: Session, settings: QSettings, colours: Theme) -> None:
        super().__init__(session, settings, colours)
        self.is_furnished = False
        self.let_go: Callable[[], bool] = _at_once
        self.standing = StandingBar(colours, self)
        self.addToolBarBreak()
        self.addToolBar(self.standing)
        self.themed.connect(self.standing.set_theme)

    def show_attached(self, report: AttachReport) -> None:
        """Show what was found in the files that were given."""
        from explorer.dialogs.attach_report import AttachReportDialog  # noqa: PLC0415

        AttachReportDialog(report, self.session.chronicle, self).open()

    def show_failed(self, message: str) -> None:
        """Show what could not be done and what to do about it."""
        from explorer.dialogs.error_dialog import show_fault  # noqa: PLC0415

        self.say_nothing_is_open()
        show_fault(self, fault_words(message))

    def show_given_up(self, message: str) -> None:
        """Say that something was given up, as the reader wished."""
        self.say_nothing_is_open()
        self.session.notice.emit(fault_words(message))

    def may_leave(self) -> bool:
        """Let the open files be closed, out of sight; tell whether the window may go."""
        self.hide()
        if self.let_go():
            return True
        self.show()
        return False

    def say_nothing_is_open(self) -> None:
        """Tell what can be done, where no chronicle is open yet."""
        if not self.is_furnished:
            self.waiting.setText(
                self.tr("No chronicle is open. File > Open chronicle (Ctrl+O) opens one.")
            )

    def offer_redaction(self, error: WordingError, path: Path) -> None:
        """Say which fields would carry an article's wording away, and offer to cut them."""
        from explorer.dialogs.error_dialog import offer_redaction  # noqa: PLC0415

        offer_redaction(self, fault_words(error), partial(self.redaction_accepted.emit, path))

    def show_report(self, report: Report) -> None:
        """Show what holds in the project and what does not."""
        from explorer.dialogs.report_dialog import ReportDialog  # noqa: PLC0415

        dialog = ReportDialog(report, self)
        dialog.save_asked.connect(partial(self._ask_report_file, dialog))
        dialog.event_asked.connect(self.session.reveal)
        dialog.open()

    def _ask_report_file(self, dialog: ReportDialog) -> None:
        report = dialog.report
        if dialog.with_marks.isChecked():
            report = replace(report, marks=mark_lines(self.session.workspace))
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save report"),
            f"{report.chronicle}-report.html",
            self.tr("Page (*.html);;Table (*.csv);;Data (*.json)"),
        )
        if name:
            self.report_file_asked.emit(report, Path(name))

    def do_restore(self) -> None:
        """Show the copies of the workspace, to bring one back."""
        self.typing_ended.emit()
        self.restore_asked.emit()

    def show_crash(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
        unsaved: str = "",
    ) -> None:
        """Show a bug with its traceback to copy, and what could not be saved before."""
        from explorer.dialogs.error_dialog import CrashDialog  # noqa: PLC0415

        CrashDialog(kind, error, trace, self, fault_words(unsaved)).open()


def _at_once() -> bool:
    return True
