"""One EDTF date without time of day: year, year-month, year-month-day, season, mask or long year.

Grammar: ISO 8601-2:2019, 4.3-4.8, in the profile the Library of Congress published as EDTF (2019).
"""

from __future__ import annotations

import re
from typing import NoReturn

from explorer.model.calendar import day_number, month_length
from explorer.model.edtf_mask import masked_bounds, masked_precision, matching_years
from explorer.model.edtf_terms import DOUBT, DateError, Point, Precision
from explorer.model.said import said

MAX_YEAR = 99_999_999_999
"""The farthest year read, before and after year 0: its seconds still fit 64 signed bits."""

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%])?")
_POINT = re.compile(
    r"""(?P<before_year>[?~%])?
    (?P<year>Y-?[1-9][0-9]*(?:E[1-9][0-9]*)?|-?[0-9X]{4})
    (?:S(?P<significant>[0-9]+))?
    (?P<after_year>[?~%])?
    (?:-(?P<before_month>[?~%])?(?P<month>[0-9X]{2})(?P<after_month>[?~%])?
      (?:-(?P<before_day>[?~%])?(?P<day>[0-9X]{2})(?P<after_day>[?~%])?)?
    )?""",
    re.VERBOSE,
)
_YEAR_BEGUN = re.compile(r"[?~%]?(?:Y-?|-?[0-9X]{0,4})")
_MARKS = ("before_year", "after_year", "before_month", "after_month", "before_day", "after_day")

_SUB_YEARS = {
    **dict.fromkeys((21, 25, 31), (Precision.SEASON, 3, 3)),
    **dict.fromkeys((22, 26, 32), (Precision.SEASON, 6, 3)),
    **dict.fromkeys((23, 27, 29), (Precision.SEASON, 9, 3)),
    **dict.fromkeys((24, 28, 30), (Precision.SEASON, 12, 3)),
    **{33 + n: (Precision.QUARTER, 1 + 3 * n, 3) for n in range(4)},
    **{37 + n: (Precision.QUADRIMESTER, 1 + 4 * n, 4) for n in range(3)},
    **{40 + n: (Precision.HALF, 1 + 6 * n, 6) for n in range(2)},
}
"""Precision, first month and months of each code that stands in the month's place.

The standard leaves the days of a season to its user. Here: meteorological seasons; 21-24 read as
northern (25-28), 29-32 southern spring to winter. The season that begins in December takes the
January and February of the next year, so 2019-24 is December 2019 to February 2020.
"""

_SIGNIFICANT = {1: Precision.YEAR, 10: Precision.DECADE, 100: Precision.CENTURY}
_MONTHS = (
    "",
    *(
        said("January"),
        said("February"),
        said("March"),
        said("April"),
        said("May"),
        said("June"),
        said("July"),
    ),
    *(said("August"), said("September"), said("October"), said("November"), said("December")),
)
_BLANK = said("white space inside a date; take it out")
_STRAY: dict[str, str] = {
    "?": said("two qualifiers in a row; write % for uncertain and approximate"),
    "~": said("two qualifiers in a row; write % for uncertain and approximate"),
    "%": said("two qualifiers in a row; write one of ? ~ %"),
    "-": said("a month, season or day with two digits should follow the hyphen"),
    "/": said("'/' parts the two ends of one interval and stands nowhere else"),
    ".": said("'..' stands in a set, or alone as the open end of an interval"),
    ",": said("a list of dates stands in [ ] (one of them) or {{ }} (all of them)"),
    "T": said(
        "a time of day follows one whole date only, not the ends of an interval nor a set's dates"
    ),
    "X": said("an unspecified digit X too many"),
    "x": said("an unspecified digit is written as capital X"),
    "u": said("an unspecified digit is written as capital X"),
    "S": said("significant digits are written right after the year: 1950S2"),
    "E": said("an exponent stands in a year that begins with Y: Y17E8"),
}


