"""DifferingModel: disagreements as rows of a table, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from explorer.analysis.disagreement import Differing
from explorer.model.folding import fold
from explorer.model.records import Difference
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.text import plain_tip
from explorer.wording import date_wording
from explorer.wording.standing import kind_word, matter_word

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_SIGNS: dict[Difference, str] = {
    "contradiction": "≠",
    "less precise": "≈",
    "overtaken": "»",
    "framing": "◐",
}
_GRAVITY: tuple[Difference, ...] = ("contradiction", "framing", "less precise", "overtaken")


class Column(IntEnum):
    """The columns, from left to right."""

    KIND = 0
    ABOUT = 1
    WHAT = 2
    ARTICLES = 3
    SETTLED = 4


def kind_sign(kind: Difference) -> str:
    """Return the sign of a kind of disagreement."""
    return _SIGNS[kind]


def kind_colour(kind: Difference, theme: Theme) -> str:
    """Return the colour (#RRGGBB) of a kind; its sign and word tell it as well."""
    return theme.danger if kind == "contradiction" else theme.warning


class DifferingModel(QAbstractTableModel):
    """The disagreements shown; those that are derived say so."""

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.theme = theme
        self._given: tuple[Differing, ...] = ()
        self._rows: list[Differing] = []
        self._sorted_by = (-1, Qt.SortOrder.AscendingOrder)

    def show_rows(self, rows: Sequence[Differing]) -> None:
        """Show other disagreements, in the order given until the reader sorts them."""
        self.beginResetModel()
        self._given = tuple(rows)
        self._order()
        self.endResetModel()

    def refresh_settled(self) -> None:
        """Show which are resolved now."""
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.SETTLED)
            self.dataChanged.emit(self.index(0, Column.SETTLED), last)

    def differing(self, row: int) -> Differing:
        """Return the disagreement in a row."""
        return self._rows[row]

    def row_of(self, disagreement: str) -> int:
        """Return the row of a disagreement, -1 when it has none."""
        return next((at for at, one in enumerate(self._rows) if one.id == disagreement), -1)

    def row_on(self, event: str) -> int:
        """Return the first row that is on an event, -1 when none is."""
        return next((at for at, one in enumerate(self._rows) if event in one.events), -1)

    def cells(self, row: int) -> tuple[str, ...]:
        """Return the words of a row."""
        one = self._rows[row]
        kind = f"{kind_sign(one.kind)} {kind_word(one.kind)}"
        settled = one.id in self._session.workspace.resolution
        return (
            self.tr("{kind} (derived)").format(kind=kind) if one.derived else kind,
            matter_word(one.about),
            self.what(one),
            self.articles(one),
            self.tr("✓ yours") if settled else self.tr("open"),
        )

    def what(self, one: Differing) -> str:
        """Say what differs; of derived ones the event and the dates."""
        if not one.derived:
            return one.note
        event = self._session.chronicle.event[one.events[0]]
        dates = dict.fromkeys(date_wording(s.date, short=True) for s in one.sides if s.date)
        words = self.tr("{event}: {dates}")
        return words.format(event=event.title, dates=" / ".join(dates))

    def articles(self, one: Differing) -> str:
        """Name the articles whose passages differ."""
        chronicle = self._session.chronicle
        found = dict.fromkeys(chronicle.passage[side.passage].article for side in one.sides)
        named = (chronicle.article[article] for article in found)
        return ", ".join(article.container_title or article.title for article in named)

    def headings(self) -> tuple[str, ...]:
        """Return the headings of the columns."""
        return (
            self.tr("How they differ"),
            self.tr("In what"),
            self.tr("What differs"),
            self.tr("Articles"),
            self.tr("Resolution"),
        )

    def _order(self) -> None:
        column, order = self._sorted_by
        self._rows = list(self._given)
        if column >= 0:
            keys = {one.id: self._key(row, column) for row, one in enumerate(self._rows)}
            backwards = order is Qt.SortOrder.DescendingOrder
            self._rows.sort(key=lambda one: keys[one.id], reverse=backwards)

    def _key(self, row: int, column: int) -> tuple[object, ...]:
        one = self._rows[row]
        if column == Column.KIND:
            return (one.derived, _GRAVITY.index(one.kind))
        return (fold(self.cells(row)[column]),)

    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of disagreements."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _ANY_INDEX, role: int = _ROLE.DisplayRole) -> object:
        """Return what a cell shows, says, or how."""
        if not index.isValid():
            return None
        one, column = self._rows[index.row()], index.column()
        if role == _ROLE.DisplayRole:
            return self.cells(index.row())[column]
        if role == _ROLE.ToolTipRole:
            return plain_tip(self.what(one))
        if role == _ROLE.AccessibleTextRole:
            return f"{self.headings()[column]}: {self.cells(index.row())[column]}"
        if role == _ROLE.ForegroundRole:
            if column == Column.KIND:
                return QColor(kind_colour(one.kind, self.theme))
            if column == Column.SETTLED:
                settled = one.id in self._session.workspace.resolution
                return QColor(self.theme.good if settled else self.theme.muted)
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
        """Put the rows in the order of a column; what is selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        held = [self._rows[index.row()].id for index in kept]
        self._sorted_by = (column, order)
        self._order()
        rows = {one.id: row for row, one in enumerate(self._rows)}
        moved = [
            self.index(rows[own_id], index.column())
            for own_id, index in zip(held, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()
