"""TimeSpan and the time a date may cover."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.date import parse_date
from explorer.model.span import DAY, TimeSpan, span_of

moments = st.floats(-1e12, 1e12, allow_nan=False)
lengths = st.floats(3600.0, 1e11)


@pytest.mark.parametrize("end", [5.0, 4.0, float("nan")])
def test_a_span_that_does_not_end_after_its_start_is_refused(end: float) -> None:
    """An empty, backward or meaningless span cannot be made."""
    with pytest.raises(ValueError, match="must end after it starts"):
        TimeSpan(5.0, end)


def test_a_span_is_half_open() -> None:
    """The start belongs to a span, the end does not; spans that only touch do not overlap."""
    span = TimeSpan(0.0, 10.0)
    assert span.contains(0.0)
    assert not span.contains(10.0)
    assert not span.overlaps(TimeSpan(10.0, 20.0))
    assert span.overlaps(TimeSpan(9.0, 20.0))


@given(moments, lengths, st.floats(0.1, 10.0), st.floats(0.0, 1.0))
def test_zooming_leaves_the_moment_it_is_about_in_its_place(
    start: float, length: float, factor: float, share: float
) -> None:
    """The moment under the pointer keeps its share of the viewport while the length changes."""
    span = TimeSpan(start, start + length)
    about = span.start + share * span.length
    zoomed = span.zoomed(factor, about)
    assert zoomed.length == pytest.approx(span.length * factor, rel=1e-3)
    assert (about - zoomed.start) / zoomed.length == pytest.approx(share, abs=1e-3)


def test_union_and_padding_cover_what_they_are_made_of() -> None:
    """A union covers both spans; padding lengthens at both ends."""
    union = TimeSpan(0.0, 10.0).union(TimeSpan(20.0, 30.0))
    assert union == TimeSpan(0.0, 30.0)
    assert union.padded(0.1) == TimeSpan(-3.0, 33.0)
    assert union.moved(5.0) == TimeSpan(5.0, 35.0)
    assert union.centre == 15.0


@pytest.mark.parametrize(
    ("edtf", "days"),
    [("2016-04-05", 1), ("2016-04", 30), ("2016", 366), ("2016-04-01/2016-04-05", 5)],
)
def test_a_date_covers_every_day_it_may_mean(edtf: str, days: int) -> None:
    """A month is thirty days long and never its first day only."""
    assert span_of(parse_date(edtf)).length == days * DAY


def test_an_open_end_is_cut_at_the_extent() -> None:
    """What goes on without end reaches as far as there is something to see."""
    extent = TimeSpan(0.0, 20_000 * DAY)
    assert span_of(parse_date("1999-04-02/.."), extent).end == extent.end


def test_an_open_start_is_a_tail_of_a_tenth_of_the_extent() -> None:
    """What began at no known time fades in before its end, and hides nothing further back."""
    extent = TimeSpan(0.0, 20_000 * DAY)
    span = span_of(parse_date("../1999-04-02"), extent)
    assert span.end - span.start == extent.length / 10
    tiny = TimeSpan(0.0, DAY)
    assert span_of(parse_date("../1999-04-02"), tiny).length == DAY


def test_an_open_end_reaches_a_year_without_an_extent() -> None:
    """Without an extent an open end still gives a span that can be drawn."""
    start = span_of(parse_date("1999-04-02")).start
    assert span_of(parse_date("1999-04-02/..")) == TimeSpan(start, start + 366 * DAY)
    assert span_of(parse_date("../1999-04-02")).end == start + DAY


def test_a_time_of_day_is_kept_to_the_second() -> None:
    """A moment is drawn where the clock says, not over its whole day."""
    span = span_of(parse_date("2016-04-06T23:18:00Z"))
    assert span.start % DAY == 23 * 3600 + 18 * 60
    assert span.length <= 60.0
