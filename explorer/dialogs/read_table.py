"""ReadTable: rows to read, each made when it is on screen, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from explorer.widgets.text import plain_tip

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WIDEST = 320

Cells = Sequence[str | int]


class ReadModel(QAbstractTableModel):
    """Records, each worded as cells when it is looked at; a number stands to the right."""

    def __init__(
        self,
        heads: Sequence[str],
        count: int,
        cells: Callable[[int], Cells],
        parent: QObject | None = None,
        *,
        last_is_sum: bool = False,
    ) -> None:
        """Take `count` rows; `cells` words one. The last may be the sum of those above it."""
        super().__init__(parent)
        self._heads = tuple(heads)
        self._count = count
        self._cells = cells
        self._sum = count - 1 if last_is_sum else -1
        self._worded: tuple[int, Cells] = (-1, ())

    def cells(self, row: int) -> Cells:
        """Return the words of a row; Qt asks for the cells of one after the other."""
        if self._worded[0] != row:
            self._worded = (row, self._cells(row))
        return self._worded[1]

    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _ANY_INDEX, role: int = _ROLE.DisplayRole) -> object:
        """Return what a cell shows, says, or how."""
        if not index.isValid():
            return None
        cell = self.cells(index.row())[index.column()]
        match role:
            case _ROLE.DisplayRole:
                return str(cell)
            case _ROLE.ToolTipRole:
                return plain_tip(str(cell))
            case _ROLE.TextAlignmentRole if isinstance(cell, int):
                return _NUMBER
            case _ROLE.FontRole if index.row() == self._sum:
                font = QFont()
                font.setBold(True)
                return font
        return None

    def headerData(
        self, section: int, across: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        known = 0 <= section < len(self._heads) and across is Qt.Orientation.Horizontal
        return self._heads[section] if known and role == _ROLE.DisplayRole else None


class ReadTable(QTableView):
    """A table that is read and not changed; its column `wide` takes the room that is left."""

    def __init__(
        self, rows: ReadModel, name: str, wide: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = rows
        rows.setParent(self)
        self.setModel(rows)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.setWordWrap(False)
        head = self.horizontalHeader()
        head.setMaximumSectionSize(_WIDEST)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
