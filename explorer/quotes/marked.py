"""An article's text whole, with every passage of the chronicle marked in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.model.chronicle import Chronicle
from explorer.model.records import Article
from explorer.sources.library import Library


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage in a text: half-open code points, and the ids of the events it bears on."""

    passage: str
    start: int
    end: int
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text to show for a published article: its own when in hand, else that of our brief.

    `shown` is the id of the article or brief whose text it is; `lost` counts the passages that the
    text in hand does not hold.
    """

    article: Article
    shown: str
    text: str
    marks: tuple[Mark, ...]
    lost: int = 0

    @property
    def ours(self) -> bool:
        """Tell whether the text is a brief, our own words."""
        return self.shown != self.article.id

    def at(self, point: int) -> tuple[Mark, ...]:
        """Return the marks that cover a code-point offset, the shortest first."""
        covering = [mark for mark in self.marks if mark.start <= point < mark.end]
        return tuple(sorted(covering, key=lambda mark: mark.end - mark.start))


def marked_text(chronicle: Chronicle, library: Library, article: str) -> MarkedText | None:
    """Return the text to show for a published article, or None when there is none at all.

    Where a brief is named, it is that of the brief, though the article may be in hand.
    """
    named = chronicle.article.get(article)
    if named is None:
        return None
    published = chronicle.article.get(named.derived_from, named)
    shown = named.id
    if library.text(shown) is None:
        brief = chronicle.brief_of.get(article)
        shown = brief.id if brief else ""
    text = library.text(shown)
    if text is None:
        return None
    passages = chronicle.passages_of_article.get(shown, ())
    readings = [(one, library.reading(one.id)) for one in passages]
    marks = sorted(
        (
            Mark(one.id, at.start, at.end, _events(chronicle, one.id))
            for one, at in readings
            if at.in_hand
        ),
        key=lambda mark: (mark.start, mark.end),
    )
    lost = sum(not at.in_hand for _, at in readings)
    return MarkedText(published, shown, text, tuple(marks), lost)


def current_marks(
    chronicle: Chronicle, marked: MarkedText, event: str, passages: Iterable[str] = ()
) -> tuple[Mark, ...]:
    """Return the marks of an event; first those of the passages named, or of their retelling."""
    wanted = set(passages)
    named = tuple(
        mark
        for mark in marked.marks
        if mark.passage in wanted or wanted & set(chronicle.passage[mark.passage].retells)
    )
    of_event = tuple(mark for mark in marked.marks if event in mark.events)
    first = tuple(mark for mark in named if not event or event in mark.events)
    return first + tuple(mark for mark in of_event if mark not in first)


def _events(chronicle: Chronicle, passage: str) -> tuple[str, ...]:
    return tuple(event.id for event in chronicle.events_of_passage.get(passage, ()))
