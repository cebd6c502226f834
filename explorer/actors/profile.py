"""What a chronicle's events say of one actor: counts by type and role, partners, years; no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.model.calendar import civil
from explorer.model.chronicle import Chronicle
from explorer.model.records import Actor, Event
from explorer.model.roll import Roll

_MOST_BARS = 60


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor's figures; every count is of events, the largest first.

    `roles` counts an event once for each role the actor has in it, `claims` the events that are
    only the actor's claim, `partners` the events shared with each other actor, by id.
    """

    actor: Actor
    events: Sequence[Event]
    types: tuple[tuple[str, int], ...]
    roles: tuple[tuple[str, int], ...]
    claims: int
    partners: tuple[tuple[str, int], ...]


def profile_of(chronicle: Chronicle, actor: str) -> Profile | None:
    """Return the figures of an actor, by id; None when the chronicle has no such actor."""
    known = chronicle.actor.get(actor)
    if known is None:
        return None
    events = tuple(chronicle.events_of_actor.get(actor, ()))
    types = Counter(event.type for event in events)
    roles: Counter[str] = Counter()
    partners: Counter[str] = Counter()
    for event in events:
        roles.update({part.role for part in event.participants if part.actor == actor})
        partners.update({part.actor for part in event.participants} - {actor})
    claims = sum(event.claimed_by == actor for event in events)
    return Profile(known, events, _ranked(types), _ranked(roles), claims, _ranked(partners))


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


@dataclass(frozen=True, slots=True)
class Bar:
    """The number of events that began in the years `first` to `last`, both inclusive."""

    first: int
    last: int
    count: int


@dataclass(frozen=True, slots=True)
class Activity:
    """Bars of equal numbers of years without gaps; `undated` events have no known year."""

    bars: tuple[Bar, ...] = ()
    undated: int = 0

    @property
    def highest(self) -> int:
        """The largest count of a bar."""
        return max((bar.count for bar in self.bars), default=0)


def activity(events: Sequence[Event], whole: Sequence[Event]) -> Activity:
    """Count `events` by the year in which they began, over all years of the events in `whole`.

    An event counts once, in the first year its date may cover. Years are taken together by 2, 5,
    10, 20, ... where there would be more than about 60 bars, so that bars of two actors compare.
    """
    years = years_of(whole)
    own = [begun(event) for event in events]
    dated = Counter(year for year in own if year is not None)
    undated = own.count(None)
    years += list(dated)
    if not years:
        return Activity((), undated)
    step = _step(max(years) - min(years) + 1)
    start = min(years) // step * step
    firsts = range(start, max(years) + 1, step)
    bars = (
        Bar(first, first + step - 1, sum(dated[year] for year in range(first, first + step)))
        for first in firsts
    )
    return Activity(tuple(bars), undated)


def years_of(events: Sequence[Event]) -> list[int]:
    """Return years in which events began, the first and the last of all among them."""
    if isinstance(events, Roll):
        return [civil(day)[0] for day in events.begun]
    return [year for event in events if (year := begun(event)) is not None]


def begun(event: Event) -> int | None:
    """Return the astronomical year in which an event may first have begun, None when unknown."""
    date = event.date.value
    day = date.earliest if date.earliest is not None else date.latest
    return None if day is None else civil(day)[0]


def _step(years: int) -> int:
    """Return how many years a bar stands for, 1, 2, 5, 10, ..., so that the bars are few enough."""
    scale = 1
    while True:
        for step in (scale, 2 * scale, 5 * scale):
            if years <= step * (_MOST_BARS - 1):
                return step
        scale *= 10
