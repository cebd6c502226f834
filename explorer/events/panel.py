"""EventsPanel: the list of events, with the search box and the filters above it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.events.active import active_filters
from explorer.events.chips import ChipRow
from explorer.events.filter_bar import FilterBar
from explorer.events.searches import SearchesButton
from explorer.events.table import EventTable
from explorer.model.filters import Filters
from explorer.model.query_reading import read_query
from explorer.session.session import Session
from explorer.theme import Theme, icon
from explorer.widgets.text import Label, coloured, plain_tip
from explorer.wording.numbers import number
from explorer.wording.query_words import fault_words, syntax_words

_PAUSE = 120
"""Milliseconds without a key after which the search is made."""


class EventsPanel(QWidget):
    """The events that pass the filters as a table in step with the timeline, and the filters."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._search)
        self.search = self._search_box()
        self.searches = SearchesButton(session, theme, self)
        self.searches.opening.connect(self._catch_up)
        self.unread = Label("", theme.warning, scale=0.92)
        self.unread.hide()
        self.bar = FilterBar(session, theme, self)
        self.chips = ChipRow(theme, self)
        self.table = EventTable(session, theme, self)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setWordWrap(True)
        self.clear_all = self._clear_button(self.tr("Clear all"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._empty_state())
        self._lay_out()
        self.setTabOrder(self.search, self.searches)
        self.setTabOrder(self.searches, self.bar)
        self.chips.changed.connect(session.set_filters)
        self.chips.emptied.connect(self._leave_chips)
        session.chronicle_changed.connect(self._on_chronicle)
        session.filters_changed.connect(self._on_filters)
        session.workspace_changed.connect(self._on_workspace)
        session.library_changed.connect(self._on_library)
        session.selection_changed.connect(self._show_count)
        self.set_theme(theme)
        self._on_chronicle()

    def focus_search(self) -> None:
        """Take the keyboard into the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._glass.setIcon(icon("search", replace(theme, text=theme.muted)))
        self.searches.set_theme(theme)
        self.bar.set_theme(theme)
        self.chips.set_theme(theme)
        self.table.set_theme(theme)
        coloured(self.unread, theme.warning)
        coloured(self.count, theme.muted)
        coloured(self.empty_reason, theme.muted)

    def _search_box(self) -> QLineEdit:
        box = QLineEdit()
        box.setPlaceholderText(self.tr("Search events and words"))
        box.setAccessibleName(self.tr("Search events and words"))
        box.setToolTip(plain_tip(syntax_words()))
        box.setClearButtonEnabled(True)
        self._glass = QAction(self)
        box.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        box.textChanged.connect(self._on_typed)
        box.returnPressed.connect(self._on_return)
        box.installEventFilter(self)
        return box

    def _clear_button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(self._clear)
        return button

    def _empty_state(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        self.empty_title = QLabel()
        self.empty_reason = QLabel()
        self.empty_clear = self._clear_button(self.tr("Clear filters"))
        column.addStretch(1)
        for label in (self.empty_title, self.empty_reason):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self.empty_clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(8, 8, 8, 4)
        head.setSpacing(6)
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.clear_all)
        asking = QHBoxLayout()
        asking.setSpacing(4)
        asking.addWidget(self.search, 1)
        asking.addWidget(self.searches)
        head.addLayout(asking)
        for part in (self.unread, self.bar, self.chips):
            head.addWidget(part)
        head.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        # A button that comes and goes must not move the table under the pointer.
        room = self.clear_all.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        room.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
        self.clear_all.setSizePolicy(room)

    def _on_chronicle(self) -> None:
        self._timer.stop()
        self.bar.fill()
        self._on_filters()

    def _on_filters(self) -> None:
        session = self._session
        if not self._timer.isActive() and self.search.text().strip() != session.filters.text:
            self.search.setText(session.filters.text)
            self._timer.stop()
        self.bar.follow()
        active = active_filters(session.filters, session.chronicle, session.codebook)
        self.chips.show_filters(active)
        self.clear_all.setVisible(bool(session.filters))
        self.table.reload()
        self._show_unread()
        self._show_empty()
        self._show_count()

    def _show_unread(self) -> None:
        """Say what of the search could not be read, and where; it is left out."""
        faults = read_query(self._session.filters.text).faults
        self.unread.setText("\n".join(map(fault_words, faults)))
        self.unread.setAccessibleName(self.unread.text())
        self.unread.setVisible(bool(faults))

    def _on_workspace(self) -> None:
        self.table.refresh_stars()

    def _on_library(self) -> None:
        self.table.refresh_sources()

    def _show_empty(self) -> None:
        session = self._session
        if session.visible_events():
            self.stack.setCurrentWidget(self.table)
            return
        some = bool(session.chronicle.events)
        self.empty_title.setText(
            self.tr("No event passes the filters") if some else self.tr("No events")
        )
        reason = self.tr("This chronicle holds no events.")
        if some and session.filters.text:
            reason = self.tr("Nothing has all that is sought: {words}").format(
                words=session.filters.text
            )
        elif some:
            reason = self.tr("No event has all that the filters ask for.")
        self.empty_reason.setText(reason)
        self.empty_clear.setVisible(some)
        self.stack.setCurrentIndex(1)

    def _show_count(self) -> None:
        session = self._session
        shown, total = len(session.visible_events()), len(session.chronicle.events)
        if shown == total:
            words = self.tr("1 event") if total == 1 else self.tr("%n events", "", total)
        else:
            words = self.tr("{shown} of {total} events").format(
                shown=number(shown), total=number(total)
            )
        picked = [event.id for event in session.picked_events()]
        hidden = len(set(picked) - session.visible_ids())
        if len(picked) > 1:
            words = self.tr("{count}, {picked} selected").format(
                count=words, picked=number(len(picked))
            )
        if hidden and len(picked) == 1:
            words = self.tr("{count}; the selected one is filtered out").format(count=words)
        elif hidden:
            words = self.tr("{count}, {hidden} of them filtered out").format(
                count=words, hidden=hidden
            )
        self.count.setText(words)

    def _on_typed(self) -> None:
        self._timer.start()

    def _search(self) -> None:
        self._timer.stop()
        text = self.search.text().strip()
        self._session.set_filters(replace(self._session.filters, text=text))

    def _catch_up(self) -> None:
        """Search for what was typed just now, without waiting for more."""
        if self._timer.isActive():
            self._search()

    def _on_return(self) -> None:
        self._search()
        self._go_to_table()

    def _go_to_table(self) -> None:
        if self._session.visible_events():
            self.table.enter()

    def _clear(self) -> None:
        self._timer.stop()
        self.search.clear()
        self._timer.stop()
        self._session.set_filters(Filters())
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_chips(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search box let Down lead to the table, and Esc empty the box before all else."""
        if watched is self.search and isinstance(event, QKeyEvent):
            escape = event.key() == Qt.Key.Key_Escape and bool(self.search.text())
            if event.type() == QEvent.Type.ShortcutOverride and escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and escape:
                self.search.clear()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
                self._search()
                self._go_to_table()
                return True
        return super().eventFilter(watched, event)
