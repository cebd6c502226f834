"""Ranges of days as EDTF: as short as they can be said, and never other days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.events.ranges import end_text, first_day_of, last_day_of, range_edtf, start_text
from explorer.model.date import DateError, parse_date

DAYS = st.integers(-3_000_000, 2_900_000)


def days(edtf: str) -> tuple[int | None, int | None]:
    """Return the first and last day of a date."""
    date = parse_date(edtf)
    return date.earliest, date.latest


@given(DAYS, st.integers(0, 4_000))
def test_a_range_keeps_its_days(first: int, length: int) -> None:
    """What the chip says covers the very days that are filtered."""
    assert days(range_edtf(first, first + length)) == (first, first + length)


@given(DAYS)
def test_a_field_reads_back_what_it_shows(day: int) -> None:
    """The text put into From or To stands for the day it was made from."""
    assert first_day_of(start_text(day)) == day
    assert last_day_of(end_text(day)) == day


@pytest.mark.parametrize(
    "edtf",
    ["2016", "2016-04", "2016-04-02", "2016/2018", "2016-04/2016-06", "2016-01/2016-06", "-0043"],
)
def test_whole_years_and_months_are_named_as_such(edtf: str) -> None:
    """Thirty days of April are that April."""
    assert range_edtf(*days(edtf)) == edtf


def test_an_open_side_stays_open() -> None:
    """One side alone is enough, and none says nothing."""
    first, last = days("2016")
    assert range_edtf(first, None) == "2016/.."
    assert range_edtf(None, last) == "../2016"
    assert range_edtf(None, None) == ""
    assert start_text(None) == end_text(None) == ""
    assert first_day_of("  ") is None


def test_a_date_without_that_side_is_refused() -> None:
    """From needs a first day, To a last one, and both need a date."""
    with pytest.raises(ValueError, match="1991"):
        first_day_of("../1991")
    with pytest.raises(DateError):
        last_day_of("spring")
