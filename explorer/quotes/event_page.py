"""Pages with a card per article: of an event and all that attests it, or of a passage alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from explorer.model.records import Event
from explorer.quotes.card import ArticleCard, ExhibitView
from explorer.quotes.differences import Differences
from explorer.quotes.evidence import Evidence, evidence_of
from explorer.quotes.head import EventHead
from explorer.quotes.hidden import HiddenLine
from explorer.quotes.ties import Participants, RelatedEvents
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import vertical
from explorer.widgets.note_editor import NoteEditor
from explorer.widgets.rating_box import RatingBox
from explorer.widgets.text import Label


class EvidencePage(QWidget):
    """A column with a card per article; by itself, the page of a single passage.

    Signals:
        article_requested(str, str): show an article (its id) at a passage (its id).
        attach_requested(str): the reader wants to attach an article (its id).
    """

    article_requested = Signal(str, str)
    attach_requested = Signal(str)

    def __init__(self, session: Session, theme: Theme, opener: Callable[[str], None]) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._opener = opener
        self.event_id = ""
        self.cards: list[ArticleCard] = []
        self._column = vertical(self, spacing=12, margins=12)

    def add_on_top(self, widget: QWidget) -> None:
        """Put something above all else."""
        self._column.insertWidget(0, widget)

    def add_cards(self, heading: str, evidence: Iterable[Evidence]) -> None:
        """Add a heading and a card per article."""
        self._column.addWidget(Label(heading, scale=1.08, bold=True))
        for one in evidence:
            card = ArticleCard(self._session, self._theme, one, self._opener)
            card.article_requested.connect(self.article_requested)
            card.attach_requested.connect(self.attach_requested)
            self.cards.append(card)
            self._column.addWidget(card)

    def end(self) -> None:
        """Keep everything together at the top."""
        self._column.addStretch(1)

    def exhibit(self, passage: str = "") -> ExhibitView | None:
        """Return the view of a passage, or of the first one that has words; None without any.

        A brief's passage is looked for by what it retells.
        """
        known = self._session.chronicle.passage.get(passage)
        wanted = {passage, *known.retells} if known else {passage}
        views = [view for card in self.cards for view in card.exhibits]
        named = (view for view in views if wanted & set(view.exhibit.passages))
        worded = (view for view in views if view.exhibit.context is not None)
        return next(named, None) or next(worded, None)

    def show_star(self) -> None:
        """Show whether the event is bookmarked."""

    def show_hidden(self) -> None:
        """Say whether the filters hide the event from the timeline."""


class EventPage(EvidencePage):
    """One event's page, made anew for each event."""

    def __init__(
        self, session: Session, theme: Theme, event: Event, opener: Callable[[str], None]
    ) -> None:
        super().__init__(session, theme, opener)
        self.event_id = event.id
        self._hidden = HiddenLine(session, theme, event)
        self._column.addWidget(self._hidden)
        self._head = EventHead(session, theme, event)
        self._column.addWidget(self._head)
        if event.participants or event.claimed_by:
            self._column.addWidget(Participants(session, theme, event))
        self._column.addWidget(RatingBox(session, theme, "claim", event.id))
        self._column.addWidget(NoteEditor(session, theme, "event", event.id))
        evidence = evidence_of(session.chronicle, session.library, event)
        self.add_cards(self._heading(len(evidence)), evidence)
        if session.chronicle.disagreements_of_event.get(event.id):
            self._column.addWidget(Differences(session, theme, event))
        if session.chronicle.links_of_event.get(event.id):
            self._column.addWidget(RelatedEvents(session, theme, event))
        self.end()
        self.show_hidden()

    def show_star(self) -> None:
        """Show whether the event is bookmarked."""
        self._head.show_star()

    def show_hidden(self) -> None:
        """Say whether the filters hide this event from the timeline, and which of them do."""
        self._hidden.show_reasons()

    def _heading(self, articles: int) -> str:
        if not articles:
            return self.tr("No published article attests this event")
        if articles == 1:
            return self.tr("What one article says")
        return self.tr("What {count} articles say").format(count=articles)
