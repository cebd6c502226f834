"""RelationsTable: years by quad class and side; every count leads to its events."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from explorer.analysis.relations import Counted
from explorer.model.codebook import Codebook
from explorer.relations.model import BAR, SHARES, RelationsModel
from explorer.theme import Theme
from explorer.widgets.copying import copy_table

_NUMBER = 5
"""Digits' widths that a bar leaves free for its number."""


class _Bar(QStyledItemDelegate):
    """Draws a row's events as a bar, a part for each quad class, behind their number."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell, then its bar."""
        super().paint(painter, option, index)
        parts, highest = index.data(SHARES) or ([], 1)
        area = QRectF(option.rect)
        free = option.fontMetrics.horizontalAdvance("0") * _NUMBER
        unit = max(area.width() - free - 6, 0.0) / max(highest, 1)
        x = area.left() + free
        for colour, count in parts:
            piece = QRectF(x, area.top() + 5, unit * count, area.height() - 10)
            painter.fillRect(piece, QColor(colour))
            x += unit * count


class RelationsTable(QTableView):
    """The events between actors, counted.

    Signals:
        chosen(tuple): a count was clicked, or Enter pressed on it: the ids of its events.
    """

    chosen = Signal(tuple)
    copied = Signal()

    def __init__(self, codebook: Codebook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RelationsModel(codebook, theme, self)
        self.setModel(self.rows)
        self.setItemDelegateForColumn(BAR, _Bar(self))
        self.setAccessibleName(self.tr("Events between the actors, by year"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.horizontalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self._choose)

    def show_counted(self, counted: Counted) -> None:
        """Show other counts."""
        self.rows.show_counted(counted)
        self._fit_columns()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self.rows.theme = theme
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def copy_rows(self) -> None:
        """Put the table on the clipboard."""
        rows = (self.rows.texts(row) for row in range(self.rows.rowCount()))
        copy_table([self.rows.headings(), *rows])
        self.copied.emit()

    def _fit_columns(self) -> None:
        """Head the columns with words where there is room, else with their signs."""
        header = self.horizontalHeader()
        metrics = header.fontMetrics()
        words = [metrics.horizontalAdvance(f"● {one}") + 20 for one in self.rows.headings()]
        counted = range(BAR + 1, self.rows.columnCount())
        digit = self.fontMetrics().horizontalAdvance("0")
        self.setColumnWidth(0, digit * 12)
        least = digit * 12 + digit * 24
        wide = self.viewport().width() >= least + sum(words[BAR + 1 :])
        self.rows.head_with_words(words=wide)
        for column in counted:
            self.setColumnWidth(column, words[column] if wide else digit * 5)
        header.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Stretch)

    def _choose(self, index: QModelIndex) -> None:
        if events := self.rows.events_at(index.row(), index.column()):
            self.chosen.emit(events)

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Take the current count with Enter; copy all rows with the usual keys."""
        enter = key_event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif key_event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(key_event)

    def resizeEvent(self, resize_event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        self._fit_columns()
        super().resizeEvent(resize_event)
