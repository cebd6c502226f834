"""Relations: what actors did together or to each other, by year, quad class and side taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from explorer.model.calendar import civil
from explorer.model.codebook import Codebook
from explorer.model.date import Date
from explorer.model.records import Event

_SIDES = ("supportive", "neutral", "critical", "hostile")
"""The sides that participants take, the friendliest first; any others follow by name."""


@dataclass(frozen=True, slots=True)
class Period:
    """Events that fall in the years `first` to `last`, both inclusive and astronomical.

    A year that the date leaves open is None; a date that may fall in several years is a period of
    its own, so that nothing is counted in a year in which it may not have been.
    """

    first: int | None
    last: int | None
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors, by id, and the ids of the events in which both take part, in date order."""

    one: str
    other: str
    events: tuple[str, ...]


def events_between(
    events: Iterable[Event], one: Collection[str], other: Collection[str] = ()
) -> tuple[Event, ...]:
    """Return the events in which an actor of `one` and a different actor of `other` take part.

    Without `other`, those in which two of `one` do; of a single actor, all its events.
    """
    if not other and len(one) == 1:
        return tuple(event for event in events if not actors_in(event).isdisjoint(one))
    return tuple(event for event in events if _between(actors_in(event), one, other or one))


def actors_in(event: Event) -> frozenset[str]:
    """Return the ids of the actors that take part in an event."""
    return frozenset(part.actor for part in event.participants)


def by_year(events: Iterable[Event]) -> tuple[Period, ...]:
    """Put events, each once, into the years that their dates may cover; the earliest first."""
    found: dict[tuple[int | None, int | None], list[Event]] = {}
    for event in events:
        found.setdefault(_years(event.date.value), []).append(event)
    ordered = sorted(found, key=_order)
    return tuple(Period(first, last, tuple(found[first, last])) for first, last in ordered)


def quad_counts(codebook: Codebook, events: Iterable[Event]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the events of each quad class, by its key in the codebook, in its order."""
    found: dict[str, list[str]] = {key: [] for key in codebook.quads}
    last = list(codebook.quads)[-1]
    for event in events:
        known = codebook.types.get(event.type)
        found[known.quad if known else last].append(event.id)
    return {key: tuple(ids) for key, ids in found.items()}


def side_counts(events: Iterable[Event], actors: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the events in which one of the actors takes a side, by the side.

    An event counts for each side that one of them takes in it.
    """
    found: dict[str, dict[str, None]] = {}
    for event in events:
        for part in event.participants:
            if part.stance and part.actor in actors:
                found.setdefault(part.stance, {})[event.id] = None
    ordered = sorted(found, key=lambda side: (_SIDES.index(side) if side in _SIDES else 99, side))
    return {side: tuple(found[side]) for side in ordered}


def ties_of(events: Iterable[Event]) -> tuple[Tie, ...]:
    """Return every two actors that take part in an event together, those with most events first."""
    shared: dict[tuple[str, str], list[str]] = {}
    for event in events:
        actors = sorted(actors_in(event))
        for place, one in enumerate(actors):
            for other in actors[place + 1 :]:
                shared.setdefault((one, other), []).append(event.id)
    ordered = sorted(shared.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(Tie(one, other, tuple(ids)) for (one, other), ids in ordered)


def _between(actors: frozenset[str], one: Collection[str], other: Collection[str]) -> bool:
    here = actors & frozenset(one)
    there = actors & frozenset(other)
    return bool(here) and bool(there) and len(here | there) > 1


def _years(date: Date) -> tuple[int | None, int | None]:
    first = None if date.earliest is None else civil(date.earliest)[0]
    last = None if date.latest is None else civil(date.latest)[0]
    return first, last


def _order(years: tuple[int | None, int | None]) -> tuple[float, float]:
    first, last = years
    end = float("inf") if last is None else last
    return (end if first is None else first), end
