"""Session: the reader's gestures on the facts of the moment; every panel reads it and asks it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from explorer.model.filters import Filters
from explorer.model.selection import (
    EventsSelected,
    NoSelection,
    SpanSelected,
    current_event,
    one_event,
    selected_events,
)
from explorer.model.span import TimeSpan
from explorer.model.tracks import Tracks
from explorer.model.workspace import Bookmark, Decision, Resolution, SavedSearch, SavedView
from explorer.session.clock import Clock
from explorer.session.collecting import Collecting
from explorer.session.moves import Mover
from explorer.session.navigation import brought_in, extent_of, fitted, neighbour
from explorer.sources.status import Status

_ZOOM_STEP = 1.6
_TEXTS = (
    QT_TRANSLATE_NOOP("Session", "Bookmark"),
    QT_TRANSLATE_NOOP("Session", "Remove bookmark"),
    QT_TRANSLATE_NOOP("Session", "Edit note"),
    QT_TRANSLATE_NOOP("Session", "Edit tags"),
    QT_TRANSLATE_NOOP("Session", "Save view"),
    QT_TRANSLATE_NOOP("Session", "Save search"),
    QT_TRANSLATE_NOOP("Session", "Remove search"),
    QT_TRANSLATE_NOOP("Session", "Show another edition"),
    QT_TRANSLATE_NOOP("Session", "Detach a text"),
    QT_TRANSLATE_NOOP("Session", "Accept a suggested passage"),
    QT_TRANSLATE_NOOP("Session", "Refuse a suggested passage"),
    QT_TRANSLATE_NOOP("Session", "Take back a word on a passage"),
    QT_TRANSLATE_NOOP("Session", "Resolve a disagreement"),
    QT_TRANSLATE_NOOP("Session", "Take back a resolution"),
    QT_TRANSLATE_NOOP("Session", "The bookmark went with its note; undo brings both back."),
)


def _say(text: str) -> str:
    return QCoreApplication.translate("Session", text)


class Session(Collecting):
    """The one object that panels share: its facts are read, its gestures asked for.

    A gesture changes a fact, the fact's signal tells every panel, the asking one included.
    """

    mover: Mover | None = None
    """What shows the way to a place far off, where the reader likes to see it."""

    def travel(self, span: TimeSpan) -> None:
        """Bring a stretch of time on screen, the way there being seen where a mover shows it."""
        if self.mover is None:
            self.show(span)
        else:
            self.mover.go(span)

    def arrive(self) -> None:
        """End a move under way where it leads."""
        if self.mover is not None:
            self.mover.finish()

    def select_event(self, event: str) -> None:
        """Pick one event."""
        self.select(one_event(event))

    def toggle_event(self, event: str) -> None:
        """Add an event to those picked, or take it out again."""
        picked = [known for known in selected_events(self._selection) if known != event]
        if event not in selected_events(self._selection):
            self.select(EventsSelected((*picked, event), event))
        elif picked:
            self.select(EventsSelected(tuple(picked), picked[-1]))
        else:
            self.clear()

    def clear(self) -> None:
        """Pick nothing."""
        self.select(NoSelection())

    def zoom(self, steps: float, about: float | None = None) -> None:
        """Zoom in by `steps` (out when negative) about a moment in seconds UTC.

        Without one, about the current event when it is on screen, else about the centre.
        """
        if about is None:
            current = self._chronicle.event.get(current_event(self._selection))
            centre = self.time_of(current).centre if current else self._viewport.centre
            about = centre if self._viewport.contains(centre) else self._viewport.centre
        self.show(self._viewport.zoomed(_ZOOM_STEP**-steps, about))

    def fit_all(self) -> None:
        """Show every event that passes the filters."""
        self.travel(fitted(self.extent()))

    def fit_selection(self) -> None:
        """Show what is picked, as large as it goes."""
        if isinstance(self._selection, SpanSelected):
            self.travel(fitted(self._selection.span))
        elif picked := self.picked_events():
            self.travel(fitted(extent_of(self.timed(picked), self.whole())))

    def reveal(self, event: str) -> None:
        """Pick an event and bring it on screen."""
        known = self._chronicle.event.get(event)
        if known is None:
            return
        self.select_event(event)
        self.travel(brought_in(self._viewport, self.timed((known,))[0], self.whole()))

    def step(self, places: int) -> None:
        """Go to the event `places` further on in time among those that pass the filters."""
        current = current_event(self._selection)
        found = neighbour(self.timed(self.visible_events()), current, places, self._viewport)
        if found:
            self.reveal(found)

    def toggle_bookmark(self, event: str) -> None:
        """Mark an event, or take the mark and its note away."""
        if mark := self._workspace.bookmark.get(event):
            self.change_workspace(self._workspace.without_bookmark(event), _say("Remove bookmark"))
            if mark.note or mark.tags:
                self.notice.emit(_say("The bookmark went with its note; undo brings both back."))
        elif event in self._chronicle.event:
            mark = Bookmark(event, datetime.now(UTC).isoformat(timespec="seconds"))
            self.change_workspace(self._workspace.with_bookmark(mark), _say("Bookmark"))

    def set_note(self, event: str, note: str) -> None:
        """Write the note of a bookmark; nothing happens where there is no bookmark."""
        if mark := self._workspace.bookmark.get(event):
            noted = self._workspace.with_bookmark(replace(mark, note=note))
            self.change_workspace(noted, _say("Edit note"))

    def set_bookmark_tags(self, event: str, tags: tuple[str, ...]) -> None:
        """Give a bookmark other tags; nothing happens where there is no bookmark."""
        if mark := self._workspace.bookmark.get(event):
            tagged = self._workspace.with_bookmark(replace(mark, tags=tags))
            self.change_workspace(tagged, _say("Edit tags"))

    def show_edition(self, article: str, sha256: str) -> None:
        """Show another of an article's attached texts; nothing happens where it is not attached."""
        if any((a.article, a.sha256) == (article, sha256) for a in self._workspace.attachments):
            shown = self._workspace.showing(article, sha256)
            self.change_workspace(shown, _say("Show another edition"))

    def detach(self, article: str, sha256: str) -> None:
        """Attach a text of an article no longer."""
        without = self._workspace.without_attachment(article, sha256)
        self.change_workspace(without, _say("Detach a text"))

    def decide(self, passage: str, accepted: bool) -> None:
        """Accept or refuse the place that is suggested for a passage in the text in hand."""
        reading = self._library.readings.get(passage)
        sha256 = self._library.sha256_of(passage)
        if reading is None or reading.status is not Status.SUGGESTED or not sha256:
            return
        now = datetime.now(UTC).isoformat(timespec="seconds")
        word = Decision(passage, sha256, reading.start, reading.end, accepted, now)
        step = "Accept a suggested passage" if accepted else "Refuse a suggested passage"
        self.change_workspace(self._workspace.with_decision(word), _say(step))

    def reconsider(self, passage: str) -> None:
        """Take back the reader's word on a passage in the text in hand, if there is one."""
        sha256 = self._library.sha256_of(passage)
        without = self._workspace.without_decision(passage, sha256)
        self.change_workspace(without, _say("Take back a word on a passage"))

    def resolve(self, disagreement: str, note: str) -> None:
        """Write how the reader settles a disagreement, dated now; an empty note takes it back."""
        known = self._workspace.resolution.get(disagreement)
        if note and (known is None or known.note != note):
            now = datetime.now(UTC).isoformat(timespec="seconds")
            settled = self._workspace.with_resolution(Resolution(disagreement, note, now))
            self.change_workspace(settled, _say("Resolve a disagreement"))
        elif known is not None and not note:
            without = self._workspace.without_resolution(disagreement)
            self.change_workspace(without, _say("Take back a resolution"))

    def save_view(self, name: str) -> None:
        """Keep the viewport, the filters, the tracks and what time means under a name."""
        arrangement: dict[str, object] = {}
        if self.tracks:
            arrangement["tracks"] = self.tracks.as_data()
        if self.clock is not Clock.EVENT:
            arrangement["clock"] = self.clock.value
        span, filters = self._viewport, self._filters.as_data()
        view = SavedView(name, span.start, span.end, filters, arrangement)
        self.change_workspace(self._workspace.with_view(view), _say("Save view"))

    def save_search(self, name: str) -> None:
        """Keep the filters alone under a name; one of that name is replaced."""
        if self._filters and (name := " ".join(name.split())):
            search = SavedSearch(name, self._filters.as_data())
            self.change_workspace(self._workspace.with_search(search), _say("Save search"))

    def search_again(self, name: str) -> None:
        """Filter as a saved search does, and stay where one is."""
        for search in self._workspace.searches:
            if search.name == name:
                self.set_filters(Filters.from_data(search.filters))

    def remove_search(self, name: str) -> None:
        """Forget a saved search; what is filtered stays as it is."""
        kept = self._workspace.without_search(name)
        if kept != self._workspace:
            self.change_workspace(kept, _say("Remove search"))

    def restore_view(self, name: str) -> None:
        """Come back to a saved view; nothing happens where none has that name."""
        for view in self._workspace.views:
            if view.name == name:
                self.set_filters(Filters.from_data(view.filters))
                self.set_tracks(Tracks.from_data(view.arrangement.get("tracks")))
                self.set_clock(_clock_of(view.arrangement.get("clock")))
                self.travel(TimeSpan(view.start, view.end))


def _clock_of(kept: object) -> Clock:
    return next((clock for clock in Clock if clock.value == kept), Clock.EVENT)
