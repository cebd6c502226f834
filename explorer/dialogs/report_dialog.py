"""The project report: what the texts in hand prove, how events stand, and what does not hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.exchange.report import Report
from explorer.exchange.report_editions import EditionLine
from explorer.sources.status import Status
from explorer.widgets.text import plain_tip
from explorer.wording.faults import fault_words

_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


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

    def _passages(self) -> QTableWidget:
        heads = [self.tr("Article"), self.tr("Text"), *map(_status_name, Status)]
        rows: list[list[str | int]] = [
            [one.title or one.article, self._text_of(one), *(one.counts[s] for s in Status)]
            for one in self.report.editions
        ]
        totals = self.report.passages
        rows.append([self.tr("Texts shown"), "", *(totals[status] for status in Status)])
        table = made_table(heads, rows, self.tr("Passages by article and text"))
        for column in range(table.columnCount()):
            if (item := table.item(len(rows) - 1, column)) is not None:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
        return table

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

    def _wanting(self) -> QTableWidget:
        heads = [self.tr("Passage"), self.tr("Status"), self.tr("Text"), self.tr("Events")]
        rows = [
            [passage, _status_name(status), self._text_of(line), events]
            for line, passage, status, events in self._unproven()
        ]
        return made_table(heads, rows, self.tr("Passages that are not found word for word"))

    def _events(self) -> QTableWidget:
        names = {
            "unsupported": self.tr("No support"),
            "one source": self.tr("One source"),
            "several sources": self.tr("Several sources"),
            "disputed": self.tr("Disputed"),
        }
        rows = [
            [names[standing], line.title or line.id, line.date, ", ".join(line.sources), line.id]
            for standing in ("unsupported", "disputed", "one source", "several sources")
            for line in self.report.events[standing]
        ]
        heads = [
            self.tr("Standing"), self.tr("Event"), self.tr("Date"), self.tr("Supported by"),
            self.tr("Id"),
        ]  # fmt: skip
        table = made_table(heads, rows, self.tr("Events by their support"))
        table.setToolTip(self.tr("Double-click an event to see it"))
        table.cellActivated.connect(self._go)
        return table

    def _go(self, row: int, _column: int) -> None:
        table = self.tabs.widget(2)
        if isinstance(table, QTableWidget) and (item := table.item(row, 4)) is not None:
            self.event_asked.emit(item.text())

    def _violations(self) -> QTableWidget:
        heads = [self.tr("Table"), self.tr("Id"), self.tr("Field"), self.tr("What to do")]
        rows = [
            [one.table, one.id, one.field, f"{fault_words(one.problem)}; {fault_words(one.remedy)}"]
            for one in self.report.violations
        ]
        return made_table(heads, rows, self.tr("What does not hold"), wide=3)


def made_table(
    heads: Sequence[str], rows: Sequence[Sequence[str | int]], name: str, wide: int = 1
) -> QTableWidget:
    """Make a table to read: numbers to the right, texts as they are, the column `wide` widest."""
    table = QTableWidget(len(rows), len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setAccessibleName(name)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            item = QTableWidgetItem(str(value))
            item.setToolTip(plain_tip(str(value)))
            if isinstance(value, int):
                item.setTextAlignment(_NUMBER)
            table.setItem(number, column, item)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.setWordWrap(False)
    head = table.horizontalHeader()
    head.setMaximumSectionSize(320)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    return table


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
