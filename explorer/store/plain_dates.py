"""Plain dates: days and intervals of days, read without the parser, as it reads them."""

from __future__ import annotations

from datetime import date

from explorer.model.date import Date, DateError, Precision, Qualifier, parse_date
from explorer.store.unusual import UnusualError

_DAY, _INTERVAL, _NONE = Precision.DAY, Precision.INTERVAL, Qualifier.NONE
_MARKS = {"?": Qualifier.UNCERTAIN, "~": Qualifier.APPROXIMATE, "%": Qualifier.BOTH}
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()


class Dates(dict[str, Date]):
    """Dates by their text, each read once. Raises UnusualError for what is none."""

    def __missing__(self, text: str) -> Date:
        try:
            read = self[text] = plain_date(text) or parse_date(text)
        except DateError as error:
            raise UnusualError from error
        return read


def plain_date(text: str) -> Date | None:
    """Return the date of a text like 2016-04-02, 2016-04-02~ or of two such days, 2016-04-02/....

    None for any other text, which `parse_date` may read.
    """
    if len(text) == 10:
        day = _day(text)
        if day is None:
            return None
        return Date(
            text, day, day, _DAY, _NONE, core=(day, day), start_latest=day, end_earliest=day
        )
    if len(text) == 11 and text[10] in _MARKS:
        day = _day(text[:10])
        if day is None:
            return None
        return Date(text, day, day, _DAY, _MARKS[text[10]], start_latest=day, end_earliest=day)
    return _interval(text) if len(text) == 21 and text[10] == "/" else None


def _interval(text: str) -> Date | None:
    first, last = _day(text[:10]), _day(text[11:])
    if first is None or last is None or last < first:
        return None
    return Date(
        text,
        first,
        last,
        _INTERVAL,
        _NONE,
        is_interval=True,
        core=(first, last),
        start_latest=first,
        end_earliest=last,
    )


def _day(text: str) -> int | None:
    if not (text.isascii() and text[4] == text[7] == "-"):
        return None
    try:
        return date.fromisoformat(text).toordinal() - _EPOCH_ORDINAL
    except ValueError:
        return None
