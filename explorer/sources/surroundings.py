"""Surroundings: what the context of a quote says of a place where its words stand."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from rapidfuzz.distance import Indel

from explorer.sources.candidates import Candidates
from explorer.sources.folded_quotes import FoldedQuotes, boundaries
from explorer.sources.gram_index import GramIndex

PLENTY = 16
"""Folded signs of context that settle a side when they agree without a break."""

_NEAR = 40
"""Folded signs of context compared loosely where they do not agree outright."""

_LIKE = 0.75
"""Share of those signs that must agree; unlike sentences of one language reach 0.5."""

_LOOKED_AT = 6
"""Places of one quote whose surroundings are compared; the others agree less still."""


class Verdict(IntEnum):
    """What one side's context says of a place."""

    CONTRADICTS = -1
    SILENT = 0
    AGREES = 1


class Candidate(NamedTuple):
    """A place (a folded sign of the text), the signs that agree before and after, and verdicts."""

    place: int
    before: int
    after: int
    left: Verdict
    right: Verdict
    complete: bool = False

    @property
    def support(self) -> int:
        """How many signs of context agree."""
        return self.before + self.after

    @property
    def weight(self) -> int:
        """What speaks for this place, to compare it with others of the same quote."""
        return self.support + PLENTY * (self.left + self.right)


class Surroundings:
    """Compares the contexts of quotes with what stands around their places in one text."""

    def __init__(self, index: GramIndex) -> None:
        self.text = index.folded.text()
        self._ends = boundaries(index.folded)

    def judge(self, quotes: FoldedQuotes, found: Candidates) -> list[list[Candidate]]:
        """Return the candidates of each quote, the weightiest first."""
        judged: list[list[Candidate]] = [[] for _ in range(len(quotes.starts))]
        before, after = (quotes.starts - quotes.prefixes), (quotes.suffixes - quotes.ends)
        sides = list(zip(before.tolist(), after.tolist(), strict=True))
        inner = list(zip(*(one.tolist() for one in quotes.bounds), strict=True))
        spans = list(zip(quotes.starts.tolist(), quotes.ends.tolist(), strict=True))
        rows = (found.quotes, found.places, found.before, found.after)
        raw: list[list[tuple[int, int, int]]] = [[] for _ in judged]
        for quote, place, left, right in zip(*(one.tolist() for one in rows), strict=True):
            raw[quote].append((place, left, right))
        for quote, places in enumerate(raw):
            if len(places) > _LOOKED_AT:
                places = _closest(places)  # noqa: PLW2901
            judged[quote] = sorted(
                (
                    self._candidate(one, quotes.text, spans[quote], sides[quote], inner[quote])
                    for one in places
                ),
                key=_weight,
            )
        return judged

    def _candidate(
        self,
        found: tuple[int, int, int],
        text: str,
        span: tuple[int, int],
        known: tuple[int, int],
        inner: tuple[int, int],
    ) -> Candidate:
        place, before, after = found
        start, end = span
        if before == known[0] and after == known[1]:
            left, right = (Verdict.AGREES if one else Verdict.SILENT for one in known)
            return Candidate(place, before, after, left, right, complete=True)
        here = text[start - min(known[0], _NEAR) : start]
        there = self.text[max(0, place - len(here)) : place]
        before, left = self._side(before, known[0], inner[0], (here, there), place)
        last = place + end - start
        here = text[end : end + min(known[1], _NEAR)]
        there = self.text[last : last + len(here)]
        after, right = self._side(after, known[1], inner[1], (here, there), last)
        return Candidate(place, before, after, left, right)

    def _side(
        self, agreed: int, known: int, inner: int, words: Sequence[str], edge: int
    ) -> tuple[int, Verdict]:
        """Return how many signs of a side agree, loosely too, and what that says.

        A side contradicts where the quote's own sentence goes on otherwise, and where the quote
        was the sentence's beginning or end and is not any more. What another sentence or line says
        contradicts nothing: it may have moved, or gone.
        """
        if not known:
            return 0, Verdict.SILENT
        if agreed == known or agreed >= PLENTY:
            return agreed, Verdict.AGREES
        likeness = Indel.normalized_similarity(*words, score_cutoff=_LIKE)
        if likeness:
            return max(agreed, int(likeness * len(words[0]) / 2)), Verdict.AGREES
        if agreed < inner or (not agreed and not self._ends[edge]):
            return agreed, Verdict.CONTRADICTS
        return agreed, Verdict.SILENT


def _closest(places: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the places whose contexts agree best, those that are as good as the last included."""
    ordered = sorted(places, key=_agreement)
    worst = _agreement(ordered[_LOOKED_AT - 1])
    return [one for one in ordered if _agreement(one) <= worst]


def _agreement(one: tuple[int, int, int]) -> int:
    return -one[1] - one[2]


def _weight(one: Candidate) -> int:
    return -one.weight
