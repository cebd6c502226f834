"""Generate: chronicles of any size with the shape of real ones, the same ones for the same seed.

Half of the events fall into bursts (a war, a crisis), many share a day, one in ten is known to its
month, some last weeks or years, some are approximate, disputed or rest on a single source, and few
actors take part in most of what happens. Columns are made for millions of events in seconds;
records, where tests need them, for as many as memory holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np

from explorer.layout.columns import Columns, Floats, Ints, Sign
from explorer.model.chronicle import Chronicle
from explorer.model.date import Date, parse_date
from explorer.model.records import Actor, Dating, Event, Participation
from explorer.model.span import DAY

_FIRST_DAY, _DAYS = 7_670, 12_418
"""1991-01-01 to 2024-12-31, in days since 1970-01-01."""

_TITLES = (
    "{a} and {b} meet for talks",
    "{a} appeals to {b} over a clash at the border",
    "Statement of {a} on the truce",
    "{a} hands a note of protest to {b}",
    "Session of {a}: rules for joint exercises",
    "{a} answers {b}",
)
_PLACES = ("Yerevan", "Moscow", "Minsk", "Astana", "Baku", "Dushanbe", "Brussels", "Bishkek")
_TYPES = ("CONSULT", "REQUEST", "ASSAULT", "COOPERATE", "INSTITUTION", "STATEMENT", "RETREAT")
ACTORS = 60


class Words(Sequence[str]):
    """Texts that are made up when they are looked at."""

    def __init__(self, count: int, title: bool = False) -> None:
        self._count = count
        self._title = title

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...

    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._count))]
        if not 0 <= at < self._count:
            raise IndexError(at)
        return title_of(at) if self._title else f"e{at}"

    def __iter__(self) -> Iterator[str]:
        return (self[at] for at in range(self._count))


@dataclass(frozen=True, eq=False)
class Draws:
    """What chance says of each event: first day and number of days, and what else it is."""

    day: Ints
    days: Ints
    month: Any
    doubt: Ints
    importance: Ints
    kind: Ints
    actor: Ints
    disputed: Any
    single: Any


def title_of(number: int) -> str:
    """Return the title of an event."""
    words = _TITLES[number * 7 % len(_TITLES)]
    a, b = _PLACES[number % len(_PLACES)], _PLACES[number * 5 // 3 % len(_PLACES)]
    return f"{words.format(a=a, b=b)}, no. {number}"


def draws(count: int, seed: int = 1, tracks: int = ACTORS) -> Draws:
    """Draw `count` events, `tracks` the number of actors that they are about."""
    chance = np.random.default_rng(seed)
    bursts = max(int(count**0.5) // 4, 3)
    peaks = chance.integers(0, _DAYS, bursts)
    width = chance.gamma(1.2, 20.0, bursts) + 2
    chosen = np.minimum(chance.zipf(1.4, count) - 1, bursts - 1)
    in_burst = peaks[chosen] + chance.normal(0, 1, count) * width[chosen]
    even = chance.integers(0, _DAYS, count)
    day = np.clip(np.where(chance.random(count) < 0.5, in_burst, even), 0, _DAYS - 1)
    sort = chance.random(count)
    long = sort > 0.97
    weeks = np.ceil(chance.gamma(0.6, 60.0, count)) + 1
    days = np.where(long, np.minimum(weeks, 4_000), 1)
    actor = np.minimum(chance.zipf(1.25, count) - 1, 10_000) % tracks
    return Draws(
        day=day.astype(np.int64) + _FIRST_DAY,
        days=days.astype(np.int64),
        month=(sort > 0.87) & ~long,
        doubt=np.where(chance.random(count) < 0.04, chance.integers(1, 3, count), 0),
        importance=chance.choice(np.array([1, 2, 3]), count, p=[0.4, 0.52, 0.08]),
        kind=chance.integers(0, 5, count),
        actor=actor,
        disputed=chance.random(count) < 0.01,
        single=chance.random(count) < 0.3,
    )


def columns(count: int, seed: int = 1, tracks: int = 50) -> Columns:
    """Return the columns of `count` events in `tracks` tracks; titles are made when looked at."""
    drawn = draws(count, seed, tracks)
    months = drawn.day.astype("datetime64[D]").astype("datetime64[M]")
    first = months.astype("datetime64[D]").astype(np.int64)
    after = (months + np.timedelta64(1, "M")).astype("datetime64[D]").astype(np.int64)
    start = np.where(drawn.month, first, drawn.day) * DAY
    end = np.where(drawn.month, after, drawn.day + drawn.days) * DAY
    certain = ~drawn.month & (drawn.doubt == 0)
    order = np.lexsort((-drawn.importance, start))
    signs = drawn.doubt * int(Sign.APPROXIMATE) + drawn.disputed * int(Sign.DISPUTED)
    signs = signs + drawn.single * int(Sign.SINGLE_SOURCE)
    return Columns(
        ids=Words(count),
        titles=Words(count, title=True),
        start=start[order],
        end=end[order],
        core_start=_core(start, certain, np.inf)[order],
        core_end=_core(end, certain, -np.inf)[order],
        importance=drawn.importance[order].astype(np.int8),
        kind=drawn.kind[order].astype(np.int8),
        signs=signs[order].astype(np.int16),
        track=drawn.actor[order].astype(np.int16),
    )


def _core(side: Floats, certain: Any, none: float) -> Floats:
    return np.where(certain, side, none)


def events(count: int, seed: int = 1) -> tuple[Event, ...]:
    """Return `count` events with the actors that take part in them."""
    drawn = draws(count, seed)
    dates: dict[str, Date] = {}
    sides = (drawn.day, drawn.days, drawn.month, drawn.doubt)
    made = []
    for at, (day, days, month, doubt) in enumerate(
        zip(*(side.tolist() for side in sides), strict=True)
    ):
        text = _edtf(day, days, month, doubt)
        if text not in dates:
            dates[text] = parse_date(text)
        other = int(drawn.actor[(at + 1) % count])
        made.append(
            Event(
                id=f"e{at}",
                title=title_of(at),
                summary="",
                date=Dating(dates[text], "stated"),
                type=_TYPES[at % len(_TYPES)],
                participants=tuple(
                    Participation(f"actor-{number}", "participant")
                    for number in dict.fromkeys((int(drawn.actor[at]), other))
                ),
                importance=int(drawn.importance[at]),
            )
        )
    return tuple(made)


def _edtf(day: int, days: int, month: bool, doubt: int) -> str:
    date = np.datetime64(day, "D")
    if month:
        text = str(date.astype("datetime64[M]"))
    else:
        text = str(date) if days == 1 else f"{date}/{date + np.timedelta64(days - 1, 'D')}"
    return text + ("", "~", "?")[doubt] if days == 1 else text


def chronicle(count: int, seed: int = 1) -> Chronicle:
    """Return a chronicle of `count` events."""
    actors = tuple(Actor(f"actor-{number}", f"Actor {number}", "state") for number in range(ACTORS))
    return Chronicle(
        f"made-{count}", f"{count:,} events", actors=actors, events=events(count, seed)
    )
