"""Entries of the palette: what the session and the window's actions offer now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QAction, QKeySequence

from explorer.model.counting import tags_used
from explorer.model.folding import fold
from explorer.model.records import Event
from explorer.model.roll import Roll
from explorer.model.tagging import tag_counts
from explorer.palette.ranking import Entry
from explorer.session.session import Session
from explorer.wording import date_wording
from explorer.wording.citations import authors, issued

_NATIVE = QKeySequence.SequenceFormat.NativeText
_MOST_EVENTS = 500
"""Of very many events, the first so many that fit are ranked."""


def entries_of(
    session: Session, actions: Mapping[str, QAction], recent: Iterable[str]
) -> list[Entry]:
    """Return all that can be done now and all that can be gone to, actions first.

    Of very many events only those among the keys of `recent`; see `events_called`.
    """
    chronicle, workspace = session.chronicle, session.workspace
    found = [
        Entry("action", id_, _bare(action.text()), action.shortcut().toString(_NATIVE))
        for id_, action in actions.items()
        if action.isEnabled() and id_ != "palette"
    ]
    found += [Entry("view", view.name, view.name) for view in workspace.views]
    found += [Entry("search", search.name, search.name) for search in workspace.searches]
    found += [Entry("collection", one.name, one.name) for one in workspace.collections]
    tags = tag_counts(workspace).keys() | tags_used(chronicle.events)
    found += [Entry("tag", tag, tag) for tag in sorted(tags)]
    found += [Entry("actor", one.id, one.name, aliases=one.aliases) for one in chronicle.actors]
    found += [
        Entry(
            "article",
            one.id,
            one.title,
            " · ".join(part for part in (one.container_title, issued(one)) if part),
            tuple(part for part in (one.container_title, authors(one)) if part),
        )
        for one in chronicle.published
    ]
    events: Iterable[Event] = chronicle.events
    if isinstance(events, Roll):
        wanted = {key.removeprefix("event:") for key in recent if key.startswith("event:")}
        events = events.named(wanted)
    return found + [_event(one) for one in events]


def events_called(session: Session, typed: str) -> list[Entry]:
    """Return events that hold every word typed, of a chronicle too large to list them all."""
    events = session.chronicle.events
    words = fold(typed).split()
    if not isinstance(events, Roll) or not words:
        return []
    for word in words:
        events = events.worded(word)
    return [_event(one) for one in events[:_MOST_EVENTS]]


def _event(one: Event) -> Entry:
    return Entry("event", one.id, one.title, date_wording(one.date.value, short=True))


def _bare(text: str) -> str:
    """Return an action's words without the sign for its key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
