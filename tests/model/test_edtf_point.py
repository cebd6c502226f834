"""Single dates: which days they cover, and what is refused where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.calendar import day_number, is_leap, iso_day
from explorer.model.date import DateError, Precision, parse_date
from explorer.model.errors import QuotelineError


def bounds(text: str) -> tuple[str | None, str | None]:
    """Return the first and last day of a date as text, None where it has none."""
    date = parse_date(text)
    first = None if date.earliest is None else iso_day(date.earliest)
    return first, None if date.latest is None else iso_day(date.latest)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("1985-04-12", "1985-04-12", "1985-04-12", "day"),
        ("1985-04", "1985-04-01", "1985-04-30", "month"),
        ("1985", "1985-01-01", "1985-12-31", "year"),
        ("2000-02-29", "2000-02-29", "2000-02-29", "day"),
        ("2000-02", "2000-02-01", "2000-02-29", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("0000", "0000-01-01", "0000-12-31", "year"),
        ("-1985", "-1985-01-01", "-1985-12-31", "year"),
        ("-0044-03-15", "-0044-03-15", "-0044-03-15", "day"),
        ("-0004-02", "-0004-02-01", "-0004-02-29", "month"),
    ],
)
def test_calendar_dates(text: str, first: str, last: str, precision: str) -> None:
    """A year, a month or a day spans all of its days, in negative years too."""
    assert bounds(text) == (first, last)
    assert parse_date(text).precision == precision


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Y170000002", 170_000_002, 170_000_002),
        ("Y-170000002", -170_000_002, -170_000_002),
        ("Y12345", 12_345, 12_345),
        ("Y-17E7", -170_000_000, -170_000_000),
        ("Y1E10", 10**10, 10**10),
        ("Y2E3", 2_000, 2_000),
        ("Y99999999999", 99_999_999_999, 99_999_999_999),
        ("1950S2", 1900, 1999),
        ("1950S1", 1000, 1999),
        ("1950S3", 1950, 1959),
        ("1950S4", 1950, 1950),
        ("-1950S2", -1999, -1900),
        ("0950S2", 950, 959),
        ("0000S1", 0, 0),
        ("Y171010000S3", 171_000_000, 171_999_999),
        ("Y-171010000S3", -171_999_999, -171_000_000),
        ("Y3388E2S3", 338_000, 338_999),
    ],
)
def test_long_and_rounded_years(text: str, first: int, last: int) -> None:
    """A year with Y, an exponent or significant digits spans the years that it may mean."""
    date = parse_date(text)
    assert date.earliest == day_number(first, 1, 1)
    assert date.latest == day_number(last, 12, 31)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Y17E7", Precision.YEAR),
        ("1950S4", Precision.YEAR),
        ("1950S3", Precision.DECADE),
        ("1950S2", Precision.CENTURY),
        ("1950S1", Precision.MILLENNIUM),
        ("Y171010000S3", Precision.MILLENNIUM),
    ],
)
def test_precision_of_rounded_years(text: str, precision: Precision) -> None:
    """Significant digits make a year as precise as the years that share those digits."""
    assert parse_date(text).precision is precision


@pytest.mark.parametrize(
    ("code", "first", "last", "precision"),
    [
        *((code, "03-01", "05-31", "season") for code in (21, 25, 31)),
        *((code, "06-01", "08-31", "season") for code in (22, 26, 32)),
        *((code, "09-01", "11-30", "season") for code in (23, 27, 29)),
        (33, "01-01", "03-31", "quarter"),
        (34, "04-01", "06-30", "quarter"),
        (35, "07-01", "09-30", "quarter"),
        (36, "10-01", "12-31", "quarter"),
        (37, "01-01", "04-30", "quadrimester"),
        (38, "05-01", "08-31", "quadrimester"),
        (39, "09-01", "12-31", "quadrimester"),
        (40, "01-01", "06-30", "half"),
        (41, "07-01", "12-31", "half"),
    ],
)
def test_parts_of_a_year(code: int, first: str, last: str, precision: str) -> None:
    """A season, quarter, third or half of a year spans its whole months."""
    assert bounds(f"2001-{code}") == (f"2001-{first}", f"2001-{last}")
    assert parse_date(f"2001-{code}").precision == precision


@pytest.mark.parametrize("code", [24, 28, 30])
def test_a_season_over_the_turn_of_the_year(code: int) -> None:
    """The season that begins in December ends with the February of the next year."""
    assert bounds(f"2019-{code}") == ("2019-12-01", "2020-02-29")
    assert bounds(f"2020-{code}") == ("2020-12-01", "2021-02-28")
    assert bounds(f"-0001-{code}") == ("-0001-12-01", "0000-02-29")


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("2021-02-29", 8, "days 01 to 28"),
        ("1900-02-29", 8, "days 01 to 28"),
        ("2021-04-31", 8, "April 2021"),
        ("2021-04-00", 8, "01 to 30"),
        ("2021-00", 5, "01 to 12"),
        ("2021-13", 5, "no month"),
        ("2021-20", 5, "no season"),
        ("2021-42", 5, "no season"),
        ("2021-21-05", 7, "no day"),
        ("2021-4-05", 4, "two digits"),
        ("2021-", 4, "two digits"),
        ("2021-04-", 7, "two digits"),
        ("2021-04-05-06", 10, "two digits"),
        ("20210405", 4, "more digits"),
        ("196", 3, "196X"),
        ("19", 2, "19XX"),
        ("April 2021", 0, "year of four digits"),
        ("Tuesday", 0, "year of four digits"),
        ("٢٠٢١", 0, "year of four digits"),
        ("2021-٠٤", 4, "two digits"),
        ("199u", 3, "capital X"),
        ("19xx", 2, "capital X"),
        ("-0000", 0, "write 0000"),
        ("-0000S1", 0, "write 0000"),
        ("2004?~", 5, "write %"),
        ("2004??", 5, "two qualifiers"),
        ("??2004", 1, "two qualifiers"),
        ("2004%~", 5, "two qualifiers"),
        ("?", 1, "year of four digits"),
        ("2004 -05", 4, "white space"),
        ("2004-05 ?", 7, "white space"),
        (" 2021-02-29", 9, "days 01 to 28"),
        ("2004 circa", 4, "white space"),
        ("2004circa", 4, "'circa'"),
        ("2004,2005", 4, "[ ]"),
        ("Y2004", 0, "write 2004"),
        ("Y-2004", 0, "write -2004"),
        ("Y02004", 1, "leading zero"),
        ("Y12345-06", 6, "stands alone"),
        ("Y12345E0", 6, "exponent"),
        ("Y100000000000", 0, "99999999999"),
        ("12345E3", 4, "more digits"),
        ("1950S0", 5, "significant"),
        ("1950S5", 5, "1 to 4"),
        ("0950S4", 5, "1 to 3"),
        ("19XXS2", 2, "without X"),
        ("1950S2-06", 6, "stands alone"),
        ("1950S", 4, "right after the year"),
    ],
)
def test_refused_texts(text: str, position: int, words: str) -> None:
    """What is no date is refused with the place, the text and what is wrong with it."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.position == position
    assert words in str(caught.value)
    assert repr(text) in str(caught.value)
    assert isinstance(caught.value, QuotelineError)


@given(st.integers(1, 9_999).filter(lambda year: not is_leap(year)))
def test_no_leap_day_in_common_years(year: int) -> None:
    """A 29 February is refused in every common year."""
    with pytest.raises(DateError, match="days 01 to 28"):
        parse_date(f"{year:04d}-02-29")
