"""TiesTable: who meets whom, in how many events; the network in words and numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from explorer.analysis.relations import Tie
from explorer.session.session import Session
from explorer.widgets.text import plain_tip
from explorer.wording.actors import actor_name

_TIE = Qt.ItemDataRole.UserRole + 1


class TiesTable(QTableView):
    """Two actors a row, with the number of events in which both take part.

    Signals:
        chosen(Tie): a row was clicked, or Enter pressed on it.
    """

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = QStandardItemModel(0, 3, self)
        self.setModel(self._rows)
        self.setAccessibleName(self.tr("Actors that take part in events together"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.clicked.connect(self._choose)

    def show_ties(self, ties: Sequence[Tie]) -> None:
        """Show other ties, in the order given unless the reader has sorted them."""
        self._rows.setRowCount(0)
        self._rows.setHorizontalHeaderLabels([self.tr("Actor"), self.tr("With"), self.tr("Events")])
        for tie in ties:
            cells = [self._named(tie.one), self._named(tie.other), QStandardItem()]
            cells[2].setData(len(tie.events), Qt.ItemDataRole.DisplayRole)
            cells[2].setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            cells[0].setData(tie, _TIE)
            self._rows.appendRow(cells)
        header = self.horizontalHeader()
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        if header.sortIndicatorSection() >= 0:
            self.sortByColumn(header.sortIndicatorSection(), header.sortIndicatorOrder())

    def ties(self) -> list[Tie]:
        """Return the ties in the order shown."""
        return [self._tie(row) for row in range(self._rows.rowCount())]

    def _named(self, actor: str) -> QStandardItem:
        chronicle = self._session.chronicle
        cell = QStandardItem(actor_name(chronicle, actor, short=True))
        cell.setToolTip(plain_tip(actor_name(chronicle, actor)))
        return cell

    def _tie(self, row: int) -> Tie:
        found: Tie = self._rows.item(row, 0).data(_TIE)
        return found

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._tie(index.row()))

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Take the current row with Enter."""
        enter = key_event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(key_event)
