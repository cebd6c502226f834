"""Words of the timeline: labels of the axis and what the pointer is told of a piece."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.layout.ticks import Level, Moment, Step, Unit
from explorer.model.chronicle import Chronicle
from explorer.model.records import Event
from explorer.wording import date_wording, interface_locale
from explorer.wording.numbers import number

translate = QCoreApplication.translate
MOST_NAMED = 5
"""How many members of a cluster its tooltip names."""


class AxisWords:
    """Words a tick in the language of the interface; call it as a layout formatter."""

    def __init__(self, locale: QLocale | None = None) -> None:
        self._locale = locale or interface_locale()

    def __call__(self, level: Level, step: Step, at: Moment, until: Moment) -> str:
        """Return the label of the tick at `at`, whose successor is `until`."""
        if step.unit is Unit.YEAR:
            return self._years(level, step, at, until)
        if step.unit is Unit.MONTH:
            return self._month(level, at)
        if step.unit is Unit.DAY:
            return self._day(level, at)
        return f"{at.hour:02d}:{at.minute:02d}"

    def _years(self, level: Level, step: Step, at: Moment, until: Moment) -> str:
        if level is Level.MINOR or step.size == 1:
            return year_words(at.year)
        last = until.year - 1
        if last < 1:
            pattern = translate("Timeline", "{first}–{last} BC")
            return pattern.format(first=1 - at.year, last=1 - last)
        if at.year < 1:
            return f"{year_words(at.year)} – {year_words(last)}"
        return f"{at.year}–{last}"

    def _month(self, level: Level, at: Moment) -> str:
        if level is Level.MINOR:
            return self._locale.standaloneMonthName(at.month, QLocale.FormatType.ShortFormat)
        pattern = translate("Timeline", "{month} {year}", "as in: April 2016")
        month = self._locale.standaloneMonthName(at.month)
        return pattern.format(month=month, year=year_words(at.year))

    def _day(self, level: Level, at: Moment) -> str:
        if level is Level.MINOR:
            return str(at.day)
        pattern = translate("Timeline", "{day} {month} {year}", "as in: 5 April 2016")
        month = self._locale.monthName(at.month)
        return pattern.format(day=at.day, month=month, year=year_words(at.year))


def year_words(year: int) -> str:
    """Word an astronomical year: 2016, or 44 BC for -43."""
    if year > 0:
        return str(year)
    return translate("Timeline", "{year} BC").format(year=1 - year)


def event_tip(chronicle: Chronicle, event: Event, *, bookmarked: bool) -> str:
    """Word the tooltip of an event: title, date, how many articles attest it, what is special."""
    sources = len(chronicle.sources_of(event))
    if sources == 1:
        attested = translate("Timeline", "1 source")
    else:
        attested = translate("Timeline", "{count} sources").format(count=sources)
    lines = [f"<b>{escape(event.title)}</b>", escape(date_wording(event.date.value)), attested]
    if chronicle.is_disputed(event):
        lines.append(translate("Timeline", "Disputed: the sources differ"))
    if bookmarked:
        lines.append(translate("Timeline", "Bookmarked"))
    return "<br>".join(lines)


def cluster_tip(events: list[Event], count: int) -> str:
    """Word the tooltip of a cluster of `count` events of which `events` are the first."""
    head = translate("Timeline", "{count} events").format(count=number(count))
    lines = [f"<b>{head}</b>"]
    for event in events[:MOST_NAMED]:
        when = escape(date_wording(event.date.value, short=True))
        lines.append(f"{when} · {escape(event.title)}")
    if count > MOST_NAMED:
        more = count - MOST_NAMED
        lines.append(translate("Timeline", "… and {count} more").format(count=number(more)))
    lines.append(translate("Timeline", "Click to list them"))
    return "<br>".join(lines)
