"""Dates with unspecified digits: the first and last calendar day that fit a mask.

Every search is bounded by the four digits of the year: at most ten thousand leap-year tests.
"""

from __future__ import annotations

from collections.abc import Iterator

from explorer.model.calendar import day_number, is_leap, month_length
from explorer.model.edtf_terms import Precision

_YEAR_PRECISIONS = (
    Precision.MILLENNIUM,
    Precision.MILLENNIUM,
    Precision.CENTURY,
    Precision.DECADE,
)
"""The unit left of the first X, by the place of that X among the four digits of a year."""


def matching_years(mask: str, *, descending: bool = False) -> Iterator[int]:
    """Yield the astronomical years that fit a mask of four places (`-` before it for negative).

    There is no year -0000, so a negative mask never yields 0.
    """
    negative = mask.startswith("-")
    places = mask[1:] if negative else mask
    for size in _numbers(places, descending=descending != negative):
        if not negative:
            yield size
        elif size:
            yield -size


def matching(mask: str, highest: int) -> list[int]:
    """Return, ascending, the numbers from 1 to `highest` that fit a mask of two places."""
    tens, ones = mask[0], mask[1]
    return [
        n
        for n in range(1, highest + 1)
        if tens in ("X", str(n // 10)) and ones in ("X", str(n % 10))
    ]


def masked_bounds(year: str, month: str | None, day: str | None) -> tuple[int, int] | None:
    """Return the first and last day (since 1970-01-01) that fit; None when no calendar day does.

    The masks are as written: `19XX`, `-1XXX`, `02`, `3X`; None where the part is not written.
    """
    months = matching(month or "XX", 12)
    days = matching(day or "XX", 31)
    first = _extreme_day(matching_years(year), months, days, latest=False)
    last = _extreme_day(matching_years(year, descending=True), months, days, latest=True)
    return None if first is None or last is None else (first, last)


def masked_precision(year: str, month: str | None, day: str | None) -> Precision:
    """Return the smallest named unit that holds every date of a mask with at least one X."""
    if "X" in year:
        return _YEAR_PRECISIONS[year.lstrip("-").index("X")]
    if month is not None and "X" in month:
        return Precision.YEAR
    return Precision.DAY if day is None or "X" not in day else Precision.MONTH


def _extreme_day(
    years: Iterator[int], months: list[int], days: list[int], *, latest: bool
) -> int | None:
    """Return the first fitting day over `years`, the last one when they run backwards (`latest`).

    Years differ in leap days alone, so only the first common and the first leap year are tried.
    """
    tried: set[bool] = set()
    for year in years:
        leap = is_leap(year)
        if leap in tried:
            continue
        tried.add(leap)
        for month in reversed(months) if latest else months:
            for day in reversed(days) if latest else days:
                if day <= month_length(year, month):
                    return day_number(year, month, day)
        if len(tried) == 2 or 2 not in months or 29 not in days:
            break  # leap years have nothing more to offer
    return None


def _numbers(mask: str, *, descending: bool) -> Iterator[int]:
    """Yield the numbers that fit a mask of digits and X in order, made one at a time."""
    last = len(mask) - 1
    weights = [10 ** (last - place) for place, char in enumerate(mask) if char == "X"]
    fixed = int(mask.replace("X", "0"))
    count = 10 ** len(weights)
    for n in range(count - 1, -1, -1) if descending else range(count):
        value, rest = fixed, n
        for weight in reversed(weights):
            rest, digit = divmod(rest, 10)
            value += digit * weight
        yield value
