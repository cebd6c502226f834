"""Date: qualifiers, certain time, bounds of both ends, and order."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.calendar import civil, day_number, iso_day
from explorer.model.date import (
    Date,
    DateError,
    Precision,
    Qualifier,
    overlaps,
    parse_date,
    sort_key,
)

DAYS = st.integers(day_number(-9_999, 1, 1), day_number(9_999, 12, 31)).map(iso_day)
YEARS = DAYS.map(lambda text: text[:-6])
PLAIN = DAYS | DAYS.map(lambda text: text[:-3]) | YEARS
QUALIFIED = st.builds("{}{}".format, PLAIN, st.sampled_from(("", "?", "~", "%")))
RIGHT_MASKED = st.builds(
    lambda year, form: form.format(year=f"{year:04d}", tens=f"{year:04d}"[:3]),
    st.integers(0, 9_999),
    st.sampled_from(("{tens}X", "{year}-XX", "{year}-02-XX", "{year}-06-XX", "{year}-XX-XX")),
)
LONG = st.integers(10_000, 10**8).map("Y{}".format) | st.integers(10_000, 10**8).map("Y-{}".format)
SHORT_SEASONS = st.builds(
    "{}-{}".format, YEARS, st.sampled_from((21, 22, 23, 25, 26, 27, 29, 31, 32, *range(33, 42)))
)
POINTS = QUALIFIED | RIGHT_MASKED | SHORT_SEASONS | LONG


def earliest(text: str) -> int:
    """Return the first day of a date that has one."""
    day = parse_date(text).earliest
    assert day is not None
    return day


def interval(one: str, other: str) -> str:
    """Return the two dates as an interval that runs forward."""
    return "/".join(sorted((one, other), key=earliest))


INTERVALS = st.builds(interval, POINTS, POINTS)
HALF_OPEN = st.builds(str.format, st.sampled_from(("{}/..", "{}/", "../{}", "/{}")), POINTS)
MEMBERS = POINTS | INTERVALS.map(lambda text: text.replace("/", ".."))
SETS = st.builds(
    lambda form, members: form.format(",".join(members)),
    st.sampled_from(("[{}]", "{{{}}}", "[..{}]", "{{{}..}}")),
    st.lists(POINTS, min_size=1, max_size=4),
) | st.lists(MEMBERS, min_size=1, max_size=4).map(lambda members: f"[{','.join(members)}]")
TEXTS = POINTS | INTERVALS | HALF_OPEN | SETS
DATES = TEXTS.map(parse_date)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("1984", Qualifier.NONE),
        ("1984?", Qualifier.UNCERTAIN),
        ("2004-06~", Qualifier.APPROXIMATE),
        ("2004-06-11%", Qualifier.BOTH),
        ("2004-06~-11", Qualifier.APPROXIMATE),
        ("2004?-06-11", Qualifier.UNCERTAIN),
        ("2004-?06", Qualifier.UNCERTAIN),
        ("?2004-06-11", Qualifier.UNCERTAIN),
        ("2004-06-~11", Qualifier.APPROXIMATE),
        ("?2004-06-~11", Qualifier.BOTH),
        ("2004-%06-11", Qualifier.BOTH),
        ("2001-21~", Qualifier.APPROXIMATE),
        ("201X?", Qualifier.UNCERTAIN),
        ("Y170000002~", Qualifier.APPROXIMATE),
        ("1950S2?", Qualifier.UNCERTAIN),
        ("1984~/2004", Qualifier.APPROXIMATE),
        ("1984~/2004?", Qualifier.BOTH),
        ("1984?/..", Qualifier.UNCERTAIN),
        ("../1984~", Qualifier.APPROXIMATE),
        ("[1984?,1985]", Qualifier.UNCERTAIN),
        ("{1984~..1985%}", Qualifier.BOTH),
    ],
)
def test_qualifiers(text: str, qualifier: Qualifier) -> None:
    """A date's qualifier is the sum of the marks on its parts, wherever they stand."""
    assert parse_date(text).qualifier is qualifier


