"""The project report: what the texts in hand prove, how events stand, and what does not hold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.dialogs.read_table import Cells, ReadModel, ReadTable
from explorer.exchange.report import Report
from explorer.exchange.report_editions import EditionLine
from explorer.sources.status import Status
from explorer.widgets.text import plain_tip
from explorer.wording.faults import fault_words


class ReportDialog(QDialog):
    """Shows a report in four tables; saving it is asked of the window.

    Signals:
        save_asked(): the reader wants the report as a file.
        event_asked(str): the reader wants to see an event (its id).
    """

    save_asked = Signal()
    event_asked = Signal(str)

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("project-report")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Project report"))
        self.report = report
        column = QVBoxLayout(self)
        column.setSpacing(10)
        headline = QLabel(self._verdict(), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        font = headline.font()
        font.setBold(True)
        headline.setFont(font)
        column.addWidget(headline)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._passages(), self.tr("Passages"))
        self.tabs.addTab(self._wanting(), self.tr("Not found (%n)", "", len(self._unproven())))
        self.tabs.addTab(self._events(), self.tr("Events"))
        self.tabs.addTab(
            self._violations(), self.tr("Does not hold (%n)", "", len(report.violations))
        )
        column.addWidget(self.tabs, 1)
        self.with_marks = QCheckBox(self.tr("Save it with my &notes, ratings and bookmarks"))
        self.with_marks.setToolTip(
            plain_tip(self.tr("Without them the report repeats no sentence of an article."))
        )
        column.addWidget(self.with_marks)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        save = buttons.addButton(self.tr("&Save report…"), QDialogButtonBox.ButtonRole.ActionRole)
        save.clicked.connect(self.save_asked)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(940, 560)

    def _verdict(self) -> str:
        passages = self.report.passages
        proven = passages[Status.EXACT] + passages[Status.MOVED]
        told = self.tr("{proven} of {all} passages found word for word").format(
            proven=proven, all=sum(passages.values())
        )
        held = self.tr("everything that was checked holds")
        if self.report.violations:
            held = self.tr("%n thing(s) do not hold", "", len(self.report.violations))
        return self.tr("{passages}; {rules}.").format(passages=told, rules=held)

    def _passages(self) -> ReadTable:
        heads = [self.tr("Article"), self.tr("Text"), *map(_status_name, Status)]
        rows: list[Cells] = [
            [one.title or one.article, self._text_of(one), *(one.counts[s] for s in Status)]
            for one in self.report.editions
        ]
        totals = self.report.passages
        rows.append([self.tr("Texts shown"), "", *(totals[status] for status in Status)])
        model = ReadModel(heads, len(rows), rows.__getitem__, last_is_sum=True)
        return ReadTable(model, self.tr("Passages by article and text"))

    def _text_of(self, line: EditionLine) -> str:
        if not line.sha256:
            return self.tr("not attached")
        name = line.name or line.sha256[:8]
        return self.tr("{name} (shown)").format(name=name) if line.shown else name

    def _unproven(self) -> list[tuple[EditionLine, str, Status, str]]:
        return [
            (line, one.passage, one.status, ", ".join(one.events))
            for line in self.report.editions
            if line.sha256
            for one in line.wanting
        ]

    def _wanting(self) -> ReadTable:
        heads = [self.tr("Passage"), self.tr("Status"), self.tr("Text"), self.tr("Events")]
        found = self._unproven()

        def cells(row: int) -> Cells:
            line, passage, status, events = found[row]
            return [passage, _status_name(status), self._text_of(line), events]

        model = ReadModel(heads, len(found), cells)
        return ReadTable(model, self.tr("Passages that are not found word for word"))

    def _events(self) -> ReadTable:
        names = {
            "unsupported": self.tr("No support"),
            "disputed": self.tr("Disputed"),
            "one source": self.tr("One source"),
            "several sources": self.tr("Several sources"),
        }
        standings = [
            (names[standing], line) for standing in names for line in self.report.events[standing]
        ]

        def cells(row: int) -> Cells:
            standing, line = standings[row]
            return [standing, line.title or line.id, line.date, ", ".join(line.sources), line.id]

        heads = [
            self.tr("Standing"), self.tr("Event"), self.tr("Date"), self.tr("Supported by"),
            self.tr("Id"),
        ]  # fmt: skip
        model = ReadModel(heads, len(standings), cells)
        table = ReadTable(model, self.tr("Events by their support"))
        table.setToolTip(self.tr("Double-click an event to see it"))
        table.activated.connect(lambda index: self.event_asked.emit(standings[index.row()][1].id))
        return table

    def _violations(self) -> ReadTable:
        heads = [self.tr("Table"), self.tr("Id"), self.tr("Field"), self.tr("What to do")]
        found = self.report.violations

        def cells(row: int) -> Cells:
            one = found[row]
            to_do = f"{fault_words(one.problem)}; {fault_words(one.remedy)}"
            return [one.table, one.id, one.field, to_do]

        model = ReadModel(heads, len(found), cells)
        return ReadTable(model, self.tr("What does not hold"), wide=3)


def _status_name(status: Status) -> str:
    names = {
        Status.EXACT: QCoreApplication.translate("ReportDialog", "exact"),
        Status.MOVED: QCoreApplication.translate("ReportDialog", "moved"),
        Status.ACCEPTED: QCoreApplication.translate("ReportDialog", "accepted"),
        Status.SUGGESTED: QCoreApplication.translate("ReportDialog", "suggested"),
        Status.MISSING: QCoreApplication.translate("ReportDialog", "missing"),
        Status.UNATTACHED: QCoreApplication.translate("ReportDialog", "unattached"),
    }
    return names[status]
