"""Date: what a source says of a date, as EDTF text and as the days it may cover.

All days are whole numbers since 1970-01-01 in the proleptic Gregorian calendar, so that years
before 1 and beyond 9999 work. The standard is ISO 8601-2:2019 (EDTF), levels 0, 1 and 2; where it
leaves a choice (seasons, zones), `parse_date` and docs/edtf-oracle.md say what was chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model.calendar import iso_day
from explorer.model.edtf import read
from explorer.model.edtf_terms import DateError, Precision, Qualifier

__all__ = [
    "Date",
    "DateError",
    "Precision",
    "Qualifier",
    "iso_day",
    "overlaps",
    "parse_date",
    "sort_key",
]


@dataclass(frozen=True, slots=True)
class Date:
    """A date with its bounds; made by `parse_date`.

    `edtf` is the text as written, without blanks around it. `earliest` and `latest` are the first
    and last possible day (days since 1970-01-01, both inclusive); None means open or unknown.
    Qualifiers never widen the bounds: EDTF does not say by how much.

    `core` is time that the bounds make certain, (first, last) day inclusive: of an interval, from
    the latest possible first day to the earliest possible last day, if they leave any; of one
    unqualified day, that day. `seconds` is [start, end) in seconds UTC of a value with a time of
    day; its `earliest` and `latest` are then the day in UTC.

    `open_start` and `open_end` mark `..` (goes on without bound), `unknown_start` and
    `unknown_end` an empty end of an interval (there is one, but it is not known). `start_latest`
    and `end_earliest` are read through `start_bounds` and `end_bounds`.
    """

    edtf: str
    earliest: int | None
    latest: int | None
    precision: Precision
    qualifier: Qualifier
    is_interval: bool = False
    is_set: bool = False
    core: tuple[int, int] | None = None
    seconds: tuple[float, float] | None = None
    open_start: bool = False
    open_end: bool = False
    unknown_start: bool = False
    unknown_end: bool = False
    start_latest: int | None = None
    end_earliest: int | None = None

    def __str__(self) -> str:
        """Return the EDTF text."""
        return self.edtf

    @property
    def start_bounds(self) -> tuple[int | None, int | None]:
        """The first and last day on which it may have begun (days since 1970-01-01).

        Both are None when the start is open or unknown.
        """
        return self.earliest, self.start_latest

    @property
    def end_bounds(self) -> tuple[int | None, int | None]:
        """The first and last day on which it may have ended (days since 1970-01-01).

        Both are None when the end is open or unknown.
        """
        return self.end_earliest, self.latest


def parse_date(text: str) -> Date:
    """Read an EDTF text (ISO 8601-2:2019, levels 0 to 2).

    Seasons are meteorological: 21-24 as on the northern hemisphere, winter from December of the
    year named to February of the next; 29-32 southern. A time of day without zone is taken as UTC.
    A masked date (`19XX-02-29`) has the first and last calendar day that fit the mask. Years are
    read to ±99,999,999,999.

    Raises DateError, with `position` and what to write instead, for anything else: backward
    intervals, impossible dates, stray text, white space inside, an empty text.
    """
    return Date(text.strip(), *read(text))


def sort_key(date: Date) -> tuple[bool, int, bool, int, float, str]:
    """Return a key of a total order: by earliest day, then latest day, then time of day, then text.

    A date without an earliest day comes first of all; one without a latest day comes after those
    with the same earliest day.
    """
    start = date.earliest
    return (
        start is not None,
        start or 0,
        date.latest is None,
        date.latest or 0,
        date.seconds[0] if date.seconds else float("-inf"),
        date.edtf,
    )


def overlaps(date: Date, first_day: int | None, last_day: int | None) -> bool:
    """Tell whether `date` may fall within `first_day` to `last_day`, both inclusive.

    Days are counted since 1970-01-01; None leaves that side of the range open. An open or unknown
    end of the date has no bound, and the gaps within a set count as covered.
    """
    if last_day is not None and date.earliest is not None and date.earliest > last_day:
        return False
    return first_day is None or date.latest is None or date.latest >= first_day
