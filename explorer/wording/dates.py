"""Dates for people: an EDTF value in words, its intervals and sets included."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.model.calendar import civil
from explorer.model.date import Date, Precision, Qualifier, parse_date
from explorer.wording.points import PointWords, qualified

translate = QCoreApplication.translate
_PLAIN = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def interface_locale() -> QLocale:
    """Return the locale of the language the interface speaks, so that months agree with it.

    Translators put their language's code (`hy`, `de`, `pt_BR`) for the one word asked here.
    """
    return QLocale(translate("Wording", "en", "the code of your language"))


def date_wording(date: Date, locale: QLocale | None = None, *, short: bool = False) -> str:
    """Word a date for people: "April 2016", "about 2004–2006", "since 1999".

    `locale` names the months, by default that of the interface; `short` abbreviates them, and says
    "within 1–6 Apr 2016" for one day of several.
    """
    return _DateWords(locale or interface_locale(), short=short).date(date)


def bounds_wording(date: Date, locale: QLocale | None = None) -> str:
    """Word the first and last day a date may cover; empty where that is one and the same day."""
    if date.earliest == date.latest:
        return ""
    words = PointWords(locale or interface_locale())
    if date.earliest is None:
        first = translate("Wording", "earliest day not known")
    else:
        first = translate("Wording", "earliest {date}").format(date=words.day(date.earliest))
    if date.latest is None:
        last = translate("Wording", "latest day not known")
    else:
        last = translate("Wording", "latest {date}").format(date=words.day(date.latest))
    return translate("Wording", "{earliest}, {latest}").format(earliest=first, latest=last)


class _DateWords(PointWords):
    """Says every kind of date."""

    def date(self, date: Date) -> str:
        if date.is_set:
            return self._set(date.edtf)
        if date.is_interval:
            return self._interval(*date.edtf.split("/"))
        return self.point(date)

    def _interval(self, start: str, end: str) -> str:
        if start in ("", "..") or end in ("", ".."):
            return self._half_interval(start, end)
        first, last = parse_date(start), parse_date(end)
        if start == end:
            return self.point(first)
        if not _alike(first, last):
            return self._from_to(self.point(first), self.point(last))
        return qualified(self._run(first, last), first.qualifier)

    def _half_interval(self, start: str, end: str) -> str:
        if start == "..":
            return translate("Wording", "until {date}").format(date=self.point(parse_date(end)))
        if start == "":
            pattern = translate("Wording", "until {date}, start not known")
            return pattern.format(date=self.point(parse_date(end)))
        begun = self.point(parse_date(start))
        if end == "..":
            return translate("Wording", "since {date}").format(date=begun)
        return translate("Wording", "from {date}, end not known").format(date=begun)

    def _from_to(self, start: str, end: str) -> str:
        return translate("Wording", "{start} – {end}").format(start=start, end=end)

    def _run(self, first: Date, last: Date) -> str:
        """Word a stretch between two dates of one precision, saying once what they share."""
        start, end = _first_day(first), _first_day(last)
        (year, month, _), (last_year, last_month, _) = civil(start), civil(end)
        if first.precision is Precision.YEAR:
            if year <= 0:
                return self._from_to(self.year(year), self.year(last_year))
            return f"{year}–{last_year}"
        if year != last_year:
            say = self.day if first.precision is Precision.DAY else self.month
            return self._from_to(say(start), say(end))
        if first.precision is Precision.MONTH:
            return f"{self.month(start, with_year=False)}–{self.month(end)}"
        if month == last_month:
            return self.days_of_month(start, end)
        return self._from_to(self.day(start, with_year=False), self.day(end))

    def _set(self, text: str) -> str:
        one_of = text.startswith("[")
        said = [self._member(member, one_of=one_of) for member in text[1:-1].split(",")]
        if len(said) == 1:
            return said[0]
        pattern = translate("Wording", "{dates} and {last}")
        if one_of:
            pattern = translate("Wording", "{dates} or {last}")
        return pattern.format(dates=", ".join(said[:-1]), last=said[-1])

    def _member(self, member: str, *, one_of: bool) -> str:
        if ".." not in member:
            return self.point(parse_date(member))
        start, end = member.split("..")
        if not start:
            pattern = translate("Wording", "{date} or earlier")
            if not one_of:
                pattern = translate("Wording", "{date} and all before")
            return pattern.format(date=self.point(parse_date(end)))
        if not end:
            pattern = translate("Wording", "{date} or later")
            if not one_of:
                pattern = translate("Wording", "{date} and all after")
            return pattern.format(date=self.point(parse_date(start)))
        return self._range(parse_date(start), parse_date(end), one_of=one_of)

    def _range(self, first: Date, last: Date, *, one_of: bool) -> str:
        one_day = first.precision is Precision.DAY and last.precision is Precision.DAY
        if one_of and self.is_short and _alike(first, last):
            run = qualified(self._run(first, last), first.qualifier)
            return translate("Wording", "within {dates}").format(dates=run)
        if not one_of:
            pattern = translate("Wording", "all of {start} to {end}")
            if one_day:
                pattern = translate("Wording", "every day from {start} to {end}")
        elif one_day:
            pattern = translate("Wording", "one day between {start} and {end}")
        else:
            pattern = translate("Wording", "some time between {start} and {end}")
        return pattern.format(start=self._opening(first, last), end=self.point(last))

    def _opening(self, first: Date, last: Date) -> str:
        """Word the start of a range, without the month and year that the end says as well."""
        start, end = _first_day(first), _first_day(last)
        plain = _alike(first, last) and first.qualifier is Qualifier.NONE
        if not plain or civil(start)[0] != civil(end)[0]:
            return self.point(first)
        if first.precision is Precision.DAY:
            if civil(start)[1] == civil(end)[1]:
                return str(civil(start)[2])
            return self.day(start, with_year=False)
        return self.month(start, with_year=first.precision is Precision.YEAR)


def _first_day(date: Date) -> int:
    """Return the first day (since 1970-01-01) of a single date, which always has one."""
    return date.earliest or 0


def _alike(first: Date, last: Date) -> bool:
    """Tell whether two dates are plain, of one precision, and doubted in the same way."""
    return (
        first.precision is last.precision
        and first.precision in _PLAIN
        and first.qualifier is last.qualifier
        and not any(sign in f"{first.edtf}{last.edtf}" for sign in "XYS")
    )
