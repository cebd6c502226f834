"""LineRow: how a row of several lines is drawn in a list, each line in a style of its own."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from explorer.theme import Theme
from explorer.widgets.tag_badges import TagBadge, paint_badges

AnyIndex = QModelIndex | QPersistentModelIndex
_PAD = 6


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, cut where they are too long, or badges."""

    words: str = ""
    faint: bool = False
    slanted: bool = False
    bold: bool = False
    badges: tuple[TagBadge, ...] = ()


class LineRow(QStyledItemDelegate):
    """Draws the lines that `drawn_lines` gives for a row, and is as tall as they are."""

    theme: Theme

    def drawn_lines(self, index: AnyIndex) -> tuple[Line, ...]:
        """Return the lines of a row; a list's own delegate says what they are."""
        return (Line(str(index.data() or "")),)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Ask for the height of the lines."""
        count = len(self.drawn_lines(index))
        return QSize(100, count * option.fontMetrics.lineSpacing() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the lines over the row's own ground."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        style = drawn.widget.style() if drawn.widget else QApplication.style()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, drawn, painter, drawn.widget)
        place = QRect(drawn.rect).adjusted(_PAD, _PAD, -_PAD, 0)
        place.setHeight(drawn.fontMetrics.lineSpacing())
        painter.save()
        for line in self.drawn_lines(index):
            self._paint_line(painter, place, line, drawn)
            place.translate(0, place.height())
        painter.restore()
        if drawn.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(drawn.palette.color(QPalette.ColorRole.Accent))
            painter.drawRect(drawn.rect.adjusted(0, 0, -1, -1))

    def _paint_line(
        self, painter: QPainter, place: QRect, line: Line, drawn: QStyleOptionViewItem
    ) -> None:
        if line.badges:
            paint_badges(painter, QRectF(place), line.badges, drawn.font, self.theme)
            return
        font = QFont(drawn.font)
        font.setItalic(line.slanted)
        font.setBold(line.bold)
        chosen = bool(drawn.state & QStyle.StateFlag.State_Selected)
        plain = self.theme.muted if line.faint else self.theme.text
        painter.setFont(font)
        painter.setPen(QColor(self.theme.selected_text if chosen else plain))
        metrics = QFontMetrics(font)
        words = metrics.elidedText(line.words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
