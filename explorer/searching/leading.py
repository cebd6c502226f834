"""Leading: from a result to what was found."""

from __future__ import annotations

from collections.abc import Callable

from explorer.model.notes import target_span
from explorer.model.selection import ActorSelected, PassageSelected, SpanSelected
from explorer.search.documents import Document
from explorer.search.marking import Range
from explorer.search.search import Hit
from explorer.session.session import Session

ShowPlace = Callable[[str, tuple[Range, ...]], object]


def lead_to(hit: Hit, session: Session, show_place: ShowPlace) -> None:
    """Show what was found; `show_place` is asked for articles, with ranges of their text if any."""
    document = hit.document
    if document.place is not None:
        start = document.place.start
        ranges = tuple((start + one, start + two) for one, two in hit.ranges)
        show_place(document.place.article, ranges or ((start, document.place.end),))
    elif document.kind == "note":
        _lead_to_note(document, session, show_place)
    elif document.kind == "event":
        session.reveal(document.id)
    elif document.kind == "actor":
        session.select(ActorSelected(document.id))
    else:
        show_place(document.id, ())


def _lead_to_note(document: Document, session: Session, show_place: ShowPlace) -> None:
    """Show what a note is on; nothing happens where the chronicle does not hold it."""
    target = document.id
    if document.on == "event":
        session.reveal(target)
    elif document.on == "actor" and target in session.chronicle.actor:
        session.select(ActorSelected(target))
    elif document.on == "passage" and target in session.chronicle.passage:
        event = document.events[0] if document.events else ""
        session.reveal(event)
        session.select(PassageSelected(target, event))
    elif document.on == "article":
        show_place(target, ())
    elif document.on == "span" and (span := target_span(target)):
        session.select(SpanSelected(span))
        session.travel(span)
