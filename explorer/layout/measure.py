"""Measure: how far two moments lie apart, in days and as calendars count, and where events end."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

import numpy as np

from explorer.layout.columns import Columns, Floats
from explorer.model.calendar import civil, day_number, month_length
from explorer.model.span import DAY


@dataclass(frozen=True, slots=True)
class Distance:
    """How far two moments lie apart: whole days and what is left, and the same by the calendar.

    `days` and `seconds` say it exactly: so many days, and seconds beside them. `years`, `months`
    and `rest` count calendar years and months first, then the days left, without the seconds.
    """

    days: int
    seconds: float
    years: int
    months: int
    rest: int


def distance(start: float, end: float) -> Distance:
    """Return how far `end` lies after `start`, both in seconds UTC and in this order.

    A month is over on the same day of the next one, or on that month's last day where it has no
    such day: from 31 January to 28 February 2015 is a month.
    """
    days = floor((end - start) / DAY)
    first = floor(start / DAY)
    return Distance(days, end - start - days * DAY, *_by_calendar(first, first + days))


def _by_calendar(first: int, last: int) -> tuple[int, int, int]:
    """Return years, months and days from one day (since 1970-01-01) to a later one."""
    (year, month, _), (last_year, last_month, _) = civil(first), civil(last)
    months = (last_year - year) * 12 + last_month - month
    if _months_on(first, months) > last:
        months -= 1
    return months // 12, months % 12, last - _months_on(first, months)


def _months_on(day: int, months: int) -> int:
    """Return the same day of the month some months on, or that month's last day."""
    year, month, of_month = civil(day)
    on, month = divmod(month - 1 + months, 12)
    year, month = year + on, month + 1
    return day_number(year, month, min(of_month, month_length(year, month)))


def edges_of(columns: Columns) -> Floats:
    """Return the moments at which events begin or end, possibly or certainly, in rising order."""
    every = (columns.start, columns.end, columns.core_start, columns.core_end)
    moments = np.concatenate(every)
    return np.unique(moments[np.isfinite(moments)])


def nearest(edges: Floats, moment: float, reach: float) -> float:
    """Return the edge nearest to a moment, or the moment where none lies within `reach` seconds."""
    at = int(np.searchsorted(edges, moment))
    near = [float(edge) for edge in edges[max(at - 1, 0) : at + 1]]
    best = min(near, key=lambda edge: abs(edge - moment), default=moment)
    return best if abs(best - moment) <= reach else moment


def rounded(moment: float, per_px: float) -> float:
    """Return the start of the day nearest to a moment, of the minute where days are drawn wide."""
    unit = DAY if per_px * _WIDE > DAY / 24 else 60.0
    return floor(moment / unit + 0.5) * unit


_WIDE = 12.0
"""Px of an hour from which on minutes can be told apart by hand."""