@given(PLAIN, st.sampled_from("?~%"))
def test_qualifiers_leave_the_bounds_alone(text: str, mark: str) -> None:
    """A mark of doubt changes neither the first nor the last day, nor the precision."""
    plain, marked = parse_date(text), parse_date(text + mark)
    assert (marked.earliest, marked.latest) == (plain.earliest, plain.latest)
    assert marked.precision is plain.precision
    assert marked.core is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2004-06-11", "2004-06-11", "2004-06-11"),
        ("1964/2008", "1964-12-31", "2008-01-01"),
        ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
        ("2004-06-XX/2004-07-03", "2004-06-30", "2004-07-03"),
        ("2004~/2006~", "2004-12-31", "2006-01-01"),
        ("2004/2004-03-15", "2004-03-15", "2004-03-15"),
        ("2004-03-15/2004", "2004-03-15", "2004-03-15"),
    ],
)
def test_certain_time(text: str, first: str, last: str) -> None:
    """An interval surely covers the days from the end of its start to the start of its end."""
    core = parse_date(text).core
    assert core is not None
    assert tuple(map(iso_day, core)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "2004",
        "2004-06",
        "2004-06-11?",
        "2004-06-~11",
        "2004-06-1X",
        "2004-06-11T10:00:00Z",
        "2004/2004",
        "2004/2004-03",
        "2004-06-01/..",
        "/2004-06-01",
        "[2004-06-11]",
        "{2004-06-11}",
    ],
)
def test_no_certain_time(text: str) -> None:
    """Where the bounds leave no day certain there is no core."""
    assert parse_date(text).core is None


@pytest.mark.parametrize(
    ("text", "open_start", "open_end", "unknown_start", "unknown_end"),
    [
        ("2004/2005", False, False, False, False),
        ("../2005", True, False, False, False),
        ("2004/..", False, True, False, False),
        ("/2005", False, False, True, False),
        ("2004/", False, False, False, True),
        ("[..2005]", True, False, False, False),
        ("{2004..}", False, True, False, False),
        ("[..2004,2008..]", True, True, False, False),
    ],
)
def test_open_and_unknown_ends(
    text: str, open_start: bool, open_end: bool, unknown_start: bool, unknown_end: bool
) -> None:
    """Two dots leave an end open; an empty end of an interval is unknown."""
    date = parse_date(text)
    assert (date.open_start, date.open_end) == (open_start, open_end)
    assert (date.unknown_start, date.unknown_end) == (unknown_start, unknown_end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2004-06", ("2004-06-01", "2004-06-30"), ("2004-06-01", "2004-06-30")),
        ("1964/2008", ("1964-01-01", "1964-12-31"), ("2008-01-01", "2008-12-31")),
        ("2004/2004-03", ("2004-01-01", "2004-03-31"), ("2004-03-01", "2004-03-31")),
        ("2004-10/2004", ("2004-10-01", "2004-10-31"), ("2004-10-01", "2004-12-31")),
        ("2004/..", ("2004-01-01", "2004-12-31"), (None, None)),
        ("/2004", (None, None), ("2004-01-01", "2004-12-31")),
        ("[1667,1672]", ("1667-01-01", "1672-12-31"), ("1667-01-01", "1672-12-31")),
        ("{1960,1961-12}", ("1960-01-01", "1960-12-31"), ("1961-12-01", "1961-12-31")),
        ("{..1984}", (None, None), ("1984-01-01", "1984-12-31")),
        ("2003-12-31T23:00:00-05", ("2004-01-01", "2004-01-01"), ("2004-01-01", "2004-01-01")),
    ],
)
def test_bounds_of_start_and_end(
    text: str, start: tuple[str | None, str | None], end: tuple[str | None, str | None]
) -> None:
    """Start and end each have a first and a last possible day, and neither passes the other."""
    date = parse_date(text)
    for found, expected in ((date.start_bounds, start), (date.end_bounds, end)):
        assert tuple(None if day is None else iso_day(day) for day in found) == expected


@given(DATES)
def test_bounds_are_in_order(date: Date) -> None:
    """No first day comes after its last, and what is certain lies within what is possible."""
    for first, last in ((date.earliest, date.latest), date.start_bounds, date.end_bounds):
        assert first is None or last is None or first <= last
    if date.core is not None:
        assert date.earliest is not None
        assert date.latest is not None
        assert date.earliest <= date.core[0] <= date.core[1] <= date.latest


