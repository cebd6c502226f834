"""Relations: what actors did together or to each other, by year, quad class and side taken."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from explorer.analysis.steps import EVERY, Step, unwatched
from explorer.model.calendar import civil
from explorer.model.codebook import Codebook
from explorer.model.date import Date
from explorer.model.records import Event
from explorer.model.roll import Roll

_Years = tuple[int | None, int | None]

_SIDES = ("supportive", "neutral", "critical", "hostile")
"""The sides that participants take, the friendliest first; any others follow by name."""


@dataclass(frozen=True, slots=True)
class Period:
    """Events that fall in the years `first` to `last`, both inclusive and astronomical, by id.

    A year that the date leaves open is None; a date that may fall in several years is a period of
    its own, so that nothing is counted in a year in which it may not have been. `quads` holds those
    of each quad class, by its key in the codebook, `sides` those in which one of the actors asked
    for takes a side: an event counts for each side that one of them takes in it.
    """

    first: int | None
    last: int | None
    events: tuple[str, ...] = ()
    quads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sides: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counted:
    """Events between actors: all of them together, and by year, the earliest first."""

    whole: Period = Period(None, None)
    years: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors, by id, and the ids of the events in which both take part, in date order."""

    one: str
    other: str
    events: Sequence[str]


def events_between(
    events: Sequence[Event], one: Collection[str], other: Collection[str] = ()
) -> Sequence[Event]:
    """Return the events in which an actor of `one` and a different actor of `other` take part.

    Without `other`, those in which two of `one` do; of a single actor, all its events.
    """
    if isinstance(events, Roll):
        return _rolled_between(events, one, other)
    if not other and len(one) == 1:
        return tuple(event for event in events if not actors_in(event).isdisjoint(one))
    return tuple(event for event in events if _between(actors_in(event), one, other or one))


def actors_in(event: Event) -> frozenset[str]:
    """Return the ids of the actors that take part in an event."""
    return frozenset(part.actor for part in event.participants)


def by_year(
    codebook: Codebook, events: Sequence[Event], actors: Collection[str], step: Step = unwatched
) -> Counted:
    """Put events, each once, into the years that their dates may cover, and count them.

    Sides are those that `actors` take. `step` learns how many events are counted of how many.
    """
    whole = _Tally(codebook, actors)
    found: dict[_Years, _Tally] = {}
    for place, event in enumerate(events):
        if place % EVERY == 0:
            step(place, len(events))
        years = _years(event.date.value)
        if years not in found:
            found[years] = _Tally(codebook, actors)
        for tally in (whole, found[years]):
            tally.add(event)
    ordered = sorted(found, key=_order)
    return Counted(whole.period((None, None)), tuple(found[one].period(one) for one in ordered))


class _Tally:
    """What the events of a period are counted for."""

    def __init__(self, codebook: Codebook, actors: Collection[str]) -> None:
        self._codebook = codebook
        self._actors = frozenset(actors)
        self._events: list[str] = []
        self._quads: dict[str, list[str]] = {key: [] for key in codebook.quads}
        self._last = list(codebook.quads)[-1]
        self._sides: dict[str, dict[str, None]] = {}

    def add(self, event: Event) -> None:
        """Count one event more."""
        self._events.append(event.id)
        known = self._codebook.types.get(event.type)
        self._quads[known.quad if known else self._last].append(event.id)
        for part in event.participants:
            if part.stance and part.actor in self._actors:
                self._sides.setdefault(part.stance, {})[event.id] = None

    def period(self, years: _Years) -> Period:
        """Return what was counted."""
        ordered = sorted(
            self._sides, key=lambda side: (_SIDES.index(side) if side in _SIDES else 99, side)
        )
        return Period(
            *years,
            tuple(self._events),
            {key: tuple(ids) for key, ids in self._quads.items()},
            {side: tuple(self._sides[side]) for side in ordered},
        )


def ties_of(events: Sequence[Event]) -> tuple[Tie, ...]:
    """Return every two actors that take part in an event together, those with most events first."""
    shared: dict[tuple[str, str], Sequence[str]] = {}
    if isinstance(events, Roll):
        shared.update({pair: both.ids for pair, both in events.meetings().items()})
    else:
        found: dict[tuple[str, str], list[str]] = {}
        for event in events:
            for pair in combinations(sorted(actors_in(event)), 2):
                found.setdefault(pair, []).append(event.id)
        shared.update({pair: tuple(ids) for pair, ids in found.items()})
    ordered = sorted(shared.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(Tie(one, other, ids) for (one, other), ids in ordered)


def _rolled_between(events: Roll, one: Collection[str], other: Collection[str]) -> Roll:
    if not other and len(one) == 1:
        return events.having("party", one)
    found = events.only(())
    for first in one:
        those = frozenset(other or one) - {first}
        found = found.plus(events.having("party", (first,)).having("party", those))
    return found


def _between(actors: frozenset[str], one: Collection[str], other: Collection[str]) -> bool:
    here = actors & frozenset(one)
    there = actors & frozenset(other)
    return bool(here) and bool(there) and len(here | there) > 1


def _years(date: Date) -> _Years:
    first = None if date.earliest is None else civil(date.earliest)[0]
    last = None if date.latest is None else civil(date.latest)[0]
    return first, last


def _order(years: _Years) -> tuple[float, float]:
    first, last = years
    end = float("inf") if last is None else last
    return (end if first is None else first), end
