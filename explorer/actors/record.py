"""Sections of an actor's page: names and their uses, statements, appeals, sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from explorer.actors.sections import Section
from explorer.analysis.actor_record import Naming, SourceCount
from explorer.analysis.appeals import Appeal
from explorer.model.calendar import civil
from explorer.model.filters import only_actor
from explorer.model.records import Event
from explorer.model.selection import EventsSelected, PassageSelected
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import vertical
from explorer.widgets.event_list import EventList
from explorer.widgets.flow import FlowLayout
from explorer.widgets.text import Label, Link, Words
from explorer.wording import citation, date_wording
from explorer.wording.actors import names_wording

_SMALL = 0.92
_ROWS = 6


class Names(Section):
    """The names of an actor, each with its script and the articles that use it, oldest first."""

    def add(self, names: Sequence[Naming]) -> None:
        """Add a line for each name."""
        for name in names:
            row = FlowLayout(across=8, down=0)
            row.add(Words(name.name))
            if name.script != "LATIN":
                row.add(Words(self._script(name.script), self._theme.muted, scale=_SMALL))
            for passage in name.passages:
                row.add(self._use(passage))
            self._column.addLayout(row)

    def _use(self, passage: str) -> Link:
        chronicle = self._session.chronicle
        article = chronicle.article[chronicle.passage[passage].article]
        told = chronicle.article.get(article.derived_from, article)
        words = told.container_title or told.title
        if told.issued and told.issued.earliest is not None:
            words = f"{words} {civil(told.issued.earliest)[0]}"
        if told is not article:
            words = self.tr("{article} (our brief)").format(article=words)
        link = Link(words, self._theme.accent, passage, scale=_SMALL)
        link.setToolTip(self.tr("Show a passage with this name"))
        link.followed.connect(self._go_to_passage)
        return link

    def _script(self, script: str) -> str:
        known = {
            "CYRILLIC": self.tr("Cyrillic"),
            "ARMENIAN": self.tr("Armenian"),
            "GEORGIAN": self.tr("Georgian"),
            "GREEK": self.tr("Greek"),
            "ARABIC": self.tr("Arabic"),
            "HEBREW": self.tr("Hebrew"),
        }
        return known.get(script, script.capitalize())

    def _go_to_passage(self, passage: str) -> None:
        """Show the passage at an event; one of our brief at the passage that it retells."""
        chronicle = self._session.chronicle
        retold = chronicle.passage[passage].retells
        wanted = retold[0] if retold else passage
        events = chronicle.events_of_passage.get(wanted, ())
        event = events[0].id if events else ""
        if event:
            self._session.reveal(event)
        self._session.select(PassageSelected(wanted, event))


class Statements(Section):
    """Events in which the actor speaks, or others speak of it, as a list to pick from."""

    def add(self, events: Sequence[Event]) -> None:
        """Add the events."""
        listed = EventList(events, _ROWS)
        listed.setAccessibleName(self.title)
        listed.picked.connect(self._session.reveal)
        self._column.addWidget(listed)


class Appeals(Section):
    """Appeals that the actor made or that it received, each with what came back."""

    def add(self, appeals: Sequence[Appeal], *, made: bool) -> None:
        """Add a line for each appeal, with the other side of it and the kinds of answer."""
        for one in appeals:
            block = QWidget()
            column = vertical(block, spacing=0)
            others = names_wording(self._session.chronicle, one.to if made else one.by)
            pattern = self.tr("to {actors}: {what}") if made else self.tr("from {actors}: {what}")
            what = one.event.asks or one.event.title
            words = pattern.format(actors=others, what=what)
            date = date_wording(one.event.date.value, short=True)
            link = Link(f"{date}  ·  {words}", self._theme.accent, one.event.id)
            link.followed.connect(self._go)
            column.addWidget(link)
            column.addWidget(Label(self._came(one), self._theme.muted, scale=_SMALL))
            self._column.addWidget(block)
        self._appeals = {one.event.id: one for one in appeals}

    def _came(self, one: Appeal) -> str:
        if not one.answers:
            return self.tr("No answer told")
        chronicle, codebook = self._session.chronicle, self._session.codebook
        pattern = self.tr("{answer} ({actors})")
        return " · ".join(
            pattern.format(
                answer=codebook.answer_name(answer.kind),
                actors=names_wording(chronicle, answer.by),
            )
            for answer in one.answers
        )

    def _go(self, event: str) -> None:
        """Bring the appeal on screen and select it with its answers."""
        self._session.reveal(event)
        self._session.select(EventsSelected(self._appeals[event].events, event))


class Sources(Section):
    """The articles that tell of the actor, with the numbers of its events to narrow to."""

    def __init__(self, session: Session, theme: Theme, title: str, actor: str) -> None:
        super().__init__(session, theme, title)
        self._actor = actor

    def add(self, sources: Sequence[SourceCount]) -> None:
        """Add a line for each article."""
        for one in sources:
            named = one.article.container_title or one.article.title
            words = self.tr("{article}: tells {told}, mentions {mentioned}").format(
                article=named, told=one.told, mentioned=one.mentioned
            )
            link = Link(words, self._theme.accent, one.article.id)
            tip = self.tr("Show only this actor's events in this article")
            link.setToolTip(f"{citation(one.article)} {tip}")
            link.followed.connect(self._narrow)
            self._column.addWidget(link)

    def _narrow(self, article: str) -> None:
        filters = only_actor(self._session.filters, self._actor)
        self._session.set_filters(replace(filters, articles=frozenset({article})))
