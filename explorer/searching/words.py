"""Words of the search panel: kinds, what stands beside a result, names sought as well."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.model.chronicle import Chronicle
from explorer.model.date import iso_day
from explorer.model.notes import target_span
from explorer.model.span import DAY
from explorer.search.documents import Document, Kind
from explorer.search.names import Widened
from explorer.wording import date_wording
from explorer.wording.citations import publication

translate = QCoreApplication.translate

_NAMED = 4
"""As many other names are told; of more, how many there are."""


def kind_words(kind: Kind) -> str:
    """Return the name of a kind, for many."""
    words: dict[Kind, str] = {
        "actor": translate("Search", "Actors"),
        "event": translate("Search", "Events"),
        "article": translate("Search", "Articles"),
        "note": translate("Search", "Notes"),
        "brief": translate("Search", "Briefs"),
        "text": translate("Search", "Article texts"),
    }
    return words[kind]


def kind_word(kind: Kind) -> str:
    """Return the name of a kind, for one."""
    words: dict[Kind, str] = {
        "actor": translate("Search", "actor"),
        "event": translate("Search", "event"),
        "article": translate("Search", "article"),
        "note": translate("Search", "note"),
        "brief": translate("Search", "brief"),
        "text": translate("Search", "article text"),
    }
    return words[kind]


def beside(document: Document, chronicle: Chronicle) -> str:
    """Return what tells a document from others of its title: a date, a paragraph, a paper."""
    if document.place is not None:
        article = chronicle.article.get(document.place.article)
        published = chronicle.article.get(article.derived_from, article) if article else None
        name = publication(published) if published else ""
        number = translate("Search", "paragraph {number}").format(number=document.place.paragraph)
        return f"{name}, {number}" if name else number
    if document.kind == "event" and (event := chronicle.event.get(document.id)):
        return date_wording(event.date.value, short=True)
    return ""


def title_of(document: Document) -> str:
    """Return the title to show; a note on a span of time has its days."""
    span = target_span(document.id) if document.on == "span" else None
    if span is not None and abs(span.start) < 10**13 and abs(span.end) < 10**13:
        return f"{iso_day(int(span.start // DAY))} – {iso_day(int((span.end - 1) // DAY))}"
    return document.title or document.id


def widened_words(widened: tuple[Widened, ...]) -> str:
    """Say under which names of actors was sought as well, a line for each name typed."""
    lines = []
    for one in widened:
        if one.names:
            names = ", ".join(one.names[:_NAMED])
            more = len(one.names) - _NAMED
            if more > 0:
                some = translate("Search", "{names} and {count} more")
                names = some.format(names=names, count=more)
            words = translate("Search", "“{typed}” is sought as {names} as well")
            lines.append(words.format(typed=one.typed, names=names))
    return "\n".join(dict.fromkeys(lines))


def widened_tip(widened: tuple[Widened, ...]) -> str:
    """Return all names that were sought as well, and how to have none."""
    names = "\n".join(", ".join(one.names) for one in widened if one.names)
    hint = translate("Search", "In quotes, a name is sought only as it is typed.")
    return f"{names}\n{hint}" if names else ""
