"""ArticlesTable: what each article covers, in numbers that lead to the events, and its time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from explorer.analysis.coverage import Covered
from explorer.coverage.words import article_name, span_words
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.text import plain_tip
from explorer.wording import citation

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_DAY = 86_400.0
SHOWS = ("", "told", "only", "disputed", "mentioned", "left out", "")
"""What a click on each column narrows the matrix to."""

_SPAN = len(SHOWS) - 1


class ArticlesModel(QAbstractTableModel):
    """A row for each published article, in the chronicle's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Covered, ...] = ()

    def show_articles(self, rows: Sequence[Covered]) -> None:
        """Show other articles."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def covered(self, row: int) -> Covered:
        """Return what is known of the article in a row."""
        return self._rows[row]

    def cells(self, row: int) -> list[str]:
        """Return the words of a row."""
        one = self._rows[row]
        counts = (one.told, one.only, one.disputed, one.mentioned, one.left_out)
        return [article_name(one.article), *(str(len(some)) for some in counts), span_words(one)]

    def headings(self) -> list[str]:
        """Return the headings of the columns."""
        return [
            self.tr("Article"),
            self.tr("Tells"),
            self.tr("Only it tells"),
            self.tr("Disputes"),
            self.tr("Mentions"),
            self.tr("Leaves out"),
            self.tr("Its time"),
        ]

    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of articles."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(SHOWS)

    def data(self, index: _ANY_INDEX, role: int = _ROLE.DisplayRole) -> object:
        """Return what a cell shows, says, or how."""
        if not index.isValid():
            return None
        cell = self.cells(index.row())[index.column()]
        if role == _ROLE.DisplayRole:
            return cell
        if role == _ROLE.ToolTipRole:
            cited = citation(self._rows[index.row()].article)
            heading = self.headings()[index.column()]
            return plain_tip(f"{cited}\n{heading}: {cell}" if index.column() else cited)
        if role == _ROLE.AccessibleTextRole:
            return f"{self.headings()[index.column()]}: {cell}"
        if role == _ROLE.TextAlignmentRole and 0 < index.column() < _SPAN:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(
        self, section: int, across: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        shown = role in (_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole)
        if across is Qt.Orientation.Horizontal and shown and 0 <= section < len(SHOWS):
            return self.headings()[section]
        return None


class _SpanCell(QStyledItemDelegate):
    """Draws the time that an article covers as a bar on the extent of the whole chronicle."""

    def __init__(self, session: Session, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY_INDEX) -> None:
        """Draw the cell, and under its words the bar."""
        super().paint(painter, option, index)
        model = index.model()
        if not isinstance(model, ArticlesModel):
            return
        one = model.covered(index.row())
        extent = self._session.chronicle.extent
        length = extent.end - extent.start
        if one.first is None or one.last is None or length <= 0:
            return
        start = max(0.0, (one.first * _DAY - extent.start) / length)
        end = min(1.0, ((one.last + 1) * _DAY - extent.start) / length)
        room = QRectF(option.rect).adjusted(4, 0, -4, -2)
        painter.fillRect(
            QRectF(room.left(), room.bottom() - 3, room.width(), 1), QColor(self.theme.border)
        )
        left = room.left() + start * room.width()
        width = max(2.0, (end - start) * room.width())
        painter.fillRect(QRectF(left, room.bottom() - 4, width, 3), QColor(self.theme.accent))


class ArticlesTable(QTableView):
    """The articles on screen.

    Signals:
        chosen(str, str): a cell was clicked, or Enter pressed on it: the article's id, and what of
            it is wanted (one of SHOWS).
    """

    chosen = Signal(str, str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.articles = ArticlesModel(self)
        self.setModel(self.articles)
        self._cell = _SpanCell(session, theme, self)
        self.setItemDelegateForColumn(_SPAN, self._cell)
        self.setAccessibleName(self.tr("What each article covers"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 12)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._cell.theme = theme
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.articles.covered(index.row()).article.id, SHOWS[index.column()])

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Take the current cell with Enter."""
        enter = key_event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(key_event)

    def resizeEvent(self, resize_event: QResizeEvent) -> None:
        """Give the numbers what they need."""
        digit = max(1, self.fontMetrics().horizontalAdvance("0"))
        wide = self.viewport().width() >= 110 * digit
        for column in range(1, len(SHOWS)):
            self.setColumnWidth(column, digit * (13 if wide else 8))
        self.setColumnWidth(_SPAN, digit * (26 if wide else 12))
        super().resizeEvent(resize_event)
