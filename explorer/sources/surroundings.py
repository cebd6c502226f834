"""Surroundings: what the context of a quote says of a place where its words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from rapidfuzz.distance import Indel

from explorer.sources.candidates import Candidates
from explorer.sources.fold import BREAK
from explorer.sources.folded_quotes import FoldedQuotes, boundaries
from explorer.sources.gram_index import GramIndex

PLENTY = 16
"""Folded signs of context that settle a side when they agree without a break."""

_NEAR = 40
"""Folded signs of context compared loosely where they do not agree outright."""

_LIKE = 0.75
"""Share of those signs that must agree; unlike sentences of one language reach 0.5."""

WHOLE, _ACROSS = 8, -7
"""What is added for a side that agrees throughout, and for one that is another line's.

A paragraph may go its way; half a context may be a twin's.
"""

_FRAMED = 7
"""What is added for a side on which a line ends as it did."""

_FIRST = 8
"""Signs beside the words by which a sentence that goes on otherwise is known: later ones may have
been edited."""

_LOOKED_AT = 6
"""Places of one quote whose surroundings are compared; the others agree less still."""


class Verdict(IntEnum):
    """What one side's context says of a place."""

    CONTRADICTS = -1
    SILENT = 0
    AGREES = 1


class Candidate(NamedTuple):
    """A place (a folded sign of the text), the signs that agree before and after, and verdicts.

    It is `complete` where all of both contexts agree. `bearing` is what the kind of its
    agreement adds, `framed` counts the sides on which a line ends as it did.
    """

    place: int
    before: int
    after: int
    left: Verdict
    right: Verdict
    complete: bool = False
    bearing: int = 0
    framed: int = 0

    @property
    def support(self) -> int:
        """How many signs of context agree."""
        return self.before + self.after

    @property
    def weight(self) -> int:
        """What speaks for this place, to compare it with others of the same quote."""
        sides = PLENTY * (self.left + self.right) + _FRAMED * self.framed
        return self.support + sides + self.bearing


class _Known(NamedTuple):
    """A quote among all those folded at once: where its words begin and end.

    `before` and `after` count the signs of its contexts, `own_before` and `own_after` those of its
    own sentence; `first` and `last` tell whether a line, or the text, begins or ends just there.
    """

    start: int
    end: int
    before: int
    after: int
    own_before: int
    own_after: int
    first: bool
    last: bool


def _laid_out(quotes: FoldedQuotes) -> Iterator[_Known]:
    broken = (quotes.folded.gaps & BREAK) > 0
    before, after = quotes.starts - quotes.prefixes, quotes.suffixes - quotes.ends
    first, last = broken[quotes.starts] | (before == 0), broken[quotes.ends] | (after == 0)
    columns = (quotes.starts, quotes.ends, before, after, *quotes.bounds, first, last)
    return map(_Known._make, zip(*(one.tolist() for one in columns), strict=True))


class Surroundings:
    """Compares the contexts of quotes with what stands around their places in one text."""

    def __init__(self, index: GramIndex) -> None:
        self.text = index.folded.text()
        self._ends = boundaries(index.folded)
        self._breaks = (index.folded.gaps & BREAK) > 0
        self._breaks[0] = self._breaks[-1] = True

    def judge(self, quotes: FoldedQuotes, found: Candidates) -> list[list[Candidate]]:
        """Return the candidates of each quote, the weightiest first."""
        rows = (found.quotes, found.places, found.before, found.after)
        raw: list[list[tuple[int, int, int]]] = [[] for _ in range(len(quotes.starts))]
        for quote, place, left, right in zip(*(one.tolist() for one in rows), strict=True):
            raw[quote].append((place, left, right))
        judged = []
        for known, places in zip(_laid_out(quotes), raw, strict=True):
            near = _closest(places) if len(places) > _LOOKED_AT else places
            ones = (self._candidate(one, quotes.text, known) for one in near)
            judged.append(sorted(ones, key=_weight))
        return judged

    def _candidate(self, found: tuple[int, int, int], text: str, known: _Known) -> Candidate:
        place, before, after = found
        last = place + known.end - known.start
        framed = (known.first and bool(self._breaks[place])) + (
            known.last and bool(self._breaks[last])
        )
        if before == known.before and after == known.after:
            left, right = (Verdict.AGREES if one else Verdict.SILENT for one in (before, after))
            return Candidate(place, before, after, left, right, True, 0, framed)
        here = text[known.start - min(known.before, _NEAR) : known.start]
        there = self.text[max(0, place - len(here)) : place]
        signs, left = self._side(before, known.before, known.own_before, (here, there), place)
        bearing = _bearing(left, before == known.before, known.first)
        here = text[known.end : known.end + min(known.after, _NEAR)]
        there = self.text[last : last + len(here)]
        after_signs, right = self._side(after, known.after, known.own_after, (here, there), last)
        bearing += _bearing(right, after == known.after, known.last)
        return Candidate(place, signs, after_signs, left, right, False, bearing, framed)

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
        if agreed < min(inner, _FIRST) or (not agreed and not self._ends[edge]):
            return agreed, Verdict.CONTRADICTS
        return agreed, Verdict.SILENT


def _bearing(side: Verdict, whole: bool, across: bool) -> int:
    return WHOLE * whole + _ACROSS * across if side == Verdict.AGREES else 0


def _closest(places: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the places whose contexts agree best, those that are as good as the last included."""
    ordered = sorted(places, key=_agreement)
    worst = _agreement(ordered[_LOOKED_AT - 1])
    return [one for one in ordered if _agreement(one) <= worst]


def _agreement(one: tuple[int, int, int]) -> int:
    return -one[1] - one[2]


def _weight(one: Candidate) -> int:
    return -one.weight
