"""An outline as Markdown with footnotes (as pandoc, GitHub and Obsidian read them)."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.exchange.citing.outline import Outline, Quoted, Section
from explorer.exchange.citing.words import as_markdown, escaped


def outline_markdown(outline: Outline) -> str:
    """Return an outline as Markdown; nothing in it that came from files is taken for markup."""
    parts = [f"# {escaped(outline.title)}", f"{escaped(outline.made)}"]
    for number, section in enumerate(outline.sections, 1):
        parts.extend(_section(number, section))
    parts.extend(f"[^{n}]: {as_markdown(note)}" for n, note in enumerate(outline.notes, 1))
    if outline.sources:
        parts.append("## Sources")
        parts.append("\n".join(f"- {as_markdown(one)}" for one in outline.sources))
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(number: int, section: Section) -> Iterator[str]:
    yield f"## {number}. {escaped(section.head)}"
    yield f"**{escaped(section.dated)}**  \n{escaped(section.summary)}".rstrip()
    for own in (section.remark, section.note):
        for paragraph in own.split("\n"):
            yield escaped(paragraph)
    if section.tags:
        yield "Tags: " + ", ".join(map(escaped, section.tags))
    yield from map(_quote, section.quotes)


def _quote(one: Quoted) -> str:
    if not one.text:
        return f"> \\[{one.stance}; the words are not at hand\\][^{one.note}]"
    words = escaped(one.text)
    shown = f"{words} \\[retold\\]" if one.own_words else f"“{words}”"
    stance = "" if one.stance == "supports" else f" \\[{one.stance}\\]"
    return f"> {shown}{stance}[^{one.note}]"
