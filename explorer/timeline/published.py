"""Published: when the articles came out, as moments to show along the axis."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from explorer.model.chronicle import Chronicle
from explorer.model.records import Article
from explorer.model.selection import PassageSelected
from explorer.model.span import TimeSpan, span_of


@dataclass(frozen=True, slots=True)
class Publication:
    """A published article and the time within which it appeared."""

    article: Article
    span: TimeSpan


def publications(chronicle: Chronicle) -> tuple[Publication, ...]:
    """Return the published articles whose date is known, in the order of time."""
    found = [
        Publication(article, span_of(article.issued, chronicle.extent))
        for article in chronicle.published
        if article.issued is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.span.start, one.article.id)))


def opening(
    chronicle: Chronicle, article: str, visible: AbstractSet[str]
) -> PassageSelected | None:
    """Return the first passage of an article that bears on an event, with that event.

    Events of `visible` go before others. None when no event rests on the article.
    """
    found = None
    for passage in chronicle.passages_of_article.get(article, ()):
        for event in chronicle.events_of_passage.get(passage.id, ()):
            if event.id in visible:
                return PassageSelected(passage.id, event.id)
            found = found or PassageSelected(passage.id, event.id)
    return found