@given(POINTS, POINTS)
def test_intervals_cover_both_ends(one: str, other: str) -> None:
    """An interval begins with the first day of its start and ends with the last of its end."""
    text = interval(one, other)
    start, end = map(parse_date, text.split("/"))
    whole = parse_date(text)
    assert (whole.earliest, whole.latest) == (start.earliest, end.latest)


@given(POINTS, POINTS)
def test_backward_intervals_are_refused(one: str, other: str) -> None:
    """Two dates that do not overlap make an interval in one order only."""
    low, high = interval(one, other).split("/")
    if earliest(high) > (parse_date(low).latest or 0):
        with pytest.raises(DateError, match="backward"):
            parse_date(f"{high}/{low}")
        with pytest.raises(DateError, match="backward"):
            parse_date(f"[{high}..{low}]")


@given(TEXTS, st.sampled_from(("", " ", "\n", "\t  ")))
def test_the_text_stays_as_written(text: str, blank: str) -> None:
    """A date's text is the one it was read from, without blanks around it, and reads the same."""
    date = parse_date(blank + text + blank)
    assert str(date) == date.edtf == text
    assert parse_date(str(date)) == date


@given(st.lists(DATES, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_order_is_total(dates: list[Date], random: Random) -> None:
    """However dates are shuffled, sorting them gives the same row, by first and then last day."""
    ordered = sorted(dates, key=sort_key)
    shuffled = list(dates)
    random.shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == ordered
    firsts = [float("-inf") if date.earliest is None else date.earliest for date in ordered]
    assert firsts == sorted(firsts)


def test_order_of_dates_that_begin_together() -> None:
    """Open starts come first; of one first day the shorter first, the endless last."""
    row = ["../1991", "1991-01-01", "1991-01-01T08:00:00Z", "1991-01", "1991", "1991/.."]
    keys = [sort_key(parse_date(text)) for text in row]
    assert keys == sorted(keys)


@given(DATES, st.none() | st.integers(-1_000_000, 1_000_000), st.integers(0, 10_000))
def test_overlap_is_two_sided(date: Date, first: int | None, days: int) -> None:
    """A date overlaps a range unless it surely ends before or surely begins after it."""
    last = None if first is None else first + days
    before = date.latest is not None and first is not None and date.latest < first
    after = date.earliest is not None and last is not None and date.earliest > last
    assert overlaps(date, first, last) == (not before and not after)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016-03-31", False),
        ("2016-04-01", True),
        ("2016-04", True),
        ("2016-04-05", True),
        ("2016-04-06", False),
        ("2016", True),
        ("../1991", False),
        ("1991/..", True),
        ("/2016-04-01", True),
        ("2017/", False),
    ],
)
def test_overlap_with_five_days_of_april(text: str, expected: bool) -> None:
    """Both ends of a range belong to it, and an open end reaches without bound."""
    first, last = day_number(2016, 4, 1), day_number(2016, 4, 5)
    assert overlaps(parse_date(text), first, last) is expected


@given(st.integers(day_number(-99_999, 1, 1), day_number(99_999, 12, 31)))
def test_the_text_of_a_day_reads_as_that_day(day: int) -> None:
    """The text of a day is EDTF for that day, or, beyond four-digit years, for its year."""
    date = parse_date(iso_day(day))
    assert overlaps(date, day, day)
    if abs(civil(day)[0]) <= 9_999:
        assert (date.earliest, date.latest, date.precision) == (day, day, Precision.DAY)


def test_dates_and_their_errors_can_be_passed_on() -> None:
    """A date is an immutable value; dates and date errors survive copying and pickling."""
    date = parse_date("2004~/2006-02")
    assert pickle.loads(pickle.dumps(date)) == copy.deepcopy(date) == date  # noqa: S301
    with pytest.raises(dataclasses.FrozenInstanceError):
        date.edtf = "2005"  # type: ignore[misc]
    error = DateError("a problem", "2004!", 4)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301
