"""MatrixTable: the matrix of events by articles on screen; a cell leads to its passage."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from explorer.analysis.coverage import Coverage, Row
from explorer.coverage.matrix import DATE, EVENT, FIRST_ARTICLE, MatrixModel
from explorer.model.selection import PassageSelected, Selection, current_event
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.copying import copy_table

_FLAG = QItemSelectionModel.SelectionFlag
_ROOMY = 110
"""From as many digits' width on, every column has room for words beside its signs."""


class MatrixTable(QTableView):
    """Events by articles; what is current here is selected everywhere, and the other way.

    In the column of an article that bears on the event its passage is selected, else the event.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_following = False
        self.matrix = MatrixModel(session, theme, self)
        self.setModel(self.matrix)
        self.setAccessibleName(self.tr("Events by articles"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 8)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(40)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(DATE, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._tell)
        self.doubleClicked.connect(self._reveal)
        session.selection_changed.connect(self.follow)

    def show_rows(self, coverage: Coverage, rows: Sequence[Row]) -> None:
        """Show other rows of a coverage."""
        self._is_following = True
        try:
            self.matrix.show_rows(coverage, rows)
        finally:
            self._is_following = False
        self._fit_columns()
        self.follow(self._session.selection)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self.matrix.theme = theme
        self.viewport().update()

    def follow(self, selection: Selection) -> None:
        """Make the row of the event that is selected elsewhere the current one."""
        place = self.matrix.place_of(current_event(selection))
        if place >= 0 and place == self.currentIndex().row():
            return
        column = max(0, self.currentIndex().column())
        index = self.matrix.index(place, column) if place >= 0 else QModelIndex()
        self._is_following = True
        try:
            self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect | _FLAG.Rows)
            if index.isValid():
                self.scrollTo(index)
        finally:
            self._is_following = False

    def copy_rows(self) -> None:
        """Put the rows shown on the clipboard as a table."""
        count = self.matrix.rowCount()
        copy_table([self.matrix.headings(), *(self.matrix.cells(row) for row in range(count))])
        self._session.notice.emit(self.tr("Copied as a table, {count} rows").format(count=count))

    def _on_current(self, index: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_following:
            self._tell(index)

    def _tell(self, index: QModelIndex) -> None:
        """Select the passage behind a cell, or the event of its row."""
        if not index.isValid():
            return
        event = self.matrix.row(index.row()).id
        if passage := self.matrix.passage_at(index):
            self._session.select(PassageSelected(passage, event))
        else:
            self._session.select_event(event)

    def _reveal(self, index: QModelIndex) -> None:
        """Bring the event on screen, and keep what the cell leads to selected."""
        if index.isValid():
            self._session.reveal(self.matrix.row(index.row()).id)
            self._tell(index)

    def _fit_columns(self) -> None:
        """Give the articles equal columns; what is left belongs to the event."""
        digit = max(1, self.fontMetrics().horizontalAdvance("0"))
        room = self.viewport().width() // digit
        articles = self.matrix.columnCount() - FIRST_ARTICLE
        date, each = (22, 14) if room >= _ROOMY else (17, 8)
        self.matrix.tell(in_words=room >= _ROOMY)
        self.setColumnWidth(DATE, date * digit)
        for column in range(FIRST_ARTICLE, FIRST_ARTICLE + articles):
            self.setColumnWidth(column, each * digit)
        left = self.viewport().width() - (date + each * articles) * digit
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(EVENT, max(left, 20 * digit))

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Bring the current row on screen with Enter; copy rows with the usual keys."""
        if key_event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._reveal(self.currentIndex())
        elif key_event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(key_event)

    def focusInEvent(self, focus_event: QFocusEvent) -> None:
        """Take the keyboard without selecting anything: Qt makes the first cell current here."""
        self._is_following = True
        try:
            super().focusInEvent(focus_event)
        finally:
            self._is_following = False

    def resizeEvent(self, resize_event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        self._fit_columns()
        super().resizeEvent(resize_event)
