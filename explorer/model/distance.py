"""The days that lie between two dates, as far as their values tell."""

from __future__ import annotations

from explorer.model.date import Date

Days = tuple[int, int | None]
"""The fewest and the most days; None where there is no telling the most."""


def days_between(first: Date, second: Date) -> tuple[int, int] | None:
    """Return the fewest and most days from `first` to `second`, negative when `second` is earlier.

    What counts is the day on which each began. None when one of the starts is open or unknown.
    """
    (early, late), (second_early, second_late) = first.start_bounds, second.start_bounds
    if early is None or late is None or second_early is None or second_late is None:
        return None
    return second_early - late, second_late - early


def days_after(asked: Date, answered: Date) -> Days | None:
    """Return the fewest and most days from a question's beginning to that of its answer.

    An answer never comes before its question, so that none of the days is below 0. None where a
    beginning is open or unknown, or where the dates leave no day on which it could have come after.
    """
    days = days_between(asked, answered)
    if days is None or days[1] < 0:
        return None
    return max(days[0], 0), days[1]


def days_until(asked: Date, lasting: Date) -> Days | None:
    """Return the fewest and most days from a question's beginning to the end of what came back.

    None of something that has no length, and where there is no telling the fewest.
    """
    early, late = asked.start_bounds
    if not lasting.is_interval or early is None or late is None:
        return None
    first, last = lasting.end_bounds
    if first is None or (last is not None and last < early):
        return None
    return max(first - late, 0), None if last is None else last - early
