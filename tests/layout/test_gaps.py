from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.columns import Columns, columns_of
from explorer.layout.gaps import PERIOD, Gap, gaps_of
from explorer.model.date import parse_date
from explorer.model.span import TimeSpan
from tests.builders import an_event
from tests.layout.made_up import DAY, columns_from

ROWS = st.lists(
    st.tuples(
        st.integers(0, 3_000).map(float),
        st.one_of(st.integers(1, 60), st.integers(360, 1_500)).map(float),
        st.just(2),
    ),
    max_size=25,
)


def dated(*dates: str) -> Columns:
    """Return columns of events on EDTF dates between 1990 and 2030."""
    extent = TimeSpan(7_305 * DAY, 21_915 * DAY)
    events = [an_event(date, f"e{number}") for number, date in enumerate(dates)]
    return columns_of(events, extent, lambda _kind: 0)


def day(text: str) -> float:
    """Return the start of a day in seconds UTC."""
    earliest = parse_date(text).earliest
    assert earliest is not None
    return earliest * DAY


def all_of(columns: Columns) -> list[Gap]:
    """Return every gap."""
    return gaps_of(columns).within(-1e15, 1e15, 0.0)


@given(ROWS)
def test_a_gap_is_every_day_on_which_nothing_is_dated(rows: list[tuple[float, float, int]]) -> None:
    """Day by day: what no event fills, between the first and the last one, lies in a gap."""
    columns = columns_from(rows)
    found = all_of(columns)
    in_gaps = {
        number for gap in found for number in range(int(gap.start // DAY), int(gap.end // DAY))
    }
    filled = set()
    for start, length, _ in rows:
        days = range(int(start), int(start + length))
        filled |= set(days) if length * DAY <= PERIOD else {days[0], days[-1]}
    if rows:
        last = max(int(start + length) for start, length, _ in rows)
        whole = set(range(int(min(row[0] for row in rows)), last))
        assert in_gaps == whole - filled


@given(ROWS)
def test_gaps_are_apart_and_in_order(rows: list[tuple[float, float, int]]) -> None:
    """Each gap has a length and ends no later than the next one begins."""
    gaps = gaps_of(columns_from(rows))
    assert (gaps.end > gaps.start).all()
    assert (gaps.start[1:] >= gaps.end[:-1]).all()


@given(ROWS)
def test_periods_that_go_on_are_counted(rows: list[tuple[float, float, int]]) -> None:
    """A gap tells how many events of more than a year reach into it."""
    for gap in all_of(columns_from(rows)):
        running = [
            row
            for row in rows
            if row[1] * DAY > PERIOD
            and row[0] * DAY < gap.end
            and (row[0] + row[1]) * DAY > gap.start
        ]
        assert gap.periods == len(running)


@given(ROWS, st.floats(0, 3_500), st.floats(1, 900), st.floats(0, 400))
def test_a_view_gets_the_long_gaps_that_reach_into_it(
    rows: list[tuple[float, float, int]], start: float, length: float, least: float
) -> None:
    """Looking at a stretch leaves out the gaps beside it and those that are too short."""
    columns = columns_from(rows)
    low, high = start * DAY, (start + length) * DAY
    wanted = [
        gap
        for gap in all_of(columns)
        if gap.end > low and gap.start < high and gap.end - gap.start >= least * DAY
    ]
    assert gaps_of(columns).within(low, high, least * DAY) == wanted


def test_a_month_is_no_gap_though_its_day_is_not_known() -> None:
    """An event known to its month fills the month: the gap begins after it."""
    found = all_of(dated("2016-04", "2016-09-05"))
    assert found == [Gap(day("2016-05-01"), day("2016-09-05"), 0)]


def test_a_long_period_fills_only_the_years_of_its_edges() -> None:
    """Within 2002/2024 nothing is dated by it, but it may begin in 2002 and end in 2024."""
    found = all_of(dated("2002/2024", "2010-03-01"))
    assert [(gap.start, gap.end, gap.periods) for gap in found] == [
        (day("2003-01-01"), day("2010-03-01"), 1),
        (day("2010-03-02"), day("2024-01-01"), 1),
    ]


def test_one_event_or_none_leaves_no_gap() -> None:
    """Nothing lies between where there are not two dates."""
    assert all_of(dated()) == []
    assert all_of(dated("2016-04-05")) == []


def test_a_million_events_cost_a_view_no_pass_over_them() -> None:
    """What a view asks of a million gaps is answered from those in the view alone."""
    days = np.arange(1_000_000, dtype=np.float64)
    columns = columns_from([(0.0, 1.0, 2)])
    start = days * 3 * DAY
    many = Columns(
        ids=range(len(days)),  # type: ignore[arg-type]
        titles=range(len(days)),  # type: ignore[arg-type]
        start=start,
        end=start + DAY,
        core_start=start,
        core_end=start + DAY,
        **{name: np.zeros(len(days), dtype=np.int64) for name in ("importance", "kind", "signs")},
        track=columns.track,
    )
    gaps = gaps_of(many)
    assert len(gaps) == len(days) - 1
    assert len(gaps.within(3_000 * DAY, 3_030 * DAY, DAY)) == 10
    assert gaps.within(0.0, 3e6 * DAY, 3 * DAY) == []
