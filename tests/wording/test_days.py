"""The days between two dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from explorer.model.calendar import iso_day
from explorer.model.date import parse_date
from explorer.wording.days import days_between, days_wording, lasting_wording

ENGLISH = QLocale("en")
DAYS = st.integers(0, 30_000)


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("2021-05-14", "2021-05-14", (0, 0)),
        ("2021-05-14", "2021-07-03", (50, 50)),
        ("2021-05-14", "2021-05", (-13, 17)),
        ("2021-05-14", "2021-07/2021-08", (48, 78)),
        ("2021-05", "../2021-07", None),
    ],
)
def test_the_distance_is_between_the_beginnings(
    first: str, second: str, days: tuple[int, int] | None
) -> None:
    """An interval counts from its start; an open start has no distance."""
    assert days_between(parse_date(first), parse_date(second)) == days


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((0, 0), "the same day"),
        ((1, 1), "1 day later"),
        ((-1, -1), "1 day earlier"),
        ((3, 9), "3 to 9 days later"),
        ((-9, -3), "3 to 9 days earlier"),
        ((0, 9), "up to 9 days later"),
        ((-9, 0), "up to 9 days earlier"),
        ((-4, 25), "from 4 days earlier to 25 days later"),
        ((1_250, 1_250), "1,250 days later"),
    ],
)
def test_a_distance_is_worded(days: tuple[int, int], words: str) -> None:
    """Earlier and later, exact and uncertain distances read as people say them."""
    assert days_wording(days, ENGLISH) == words


@given(DAYS, DAYS)
def test_the_way_back_is_the_way_there_reversed(first: int, second: int) -> None:
    """From the second date to the first it is as many days the other way."""
    one, two = parse_date(iso_day(first)), parse_date(iso_day(second))
    there, back = days_between(one, two), days_between(two, one)
    assert there is not None
    assert back == (-there[1], -there[0])
    assert there == (second - first, second - first)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((12, 12), "for 12 days"),
        ((1, 1), "for 1 day"),
        ((62, 456), "for 62 to 456 days"),
        ((9, None), "for at least 9 days"),
    ],
)
def test_a_length_is_worded(days: tuple[int, int | None], words: str) -> None:
    """What lasts is told by its fewest and most days, or by the fewest where there are no most."""
    assert lasting_wording(days, ENGLISH) == words
