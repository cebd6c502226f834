"""Digesting: the arrays of a chronicle's events, made of their documents without making records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import UNSET

from explorer.layout.columns import Sign, core_of_date, signs_of_date
from explorer.model.date import Date, sort_key
from explorer.model.finding import own_words
from explorer.model.roll import Trait
from explorer.model.span import TimeSpan, span_of
from explorer.rolls.digest import NO_EARLIEST, NO_LATEST, Digest
from explorer.rolls.roll import TRAITS
from explorer.rolls.texts import block_of
from explorer.rolls.ties import Numbers, Ties, ties_of
from explorer.store.shapes import EventShape, SupportShape
from explorer.store.swift import Dates, UnusualError

Ints = npt.NDArray[np.integer[Any]]

_TIES = ("types", "actors", "parties", "articles", "passages", "tags", "places")

_CLAIMED, _PARTY, _ASKS, _ASSERTS = (
    1 << TRAITS.index(one) for one in ("claimed", "party", "asks", "asserts")
)
_SIGNED: tuple[tuple[Trait, int], ...] = (
    ("unsure", Sign.APPROXIMATE | Sign.UNCERTAIN),
    ("disputed", Sign.DISPUTED),
    ("single-source", Sign.SINGLE_SOURCE),
)


class Digester:
    """Takes documents in the order of their file, some at a time, and makes a digest of them."""

    def __init__(self, published_of: Mapping[str, str]) -> None:
        """Take the published article of each passage that is of one."""
        self._published_of = published_of
        self._ids: list[str] = []
        self._titles: list[str] = []
        self._words: list[str] = []
        self._traits: list[Ints] = []
        self._read = Dates()
        self._date = Numbers()
        self._dates: list[Ints] = []
        self._importance: list[Ints] = []
        self._disputed: list[Ints] = []
        self._ties = {name: _Gathered() for name in _TIES}

    def take(self, documents: Sequence[EventShape]) -> None:
        """Take more documents. Raises UnusualError where one is not just as it should be."""
        before = len(self._ids)
        self._ids += [one.id for one in documents]
        self._titles += [one.title for one in documents]
        if not all(self._ids[before:]) or not all(self._titles[before:]):
            raise UnusualError
        self._dates.append(np.array([self._date[one.date.edtf] for one in documents], np.int32))
        self._importance.append(_importance(documents))
        rows = np.arange(before, len(self._ids))
        self._ties["types"].add([one.type for one in documents], rows)
        tags = [tag for one in documents for tag in one.tags]
        self._ties["tags"].add(tags, np.repeat(rows, [len(one.tags) for one in documents]))
        placed = [at for at, one in enumerate(documents) if one.place]
        self._ties["places"].add([documents[at].place for at in placed], rows[placed])
        self._words += [own_words(one.title, one.summary, one.place, one.tags) for one in documents]
        self._traits.append(np.array([_traits(one) for one in documents], dtype=np.int8))
        self._take_parts(documents, rows)
        self._take_support(documents, rows)

    def _take_parts(self, documents: Sequence[EventShape], rows: Ints) -> None:
        parts = [part for one in documents for part in one.participants]
        if not all(part.actor and part.role for part in parts):
            raise UnusualError
        gathered = self._ties["actors"]
        sizes = [len(one.participants) for one in documents]
        named, named_by = [part.actor for part in parts], np.repeat(rows, sizes)
        self._ties["parties"].add(named, named_by)
        gathered.add(named, named_by)
        claimed = [at for at, one in enumerate(documents) if one.claimed_by]
        gathered.add([documents[at].claimed_by for at in claimed], rows[claimed])

    def _take_support(self, documents: Sequence[EventShape], rows: Ints) -> None:
        supports = [support for one in documents for support in one.support]
        rows = np.repeat(rows, [len(one.support) for one in documents])
        _check_supports(supports, self._read)
        self._ties["passages"].add([one.passage for one in supports], rows)
        told = [at for at, one in enumerate(supports) if one.passage in self._published_of]
        articles = [self._published_of[supports[at].passage] for at in told]
        self._ties["articles"].add(articles, rows[told])
        self._disputed.append(
            rows[[at for at, one in enumerate(supports) if one.stance == "disputes"]]
        )

    def digest(self, first: Ints, last: Ints) -> Digest:
        """Return the digest of all that was taken; documents stand at `first` to `last`.

        Raises UnusualError where two have one id or a date cannot be read.
        """
        ids, count = self._ids, len(self._ids)
        if len(set(ids)) != count:
            raise UnusualError
        times = _times([self._read[text] for text in self._date])
        dates = np.concatenate(self._dates)
        order = _ordered(ids, times.rank[dates])
        dates = dates[order]
        place = np.empty(count, dtype=np.int64)
        place[order] = np.arange(count)
        ties: dict[str, Any] = {name: one.ties(place) for name, one in self._ties.items()}
        if not all(ties["types"].names):
            raise UnusualError
        signs = times.signs[dates]
        signs[place[np.concatenate(self._disputed)]] |= Sign.DISPUTED
        signs[ties["articles"].sizes == 1] |= Sign.SINGLE_SOURCE
        start, end, core_start, core_end = (side[dates] for side in times.seconds)
        importance = np.concatenate(self._importance)[order]
        return Digest(
            **self._blocks(order.tolist()),
            importance=importance,
            earliest=times.days[0][dates],
            latest=times.days[1][dates],
            start=start,
            end=end,
            core_start=core_start,
            core_end=core_end,
            signs=signs,
            traits=self._traits_with(signs, order),
            by_start=np.lexsort((np.arange(count), -importance, start)).astype(np.int32),
            first=first[order],
            last=last[order],
            extent=times.extent,
            **ties,
        )

    def _blocks(self, order: list[int]) -> dict[str, Any]:
        return {
            "ids": block_of([self._ids[at] for at in order], sought=True),
            "titles": block_of([self._titles[at] for at in order]),
            "words": block_of([f"{self._words[at]}\n" for at in order]),
        }

    def _traits_with(self, signs: Ints, order: Ints) -> Ints:
        """Return the bits of traits, those that signs tell among them."""
        traits = np.concatenate(self._traits)[order]
        for trait, sign in _SIGNED:
            traits[signs & sign > 0] |= 1 << TRAITS.index(trait)
        return traits


class _Gathered:
    """Names, gathered with the rows that have them."""

    def __init__(self) -> None:
        self._number = Numbers()
        self._codes: list[Ints] = []
        self._rows: list[Ints] = []

    def add(self, names: Sequence[str], rows: Ints) -> None:
        """Add names and the row that has each."""
        self._codes.append(np.array([self._number[name] for name in names], dtype=np.int32))
        self._rows.append(rows)

    def ties(self, place: Ints) -> Ties:
        """Return the ties, each row put at its place."""
        rows = place[np.concatenate(self._rows)]
        return ties_of(tuple(self._number), np.concatenate(self._codes), rows, len(place))


@dataclass(frozen=True, eq=False)
class _Times:
    """What the dates of events are, one row for each date that is written differently."""

    rank: Ints
    days: Ints
    seconds: npt.NDArray[np.float64]
    signs: Ints
    extent: TimeSpan


def _times(dates: Sequence[Date]) -> _Times:
    """Lay dates out as arrays, open ends cut at what all of them span."""
    bare = [span_of(date) for date in dates]
    extent = TimeSpan(min(one.start for one in bare), max(one.end for one in bare))
    spans = [span_of(date, extent) for date in dates]
    cores = [core_of_date(date, span) for date, span in zip(dates, spans, strict=True)]
    keys = [sort_key(date) for date in dates]
    rank = np.empty(len(dates), dtype=np.int64)
    at, seen = -1, None
    for number in sorted(range(len(keys)), key=keys.__getitem__):
        at, seen = at + (keys[number] != seen), keys[number]
        rank[number] = at
    days = [
        [NO_EARLIEST if date.earliest is None else date.earliest for date in dates],
        [NO_LATEST if date.latest is None else date.latest for date in dates],
    ]
    sides = [(span.start, span.end, *core) for span, core in zip(spans, cores, strict=True)]
    return _Times(
        rank,
        np.array(days, dtype=np.int64),
        np.array(sides, dtype=np.float64).T.copy(),
        np.array([signs_of_date(date) for date in dates], dtype=np.int16),
        extent,
    )


def _traits(one: EventShape) -> int:
    """Return the bits that a document itself tells."""
    bits = _CLAIMED if one.claimed_by else 0
    if one.participants:
        bits |= _PARTY
    if one.asks:
        bits |= _ASKS
    if one.support and any(support.asserts is not UNSET for support in one.support):
        bits |= _ASSERTS
    return bits


def _importance(documents: Sequence[EventShape]) -> Ints:
    listed = [2 if one.importance is UNSET else one.importance for one in documents]
    if listed and not 1 <= min(listed) <= max(listed) <= 3:
        raise UnusualError
    return np.array(listed, dtype=np.int8)


def _check_supports(supports: Iterable[SupportShape], read: Dates) -> None:
    """Raise UnusualError where a support names no passage, or asserts a date that is none."""
    for support in supports:
        if not support.passage:
            raise UnusualError
        if support.asserts is not UNSET and support.asserts.date:
            read[support.asserts.date]


def _ordered(ids: Sequence[str], rank: Ints) -> Ints:
    """Return the events by the rank of their dates, those of one date by id."""
    order = np.argsort(rank, kind="stable")
    edges = np.flatnonzero(np.diff(rank[order])) + 1
    listed = order.tolist()
    for start, end in pairwise([0, *edges.tolist(), len(listed)]):
        if end - start > 1:
            listed[start:end] = sorted(listed[start:end], key=ids.__getitem__)
    return np.array(listed, dtype=np.int64)
