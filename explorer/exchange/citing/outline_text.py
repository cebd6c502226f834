"""An outline as plain text with numbered notes, to be pasted into a word processor."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.exchange.citing.outline import Outline, Quoted, Section
from explorer.exchange.citing.words import plain


def outline_text(outline: Outline) -> str:
    """Return an outline as plain text: a paragraph is one line, note numbers stand in brackets."""
    parts = [outline.title, outline.made]
    for number, section in enumerate(outline.sections, 1):
        parts.extend(_section(number, section))
    if outline.notes:
        parts.append("Notes")
        parts.extend(f"{n}. {plain(note)}" for n, note in enumerate(outline.notes, 1))
    if outline.sources:
        parts.append("Sources")
        parts.extend(plain(one) for one in outline.sources)
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(number: int, section: Section) -> Iterator[str]:
    yield f"{number}. {section.head}"
    yield f"{section.dated}. {section.summary}".strip()
    yield section.remark.strip()
    yield section.note.strip()
    if section.tags:
        yield f"Tags: {', '.join(section.tags)}"
    yield from map(_quote, section.quotes)


def _quote(one: Quoted) -> str:
    if not one.text:
        return f"({one.stance}; the words are not at hand) [{one.note}]"
    words = " ".join(one.text.split())
    shown = f"{words} (retold)" if one.own_words else f"“{words}”"
    stance = "" if one.stance == "supports" else f" ({one.stance})"
    return f"{shown}{stance} [{one.note}]"
