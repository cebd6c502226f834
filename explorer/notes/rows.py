"""Rows of the notes panel: each note with what it is on, in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from explorer.model.date import iso_day
from explorer.model.notes import NOTE_KINDS, Note, NoteKind, target_span
from explorer.model.span import DAY
from explorer.session.session import Session
from explorer.wording import date_wording
from explorer.wording.citations import publication


@dataclass(frozen=True, slots=True)
class Row:
    """A note and the words for what it is on."""

    note: Note
    kind: str
    on: str


def kind_word(kind: NoteKind) -> str:
    """Return what a note of this kind is on, in a word."""
    words = {
        "event": QCoreApplication.translate("Notes", "Event"),
        "passage": QCoreApplication.translate("Notes", "Passage"),
        "actor": QCoreApplication.translate("Notes", "Actor"),
        "article": QCoreApplication.translate("Notes", "Article"),
        "span": QCoreApplication.translate("Notes", "Span of time"),
    }
    return words[kind]


def rows_of(session: Session) -> list[Row]:
    """Return a row for each note, by kind and then as they were written."""
    notes = sorted(session.workspace.notes, key=lambda one: NOTE_KINDS.index(one.kind))
    return [Row(one, kind_word(one.kind), target_words(session, one)) for one in notes]


def target_words(session: Session, note: Note) -> str:
    """Return what a note is on in words, its bare id where the chronicle does not hold it."""
    chronicle, target = session.chronicle, note.target
    if note.kind == "event" and (event := chronicle.event.get(target)):
        return f"{date_wording(event.date.value)}: {event.title}"
    if note.kind == "actor" and (actor := chronicle.actor.get(target)):
        return actor.name
    if note.kind == "article" and (article := chronicle.article.get(target)):
        return article.title
    if note.kind == "passage" and (passage := chronicle.passage.get(target)):
        whole = chronicle.article[passage.article]
        where = QCoreApplication.translate("Notes", "{article}, paragraph {number}")
        name = publication(whole) or whole.title
        return where.format(article=name, number=passage.paragraph)
    span = target_span(target) if note.kind == "span" else None
    if span is not None and abs(span.start) < 10**13 and abs(span.end) < 10**13:
        return f"{iso_day(int(span.start // DAY))} – {iso_day(int((span.end - 1) // DAY))}"
    return target
