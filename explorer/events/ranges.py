"""Ranges of days as EDTF texts, as short as they can be said."""

from __future__ import annotations

from explorer.model.calendar import civil, iso_day
from explorer.model.date import parse_date

_YEAR, _MONTH, _DAY = range(3)


def range_edtf(first: int | None, last: int | None) -> str:
    """Return the days `first` to `last` (since 1970-01-01, inclusive) as EDTF, None being open.

    Whole years and months are named as such: `2016-04` for the thirty days of that April. Empty
    when both sides are open.
    """
    if first is None and last is None:
        return ""
    if first is None:
        return f"../{end_text(last)}"
    if last is None:
        return f"{start_text(first)}/.."
    fine = max(_grain(first), _grain(last + 1))
    start, end = _cut(first, fine), _cut(last, fine)
    return start if start == end else f"{start}/{end}"


def start_text(first: int | None) -> str:
    """Return the shortest EDTF date that begins on a day; empty for None."""
    return "" if first is None else _cut(first, _grain(first))


def end_text(last: int | None) -> str:
    """Return the shortest EDTF date that ends on a day; empty for None."""
    return "" if last is None else _cut(last, _grain(last + 1))


def first_day_of(text: str) -> int | None:
    """Return the first day that a date written in EDTF covers; None for an empty text.

    Raises DateError for a text that is no date, and ValueError for a date without a first day.
    """
    return _bound(text, first=True)


def last_day_of(text: str) -> int | None:
    """Return the last day that a date written in EDTF covers; None for an empty text.

    Raises DateError for a text that is no date, and ValueError for a date without a last day.
    """
    return _bound(text, first=False)


def _bound(text: str, *, first: bool) -> int | None:
    if not text.strip():
        return None
    date = parse_date(text)
    day = date.earliest if first else date.latest
    if day is None:
        raise ValueError(text)
    return day


def _grain(day: int) -> int:
    """Tell whether a year, a month or only a day begins on `day`."""
    _, month, day_of_month = civil(day)
    if day_of_month > 1:
        return _DAY
    return _YEAR if month == 1 else _MONTH


def _cut(day: int, grain: int) -> str:
    text = iso_day(day)
    if text.startswith("Y") or grain == _DAY:
        return text
    return text[:-3] if grain == _MONTH else text[:-6]
