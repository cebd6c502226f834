"""Dates in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from explorer.model.date import parse_date
from explorer.wording.dates import bounds_wording, date_wording

ENGLISH = QLocale("en")


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2016-04-05", "5 April 2016"),
        ("2016-04", "April 2016"),
        ("2016", "2016"),
        ("2016~", "about 2016"),
        ("2016-04-05?", "perhaps 5 April 2016"),
        ("2004-06%", "perhaps about June 2004"),
        ("2004?-06-11", "perhaps 11 June 2004"),
        ("201X", "the 2010s"),
        ("19XX", "between 1900 and 1999"),
        ("1950S2", "between 1900 and 1999"),
        ("2004-XX", "some time in 2004"),
        ("2004-06-XX", "one day in June 2004"),
        ("2004-06-1X", "one day between 10 June 2004 and 19 June 2004"),
        ("2016-21", "spring 2016"),
        ("2016-34", "second quarter of 2016"),
        ("0000", "1 BC"),
        ("-0043", "44 BC"),
        ("Y17000", "17000"),
        ("2016-04-05T12:30:00Z", "5 April 2016, 12:30 UTC"),
        ("2016-04-05T01:30:15+04:00", "5 April 2016, 01:30:15 (UTC+04:00)"),
        ("2016-04-05T12:30:00", "5 April 2016, 12:30"),
    ],
)
def test_a_single_date_is_worded(edtf: str, words: str) -> None:
    """Days, months, years, doubts, masks, seasons, years BC and times read as people write them."""
    assert date_wording(parse_date(edtf), ENGLISH) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2004~/2006~", "about 2004–2006"),
        ("2004/2006~", "2004 – about 2006"),
        ("2016-04-02/2016-04-05", "2–5 April 2016"),
        ("2016-04-02/2016-06-05", "2 April – 5 June 2016"),
        ("2015-12-30/2016-01-02", "30 December 2015 – 2 January 2016"),
        ("2016-03/2016-05", "March–May 2016"),
        ("2015-11/2016-02", "November 2015 – February 2016"),
        ("2016-04/2016-04", "April 2016"),
        ("-0043/0014", "44 BC – 14"),
        ("201X/2016", "the 2010s – 2016"),
        ("1999/..", "since 1999"),
        ("../1991", "until 1991"),
        ("1999/", "from 1999, end not known"),
        ("/1991", "until 1991, start not known"),
    ],
)
def test_an_interval_says_once_what_its_ends_share(edtf: str, words: str) -> None:
    """Month, year and doubt are not repeated; open and unknown ends are told apart."""
    assert date_wording(parse_date(edtf), ENGLISH) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("[2021-09-17..2021-12-31]", "one day between 17 September and 31 December 2021"),
        ("[2016-04-01..2016-04-06]", "one day between 1 and 6 April 2016"),
        ("[2020-08..2021-03]", "some time between August 2020 and March 2021"),
        ("[2024-08..2024-12]", "some time between August and December 2024"),
        ("[2016,2018]", "2016 or 2018"),
        ("[2016,2018,2020..2022]", "2016, 2018 or some time between 2020 and 2022"),
        ("[..1991]", "1991 or earlier"),
        ("[2016-04..]", "April 2016 or later"),
        ("{2016-04,2018}", "April 2016 and 2018"),
        ("{2016-04-01..2016-04-05}", "every day from 1 to 5 April 2016"),
        ("{..1991}", "1991 and all before"),
        ("{2016..}", "2016 and all after"),
        ("{2016..2018}", "all of 2016 to 2018"),
    ],
)
def test_a_set_says_whether_one_or_all_of_it(edtf: str, words: str) -> None:
    """`[]` is one of several dates, `{}` all of them."""
    assert date_wording(parse_date(edtf), ENGLISH) == words


def test_months_follow_the_locale() -> None:
    """The names of months are those of the locale given."""
    assert date_wording(parse_date("2016-04"), QLocale("de_DE")) == "April 2016"
    assert date_wording(parse_date("2016-03-05"), QLocale("de_DE")) == "5 März 2016"


def test_months_can_be_abbreviated() -> None:
    """In lists the months are short, and one day of several is worded in brief."""
    assert date_wording(parse_date("[2016-04-01..2016-04-06]"), ENGLISH, short=True) == (
        "within 1–6 Apr 2016"
    )
    assert date_wording(parse_date("[2024-08..2024-12]"), ENGLISH, short=True) == (
        "within Aug–Dec 2024"
    )
    assert date_wording(parse_date("2021-09-17"), ENGLISH, short=True) == "17 Sep 2021"


def test_bounds_are_told_unless_they_are_one_day() -> None:
    """A day needs no bounds; an open side is said to be unknown."""
    assert bounds_wording(parse_date("2016-04-05"), ENGLISH) == ""
    assert bounds_wording(parse_date("2016-02"), ENGLISH) == (
        "earliest 1 February 2016, latest 29 February 2016"
    )
    assert bounds_wording(parse_date("1999/.."), ENGLISH) == (
        "earliest 1 January 1999, latest day not known"
    )
    assert bounds_wording(parse_date("../1999"), ENGLISH) == (
        "earliest day not known, latest 31 December 1999"
    )


POINTS = st.builds(
    "{:04}{}{}".format,
    st.integers(1, 9_999),
    st.sampled_from(["", "-04", "-11", "-21", "-29", "-41", "-04-05", "-12-XX", "-XX", "-02-1X"]),
    st.sampled_from(["", "?", "~", "%"]),
)


@given(POINTS, POINTS, st.sampled_from(["{0}", "../{0}", "{0}/", "[{0},{1}]", "{{{0},{1}}}"]))
def test_no_date_is_left_in_code(first: str, second: str, pattern: str) -> None:
    """Whatever the date, its words hold none of the signs of EDTF."""
    words = date_wording(parse_date(pattern.format(first, second)), ENGLISH)
    assert words
    assert not set(words) & set("?~%/[]{}X")
