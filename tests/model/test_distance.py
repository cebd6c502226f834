"""Days from a question to its answer, as ranges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.calendar import iso_day
from explorer.model.date import parse_date
from explorer.model.distance import days_after, days_between, days_until

DAYS = st.integers(min_value=0, max_value=20_000)


@pytest.mark.parametrize(
    ("asked", "answered", "days"),
    [
        ("2021-05-14", "2021-05-26", (12, 12)),
        ("2021-05-14", "2021-05", (0, 17)),
        ("2020-10", "2020-10-14/2021", (0, 13)),
        ("2016-04-02", "2016-04-02", (0, 0)),
        ("2021-05-14", "2021-05-13", None),
        ("../2020", "2021", None),
        ("2021", "../2022", None),
    ],
)
def test_an_answer_takes_a_range_of_days_and_never_fewer_than_none(
    asked: str, answered: str, days: tuple[int, int] | None
) -> None:
    """The range covers every day both dates may mean; none before the question is counted."""
    assert days_after(parse_date(asked), parse_date(answered)) == days


@pytest.mark.parametrize(
    ("asked", "lasting", "days"),
    [
        ("2021-05-14", "2021-05/2021-05-26", (12, 12)),
        ("2020-10", "2020-10-14/2021", (62, 456)),
        ("2021-05-14", "2021-05/..", None),
        ("2021-05-14", "2021-05-26", None),
        ("2021-05-14", "2021-04/2021-05-10", None),
    ],
)
def test_what_lasts_is_counted_to_its_end(
    asked: str, lasting: str, days: tuple[int, int | None] | None
) -> None:
    """A silence is as long as from the question to its end; a single day has no length."""
    assert days_until(parse_date(asked), parse_date(lasting)) == days


@given(DAYS, DAYS)
def test_days_between_two_days_are_their_difference(first: int, second: int) -> None:
    """Of two days the range is one number, with the sign of the order."""
    found = days_between(parse_date(iso_day(first)), parse_date(iso_day(second)))
    assert found == (second - first, second - first)


@given(DAYS, DAYS, st.integers(min_value=0, max_value=400))
def test_the_range_holds_every_pair_of_days(start: int, other: int, length: int) -> None:
    """Whatever day of a set is the true one, its distance lies within the range."""
    some = parse_date(f"[{iso_day(start)}..{iso_day(start + length)}]")
    fewest, most = days_between(some, parse_date(iso_day(other))) or (0, 0)
    assert fewest <= other - start <= most
    assert fewest <= other - (start + length) <= most
