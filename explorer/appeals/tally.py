"""TallyTable: who was asked how often and gave what, a row for each party."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from explorer.analysis.appeals import Tally
from explorer.appeals.words import kind_sign
from explorer.model.folding import fold
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.copying import copy_table
from explorer.widgets.text import plain_tip
from explorer.wording.actors import actor_name

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_PARTY, _WORDY = 28, 14
"""Digits' widths of the party's column, and of another that is headed by words."""
_FIXED = 3
"""Columns before those of the kinds: the party, how often asked, how often no answer is told."""


class TallyModel(QAbstractTableModel):
    """Tallies as rows; a 0 is written out, as what never came is part of the record."""

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.theme = theme
        self._with_words = False
        self._kinds: tuple[str, ...] = ()
        self._rows: list[Tally] = []

    def show_tallies(self, rows: Sequence[Tally], kinds: tuple[str, ...]) -> None:
        """Show other tallies; `kinds` are the columns after the first ones."""
        self.beginResetModel()
        self._rows, self._kinds = list(rows), kinds
        self.endResetModel()

    def head_with_words(self, *, words: bool) -> None:
        """Head the columns with words, or with signs alone."""
        if words != self._with_words:
            self._with_words = words
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def tally(self, row: int) -> Tally:
        """Return the tally in a row."""
        return self._rows[row]

    def kind(self, column: int) -> str:
        """Return the kind of answer that a column counts, empty for one of the first."""
        return self._kinds[column - _FIXED] if column >= _FIXED else ""

    def row_of(self, party: str) -> int:
        """Return the row of a party, -1 when it has none."""
        return next((at for at, row in enumerate(self._rows) if row.party == party), -1)

    def cells(self, row: int) -> list[str]:
        """Return the words of a row."""
        one = self._rows[row]
        name = actor_name(self._session.chronicle, one.party, short=True)
        counts = (one.given.get(kind, 0) for kind in self._kinds)
        return [name, str(one.asked), str(one.unanswered), *map(str, counts)]

    def headings(self) -> list[str]:
        """Return the headings in words."""
        names = (self._session.codebook.answer_name(kind) for kind in self._kinds)
        return [self.tr("Party"), self.tr("Asked"), self.tr("No answer told"), *names]

    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of parties."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else _FIXED + len(self._kinds)

    def data(self, index: _ANY_INDEX, role: int = _ROLE.DisplayRole) -> object:
        """Return what a cell shows, says, or how."""
        if not index.isValid():
            return None
        cell = self.cells(index.row())[index.column()]
        if role == _ROLE.DisplayRole:
            return cell
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            name = actor_name(self._session.chronicle, self._rows[index.row()].party)
            told = f"{name}\n{self.headings()[index.column()]}: {cell}" if index.column() else name
            return plain_tip(told) if role == _ROLE.ToolTipRole else told.replace("\n", ", ")
        if role == _ROLE.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignCenter
        if role == _ROLE.ForegroundRole and cell == "0":
            return QColor(self.theme.muted)
        return None

    def headerData(
        self, section: int, across: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """Return a heading: a sign for each kind of answer, its word in the tip."""
        if across is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == _ROLE.DisplayRole:
            sign = kind_sign(self.kind(section)) if section >= _FIXED else ""
            if self._with_words or section < _FIXED - 1:
                return f"{sign} {self.headings()[section]}".strip()
            return sign or "?"
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return self.headings()[section]
        if role == _ROLE.InitialSortOrderRole and section:
            return Qt.SortOrder.DescendingOrder.value
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column, equals as they stood."""
        if not 0 <= column < self.columnCount():
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        parties = [self._rows[index.row()].party for index in kept]
        places = range(len(self._rows))
        keys = [self.cells(at)[column] for at in places]
        backwards = order is Qt.SortOrder.DescendingOrder
        ranked = sorted(
            places,
            key=lambda at: int(keys[at]) if column else fold(keys[at]),
            reverse=backwards,
        )
        self._rows = [self._rows[at] for at in ranked]
        moved = [
            self.index(self.row_of(party), index.column())
            for party, index in zip(parties, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()


class TallyTable(QTableView):
    """The tallies on screen.

    Signals:
        chosen(str, str): a cell was clicked, or Enter pressed on it: the party and the kind of
            answer, which is empty in the first columns.
    """

    chosen = Signal(str, str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.tallies = TallyModel(session, theme, self)
        self.setModel(self.tallies)
        self.setAccessibleName(self.tr("Who was asked, and what came back"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        self.clicked.connect(self._choose)

    def show_tallies(self, rows: Sequence[Tally], kinds: tuple[str, ...], party: str) -> None:
        """Show other tallies, with the row of `party` selected if it has one."""
        header = self.horizontalHeader()
        self.tallies.show_tallies(rows, kinds)
        if header.sortIndicatorSection() >= 0:
            self.sortByColumn(header.sortIndicatorSection(), header.sortIndicatorOrder())
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fit_columns()
        row = self.tallies.row_of(party)
        if row >= 0:
            self.selectRow(row)
        else:
            self.clearSelection()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self.tallies.theme = theme
        self.viewport().update()

    def _fit_columns(self) -> None:
        """Head the kinds with their words where there is room, else with their signs."""
        digit = max(1, self.fontMetrics().horizontalAdvance("0"))
        count = self.tallies.columnCount()
        wide = self.viewport().width() >= digit * (_PARTY + _WORDY * (count - 1))
        self.tallies.head_with_words(words=wide)
        for column in range(1, count):
            self.setColumnWidth(column, digit * (_WORDY if wide else 9 if column == 1 else 5))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.tallies.tally(index.row()).party, self.tallies.kind(index.column()))

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Take the party of the current row with Enter; copy all rows with the usual keys."""
        enter = key_event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif key_event.matches(QKeySequence.StandardKey.Copy):
            rows = (self.tallies.cells(row) for row in range(self.tallies.rowCount()))
            copy_table([self.tallies.headings(), *rows])
            self._session.notice.emit(self.tr("Copied as a table"))
        else:
            super().keyPressEvent(key_event)

    def resizeEvent(self, resize_event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        self._fit_columns()
        super().resizeEvent(resize_event)
