"""Words for stretches of time: gaps, and the distance between two moments."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QCoreApplication

from explorer.layout.gaps import Gap
from explorer.layout.measure import Distance, distance
from explorer.model.span import DAY, TimeSpan
from explorer.session.clock import Clock
from explorer.wording import interface_locale
from explorer.wording.points import PointWords

translate = QCoreApplication.translate
_FEW_DAYS = 60
_FEW_MONTHS = 24


def gap_words(gap: Gap, clock: Clock = Clock.EVENT) -> str:
    """Word a gap in its largest fitting unit: "7 months, no source"."""
    apart = distance(gap.start, gap.end)
    months = apart.years * 12 + apart.months
    if clock is Clock.PUBLICATION:
        return _counted_gap(
            apart,
            months,
            translate("Timeline", "%n days, nothing published", "", apart.days),
            translate("Timeline", "%n months, nothing published", "", months),
            translate("Timeline", "%n years, nothing published", "", apart.years),
        )
    if gap.periods:
        return _counted_gap(
            apart,
            months,
            translate("Timeline", "%n days, nothing dated", "", apart.days),
            translate("Timeline", "%n months, nothing dated", "", months),
            translate("Timeline", "%n years, nothing dated", "", apart.years),
        )
    return _counted_gap(
        apart,
        months,
        translate("Timeline", "%n days, no source", "", apart.days),
        translate("Timeline", "%n months, no source", "", months),
        translate("Timeline", "%n years, no source", "", apart.years),
    )


def _counted_gap(apart: Distance, months: int, days: str, of_months: str, years: str) -> str:
    if apart.days < _FEW_DAYS:
        return days
    return of_months if months < _FEW_MONTHS else years


def gap_tip(gap: Gap, clock: Clock = Clock.EVENT) -> str:
    """Explain a gap: its words, its first and last day, and what goes on through it."""
    first, last = floor(gap.start / DAY), floor((gap.end - 1) / DAY)
    day = PointWords(interface_locale()).day
    days = translate("Timeline", "%n days", "", last - first + 1)
    lines = [
        f"<b>{gap_words(gap, clock)}</b>",
        translate("Timeline", "{first} – {last} ({days})").format(
            first=day(first), last=day(last), days=days
        ),
    ]
    if clock is Clock.PUBLICATION:
        lines.append(translate("Timeline", "No event shown was first told within this time."))
    else:
        lines.append(translate("Timeline", "None of the events shown is dated within this time."))
    if gap.periods:
        lines.append(translate("Timeline", "%n longer periods go on through it.", "", gap.periods))
    return "<br>".join(lines)


def exact_words(span: TimeSpan) -> str:
    """Word the length of a span in days, or in hours and minutes where it is less than one."""
    apart = distance(span.start, span.end)
    hours, minutes = divmod(round(apart.seconds / 60), 60)
    parts = []
    if apart.days or not (hours or minutes):
        parts.append(translate("Timeline", "%n days", "", apart.days))
    if hours:
        parts.append(translate("Timeline", "%n hours", "", hours))
    if minutes:
        parts.append(translate("Timeline", "%n minutes", "", minutes))
    return _joined(parts)


def calendar_words(span: TimeSpan) -> str:
    """Word the length of a span by the calendar; empty where that says no more than its days."""
    apart = distance(span.start, span.end)
    if not apart.years and not apart.months:
        return ""
    parts = []
    if apart.years:
        parts.append(translate("Timeline", "%n years", "", apart.years))
    if apart.months:
        parts.append(translate("Timeline", "%n months", "", apart.months))
    if apart.rest:
        parts.append(translate("Timeline", "%n days", "", apart.rest))
    return _joined(parts)


def moment_words(moment: float) -> str:
    """Word a moment (seconds UTC): its day, and the time of day unless that is midnight."""
    day = floor(moment / DAY)
    minute = round((moment - day * DAY) / 60)
    if minute == 1_440:
        day, minute = day + 1, 0
    words = PointWords(interface_locale(), short=True).day(day)
    if not minute:
        return words
    hours, minutes = divmod(minute, 60)
    pattern = translate("Timeline", "{day}, {time} UTC")
    return pattern.format(day=words, time=f"{hours:02d}:{minutes:02d}")


def _joined(parts: list[str]) -> str:
    return translate("Timeline", ", ", "between parts of a length of time").join(parts)
