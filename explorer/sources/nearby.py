"""Nearby: places of a quote's words that stand all over a text, near where they are expected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from explorer.sources.candidates import measured
from explorer.sources.folded_quotes import FoldedQuotes, Quoted, fold_quotes
from explorer.sources.judging import Hint, Outlook
from explorer.sources.quote_search import QuoteSearch, batches

_FULLY = 16
"""Places up to which all of a quote's places are among its candidates already."""


def with_nearby(
    search: QuoteSearch,
    quotes: Sequence[Quoted],
    outlooks: Sequence[Outlook],
    hints: Mapping[int, Hint],
) -> Iterator[tuple[int, Outlook]]:
    """Yield the outlooks of the quotes that have a hint, with the places that it points to."""
    crowded = []
    for number in hints:
        if outlooks[number].count > _FULLY:
            crowded.append(number)
        else:
            yield number, outlooks[number]
    text = search.surroundings.text
    for batch in batches([quotes[number] for number in crowded]):
        numbers, crowded = crowded[: len(batch)], crowded[len(batch) :]
        folded = fold_quotes(batch)
        owners, places = _expected(search, folded, [hints[number] for number in numbers], text)
        counts = np.array([outlooks[number].count for number in numbers], dtype=np.int64)
        near = search.judged(folded, measured(search.index, folded, owners, places, counts))
        for number, one in zip(numbers, near, strict=True):
            known = outlooks[number]
            every = {each.place: each for each in (*known.candidates, *one.candidates)}
            ordered = sorted(every.values(), key=lambda each: -each.weight)
            yield number, replace(known, candidates=ordered)


def _expected(
    search: QuoteSearch, folded: FoldedQuotes, hints: Sequence[Hint], text: str
) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """Return the quotes' numbers and the folded places of their words near where expected."""
    owners: list[int] = []
    places: list[int] = []
    for number, hint in enumerate(hints):
        words = folded.text[folded.starts[number] : folded.ends[number]]
        lead = int(folded.leads[number])
        for one in hint.expected:
            edges = np.array([one.place - one.slack, one.place + one.slack]) + lead
            first, last = search.index.folded.index(edges).tolist()
            at = text.find(words, first, last + len(words) + 1)
            while at >= 0:
                owners.append(number)
                places.append(at)
                at = text.find(words, at + 1, last + len(words) + 1)
    return np.array(owners, dtype=np.int64), np.array(places, dtype=np.int64)
