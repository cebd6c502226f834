"""NotedRow: how a bookmark is drawn in the list: date, title, its tags, and the note beneath."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from explorer.model.records import Event
from explorer.model.tagging import shown_tags
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.event_list import EventModel
from explorer.widgets.tag_badges import TagBadge, badge_of, paint_badges
from explorer.wording import date_wording

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_PAD = 6


class NotedRow(QStyledItemDelegate):
    """Draws an event of the list on two lines, its tags and the first line of its note below."""

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.theme = theme

    def lines(self, index: _ANY_INDEX) -> tuple[str, str, str]:
        """Return the date, the title and the note of a row, the note on one line."""
        event = self._event(index)
        if event is None:
            return "", "", ""
        mark = self._session.workspace.bookmark.get(event.id)
        note = " ".join(mark.note.split()) if mark else ""
        return date_wording(event.date.value), event.title, note

    def badges(self, index: _ANY_INDEX) -> tuple[TagBadge, ...]:
        """Return the tags of a row's bookmark as badges."""
        event, workspace = self._event(index), self._session.workspace
        tags = shown_tags(workspace, event) if event else ()
        return tuple(badge_of(one, workspace.colour, self.theme) for one in tags)

    def _event(self, index: _ANY_INDEX) -> Event | None:
        model = index.model()
        if not isinstance(model, EventModel):
            return None
        return self._session.chronicle.event.get(model.event_id(model.index(index.row())))

    def sizeHint(self, option: QStyleOptionViewItem, index: _ANY_INDEX) -> QSize:
        """Ask for two lines, and for one more for tags and for a note each, where there are any."""
        count = 2 + bool(self.badges(index)) + bool(self.lines(index)[2])
        return QSize(100, count * option.fontMetrics.lineSpacing() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY_INDEX) -> None:
        """Draw the lines over the row's own ground."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        style = drawn.widget.style() if drawn.widget else QApplication.style()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, drawn, painter, drawn.widget)
        chosen = bool(drawn.state & QStyle.StateFlag.State_Selected)
        strong = self.theme.selected_text if chosen else self.theme.text
        faint = self.theme.selected_text if chosen else self.theme.muted
        slanted = QFont(drawn.font)
        slanted.setItalic(True)
        date, title, note = self.lines(index)
        styles = ((date, drawn.font, faint), (title, drawn.font, strong), (note, slanted, faint))
        badges = self.badges(index)
        line = QRect(drawn.rect).adjusted(_PAD, _PAD, -_PAD, 0)
        line.setHeight(drawn.fontMetrics.lineSpacing())
        painter.save()
        for words, font, colour in styles:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, left, shown)
            line.translate(0, line.height())
            if badges and words is title:
                paint_badges(painter, QRectF(line), badges, drawn.font, self.theme)
                line.translate(0, line.height())
        painter.restore()
        if drawn.state & QStyle.StateFlag.State_HasFocus:
            edge = drawn.rect.adjusted(0, 0, -1, -1)
            painter.setPen(drawn.palette.color(QPalette.ColorRole.Accent))
            painter.drawRect(edge)
