"""Retold: very many events by the clock of publication, none of them decoded for it.

What works on arrays is imported when there are such events: it takes a while to load, and nothing
before the first paint needs it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from explorer.model.date import Date
from explorer.model.records import Event
from explorer.model.roll import Roll


def retold_roll(events: Roll, dates: Mapping[str, Date], any_time: Date) -> Roll | None:
    """Date events by the first of the articles that tell of them, `any_time` where none does.

    None where dates are written in an unusual way, and events have to be dated one by one.
    """
    from explorer.rolls.roll import DigestRoll  # noqa: PLC0415
    from explorer.store.rolled import retelling  # noqa: PLC0415
    from explorer.store.unusual import UnusualError  # noqa: PLC0415

    if not isinstance(events, DigestRoll):
        return None
    try:
        return retelling.retold_roll(events, tuple(dates.items()), any_time)
    except UnusualError:
        return None


def told(retold: Sequence[Event], some: Sequence[Event]) -> Roll | None:
    """Return some events of a roll as they are retold; None where they are no rolls."""
    from explorer.rolls.roll import DigestRoll  # noqa: PLC0415
    from explorer.store.rolled.retelling import RetoldRoll  # noqa: PLC0415

    if isinstance(retold, RetoldRoll) and isinstance(some, DigestRoll):
        return retold.told(some)
    return None


def untold(retold: Sequence[Event], some: Roll, whole: Sequence[Event]) -> Roll | None:
    """Return some retold events with their own dates, given all; None where they are no rolls."""
    from explorer.rolls.roll import DigestRoll  # noqa: PLC0415
    from explorer.store.rolled.retelling import RetoldRoll  # noqa: PLC0415

    if not isinstance(retold, RetoldRoll):
        return None
    if isinstance(some, DigestRoll) and isinstance(whole, DigestRoll):
        return retold.untold(some, whole)
    return None
