"""The words for one day, month, year, season or moment; months are named by a locale."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.model.calendar import civil
from explorer.model.date import Date, Precision, Qualifier, parse_date

_MARKS = re.compile(r"[?~%]")
_DECADE = re.compile(r"[0-9]{3}X")
_CLOCK = re.compile(r"(.+)T([0-9]{2}:[0-9]{2}):([0-9]{2})(.*)")
_SUB_YEAR = re.compile(r"(-?[0-9]{4})-([234][0-9])")

translate = QCoreApplication.translate


class PointWords:
    """Says single dates in the language of a locale; `short` abbreviates the months."""

    def __init__(self, locale: QLocale, *, short: bool = False) -> None:
        self._locale = locale
        self.is_short = short
        self._form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat

    def point(self, date: Date) -> str:
        """Word a date that is neither an interval nor a set, its qualifier included."""
        return qualified(self._bare(date), date.qualifier)

    def day(self, day: int, *, with_year: bool = True) -> str:
        """Word a day counted since 1970-01-01."""
        year, month, day_of_month = civil(day)
        pattern = translate("Wording", "{day} {month} {year}")
        if not with_year:
            pattern = translate("Wording", "{day} {month}")
        name = self._locale.monthName(month, self._form)
        return pattern.format(day=day_of_month, month=name, year=self.year(year))

    def days_of_month(self, first: int, last: int) -> str:
        """Word the days from `first` to `last` (since 1970-01-01) of one month."""
        year, month, start = civil(first)
        return translate("Wording", "{first}–{last} {month} {year}").format(
            first=start,
            last=civil(last)[2],
            month=self._locale.monthName(month, self._form),
            year=self.year(year),
        )

    def month(self, day: int, *, with_year: bool = True) -> str:
        """Word the month that holds a day counted since 1970-01-01."""
        year, month, _ = civil(day)
        name = self._locale.standaloneMonthName(month, self._form)
        if not with_year:
            return name
        return translate("Wording", "{month} {year}").format(month=name, year=self.year(year))

    def year(self, year: int) -> str:
        """Word an astronomical year: 0 is 1 BC."""
        return str(year) if year > 0 else translate("Wording", "{year} BC").format(year=1 - year)

    def _bare(self, date: Date) -> str:
        text = _MARKS.sub("", date.edtf)
        if date.earliest is None or date.latest is None:
            return text
        if date.precision is Precision.TIME:
            return self._moment(text, date.earliest)
        if season := _SUB_YEAR.fullmatch(text):
            return _sub_year(int(season[2]), self.year(int(season[1])))
        if _DECADE.fullmatch(text):
            return translate("Wording", "the {year}s").format(year=f"{text[:3]}0")
        if "X" in text:
            return self._masked(text, date.earliest, date.latest)
        if date.precision is Precision.DAY:
            return self.day(date.earliest)
        if date.precision is Precision.MONTH:
            return self.month(date.earliest)
        if date.precision is Precision.YEAR:
            return self.year(civil(date.earliest)[0])
        return self._years(date.earliest, date.latest)

    def _moment(self, text: str, day: int) -> str:
        match = _CLOCK.fullmatch(text)
        if match is None:
            return self.day(day)
        written, clock, second, zone = match.groups()
        if second != "00":
            clock = f"{clock}:{second}"
        if zone:
            clock = f"{clock} UTC" if zone == "Z" else f"{clock} (UTC{zone})"
        printed = parse_date(written).earliest
        spoken = self.day(day if printed is None else printed)
        return translate("Wording", "{date}, {time}").format(date=spoken, time=clock)

    def _masked(self, text: str, earliest: int, latest: int) -> str:
        parts = text.removeprefix("-").split("-")
        if "X" in parts[0] and len(parts) == 1:
            return self._years(earliest, latest)
        if "X" not in parts[0] and parts[1] == "XX":
            year = self.year(civil(earliest)[0])
            return translate("Wording", "some time in {date}").format(date=year)
        if "X" not in parts[0] and "X" not in parts[1] and parts[2] == "XX":
            return translate("Wording", "one day in {date}").format(date=self.month(earliest))
        return translate("Wording", "one day between {start} and {end}").format(
            start=self.day(earliest), end=self.day(latest)
        )

    def _years(self, earliest: int, latest: int) -> str:
        return translate("Wording", "between {start} and {end}").format(
            start=self.year(civil(earliest)[0]), end=self.year(civil(latest)[0])
        )


def qualified(words: str, qualifier: Qualifier) -> str:
    """Put what the source doubts before the words of a date."""
    match qualifier:
        case Qualifier.APPROXIMATE:
            return translate("Wording", "about {date}").format(date=words)
        case Qualifier.UNCERTAIN:
            return translate("Wording", "perhaps {date}").format(date=words)
        case Qualifier.BOTH:
            return translate("Wording", "perhaps about {date}").format(date=words)
        case _:
            return words


def _sub_year(code: int, year: str) -> str:
    """Word a season, quarter, third or half (ISO 8601-2:2019, 4.8) of a year."""
    patterns = {
        21: translate("Wording", "spring {year}"),
        22: translate("Wording", "summer {year}"),
        23: translate("Wording", "autumn {year}"),
        24: translate("Wording", "winter {year}"),
        25: translate("Wording", "northern spring {year}"),
        26: translate("Wording", "northern summer {year}"),
        27: translate("Wording", "northern autumn {year}"),
        28: translate("Wording", "northern winter {year}"),
        29: translate("Wording", "southern spring {year}"),
        30: translate("Wording", "southern summer {year}"),
        31: translate("Wording", "southern autumn {year}"),
        32: translate("Wording", "southern winter {year}"),
        33: translate("Wording", "first quarter of {year}"),
        34: translate("Wording", "second quarter of {year}"),
        35: translate("Wording", "third quarter of {year}"),
        36: translate("Wording", "fourth quarter of {year}"),
        37: translate("Wording", "first third of {year}"),
        38: translate("Wording", "second third of {year}"),
        39: translate("Wording", "last third of {year}"),
        40: translate("Wording", "first half of {year}"),
        41: translate("Wording", "second half of {year}"),
    }
    return patterns.get(code, "{year}").format(year=year)
