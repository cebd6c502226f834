from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.measure import Distance, distance, edges_of, nearest, rounded
from explorer.model.calendar import day_number, month_length
from tests.layout.made_up import DAY, columns_from

DAYS = st.integers(-12_000_000, 12_000_000)


def apart(first: tuple[int, int, int], last: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """Return the days, and years, months and days, between two dates."""
    found = distance(day_number(*first) * DAY, day_number(*last) * DAY)
    return found.days, found.years, found.months, found.rest


def test_days_and_calendar_agree() -> None:
    """A stretch is told in days and as a calendar counts it."""
    assert apart((2016, 4, 5), (2017, 5, 12)) == (402, 1, 1, 7)
    assert apart((2016, 4, 5), (2016, 4, 5)) == (0, 0, 0, 0)
    assert apart((2015, 1, 31), (2015, 2, 28)) == (28, 0, 1, 0)
    assert apart((2016, 2, 29), (2017, 2, 28)) == (365, 1, 0, 0)
    assert apart((-1, 12, 31), (1, 1, 1)) == (367, 1, 0, 1)


def test_what_is_left_of_a_day_is_told_in_seconds() -> None:
    """An hour and a half is no day and 5,400 seconds."""
    assert distance(0.0, 5_400.0) == Distance(0, 5_400.0, 0, 0, 0)


@given(DAYS, st.integers(0, 9_000_000))
def test_years_months_and_days_lead_back(first: int, days: int) -> None:
    """Going on by the years and months told, then the days, ends at the other moment."""
    from explorer.model.calendar import civil  # noqa: PLC0415

    found = distance(first * DAY, (first + days) * DAY)
    year, month, of_month = civil(first)
    ahead = year * 12 + month - 1 + found.years * 12 + found.months
    year, month = ahead // 12, ahead % 12 + 1
    start = day_number(year, month, min(of_month, month_length(year, month)))
    assert start + found.rest == first + days
    assert found.days == days
    assert 0 <= found.months < 12
    assert 0 <= found.rest < 31


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 9)), max_size=9), st.floats(0, 110))
def test_the_nearest_edge_is_no_farther_than_any_other(
    rows: list[tuple[int, int]], at: float
) -> None:
    """Snapping ends at the closest start or end within reach, and nowhere else."""
    columns = columns_from([(float(start), float(length), 2) for start, length in rows])
    every = [moment for row in rows for moment in (row[0] * DAY, (row[0] + row[1]) * DAY)]
    moment = nearest(edges_of(columns), at * DAY, 2 * DAY)
    closest = min((abs(edge - at * DAY) for edge in every), default=3 * DAY)
    if closest <= 2 * DAY:
        assert moment in every
        assert abs(moment - at * DAY) == closest
    else:
        assert moment == at * DAY


def test_time_that_is_not_certain_has_no_inner_edges() -> None:
    """An event without certain time gives its first and last possible moment only."""
    columns = columns_from([(1.0, 2.0, 2)])
    columns.core_start[:], columns.core_end[:] = np.inf, -np.inf
    assert edges_of(columns).tolist() == [DAY, 3 * DAY]


def test_a_point_falls_on_a_day_and_close_up_on_a_minute() -> None:
    """The moment under a hand is rounded to what its scale lets it mean."""
    assert rounded(0.6 * DAY, 3_600.0) == DAY
    assert rounded(DAY + 95.0, 10.0) == DAY + 120.0
