"""MatrixModel: events by articles, each cell saying how the article bears on the event."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from explorer.analysis.coverage import Bearing, Coverage, Row
from explorer.coverage.words import (
    article_name,
    bearing_colour,
    bearing_name,
    bearing_sign,
    bearing_tip,
    bearing_words,
)
from explorer.model.folding import fold
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.text import plain_tip
from explorer.wording import citation, date_wording

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
DATE, EVENT, FIRST_ARTICLE = 0, 1, 2
"""The columns before those of the articles, and the first of these."""

_ORDER = tuple(Bearing)


class MatrixModel(QAbstractTableModel):
    """The rows shown, in date order until the reader sorts them."""

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.theme = theme
        self._coverage = Coverage()
        self._given: tuple[Row, ...] = ()
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}
        self._sorted_by = (DATE, Qt.SortOrder.AscendingOrder)
        self._in_words = True

    def show_rows(self, coverage: Coverage, rows: Sequence[Row]) -> None:
        """Show other rows of a coverage."""
        self.beginResetModel()
        self._coverage, self._given = coverage, tuple(rows)
        self._order()
        self.endResetModel()

    def tell(self, *, in_words: bool) -> None:
        """Tell bearings by sign and word, or by the sign alone where there is no room."""
        self._in_words = in_words

    def row(self, place: int) -> Row:
        """Return what stands in a row."""
        return self._rows[place]

    def place_of(self, event: str) -> int:
        """Return the row of an event, -1 when it has none."""
        return self._places.get(event, -1)

    def article_at(self, column: int) -> str:
        """Return the id of the article of a column, empty for one of the first columns."""
        at = column - FIRST_ARTICLE
        return self._coverage.articles[at].article.id if at >= 0 else ""

    def passage_at(self, index: _ANY_INDEX) -> str:
        """Return the gravest passage of a cell's article on the event, if there is one."""
        row, article = self._rows[index.row()], self.article_at(index.column())
        stances = row.stances.get(article)
        if not stances:
            return ""
        supports = self._session.chronicle.support_by_article(row.event)[article]
        return next(one.passage for one in supports if one.stance == stances[0])

    def cells(self, place: int) -> list[str]:
        """Return the words of a row."""
        row = self._rows[place]
        date = date_wording(row.date, short=True)
        held = (self._coverage.bearing(row, one.article.id) for one in self._coverage.articles)
        return [date, row.event.title, *map(bearing_words, held)]

    def headings(self) -> list[str]:
        """Return the headings of the columns."""
        named = (article_name(one.article) for one in self._coverage.articles)
        return [self.tr("Date"), self.tr("Event"), *named]

    def _order(self) -> None:
        column, order = self._sorted_by
        backwards = order is Qt.SortOrder.DescendingOrder
        self._rows = list(self._given)
        if column == EVENT:
            self._rows.sort(key=lambda row: fold(row.event.title), reverse=backwards)
        elif FIRST_ARTICLE <= column < self.columnCount():
            article = self.article_at(column)
            bearing = self._coverage.bearing
            self._rows.sort(key=lambda r: _ORDER.index(bearing(r, article)), reverse=backwards)
        elif backwards:
            self._rows.reverse()
        self._places = {row.id: at for at, row in enumerate(self._rows)}

    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of events."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else FIRST_ARTICLE + len(self._coverage.articles)

    def data(self, index: _ANY_INDEX, role: int = _ROLE.DisplayRole) -> object:
        """Return what a cell shows, says, or how."""
        if not index.isValid():
            return None
        row, article = self._rows[index.row()], self.article_at(index.column())
        if article:
            return self._article_data(row, article, index.column(), role)
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            words = date_wording(row.date, short=True)
            return row.event.title if index.column() == EVENT else words
        if role == _ROLE.ToolTipRole:
            return plain_tip(f"{row.event.title}\n{row.event.summary}")
        return None

    def _article_data(self, row: Row, article: str, column: int, role: int) -> object:
        bearing = self._coverage.bearing(row, article)
        if role == _ROLE.DisplayRole:
            return bearing_words(bearing) if self._in_words else bearing_sign(bearing)
        if role == _ROLE.TextAlignmentRole and not self._in_words:
            return Qt.AlignmentFlag.AlignCenter
        if role == _ROLE.ToolTipRole:
            also = " · ".join(bearing_name(Bearing(one)) for one in row.stances.get(article, ()))
            name = self.headings()[column]
            return plain_tip("\n".join(part for part in (name, bearing_tip(bearing), also) if part))
        if role == _ROLE.AccessibleTextRole:
            return f"{self.headings()[column]}: {bearing_name(bearing)}"
        if role == _ROLE.ForegroundRole:
            return QColor(bearing_colour(bearing, self.theme))
        return None

    def headerData(
        self, section: int, across: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """Return the heading of a column, with the whole citation in its tip."""
        if across is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == _ROLE.DisplayRole and section >= FIRST_ARTICLE:
            return article_name(self._coverage.articles[section - FIRST_ARTICLE].article, "\n")
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return self.headings()[section]
        if role == _ROLE.ToolTipRole:
            at = section - FIRST_ARTICLE
            cited = citation(self._coverage.articles[at].article) if at >= 0 else ""
            return plain_tip(cited or self.headings()[section])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; what is selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        events = [self._rows[index.row()].id for index in kept]
        self._sorted_by = (column, order)
        self._order()
        moved = [
            self.index(self._places[event], index.column())
            for event, index in zip(events, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()
