"""An outline as Markdown with footnotes (as pandoc, GitHub and Obsidian read them)."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.exchange.citing.outline import Outline, Quoted, Section
from explorer.exchange.citing.outline_words import (
    NOT_AT_HAND,
    RETOLD,
    SOURCES,
    Say,
    listed,
    stance_words,
)
from explorer.exchange.citing.words import as_markdown, escaped
from explorer.model.said import said


def outline_markdown(outline: Outline, say: Say = str) -> str:
    """Return an outline as Markdown; nothing in it that came from files is taken for markup."""
    parts = [f"# {escaped(outline.title)}", f"{escaped(outline.made)}"]
    for number, section in enumerate(outline.sections, 1):
        parts.extend(_section(number, section, say))
    parts.extend(f"[^{n}]: {as_markdown(note)}" for n, note in enumerate(outline.notes, 1))
    if outline.sources:
        parts.append(f"## {say(SOURCES)}")
        parts.append("\n".join(f"- {as_markdown(one)}" for one in outline.sources))
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(number: int, section: Section, say: Say) -> Iterator[str]:
    yield f"## {number}. {escaped(section.head)}"
    yield f"**{escaped(section.dated)}**  \n{escaped(section.summary)}".rstrip()
    for own in (section.remark, section.note):
        for paragraph in own.split("\n"):
            yield escaped(paragraph)
    if section.tags:
        yield say(listed(said("Tags"), tuple(map(escaped, section.tags))))
    yield from (_quote(one, say) for one in section.quotes)


def _quote(one: Quoted, say: Say) -> str:
    bearing = say(stance_words(one.stance))
    if not one.text:
        return f"> \\[{bearing}; {say(NOT_AT_HAND)}\\][^{one.note}]"
    words = escaped(one.text)
    shown = f"{words} \\[{say(RETOLD)}\\]" if one.own_words else f"“{words}”"
    stance = "" if one.stance == "supports" else f" \\[{bearing}\\]"
    return f"> {shown}{stance}[^{one.note}]"
