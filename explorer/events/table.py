"""EventTable: the rows of the events list, in step with what is selected elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from explorer.events.cells import EventCell
from explorer.events.columns import Column
from explorer.events.model import EventTableModel
from explorer.model.selection import EventsSelected, Selection, current_event, selected_events
from explorer.session.session import Session
from explorer.theme import Theme

_FLAG = QItemSelectionModel.SelectionFlag
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WORDS_FROM = 84
"""From as many digits' width on, type and sources have words over and in their columns."""
_ACTORS_FROM = 116
"""From as many digits' width on, there is a column of actors."""
_LINES = 2
"""Lines of a title that a row shows."""


class EventTable(QTableView):
    """Events as rows; what the reader selects here is selected everywhere, and the other way."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_following = False
        self._is_on_star = False
        self._room = -1
        self._model = EventTableModel(session, theme, self)
        self._cell = EventCell(session, theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._cell)
        self._set_out()
        self.selectionModel().selectionChanged.connect(self._on_rows)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_click)
        self.doubleClicked.connect(self._reveal)
        self.entered.connect(self._on_entered)
        session.hovered_changed.connect(self._on_hovered)
        session.selection_changed.connect(self.follow)
        self.follow(session.selection)

    def reload(self) -> None:
        """Show the events that pass the filters now, with those selected that are."""
        self._is_following = True
        try:
            self._model.reload()
        finally:
            self._is_following = False
        self.follow(self._session.selection)

    def refresh_stars(self) -> None:
        """Show which events are bookmarked now."""
        self._model.refresh_stars()

    def refresh_sources(self) -> None:
        """Show which events the texts in hand prove now."""
        self._model.refresh_sources()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._cell.theme = theme
        self._model.set_theme(theme)
        self.viewport().update()

    def enter(self) -> None:
        """Take the keyboard, on the first row when none is selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._model.rowCount() and not self.selectionModel().hasSelection():
            self.selectRow(0)

    def follow(self, selection: Selection) -> None:
        """Select the rows of what is selected, and bring the current one into sight."""
        events = [event.id for event in self._session.picked_events()]
        wanted = sorted(row for event in events if (row := self._model.row_of(event)) >= 0)
        current = self._model.row_of(current_event(selection))
        self._is_following = True
        try:
            if wanted != self._selected_rows():
                chosen = QItemSelection()
                for first, last in _runs(wanted):
                    left = self._model.index(first, 0)
                    chosen.select(left, self._model.index(last, len(Column) - 1))
                self.selectionModel().select(chosen, _FLAG.ClearAndSelect)
            if current < 0 and wanted and self.currentIndex().row() not in wanted:
                current = wanted[0]
            if current >= 0 and current != self.currentIndex().row():
                index = self._model.index(current, Column.TITLE)
                self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
            if current >= 0:
                self.scrollTo(self._model.index(current, Column.TITLE))
        finally:
            self._is_following = False

    def _set_out(self) -> None:
        self.setAccessibleName(self.tr("Events"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.STAR, QHeaderView.ResizeMode.Fixed)
        header.setSortIndicator(Column.DATE, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give columns the room there is; widths the reader set stay while the room is alike."""
        metrics = QFontMetrics(self.font())
        digits = self.viewport().width() // max(1, metrics.horizontalAdvance("0"))
        room = (digits >= _WORDS_FROM) + (digits >= _ACTORS_FROM)
        if room == self._room:
            return
        self._room = room
        self._model.set_compact(room == 0)
        self.verticalHeader().setDefaultSectionSize(metrics.height() * _LINES + 8)
        longest = max(
            (metrics.horizontalAdvance(one.name) for one in self._session.codebook.types.values()),
            default=60,
        )
        date = metrics.horizontalAdvance("30 Wwww 2000")
        widths = {
            Column.STAR: 28,
            Column.DATE: date + 8 if room == 0 else date + 40,
            Column.TYPE: longest + 36 if room else 28,
            Column.SOURCES: metrics.horizontalAdvance(self.tr("Sources")) + 28 if room else 36,
            Column.ACTORS: metrics.horizontalAdvance("0") * 26,
        }
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.setColumnHidden(Column.ACTORS, room < 2)

    def _selected_rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _on_rows(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self._tell()

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        # A click moves the current row before it selects; the selection that follows tells.
        if self.selectionModel().isRowSelected(current.row(), QModelIndex()):
            self._tell()

    def _on_click(self, index: QModelIndex) -> None:
        # The row may be selected already while the session is at a passage or actor of it.
        picked = selected_events(self._session.selection)
        if picked == (self._model.event_at(index.row()).id,):
            self._tell()

    def _tell(self) -> None:
        """Tell the session which rows are selected."""
        if self._is_following:
            return
        events = tuple(self._model.event_at(row).id for row in self._selected_rows())
        if not events:
            self._session.clear()
            return
        row = self.currentIndex().row()
        current = self._model.event_at(row).id if row >= 0 else events[-1]
        self._session.select(EventsSelected(events, current if current in events else events[-1]))

    def _reveal(self, index: QModelIndex) -> None:
        if index.isValid():
            self._session.reveal(self._model.event_at(index.row()).id)

    def _on_entered(self, index: QModelIndex) -> None:
        self._session.hover(self._model.event_at(index.row()).id)

    def _on_hovered(self, _event: str) -> None:
        self.viewport().update()

    def _take_star(self, mouse_event: QMouseEvent) -> bool:
        """Mark the event whose star was pressed; tell whether one was."""
        index = self.indexAt(mouse_event.position().toPoint())
        if mouse_event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return False
        if index.column() != Column.STAR or mouse_event.modifiers():
            return False
        self._session.toggle_bookmark(self._model.event_at(index.row()).id)
        return True

    def mousePressEvent(self, mouse_event: QMouseEvent) -> None:
        """Leave the selection as it is when a star is pressed."""
        self._is_on_star = self._take_star(mouse_event)
        if not self._is_on_star:
            super().mousePressEvent(mouse_event)

    def mouseDoubleClickEvent(self, mouse_event: QMouseEvent) -> None:
        """Take the second press on a star for a press of its own."""
        self._is_on_star = self._take_star(mouse_event)
        if not self._is_on_star:
            super().mouseDoubleClickEvent(mouse_event)

    def mouseMoveEvent(self, mouse_event: QMouseEvent) -> None:
        """Select no rows by a drag that began on a star."""
        if not (self._is_on_star and mouse_event.buttons()):
            super().mouseMoveEvent(mouse_event)

    def mouseReleaseEvent(self, mouse_event: QMouseEvent) -> None:
        """End a press on a star as it began."""
        if not self._is_on_star:
            super().mouseReleaseEvent(mouse_event)
        self._is_on_star = False

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Bring the current event on screen with Enter."""
        if key_event.key() in _ENTER and self.currentIndex().isValid():
            self._reveal(self.currentIndex())
        else:
            super().keyPressEvent(key_event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the event under the pointer."""
        super().leaveEvent(event)
        self._session.hover("")

    def resizeEvent(self, resize_event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        self._fit_columns()
        super().resizeEvent(resize_event)


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of neighbours among ascending rows."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
