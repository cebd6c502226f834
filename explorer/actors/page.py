"""ActorPage: everything the chronicle holds of one actor."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.actors.activity_plot import ActivityPlot
from explorer.actors.profile import activity, profile_of
from explorer.actors.record import Appeals, Names, Sources, Statements
from explorer.actors.sections import Counts, Partners, Posts
from explorer.analysis.actor_record import record_of
from explorer.analysis.actor_tally import ActorTally
from explorer.model.filters import only_actor
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import drawn_icon, tool_button, vertical
from explorer.widgets.event_list import EventList
from explorer.widgets.flow import FlowLayout
from explorer.widgets.note_editor import NoteEditor
from explorer.widgets.prose import Prose
from explorer.widgets.text import Label, Link

_ROWS = 12


class ActorPage(QWidget):
    """One actor's page, made anew for each actor of which a tally was taken.

    `event` is the one it was reached from. Raises KeyError for an actor there is not.
    """

    def __init__(
        self, session: Session, theme: Theme, actor: str, tally: ActorTally, event: str
    ) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._profile = profile_of(session.chronicle, actor, tally)
        self._event = event
        self._column = vertical(self, spacing=12, margins=12)
        self._add_back()
        self._add_head()
        self._record = record_of(session.chronicle, actor, session.library.in_hand(), tally)
        self._add_names()
        self._add_posts()
        self._add_appeals()
        self._add_figures()
        self._add_statements()
        self._add_sources()
        self._add_events()
        self._column.addStretch(1)

    @property
    def actor_id(self) -> str:
        """The id of the actor shown."""
        return self._profile.actor.id

    def mark(self, event: str) -> None:
        """Show which of the actor's events is the current one."""
        self.events.mark(event)

    def show_filter(self) -> None:
        """Word the button by whether the filters let only this actor through."""
        only = self._is_only()
        words = self.tr("All actors") if only else self.tr("Only this actor")
        self.only.setText(words)
        self.only.setAccessibleName(words)
        self.only.setIcon(drawn_icon("close" if only else "filter", self._theme))
        tip = self.tr("Show only this actor's events on the timeline")
        self.only.setToolTip(self.tr("Show the events of all actors again") if only else tip)

    def _is_only(self) -> bool:
        return self._session.filters.actors == frozenset({self.actor_id})

    def _toggle_only(self) -> None:
        filters = self._session.filters
        if self._is_only():
            self._session.set_filters(replace(filters, actors=frozenset()))
        else:
            self._session.set_filters(only_actor(filters, self.actor_id))

    def _add_back(self) -> None:
        known = self._session.chronicle.event.get(self._event)
        if known is None:
            return
        row = QHBoxLayout()
        back = Link(self.tr("← Back to the event"), self._theme.accent, known.id)
        back.setObjectName("back")
        back.followed.connect(self._session.reveal)
        row.addWidget(back)
        row.addStretch(1)
        self._column.addLayout(row)

    def _add_head(self) -> None:
        actor = self._profile.actor
        head = QWidget()
        column = vertical(head, spacing=4)
        column.addWidget(Label(actor.name, scale=1.3, bold=True))
        column.addWidget(Label(self._kind(), self._theme.muted))
        if actor.description:
            column.addSpacing(4)
            column.addWidget(Prose(actor.description))
        self.only = tool_button("", "filter", self._theme)
        self.only.setObjectName("only")
        self.only.clicked.connect(self._toggle_only)
        row = FlowLayout()
        row.add(self.only)
        column.addLayout(row)
        column.addWidget(NoteEditor(self._session, self._theme, "actor", actor.id))
        self._column.addWidget(head)
        self.show_filter()

    def _kind(self) -> str:
        kinds = {
            "state": self.tr("State"),
            "organisation": self.tr("Organisation"),
            "body": self.tr("Body"),
            "person": self.tr("Person"),
            "group": self.tr("Group"),
            "place": self.tr("Place"),
        }
        return kinds[self._profile.actor.kind]

    def _add_posts(self) -> None:
        actor = self._profile.actor
        if actor.offices:
            offices = Posts(self._session, self._theme, self.tr("Offices"))
            for office in actor.offices:
                offices.add(office.title, office.of, office.dates, office.support)
            self._column.addWidget(offices)
        if actor.memberships:
            memberships = Posts(self._session, self._theme, self.tr("Memberships"))
            for one in actor.memberships:
                status = one.status[:1].upper() + one.status[1:]
                memberships.add(status, one.of, one.dates, one.support)
            self._column.addWidget(memberships)

    def _add_figures(self) -> None:
        session, theme, profile = self._session, self._theme, self._profile
        if not profile.events:
            return
        over_time = activity(profile.years, session.chronicle.events)
        if over_time.bars:
            block = QWidget()
            column = vertical(block, spacing=4)
            title = self.tr("Events over the years")
            column.addWidget(Label(title, theme.muted, scale=0.92, bold=True))
            column.addWidget(ActivityPlot(over_time, theme))
            self._column.addWidget(block)
        types = Counts(session, theme, self.tr("By type"))
        types.add_types(profile)
        roles = Counts(session, theme, self.tr("By role"))
        roles.add_roles(profile)
        row = QHBoxLayout()
        row.setSpacing(24)
        for counts in (types, roles):
            counts.end()
            row.addWidget(counts, 1)
        self._column.addLayout(row)
        if profile.partners:
            title = self.tr("Takes part together with")
            self._column.addWidget(Partners(session, theme, title, profile.partners, self._event))

    def _add_names(self) -> None:
        if self._profile.actor.aliases:
            names = Names(self._session, self._theme, self.tr("Names, and who uses them"))
            names.add(self._record.names)
            self._column.addWidget(names)

    def _add_appeals(self) -> None:
        for title, appeals, made in (
            (self.tr("Appeals made"), self._record.made, True),
            (self.tr("Appeals received"), self._record.received, False),
        ):
            if appeals:
                section = Appeals(self._session, self._theme, title)
                section.add(appeals, made=made)
                self._column.addWidget(section)

    def _add_statements(self) -> None:
        for title, events in (
            (self.tr("Statements by this actor: {count}"), self._record.said),
            (self.tr("Statements of others about it: {count}"), self._record.said_of),
        ):
            if events:
                words = title.format(count=len(events))
                section = Statements(self._session, self._theme, words)
                section.add(events)
                self._column.addWidget(section)

    def _add_sources(self) -> None:
        if self._record.sources:
            title = self.tr("Articles that tell of it")
            sources = Sources(self._session, self._theme, title, self.actor_id)
            sources.add(self._record.sources)
            self._column.addWidget(sources)

    def _add_events(self) -> None:
        events = self._profile.events
        self.events = EventList(events, _ROWS)
        words = self.tr("{count} events").format(count=len(events))
        if len(events) == 1:
            words = self.tr("One event")
        if not events:
            words = self.tr("No event names this actor.")
        self._column.addWidget(Label(words, self._theme.muted, scale=0.92, bold=True))
        self.events.setAccessibleName(self.tr("Events of this actor"))
        self.events.picked.connect(self._session.reveal)
        self._column.addWidget(self.events)
        self.events.setVisible(bool(events))
