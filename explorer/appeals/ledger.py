"""LedgerModel: appeals as rows, and beneath each what came back; any column sorts the appeals."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from explorer.analysis.appeals import Answer, Appeal
from explorer.appeals.words import LedgerWords, kind_colour
from explorer.model.folding import fold
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.text import plain_tip

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_TOP = 0
"""The internal number of an appeal's row; an answer's is its appeal's row and one."""


class Column(IntEnum):
    """The columns, from left to right."""

    DATE = 0
    WHO = 1
    ANSWER = 2
    WHAT = 3
    GROUND = 4
    DAYS = 5
    SOURCES = 6


class LedgerModel(QAbstractItemModel):
    """The appeals shown, each with its answers in date order beneath it."""

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.theme = theme
        self._words = LedgerWords(session.chronicle, session.codebook)
        self._by_date: tuple[Appeal, ...] = ()
        self._appeals: list[Appeal] = []
        self._sorted_by = (Column.DATE, Qt.SortOrder.AscendingOrder)
        self._ground_apart = True

    @property
    def appeals(self) -> tuple[Appeal, ...]:
        """The appeals shown, in the order of the rows."""
        return tuple(self._appeals)

    def show_appeals(self, appeals: Sequence[Appeal]) -> None:
        """Show other appeals, given in date order."""
        self.beginResetModel()
        self._words = LedgerWords(self._session.chronicle, self._session.codebook)
        self._by_date = tuple(appeals)
        self._order()
        self.endResetModel()

    def put_ground(self, *, apart: bool) -> None:
        """Tell legal grounds in a column of their own, or after what was asked."""
        self._ground_apart = apart

    def row_of(self, index: _ANY_INDEX) -> Appeal | Answer:
        """Return what stands in a row."""
        if index.internalId() == _TOP:
            return self._appeals[index.row()]
        return self._appeals[index.internalId() - 1].answers[index.row()]

    def appeal_of(self, index: _ANY_INDEX) -> Appeal:
        """Return the appeal that a row is, or answers."""
        top = index.internalId()
        return self._appeals[index.row() if top == _TOP else top - 1]

    def index_of(self, event: str) -> QModelIndex:
        """Return the first row of an event, an invalid index where it is in none."""
        for row, one in enumerate(self._appeals):
            if one.event.id == event:
                return self.index(row, 0)
            for place, answer in enumerate(one.answers):
                if answer.event.id == event:
                    return self.index(place, 0, self.index(row, 0))
        return QModelIndex()

    def cells(self, index: _ANY_INDEX) -> tuple[str, ...]:
        """Return the words of a row, a cell for each column."""
        one = self.row_of(index)
        return self._words.appeal(one) if isinstance(one, Appeal) else self._words.answer(one)

    def headings(self) -> tuple[str, ...]:
        """Return the headings of the columns."""
        return (
            self.tr("Date"),
            self.tr("Who"),
            self.tr("Answer"),
            self.tr("What was asked, and what came back"),
            self.tr("Legal ground"),
            self.tr("After, or how long"),
            self.tr("Articles"),
        )

    def _order(self) -> None:
        column, order = self._sorted_by
        self._appeals = list(self._by_date)
        backwards = order is Qt.SortOrder.DescendingOrder
        if column is Column.DATE:
            if backwards:
                self._appeals.reverse()
            return
        self._appeals.sort(key=lambda one: self._key(one, column), reverse=backwards)

    def _key(self, one: Appeal, column: Column) -> tuple[object, ...]:
        if column is Column.DAYS:
            known = [(a.until or a.after)[0] for a in one.answers if a.until or a.after]  # type: ignore[index]
            return (max(known, default=-1),)
        if column is Column.ANSWER:
            return tuple(sorted(answer.kind for answer in one.answers))
        if column is Column.SOURCES:
            return (len(self._session.chronicle.sources_of(one.event)),)
        return (fold(self._words.appeal(one)[column]),)

    def index(self, row: int, column: int, parent: _ANY_INDEX = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: _ANY_INDEX = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """Return the appeal's row of an answer."""
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of appeals, or of an appeal's answers."""
        if not parent.isValid():
            return len(self._appeals)
        if parent.internalId() != _TOP or parent.column() > 0:
            return 0
        return len(self._appeals[parent.row()].answers)

    def columnCount(self, _parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return len(Column)

    def data(self, index: _ANY_INDEX, role: int = _ROLE.DisplayRole) -> object:
        """Return what a cell shows, says, or how."""
        if not index.isValid():
            return None
        one, column = self.row_of(index), index.column()
        if role == _ROLE.DisplayRole:
            cell = self.cells(index)[column]
            if column == Column.WHAT and not self._ground_apart and (ground := one.event.ground):
                return f"{cell} § {ground}"
            return cell
        if role == _ROLE.ToolTipRole:
            return plain_tip(self._words.tip(one))
        if role == _ROLE.AccessibleTextRole:
            return f"{self.headings()[column]}: {self.cells(index)[column]}"
        if role == _ROLE.FontRole and isinstance(one, Appeal) and column != Column.GROUND:
            font = QFont()
            font.setBold(True)
            return font
        if role == _ROLE.ForegroundRole and column == Column.ANSWER:
            tone = kind_colour(one.kind, self.theme) if isinstance(one, Answer) else None
            return QColor(tone or self.theme.danger)
        return None

    def headerData(
        self, section: int, across: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        shown = role in (_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole)
        if across is Qt.Orientation.Horizontal and shown and 0 <= section < len(Column):
            return self.headings()[section]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the appeals in the order of a column; what is selected stays selected."""
        if not 0 <= column < len(Column):
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        held = [(self.appeal_of(index), index) for index in kept]
        self._sorted_by = (Column(column), order)
        self._order()
        rows = {one.event.id: row for row, one in enumerate(self._appeals)}
        moved = []
        for appeal, index in held:
            row = rows[appeal.event.id]
            top = index.internalId() == _TOP
            moved.append(
                self.createIndex(row, index.column(), _TOP)
                if top
                else self.createIndex(index.row(), index.column(), row + 1)
            )
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()
