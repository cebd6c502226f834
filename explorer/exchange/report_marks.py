"""The reader's own marks in a report: notes, ratings, bookmarks; only when asked for.

A report without them repeats no word of an article; a note may hold some, which is its reader's to
answer for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.model.ratings import label_of
from explorer.model.workspace import Workspace

_TABLES = {
    "event": "events",
    "passage": "passages",
    "actor": "actors",
    "article": "articles",
    "span": "",
}


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A mark: its kind, what it is on (table and id), what it says, and when it was made.

    Kinds are bookmark, note, source, claim and reading. A span of time has no table; its id is its
    start and end in seconds UTC.
    """

    kind: str
    table: str
    id: str
    words: str
    made: str = ""


def mark_lines(workspace: Workspace) -> tuple[MarkLine, ...]:
    """Return all marks of a workspace, bookmarks first, then notes, then ratings."""
    return (*_bookmarks(workspace), *_notes(workspace), *_ratings(workspace))


def _bookmarks(workspace: Workspace) -> Iterator[MarkLine]:
    for one in workspace.bookmarks:
        tags = f"[{', '.join(one.tags)}]" if one.tags else ""
        words = " ".join(part for part in (one.note, tags) if part)
        yield MarkLine("bookmark", "events", one.event, words, one.created)


def _notes(workspace: Workspace) -> Iterator[MarkLine]:
    for one in workspace.notes:
        yield MarkLine("note", _TABLES[one.kind], one.target, one.words, one.written)


def _ratings(workspace: Workspace) -> Iterator[MarkLine]:
    for one in workspace.ratings:
        table = "events" if one.kind == "claim" else "articles"
        yield MarkLine(one.kind, table, one.target, label_of(one.kind, one.mark), one.rated)
