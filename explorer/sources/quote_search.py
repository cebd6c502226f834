"""QuoteSearch: looks for many quotes in one text, by their words and contexts alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explorer.sources.candidates import Candidates, find_candidates
from explorer.sources.edges import widened
from explorer.sources.fold import fold, fold_sign
from explorer.sources.folded_quotes import FoldedQuotes, Quoted, fold_quotes
from explorer.sources.found import Found
from explorer.sources.gaps import every_word
from explorer.sources.gram_index import GramIndex
from explorer.sources.judging import Outlook, is_bare
from explorer.sources.status import Status
from explorer.sources.surroundings import Candidate, Surroundings

_BATCH = 3_000_000
"""Code points of quotes folded at once."""

_BESIDE = 16
"""Folded signs on either side of a quote that tell where it was taken out."""

LEVELLED = 0.99
"""The score of a place that differs only in what folding levels."""

_ALMOST = 0.98
"""That of one where the same signs make other words: "its" for "it's"."""


class QuoteSearch:
    """One text made ready to be searched."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.index = GramIndex(fold(text))
        self.surroundings = Surroundings(self.index)

    def outlooks(self, quotes: Sequence[Quoted]) -> list[Outlook]:
        """Return what is known of each quote."""
        found: list[Outlook] = []
        for batch in batches(quotes):
            folded = fold_quotes(batch)
            found.extend(self.judged(folded, find_candidates(self.index, folded)))
        return found

    def judged(self, folded: FoldedQuotes, candidates: Candidates) -> Iterator[Outlook]:
        """Yield the outlook of each quote of a batch whose candidates are found."""
        judged = self.surroundings.judge(folded, candidates)
        columns = (folded.starts, folded.ends, folded.lengths, folded.leads, candidates.counts)
        rows = zip(*(one.tolist() for one in columns), judged, strict=True)
        for start, end, length, lead, count, ones in rows:
            bare = count == 1 and bool(ones) and is_bare(ones[0])
            around = folded.text[max(0, start - _BESIDE) : start] + folded.text[end : end + _BESIDE]
            closed = bare and self.closes_up(around)
            yield Outlook(length, lead, count, ones, around, closed)

    def closes_up(self, around: str) -> bool:
        """Tell whether what stands before and after a quote's words stands together in the text."""
        return len(around) == 2 * _BESIDE and around in self.surroundings.text

    def begins(self, outlook: Outlook, one: Candidate) -> int:
        """Return where in the text a candidate begins, in code points; its edges may add to it."""
        return int(self.index.folded.starts[one.place]) - outlook.lead

    def found(self, quote: Quoted, outlook: Outlook, place: int) -> Found:
        """Return the outcome for a quote whose folded signs stand at folded sign `place`."""
        folded = self.index.folded
        exact, text = quote.exact, self.text
        guess = max(0, int(folded.starts[place]) - outlook.lead)
        if text.startswith(exact, guess):
            status = Status.EXACT if guess == quote.start else Status.MOVED
            return Found(status, guess, guess + len(exact))
        start, end = int(folded.starts[place]), folded.end(place + outlook.length - 1)
        trail = exact[len(exact) - _dropped(exact) :]
        start, end = widened(text, start, end, exact[: outlook.lead], trail)
        if exact.split() == text[start:end].split():
            return Found(Status.MOVED, start, end, LEVELLED)
        if every_word(fold(exact), 0, folded, place, outlook.length):
            return Found(Status.MOVED, start, end, LEVELLED)
        return Found(Status.SUGGESTED, start, end, _ALMOST)


def _dropped(exact: str) -> int:
    """Return how many code points at the end of a quote's words fold to nothing."""
    for count, sign in enumerate(reversed(exact)):
        if fold_sign(sign)[0]:
            return count
    return len(exact)


def batches(quotes: Sequence[Quoted]) -> Iterator[Sequence[Quoted]]:
    """Yield the quotes in stretches that are folded at once."""
    first = size = 0
    for number, one in enumerate(quotes):
        size += len(one.exact) + 64
        if size > _BATCH:
            yield quotes[first : number + 1]
            first, size = number + 1, 0
    if first < len(quotes):
        yield quotes[first:]
