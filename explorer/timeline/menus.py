"""Menus: what can be done with what lies under the pointer, or under the keyboard's cursor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from explorer.layout.pieces import Cluster
from explorer.layout.tracks import Track
from explorer.model.filters import Filters, only_actor
from explorer.model.records import Event
from explorer.model.selection import ClusterSelected, EventsSelected, NoSelection, selected_events
from explorer.model.span import DAY
from explorer.session.clock import Clock
from explorer.timeline.links import tie_words, ties_of
from explorer.timeline.published import Publication
from explorer.timeline.spans import moment_words
from explorer.wording import date_wording

if TYPE_CHECKING:
    from explorer.timeline.view import TimelineView

translate = QCoreApplication.translate
_NATIVE = QKeySequence.SequenceFormat.NativeText
_BESIDE = 0.06
"""Share of a span that is shown beside it."""

_MOST_WORDS = 60
"""Letters after which a title in a menu is cut."""


class PlaceMenu(QMenu):
    """A menu that goes away for good once it is closed."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)
        self._view = view

    def do(self, text: str, act: Callable[[], object], keys: str = "") -> None:
        """Add an entry; `keys` names the key that does the same on the timeline."""
        self.addAction(f"{text}\t{keys}" if keys else text, act)

    def for_event(self, event: Event) -> None:
        """Fill in what can be done with an event."""
        view, session = self._view, self._view.session
        marked = event.id in session.workspace.bookmark
        picked = event.id in selected_events(session.selection)
        self.addSection(_short(event.title))
        self.do(self.tr("&Open its quotes"), partial(view.open_event, event.id), self.tr("Enter"))
        self.do(
            self.tr("&Zoom to it"), partial(view.zoom_to, event.id), self._keys_of("fit_selection")
        )
        words = self.tr("Remove &bookmark") if marked else self.tr("&Bookmark")
        self.do(words, partial(session.toggle_bookmark, event.id), self._keys_of("bookmark"))
        self.actions()[-1].setEnabled(not session.read_only)
        words = self.tr("Take out of the &selection") if picked else self.tr("Add to &selection")
        self.do(words, partial(session.toggle_event, event.id), self.tr("Space"))
        self.do(self.tr("&Copy title and date"), partial(_copy, event))
        self.addSeparator()
        self._add_linked(event)
        self._add_only(event)
        self._add_tracks(event)

    def for_cluster(self, cluster: Cluster, members: tuple[str, ...]) -> None:
        """Fill in what can be done with a cluster."""
        view, session = self._view, self._view.session
        session.select(ClusterSelected(members))
        self.addSection(translate("Timeline", "%n events", "", cluster.count))
        self.do(self.tr("&List them"), view.list_cluster, self.tr("Enter"))
        self.do(self.tr("&Zoom to them"), session.fit_selection, self._keys_of("fit_selection"))
        every = EventsSelected(members, members[0])
        self.do(self.tr("&Select them one by one"), partial(session.select, every))

    def for_moment(self, moment: float) -> None:
        """Fill in what can be done at a moment (seconds UTC) where nothing is."""
        view, session = self._view, self._view.session
        ruler = view.aids.ruler
        if ruler.span is not None:
            self.do(self.tr("&Select the events in the ruler"), view.open_current, self.tr("Enter"))
            self.do(
                self.tr("&Zoom to the ruler"), partial(session.travel, ruler.span.padded(_BESIDE))
            )
            self.do(self.tr("&End the ruler"), view.escape, self.tr("Esc"))
            self.addSeparator()
        self.do(self.tr("Fit &all"), session.fit_all, self._keys_of("fit_all"))
        if session.picked_events():
            keys = self._keys_of("fit_selection")
            self.do(self.tr("&Fit selection"), session.fit_selection, keys)
        if not isinstance(session.selection, NoSelection):
            self.do(self.tr("C&lear selection"), session.clear, self.tr("Esc"))
        self._add_clocks()
        self.addSeparator()
        day = floor(moment / DAY)
        named = moment_words(day * DAY)
        filters = session.filters
        self._narrow(
            self.tr("Only events &from {date} on").format(date=named),
            replace(filters, first_day=day),
        )
        self._narrow(
            self.tr("Only events &until {date}").format(date=named),
            replace(filters, last_day=day),
        )

    def _add_clocks(self) -> None:
        """Offer what the axis can measure."""
        session, clocks = self._view.session, self.addMenu(self.tr("&Axis"))
        for clock, words in (
            (Clock.EVENT, self.tr("When it &happened")),
            (Clock.PUBLICATION, self.tr("When it was first &told")),
        ):
            action = clocks.addAction(words, partial(session.set_clock, clock))
            action.setCheckable(True)
            action.setChecked(session.clock is clock)

    def for_track(self, track: Track) -> None:
        """Fill in what can be done with a track."""
        session = self._view.session
        chosen, key = session.tracks, track.key
        tracked = self._view.frame.tracked
        keys = tuple(one.key for one in tracked.tracks) if tracked else ()
        self.addSection(_short(track.name))
        closed, pinned = track.is_collapsed, track.is_pinned
        for words, changed in (
            (self.tr("&Open") if closed else self.tr("&Close"), chosen.with_collapsed(key)),
            (
                self.tr("Un&pin") if pinned else self.tr("&Pin to the top"),
                chosen.with_pinned(key),
            ),
            (self.tr("&Hide"), chosen.with_hidden(key)),
            (self.tr("Move &up"), chosen.moved(keys, key, -1)),
            (self.tr("Move &down"), chosen.moved(keys, key, 1)),
            (self.tr("Close &all"), replace(chosen, collapsed=frozenset(keys))),
            (self.tr("Open a&ll"), replace(chosen, collapsed=frozenset())),
        ):
            self.do(words, partial(session.set_tracks, changed))

    def for_publication(self, publication: Publication) -> None:
        """Fill in what can be done with an article on the axis."""
        view, article = self._view, publication.article
        self.addSection(_short(article.title))
        self.do(self.tr("&Open its first passage"), partial(view.aids.open_article, article))
        only = replace(view.session.filters, articles=frozenset({article.id}))
        self._narrow(self.tr("Only events that &rest on it"), only)

    def _keys_of(self, action: str) -> str:
        """Return the keys that the window has for an action, as the reader chose them."""
        found = self._view.window().findChild(QAction, action)
        return "" if found is None else found.shortcut().toString(_NATIVE)

    def _narrow(self, text: str, filters: Filters) -> None:
        self.do(text, partial(self._view.session.set_filters, filters))

    def _add_linked(self, event: Event) -> None:
        session = self._view.session
        ties = ties_of(session.chronicle, event)
        if not ties:
            return
        linked = self.addMenu(self.tr("&Linked events"))
        for tie in ties:
            words = tie_words(tie, session.codebook)
            text = f"{words}: {_short(tie.other.title)}"
            linked.addAction(text.replace("&", "&&"), partial(session.reveal, tie.other.id))

    def _add_tracks(self, event: Event) -> None:
        """Offer what can be done with the tracks that an event is in."""
        tracked = self._view.frame.tracked
        row = tracked.whole.row_of.get(event.id) if tracked else None
        if tracked is None or row is None:
            return
        for track in tracked.shown:
            if row in track.rows:
                words = self.tr("Track “{name}”").format(name=_short(track.name))
                menu = PlaceMenu(self._view)
                menu.setTitle(words)
                menu.for_track(track)
                self.addMenu(menu)

    def _add_only(self, event: Event) -> None:
        session = self._view.session
        only = self.addMenu(self.tr("Show &only"))
        kind = session.codebook.type_name(event.type)
        same = replace(session.filters, types=frozenset({event.type}))
        words = self.tr("Events of the type “{type}”").format(type=kind)
        only.addAction(words, partial(session.set_filters, same))
        for actor in dict.fromkeys(part.actor for part in event.participants):
            name = session.chronicle.actor[actor].name
            words = self.tr("Events of {actor}").format(actor=name).replace("&", "&&")
            narrowed = only_actor(session.filters, actor)
            only.addAction(words, partial(session.set_filters, narrowed))


def menu_at(view: TimelineView, place: QPointF) -> PlaceMenu:
    """Return the menu of what lies at a place in px."""
    menu, piece = PlaceMenu(view), view.piece_at(place)
    publication = view.aids.publication_at(place)
    if header := view.headers.at(place):
        menu.for_track(header.track)
    elif isinstance(piece, Cluster):
        menu.for_cluster(piece, view.frame.scene.members(piece))
    elif piece is not None:
        menu.for_event(view.session.chronicle.event[piece.event])
    elif publication is not None:
        menu.for_publication(publication)
    else:
        menu.for_moment(view.frame.time_at(place.x()))
    return menu


def _short(title: str) -> str:
    whole = title if len(title) <= _MOST_WORDS else f"{title[:_MOST_WORDS].rstrip()}…"
    return whole.replace("&", "&&")


def _copy(event: Event) -> None:
    QGuiApplication.clipboard().setText(f"{date_wording(event.date.value)}: {event.title}")
