"""An outline as plain text with numbered notes, to be pasted into a word processor."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.exchange.citing.outline import Outline, Quoted, Section
from explorer.exchange.citing.outline_words import (
    NOT_AT_HAND,
    NOTES,
    RETOLD,
    SOURCES,
    Say,
    listed,
    stance_words,
)
from explorer.exchange.citing.words import plain
from explorer.model.said import said


def outline_text(outline: Outline, say: Say = str) -> str:
    """Return an outline as plain text: a paragraph is one line, note numbers stand in brackets."""
    parts = [outline.title, outline.made]
    for number, section in enumerate(outline.sections, 1):
        parts.extend(_section(number, section, say))
    if outline.notes:
        parts.append(say(NOTES))
        parts.extend(f"{n}. {plain(note)}" for n, note in enumerate(outline.notes, 1))
    if outline.sources:
        parts.append(say(SOURCES))
        parts.extend(plain(one) for one in outline.sources)
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(number: int, section: Section, say: Say) -> Iterator[str]:
    yield f"{number}. {section.head}"
    yield f"{section.dated}. {section.summary}".strip()
    yield section.remark.strip()
    yield section.note.strip()
    if section.tags:
        yield say(listed(said("Tags"), section.tags))
    yield from (_quote(one, say) for one in section.quotes)


def _quote(one: Quoted, say: Say) -> str:
    bearing = say(stance_words(one.stance))
    if not one.text:
        return f"({bearing}; {say(NOT_AT_HAND)}) [{one.note}]"
    words = " ".join(one.text.split())
    shown = f"{words} ({say(RETOLD)})" if one.own_words else f"“{words}”"
    stance = "" if one.stance == "supports" else f" ({bearing})"
    return f"{shown}{stance} [{one.note}]"
