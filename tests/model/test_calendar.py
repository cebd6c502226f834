"""The proleptic Gregorian calendar in whole days, against the standard library and its own laws."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.calendar import civil, day_number, is_leap, iso_day, month_length

EPOCH = dt.date(1970, 1, 1).toordinal()
FAR_DAYS = st.integers(-10_000_000, 10_000_000) | st.integers(-(10**14), 10**14)


@given(st.dates())
def test_days_agree_with_datetime(date: dt.date) -> None:
    """Between the years 1 and 9999 a day number is datetime's ordinal counted from 1970."""
    number = date.toordinal() - EPOCH
    assert day_number(date.year, date.month, date.day) == number
    assert civil(number) == (date.year, date.month, date.day)
    assert iso_day(number) == date.isoformat()


@given(FAR_DAYS)
def test_civil_and_day_number_are_inverse(day: int) -> None:
    """A day number becomes a calendar date and the same day number again, however far away."""
    year, month, day_of_month = civil(day)
    assert 1 <= month <= 12
    assert 1 <= day_of_month <= month_length(year, month)
    assert day_number(year, month, day_of_month) == day


@given(FAR_DAYS)
def test_the_next_day_is_the_next_calendar_date(day: int) -> None:
    """Calendar dates follow each other in the order of their day numbers, without a gap."""
    year, month, day_of_month = civil(day)
    if day_of_month < month_length(year, month):
        expected = (year, month, day_of_month + 1)
    else:
        expected = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    assert civil(day + 1) == expected


@given(st.integers(-(10**10), 10**10), st.integers(1, 12), st.integers(1, 28))
def test_the_calendar_repeats_every_400_years(year: int, month: int, day: int) -> None:
    """Four hundred years are always 146,097 days."""
    assert day_number(year + 400, month, day) - day_number(year, month, day) == 146_097


@given(st.integers(1, 9_999), st.integers(1, 12))
def test_month_lengths_agree_with_the_standard_library(year: int, month: int) -> None:
    """A month has as many days as the standard library says, leap years included."""
    assert month_length(year, month) == calendar.monthrange(year, month)[1]
    assert is_leap(year) == calendar.isleap(year)


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ((1970, 1, 1), 0),
        ((1969, 12, 31), -1),
        ((2000, 2, 29), 11_016),
        ((1, 1, 1), -719_162),
        ((0, 12, 31), -719_163),
        ((0, 2, 29), -719_469),
        ((0, 1, 1), -719_528),
        ((-1, 12, 31), -719_529),
        ((-4713, 11, 24), -2_440_588),
    ],
)
def test_known_days(date: tuple[int, int, int], day: int) -> None:
    """Known days have their numbers; the last one is Julian day 0."""
    assert day_number(*date) == day
    assert civil(day) == date


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ((2016, 4, 5), "2016-04-05"),
        ((-44, 3, 15), "-0044-03-15"),
        ((0, 2, 29), "0000-02-29"),
        ((87, 1, 1), "0087-01-01"),
        ((9_999, 12, 31), "9999-12-31"),
        ((-9_999, 1, 1), "-9999-01-01"),
        ((12_345, 6, 7), "Y12345"),
        ((-170_000_000, 6, 7), "Y-170000000"),
    ],
)
def test_iso_text_of_a_day(date: tuple[int, int, int], text: str) -> None:
    """A day is written as EDTF writes it; of a year beyond four digits, the year alone."""
    assert iso_day(day_number(*date)) == text
