"""The days that lie between two dates, as numbers and in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.model.distance import Days, days_between
from explorer.wording.dates import interface_locale

__all__ = ["days_between", "days_wording", "lasting_wording"]

translate = QCoreApplication.translate


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


def lasting_wording(days: Days, locale: QLocale | None = None) -> str:
    """Word a length from `days_until`: "for 12 days", "for 4 to 5 days", "for at least 9 days"."""
    fewest, most = days
    spoken = locale or interface_locale()
    if most is None:
        return translate("Wording", "for at least {days}").format(days=_days(fewest, spoken))
    if fewest == most:
        return translate("Wording", "for {days}").format(days=_days(most, spoken))
    run = translate("Wording", "for {fewest} to {days}")
    return run.format(fewest=spoken.toString(fewest), days=_days(most, spoken))


def _days(count: int, locale: QLocale) -> str:
    pattern = translate("Wording", "{count} day", "", count)
    if count != 1:
        pattern = translate("Wording", "{count} days", "", count)
    return pattern.format(count=locale.toString(count))
