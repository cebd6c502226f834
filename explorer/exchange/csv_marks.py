"""The reader's notes, ratings and collections as cells of the CSV export."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.model.chronicle import Chronicle
from explorer.model.notes import NoteKind
from explorer.model.ratings import RatingKind, label_of
from explorer.model.records import Event
from explorer.model.workspace import Workspace


def note_cells(chronicle: Chronicle, workspace: Workspace, event: Event) -> dict[str, str]:
    """Return the reader's notes; each but the event's own comes after the id it is on."""
    on_event = workspace.note.get(("event", event.id))
    passages = [one.passage for one in event.support]
    articles = [chronicle.passage[one].article for one in passages]
    actors = [one.actor for one in event.participants]
    return {
        "note_on_event": on_event.words if on_event else "",
        "notes_on_passages": _notes_on(workspace, "passage", passages),
        "notes_on_actors": _notes_on(workspace, "actor", [*actors, event.claimed_by]),
        "notes_on_articles": _notes_on(workspace, "article", articles),
        "trust_in_claim": _trust(workspace, "claim", event.id),
        "trust_in_sources": "\n".join(
            f"{one}: {trust}"
            for one in dict.fromkeys(articles)
            if (trust := _trust(workspace, "source", one))
        ),
    }


def collection_cells(workspace: Workspace, event: Event) -> dict[str, str]:
    """Return the collections an event is in and its place from 1 in each, in the same order.

    Headings and remarks come after the name of the collection that they are for.
    """
    found = workspace.collected.get(event.id, ())
    entries = [(collection.name, collection.entries[place]) for collection, place in found]
    return {
        "collections": "; ".join(collection.name for collection, _ in found),
        "collection_positions": "; ".join(str(place + 1) for _, place in found),
        "collection_headings": _told((name, entry.heading) for name, entry in entries),
        "collection_remarks": _told((name, entry.remark) for name, entry in entries),
    }


def _told(words: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{name}: {told}" for name, told in words if told)


def _trust(workspace: Workspace, kind: RatingKind, target: str) -> str:
    """Return the reader's mark on a claim or a source with its label; empty where there is none."""
    rating = workspace.rating.get((kind, target))
    return label_of(kind, rating.mark) if rating else ""


def _notes_on(workspace: Workspace, kind: NoteKind, ids: Iterable[str]) -> str:
    if not workspace.notes:
        return ""
    known = (workspace.note.get((kind, one)) for one in dict.fromkeys(ids))
    return "\n".join(f"{note.target}: {note.words}" for note in known if note)
