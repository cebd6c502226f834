"""What a chronicle's events say of one actor: counts by type and role, partners, years; no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explorer.analysis.actor_tally import ActorTally, begun
from explorer.model.calendar import civil
from explorer.model.chronicle import Chronicle
from explorer.model.records import Actor, Event
from explorer.model.roll import Roll

_MOST_BARS = 60


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor's figures; every count is of events, the largest first.

    `roles` counts an event once for each role the actor has in it, `claims` the events that are
    only the actor's claim, `partners` the events shared with each other actor, by id, `years` those
    begun in each astronomical year.
    """

    actor: Actor
    events: Sequence[Event]
    types: tuple[tuple[str, int], ...]
    roles: tuple[tuple[str, int], ...]
    claims: int
    partners: tuple[tuple[str, int], ...]
    years: Mapping[int | None, int]


def profile_of(chronicle: Chronicle, actor: str, tally: ActorTally) -> Profile:
    """Return the figures of an actor, by id. Raises KeyError when there is no such actor."""
    return Profile(
        chronicle.actor[actor],
        chronicle.events_of_actor.get(actor, ()),
        _ranked(tally.types),
        _ranked(tally.roles),
        len(tally.claims),
        _ranked(tally.partners),
        tally.years,
    )


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


def activity(own: Mapping[int | None, int], whole: Sequence[Event]) -> Activity:
    """Count events by the year in which they began, over all years of the events in `whole`.

    `own` counts them by that year, the first that each date may cover. Years are taken together by
    2, 5, 10, 20, ... where there would be more than about 60 bars, so that bars of two actors
    compare.
    """
    dated = Counter({year: count for year, count in own.items() if year is not None})
    undated = own.get(None, 0)
    years = years_of(whole) + list(dated)
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


def _step(years: int) -> int:
    """Return how many years a bar stands for, 1, 2, 5, 10, ..., so that the bars are few enough."""
    scale = 1
    while True:
        for step in (scale, 2 * scale, 5 * scale):
            if years <= step * (_MOST_BARS - 1):
                return step
        scale *= 10
