"""Clock: whether time means when something happened, or when it was first told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Signal

from explorer.model.chronicle import Chronicle
from explorer.model.date import Date, iso_day, parse_date, sort_key
from explorer.model.records import Dating, Event
from explorer.model.roll import Roll
from explorer.model.selection import SpanSelected
from explorer.model.span import TimeSpan, span_of
from explorer.session.facts import Facts
from explorer.session.navigation import extent_of, fitted
from explorer.session.retold import retold_roll, told, untold


class Clock(StrEnum):
    """What the axis measures."""

    EVENT = "event"
    PUBLICATION = "publication"


class Clocked(Facts):
    """The facts of the moment with the clock they are seen by.

    Records keep their own dates: `timed` gives copies of events with those that the clock shows.

    Signals:
        clock_changed(Clock): time means something else now.
    """

    clock_changed = Signal(object)
    _clock: Clock = Clock.EVENT
    _told: tuple[Chronicle, Chronicle] | None = None
    _timed: tuple[Sequence[Event], Sequence[Event]] | None = None

    @property
    def clock(self) -> Clock:
        """What the axis measures."""
        return self._clock

    def set_clock(self, clock: Clock) -> None:
        """Measure something else; all events that pass the filters are shown."""
        if clock is not self._clock:
            self._clock = clock
            if clock is Clock.EVENT:
                self._told = self._timed = None  # copies of events, which nobody looks at now
            self.clock_changed.emit(clock)
            self.show(fitted(self.extent()))

    def timed(self, events: Sequence[Event]) -> Sequence[Event]:
        """Return events with the dates that the clock shows, in the order of these dates."""
        if self._clock is Clock.EVENT:
            return events
        if events is self._chronicle.events:
            return self._telling().events
        if self._timed is not None and self._timed[0] is events:
            return self._timed[1]
        if isinstance(events, Roll) and (roll := told(self._telling().events, events)) is not None:
            self._timed = (events, roll)
            return roll
        known_as = self._telling().event
        known = [known_as.get(event.id, event) for event in events]
        made = tuple(sorted(known, key=lambda event: (sort_key(event.date.value), event.id)))
        if len(made) > 1:  # many ask for those in view, one after the other
            self._timed = (events, made)
        return made

    def time_of(self, event: Event) -> TimeSpan:
        """Return all the time that an event may cover by the clock, open ends cut."""
        return span_of(self.timed((event,))[0].date.value, self.whole())

    def whole(self) -> TimeSpan:
        """Return the span of all events by the clock, filtered or not."""
        if self._clock is Clock.EVENT:
            return self._chronicle.extent
        return self._telling().extent

    def _telling(self) -> Chronicle:
        """Return the open chronicle as if events had happened when they were told of."""
        if self._told is None or self._told[0] is not self._chronicle:
            self._told, self._timed = (self._chronicle, retold(self._chronicle)), None
        return self._told[1]

    def extent(self) -> TimeSpan:
        """Return the span of the events that pass the filters, of all when none does."""
        if self._clock is Clock.EVENT:
            return super().extent()
        return extent_of(self.timed(self.visible_events()), self.whole())

    def picked_events(self) -> Sequence[Event]:
        """Return the events that the selection picks, in date order, hidden ones included."""
        selection = self._selection
        if self._clock is Clock.EVENT or not isinstance(selection, SpanSelected):
            return super().picked_events()
        visible, telling = self.visible_events(), self._telling().events
        if isinstance(visible, Roll) and (roll := told(telling, visible)) is not None:
            met = untold(telling, roll.meeting(selection.span), self._chronicle.events)
            if met is not None:
                return met
        times = ((event, self.time_of(event)) for event in visible)
        return tuple(event for event, time in times if time.overlaps(selection.span))


def retold(chronicle: Chronicle) -> Chronicle:
    """Return a chronicle whose events happen when an article with a date first tells of them.

    One that no such article tells of may have been told at any time: it covers all of it.
    """
    dates = {
        article.id: article.issued for article in chronicle.published if article.issued is not None
    }
    any_time = _any_time(list(dates.values()))
    if any_time is None:
        return chronicle
    if isinstance(chronicle.events, Roll):
        roll = retold_roll(chronicle.events, dates, any_time)
        if roll is not None:
            return replace(chronicle, events=roll)
    events = []
    for event in chronicle.events:
        issued = [dates[one] for one in chronicle.sources_of(event) if one in dates]
        first = min(issued, key=sort_key, default=any_time)
        events.append(replace(event, date=Dating(first, "stated")))
    return replace(chronicle, events=tuple(events))


def _any_time(dates: Sequence[Date]) -> Date | None:
    """Return a date of which only is known that it lies among others; None without any."""
    days = [day for date in dates for day in (date.earliest, date.latest) if day is not None]
    return parse_date(f"[{iso_day(min(days))}..{iso_day(max(days))}]") if days else None
