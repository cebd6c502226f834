"""DifferingTable: the disagreements on screen; a row selects its events."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from explorer.analysis.disagreement import Differing
from explorer.disagreements.model import Column, DifferingModel
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.copying import copy_table
from explorer.widgets.headings import column_width

_ARTICLES_FROM = 76
"""From as many digits' width on, there is a column of articles."""
_SETTLED_FROM = 54
"""From as many digits' width on, there is a column of resolutions."""


class DifferingTable(QTableView):
    """Disagreements as rows, to sort, to walk with the keyboard and to copy.

    Signals:
        current(str): another disagreement is the current one (its id, or "").
        opened(str): the reader wants it on the timeline: double-click, or Enter.
    """

    current = Signal(str)
    opened = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows = DifferingModel(session, theme, self)
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Disagreements"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() * 2 + 8)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.clicked.connect(self._on_click)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[Differing], wanted: str) -> None:
        """Show other disagreements, with the row of the id `wanted` current, else the first."""
        self.rows.show_rows(rows)
        self.mark(wanted if self.rows.row_of(wanted) >= 0 else "")

    def mark(self, disagreement: str) -> None:
        """Make the row of a disagreement the current one; the first row where it has none."""
        row = max(0, self.rows.row_of(disagreement))
        index = self.rows.index(row, 0) if self.rows.rowCount() else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        rows = QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags | rows)
        if index.isValid():
            self.scrollTo(index)

    def current_differing(self) -> Differing | None:
        """Return the disagreement of the current row, if there is one."""
        index = self.currentIndex()
        return self.rows.differing(index.row()) if index.isValid() else None

    def copy_rows(self) -> None:
        """Put all rows on the clipboard as a table."""
        count = self.rows.rowCount()
        copy_table([self.rows.headings(), *(self.rows.cells(row) for row in range(count))])
        self._session.notice.emit(self.tr("Copied as a table, {count} rows").format(count=count))

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self.rows.theme = theme
        self.viewport().update()

    def _on_current(self, index: QModelIndex, _previous: QModelIndex) -> None:
        self.current.emit(self.rows.differing(index.row()).id if index.isValid() else "")

    def _on_click(self, index: QModelIndex) -> None:
        self.current.emit(self.rows.differing(index.row()).id)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.rows.differing(index.row()).id)

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Show the current row on the timeline with Enter; copy rows with the usual keys."""
        if key_event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key_event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(key_event)

    def resizeEvent(self, resize_event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        digit = max(1, self.fontMetrics().horizontalAdvance("0"))
        digits = self.viewport().width() // digit
        self.setColumnHidden(Column.ARTICLES, digits < _ARTICLES_FROM)
        self.setColumnHidden(Column.SETTLED, digits < _SETTLED_FROM)
        for column, width in (
            (Column.KIND, 16),
            (Column.ABOUT, 11),
            (Column.ARTICLES, 18),
            (Column.SETTLED, 10),
        ):
            self.setColumnWidth(
                column, column_width(self.horizontalHeader(), column, width * digit)
            )
        super().resizeEvent(resize_event)
