"""Times of day, intervals and sets: which days they cover, and what is refused where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.calendar import iso_day
from explorer.model.date import DateError, Precision, parse_date


def bounds(text: str) -> tuple[str | None, str | None]:
    """Return the first and last day of a date as text, None where it has none."""
    date = parse_date(text)
    first = None if date.earliest is None else iso_day(date.earliest)
    return first, None if date.latest is None else iso_day(date.latest)


@pytest.mark.parametrize(
    ("text", "day", "second_of_day"),
    [
        ("1985-04-12T23:20:30", "1985-04-12", 84_030),
        ("1985-04-12T23:20:30Z", "1985-04-12", 84_030),
        ("1985-04-12T20:20:30-04", "1985-04-13", 1_230),
        ("1985-04-12T23:20:30+04:30", "1985-04-12", 67_830),
        ("2004-01-01T01:00:00+05:00", "2003-12-31", 72_000),
        ("2016-12-31T23:59:60Z", "2016-12-31", 86_399),
        ("2017-01-01T04:59:60+05:00", "2016-12-31", 86_399),
        ("-0044-03-15T12:00:00Z", "-0044-03-15", 43_200),
        ("1970-01-01T00:00:00Z", "1970-01-01", 0),
    ],
)
def test_times_of_day(text: str, day: str, second_of_day: int) -> None:
    """A time of day is one second in UTC, and its date is the day in UTC."""
    date = parse_date(text)
    assert bounds(text) == (day, day)
    assert date.precision is Precision.TIME
    assert date.earliest is not None
    start = date.earliest * 86_400.0 + second_of_day
    assert date.seconds == (start, start + 1)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1964/2008", "1964-01-01", "2008-12-31"),
        ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
        ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
        ("2005/2006-02", "2005-01-01", "2006-02-28"),
        ("1985-04-12/..", "1985-04-12", None),
        ("1985/..", "1985-01-01", None),
        ("../1985-04-12", None, "1985-04-12"),
        ("1985-04-12/", "1985-04-12", None),
        ("/1985-04", None, "1985-04-30"),
        ("1984~/2004-06", "1984-01-01", "2004-06-30"),
        ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
        ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
        ("2001-21/2003-24", "2001-03-01", "2004-02-29"),
        ("-0044/0014", "-0044-01-01", "0014-12-31"),
        ("Y-17000/-9000-05", "Y-17000", "-9000-05-31"),
        ("2004-12/2004", "2004-12-01", "2004-12-31"),
        ("2004-06-11/2004-06-11", "2004-06-11", "2004-06-11"),
    ],
)
def test_intervals(text: str, first: str | None, last: str | None) -> None:
    """An interval reaches from the first day of its start to the last day of its end."""
    assert bounds(text) == (first, last)
    date = parse_date(text)
    assert date.is_interval
    assert not date.is_set
    assert date.precision is Precision.INTERVAL


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
        ("[..1760-12-03]", None, "1760-12-03"),
        ("[1760-12..]", "1760-12-01", None),
        ("[1760-01,1760-02,1760-12..]", "1760-01-01", None),
        ("[1667,1760-12]", "1667-01-01", "1760-12-31"),
        ("[2021-09..2021-11]", "2021-09-01", "2021-11-30"),
        ("[1970,1960]", "1960-01-01", "1970-12-31"),
        ("[2004]", "2004-01-01", "2004-12-31"),
        ("[..1984,1990..]", None, None),
        ("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31"),
        ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
        ("{..1984}", None, "1984-12-31"),
        ("{2004~,201X,2001-21}", "2001-03-01", "2019-12-31"),
    ],
)
def test_sets(text: str, first: str | None, last: str | None) -> None:
    """A set reaches from the earliest day of its members to the latest."""
    assert bounds(text) == (first, last)
    date = parse_date(text)
    assert date.is_set
    assert not date.is_interval
    assert date.precision is Precision.SET


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("", 0, "empty"),
        ("  ", 0, "empty"),
        ("2004 /2005", 4, "white space"),
        ("2004..2005", 4, "'..'"),
        ("2015/2014", 5, "backward"),
        ("2015-03-02/2015-03-01", 11, "backward"),
        ("2005-02/2004", 8, "backward"),
        ("-0043/-0044", 6, "backward"),
        ("2004/2005/2006", 9, "'/'"),
        ("2004/2005-02-30", 13, "days 01 to 28"),
        ("/", 0, "at one end at least"),
        ("../..", 0, "at one end at least"),
        ("../", 0, "at one end at least"),
        (".../2004", 0, "year of four digits"),
        ("2004/[2005,2006]", 5, "set cannot be the end"),
        ("[1672..1670]", 7, "backward"),
        ("[]", 1, "missing"),
        ("[2004,]", 6, "missing"),
        ("[,2004]", 1, "missing"),
        ("[..]", 1, "before or after"),
        ("[2004,..2005]", 6, "stands first"),
        ("[2004..,2005]", 5, "stands last"),
        ("[2004", 5, "write ]"),
        ("{2004]", 6, "write }"),
        ("[2004]5", 6, "closes a set"),
        ("[2004]/2005", 6, "closes a set"),
        ("[2004, 2005]", 6, "white space"),
        ("[2004,[2005]]", 12, "closes a set"),
        ("[1...3]", 2, "year of four digits"),
        ("{2004/2005}", 5, "'/'"),
        ("[2004-01-01T10:00:00Z]", 11, "time of day"),
        ("2004-01-01T10:00:00Z/2005", 10, "time of day"),
        ("2004-01T10:00:00", 7, "whole date"),
        ("2004-01-XXT10:00:00", 10, "whole date"),
        ("2004-01-01~T10:00:00", 11, "without qualifier"),
        ("2004-01-01T10:00", 10, "Thh:mm:ss"),
        ("2004-01-01T10:00:00Z?", 20, "follows a time"),
        ("2004-01-01T24:00:00", 11, "next day"),
        ("2004-01-01T10:60:00", 14, "minute"),
        ("2004-01-01T10:00:61", 17, "second"),
        ("2004-01-01T10:00:60Z", 17, "second"),
        ("2004-01-01T10:00:00+24:00", 20, "hours of a zone"),
        ("2004-01-01T10:00:00+05:60", 23, "minutes of a zone"),
        ("2004-01-01T10:00:00-00:00", 19, "write Z"),
    ],
)
def test_refused_texts(text: str, position: int, words: str) -> None:
    """What is no date is refused with the place, the text and what is wrong with it."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.position == position
    assert words in str(caught.value)
    assert repr(text) in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "Y9E999999999",
        "Y9E99",
        "Y-1E11",
        "Y" + "9" * 100_000,
        "Y1E" + "9" * 100_000,
        "9" * 100_000,
        "1950S" + "9" * 100_000,
        "Y12345S" + "0" * 100_000,
        "X" * 100_000,
        "-" * 100_000,
        "?" * 100_000,
        "[" * 100_000,
        "/" * 100_000,
        "." * 100_000,
        "[" + "," * 100_000 + "]",
        "[" + "..," * 50_000 + "]",
        "[" + "2004," * 20_000 + "]",
        " " * 100_000 + "!",
        "2004" + " " * 100_000 + "!",
    ],
)
def test_hostile_texts_are_refused(text: str) -> None:
    """Endless digits and marks are refused with a short message instead of endless work."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert len(str(caught.value)) < 300


@given(st.text() | st.text("0123456789XYESTZ-+:?~%./,[]{} ", max_size=24))
def test_garbage_raises_nothing_but_date_errors(text: str) -> None:
    """Whatever the text, the answer is a date or a DateError with a place in the text."""
    try:
        date = parse_date(text)
    except DateError as error:
        assert 0 <= error.position <= len(text)  # noqa: PT017
    else:
        assert date.edtf == text.strip()
