"""The days that lie between two dates, as numbers and in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.model.date import Date
from explorer.wording.dates import interface_locale

translate = QCoreApplication.translate


def days_between(first: Date, second: Date) -> tuple[int, int] | None:
    """Return the fewest and most days from `first` to `second`, negative when `second` is earlier.

    What counts is the day on which each began. None when one of the starts is open or unknown.
    """
    (early, late), (second_early, second_late) = first.start_bounds, second.start_bounds
    if early is None or late is None or second_early is None or second_late is None:
        return None
    return second_early - late, second_late - early


def days_wording(days: tuple[int, int], locale: QLocale | None = None) -> str:
    """Word a distance from `days_between`: "the same day", "3 to 9 days later"."""
    fewest, most = days
    spoken = locale or interface_locale()
    if fewest == most == 0:
        return translate("Wording", "the same day")
    if fewest < 0 < most:
        return translate("Wording", "from {before} earlier to {after} later").format(
            before=_days(-fewest, spoken), after=_days(most, spoken)
        )
    if most <= 0:
        pattern = translate("Wording", "{days} earlier")
        fewest, most = -most, -fewest
    else:
        pattern = translate("Wording", "{days} later")
    if fewest == most:
        return pattern.format(days=_days(most, spoken))
    if fewest == 0:
        return pattern.format(
            days=translate("Wording", "up to {days}").format(days=_days(most, spoken))
        )
    run = translate("Wording", "{fewest} to {days}")
    return pattern.format(days=run.format(fewest=spoken.toString(fewest), days=_days(most, spoken)))


def _days(count: int, locale: QLocale) -> str:
    pattern = translate("Wording", "{count} day", "", count)
    if count != 1:
        pattern = translate("Wording", "{count} days", "", count)
    return pattern.format(count=locale.toString(count))
