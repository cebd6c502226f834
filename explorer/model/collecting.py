"""Collection: events in an order of the reader's own, such as the outline of a paper."""

from __future__ import annotations

from collections.abc import Collection as Some
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from explorer.model.records import Extra, no_extra


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a collection, under a heading and with a remark of the reader's own."""

    event: str
    heading: str = ""
    remark: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Collection:
    """A named list of events, each at most once; `created` is an ISO 8601 moment in UTC."""

    name: str
    created: str = ""
    entries: tuple[Entry, ...] = ()
    extra: Extra = field(default_factory=no_extra, compare=False)

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of the events, in the collection's order."""
        return tuple(one.event for one in self.entries)

    def entry(self, event: str) -> Entry | None:
        """Return what the collection says of an event, None where it is not in it."""
        return next((one for one in self.entries if one.event == event), None)

    def with_events(self, events: Iterable[str]) -> Collection:
        """Return the collection with events at its end; those in it keep their places."""
        held = set(self.events)
        fresh = tuple(Entry(one) for one in dict.fromkeys(events) if one not in held)
        return replace(self, entries=(*self.entries, *fresh))

    def without_events(self, events: Some[str]) -> Collection:
        """Return the collection without some events."""
        return replace(self, entries=tuple(o for o in self.entries if o.event not in events))

    def with_entry(self, entry: Entry) -> Collection:
        """Return the collection in which `entry` stands for its event, in its old place."""
        entries = tuple(entry if one.event == entry.event else one for one in self.entries)
        return replace(self, entries=entries)

    def moved(self, event: str, place: int) -> Collection:
        """Return the collection with an event at a place from 0, which is brought within it."""
        entry = self.entry(event)
        if entry is None:
            return self
        rest = [one for one in self.entries if one.event != event]
        place = max(0, min(place, len(rest)))
        return replace(self, entries=(*rest[:place], entry, *rest[place:]))