def read_point(text: str, pos: int, end: int) -> Point:
    """Read `text[pos:end]` as one date; raise DateError (placed in `text`) if it is none."""
    match = _PLAIN.fullmatch(text, pos, end)
    if match is None:
        return _read_any(text, pos, end)
    year, month, day, mark = match.groups()
    doubt = DOUBT[mark]
    y = int(year)
    if month is None:
        return Point(day_number(y, 1, 1), day_number(y, 12, 31), Precision.YEAR, doubt)
    m = int(month)
    if not 1 <= m <= 12:
        return _read_any(text, pos, end)
    if day is None:
        first = day_number(y, m, 1)
        return Point(first, first + month_length(y, m) - 1, Precision.MONTH, doubt)
    d = int(day)
    if not 1 <= d <= month_length(y, m):
        return _read_any(text, pos, end)
    first = day_number(y, m, d)
    return Point(first, first, Precision.DAY, doubt)


def _read_any(text: str, pos: int, end: int) -> Point:
    """Read a date of any kind; every fault of a date is found here."""
    match = _POINT.match(text, pos, end)
    if match is None:
        _refuse_year(text, pos, end)
    if match.end() != end:
        raise DateError(_stray(text, match.end(), end), text, match.end())
    doubt = 0
    for name in _MARKS:
        doubt |= DOUBT[match[name]]
    year, month, day = match["year"], match["month"], match["day"]
    if year.startswith("Y") or match["significant"] is not None:
        if month is not None:
            problem = said("a year with Y or S stands alone, without month or day")
            raise DateError(problem, text, match.start("month") - 1)
        return Point(*_long_year(text, match), doubt)
    if year == "-0000":
        problem = said("there is no year -0000; write 0000 for the year before 0001")
        raise DateError(problem, text, match.start("year"))
    if month is not None and "X" not in month and int(month) > 12:
        return Point(*_sub_year(text, match), doubt)
    if "X" in f"{year}{month}{day}":
        bounds = masked_bounds(year, month, day)
        if bounds is None:
            _refuse_mask(text, match)
        return Point(*bounds, masked_precision(year, month, day), doubt)
    return Point(*_civil_bounds(text, match), doubt)


def _civil_bounds(text: str, match: re.Match[str]) -> tuple[int, int, Precision]:
    """Return first day, last day and precision of a date whose every digit is written."""
    year, month, day = int(match["year"]), match["month"], match["day"]
    if month is None:
        return day_number(year, 1, 1), day_number(year, 12, 31), Precision.YEAR
    m = int(month)
    if m == 0:
        raise DateError(said("a month is 01 to 12"), text, match.start("month"))
    length = month_length(year, m)
    if day is None:
        return day_number(year, m, 1), day_number(year, m, length), Precision.MONTH
    if not 1 <= int(day) <= length:
        problem = said(
            "{month} {year} has the days 01 to {length}, not {day}",
            month=_MONTHS[m],
            year=match["year"],
            length=length,
            day=day,
        )
        raise DateError(problem, text, match.start("day"))
    number = day_number(year, m, int(day))
    return number, number, Precision.DAY


def _sub_year(text: str, match: re.Match[str]) -> tuple[int, int, Precision]:
    """Return first day, last day and precision of a season, quarter, third or half of a year."""
    code = int(match["month"])
    if code not in _SUB_YEARS:
        problem = said(
            "{code} is no month (01 to 12) and no season or part of a year (21 to 41)", code=code
        )
        raise DateError(problem, text, match.start("month"))
    if match["day"] is not None:
        problem = said(
            "a season or part of a year has no day; write a month 01 to 12 or leave it out"
        )
        raise DateError(problem, text, match.start("day") - 1)
    precision, month, months = _SUB_YEARS[code]
    mask = match["year"]
    first_year = next(matching_years(mask))
    last_year = next(matching_years(mask, descending=True))
    turns, next_month = divmod(month - 1 + months, 12)
    last = day_number(last_year + turns, next_month + 1, 1) - 1
    if "X" in mask:
        precision = masked_precision(mask, None, None)
    return day_number(first_year, month, 1), last, precision


