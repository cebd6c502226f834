"""Suggest: a place where a passage that was edited may be meant, for the reader to decide.

A place is proposed only where the words are much alike and something besides them says so: the
context that stands right beside it, or the passages around. Where a passage's two contexts have
closed up on each other its words were taken out, and nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio_alignment

from explorer.sources.fold import Numbers
from explorer.sources.folded_quotes import FoldedQuotes
from explorer.sources.gram_index import GramIndex, spread
from explorer.sources.judging import Hint
from explorer.sources.neighbours import distance

_GRAM = 8
_SAMPLES = 12
"""Stretches of a passage's own words that are looked for, and how many."""

_FEW = 8
"""Places of a stretch that are looked at."""

_BESIDE = 12
"""Folded signs of context that must stand right beside a place."""

_LONG = 24
"""Folded signs of a passage that may be proposed for its words alone, where it has no context."""

_MOST = 4_000
"""Folded signs beyond which a passage is not compared sign by sign."""

_BRACKETED, _BESIDE_ONE, _EXPECTED, _ALONE = 0.6, 0.75, 0.75, 0.88
"""How alike words must be: with both contexts beside them, one, neighbours, or nothing."""

_CLEARLY = 0.08
"""How much more alike than any other place the words must be."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of folded signs of a text, how alike it is (0 to 1), and on how many sides beside.

    `sides` is 2 where both contexts stand right beside it, 1 where one does.
    """

    start: int
    end: int
    likeness: float
    sides: int


class Suggester:
    """Looks for the places of edited passages in one text."""

    def __init__(self, index: GramIndex) -> None:
        self._index = index
        self._text = index.folded.text()

    def suggest(
        self, quotes: FoldedQuotes, hints: Sequence[Hint | None]
    ) -> Iterator[Region | None]:
        """Yield for each quote the one place to propose, if any."""
        everyone = np.arange(len(quotes.starts))
        befores = self._beside(quotes, everyone, quotes.starts - _BESIDE, _BESIDE)
        afters = self._beside(quotes, everyone, quotes.ends, 0)
        votes = self._votes(quotes)
        starts, ends = quotes.starts.tolist(), quotes.ends.tolist()
        known = (quotes.suffixes - quotes.prefixes - quotes.lengths).tolist()
        for number, hint in enumerate(hints):
            words = quotes.text[starts[number] : ends[number]]
            yield self._propose(
                words, befores[number], afters[number], votes[number], known[number], hint
            )

    def _beside(
        self, quotes: FoldedQuotes, group: Numbers, starts: Numbers, shift: int
    ) -> list[list[int]]:
        """Return for each quote where in the text its words should begin or end by a context."""
        fits = (starts >= quotes.prefixes) & (starts + _BESIDE <= quotes.suffixes)
        wanted = group[fits]
        hashes = quotes.rolling.windows(starts[wanted], _BESIDE)
        first, last = self._index.ranges(_BESIDE, hashes)
        few = last - first <= _FEW
        owner, at = spread(first[few], (last - first)[few])
        places = self._index.places(_BESIDE)[at] + shift
        return _grouped(len(group), wanted[few][owner], places)

    def _votes(self, quotes: FoldedQuotes) -> list[list[int]]:
        """Return for each quote where its words would begin by each rare stretch of them found."""
        wanted = np.flatnonzero(quotes.lengths >= _GRAM)
        spare = quotes.lengths[wanted] - _GRAM
        offsets = (np.arange(_SAMPLES)[:, None] * spare // (_SAMPLES - 1)).ravel()
        owners = np.tile(wanted, _SAMPLES)
        hashes = quotes.rolling.windows(quotes.starts[owners] + offsets, _GRAM)
        first, last = self._index.ranges(_GRAM, hashes)
        few = last - first <= _FEW
        owner, at = spread(first[few], (last - first)[few])
        places = self._index.places(_GRAM)[at] - offsets[few][owner]
        return _grouped(len(quotes.starts), owners[few][owner], places)

    def _propose(  # noqa: PLR0917 - what one proposal is made of
        self,
        words: str,
        befores: list[int],
        afters: list[int],
        votes: list[int],
        known: int,
        hint: Hint | None,
    ) -> Region | None:
        if not words or len(words) > _MOST or _closed_up(befores, afters, len(words)):
            return None
        regions = list(self._regions(words, befores, afters, votes))
        regions.sort(key=lambda one: (-one.sides, -one.likeness))
        fair = [one for one in regions if self._fair(one, len(words), known, hint)]
        if not fair:
            return None
        best = fair[0]
        rivals = (one for one in fair if one.start >= best.end or one.end <= best.start)
        close = best.likeness - _CLEARLY
        if any(one.sides >= best.sides and one.likeness > close for one in rivals):
            return None
        return best

    def _regions(
        self, words: str, befores: list[int], afters: list[int], votes: list[int]
    ) -> Iterator[Region]:
        """Yield the places that contexts or words point to, with how alike each is."""
        length = len(words)
        for start in befores:
            for end in afters:
                if length / 2 <= end - start <= 2 * length + _BESIDE:
                    yield Region(start, end, _alike(words, self._text[start:end]), 2)
        for centre in _clusters(votes, max(_GRAM, length // 5)):
            slack = length // 4 + _GRAM
            first = max(0, centre - slack)
            around = self._text[first : centre + length + slack]
            if len(around) < length // 2:
                continue
            found = partial_ratio_alignment(words, around)
            if found is None or found.score < 100 * _BESIDE_ONE:
                continue
            start, end = first + found.dest_start, first + found.dest_end
            start, left = _snapped(start, befores, slack)
            end, right = _snapped(end, afters, slack)
            if start < end:
                yield Region(start, end, _alike(words, self._text[start:end]), left + right)

    def _fair(self, one: Region, length: int, known: int, hint: Hint | None) -> bool:
        """Tell whether a region may be proposed: alike enough for what speaks for it besides.

        Where the very words stand and were not accepted, they are another passage's.
        """
        if one.sides == 2:
            return one.likeness >= _BRACKETED
        if one.likeness == 1:
            return False
        if hint is not None and hint.expected:
            at = int(self._index.folded.starts[one.start])
            near = distance(at, hint.expected) <= 8 + length // 4
            return near and not hint.shrunk and one.likeness >= _EXPECTED
        if one.sides == 1:
            return one.likeness >= _BESIDE_ONE
        return known == 0 and length >= _LONG and one.likeness >= _ALONE


def _alike(one: str, other: str) -> float:
    return float(Indel.normalized_similarity(one, other))


def _snapped(at: int, places: Sequence[int], slack: int) -> tuple[int, int]:
    """Return the place nearest to `at` that a context names, and 1; or `at` itself, and 0."""
    nearest = min(places, key=lambda one: abs(one - at), default=None)
    if nearest is None or abs(nearest - at) > slack:
        return at, 0
    return nearest, 1


def _closed_up(befores: Sequence[int], afters: Sequence[int], length: int) -> bool:
    return any(-2 <= end - start < length / 3 for start in befores for end in afters)


def _clusters(votes: list[int], band: int) -> Iterator[int]:
    """Yield where runs of votes lie close together: at least two of them."""
    votes.sort()
    run: list[int] = []
    for one in [*votes, np.inf]:
        if run and one - run[-1] > band:
            if len(run) > 1:
                yield run[len(run) // 2]
            run = []
        run.append(int(one) if one != np.inf else 0)


def _grouped(count: int, owners: Numbers, places: Numbers) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(count)]
    for owner, place in zip(owners.tolist(), places.tolist(), strict=True):
        found[owner].append(place)
    return found
