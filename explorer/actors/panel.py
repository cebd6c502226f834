"""ActorPanel: who an actor is, what it held and did, with whom and when."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from explorer.actors.page import ActorPage
from explorer.analysis.actor_tally import ActorTally, tally_of
from explorer.model.chronicle import Chronicle
from explorer.model.counting import actor_counts
from explorer.model.selection import ActorSelected, Selection, current_event
from explorer.pending import Pending, are_many
from explorer.session.session import Session
from explorer.theme import Theme, palette
from explorer.widgets.actor_chooser import ActorChooser
from explorer.widgets.boxes import vertical
from explorer.widgets.flow import FlowLayout
from explorer.widgets.note_editor import NoteEditor
from explorer.widgets.text import Label, Link
from explorer.widgets.waiting import WaitingPage
from explorer.wording.numbers import number

_SUGGESTED = 10


class ActorPanel(QWidget):
    """Shows the actor last selected, also while events are selected after it.

    It reads the session and asks the session.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._shown = ActorSelected("")
        self._page: ActorPage | None = None
        self._pending = Pending(self)
        self._tallied: tuple[Chronicle, str, ActorTally] | None = None
        self.chooser = ActorChooser(session, theme)
        self.chooser.chosen.connect(self._choose)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(self.tr("Actor"))
        column = vertical(self, spacing=0)
        search = QWidget()
        vertical(search, margins=8).addWidget(self.chooser)
        column.addWidget(search)
        column.addWidget(self._scroll, 1)
        self.setMinimumWidth(240)
        session.selection_changed.connect(self._on_selection)
        session.chronicle_changed.connect(self._show)
        session.library_changed.connect(self._show)
        session.filters_changed.connect(self._on_filters)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.setPalette(palette(theme))
        self.chooser.set_theme(theme)
        self._on_selection(self._session.selection, anew=True)

    def stop(self) -> None:
        """End what is under way; the window closes."""
        self._pending.stop()

    def flush(self) -> None:
        """Put a note that is being typed into the session now."""
        for editor in self.findChildren(NoteEditor):
            editor.flush()

    def _choose(self, actor: str) -> None:
        self._session.select(ActorSelected(actor, current_event(self._session.selection)))

    def _on_selection(self, selection: Selection, *, anew: bool = False) -> None:
        if isinstance(selection, ActorSelected) and selection != self._shown:
            self._shown = selection
            anew = True
        if anew:
            self._show()
        elif self._page is not None:
            self._page.mark(current_event(selection))

    def _on_filters(self) -> None:
        if self._page is not None:
            self._page.show_filter()

    def _show(self) -> None:
        """Make the page anew; the place in it is kept when it is the same actor's."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._scroll.isAncestorOf(focus)
        same = self._page and self._page.actor_id == self._shown.actor
        place = self._scroll.verticalScrollBar().value() if same else 0
        self._page = None
        self._show_actor()
        self._scroll.verticalScrollBar().setValue(place)
        if had_focus:
            self._scroll.setFocus()

    def _show_actor(self) -> None:
        """Put the actor's page; where its events are many, once these are gone through."""
        chronicle, actor = self._session.chronicle, self._shown.actor
        self._pending.stop()
        known = chronicle.actor.get(actor)
        if known is None:
            self._put(self._empty_page())
            return
        if self._tallied is not None and self._tallied[:2] == (chronicle, actor):
            self._put_page(self._tallied[2])
            return
        events = chronicle.events_of_actor.get(actor, ())
        if not are_many(events):
            self._put_page(tally_of(chronicle, actor))
            return
        words = self.tr("Going through its {count} events…").format(count=number(len(events)))
        page = WaitingPage(known.name, words, self._theme)
        self._put(page)
        self._pending.begin(
            page,
            lambda step: (chronicle, actor, tally_of(chronicle, actor, step)),
            self._on_tallied,
        )

    def _on_tallied(self, tallied: tuple[Chronicle, str, ActorTally]) -> None:
        self._tallied = tallied
        self._show()

    def _put_page(self, tally: ActorTally) -> None:
        session, actor = self._session, self._shown
        self._page = ActorPage(session, self._theme, actor.actor, tally, actor.event)
        self._put(self._page)
        self._page.mark(current_event(session.selection))

    def _put(self, page: QWidget) -> None:
        """Show a page; the old one lives until the click in it that led here has ended."""
        old = self._scroll.takeWidget()
        self._scroll.setWidget(page)
        if old is not None:
            old.hide()
            old.deleteLater()

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = vertical(page, spacing=8, margins=24)
        column.addStretch(1)
        column.addWidget(Label(self.tr("No actor selected"), scale=1.15, bold=True))
        hint = self.tr(
            "Click an actor's name in an event, or find one above, to see who it is and what it "
            "did."
        )
        column.addWidget(Label(hint, self._theme.muted))
        column.addLayout(self._suggestions())
        column.addStretch(2)
        return page

    def _suggestions(self) -> FlowLayout:
        """Return links to the actors with the most events."""
        chronicle = self._session.chronicle
        counts = actor_counts(chronicle.events)
        ranked = sorted(chronicle.actors, key=lambda actor: (-counts.get(actor.id, 0), actor.name))
        flow = FlowLayout(across=12)
        for actor in ranked[:_SUGGESTED]:
            link = Link(actor.name, self._theme.accent, actor.id)
            link.followed.connect(self._choose)
            flow.add(link)
        return flow