def _long_year(text: str, match: re.Match[str]) -> tuple[int, int, Precision]:
    """Return first day, last day and precision of a year with Y or significant digits (S)."""
    written, at = match["year"], match.start("year")
    if "X" in written:
        raise DateError(
            said("significant digits need a year without X"), text, written.index("X") + at
        )
    digits, _, exponent = written.lstrip("Y").partition("E")
    if (
        len(digits) > 12
        or len(exponent) > 2
        or abs(int(digits)) > MAX_YEAR // 10 ** int(exponent or 0)
    ):
        raise DateError(said("years are read from -{most} to {most} only", most=MAX_YEAR), text, at)
    year = int(digits) * 10 ** int(exponent or 0)
    if written.startswith("Y") and not exponent and abs(year) <= 9_999:
        sign = "-" if year < 0 else ""
        problem = said(
            "Y is for years of more than four digits; write {sign}{year:04d}",
            sign=sign,
            year=abs(year),
        )
        raise DateError(problem, text, at)
    if digits == "-0000":
        raise DateError(said("there is no year -0000; write 0000"), text, at)
    width = _width(text, match, year)
    low = abs(year) // width * width
    high = low + width - 1
    first, last = (-high, -low) if year < 0 else (low, high)
    precision = _SIGNIFICANT.get(width, Precision.MILLENNIUM)
    return day_number(first, 1, 1), day_number(last, 12, 31), precision


def _width(text: str, match: re.Match[str], year: int) -> int:
    """Return the number of years that share the significant digits of `year`."""
    significant = match["significant"]
    if significant is None:
        return 1
    known = len(str(abs(year)))
    if len(significant) > 2 or not 1 <= int(significant) <= known:
        problem = said(
            "the year {year} has 1 to {known} significant digits, not {significant}",
            year=year,
            known=known,
            significant=significant[:12],
        )
        raise DateError(problem, text, match.start("significant"))
    width: int = 10 ** (known - int(significant))
    return width


def _refuse_year(text: str, pos: int, end: int) -> NoReturn:
    """Raise the error for a text that does not even begin with a year."""
    if pos == end:
        raise DateError(said("a date is missing here"), text, pos)
    begun = _YEAR_BEGUN.match(text, pos, end)
    at = begun.end() if begun else pos
    char = text[at] if at < end else ""
    if "Y" in text[pos:at]:
        problem: str = said(
            "Y is followed by a year of more than four digits, without leading zero"
        )
    elif char and char in "?~%xu":
        problem = _STRAY[char]
    elif at == pos and char.isspace():
        problem = _BLANK
    else:
        problem = said(
            "a date begins with a year of four digits (196X for a decade, 19XX for a century)"
        )
    raise DateError(problem, text, at)


def _refuse_mask(text: str, match: re.Match[str]) -> NoReturn:
    """Raise the error for a mask that no calendar day fits."""
    year, month, day = match["year"], match["month"], match["day"]
    if masked_bounds(year, month, None) is None:
        problem = said("no month (01 to 12) fits {month}", month=month)
        raise DateError(problem, text, match.start("month"))
    raise DateError(
        said("no day of {year}-{month} fits {day}", year=year, month=month, day=day),
        text,
        match.start("day"),
    )


def _stray(text: str, at: int, end: int) -> str:
    """Say what is wrong with the first character after what could be read."""
    char = text[at]
    if char.isspace():
        return _BLANK
    if char.isdecimal():
        return said("more digits than a date has; a year of more than four digits begins with Y")
    return _STRAY.get(
        char, said("{text!r} does not belong to a date", text=text[at : min(end, at + 12)])
    )
