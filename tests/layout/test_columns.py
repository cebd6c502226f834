from __future__ import annotations

import numpy as np
import pytest

from explorer.layout.columns import Columns, Sign, columns_of
from explorer.model.records import Support
from explorer.model.span import DAY, TimeSpan
from tests.builders import an_event

EXTENT = TimeSpan(0.0, 20_000 * DAY)


def one(date: str, **fields: object) -> Columns:
    """Return the columns of a single event."""
    return columns_of([an_event(date, **fields)], EXTENT, len)


def certain(date: str) -> tuple[float, float] | None:
    """Return the certain days of a date, counted since 1970-01-01, the end excluded."""
    columns = one(date)
    if columns.core_start[0] > columns.core_end[0]:
        return None
    return columns.core_start[0] / DAY, columns.core_end[0] / DAY


def test_a_month_spans_the_whole_month_and_nothing_of_it_is_certain() -> None:
    """A month-precision date covers its month and never becomes its first day."""
    columns = one("1970-02")
    assert (columns.start[0] / DAY, columns.end[0] / DAY) == (31, 59)
    assert certain("1970-02") is None


def test_a_plain_day_is_certain_from_end_to_end() -> None:
    """A day without a doubt is certain for as long as it lasts."""
    assert certain("1970-01-03") == (2, 3)


@pytest.mark.parametrize("date", ["1970-01-03~", "1970-01-03?", "[1970-01-03..1970-01-05]"])
def test_doubt_leaves_nothing_certain(date: str) -> None:
    """Approximate and uncertain days and sets have no certain time."""
    assert certain(date) is None


def test_an_interval_is_certain_between_its_ends() -> None:
    """Months at the ends of an interval are possible, what lies between is certain."""
    assert certain("1970-01/1970-03") == (30, 60)


def test_an_open_end_goes_on_to_the_extent() -> None:
    """What began on a day and goes on is certain on that day and reaches to the extent's end."""
    columns = one("1970-01-03/..")
    assert columns.end[0] == EXTENT.end
    assert certain("1970-01-03/..") == (2, 3)
    assert columns.signs[0] == Sign.OPEN_END


def test_an_open_start_is_a_tail_before_the_known_end() -> None:
    """What ended on a day reaches back by a tenth of the extent, with its sign."""
    columns = one("../1970-02-01")
    assert columns.end[0] - columns.start[0] == EXTENT.length / 10
    assert columns.signs[0] == Sign.OPEN_START
    assert certain("../1970-02-01") == (31, 32)


def test_signs_tell_kinds_of_doubt_apart() -> None:
    """Approximate, uncertain and disputed each have a sign."""
    assert one("1999~").signs[0] == Sign.APPROXIMATE
    assert one("1999?").signs[0] == Sign.UNCERTAIN
    assert one("1999%").signs[0] == Sign.APPROXIMATE | Sign.UNCERTAIN
    disputed = one("1999-01-01", passages=(Support("a.1", "disputes"),))
    assert disputed.signs[0] == Sign.DISPUTED


def test_events_stand_in_the_order_of_their_first_moment() -> None:
    """Of events that begin together the important one comes first."""
    events = [
        an_event("2001-01-01", "late"),
        an_event("2000-01-01", "minor", importance=1),
        an_event("2000-01-01", "major", importance=3),
    ]
    assert columns_of(events, EXTENT, len).ids == ("major", "minor", "late")


def test_inside_takes_what_may_share_time() -> None:
    """An event that ends where a viewport begins is not in it."""
    columns = columns_of([an_event("1970-01-01", "a"), an_event("1970-01-02", "b")], EXTENT, len)
    assert columns.inside(DAY, 2 * DAY).tolist() == [False, True]


def test_rows_are_found_by_id() -> None:
    """Ids that are not in the columns do not matter; rows come in rising order."""
    columns = columns_of([an_event("1970-01-01", "a"), an_event("1970-01-02", "b")], EXTENT, len)
    assert columns.rows({"b", "elsewhere"}).tolist() == [1]
    assert columns.rows(("b", "a")).tolist() == [0, 1]
    assert columns.rows(()).tolist() == []


def test_only_some_rows_keep_their_order_and_properties() -> None:
    """What a filter leaves over is the same as laying out those events alone."""
    events = [an_event(f"1970-01-0{day}", f"e{day}", importance=day % 3 + 1) for day in range(1, 8)]
    some = columns_of(events, EXTENT, len).only(np.array([1, 4, 5]))
    alone = columns_of([events[1], events[4], events[5]], EXTENT, len)
    assert (some.ids, some.titles) == (alone.ids, alone.titles)
    assert some.start.tolist() == alone.start.tolist()
    assert some.importance.tolist() == alone.importance.tolist()


def test_counting_agrees_with_looking_at_each() -> None:
    """The number in a stretch of time is found without looking at every event."""
    dates = ["1970-01", "1970-01-03", "1970-01-05/1970-02-20", "1970-02-01", "1970-03"]
    columns = columns_of([an_event(date) for date in dates], EXTENT, len)
    for first in range(0, 95, 3):
        for length in (0.5, 7, 40):
            start, end = first * DAY, (first + length) * DAY
            assert columns.count(start, end) == columns.inside(start, end).sum()


def test_a_single_source_is_a_sign() -> None:
    """Events that rest on one source are told apart where the columns are told which those are."""
    events = [an_event("1970-01-01", "a"), an_event("1970-01-02", "b")]
    columns = columns_of(events, EXTENT, len, is_single=lambda event: event.id == "b")
    assert columns.signs.tolist() == [Sign.NONE, Sign.SINGLE_SOURCE]


def test_no_events_make_empty_columns() -> None:
    """A filter that lets nothing through is no special case."""
    columns = columns_of([], EXTENT, len)
    assert len(columns) == 0
    assert columns.inside(0, 1).dtype == np.bool_
