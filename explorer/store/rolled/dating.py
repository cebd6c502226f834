"""Dating: what the dates of events are, laid out as arrays, each that is written alike once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np
import numpy.typing as npt

from explorer.layout.columns import core_of_date, signs_of_date
from explorer.model.date import Date, DateError, parse_date
from explorer.model.span import DAY, TimeSpan, span_of
from explorer.rolls.digest import NO_EARLIEST, NO_LATEST
from explorer.rolls.ties import Numbers
from explorer.store.plain_dates import Dates
from explorer.store.rolled.plain import plain_days
from explorer.store.unusual import UnusualError

Ints = npt.NDArray[np.integer[Any]]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Dated:
    """Dates as they are written, and what each is.

    `days` are the earliest and latest day since 1970-01-01, `sides` start and end, and start and
    end of the certain time, in seconds UTC, open ends cut as if there were no other date. `clock`
    is the second at which a date with a time of day starts, -inf of any other.
    """

    texts: tuple[str, ...]
    days: Ints
    sides: Floats
    clock: Floats
    signs: Ints


@dataclass(frozen=True, eq=False)
class Times:
    """What the dates of all events are, open ends cut at the extent of all; `rank` orders them."""

    rank: Ints
    days: Ints
    sides: Floats
    signs: Ints
    extent: TimeSpan


def dated(texts: Sequence[str]) -> Dated:
    """Read dates. Raises UnusualError where one cannot be read or has blanks around it."""
    made = Dated(
        tuple(texts),
        np.empty((2, len(texts)), dtype=np.int64),
        np.empty((4, len(texts)), dtype=np.float64),
        np.full(len(texts), -inf),
        np.zeros(len(texts), dtype=np.int16),
    )
    plain = plain_days(texts)
    sides = np.array((plain.first, plain.last + 1, plain.first, plain.last + 1)) * DAY
    sides[2:, plain.signs > 0] = np.array([[inf], [-inf]])  # no time is certain
    made.days[:, plain.rows] = (plain.first, plain.last)
    made.sides[:, plain.rows] = sides
    made.signs[plain.rows] = plain.signs
    is_left = np.ones(len(texts), dtype=np.bool_)
    is_left[plain.rows] = False
    for at in np.flatnonzero(is_left).tolist():
        _put(made, at)
    return made


def _put(made: Dated, at: int) -> None:
    """Read a date by the parser, and put it among the others."""
    try:
        date = parse_date(made.texts[at])
    except DateError as error:
        raise UnusualError from error
    if date.edtf != made.texts[at]:
        raise UnusualError  # two that are one would be told apart elsewhere
    made.days[0, at] = NO_EARLIEST if date.earliest is None else date.earliest
    made.days[1, at] = NO_LATEST if date.latest is None else date.latest
    made.sides[:, at] = _sides(date)
    made.clock[at] = -inf if date.seconds is None else date.seconds[0]
    made.signs[at] = signs_of_date(date)


def joined(parts: Sequence[tuple[Dated, Ints]]) -> tuple[Dated, Ints]:
    """Return the dates of some runs as one list, and the number that each event's has in it."""
    number = Numbers()
    renumbered = [np.array([number[text] for text in part.texts]) for part, _ in parts]
    first = np.unique(np.concatenate(renumbered), return_index=True)[1]
    whole = Dated(
        tuple(number),
        *(
            np.concatenate([getattr(part, name) for part, _ in parts], axis=-1)[..., first]
            for name in ("days", "sides", "clock", "signs")
        ),
    )
    codes = [new[codes] for new, (_, codes) in zip(renumbered, parts, strict=True)]
    return whole, np.concatenate(codes)


def times_of(dates: Dated) -> Times:
    """Order dates, and cut their open ends at what all of them span."""
    extent = TimeSpan(float(dates.sides[0].min()), float(dates.sides[1].max()))
    sides = dates.sides.copy()
    is_open = (dates.days[0] == NO_EARLIEST) | (dates.days[1] == NO_LATEST)
    read = Dates()
    for at in np.flatnonzero(is_open).tolist():
        sides[:, at] = _sides(read[dates.texts[at]], extent)
    return Times(_rank(dates), dates.days, sides, dates.signs, extent)


def _sides(date: Date, extent: TimeSpan | None = None) -> tuple[float, float, float, float]:
    span = span_of(date, extent)
    return (span.start, span.end, *core_of_date(date, span))


def _rank(dates: Dated) -> Ints:
    """Return the place of each date among all, as `sort_key` orders them."""
    count = len(dates.texts)
    by_text = np.empty(count, dtype=np.int64)
    by_text[sorted(range(count), key=dates.texts.__getitem__)] = np.arange(count)
    # A day that is open or unknown stands at the end that the key puts it at.
    earliest, latest = dates.days
    order = np.lexsort((by_text, dates.clock, latest, earliest))
    rank = np.empty(count, dtype=np.int64)
    rank[order] = np.arange(count)
    return rank
