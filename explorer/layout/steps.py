"""Steps of the axis: which units, how many apart, and where they fall in the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import floor

from explorer.model.calendar import civil, day_number, month_length

DAY = 86_400.0
YEAR = 365.2425 * DAY
"""Seconds of a mean Gregorian year."""


class Unit(StrEnum):
    """What a step counts."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_SECONDS = {
    Unit.MINUTE: 60.0,
    Unit.HOUR: 3_600.0,
    Unit.DAY: DAY,
    Unit.MONTH: YEAR / 12,
    Unit.YEAR: YEAR,
}
_ROOM = {Unit.MINUTE: 4.4, Unit.HOUR: 4.4, Unit.DAY: 2.6, Unit.MONTH: 3.6, Unit.YEAR: 4.2}
"""The least distance of two minor ticks, in letter heights, by what their labels say."""

_FAR_YEARS_ROOM = 8.0
"""Likewise for years of more than four figures or before year 1."""


@dataclass(frozen=True, slots=True)
class Step:
    """A distance of ticks: `size` times `unit`."""

    unit: Unit
    size: int

    @property
    def seconds(self) -> float:
        """The mean length in seconds."""
        return _SECONDS[self.unit] * self.size


_BELOW_YEARS = (
    (Step(Unit.MINUTE, 1), Step(Unit.DAY, 1)),
    (Step(Unit.MINUTE, 5), Step(Unit.DAY, 1)),
    (Step(Unit.MINUTE, 15), Step(Unit.DAY, 1)),
    (Step(Unit.MINUTE, 30), Step(Unit.DAY, 1)),
    (Step(Unit.HOUR, 1), Step(Unit.DAY, 1)),
    (Step(Unit.HOUR, 3), Step(Unit.DAY, 1)),
    (Step(Unit.HOUR, 6), Step(Unit.DAY, 1)),
    (Step(Unit.HOUR, 12), Step(Unit.DAY, 1)),
    (Step(Unit.DAY, 1), Step(Unit.MONTH, 1)),
    (Step(Unit.DAY, 2), Step(Unit.MONTH, 1)),
    (Step(Unit.DAY, 5), Step(Unit.MONTH, 1)),
    (Step(Unit.DAY, 10), Step(Unit.MONTH, 1)),
    (Step(Unit.MONTH, 1), Step(Unit.YEAR, 1)),
    (Step(Unit.MONTH, 3), Step(Unit.YEAR, 1)),
    (Step(Unit.MONTH, 6), Step(Unit.YEAR, 1)),
)
"""Minor step and the major step that names its context, from the shortest up."""


def _candidates() -> Iterator[tuple[Step, Step]]:
    yield from _BELOW_YEARS
    power = 1
    while True:
        for figure in (1, 2, 5):
            yield Step(Unit.YEAR, figure * power), Step(Unit.YEAR, 10 * power)
        power *= 10


def choose(start: float, end: float, width: float, em: float) -> tuple[Step, Step]:
    """Return the shortest minor step whose labels have room, and the major step above it."""
    per_px = (end - start) / max(width, 1.0)
    first, last = moment_of(start)[0], moment_of(end)[0]
    far = first < 1 or last > 9_999
    for minor, major in _candidates():
        room = _FAR_YEARS_ROOM if far and minor.unit is Unit.YEAR else _ROOM[minor.unit]
        if minor.seconds >= room * em * per_px:
            return minor, major
    raise AssertionError("steps of years have no end")  # pragma: no cover


def moment_of(seconds: float) -> tuple[int, int, int, int, int]:
    """Return year, month, day, hour and minute (UTC) of a moment in seconds since 1970-01-01."""
    day = floor(seconds / DAY)
    minutes = int((seconds - day * DAY) // 60)
    return (*civil(day), *divmod(min(minutes, 1_439), 60))


def marks_between(step: Step, start: float, end: float) -> list[float]:
    """Return where the step's ticks fall (seconds UTC, increasing), as far as to cover the span.

    The first is at or before `start`, the last after `end`.
    """
    marks: list[float] = []
    for mark in _marks_from(step, start):
        if mark <= start:
            marks = [mark]
        else:
            marks.append(mark)
        if mark > end:
            return marks
    raise AssertionError("ticks have no end")  # pragma: no cover


def _marks_from(step: Step, start: float) -> Iterator[float]:
    """Yield ticks from one at or before `start` on, without end."""
    if step.unit is Unit.YEAR:
        return _years_from(step.size, moment_of(start)[0])
    if step.unit is Unit.MONTH:
        return _months_from(step.size, start)
    if step.unit is Unit.DAY:
        return _days_from(step.size, start)
    return _seconds_from(step.seconds, start)


def _seconds_from(size: float, start: float) -> Iterator[float]:
    """Yield multiples of a step that divides the day."""
    count = floor(start / size)
    while True:
        yield count * size
        count += 1


def _days_from(size: int, start: float) -> Iterator[float]:
    """Yield the days 1, 1+size, ... of each month; those near the next month are left out."""
    year, month, *_ = moment_of(start)
    while True:
        length = month_length(year, month)
        for day in range(1, length + 1, size):
            if day == 1 or size == 1 or length - day + 1 > size / 2:
                yield day_number(year, month, day) * DAY
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _months_from(size: int, start: float) -> Iterator[float]:
    """Yield the first days of every month that is `size` months from January."""
    year, month, *_ = moment_of(start)
    month -= (month - 1) % size
    while True:
        yield day_number(year, month, 1) * DAY
        month += size
        if month > 12:
            year, month = year + 1, month - 12


def _years_from(size: int, year: int) -> Iterator[float]:
    """Yield the first days of round years, round as people count them.

    Years after Christ are multiples of `size`; those before are multiples in their own count
    (500 BC is the astronomical year -499), and the year 1 stands between where there is room.
    """
    year = _round_below(year, size)
    while True:
        yield day_number(year, 1, 1) * DAY
        year = _round_above(year, size)


def _is_round(year: int, size: int) -> bool:
    if year == 1 and (size >= 5 or size == 1):
        return True
    return year % size == 0 if year > 0 else (1 - year) % size == 0


def _round_below(year: int, size: int) -> int:
    """Return the last round year at or before `year`."""
    if _is_round(year, size):
        return year
    if year > 0:
        below = year - year % size
        if below > 0:
            return below
        return 1 if _is_round(1, size) and year >= 1 else 1 - size
    return 1 - size * -(-(1 - year) // size)


def _round_above(year: int, size: int) -> int:
    """Return the first round year after `year`."""
    if year >= 1:
        return (year // size + 1) * size
    above = 1 - size * ((1 - year - 1) // size)
    if above < 1:
        return above
    return 1 if _is_round(1, size) else size
