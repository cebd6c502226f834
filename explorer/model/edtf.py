"""EDTF texts (ISO 8601-2:2019, levels 0 to 2): single dates, times of day, intervals and sets."""

from __future__ import annotations

import re

from explorer.model.edtf_point import read_point
from explorer.model.edtf_terms import QUALIFIERS, DateError, Point, Precision, Reading
from explorer.model.said import said

_DAY = 86_400
_TIME = re.compile(
    r"T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:(?P<utc>Z)|([+-])([0-9]{2})(?::([0-9]{2}))?)?"
)
_CLOSING = {"[": "]", "{": "}"}


def read(text: str) -> Reading:
    """Read a whole EDTF text, blanks around it left out; raise DateError if it is none."""
    end = len(text.rstrip())
    pos = end - len(text[:end].lstrip())
    if pos == end:
        raise DateError(
            said("the date is empty; write a year such as 2016, or leave it out"), text, pos
        )
    if text[pos] in _CLOSING:
        return _read_set(text, pos, end)
    slash = text.find("/", pos, end)
    if slash >= 0:
        return _read_interval(text, pos, slash, end)
    clock = text.find("T", pos, end)
    if clock > pos:
        return _read_time(text, pos, clock, end)
    first, last, precision, doubt = read_point(text, pos, end)
    core = (first, first) if precision is Precision.DAY and not doubt else None
    return Reading(
        first, last, precision, QUALIFIERS[doubt], False, False, core,
        start_latest=last, end_earliest=first,
    )  # fmt: skip


def _read_time(text: str, pos: int, clock: int, end: int) -> Reading:
    """Read a date with a time of day, to the second; a time without zone is taken as UTC."""
    first, _, precision, doubt = read_point(text, pos, clock)
    if precision is not Precision.DAY or doubt:
        problem = said("a time of day follows a whole date (year, month, day) without qualifier")
        raise DateError(problem, text, clock)
    match = _TIME.match(text, clock, end)
    if match is None:
        problem = said("a time of day reads Thh:mm:ss, then nothing, Z, +hh or +hh:mm")
        raise DateError(problem, text, clock)
    if match.end() != end:
        problem = said("nothing but Z, +hh or +hh:mm follows a time of day")
        raise DateError(problem, text, match.end())
    hour, minute, second = int(match[1]), int(match[2]), int(match[3])
    if hour > 23:
        problem = said("an hour is 00 to 23; midnight is 00:00:00 of the next day")
        raise DateError(problem, text, match.start(1))
    if minute > 59:
        raise DateError(said("a minute is 00 to 59"), text, match.start(2))
    moment = first * _DAY + hour * 3_600 + minute * 60 - _offset(text, match)
    if second == 60 and moment % _DAY == _DAY - 60:
        second = 59  # a leap second, which a count of days of 86,400 s has no room for
    if second > 59:
        raise DateError(said("a second is 00 to 59"), text, match.start(3))
    moment += second
    day = moment // _DAY
    seconds = (float(moment), float(moment + 1))
    return Reading(
        day, day, Precision.TIME, QUALIFIERS[0], seconds=seconds, start_latest=day, end_earliest=day
    )


def _offset(text: str, match: re.Match[str]) -> int:
    """Return how many seconds the zone of a time of day is ahead of UTC."""
    sign, hours, minutes = match[5], match[6], match[7]
    if sign is None:
        return 0
    if int(hours) > 23:
        raise DateError(said("the hours of a zone are 00 to 23"), text, match.start(6))
    if int(minutes or 0) > 59:
        raise DateError(said("the minutes of a zone are 00 to 59"), text, match.start(7))
    seconds = int(hours) * 3_600 + int(minutes or 0) * 60
    if sign == "-" and seconds == 0:
        raise DateError(said("there is no zone -00:00; write Z for UTC"), text, match.start(5))
    return -seconds if sign == "-" else seconds


def _read_end(text: str, pos: int, end: int) -> Point | None:
    """Read one end of an interval; None when it is empty (unknown) or `..` (open)."""
    if pos == end or (end - pos == 2 and text.startswith("..", pos)):
        return None
    if text[pos] in "[{":
        raise DateError(said("a set cannot be the end of an interval"), text, pos)
    return read_point(text, pos, end)


