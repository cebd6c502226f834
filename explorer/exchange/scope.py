"""Scope: which events an export takes, chosen alike by the window and the commands."""

from __future__ import annotations

import difflib
from collections.abc import Collection as Some
from collections.abc import Iterable, Sequence
from enum import StrEnum

from explorer.model.chronicle import Chronicle
from explorer.model.collecting import Collection
from explorer.model.errors import QuotelineError
from explorer.model.filters import Matcher
from explorer.model.records import Event
from explorer.model.said import said


class Scope(StrEnum):
    """A choice of events; IDS is also what a selection in the window comes to."""

    ALL = "all"
    BOOKMARKS = "bookmarks"
    FILTER = "filter"
    IDS = "ids"
    COLLECTION = "collection"


def scope_events(
    scope: Scope,
    chronicle: Chronicle,
    *,
    matcher: Matcher | None = None,
    bookmarked: Some[str] = (),
    ids: Iterable[str] = (),
    collection: Collection | None = None,
) -> Sequence[Event]:
    """Return the events of a scope in date order, each once; of a collection in its own order.

    FILTER takes those that `matcher` lets through (all without one), BOOKMARKS those in
    `bookmarked`, COLLECTION those of `collection` (events that the chronicle no longer has are
    passed over), IDS those named.
    Raises QuotelineError naming the ids that the chronicle does not have.
    """
    match scope:
        case Scope.ALL:
            return chronicle.events
        case Scope.FILTER:
            return chronicle.events if matcher is None else matcher.events()
        case Scope.COLLECTION:
            held = collection.events if collection else ()
            return tuple(chronicle.event[one] for one in held if one in chronicle.event)
        case Scope.BOOKMARKS:
            wanted = frozenset(bookmarked)
        case Scope.IDS:
            wanted = _known(chronicle, ids)
    place = chronicle.place
    return tuple(
        chronicle.events[at] for at in sorted(place[one] for one in wanted if one in place)
    )


def _known(chronicle: Chronicle, ids: Iterable[str]) -> frozenset[str]:
    wanted = dict.fromkeys(ids)
    unknown = [one for one in wanted if one not in chronicle.event]
    if unknown:
        named = ", ".join(f"'{one}'" for one in unknown)
        close = dict.fromkeys(known for one in unknown for known in nearest(one, chronicle.event))
        unknown_ids = said("the chronicle has no event {ids}.", ids=named)
        if not close:
            raise QuotelineError(unknown_ids)
        near = ", ".join(close)
        raise QuotelineError(said("{problem} Near it: {ids}.", problem=unknown_ids, ids=near))
    return frozenset(wanted)


def nearest(wrong: str, known: Iterable[str]) -> list[str]:
    """Return up to three of the known words that are spelt most like a wrong one, best first."""
    return difflib.get_close_matches(wrong, list(known), n=3, cutoff=0.5)
