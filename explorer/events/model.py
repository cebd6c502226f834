"""EventTableModel: the events that pass the filters as rows of a table, in any order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from explorer.events.columns import Column, roll_keys
from explorer.events.marks import plain_icon, quad_icon
from explorer.model.folding import fold
from explorer.model.records import Event
from explorer.model.roll import places_of
from explorer.model.tagging import shown_tags
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.text import plain_tip
from explorer.wording import bounds_wording, citation, date_wording

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_ASCENDING = Qt.SortOrder.AscendingOrder


class EventTableModel(QAbstractTableModel):
    """The session's visible events, one row each; Qt asks only for the cells on screen.

    It keeps the order the reader chose when other events come in; equals stand in date order.
    """

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._icons: dict[str, QIcon] = {}
        self._sorted_by = (Column.DATE, _ASCENDING)
        self._compact = False
        self._by_date: Sequence[Event] = session.visible_events()
        self._places: Sequence[int] = ()
        self._place: Mapping[str, int] = {}
        self._rows: Mapping[int, int] | None = None
        self._order()

    def reload(self) -> None:
        """Take the events that pass the filters now."""
        self.beginResetModel()
        self._by_date = self._session.visible_events()
        self._order()
        self.endResetModel()

    def refresh_stars(self) -> None:
        """Show which events are bookmarked now, and with which tags."""
        if self._sorted_by[0] is Column.STAR:
            self.sort(*self._sorted_by)
        if self._places:
            last = self.index(len(self._places) - 1, Column.TITLE)
            self.dataChanged.emit(self.index(0, Column.STAR), last)

    def refresh_sources(self) -> None:
        """Show which events the texts in hand prove now."""
        if self._places:
            last = self.index(len(self._places) - 1, Column.SOURCES)
            self.dataChanged.emit(self.index(0, Column.SOURCES), last)

    def set_theme(self, theme: Theme) -> None:
        """Draw stars and shapes in another theme's colours."""
        self._theme = theme
        self._icons = {}
        if self._places:
            last = self.index(len(self._places) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def set_compact(self, compact: bool) -> None:
        """Head narrow columns with an icon instead of a word."""
        if compact != self._compact:
            self._compact = compact
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def event_at(self, row: int) -> Event:
        """Return the event in a row."""
        return self._by_date[self._places[row]]

    def tags_of(self, event: Event) -> tuple[str, ...]:
        """Return the tags that are shown of an event."""
        return shown_tags(self._session.workspace, event)

    def row_of(self, event: str) -> int:
        """Return the row of an event by its id, -1 when it is not among them."""
        place = self._place.get(event)
        if place is None:
            return -1
        if isinstance(self._places, range):
            return self._places.index(place)
        if self._rows is None:
            self._rows = {one: row for row, one in enumerate(self._places)}
        return self._rows[place]

    def _order(self) -> None:
        column, order = self._sorted_by
        backwards = order is not _ASCENDING
        self._places = range(len(self._by_date))
        self._place = places_of(self._by_date)
        self._rows = None
        if column is not Column.DATE:
            keys = roll_keys(self._by_date, column, self._session) or list(
                map(self._sort_key(column), self._by_date)
            )
            self._places = sorted(self._places, key=keys.__getitem__, reverse=backwards)
        elif backwards:
            self._places = self._places[::-1]

    def _sort_key(self, column: Column) -> Callable[[Event], int | str]:
        if column is Column.STAR:
            marked = self._session.workspace.bookmark
            return lambda event: event.id in marked
        if column is Column.SOURCES:
            return lambda event: len(self._session.chronicle.sources_of(event))
        return lambda event: fold(self._words(event, column))

    def _words(self, event: Event, column: int) -> str:
        """Return what a cell says."""
        if column == Column.DATE:
            return date_wording(event.date.value, short=True)
        if column == Column.TITLE:
            return event.title
        if column == Column.TYPE:
            return self._session.codebook.type_name(event.type)
        if column == Column.SOURCES:
            count = str(len(self._session.chronicle.sources_of(event)))
            signs = "≠" if self._session.chronicle.is_disputed(event) else ""
            signs += "✗" if self._session.library.unproven(event) else ""
            return f"{count} {signs}" if signs else count
        if column == Column.ACTORS:
            return ", ".join(self._names(event))
        return ""

    def _names(self, event: Event) -> list[str]:
        known = self._session.chronicle.actor
        return [known[actor].name for actor in dict.fromkeys(p.actor for p in event.participants)]

    def _spoken(self, event: Event, column: int) -> str:
        """Return what a screen reader says of a cell."""
        if column == Column.STAR:
            marked = event.id in self._session.workspace.bookmark
            return self.tr("Bookmarked") if marked else self.tr("Not bookmarked")
        if column == Column.DATE:
            return date_wording(event.date.value)
        if column == Column.SOURCES:
            return self._sources(event)
        if column == Column.TITLE and (tags := self.tags_of(event)):
            words = self.tr("{title}. Tags: {tags}")
            return words.format(title=event.title, tags=", ".join(tags))
        return self._words(event, column)

    def _sources(self, event: Event) -> str:
        count = len(self._session.chronicle.sources_of(event))
        words = self.tr("%n articles", "", count) if count != 1 else self.tr("1 article")
        if self._session.chronicle.is_disputed(event):
            words = self.tr("{sources}, which disagree").format(sources=words)
        if unproven := len(self._session.library.unproven(event)):
            lacking = self.tr(
                "%n passage(s) not found word for word in the attached text", "", unproven
            )
            words = self.tr("{sources}; {lacking}").format(sources=words, lacking=lacking)
        return words

    def _tip(self, event: Event, column: int) -> str:
        if column == Column.STAR:
            marked = event.id in self._session.workspace.bookmark
            return self.tr("Remove the bookmark") if marked else self.tr("Bookmark this event")
        if column == Column.DATE:
            words = [date_wording(event.date.value), bounds_wording(event.date.value)]
            return "\n".join(part for part in words if part)
        if column == Column.TYPE:
            quad = self._session.codebook.quad_of(event.type).name
            return f"{self._words(event, column)}\n{quad}"
        if column == Column.SOURCES:
            chronicle = self._session.chronicle
            cited = (citation(chronicle.article[one]) for one in chronicle.sources_of(event))
            return "\n".join((self._sources(event), *cited))
        if column == Column.ACTORS:
            return "\n".join(self._names(event))
        tip = f"{event.title}\n{event.summary}"
        if tags := self.tags_of(event):
            tip += "\n" + self.tr("Tags: {tags}").format(tags=", ".join(tags))
        return tip

    def _tone(self, event: Event) -> QColor | None:
        """Return the colour of an event's number of sources where something is the matter."""
        if self._session.library.unproven(event):
            return QColor(self._theme.danger)
        disputed = self._session.chronicle.is_disputed(event)
        return QColor(self._theme.warning) if disputed else None

    def _picture(self, event: Event, column: int) -> QIcon | None:
        if column == Column.STAR:
            marked = event.id in self._session.workspace.bookmark
            return self._icon("star-filled" if marked else "star")
        if column == Column.TYPE:
            quad = self._session.codebook.quad_of(event.type)
            if quad.id not in self._icons:
                self._icons[quad.id] = quad_icon(quad, self._theme)
            return self._icons[quad.id]
        return None

    def _icon(self, name: str) -> QIcon:
        if name not in self._icons:
            tone = self._theme.warning if name == "star-filled" else self._theme.muted
            self._icons[name] = plain_icon(name, self._theme, tone)
        return self._icons[name]

    def _heading(self, column: int) -> str:
        return (
            self.tr("Bookmark"),
            self.tr("Date"),
            self.tr("Event"),
            self.tr("Type"),
            self.tr("Sources"),
            self.tr("Actors"),
        )[column]

    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of events."""
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _ANY_INDEX, role: int = _ROLE.DisplayRole) -> object:
        """Return what a cell shows, says, or how."""
        if not index.isValid():
            return None
        event, column = self.event_at(index.row()), index.column()
        if role == _ROLE.DisplayRole:
            return self._words(event, column)
        if role == _ROLE.DecorationRole:
            return self._picture(event, column)
        if role == _ROLE.ToolTipRole:
            return plain_tip(self._tip(event, column))
        if role in (_ROLE.AccessibleTextRole, _ROLE.AccessibleDescriptionRole):
            return self._spoken(event, column)
        if role == _ROLE.TextAlignmentRole and column in (Column.SOURCES, Column.STAR):
            return Qt.AlignmentFlag.AlignCenter
        if role == _ROLE.ForegroundRole and column == Column.SOURCES:
            return self._tone(event)
        return None

    def headerData(
        self, section: int, across: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if across is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        small = section == Column.STAR or (
            self._compact and section in (Column.TYPE, Column.SOURCES)
        )
        if role == _ROLE.DisplayRole:
            return "" if small else self._heading(section)
        if role == _ROLE.DecorationRole and section == Column.STAR:
            return self._icon("star")
        if role == _ROLE.DecorationRole and small and section == Column.SOURCES:
            return self._icon("book")
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return self._heading(section)
        if role == _ROLE.InitialSortOrderRole and section in (Column.STAR, Column.SOURCES):
            return Qt.SortOrder.DescendingOrder.value
        return None

    def sort(self, column: int, order: Qt.SortOrder = _ASCENDING) -> None:
        """Put the rows in the order of a column; what is selected stays selected."""
        if not 0 <= column < len(Column):
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        events = [self.event_at(index.row()).id for index in kept]
        self._sorted_by = (Column(column), order)
        self._order()
        moved = [
            self.index(self.row_of(event), index.column())
            for event, index in zip(events, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()
