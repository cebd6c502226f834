"""How the cells of the events table are drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from explorer.events.columns import Column
from explorer.events.model import EventTableModel
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.tag_badges import TagBadge, badges_size, paint_badges, short_badges

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_MARK = 12
_NARROW = 56
"""A column of fewer pixels has room for its icon only."""
_ROOMY = 260
"""A column of titles of fewer pixels shows fewer tags."""


class EventCell(QStyledItemDelegate):
    """Draws a cell: rows, not cells, show the pointer and the keyboard's place."""

    def __init__(self, session: Session, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        self.theme = theme

    def _is_hovered(self, index: _ANY_INDEX) -> bool:
        model = index.model()
        if not self._session.hovered or not isinstance(model, EventTableModel):
            return False
        return model.event_at(index.row()).id == self._session.hovered

    def _badges(self, index: _ANY_INDEX) -> tuple[TagBadge, ...]:
        """Return the tags of the event whose title the cell shows, by their initials."""
        model = index.model()
        if index.column() != Column.TITLE or not isinstance(model, EventTableModel):
            return ()
        tags = model.tags_of(model.event_at(index.row()))
        most = 3 if self._table.columnWidth(Column.TITLE) >= _ROOMY else 2
        return short_badges(tags, self._session.workspace.colour, self.theme, most)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _ANY_INDEX) -> None:
        """Set out how a cell is drawn."""
        super().initStyleOption(option, index)
        if badges := self._badges(index):
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = badges_size(badges, option.font)
            option.decorationPosition = QStyleOptionViewItem.Position.Right
        option.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver)
        if self._is_hovered(index):
            option.backgroundBrush = QBrush(QColor(self.theme.hover))
        if index.column() in (Column.STAR, Column.TYPE):
            side = _MARK if index.column() == Column.TYPE else 16
            option.decorationSize = QSize(side, side)
            if option.rect.width() < _NARROW:
                option.text = ""
                option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDisplay
                option.decorationAlignment = Qt.AlignmentFlag.AlignCenter

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY_INDEX) -> None:
        """Draw a cell with its tags, and lines along the row in which the keyboard is."""
        super().paint(painter, option, index)
        if badges := self._badges(index):
            drawn = QStyleOptionViewItem(option)
            self.initStyleOption(drawn, index)
            room = QStyle.SubElement.SE_ItemViewItemDecoration
            spot = self._table.style().subElementRect(room, drawn, self._table)
            paint_badges(painter, QRectF(spot), badges, drawn.font, self.theme)
        if not self._table.hasFocus() or index.row() != self._table.currentIndex().row():
            return
        area: QRect = option.rect
        painter.fillRect(area.x(), area.y(), area.width(), 1, QColor(self.theme.accent))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, QColor(self.theme.accent))
