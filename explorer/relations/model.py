"""RelationsModel: the events between actors as a table of years by quad class and side taken."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from explorer.analysis.relations import Counted, Period
from explorer.model.codebook import Codebook
from explorer.relations.words import quad_sign, side_sign, side_words, years_words
from explorer.theme import Theme
from explorer.widgets.boxes import quad_colour
from explorer.widgets.text import plain_tip

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
BAR = 1
"""The column that shows all events of a row as a bar."""
_FIRST = 2
SHARES = Qt.ItemDataRole.UserRole + 1
"""The role that gives a bar's parts as (colour, count) and the highest total of all rows."""


@dataclass(frozen=True, slots=True)
class Row:
    """The events of a year, or of all (`years` is empty), by what the columns count."""

    years: str
    events: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


class RelationsModel(QAbstractTableModel):
    """Rows of years; the first row is all of them together."""

    def __init__(self, codebook: Codebook, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._codebook = codebook
        self.theme = theme
        self._rows: list[Row] = []
        self._sides: tuple[str, ...] = ()
        self._quads = tuple(codebook.quads)
        self._with_words = True

    def show_counted(self, counted: Counted) -> None:
        """Show other counts."""
        self.beginResetModel()
        self._sides = tuple(counted.whole.sides)
        self._rows = []
        if counted.whole.events:
            self._rows.append(self._row("", counted.whole))
            self._rows += [self._row(years_words(one), one) for one in counted.years]
        self.endResetModel()

    def head_with_words(self, *, words: bool) -> None:
        """Head the columns with signs and words, or with signs alone."""
        if words != self._with_words:
            self._with_words = words
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def events_at(self, row: int, column: int) -> tuple[str, ...]:
        """Return the ids of the events that a cell counts; all of the row's in the first two."""
        one = self._rows[row]
        return one.events if column < _FIRST else one.cells[column - _FIRST]

    def headings(self) -> list[str]:
        """Return the headings in words."""
        quads = (self._codebook.quads[key].name for key in self._quads)
        sides = (side_words(side) for side in self._sides)
        return [self.tr("Years"), self.tr("Events"), *quads, *sides]

    def texts(self, row: int) -> list[str]:
        """Return the words of a row."""
        one = self._rows[row]
        years = one.years or self.tr("All years")
        return [years, str(len(one.events)), *(str(len(cell)) for cell in one.cells)]

    def _row(self, years: str, period: Period) -> Row:
        cells = [
            *(period.quads.get(key, ()) for key in self._quads),
            *(period.sides.get(side, ()) for side in self._sides),
        ]
        return Row(years, period.events, tuple(cells))

    def _shares(self, row: int) -> tuple[list[tuple[str, int]], int]:
        """Return the parts of a row's bar and the highest total; the row of all has no bar."""
        one = self._rows[row]
        if not one.years:
            return [], 1
        highest = max(len(other.events) for other in self._rows[1:])
        colours = (quad_colour(self._codebook.quads[key], self.theme) for key in self._quads)
        counts = (len(cell) for cell in one.cells[: len(self._quads)])
        return list(zip(colours, counts, strict=True)), highest

    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else _FIRST + len(self._quads) + len(self._sides)

    def data(self, index: _ANY_INDEX, role: int = _ROLE.DisplayRole) -> object:
        """Return what a cell shows, says, or how."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        text = self.texts(row)[column]
        match role:
            case _ROLE.DisplayRole:
                return text
            case _ROLE.ToolTipRole | _ROLE.AccessibleTextRole:
                told = f"{self.texts(row)[0]}, {self.headings()[column]}: {text}"
                return plain_tip(told) if role == _ROLE.ToolTipRole else told
            case _ROLE.TextAlignmentRole if column >= _FIRST:
                return Qt.AlignmentFlag.AlignCenter
            case _ROLE.ForegroundRole if text == "0":
                return QColor(self.theme.muted)
            case _ROLE.FontRole if not row:
                font = QFont()
                font.setBold(True)
                return font
        return self._shares(row) if role == SHARES and column == BAR else None

    def headerData(
        self, section: int, across: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """Return a heading: for a class or a side its sign, and its word where there is room."""
        if across is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        heading = self.headings()[section]
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return heading
        if role == _ROLE.ForegroundRole and _FIRST <= section < _FIRST + len(self._quads):
            quad = self._codebook.quads[self._quads[section - _FIRST]]
            return QColor(quad_colour(quad, self.theme))
        if role != _ROLE.DisplayRole or section < _FIRST:
            return heading if role == _ROLE.DisplayRole else None
        sign = self._sign(section - _FIRST)
        return f"{sign} {heading}" if self._with_words else sign

    def _sign(self, column: int) -> str:
        if column < len(self._quads):
            return quad_sign(self._codebook.quads[self._quads[column]])
        return side_sign(self._sides[column - len(self._quads)])
