"""Plain dates: read by the thousand, they are what the parser makes of each."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.columns import core_of_date, signs_of_date
from explorer.model.date import DateError, parse_date
from explorer.model.span import span_of
from explorer.rolls.digest import NO_EARLIEST, NO_LATEST
from explorer.store.rolled.dating import dated
from explorer.store.rolled.plain import plain_days
from explorer.store.unusual import UnusualError

DAYS = st.dates().map(lambda day: day.isoformat())
FORMS = st.one_of(
    DAYS,
    st.tuples(DAYS, st.sampled_from("?~%!x")).map("".join),
    st.tuples(DAYS, DAYS).map("/".join),
    st.sampled_from(
        ["2016", "2016-04", "2016-04?", "2016-02-29", "2015-02-29", "1900-02-29", "2000-02-29"]
    ),
    st.sampled_from(["0000-01-01", "0001-01-01", "9999-12-31", "2016-00-10", "2016-13-10"]),
    st.sampled_from(["2016-04-31", "2016-04-00", "2016x04-01", "٢٠١٦-٠٤-٠١", "-016-04-01"]),
    st.sampled_from(["2016-04-02T10:20", "2020/..", "../2020", "/2020", "199X", "2016-21", ""]),
)


def sides_of(text: str) -> tuple[object, ...]:
    """Return what a date is by the parser, laid out as `dated` lays it out."""
    date = parse_date(text)
    span = span_of(date, None)
    return (
        NO_EARLIEST if date.earliest is None else date.earliest,
        NO_LATEST if date.latest is None else date.latest,
        (span.start, span.end, *core_of_date(date, span)),
        -inf if date.seconds is None else date.seconds[0],
        signs_of_date(date),
    )


def is_read(text: str) -> bool:
    """Tell whether the parser takes a text just as it is written."""
    try:
        return parse_date(text).edtf == text
    except DateError:
        return False


@given(st.lists(FORMS, unique=True))
def test_dates_read_together_are_those_read_one_by_one(texts: list[str]) -> None:
    """Whatever stands side by side, each date has its days, sides, clock and signs."""
    texts = list(filter(is_read, texts))
    found = dated(texts)
    columns = (*found.days.tolist(), zip(*found.sides.tolist(), strict=True), found.clock.tolist())
    assert list(zip(*columns, found.signs.tolist(), strict=True)) == list(map(sides_of, texts))


@given(FORMS)
def test_what_is_no_date_is_told(text: str) -> None:
    """A text is read if and only if the parser reads it, and leaves it as it is."""
    if is_read(text):
        assert dated([text]).texts == (text,)
    else:
        with pytest.raises(UnusualError):
            dated([text])


def test_most_dates_need_no_parser() -> None:
    """Days, marked days and intervals of days are plain; months and open ends are not."""
    texts = ["2016-04-02", "2016-04", "2016-04-02~", "2016-04-02/2016-04-05", "2016-04-02/.."]
    found = plain_days(texts)
    assert sorted(found.rows.tolist()) == [0, 2, 3]
    assert (found.last - found.first).tolist() == [0, 0, 3]
    assert np.array_equal(found.signs > 0, [False, True, False])
