"""Choices: the values of a facet with their counts, to be searched and ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
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
from PySide6.QtGui import QColor, QFont, QIcon, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

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


class ChoiceRow(QStyledItemDelegate):
    """Draws a choice with its count at the right; a press anywhere on the row ticks it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _ANY_INDEX) -> None:
        """Write headings small and bold."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.data(COUNT_ROLE) is None:
            font = QFont(option.font)
            font.setBold(True)
            option.font = font
            option.state |= QStyle.StateFlag.State_Enabled
            muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
            option.palette.setColor(QPalette.ColorRole.Text, muted)

    def sizeHint(self, option: QStyleOptionViewItem, index: _ANY_INDEX) -> QSize:
        """Make every row as tall, whether it has an icon or not."""
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 7)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY_INDEX) -> None:
        """Draw the choice, then the count."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        style = drawn.widget.style() if drawn.widget else QApplication.style()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, drawn, painter, drawn.widget)
        count = index.data(COUNT_ROLE)
        words = "" if count is None else str(count)
        room = drawn.fontMetrics.horizontalAdvance(words) + 14 if words else 0
        whole = QRect(drawn.rect)
        drawn.rect = whole.adjusted(2, 0, -room, 0)
        item = QStyle.ControlElement.CE_ItemViewItem
        style.drawControl(item, drawn, painter, drawn.widget)
        if words:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.setFont(drawn.font)
            painter.setPen(QColor(drawn.palette.color(QPalette.ColorRole.PlaceholderText)))
            painter.drawText(whole.adjusted(0, 0, -8, 0), right, words)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        index: _ANY_INDEX,
    ) -> bool:
        """Tick by a click anywhere on the row, by Space and by Enter."""
        pressed = isinstance(event, QKeyEvent) and event.key() in _TICKING
        pressed = pressed and event.type() == QEvent.Type.KeyPress
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        )
        if (pressed or clicked) and isinstance(model, ChoiceModel):
            model.toggle(index)
            return True
        return False
