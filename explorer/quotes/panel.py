"""QuotePanel: the quote viewer, which shows the current event and the passages that prove it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

from explorer.model.records import Event
from explorer.model.roll import places_of
from explorer.model.selection import (
    ClusterSelected,
    EventsSelected,
    NoSelection,
    PassageSelected,
    Selection,
    SpanSelected,
    current_event,
)
from explorer.quotes.article_view import ArticleView
from explorer.quotes.event_page import EventPage, EvidencePage
from explorer.quotes.evidence import evidence_of_passage
from explorer.quotes.marked import MarkedText, current_marks, marked_text
from explorer.quotes.members import EmptyPage, MembersPage, SeveralStrip
from explorer.session.session import Session
from explorer.theme import Theme, palette
from explorer.widgets.boxes import vertical
from explorer.widgets.event_list import EventList
from explorer.widgets.note_editor import NoteEditor
from explorer.widgets.text import Link


def open_in_browser(url: str) -> None:
    """Open a web address in the reader's browser."""
    QDesktopServices.openUrl(QUrl(url))


class QuotePanel(QWidget):
    """Shows what is selected: an event's page, an article whole, or a list of events.

    It reads the session and asks the session; `opener` opens a web address when its button is
    pressed, and never otherwise.

    Signals:
        attach_requested(str): the reader wants to attach an article (its id).
    """

    attach_requested = Signal(str)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        parent: QWidget | None = None,
        opener: Callable[[str], None] = open_in_browser,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._opener = opener
        self._article = ""
        self._found: tuple[tuple[int, int], ...] = ()
        self._members: Selection = NoSelection()
        self._member_ids: Mapping[str, int] = {}
        self._page: EvidencePage | None = None
        self._is_stale = False
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(self.tr("Event and its sources"))
        self.article_view = ArticleView(session, theme)
        self.article_view.back_requested.connect(self.show_event)
        self.article_view.attach_requested.connect(self.attach_requested)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._scroll)
        self._pages.addWidget(self.article_view)
        vertical(self).addWidget(self._pages)
        self.setMinimumWidth(240)
        self._connect(session)
        self.set_theme(theme)

    def _connect(self, session: Session) -> None:
        session.selection_changed.connect(self._on_selection)
        session.library_changed.connect(self._refresh)
        session.chronicle_changed.connect(self._refresh)
        session.workspace_changed.connect(self._on_workspace)
        session.filters_changed.connect(self._on_filters)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.setPalette(palette(theme))
        self._refresh()

    def flush(self) -> None:
        """Put a note that is being typed into the session now."""
        for editor in self.findChildren(NoteEditor):
            editor.flush()

    def show_article(self, article: str, passage: str = "") -> None:
        """Show an article whole (its brief where it is not in hand), at a passage of it."""
        event = current_event(self._session.selection)
        self._article = article
        self._found = ()
        if passage:
            self._session.select(PassageSelected(passage, event))
        self._refresh()
        if self._pages.currentWidget() is self.article_view:
            self.article_view.text.setFocus()

    def show_place(self, article: str, ranges: tuple[tuple[int, int], ...] = ()) -> None:
        """Show an article or brief whole, with ranges of its text (code points) marked.

        A passage that holds the first of them is selected with its event. The keyboard stays.
        """
        self._article = article
        marked = marked_text(self._session.chronicle, self._session.library, article)
        if marked is None:
            self._session.notice.emit(self.tr("The text of this article is not in hand."))
            return
        self._pick_around(marked, ranges)
        self._found = ranges or ((0, 0),)
        self._refresh()

    def _pick_around(self, marked: MarkedText, ranges: tuple[tuple[int, int], ...]) -> None:
        """Select the shortest passage that holds the first range, with an event it bears on."""
        now = current_event(self._session.selection)
        for mark in marked.at(ranges[0][0]) if ranges else ():
            if mark.events:
                event = now if now in mark.events else mark.events[0]
                self._session.reveal(event)
                self._session.select(PassageSelected(mark.passage, event))
                return

    def show_event(self) -> None:
        """Come back from the article to the event's page."""
        self._article = ""
        self._found = ()
        self._refresh()
        self._scroll.setFocus()

    def copy_with_citation(self) -> None:
        """Put the current passage with its citation on the clipboard, or say that there is none."""
        if self._is_stale:
            self._show_page(self._event())
        exhibit = self._page.exhibit(self._named_passage()) if self._page else None
        if exhibit is None or exhibit.exhibit.context is None:
            self._session.notice.emit(self.tr("There is no passage to copy."))
        else:
            exhibit.copy()

    def _on_selection(self, selection: Selection) -> None:
        self._found = ()
        if isinstance(selection, ClusterSelected | SpanSelected):
            self._members = selection
            self._member_ids = places_of(self._session.picked_events())
        elif isinstance(selection, NoSelection):
            self._member_ids = {}
        self._refresh()

    def _on_workspace(self) -> None:
        if self._page is not None:
            self._page.show_star()

    def _on_filters(self) -> None:
        if self._page is not None:
            self._page.show_hidden()
        elif isinstance(self._session.selection, SpanSelected):
            self._refresh()

    def _refresh(self) -> None:
        """Show what is selected: in the article that is open if it bears on it, else as a page."""
        event = self._event()
        marked = self._open_article(event)
        if marked is not None:
            self._pages.setCurrentWidget(self.article_view)
            self.article_view.show_marked(marked, self._theme, self._found)
            self._is_stale = True
            return
        self._article = ""
        self._pages.setCurrentWidget(self._scroll)
        self._show_page(event)

    def _event(self) -> Event | None:
        """Return the event that the selection is about, if any."""
        return self._session.chronicle.event.get(current_event(self._session.selection))

    def _open_article(self, event: Event | None) -> MarkedText | None:
        if not self._article:
            return None
        chronicle = self._session.chronicle
        marked = marked_text(chronicle, self._session.library, self._article)
        if marked is None or self._found:
            return marked
        if event is not None and self._article in chronicle.sources_of(event):
            return marked
        passage = chronicle.passage.get(self._named_passage())
        named = passage is not None and passage.article in (self._article, marked.shown)
        bears = event is not None and bool(current_marks(chronicle, marked, event.id))
        return marked if named or bears else None

    def _show_page(self, event: Event | None) -> None:
        """Make the page anew; the place in it is kept when it is the same event's."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._scroll.isAncestorOf(focus)
        same = event is not None and self._page is not None and self._page.event_id == event.id
        place = self._scroll.verticalScrollBar().value() if same else 0
        page = self._made_page(event)
        self._put(page)
        self._is_stale = False
        self._scroll.verticalScrollBar().setValue(place)
        passage = self._named_passage()
        if self._page is not None and passage:
            page.adjustSize()
            if view := self._page.exhibit(passage):
                self._scroll.ensureWidgetVisible(view, 0, 40)
        if had_focus:
            lists = page.findChildren(EventList) if isinstance(focus, EventList) else []
            (lists[0] if lists else self._scroll).setFocus()

    def _made_page(self, event: Event | None) -> QWidget:
        session, theme = self._session, self._theme
        selection = session.selection
        self._page = None
        if isinstance(selection, ClusterSelected | SpanSelected):
            members = MembersPage(session.picked_events(), theme)
            members.picked.connect(session.reveal)
            return members
        self._page = self._evidence_page(event)
        if self._page is None:
            return EmptyPage(theme)
        self._page.article_requested.connect(self.show_article)
        self._page.attach_requested.connect(self.attach_requested)
        if isinstance(selection, EventsSelected) and len(selection.events) > 1:
            strip = SeveralStrip(session.picked_events(), selection.current, theme)
            strip.picked.connect(self._pick_of_several)
            self._page.add_on_top(strip)
        elif self._page.event_id in self._member_ids:
            back = Link(self.tr("← Back to the list of events"), theme.accent)
            back.clicked.connect(self._show_members)
            self._page.add_on_top(back)
        return self._page

    def _evidence_page(self, event: Event | None) -> EvidencePage | None:
        """Make the page of an event, else of the passage that is selected on its own, if any."""
        session = self._session
        if event is not None:
            return EventPage(session, self._theme, event, self._opener)
        found = evidence_of_passage(session.chronicle, session.library, self._named_passage())
        if found is None:
            return None
        page = EvidencePage(session, self._theme, self._opener)
        page.add_cards(self.tr("A passage"), (found,))
        page.end()
        return page

    def _put(self, page: QWidget) -> None:
        """Show a page; the old one lives until the click in it that led here has ended."""
        old = self._scroll.takeWidget()
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)
        if old is not None:
            old.hide()
            old.deleteLater()

    def _named_passage(self) -> str:
        selection = self._session.selection
        return selection.passage if isinstance(selection, PassageSelected) else ""

    def _pick_of_several(self, event: str) -> None:
        selection = self._session.selection
        if isinstance(selection, EventsSelected):
            self._session.select(EventsSelected(selection.events, event))

    def _show_members(self) -> None:
        self._session.select(self._members)
