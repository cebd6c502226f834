"""Dating: what the dates of events are, laid out as arrays, each that is written alike once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np
import numpy.typing as npt

from explorer.layout.columns import core_of_date, signs_of_date
from explorer.model.date import Date
from explorer.model.span import TimeSpan, span_of
from explorer.rolls.digest import NO_EARLIEST, NO_LATEST
from explorer.rolls.ties import Numbers
from explorer.store.plain_dates import Dates
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
    read = Dates()
    dates = [read[text] for text in texts]
    if any(date.edtf != text for date, text in zip(dates, texts, strict=True)):
        raise UnusualError  # two that are one would be told apart below
    days = [
        [NO_EARLIEST if date.earliest is None else date.earliest for date in dates],
        [NO_LATEST if date.latest is None else date.latest for date in dates],
    ]
    return Dated(
        tuple(texts),
        np.array(days, dtype=np.int64),
        np.array([_sides(date) for date in dates], dtype=np.float64).reshape(-1, 4).T.copy(),
        np.array([-inf if date.seconds is None else date.seconds[0] for date in dates]),
        np.array([signs_of_date(date) for date in dates], dtype=np.int16),
    )


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
