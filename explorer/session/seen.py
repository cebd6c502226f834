"""Seen: what is looked up of the events that pass the filters, kept while they are the same."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from explorer.model.chronicle import Chronicle
from explorer.model.records import Event
from explorer.model.roll import Roll, places_of
from explorer.model.selection import Selection, SpanSelected, selected_events
from explorer.model.span import TimeSpan, span_of
from explorer.session.navigation import extent_of

_Events = Sequence[Event]


class Seen:
    """Answers of one moment: a click asks for them in every panel, and each takes up all events."""

    def __init__(self) -> None:
        self._ids: tuple[_Events, AbstractSet[str]] = ((), frozenset())
        self._extent: tuple[_Events, TimeSpan, TimeSpan] | None = None
        self._picked: tuple[Selection, _Events, Chronicle, _Events] | None = None

    def ids(self, events: _Events) -> AbstractSet[str]:
        """Return the ids of the events that pass."""
        if self._ids[0] is not events:
            self._ids = (events, places_of(events).keys())
        return self._ids[1]

    def extent(self, events: _Events, whole: TimeSpan) -> TimeSpan:
        """Return the span of the events that pass, `whole` when none does."""
        kept = self._extent
        if kept is None or kept[0] is not events or kept[1] != whole:
            kept = self._extent = (events, whole, extent_of(events, whole))
        return kept[2]

    def picked(self, selection: Selection, events: _Events, chronicle: Chronicle) -> _Events:
        """Return the events that a selection picks, in date order, hidden ones included."""
        kept = self._picked
        same = kept is not None and kept[0] is selection and kept[2] is chronicle
        if kept is not None and same and kept[1] is events:
            return kept[3]
        if isinstance(selection, SpanSelected):
            span = selection.span
            found = _meeting(events, span)
        else:
            place = chronicle.place
            places = {place[one] for one in selected_events(selection) if one in place}
            found = tuple(chronicle.events[at] for at in sorted(places))
        self._picked = (selection, events, chronicle, found)
        return found


def _meeting(events: _Events, span: TimeSpan) -> _Events:
    """Return the events that may share any time with a span."""
    if isinstance(events, Roll):
        return events.meeting(span)
    return tuple(one for one in events if span_of(one.date.value).overlaps(span))
