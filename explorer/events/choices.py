"""Choices: the values of a facet with their counts, to be searched and ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon

from explorer.model.folding import fold
from explorer.widgets.text import plain_tip

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_TICKING = (Qt.Key.Key_Space, Qt.Key.Key_Select, Qt.Key.Key_Return, Qt.Key.Key_Enter)
COUNT_ROLE = _ROLE.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be ticked: its words, how many events have it, and its group if any."""

    id: str
    text: str
    count: int
    group: str = ""
    tip: str = ""
    icon: QIcon | None = None


class ChoiceModel(QAbstractListModel):
    """Choices in the order given, under a heading wherever the group changes.

    Signals:
        ticked(frozenset): the reader ticked or unticked one; carries the ids wanted now. The
            model shows them once `set_chosen` says that they are.
    """

    ticked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._rows: list[Choice | str] = []
        self._chosen: frozenset[str] = frozenset()
        self._search = ""

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices."""
        self._choices = tuple(choices)
        self._fill()

    def set_chosen(self, chosen: frozenset[str]) -> None:
        """Show which are ticked."""
        self._chosen = chosen
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def search(self, text: str) -> None:
        """Offer only those in whose words or tips every word of `text` stands."""
        if fold(text) != self._search:
            self._search = fold(text)
            self._fill()

    def first(self) -> QModelIndex:
        """Return the first choice in which a word begins as the search does, else the first."""
        rows = [row for row, one in enumerate(self._rows) if isinstance(one, Choice)]
        begins = (row for row in rows if f" {self._search}" in f" {self._folded(row)}")
        row = next(begins, rows[0] if rows else -1)
        return self.index(row) if row >= 0 else QModelIndex()

    def toggle(self, index: _ANY_INDEX) -> None:
        """Ask for one to be ticked or unticked."""
        one = self._rows[index.row()]
        if isinstance(one, Choice):
            self.ticked.emit(self._chosen ^ {one.id})

    def _folded(self, row: int) -> str:
        one = self._rows[row]
        return fold(one.text) if isinstance(one, Choice) else ""

    def _fill(self) -> None:
        self.beginResetModel()
        self._rows = []
        group = ""
        terms = self._search.split()
        for one in self._choices:
            words = fold(f"{one.text} {one.tip} {one.group}")
            if not all(term in words for term in terms):
                continue
            if one.group != group:
                group = one.group
                self._rows.append(group)
            self._rows.append(one)
        self.endResetModel()

    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of choices and headings."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _ANY_INDEX) -> Qt.ItemFlag:
        """Let choices be ticked, and headings be passed over."""
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: _ANY_INDEX, _value: object, role: int = _ROLE.EditRole) -> bool:
        """Ask for one to be ticked or unticked, as a screen reader does."""
        if role != _ROLE.CheckStateRole or not index.isValid():
            return False
        self.toggle(index)
        return True

    def data(self, index: _ANY_INDEX, role: int = _ROLE.DisplayRole) -> object:
        """Return what a row shows."""
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if isinstance(one, str):
            return one if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole) else None
        if role == _ROLE.DisplayRole:
            return one.text
        if role == _ROLE.AccessibleTextRole:
            return self.tr("{choice}, events: {count}").format(choice=one.text, count=one.count)
        if role == _ROLE.ToolTipRole:
            return plain_tip(one.tip or one.text)
        if role == _ROLE.DecorationRole:
            return one.icon
        if role == _ROLE.CheckStateRole:
            ticked = one.id in self._chosen
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == COUNT_ROLE:
            return one.count
        return None
