"""Events on a roll: those of a digest, decoded by whoever can read their file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar, overload

import numpy as np
import numpy.typing as npt

from explorer.model.records import Event
from explorer.model.roll import Roll, Shared, Trait
from explorer.model.span import TimeSpan
from explorer.rolls.digest import NO_EARLIEST, NO_LATEST, Digest
from explorer.rolls.meeting import met
from explorer.rolls.texts import Texts
from explorer.rolls.ties import Ties
from explorer.rolls.traits import bit_of

Ints = npt.NDArray[np.integer[Any]]
Bools = npt.NDArray[np.bool_]

_CHUNK = 4_096
"""How many events are decoded at once when one goes through many."""

V = TypeVar("V")


class Reader(Protocol):
    """Who can decode the events of a digest by their rows."""

    def event(self, row: int) -> Event:
        """Return one event."""

    def events(self, rows: Ints) -> list[Event]:
        """Return some events, in the order of the rows."""


class Aside(Protocol):
    """Where arrays that were worked out of a digest are kept for another time."""

    def find(self, name: str) -> Mapping[str, npt.NDArray[Any]] | None:
        """Return the arrays kept under a name, None where there are none."""

    def put(self, name: str, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
        """Keep arrays under a name."""


class DigestRoll(Roll):
    """All events of a digest, or those of some rows, in date order."""

    def __init__(
        self,
        digest: Digest,
        reader: Reader,
        rows: Ints | None = None,
        aside: Aside | None = None,
    ) -> None:
        """Take rows, which rise; None for all of them, for which more may be kept `aside`.

        In `memo` others may leave what they made of these events, for as long as they are here.
        """
        self.digest = digest
        self.reader = reader
        self.rows = rows
        self.aside = aside
        self.memo: dict[object, object] = {}

    def __len__(self) -> int:
        return len(self.digest) if self.rows is None else len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Event: ...

    @overload
    def __getitem__(self, at: slice) -> list[Event]: ...

    def __getitem__(self, at: int | slice) -> Event | list[Event]:
        if isinstance(at, slice):
            return self.reader.events(self._every()[at])
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        place = at % len(self)
        return self.reader.event(place if self.rows is None else int(self.rows[place]))

    def __iter__(self) -> Iterator[Event]:
        rows = self._every()
        for at in range(0, len(rows), _CHUNK):
            yield from self.reader.events(rows[at : at + _CHUNK])

    @cached_property
    def ids(self) -> Texts:
        """The ids of the events."""
        return Texts(self.digest.ids, self.rows)

    @property
    def place(self) -> Mapping[str, int]:
        """The place of each event, by id."""
        return self.ids.places

    @cached_property
    def by_id(self) -> Mapping[str, Event]:
        """The events by id."""
        return _Looked(self.ids, self.place.__contains__, lambda id_: self[self.place[id_]])

    @cached_property
    def extent(self) -> TimeSpan:
        """The span that covers all the time the events may cover, open ends cut."""
        digest, rows = self.digest, self.rows
        if rows is None or not len(rows):
            return digest.extent
        return TimeSpan(float(digest.start[rows].min()), float(digest.end[rows].max()))

    @cached_property
    def begun(self) -> tuple[int, ...]:
        """The first and the last day of all on which any event may first have begun."""
        digest, rows = self.digest, self._every()
        days = np.where(digest.earliest == NO_EARLIEST, digest.latest, digest.earliest)[rows]
        days = days[days != NO_LATEST]
        return (int(days.min()), int(days.max())) if len(days) else ()

    @cached_property
    def of_actor(self) -> Mapping[str, Roll]:
        """Events in which an actor takes part or which it claims, by actor id."""
        return self._shared(self.digest.actors)

    @cached_property
    def of_passage(self) -> Mapping[str, Roll]:
        """Events on which a passage bears, by passage id."""
        return self._shared(self.digest.passages)

    def counts(self, of: Shared) -> Mapping[str, int]:
        """Return how many events have each type, actor (claims count), article or tag."""
        return self.ties(of).counts(self.rows)

    def pairs(self, of: Shared, names: Collection[str]) -> int:
        """Return how often events have any of some names; one that has none counts once."""
        ties = self.ties(of)
        has = np.array([name in names for name in ties.names], dtype=np.int64)[ties.codes]
        before = np.concatenate(([0], np.cumsum(has)))
        counts = before[ties.ends[1:]] - before[ties.ends[:-1]]
        return int(np.maximum(counts[self._every()], 1).sum())

    def meetings(self) -> Mapping[tuple[str, str], DigestRoll]:
        """Return the events in which two actors take part, by every two that do in any."""
        found = met(self.digest.parties, self._every())
        return {pair: DigestRoll(self.digest, self.reader, rows) for pair, rows in found.items()}

    def only(self, places: Sequence[int] | Ints) -> DigestRoll:
        """Return the events at some places, which are given in rising order."""
        chosen = np.asarray(places, dtype=np.int64)
        rows = chosen if self.rows is None else self.rows[chosen]
        return DigestRoll(self.digest, self.reader, rows)

    def having(self, of: Shared, names: Collection[str]) -> DigestRoll:
        """Return the events that have any of some types, actors, articles, tags or places."""
        return self._passing(self.ties(of).any_of(names))

    def being(self, trait: Trait) -> DigestRoll:
        """Return the events of which something may be said."""
        return self._passing(self.digest.traits & bit_of(trait) > 0)

    def named(self, ids: Collection[str]) -> DigestRoll:
        """Return the events that have one of some ids."""
        known = Texts(self.digest.ids).places
        passes = np.zeros(len(self.digest), dtype=np.bool_)
        passes[[known[one] for one in ids if one in known]] = True
        return self._passing(passes)

    def worded(self, words: str, test: Callable[[str], bool] | None = None) -> DigestRoll:
        """Return the events whose own folded words hold some, and pass a test if there is one."""
        block = self.digest.words
        rows = block.holding(words)
        if test is not None:
            rows = rows[[test(block.text(row)) for row in rows.tolist()]]
        passes = np.zeros(len(self.digest), dtype=np.bool_)
        passes[rows] = True
        return self._passing(passes)

    def dated(self, first: int | None, last: int | None, *, whole: bool = False) -> DigestRoll:
        """Return the events whose date may fall, or lies as a `whole`, between two days."""
        digest = self.digest
        low, high = (digest.earliest, digest.latest) if whole else (digest.latest, digest.earliest)
        passes = np.ones(len(digest), dtype=np.bool_)
        if first is not None:
            passes &= low >= first
        if last is not None:
            passes &= high <= last
        return self._passing(passes)

    def plus(self, other: Roll) -> DigestRoll:
        """Return these events and those of another roll of the same chronicle."""
        return self._of(np.union1d(self._every(), _rows_of(other)))

    def minus(self, other: Roll) -> DigestRoll:
        """Return these events without those of another roll of the same chronicle."""
        passes = np.ones(len(self.digest), dtype=np.bool_)
        passes[_rows_of(other)] = False
        return self._passing(passes)

    def _passing(self, passes: Bools) -> DigestRoll:
        return self._of(
            np.flatnonzero(passes) if self.rows is None else self.rows[passes[self.rows]]
        )

    def _of(self, rows: Ints) -> DigestRoll:
        """Return the events of some rows: this very roll where they are all of its own."""
        if len(rows) == len(self):
            return self
        return DigestRoll(self.digest, self.reader, rows)

    def meeting(self, span: TimeSpan) -> DigestRoll:
        """Return the events whose time, open ends cut, may share any with a span."""
        digest, rows = self.digest, self._every()
        met = (digest.start[rows] < span.end) & (digest.end[rows] > span.start)
        return self.only(np.flatnonzero(met))

    def _every(self) -> Ints:
        return np.arange(len(self.digest)) if self.rows is None else self.rows

    def ties(self, of: Shared) -> Ties:
        """Return what the events of the whole digest have in common."""
        digest = self.digest
        return {
            "type": digest.types,
            "actor": digest.actors,
            "party": digest.parties,
            "article": digest.articles,
            "passage": digest.passages,
            "tag": digest.tags,
            "place": digest.places,
        }[of]

    def _shared(self, ties: Ties) -> Mapping[str, Roll]:
        """Return the events of each name that any of these has."""
        names = ties.counts(self.rows)

        def made(name: str) -> Roll:
            rows = ties.rows(name)
            if self.rows is not None:
                rows = rows[np.isin(rows, self.rows)]
            return DigestRoll(self.digest, self.reader, rows)

        return _Looked(names, names.__contains__, made)


def _rows_of(roll: Roll) -> Ints:
    if not isinstance(roll, DigestRoll):
        raise TypeError(roll)
    return roll._every()  # noqa: SLF001 - one of the same kind


class _Looked(Mapping[str, V], Generic[V]):
    """What is made for a name when it is looked up."""

    def __init__(
        self, names: Collection[str], holds: Callable[[object], bool], made: Callable[[str], V]
    ) -> None:
        self._names = names
        self._holds = holds
        self._made = made

    def __getitem__(self, name: str) -> V:
        if not self._holds(name):
            raise KeyError(name)
        return self._made(name)

    def __contains__(self, name: object) -> bool:
        return self._holds(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
