"""The report after attaching: what each file was, and how many passages were found in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.model.chronicle import Chronicle
from explorer.sources.attaching import AttachReport, Fault, Kind, ReadAs, Recognised, strength
from explorer.sources.library import Status
from explorer.widgets.text import plain_tip
from explorer.wording.faults import fault_words

_FEW = 8
"""Unrelated files that get a row each; of more, these are named in one row."""


class AttachReportDialog(QDialog):
    """Shows one row for each file that was given."""

    def __init__(
        self, report: AttachReport, chronicle: Chronicle, parent: QWidget | None = None
    ) -> None:
        """Show `report`, naming the articles of `chronicle`."""
        super().__init__(parent)
        self.setObjectName("attach-report")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Attached articles"))
        self._report = report
        headline = QLabel(self._headline(), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        font = headline.font()
        font.setBold(True)
        headline.setFont(font)
        self._table = self._made_table(chronicle)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("&Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(headline)
        column.addWidget(self._table, 1)
        column.addWidget(buttons)
        self.resize(900, 160 + 30 * min(self._table.rowCount(), 14))

    def _headline(self) -> str:
        report = self._report
        files = {one.name for one in report.matched}
        matched = self.tr("%n file(s) recognised", "", len(files))
        others = self.tr("%n file(s) not", "", len(report.unmatched) + len(report.faults))
        best = {one.article: one for one in sorted(report.matched, key=strength)}
        exact = sum(one.counts.get(Status.EXACT, 0) for one in best.values())
        told = self.tr("%n passage(s) exact", "", exact)
        if not report.matched:
            return self.tr("No file holds an article of this chronicle.")
        return self.tr("{matched}, {others}; {passages}.").format(
            matched=matched, others=others, passages=told
        )

    def _made_table(self, chronicle: Chronicle) -> QTableWidget:
        rows = [_matched_row(one, chronicle) for one in self._report.matched]
        rows += [(one.name, "", _fault_outcome(one), "") for one in self._report.faults]
        rows += self._unmatched_rows()
        heads = (self.tr("File"), self.tr("Article"), self.tr("Outcome"), self.tr("Passages"))
        table = QTableWidget(len(rows), len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.setObjectName("outcomes")
        table.setAccessibleName(self.tr("Outcome for each file"))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                table.setItem(number, column, item)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.setWordWrap(False)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.setMaximumSectionSize(QFontMetrics(table.font()).averageCharWidth() * 48)
        return table

    def _unmatched_rows(self) -> list[tuple[str, str, str, str]]:
        """Return a row for each unrelated file, or one for all of them where they are many."""
        unmatched = self._report.unmatched
        if len(unmatched) <= _FEW:
            return [(one.name, "", _outcome(one.kind), "") for one in unmatched]
        named = ", ".join(one.name for one in unmatched[:_FEW])
        words = self.tr("{names}, and %n more", "", len(unmatched) - _FEW)
        return [(words.format(names=named), "", _outcome(Kind.UNRELATED), "")]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(fault_words, self._report.lines())))


def _matched_row(one: Recognised, chronicle: Chronicle) -> tuple[str, str, str, str]:
    known = chronicle.article.get(one.article)
    title = known.title if known else one.article
    counted = [
        f"{count} {_status_word(status)}"
        for status, count in one.counts.items()
        if count and status is not Status.UNATTACHED
    ]
    return one.name, title, _read_how(one), ", ".join(counted)


def _read_how(one: Recognised) -> str:
    """Word the outcome for a text, with what of the file it is and how its letters were read."""
    words = [_outcome(one.kind)]
    if one.reading is ReadAs.READABLE:
        words.append(QCoreApplication.translate("AttachReport", "the body of the page"))
    elif one.reading is ReadAs.WHOLE_PAGE:
        words.append(QCoreApplication.translate("AttachReport", "all that the page shows"))
    if one.guessed:
        guess = QCoreApplication.translate("AttachReport", "letters read as {encoding}, a guess")
        words.append(guess.format(encoding=one.encoding))
    return "; ".join(words)


def _status_word(status: Status) -> str:
    words = {
        Status.EXACT: QCoreApplication.translate("AttachReport", "exact"),
        Status.MOVED: QCoreApplication.translate("AttachReport", "moved"),
        Status.ACCEPTED: QCoreApplication.translate("AttachReport", "accepted"),
        Status.SUGGESTED: QCoreApplication.translate("AttachReport", "suggested"),
        Status.MISSING: QCoreApplication.translate("AttachReport", "missing"),
        Status.UNATTACHED: QCoreApplication.translate("AttachReport", "unattached"),
    }
    return words[status]


def _outcome(kind: Kind) -> str:
    words = {
        Kind.EDITION: QCoreApplication.translate("AttachReport", "attached: the known edition"),
        Kind.OTHER_EDITION: QCoreApplication.translate("AttachReport", "attached: another edition"),
        Kind.UNRELATED: QCoreApplication.translate("AttachReport", "no article of this chronicle"),
        Kind.EMPTY: QCoreApplication.translate("AttachReport", "empty"),
        Kind.TOO_LARGE: QCoreApplication.translate("AttachReport", "too large (20 MB at most)"),
        Kind.NOT_TEXT: QCoreApplication.translate("AttachReport", "not a text"),
        Kind.ALTERED: QCoreApplication.translate("AttachReport", "changed outside Quoteline"),
        Kind.UNREADABLE: QCoreApplication.translate("AttachReport", "could not be read"),
    }
    return words[kind]


def _fault_outcome(fault: Fault) -> str:
    told = fault_words(fault.message).removeprefix(f"{fault.name}: ")
    return f"{_outcome(fault.kind)}: {told}"
