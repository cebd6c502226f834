"""Text checks: what the texts in hand say against a chronicle, in violations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from explorer.exchange.runs import RUN, WordRuns
from explorer.exchange.spots import spots_that
from explorer.model.chronicle import Chronicle
from explorer.model.folding import fold
from explorer.model.invariants import Walk
from explorer.model.records import Edition, Event
from explorer.model.said import said
from explorer.model.violation import Violation, short
from explorer.sources.library import Library
from explorer.sources.locators import passage_hash
from explorer.store.chronicle_tables import tables_of


def carried_text_faults(chronicle: Chronicle) -> Iterator[Violation]:
    """Yield what is wrong with texts that the chronicle carries: their hash, their passages."""
    carried = {one.id: one.text for one in chronicle.editions if one.text is not None}
    for edition in chronicle.editions:
        if edition.text is not None:
            yield from _edition(edition, edition.text)
    for passage in chronicle.passages:
        text = carried.get(passage.edition)
        if text is None:
            continue
        if passage_hash(text[passage.start : passage.end]) != passage.sha256:
            yield Violation(
                "hash",
                "passages",
                passage.id,
                "sha256",
                said("what stands at its offsets in the text carried is not the passage"),
                said("locate the passage again"),
            )


def _edition(edition: Edition, text: str) -> Iterator[Violation]:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    for field, told, true in (
        ("sha256", edition.sha256, digest),
        ("length", edition.length, len(text)),
    ):
        if told != true:
            yield Violation(
                "hash",
                "editions",
                edition.id,
                field,
                said("is not that of the text carried, which is {true}", true=short(str(true))),
                said("make the edition from its text again"),
            )


def dating_faults(library: Library, walk: Walk = iter) -> Iterator[Violation]:
    """Yield the events whose dating words stand in none of their passages in hand.

    Quotes, dashes, white space and case do not count, and an ellipsis stands for words left out.
    Where a passage of the event is not in hand, words that were not found may stand in it. `walk`
    goes through the events.
    """
    folded = {passage: fold(quote) for passage, quote in library.in_hand().items()}
    if not folded:  # there is nothing that words could lack in
        return
    for event in walk(library.chronicle.events):
        if event.date.text and event.date.basis != "background":
            quotes = _quotes(library.chronicle, folded, event)
            if quotes and not _stand_in(event.date.text, quotes):
                yield Violation(
                    "dating words",
                    "events",
                    event.id,
                    "date.text",
                    said("stands in none of the event's passages"),
                    said("take the words from one of them, or cite the passage that has them"),
                )


def _quotes(chronicle: Chronicle, folded: Mapping[str, str], event: Event) -> list[str]:
    """Return what the published passages of an event read; nothing unless all are in hand."""
    cited = [one.passage for some in chronicle.support_by_article(event).values() for one in some]
    return [folded[one] for one in cited] if all(one in folded for one in cited) else []


def _stand_in(words: str, quotes: Iterable[str]) -> bool:
    parts = [part for part in fold(words).split("...") if part.strip()]
    return any(_follow(parts, quote) for quote in quotes)


def _follow(parts: Iterable[str], quote: str) -> bool:
    at = 0
    for part in parts:
        at = quote.find(part.strip(), at)
        if at < 0:
            return False
        at += len(part.strip())
    return True


def wording_faults(chronicle: Chronicle, texts: Iterable[str]) -> Iterator[Violation]:
    """Yield every field of a chronicle that has ten words in a row of one of the texts in hand.

    What the chronicle carries of published articles, as a reader's own chronicle may, is left
    out: sharing it takes that away. The words themselves are not repeated.
    """
    runs = WordRuns(texts)
    if not runs:
        return
    for spot in spots_that(runs.stand_in, _own_words(chronicle)):
        yield Violation(
            "wording",
            spot.table,
            spot.id,
            spot.field,
            said("shares {run} words in a row or more with an article in hand", run=RUN),
            said("say it in words of your own"),
        )


def _own_words(chronicle: Chronicle) -> Mapping[str, Mapping[str, object]]:
    """Return the tables of a chronicle without the texts and quotes of published articles."""
    published = {one.id for one in chronicle.published}
    return tables_of(
        replace(
            chronicle,
            editions=tuple(
                replace(one, text=None) if one.article in published else one
                for one in chronicle.editions
            ),
            passages=tuple(
                replace(one, quote=None) if one.article in published else one
                for one in chronicle.passages
            ),
        )
    )