def _read_interval(text: str, pos: int, slash: int, end: int) -> Reading:
    """Read `a/b`, where one end may be empty (unknown) or `..` (open)."""
    start = _read_end(text, pos, slash)
    stop = _read_end(text, slash + 1, end)
    if start is None or stop is None:
        return _half_interval(text, pos, slash, end, start=start, stop=stop)
    first, start_latest, _, start_doubt = start
    end_earliest, last, _, end_doubt = stop
    if first > last:
        problem = said("the interval runs backward: its end lies before its start; swap them")
        raise DateError(problem, text, slash + 1)
    # Neither end passes the other: 2004/2004-03 began by March, so each bounds the other.
    start_latest = min(start_latest, last)
    end_earliest = max(end_earliest, first)
    core = (start_latest, end_earliest) if start_latest <= end_earliest else None
    return Reading(
        first, last, Precision.INTERVAL, QUALIFIERS[start_doubt | end_doubt], True, False, core,
        start_latest=start_latest, end_earliest=end_earliest,
    )  # fmt: skip


def _half_interval(
    text: str, pos: int, slash: int, end: int, *, start: Point | None, stop: Point | None
) -> Reading:
    """Return the reading of an interval of which one end only is a date."""
    if start is None and stop is None:
        raise DateError(said("an interval needs a date at one end at least"), text, pos)
    known = start or stop
    return Reading(
        start.earliest if start else None,
        stop.latest if stop else None,
        Precision.INTERVAL,
        QUALIFIERS[known.doubt if known else 0],
        is_interval=True,
        open_start=start is None and slash > pos,
        open_end=stop is None and end > slash + 1,
        unknown_start=start is None and slash == pos,
        unknown_end=stop is None and end == slash + 1,
        start_latest=start.latest if start else None,
        end_earliest=stop.earliest if stop else None,
    )


def _read_set(text: str, pos: int, end: int) -> Reading:
    """Read `[..]`, one of its dates, or `{..}`, all of them; members are dates and ranges a..b."""
    closing = _CLOSING[text[pos]]
    close = text.find(closing, pos, end)
    if close < 0:
        raise DateError(
            said("the set is not closed; write {closing} at its end", closing=closing), text, end
        )
    if close + 1 != end:
        raise DateError(
            said("nothing follows the {closing} that closes a set", closing=closing),
            text,
            close + 1,
        )
    pieces: list[tuple[Point | None, Point | None]] = []
    at = pos + 1
    while at <= close:
        comma = text.find(",", at, close)
        stop = close if comma < 0 else comma
        pieces.append(_read_member(text, at, stop, first=at == pos + 1, last=stop == close))
        at = stop + 1
    return _join(pieces, every=closing == "}")


def _read_member(
    text: str, pos: int, end: int, *, first: bool, last: bool
) -> tuple[Point | None, Point | None]:
    """Read a date or a range of a set as (its start, its end), None where `..` leaves it open."""
    dots = text.find("..", pos, end)
    if dots < 0:
        point = read_point(text, pos, end)
        return point, point
    low = read_point(text, pos, dots) if dots > pos else None
    high = read_point(text, dots + 2, end) if dots + 2 < end else None
    if low is None and high is None:
        raise DateError(said("'..' in a set needs a date before or after it"), text, dots)
    if low is None and not first:
        raise DateError(said("'..' without a start stands first in a set only"), text, dots)
    if high is None and not last:
        raise DateError(said("'..' without an end stands last in a set only"), text, dots)
    if low is not None and high is not None and low.earliest > high.latest:
        problem = said("the range runs backward: its end lies before its start; swap them")
        raise DateError(problem, text, dots + 2)
    return low, high


def _join(pieces: list[tuple[Point | None, Point | None]], *, every: bool) -> Reading:
    """Return the reading of a set; where `every` date holds, the first and the last are known."""
    lows = [low for low, _ in pieces if low is not None]
    highs = [high for _, high in pieces if high is not None]
    open_start = len(lows) < len(pieces)
    open_end = len(highs) < len(pieces)
    earliest = None if open_start else min(point.earliest for point in lows)
    latest = None if open_end else max(point.latest for point in highs)
    doubt = 0
    for point in (*lows, *highs):
        doubt |= point.doubt
    if every:
        start_latest = None if open_start else min(point.latest for point in lows)
        end_earliest = None if open_end else max(point.earliest for point in highs)
    else:
        start_latest, end_earliest = latest, earliest
    return Reading(
        earliest, latest, Precision.SET, QUALIFIERS[doubt], False, True,
        open_start=open_start, open_end=open_end,
        start_latest=start_latest, end_earliest=end_earliest,
    )  # fmt: skip
