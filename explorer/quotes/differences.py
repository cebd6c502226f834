"""Where the sources differ on an event: what differs, and who says what, side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from explorer.model.records import Disagreement, Event, Side
from explorer.model.selection import PassageSelected
from explorer.quotes.wording import difference_word
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import Box, vertical
from explorer.widgets.text import Label, Link
from explorer.wording.citations import authors, issued, publication

_SMALL = 0.92


class Differences(QWidget):
    """The disagreements that touch an event, each with its sides as links to their passages."""

    def __init__(self, session: Session, theme: Theme, event: Event) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._event = event
        column = vertical(self, spacing=6)
        column.addWidget(Label(self.tr("Where the sources differ"), scale=1.08, bold=True))
        for one in session.chronicle.disagreements_of_event.get(event.id, ()):
            column.addWidget(self._box(one))

    def _box(self, one: Disagreement) -> Box:
        tone = self._theme.danger if one.kind == "contradiction" else self._theme.warning
        box = Box(self._theme.base, self._theme.border, bar=tone)
        box.column.addWidget(Label(difference_word(one), tone, scale=_SMALL, bold=True))
        box.column.addWidget(Label(one.note))
        for side in one.sides:
            box.column.addWidget(self._side(side))
        return box

    def _side(self, side: Side) -> QWidget:
        chronicle = self._session.chronicle
        article = chronicle.article[chronicle.passage[side.passage].article]
        block = QWidget()
        column = vertical(block, spacing=0)
        column.setContentsMargins(10, 2, 0, 2)
        named = authors(article) or publication(article) or article.title
        words = " · ".join(part for part in (named, issued(article)) if part)
        link = Link(words, self._theme.accent, side.passage)
        link.setToolTip(self.tr("Show this passage"))
        link.followed.connect(self._show)
        column.addWidget(link)
        column.addWidget(Label(side.says, scale=_SMALL))
        return block

    def _show(self, passage: str) -> None:
        """Go to a passage: on this event's page where it stands on it, else to one it bears on."""
        bearing = [event.id for event in self._session.chronicle.events_of_passage.get(passage, ())]
        event = self._event.id if self._event.id in bearing or not bearing else bearing[0]
        if event != self._event.id:
            self._session.reveal(event)
        self._session.select(PassageSelected(passage, event))
