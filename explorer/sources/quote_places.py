"""Quote places: anchors many quotes of one edition in a text, each with the help of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from explorer.sources.folded_quotes import Quoted, fold_quotes
from explorer.sources.found import Found
from explorer.sources.judging import (
    Hint,
    borne_out,
    by_neighbours,
    certain,
    embedded,
    evidence,
    plain,
)
from explorer.sources.nearby import with_nearby
from explorer.sources.neighbours import Expected, Home, Neighbours
from explorer.sources.order import Row, by_order
from explorer.sources.path import Stop
from explorer.sources.quote_search import QuoteSearch, batches
from explorer.sources.status import Status
from explorer.sources.suggest import Suggester
from explorer.sources.surroundings import Candidate
from explorer.sources.territory import Claim, contested, intruders
from explorer.sources.unlettered import find_unlettered

Chosen = dict[int, Candidate]

_ROUNDS = 2
"""How often neighbours are asked: those found by the first may tell of others."""


def find_quotes(quotes: Sequence[Quoted], text: str) -> list[Found]:
    """Find each quote in `text`; the starts they carry must count in one and the same edition."""
    anchoring = _Anchoring(quotes, text)
    anchoring.settle()
    found = anchoring.found()
    found.update(anchoring.suggested(found))
    found.update(find_unlettered(quotes, text, found))
    return [found.get(number) or _missing(one) for number, one in enumerate(quotes)]


def _missing(quote: Quoted) -> Found:
    start = quote.start or 0
    return Found(Status.MISSING, start, start + len(quote.exact), 0.0)


class _Anchoring:
    """One run: quotes that prove themselves first, then by these the others."""

    def __init__(self, quotes: Sequence[Quoted], text: str) -> None:
        self._quotes = quotes
        self._search = QuoteSearch(text)
        self._outlooks = self._search.outlooks(quotes)
        self._chosen: Chosen = {}
        self._refused: set[int] = set()
        self._made: dict[tuple[int, int], Claim] = {}
        self._orderly = True
        self._homes = Counter(words for words, _ in {(one.exact, one.start) for one in quotes})

    def settle(self) -> None:
        """Choose a place for every quote that has one."""
        proven = ((number, plain(one)) for number, one in enumerate(self._outlooks))
        alone = {number: one for number, one in proven if one is not None}
        self._chosen = self._in_order(alone)
        single = {number: one for number, one in alone.items() if number not in self._chosen}
        in_order = self._claims(self._chosen)
        self._chosen.update(single)
        singles = self._claims(single)
        self._drop_doubtful(intruders(in_order, singles) if in_order else intruders(singles))
        for _ in range(_ROUNDS):
            self._ask_neighbours()
        self._drop_doubtful(intruders(self._claims(self._chosen)))
        self._part_twins()

    def _in_order(self, alone: Chosen) -> Chosen:
        """Choose places by the order of the quotes."""
        fair = {
            number: [one for one in outlook.candidates if borne_out(one, outlook)]
            for number, outlook in enumerate(self._outlooks)
            if self._has_start(number)
        }
        rows = [self._row(number, ones, alone) for number, ones in fair.items()]
        found, self._orderly = by_order(rows)
        return {number: fair[number][choice] for number, choice in found.items()}

    def _row(self, number: int, ones: Sequence[Candidate], alone: Chosen) -> Row:
        outlook = self._outlooks[number]
        stops = [Stop(self._search.begins(outlook, one), evidence(one, outlook)) for one in ones]
        proven = alone.get(number)
        at = ones.index(proven) if proven in ones else None
        return Row(number, self._quotes[number].start or 0, stops, at)

    def _drop_doubtful(self, numbers: Iterable[int]) -> None:
        """Drop those that stand in the territory of others.

        In a text put in another order territories are less certain than a place of its own.
        """
        if not self._orderly:
            numbers = [number for number in numbers if not self._is_certain(number)]
        self._drop(numbers)

    def _is_certain(self, number: int) -> bool:
        one, outlook = self._chosen[number], self._outlooks[number]
        asked = replace(outlook, closed_up=self._search.closes_up(outlook.around))
        twin = self._homes[self._quotes[number].exact] > 1
        return certain(one, asked, twin=twin)

    def _drop(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            del self._chosen[number]
            self._refused.add(number)

    def _claims(self, numbers: Iterable[int]) -> list[Claim]:
        return [self._claim(one) for one in numbers if self._has_start(one)]

    def _claim(self, number: int) -> Claim:
        """Return the claim of a quote, made once for each place chosen."""
        one = self._chosen[number]
        known = self._made.get((number, one.place))
        if known is None:
            outlook = self._outlooks[number]
            now = self._search.begins(outlook, one)
            end = self._search.index.folded.end(one.place + outlook.length - 1)
            weight = outlook.length + one.weight
            was, deep = self._quotes[number].start or 0, embedded(one, outlook)
            known = Claim(now, end, was, weight, one.support, number, deep)
            self._made[number, one.place] = known
        return known

    def _part_twins(self) -> None:
        """Leave a place that passages from different places claim to the one with more evidence."""
        for one, other in contested(self._claims(self._chosen)):
            for loser, winner in ((one, other), (other, one)):
                if loser.weight <= winner.weight:
                    self._chosen.pop(loser.quote, None)
                    self._refused.add(loser.quote)

    def _ask_neighbours(self) -> None:
        neighbours = self._neighbours()
        open_ones = [number for number in range(len(self._quotes)) if self._is_open(number)]
        hints = {number: self._hint(number, neighbours) for number in open_ones}
        for number, outlook in with_nearby(self._search, self._quotes, self._outlooks, hints):
            self._outlooks[number] = outlook
            places = [self._search.begins(outlook, one) for one in outlook.candidates]
            chosen = by_neighbours(outlook, places, hints[number])
            if chosen is not None:
                self._chosen[number] = chosen

    def _is_open(self, number: int) -> bool:
        outlook = self._outlooks[number]
        return number not in self._chosen and outlook.count > 0 and self._has_start(number)

    def _has_start(self, number: int) -> bool:
        return self._quotes[number].start is not None

    def _neighbours(self) -> Neighbours:
        claims = self._claims(self._chosen)
        return Neighbours(Home(one.was, one.now) for one in claims)

    def _hint(self, number: int, neighbours: Neighbours) -> Hint:
        quote = self._quotes[number]
        start = quote.start or 0
        if not neighbours:
            return Hint([Expected(start, 0, side) for side in (-1, 1)], None, len(quote.exact))
        return Hint(neighbours.expected(start), neighbours.between(start), len(quote.exact))

    def found(self) -> dict[int, Found]:
        """Return the outcomes of the quotes for which a place was chosen."""
        return {
            number: self._search.found(self._quotes[number], self._outlooks[number], one.place)
            for number, one in self._chosen.items()
        }

    def suggested(self, found: Mapping[int, Found]) -> dict[int, Found]:
        """Return suggestions for the others, none of them at a place that another quote has."""
        left = [
            number
            for number, one in enumerate(self._outlooks)
            if number not in found and number not in self._refused and one.length
        ]
        neighbours = self._neighbours()
        suggester = Suggester(self._search.index)
        proposed: dict[int, Found] = {}
        for batch in batches([self._quotes[number] for number in left]):
            numbers, left = left[: len(batch)], left[len(batch) :]
            hints = [self._hint(n, neighbours) if self._has_start(n) else None for n in numbers]
            regions = suggester.suggest(
                fold_quotes(batch), hints if neighbours else [None] * len(hints)
            )
            for number, one in zip(numbers, regions, strict=True):
                if one is not None:
                    start = int(self._search.index.folded.starts[one.start])
                    end = self._search.index.folded.end(one.end - 1)
                    proposed[number] = Found(Status.SUGGESTED, start, end, one.likeness)
        return self._free(found, proposed)

    def _free(self, found: Mapping[int, Found], proposed: dict[int, Found]) -> dict[int, Found]:
        everything = {**found, **proposed}
        claims = [
            Claim(one.start, one.end, start, 0, 0, number)
            for number, one in everything.items()
            if (start := self._quotes[number].start) is not None
        ]
        taken = {one.quote for pair in contested(claims) for one in pair if one.quote in proposed}
        return {number: one for number, one in proposed.items() if number not in taken}
