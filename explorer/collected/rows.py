"""EntryRows: the events of a collection in its order, to read, to drag and to move by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from explorer.model.chronicle import Chronicle
from explorer.model.collecting import Entry
from explorer.theme import Theme
from explorer.widgets.line_row import AnyIndex, Line, LineRow
from explorer.widgets.text import plain_tip
from explorer.wording import date_wording

_EVENT = Qt.ItemDataRole.UserRole
_LINES = Qt.ItemDataRole.UserRole + 1
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EntryRow(LineRow):
    """Draws what stands over an entry, its date and title, and its remark."""

    def drawn_lines(self, index: AnyIndex) -> tuple[Line, ...]:
        """Return the lines that were put into the row."""
        lines: tuple[Line, ...] = index.data(_LINES) or ()
        return lines


class EntryRows(QListWidget):
    """Rows of a collection; dragging one, or Ctrl+Shift with Up and Down, asks for its move.

    Signals:
        moved(str, int): the event is wanted at that place, from 0.
        removed(str): the event is to be taken out of the collection.
        picked(str): the event is to be shown.
    """

    moved = Signal(str, int)
    removed = Signal(str)
    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events: tuple[str, ...] = ()
        self._shown: tuple[tuple[Entry, ...], Chronicle | None] = ((), None)
        self._row = EntryRow(self)
        self._row.theme = theme
        self.setItemDelegate(self._row)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(1)
        self.setAccessibleName(self.tr("Events of the collection"))
        self.setAccessibleDescription(
            self.tr("Ctrl+Shift with Up and Down moves the event, Delete takes it out.")
        )
        self.itemClicked.connect(self._pick)
        # A turn later: the rows are shown anew, which a drop in progress would not outlive.
        self._dropped = QTimer(self, singleShot=True, interval=0)
        self._dropped.timeout.connect(self._tell_drop)
        self.model().rowsMoved.connect(self._dropped.start)

    @property
    def event_id(self) -> str:
        """The event of the current row, an empty text where there is none."""
        item = self.currentItem()
        return str(item.data(_EVENT)) if item else ""

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._row.theme = theme
        self.viewport().update()

    def show_entries(self, entries: tuple[Entry, ...], chronicle: Chronicle) -> None:
        """Show entries in their order, the current event staying the current one."""
        same = entries == self._shown[0] and chronicle is self._shown[1]
        if same and self._seen() == self._events:
            return
        self._shown = (entries, chronicle)
        kept, row = self.event_id, self.currentRow()
        self._events = tuple(one.event for one in entries)
        self.blockSignals(True)
        self.clear()
        for number, entry in enumerate(entries, 1):
            self.addItem(self._item(number, entry, chronicle))
        self.blockSignals(False)
        self.mark(kept if kept in self._events else self._near(row))

    def mark(self, event: str) -> None:
        """Make an event's row the current one; nothing happens where it has none."""
        if event in self._events:
            self.setCurrentRow(self._events.index(event))
            self.scrollToItem(self.currentItem())

    def move_by(self, step: int) -> None:
        """Ask for the current event to stand so many places further down."""
        place = self.currentRow() + step
        if self.event_id and 0 <= place < len(self._events):
            self.moved.emit(self.event_id, place)

    def _near(self, row: int) -> str:
        return self._events[min(max(row, 0), len(self._events) - 1)] if self._events else ""

    def _item(self, number: int, entry: Entry, chronicle: Chronicle) -> QListWidgetItem:
        event = chronicle.event.get(entry.event)
        title = event.title if event else entry.event
        when = date_wording(event.date.value) if event else self.tr("not in this chronicle")
        head = f"{number}.  {entry.heading or title}"
        dated = f"{when}: {title}" if entry.heading and event else when
        lines = [Line(head, bold=bool(entry.heading)), Line(dated, faint=True)]
        remark = " ".join(entry.remark.split())
        if remark:
            lines.append(Line(remark, faint=True, slanted=True))
        item = QListWidgetItem()
        item.setData(_EVENT, entry.event)
        item.setData(_LINES, tuple(lines))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(one.words for one in lines))
        item.setToolTip(plain_tip("\n".join(one for one in (head, dated, entry.remark) if one)))
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
        return item

    def _seen(self) -> tuple[str, ...]:
        """Return the events as the rows show them, which a drop may just have changed."""
        return tuple(str(self.item(row).data(_EVENT)) for row in range(self.count()))

    def _tell_drop(self) -> None:
        """Tell which event was dragged where, which the rows show already."""
        seen = list(self._seen())
        for event in (self.event_id, *seen):
            rest = [one for one in self._events if one != event]
            if rest == [one for one in seen if one != event] and tuple(seen) != self._events:
                self.moved.emit(event, seen.index(event))
                return

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(str(item.data(_EVENT)))

    def event(self, happened: QEvent) -> bool:
        """Keep Delete and the keys of a move from the window's shortcuts."""
        mine = isinstance(happened, QKeyEvent) and (
            happened.key() == Qt.Key.Key_Delete or self._step(happened) != 0
        )
        if mine and happened.type() == QEvent.Type.ShortcutOverride:
            happened.accept()
            return True
        return super().event(happened)

    def _step(self, key_event: QKeyEvent) -> int:
        held = key_event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return _STEPS.get(Qt.Key(key_event.key()), 0) if held == _HELD else 0

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Move, take out or show the current event."""
        if step := self._step(key_event):
            self.move_by(step)
        elif key_event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.event_id:
            self.removed.emit(self.event_id)
        elif key_event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.event_id:
            self.picked.emit(self.event_id)
        else:
            super().keyPressEvent(key_event)
