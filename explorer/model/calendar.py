"""The proleptic Gregorian calendar in whole days, for any year, before year 1 included.

Days are counted from 1970-01-01 (day 0). Years are astronomical, as ISO 8601 counts them: year 0
is 1 BC, year -43 is 44 BC. The standard library's `datetime` stops at the years 1 and 9999.
"""

from __future__ import annotations

_DAYS_BEFORE_MONTH = (0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275)
"""Days from 1 March to the first of each month (1-12), in a year that begins in March."""

_MONTH_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_IN_ERA = 146_097
"""Days in 400 Gregorian years, after which the calendar repeats."""

_EPOCH = 719_468
"""Days from 0000-03-01 to 1970-01-01."""


def is_leap(year: int) -> bool:
    """Tell whether the astronomical `year` has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return the number of days in `month` (1-12) of `year`."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month]


def day_number(year: int, month: int, day: int) -> int:
    """Return the days since 1970-01-01 of a calendar date (month 1-12, day 1-31, not checked).

    The year is taken to begin in March, so that the leap day comes last.
    """
    if month < 3:
        year -= 1
    leap_days = year // 4 - year // 100 + year // 400
    return year * 365 + leap_days + _DAYS_BEFORE_MONTH[month] + day - 1 - _EPOCH


def civil(day: int) -> tuple[int, int, int]:
    """Return the (year, month, day of month) of a day counted since 1970-01-01."""
    era, day_of_era = divmod(day + _EPOCH, _DAYS_IN_ERA)
    year_of_era = (
        day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    year = era * 400 + year_of_era + (1 if month < 3 else 0)
    return year, month, day_of_year - (153 * shifted + 2) // 5 + 1


def iso_day(day: int) -> str:
    """Return the EDTF text of a day counted since 1970-01-01.

    Beyond four-digit years EDTF has no text for a day (ISO 8601-2:2019, 4.7.2: a `Y` year stands
    alone), so the year is given: `Y12345`.
    """
    year, month, day_of_month = civil(day)
    if not -9_999 <= year <= 9_999:
        return f"Y{year}"
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day_of_month:02d}"
