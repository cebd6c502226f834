"""Drawing a result: its title, what stands beside it, and some lines with the words marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from explorer.search.marking import Marked
from explorer.searching.rows import ROW, Row
from explorer.theme import Theme
from explorer.widgets.text import WRAP, styled

_LINES = 4
_ACROSS, _DOWN, _GAP = 10, 6, 2
_SMALL = 0.92


class ResultRow(QStyledItemDelegate):
    """Draws a row of the results; nothing in it is read as HTML."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row: Row | None = index.data(ROW)
        if row is None:
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        drawn.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget
        )
        picked = bool(drawn.state & QStyle.StateFlag.State_Selected)
        area = QRectF(drawn.rect).adjusted(_ACROSS, _DOWN, -_ACROSS, 0)
        painter.save()
        if row.role == "heading":
            self._paint_heading(painter, drawn, area, row)
        else:
            self._paint_result(painter, drawn.font, area, row, picked)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, drawn: QStyleOptionViewItem, area: QRectF, row: Row
    ) -> None:
        theme = self._theme
        painter.fillRect(drawn.rect, QColor(theme.alternate))
        painter.setPen(QColor(theme.border))
        painter.drawLine(drawn.rect.bottomLeft(), drawn.rect.bottomRight())
        painter.setPen(QColor(theme.muted))
        painter.setFont(styled(drawn.font, scale=_SMALL, bold=True))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft, row.title.text)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight, row.beside)

    def _paint_result(
        self, painter: QPainter, font: QFont, area: QRectF, row: Row, picked: bool
    ) -> None:
        theme = self._theme
        link = row.role == "more" and not picked
        plain = theme.accent if link else theme.selected_text if picked else theme.text
        faint = QColor(theme.selected_text if picked else theme.muted)
        top = area.top()
        title = self._laid_out(row.title, _strong(font, row), area.width(), 2, picked=picked)
        painter.setPen(QColor(plain))
        title.draw(painter, QPointF(area.left(), top))
        top += _height(title) + _GAP
        if row.beside:
            small = styled(font, scale=_SMALL)
            line = self._laid_out(Marked(row.beside), small, area.width(), 1, picked=picked)
            painter.setPen(faint)
            line.draw(painter, QPointF(area.left(), top))
            top += _height(line) + _GAP
        if row.snippet.text:
            words = self._laid_out(_dotted(row.snippet), font, area.width(), _LINES, picked=picked)
            painter.setPen(QColor(plain))
            words.draw(painter, QPointF(area.left(), top))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of what is drawn at the width of the view."""
        row: Row | None = index.data(ROW)
        view: QWidget | None = option.widget
        width = option.rect.width()
        if isinstance(view, QAbstractItemView):
            width = view.viewport().width()
        if row is None:
            return QSize(width, option.fontMetrics.height())
        if row.role == "heading":
            return QSize(width, option.fontMetrics.height() + 2 * _DOWN)
        room = float(max(width - 2 * _ACROSS, 40))
        height = _height(self._laid_out(row.title, _strong(option.font, row), room, 2))
        if row.beside:
            small = styled(option.font, scale=_SMALL)
            height += _GAP + _height(self._laid_out(Marked(row.beside), small, room, 1))
        if row.snippet.text:
            words = self._laid_out(_dotted(row.snippet), option.font, room, _LINES)
            height += _GAP + _height(words)
        return QSize(width, round(height) + 2 * _DOWN)

    def _laid_out(
        self, shown: Marked, font: QFont, width: float, lines: int, *, picked: bool = False
    ) -> QTextLayout:
        """Return a text in at most so many lines with its marks; what is too long is cut."""
        made = self._broken(shown, font, width, lines, picked)
        end = _end(made)
        whole = len(shown.text.encode("utf-16-le", "surrogatepass")) // 2
        if end >= whole:
            return made
        raw = shown.text.encode("utf-16-le", "surrogatepass")[: 2 * max(end - 2, 0)]
        kept = raw.decode("utf-16-le", "ignore").rstrip()
        marks = tuple((one, min(two, len(kept))) for one, two in shown.marks if one < len(kept))
        return self._broken(Marked(f"{kept}…", marks), font, width, lines, picked)

    def _broken(
        self, shown: Marked, font: QFont, width: float, lines: int, picked: bool
    ) -> QTextLayout:
        layout = QTextLayout(shown.text, font)
        option = QTextOption()
        option.setWrapMode(WRAP)
        layout.setTextOption(option)
        layout.setFormats(self._formats(shown, picked))
        layout.beginLayout()
        height = 0.0
        for _ in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0.0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _formats(self, shown: Marked, picked: bool) -> list[QTextLayout.FormatRange]:
        """Return the marks as formats; Qt counts in UTF-16."""
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.Bold)
        if picked:
            style.setFontUnderline(True)
        else:
            style.setBackground(QColor(self._theme.highlight))
            style.setForeground(QColor(self._theme.text))
        made = []
        for start, end in shown.marks:
            one = QTextLayout.FormatRange()
            one.start = len(shown.text[:start].encode("utf-16-le", "surrogatepass")) // 2
            one.length = len(shown.text[start:end].encode("utf-16-le", "surrogatepass")) // 2
            one.format = style
            made.append(one)
        return made


def _strong(font: QFont, row: Row) -> QFont:
    """Return the font of a row's title."""
    made = QFont(font)
    made.setWeight(QFont.Weight.Normal if row.role == "more" else QFont.Weight.DemiBold)
    return made


def _dotted(shown: Marked) -> Marked:
    """Return a snippet with dots where its text goes on."""
    before = "" if shown.from_start else "… "
    after = "" if shown.to_end else " …"
    shift = len(before)
    marks = tuple((start + shift, end + shift) for start, end in shown.marks)
    return Marked(f"{before}{shown.text}{after}", marks)


def _height(layout: QTextLayout) -> float:
    count = layout.lineCount()
    return layout.lineAt(count - 1).rect().bottom() if count else 0.0


def _end(layout: QTextLayout) -> int:
    count = layout.lineCount()
    if not count:
        return 0
    last = layout.lineAt(count - 1)
    return last.textStart() + last.textLength()
