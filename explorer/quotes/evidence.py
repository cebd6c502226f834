"""What attests an event: a card per article, its passages within their paragraphs, or our words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from explorer.model.chronicle import Chronicle
from explorer.model.records import Article, Assertion, Event, Stance, Support
from explorer.quotes.context import Context, context_of, paragraph_at, paragraph_number
from explorer.sources.library import Library, Reading, Status


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One or more passages of one paragraph, as they are shown: the article's words or ours.

    `context` is None when there are neither. `paragraph` counts from 1 in the article; for a moved
    passage in the text in hand, else as the locator has it.
    """

    passages: tuple[str, ...]
    status: Status
    stances: tuple[Stance, ...]
    paragraph: int
    context: Context | None = None
    ours: bool = False
    asserts: tuple[Assertion, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything one published article says of an event."""

    article: Article
    attached: bool
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True)
class _Find:
    """A passage before it is cut out: the article or brief whose text it is in, and where."""

    exhibit: Exhibit
    source: str = ""
    paragraph: tuple[int, int] = (0, 0)
    marks: tuple[tuple[int, int], ...] = ()


def evidence_of(chronicle: Chronicle, library: Library, event: Event) -> tuple[Evidence, ...]:
    """Return what each published article says of an event, in the event's order."""
    found = []
    for article, supports in chronicle.support_by_article(event).items():
        finds = (
            _find(chronicle, library, one, library.stand_in(event, one.passage)) for one in supports
        )
        exhibits = tuple(_cut_out(library, one) for one in _merged(finds))
        found.append(Evidence(chronicle.article[article], library.is_attached(article), exhibits))
    return tuple(found)


def evidence_of_passage(chronicle: Chronicle, library: Library, passage: str) -> Evidence | None:
    """Return a passage on its own, as where it attests an office; None for one of a brief."""
    known = chronicle.passage.get(passage)
    if known is None or chronicle.article[known.article].kind != "published":
        return None
    retold = (one for one in chronicle.passages if passage in one.retells)
    brief = next((library.reading(one.id) for one in retold), None)
    exhibit = _cut_out(library, _find(chronicle, library, Support(passage), brief))
    article = chronicle.article[known.article]
    return Evidence(article, library.is_attached(article.id), (exhibit,))


def _find(chronicle: Chronicle, library: Library, support: Support, brief: Reading | None) -> _Find:
    """Return where a published passage is; `brief` stands in where its words are not in hand."""
    passage = chronicle.passage[support.passage]
    reading = library.reading(passage.id)
    shown, ours = reading, False
    if not reading.in_hand and brief is not None:
        shown, ours = brief, True
    source = chronicle.passage[shown.passage].article
    text = library.text(source)
    number = passage.paragraph
    if reading.status is Status.MOVED and text is not None:
        number = paragraph_number(text, reading.start)
    exhibit = Exhibit(
        (passage.id,),
        reading.status,
        (support.stance,),
        number,
        ours=ours and shown.in_hand,
        asserts=(support.asserts,) if support.asserts else (),
    )
    if text is None or not shown.in_hand:
        return _Find(exhibit)
    mark = (shown.start, shown.end)
    return _Find(exhibit, source, paragraph_at(text, *mark), (mark,))


def _cut_out(library: Library, find: _Find) -> Exhibit:
    """Return the exhibit with its context, if there are words to show."""
    text = library.text(find.source)
    if text is None or not find.marks:
        return find.exhibit
    return replace(find.exhibit, context=context_of(text, find.paragraph, find.marks))


def _merged(finds: Iterator[_Find]) -> list[_Find]:
    """Show a paragraph once when several passages stand in it, unless one disputes the event."""
    merged: dict[tuple[object, ...], _Find] = {}
    for one in finds:
        shown = one.exhibit
        alone = shown.passages if not one.marks else ()
        disputes = "disputes" in shown.stances
        place = (one.source, one.paragraph, alone)
        key = (shown.status, shown.paragraph, shown.ours, disputes, *place)
        merged[key] = _joined(merged[key], one) if key in merged else one
    return list(merged.values())


def _joined(first: _Find, second: _Find) -> _Find:
    one, other = first.exhibit, second.exhibit
    exhibit = replace(
        one,
        passages=(*one.passages, *other.passages),
        stances=tuple(dict.fromkeys((*one.stances, *other.stances))),
        asserts=(*one.asserts, *other.asserts),
    )
    return replace(first, exhibit=exhibit, marks=_apart({*first.marks, *second.marks}))


def _apart(marks: set[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return marks in order, those that overlap joined, so that no word is quoted twice."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)
