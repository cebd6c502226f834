"""LedgerView: the ledger on screen; rows select their events, and the other way."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from explorer.analysis.appeals import Appeal
from explorer.appeals.ledger import Column, LedgerModel
from explorer.model.selection import EventsSelected, Selection, current_event
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.copying import copy_table
from explorer.widgets.headings import column_width

_FLAG = QItemSelectionModel.SelectionFlag
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GROUND_FROM = 190
"""From as many digits' width on, there is a column of legal grounds."""
_DATES_FROM = 130
"""From as many digits' width on, dates and names have room for nearly all of their words."""
_DAYS_FROM = 100
"""From as many digits' width on, there are columns of days and articles."""


class LedgerView(QTreeView):
    """Appeals with their answers beneath; the keyboard moves, Enter shows them on the timeline."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_following = False
        self.ledger = LedgerModel(session, theme, self)
        self.setModel(self.ledger)
        self.setAccessibleName(self.tr("Appeals and answers"))
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSortingEnabled(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(Column.DATE, Qt.SortOrder.AscendingOrder)
        self.ledger.layoutChanged.connect(self.expandAll)
        self.selectionModel().selectionChanged.connect(self._on_rows)
        self.doubleClicked.connect(self._show_on_timeline)
        session.selection_changed.connect(self.follow)

    def show_appeals(self, appeals: tuple[Appeal, ...]) -> None:
        """Show other appeals, all with their answers."""
        if appeals == self.ledger.appeals:
            return
        self._is_following = True
        try:
            self.ledger.show_appeals(appeals)
            self.sortByColumn(
                self.header().sortIndicatorSection(), self.header().sortIndicatorOrder()
            )
            self.expandAll()
        finally:
            self._is_following = False
        self.follow(self._session.selection)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self.ledger.theme = theme
        self.viewport().update()

    def follow(self, selection: Selection) -> None:
        """Show the row of the event that is selected elsewhere."""
        event = current_event(selection)
        chosen = self.selectionModel().selectedRows()
        if any(self.ledger.row_of(index).event.id == event for index in chosen):
            return
        index = self.ledger.index_of(event) if event else QModelIndex()
        self._is_following = True
        try:
            if index.isValid():
                self.setCurrentIndex(index)
                self.scrollTo(index)
            else:
                self.clearSelection()
        finally:
            self._is_following = False

    def copy_rows(self) -> None:
        """Put the selected rows, or all of them when none is, on the clipboard as a table."""
        chosen = self.selectionModel().selectedRows()
        rows = [index for index in self._every_row() if not chosen or index in chosen]
        copy_table([self.ledger.headings(), *(self.ledger.cells(index) for index in rows)])
        self._session.notice.emit(
            self.tr("Copied as a table, {count} rows").format(count=len(rows))
        )

    def _every_row(self) -> list[QModelIndex]:
        rows = []
        for top in range(self.ledger.rowCount()):
            first = self.ledger.index(top, 0)
            rows.append(first)
            rows += [self.ledger.index(row, 0, first) for row in range(self.ledger.rowCount(first))]
        return rows

    def _on_rows(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self._tell()

    def _tell(self) -> None:
        """Select the rows' events: an appeal with all its answers, an answer with its appeal."""
        chosen = self.selectionModel().selectedRows()
        if self._is_following or not chosen:
            return
        current = (
            self.currentIndex() if self.currentIndex().siblingAtColumn(0) in chosen else chosen[-1]
        )
        events: dict[str, None] = {}
        for index in chosen:
            one = self.ledger.row_of(index)
            appeal = self.ledger.appeal_of(index)
            both = appeal.events if one is appeal else (appeal.event.id, one.event.id)
            events.update(dict.fromkeys(both))
        self._session.select(EventsSelected(tuple(events), self.ledger.row_of(current).event.id))

    def _show_on_timeline(self, index: QModelIndex) -> None:
        if index.isValid():
            self._tell()
            self._session.fit_selection()

    def _fit_columns(self) -> None:
        """Give columns the room there is."""
        digit = max(1, self.fontMetrics().horizontalAdvance("0"))
        digits = self.viewport().width() // digit
        self.setColumnHidden(Column.GROUND, digits < _GROUND_FROM)
        self.ledger.put_ground(apart=digits >= _GROUND_FROM)
        for column in (Column.DAYS, Column.SOURCES):
            self.setColumnHidden(column, digits < _DAYS_FROM)
        wide = digits >= _DATES_FROM
        for column, width in (
            (Column.DATE, 27 if wide else 19),
            (Column.WHO, 30 if wide else 18),
            (Column.ANSWER, 17 if wide else 16),
            (Column.GROUND, 30),
            (Column.DAYS, 20 if wide else 18),
            (Column.SOURCES, 9),
        ):
            self.setColumnWidth(column, column_width(self.header(), column, width * digit))

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Show the current row on the timeline with Enter; copy rows with the usual keys."""
        if key_event.key() in _ENTER and self.currentIndex().isValid():
            self._show_on_timeline(self.currentIndex())
        elif key_event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(key_event)

    def resizeEvent(self, resize_event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        self._fit_columns()
        super().resizeEvent(resize_event)
