"""The bookmarks panel: the events the reader marked, each with a note and tags."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.bookmarks.rows import NotedRow
from explorer.bookmarks.tags_dialog import TagsDialog
from explorer.model.counting import tags_used
from explorer.model.records import Event
from explorer.model.selection import current_event
from explorer.model.tagging import tag_counts
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.event_list import EventList
from explorer.widgets.flow import FlowLayout
from explorer.widgets.tag_edit import TagEdit
from explorer.widgets.text import Label, coloured

_PAUSE = 800
"""Milliseconds without typing after which a note is saved."""

_LINES = 5
"""Lines of a note that are shown at once; the list needs the room more."""


class BookmarksPanel(QWidget):
    """Lists the marked events in date order, with an editor for the note of the current one.

    What is typed reaches the session after a pause, when the focus leaves, when another event is
    selected and on `flush`; it always goes to the bookmark it was typed for.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the bookmarks of `session`."""
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._row = NotedRow(session, theme, self)
        self._edited = ""
        self._list: EventList | None = None
        self._shown: tuple[Event, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._pages)
        self._pages.addWidget(self._empty_page())
        self._pages.addWidget(self._list_page())
        session.workspace_changed.connect(self._refresh)
        session.chronicle_changed.connect(self._refresh)
        session.read_only_changed.connect(self._let_edit)
        session.selection_changed.connect(self._follow)
        self.set_theme(theme)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self._row.theme = theme
        for muted in (self._hint, self._count, self._note_of):
            coloured(muted, theme.muted)

    def flush(self) -> None:
        """Put what was typed into the session now."""
        self._pause.stop()
        event = self._edited
        mark = self._session.workspace.bookmark.get(event)
        if mark is None:
            return
        note = self._note.toPlainText()
        if note != mark.note:
            self._session.set_note(event, note)
        tags = self._tags.tags
        if tags != mark.tags:
            self._session.set_bookmark_tags(event, tags)

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        title = QLabel(self.tr("No bookmarks yet"))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self._hint = Label(
            self.tr(
                "Press B or click a star to mark the selected event. A mark is on disk at once, "
                "and you can write a note to it here."
            )
        )
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(self._hint)
        column.addStretch(2)
        return page

    def _list_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self._count = QLabel()
        self._place = QVBoxLayout()
        self._note_of = Label("")
        self._note = QPlainTextEdit()
        self._note.setObjectName("note")
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setPlaceholderText(self.tr("A note of your own"))
        self._note.setTabChangesFocus(True)
        self._note.setMaximumHeight(self.fontMetrics().lineSpacing() * _LINES + 12)
        self._note.installEventFilter(self)
        self._note.textChanged.connect(self._pause.start)
        self._tags = TagEdit(self._known_tags)
        self._tags.setObjectName("tags")
        self._tags.setAccessibleName(self.tr("Tags"))
        self._tags.setPlaceholderText(self.tr("Tags, apart by commas"))
        self._tags.editingFinished.connect(self.flush)
        self._remove = QPushButton(self.tr("Remove bookmark"))
        self._remove.clicked.connect(self._remove_edited)
        self._all_tags = QPushButton(self.tr("All tags…"))
        self._all_tags.setObjectName("all-tags")
        self._all_tags.clicked.connect(self._show_tags)
        row = FlowLayout(across=6, down=4)
        row.add(self._remove)
        row.add(self._all_tags)
        column.addWidget(self._count)
        column.addLayout(self._place, 1)
        column.addWidget(self._note_of)
        column.addWidget(self._note)
        column.addWidget(self._tags)
        column.addLayout(row)
        return page

    def _refresh(self) -> None:
        session = self._session
        marks = session.workspace.bookmark
        place = session.chronicle.place
        found = sorted(place[one] for one in marks if one in place)
        events = tuple(session.chronicle.events[at] for at in found)
        if events != self._shown or self._list is None:
            self._relist(events)
        else:
            self._list.doItemsLayout()  # a note that comes or goes makes its row taller or shorter
        lost = len(marks) - len(events)
        told = self.tr("%n bookmark(s)", "", len(events))
        if lost:
            told += self.tr("; %n on events this chronicle lacks", "", lost)
        self._count.setText(told)
        self._pages.setCurrentIndex(1 if marks else 0)
        if self._edited not in marks:
            self._edit(next((event.id for event in events), ""))
        self._follow()
        self._show_mark()

    def _known_tags(self) -> Iterable[str]:
        """Return the tags that the reader uses, then those that the chronicle has."""
        own = tag_counts(self._session.workspace)
        return dict.fromkeys((*own, *tags_used(self._session.chronicle.events)))

    def _show_tags(self) -> None:
        """Show all tags, to colour, rename, merge or remove them."""
        self.flush()
        dialog = TagsDialog(self._session, self._theme, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _relist(self, events: tuple[Event, ...]) -> None:
        if self._list is not None:
            self._place.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self._shown = events
        self._list = EventList(events, 0)
        self._list.setAccessibleName(self.tr("Bookmarks"))
        self._list.setItemDelegate(self._row)
        self._list.setUniformItemSizes(False)
        self._list.picked.connect(self._session.reveal)
        self._list.installEventFilter(self)
        self._place.addWidget(self._list)

    def _follow(self) -> None:
        """Edit the note of the current event when it has a bookmark."""
        event = current_event(self._session.selection)
        if event in self._session.workspace.bookmark and event != self._edited:
            self.flush()
            self._edit(event)
        if self._list is not None:
            self._list.mark(self._edited)

    def _edit(self, event: str) -> None:
        self._edited = event
        known = self._session.chronicle.event.get(event)
        self._note_of.setText(known.title if known else event)
        for part in (self._note, self._tags, self._remove):
            part.setEnabled(bool(event) and not self._session.read_only)
        self._show_mark()

    def _let_edit(self) -> None:
        """Let note and tags be edited only where they can be saved."""
        for part in (self._note, self._tags, self._remove):
            part.setEnabled(bool(self._edited) and not self._session.read_only)

    def _show_mark(self) -> None:
        """Show note and tags as saved, unless the reader is still typing them."""
        mark = self._session.workspace.bookmark.get(self._edited)
        note, tags = (mark.note, mark.tags) if mark else ("", ())
        if self._pause.isActive() and mark is not None:
            return
        if note != self._note.toPlainText():
            self._note.setPlainText(note)
        if tags != self._tags.tags:
            self._tags.setText(", ".join(tags))
        self._pause.stop()

    def _remove_edited(self) -> None:
        self.flush()
        if self._edited in self._session.workspace.bookmark:
            self._session.toggle_bookmark(self._edited)

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Save a note when the focus leaves it; Delete in the list removes a bookmark."""
        if watched is self._note and happened.type() == QEvent.Type.FocusOut:
            self.flush()
        elif watched is self._list and isinstance(happened, QKeyEvent):
            pressed = happened.type() == QEvent.Type.KeyPress
            if pressed and happened.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._remove_edited()
                return True
        return super().eventFilter(watched, happened)

    def hideEvent(self, hidden: QHideEvent) -> None:
        """Save what was typed when the panel goes out of sight."""
        self.flush()
        super().hideEvent(hidden)
