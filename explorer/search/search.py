"""Search: what is typed, found in all documents, ranked within each kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from explorer.model.finding import Ground, holds_of
from explorer.model.query import Fault, Field
from explorer.model.query_reading import read_query
from explorer.search.documents import KINDS, Document, Kind
from explorer.search.expression import any_of, expression
from explorer.search.index import WEIGHED, Index
from explorer.search.marking import Marked, Range, marked, ranges_in, snippet
from explorer.search.masks import mask_of
from explorer.search.names import Names, Widened
from explorer.search.terms import Every, Term, Tree, asks_fields, sought

LONGEST = 1_000
"""Signs of a query that are read; more than anybody types."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found: its title and a snippet with the words marked, and the ranges of its text.

    The snippet is of `also` where the words stand there alone, or there is no text.
    """

    document: Document
    title: Marked
    snippet: Marked
    ranges: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """How many documents of a kind were found, and the best of them."""

    kind: Kind
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What was found by kind, names under which it was sought as well, and what was not read."""

    groups: tuple[Group, ...] = ()
    widened: tuple[Widened, ...] = ()
    faults: tuple[Fault, ...] = ()
    asked: bool = False

    @property
    def total(self) -> int:
        """How many documents were found."""
        return sum(group.total for group in self.groups)


@dataclass(slots=True)
class _Known:
    """The events that have what fields ask for, while what they are asked of stays the same."""

    ground: Ground | None = None
    events: dict[Field, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A query ready to be asked: what it says to FTS5, what else must hold, and its terms.

    Without anything said, `rest` is all of it.
    """

    said: str | None
    rest: Tree | None
    terms: tuple[Term, ...]

    @classmethod
    def of(cls, tree: Tree) -> _Wanted:
        """Divide a tree into what FTS5 can answer and what it cannot."""
        parts = tree.parts if isinstance(tree, Every) else (tree,)
        worded = Every(tuple(part for part in parts if not asks_fields(part)))
        fielded = tuple(part for part in parts if asks_fields(part))
        if (said := expression(worded)) is None:
            return cls(None, tree, sought(tree))
        return cls(said, Every(fielded) if fielded else None, sought(tree))


class Search:
    """Asks the index of each kind of document."""

    def __init__(self, names: Names, indexes: Mapping[Kind, Index]) -> None:
        self._names = names
        self.indexes = indexes
        self._known = _Known()

    def find(self, text: str, ground: Ground, most: int = 20, only: Kind | None = None) -> Results:
        """Return what is found for what is typed; nothing typed raises.

        Of each kind the best `most` are given, of `only` alone where one is named; counts are
        always of all kinds. Fields are asked of `ground`.
        """
        query = read_query(text[:LONGEST])
        tree, widened = self._names.tree(query.node)
        if tree == Every():
            return Results(faults=query.faults)
        wanted = _Wanted.of(tree)
        groups = []
        for kind in KINDS:
            if index := self.indexes.get(kind):
                count = most if only in {None, kind} else 0
                found, total = self._found(index, wanted, ground, count)
                hits = tuple(_hit(index.document(row), wanted.terms) for row in found)
                groups.append(Group(kind, total, hits))
        real = tuple(group for group in groups if group.total)
        return Results(real, widened, query.faults, asked=True)

    def _found(
        self, index: Index, wanted: _Wanted, ground: Ground, most: int
    ) -> tuple[list[int], int]:
        """Return the best rows, and how many there are in all."""
        allowed = self._allowed(wanted, index, ground)
        if wanted.said is None:
            allowed = allowed or b""
            return _of_allowed(index, wanted.terms, allowed, most), allowed.count(1)
        weighed = index.weighed(wanted.said, allowed) if most else []
        total = len(weighed)
        if not most or total >= WEIGHED:
            total = index.count(wanted.said, allowed)
        return [row for _, row in weighed[:most]], total

    def _allowed(self, wanted: _Wanted, index: Index, ground: Ground) -> bytes | None:
        """Return which rows may be found where FTS5 alone cannot tell."""
        if wanted.rest is None:
            return None
        return mask_of(wanted.rest, index, lambda asked: self._events(asked, ground)).tobytes()

    def _events(self, asked: Field, ground: Ground) -> frozenset[str]:
        known = self._known
        if not _same(known.ground, ground):
            self._known = known = _Known(ground)
        if asked not in known.events:
            holds = holds_of(asked, ground)
            events = ground.chronicle.events
            known.events[asked] = frozenset(event.id for event in events if holds(event))
        return known.events[asked]


def _same(known: Ground | None, now: Ground) -> bool:
    return (
        known is not None
        and known.chronicle is now.chronicle
        and known.words is now.words
        and known.marks is now.marks
        and known.noted == now.noted
    )


def _of_allowed(index: Index, terms: tuple[Term, ...], allowed: bytes, most: int) -> list[int]:
    """Return rows that may be found: those with words that are sought by weight, then the rest."""
    if not most:
        return []
    weighed = index.weighed(any_of(terms), allowed) if terms else []
    found = [row for _, row in weighed[:most]]
    if len(found) < most:
        known = set(found)
        rest = np.flatnonzero(np.frombuffer(allowed, np.uint8)) + 1
        others = (row for row in rest.tolist() if row not in known)
        found += index.first(others, most - len(found))
    return found


def _hit(document: Document, terms: tuple[Term, ...]) -> Hit:
    ranges = ranges_in(document.text, terms)
    title = marked(document.title, terms if document.titled else ())
    shown = snippet(document.text, ranges)
    if document.also and not ranges and (not document.text or not title.marks):
        also = ranges_in(document.also, terms)
        if also:
            shown = snippet(document.also, also)
    return Hit(document, title, shown, ranges)
