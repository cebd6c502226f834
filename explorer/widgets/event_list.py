"""A list of events by date and title, of any length, of which one can be picked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from explorer.model.records import Event
from explorer.model.roll import Roll, places_of
from explorer.widgets.text import plain_tip
from explorer.wording import date_wording

_ANY_INDEX = QModelIndex | QPersistentModelIndex


class EventModel(QAbstractListModel):
    """Events in the order given, one row each; Qt asks only for the rows on screen."""

    def __init__(self, events: Sequence[Event], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events = events if isinstance(events, Roll) else tuple(events)
        self._rows = places_of(self._events)

    def event_id(self, index: QModelIndex) -> str:
        """Return the id of the event in a row."""
        return self._events[index.row()].id

    def row(self, event: str) -> int:
        """Return the row of an event, -1 when it is not in the list."""
        return self._rows.get(event, -1)

    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of events."""
        return 0 if parent.isValid() else len(self._events)

    def data(self, index: _ANY_INDEX, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row."""
        if not index.isValid():
            return None
        event = self._events[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{date_wording(event.date.value, short=True)}  ·  {event.title}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{date_wording(event.date.value)}\n{event.title}")
        return None


class EventList(QListView):
    """A list of events that is as tall as its rows, up to a number of them.

    Signals:
        picked(str): the reader clicked an event or pressed Enter on it (its id).
    """

    picked = Signal(str)

    def __init__(
        self, events: Sequence[Event], rows: int = 12, parent: QWidget | None = None
    ) -> None:
        """Show `events`; `rows` is the number to show at once, 0 for all the room there is."""
        super().__init__(parent)
        self._shown = rows
        self._model = EventModel(events, self)
        self.setModel(self._model)
        self.setUniformItemSizes(True)
        self.setSpacing(1)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        if rows:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._pick)
        self.activated.connect(self._pick)

    def mark(self, event: str) -> None:
        """Show which event is the current one; none when it is not in the list."""
        row = self._model.row(event)
        if row < 0:
            self.clearSelection()
            return
        index = self._model.index(row)
        if index != self.currentIndex() or not self.selectionModel().hasSelection():
            self.setCurrentIndex(index)

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(self._model.event_id(index))

    def sizeHint(self) -> QSize:
        """Ask for the rows to show at once."""
        if not self._shown:
            return super().sizeHint()
        rows = max(1, min(self._model.rowCount(), self._shown))
        height = max(self.sizeHintForRow(0), self.fontMetrics().height()) + 2 * self.spacing()
        return QSize(200, rows * height + 2 * (self.spacing() + self.frameWidth()))

    def minimumSizeHint(self) -> QSize:
        """Keep the rows to show in full when their number was given."""
        return QSize(80, self.sizeHint().height() if self._shown else 60)
