"""RelationsPanel: what actors did together or to each other, and the network of who meets whom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSpinBox,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from explorer.analysis.relations import Counted, Tie, by_year, events_between, ties_of
from explorer.model.records import Event
from explorer.model.roll import Roll
from explorer.model.selection import ActorSelected, EventsSelected, selected_events
from explorer.pending import Pending, are_many
from explorer.relations.legend import KindsLegend
from explorer.relations.network import NetworkView
from explorer.relations.party import Party
from explorer.relations.table import RelationsTable
from explorer.relations.ties import TiesTable
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import drawn_icon, tool_button, vertical
from explorer.widgets.flow import FlowLayout
from explorer.widgets.text import Label, Words, coloured
from explorer.widgets.waiting import WaitingPage
from explorer.wording.actors import names_wording
from explorer.wording.numbers import number

_READABLE = 60
"""As many actors can be told apart in the network; more are shown when the reader asks."""


class RelationsPanel(QWidget):
    """Relations in the events that pass the filters, or in those selected.

    It reads the session and asks the session.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._is_stale = True
        self._tied: tuple[Sequence[Event], tuple[Tie, ...]] = ((), ())
        self._pending = Pending(self)
        self._tables = QStackedWidget()
        self.one = Party(session, theme, self.tr("Between"))
        self.other = Party(session, theme, self.tr("and"))
        self.scope = QComboBox()
        self.table = RelationsTable(session.codebook, theme)
        self.network = NetworkView(session, theme)
        self.ties = TiesTable(session)
        self.least = QSpinBox()
        self.count = Label("")
        self.copy = tool_button(self.tr("Copy as table"), "copy", theme)
        self.tabs = QTabBar()
        self.legend = KindsLegend(theme)
        self._pages = QStackedWidget()
        self._asked = QWidget()
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._on_chronicle()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        for part in (self.one, self.other, self.table, self.network, self.legend):
            part.set_theme(theme)
        self.copy.setIcon(drawn_icon("copy", theme))
        coloured(self.count, theme.muted)

    def stop(self) -> None:
        """End what is under way; the window closes."""
        self._pending.stop()

    def _connect(self) -> None:
        session = self._session
        session.chronicle_changed.connect(self._on_chronicle)
        session.filters_changed.connect(self._make_stale)
        session.selection_changed.connect(self._on_selection)
        for party in (self.one, self.other):
            party.changed.connect(self._show_table)
        self.scope.activated.connect(self._show)
        self.least.valueChanged.connect(self._show_network)
        self.table.chosen.connect(self._pick)
        self.table.copied.connect(self._tell_copied)
        self.copy.clicked.connect(self.table.copy_rows)
        self.ties.chosen.connect(self._take_tie)
        self.network.tie_chosen.connect(self._take_tie)
        self.network.actor_chosen.connect(self._take_actor)
        self.tabs.currentChanged.connect(self._turn)

    def _lay_out(self) -> None:
        self.tabs.addTab(self.tr("Over time"))
        self.tabs.addTab(self.tr("Network"))
        self.tabs.setDrawBase(False)
        self.scope.setAccessibleName(self.tr("In which events"))
        self.scope.addItem(self.tr("In all events shown"), "")
        self.scope.addItem(self.tr("In the events selected"), "selected")
        self.least.setRange(1, 9_999)
        self.least.setAccessibleName(self.tr("At least so many events together"))
        bar = FlowLayout(across=8, down=4)
        for part in (self.tabs, self.scope, self.copy):
            bar.add(part)
        over_time = QWidget()
        column = vertical(over_time, spacing=4)
        sides = QHBoxLayout()
        sides.addWidget(self.one, 1)
        sides.addWidget(self.other, 1)
        column.addLayout(sides)
        column.addWidget(self.count)
        self._tables.addWidget(self.table)
        column.addWidget(self._tables, 1)
        self._pages.addWidget(over_time)
        self._pages.addWidget(self._network_page())
        whole = vertical(self, spacing=6, margins=8)
        whole.addLayout(bar)
        whole.addWidget(self._pages, 1)
        self.setFocusProxy(self.table)

    def _network_page(self) -> QWidget:
        page = QWidget()
        bar = FlowLayout(across=8, down=4)
        bar.add(Words(self.tr("Tied by at least this many events:")))
        bar.add(self.least)
        bar.add(self.legend)
        split = QSplitter()
        split.addWidget(self.network)
        split.addWidget(self.ties)
        split.setStretchFactor(0, 7)
        split.setStretchFactor(1, 3)
        split.setSizes([700, 300])
        split.setChildrenCollapsible(False)
        column = vertical(page, spacing=4)
        column.addLayout(bar)
        column.addWidget(split, 1)
        return page

    def _turn(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self.copy.setVisible(page == 0)
        self.setFocusProxy(self.ties if page else self.table)

    def _on_chronicle(self) -> None:
        """Begin with the two actors that meet most often."""
        ties = self._ties_of(self._session.visible_events())
        first = (ties[0].one,) if ties else ()
        self.one.show_actors(first)
        self.other.show_actors((ties[0].other,) if ties else ())
        self._show()

    def _make_stale(self) -> None:
        """Count again, now or when the panel comes on screen."""
        self._is_stale = True
        if self.isVisible():
            self._show()

    def _on_selection(self) -> None:
        if self.scope.currentData():
            self._make_stale()

    def _events(self) -> Sequence[Event]:
        """Return the events to count: all that pass the filters, or those of them selected."""
        events = self._session.visible_events()
        if not self.scope.currentData():
            return events
        picked = {event.id for event in self._session.picked_events()}
        picked.update(selected_events(self._session.selection))
        if isinstance(events, Roll):
            return events.named(picked)
        return tuple(event for event in events if event.id in picked)

    def _ties_of(self, events: Sequence[Event]) -> tuple[Tie, ...]:
        """Return the ties of some events, found once for those that are asked for again."""
        if self._tied[0] is not events:
            self._tied = (events, ties_of(events))
        return self._tied[1]

    def _show(self) -> None:
        self._is_stale = False
        self._show_table()
        ties = self._ties_of(self._events())
        self.least.blockSignals(True)
        self.least.setValue(_readable(ties))
        self.least.setMaximum(max((len(tie.events) for tie in ties), default=1))
        self.least.blockSignals(False)
        self._show_network()

    def _show_table(self) -> None:
        one, other = self.one.actors, self.other.actors
        found = events_between(self._events(), one, other) if one else ()
        self.count.setText(self._told(len(found)))
        codebook, actors = self._session.codebook, (*one, *other)
        self._pending.stop()
        if not are_many(found):
            self._take_counted(by_year(codebook, found, actors))
            return
        words = self.tr("Going through {count} events…").format(count=number(len(found)))
        page = WaitingPage(self.tr("Relations"), words, self._theme)
        self._tables.addWidget(page)
        self._tables.setCurrentWidget(page)
        self._pending.begin(
            page, lambda step: by_year(codebook, found, actors, step), self._take_counted
        )

    def _take_counted(self, counted: Counted) -> None:
        for page in self._tables.findChildren(WaitingPage):
            self._tables.removeWidget(page)
            page.deleteLater()
        self.table.show_counted(counted)

    def _told(self, count: int) -> str:
        chronicle = self._session.chronicle
        one = names_wording(chronicle, self.one.actors)
        other = names_wording(chronicle, self.other.actors)
        if not self.one.actors:
            return self.tr("Add an actor to see what it did, or two to see what they did together.")
        if not count:
            return self.tr("No event shown has both sides in it.")
        words = self.tr("{count} events of {one}. Click a number to select its events.")
        if other:
            words = self.tr(
                "{count} events with {one} and {other}. Click a number to select its events."
            )
        elif len(self.one.actors) > 1:
            words = self.tr(
                "{count} events with at least two of {one}. Click a number to select its events."
            )
        return words.format(count=count, one=one, other=other)

    def _show_network(self) -> None:
        events = self._events()
        ties = [tie for tie in self._ties_of(events) if len(tie.events) >= self.least.value()]
        self.ties.show_ties(ties)
        self.network.show_network(events, ties)

    def _pick(self, events: tuple[str, ...]) -> None:
        self._session.select(EventsSelected(events, events[0]))
        self._session.notice.emit(self.tr("{count} events selected").format(count=len(events)))

    def _take_tie(self, tie: Tie) -> None:
        """Select the events of two actors, and have the table count them."""
        self.one.show_actors((tie.one,))
        self.other.show_actors((tie.other,))
        self._show_table()
        self._pick(tuple(tie.events))

    def _take_actor(self, actor: str) -> None:
        self._session.select(ActorSelected(actor))

    def _tell_copied(self) -> None:
        self._session.notice.emit(self.tr("Copied as a table"))

    def showEvent(self, event: QEvent) -> None:
        """Count what changed while the panel was out of sight."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._is_stale:
            self._show()


def _readable(ties: tuple[Tie, ...]) -> int:
    """Return the least number of events that leaves no more actors than can be told apart."""
    least = 1
    while len({a for t in ties if len(t.events) >= least for a in (t.one, t.other)}) > _READABLE:
        least += 1
    return least
