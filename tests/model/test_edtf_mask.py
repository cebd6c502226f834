"""Unspecified digits: the first and last calendar day that fit a mask."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.model.calendar import day_number, iso_day, month_length
from explorer.model.date import DateError, parse_date


def bounds(text: str) -> tuple[str | None, str | None]:
    """Return the first and last day of a date as text, None where it has none."""
    date = parse_date(text)
    first = None if date.earliest is None else iso_day(date.earliest)
    return first, None if date.latest is None else iso_day(date.latest)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("201X", "2010-01-01", "2019-12-31", "decade"),
        ("20XX", "2000-01-01", "2099-12-31", "century"),
        ("1XXX", "1000-01-01", "1999-12-31", "millennium"),
        ("XXXX", "0000-01-01", "9999-12-31", "millennium"),
        ("-1XXX", "-1999-01-01", "-1000-12-31", "millennium"),
        ("-000X", "-0009-01-01", "-0001-12-31", "decade"),
        ("2004-XX", "2004-01-01", "2004-12-31", "year"),
        ("1985-04-XX", "1985-04-01", "1985-04-30", "month"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31", "year"),
        ("156X-12-25", "1560-12-25", "1569-12-25", "decade"),
        ("15XX-12-25", "1500-12-25", "1599-12-25", "century"),
        ("XXXX-12-XX", "0000-12-01", "9999-12-31", "millennium"),
        ("1XXX-XX", "1000-01-01", "1999-12-31", "millennium"),
        ("1XXX-12", "1000-12-01", "1999-12-31", "millennium"),
        ("1984-1X", "1984-10-01", "1984-12-31", "year"),
        ("1984-X2", "1984-02-01", "1984-12-31", "year"),
        ("15X6-XX-21", "1506-01-21", "1596-12-21", "century"),
        ("2021-XX-31", "2021-01-31", "2021-12-31", "year"),
        ("2021-XX-3X", "2021-01-30", "2021-12-31", "year"),
        ("2021-02-XX", "2021-02-01", "2021-02-28", "month"),
        ("2020-02-2X", "2020-02-20", "2020-02-29", "month"),
        ("19XX-02-29", "1904-02-29", "1996-02-29", "century"),
        ("XXXX-02-29", "0000-02-29", "9996-02-29", "millennium"),
        ("18X0-X2-29", "1800-12-29", "1890-12-29", "century"),
        ("20XX-21", "2000-03-01", "2099-05-31", "century"),
        ("20XX-24", "2000-12-01", "2100-02-28", "century"),
    ],
)
def test_unspecified_digits(text: str, first: str, last: str, precision: str) -> None:
    """X stands for any digit; the bounds are the first and last calendar days that fit."""
    assert bounds(text) == (first, last)
    assert parse_date(text).precision == precision


def masked(numbers: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return texts of digits of which some are replaced by X."""
    covers = st.lists(st.booleans(), min_size=4, max_size=4)
    return st.builds(
        lambda text, cover: "".join(
            "X" if hide else c for c, hide in zip(text, cover, strict=False)
        ),
        numbers,
        covers,
    )


@given(
    masked(st.integers(0, 9_999).map("{:04d}".format)),
    masked(st.integers(1, 12).map("{:02d}".format)),
    masked(st.integers(1, 31).map("{:02d}".format)),
)
def test_masks_agree_with_trying_every_date(year: str, month: str, day: str) -> None:
    """The bounds of a mask are those that a walk over all fitting calendar days finds."""
    assume(year.count("X") < 3)

    def fitting(mask: str, numbers: range) -> list[int]:
        pattern = re.compile(mask.replace("X", "."))
        return [n for n in numbers if pattern.fullmatch(f"{n:0{len(mask)}d}")]

    days = fitting(day, range(1, 32))
    months = fitting(month, range(1, 13))
    found = [
        day_number(y, m, d)
        for y in fitting(year, range(10_000))
        for m in months
        for d in days
        if d <= month_length(y, m)
    ]
    if found:
        date = parse_date(f"{year}-{month}-{day}")
        assert (date.earliest, date.latest) == (min(found), max(found))
    else:
        with pytest.raises(DateError):
            parse_date(f"{year}-{month}-{day}")


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("XXXX-02-30", 8, "fits 30"),
        ("2021-02-3X", 8, "fits 3X"),
        ("XXX1-02-29", 8, "fits 29"),
        ("2021-XX-32", 8, "fits 32"),
        ("2021-2X", 5, "fits 2X"),
        ("20XX-00-01", 5, "fits 00"),
        ("20XXX", 4, "too many"),
    ],
)
def test_refused_texts(text: str, position: int, words: str) -> None:
    """What is no date is refused with the place, the text and what is wrong with it."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.position == position
    assert words in str(caught.value)
    assert repr(text) in str(caught.value)
