from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.steps import YEAR, moment_of
from explorer.layout.ticks import Axis, Step, Tick, Unit, axis, plain_label
from explorer.model.calendar import day_number

DAY = 86_400.0


def seconds(year: int, month: int = 1, day: int = 1) -> float:
    """Return the first moment of a day, in seconds UTC."""
    return day_number(year, month, day) * DAY


def ticks(first: float, last: float, width: float = 1200.0) -> Axis:
    """Return the axis of a span with labels in figures."""
    return axis(first, last, width, plain_label)


def labels(level: tuple[Tick, ...], first: float, last: float) -> list[str]:
    """Return the labels of the ticks within a span."""
    return [tick.label for tick in level if first <= tick.start <= last]


SPANS = st.tuples(
    st.floats(-10_000 * YEAR, 10_000 * YEAR),
    st.floats(3_600.0, 20_000 * YEAR),
    st.floats(200, 4_000),
)


@given(span=SPANS)
def test_ticks_cover_any_viewport_and_increase(span: tuple[float, float, float]) -> None:
    """From an hour to 20,000 years, BC or AD, both levels reach from before to beyond the view."""
    start, length, width = span
    made = ticks(start, start + length, width)
    for level in (made.major, made.minor):
        assert level[0].start <= start
        assert level[-1].end > start + length
        assert all(one.end == other.start for one, other in pairwise(level))
        assert all(tick.start < tick.end for tick in level)


@given(span=SPANS)
def test_minor_labels_have_room(span: tuple[float, float, float]) -> None:
    """Two minor ticks are never closer than the least that their labels need."""
    start, length, width = span
    made = ticks(start, start + length, width)
    gaps = [(tick.end - tick.start) * width / length for tick in made.minor[:-1]]
    assert all(gap >= 17 for gap in gaps)
    assert len(made.minor) <= width / 17 + 3


@given(span=SPANS)
def test_every_major_tick_is_a_minor_one(span: tuple[float, float, float]) -> None:
    """The two levels never contradict each other: context begins where a step begins."""
    start, length, width = span
    made = ticks(start, start + length, width)
    minor = {tick.start for tick in made.minor}
    seen = [tick.start for tick in made.major if start < tick.start <= start + length]
    assert all(moment in minor for moment in seen)


def test_months_begin_on_their_first_day() -> None:
    """Over a year the minor ticks are the true beginnings of months, under the year's name."""
    start, end = seconds(2016), seconds(2016, 12, 31)
    made = ticks(start, end)
    assert labels(made.minor, start, end) == [f"{month:02d}" for month in range(1, 13)]
    assert [tick.label for tick in made.major] == ["2016"]
    assert [moment_of(tick.start)[2] for tick in made.minor] == [1] * len(made.minor)


def test_days_start_anew_with_each_month() -> None:
    """Over two months each month's first day has a tick, and none stands just before it."""
    start, end = seconds(2016, 2, 1), seconds(2016, 4, 1)
    days = [moment_of(tick.start)[1:3] for tick in ticks(start, end, 800).minor]
    assert (2, 1) in days
    assert (3, 1) in days
    assert (2, 29) not in days


def test_hours_stand_under_their_day() -> None:
    """Over half a day the minor ticks are hours and the major one names the day."""
    start = seconds(2016, 4, 2)
    made = ticks(start, start + DAY / 2)
    assert labels(made.minor, start, start + DAY / 2)[:3] == ["00:00", "01:00", "02:00"]
    assert made.major[0].label == "2016-04-02"


def test_years_before_christ_are_round_in_their_own_count() -> None:
    """500 BC is the year -499; the year 1 stands between 100 BC and 100 AD; there is no year 0."""
    start, end = seconds(-550), seconds(320)
    made = ticks(start, end, 1200)
    years = [moment_of(tick.start)[0] for tick in made.minor]
    assert [year for year in years if -550 <= year <= 320] == [
        -499, -399, -299, -199, -99, 1, 100, 200, 300,
    ]  # fmt: skip


@pytest.mark.parametrize("year", [-9_999, -43, 0, 1, 1_582, 2_024, 9_999, 12_345])
def test_a_year_is_found_again_in_any_age(year: int) -> None:
    """A tick at the beginning of a year says that year, far beyond what datetime can."""
    start = seconds(year)
    first = ticks(start, start + 300 * DAY, 500).major[0]
    assert first.start == start
    assert first.label == str(year)


def test_larger_letters_make_wider_steps() -> None:
    """The letters' height decides how dense the axis is."""
    start, end = seconds(1990), seconds(2025)
    small = axis(start, end, 1000, plain_label, em=10)
    large = axis(start, end, 1000, plain_label, em=30)
    assert len(large.minor) < len(small.minor)


def test_a_step_knows_its_length() -> None:
    """Three months last a quarter of a mean year."""
    assert Step(Unit.MONTH, 3).seconds == pytest.approx(YEAR / 4)
