"""Palette: a field over the window that finds actions, events, actors and all that has a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from explorer.palette.ranking import Entry, ranked
from explorer.theme import Theme
from explorer.widgets.text import Label

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_PageUp: -10,
}


class Found(QAbstractListModel):
    """What fits, as a list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self._kinds = {
            "action": self.tr("action"),
            "event": self.tr("event"),
            "actor": self.tr("actor"),
            "article": self.tr("article"),
            "view": self.tr("saved view"),
            "search": self.tr("saved search"),
            "tag": self.tr("tag"),
            "collection": self.tr("collection"),
        }

    def show_entries(self, entries: list[Entry]) -> None:
        """Show others."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def beside(self, entry: Entry) -> str:
        """Return what stands at the right of an entry: its kind, and its keys or date."""
        kind = self._kinds[entry.kind]
        return f"{kind} · {entry.beside}" if entry.beside else kind

    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _ANY_INDEX, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry's words, or the entry."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.text}, {self.beside(entry)}"
        return entry if role == _ENTRY else None


class _Row(QStyledItemDelegate):
    """Draws an entry: its words at the left, its kind and keys at the right."""

    def __init__(self, found: Found, theme: Theme) -> None:
        super().__init__(found)
        self._found = found
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        entry: Entry = index.data(_ENTRY)
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        style = drawn.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        area = QRect(drawn.rect).adjusted(10, 0, -10, 0)
        metrics = drawn.fontMetrics
        # Cut to the room there is, not to its own width: that is rounded, and would cut it again.
        told = self._found.beside(entry)
        told = metrics.elidedText(told, Qt.TextElideMode.ElideRight, area.width() // 2)
        width = metrics.horizontalAdvance(told)
        picked = bool(drawn.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(QColor(self._theme.selected_text if picked else self._theme.text))
        left = area.adjusted(0, 0, -width - 16, 0)
        words = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, left.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(left, flags | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(QColor(self._theme.selected_text if picked else self._theme.muted))
        painter.drawText(area, flags | Qt.AlignmentFlag.AlignRight, told)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give a row some air."""
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 12)


def _none(_typed: str) -> Sequence[Entry]:
    return ()


class Palette(QDialog):
    """Lists what fits while one types; Enter or a click takes an entry.

    Signals:
        taken(Entry): the reader wants this done or shown.
    """

    taken = Signal(object)

    def __init__(
        self,
        entries: Sequence[Entry],
        recent: Sequence[str],
        theme: Theme,
        parent: QWidget,
        more: Callable[[str], Sequence[Entry]] = _none,
    ) -> None:
        """Offer `entries`; `recent` holds the keys of those used last, the last one first.

        `more` gives those that are too many to list for what is typed.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find anything"))
        self._entries = {entry.key: entry for entry in entries}
        self._more = more
        self._recent = recent
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Something to do, to go to or to look for"))
        self.field.setAccessibleName(self.tr("Find anything"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.found = Found(self)
        self.rows = QListView()
        self.rows.setModel(self.found)
        self.rows.setItemDelegate(_Row(self.found, theme))
        self.rows.setUniformItemSizes(True)
        self.rows.setAccessibleName(self.tr("What fits"))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.clicked.connect(self._take)
        self.nothing = Label(self.tr("Nothing fits. Try other words."), theme.muted)
        column = QVBoxLayout(self)
        for part in (self.field, self.nothing, self.rows):
            column.addWidget(part)
        self.resize(min(720, max(parent.width() - 80, 320)), min(460, parent.height() - 80))
        self._find("")

    def _find(self, text: str) -> None:
        known = self._entries
        more = [entry for entry in self._more(text) if entry.key not in known]
        self.found.show_entries(ranked([*known.values(), *more], text, self._recent))
        self.rows.setCurrentIndex(self.found.index(0))
        self.nothing.setVisible(not self.found.entries)

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            entry = self.found.entries[index.row()]
            self.accept()
            self.taken.emit(entry)

    def _step(self, places: int) -> None:
        row = self.rows.currentIndex().row() + places
        last = self.found.rowCount() - 1
        self.rows.setCurrentIndex(self.found.index(min(max(row, 0), last)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through the rows while the field keeps the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if step := _STEPS.get(Qt.Key(event.key())):
                self._step(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.rows.currentIndex())
                return True
        return super().eventFilter(watched, event)
