"""Selection: what the reader has picked, by id, so that it outlives any filter."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model.span import TimeSpan


@dataclass(frozen=True, slots=True)
class NoSelection:
    """Nothing is picked."""


@dataclass(frozen=True, slots=True)
class EventsSelected:
    """One event or several, by id; `current` is the one the quote viewer shows."""

    events: tuple[str, ...]
    current: str


@dataclass(frozen=True, slots=True)
class ClusterSelected:
    """The members of a counted cluster, by id, in date order."""

    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorSelected:
    """An actor, by id; `event` is the event it was reached from and to come back to, if any."""

    actor: str
    event: str = ""


@dataclass(frozen=True, slots=True)
class PassageSelected:
    """A passage, by id, as it bears on the event `event`."""

    passage: str
    event: str


@dataclass(frozen=True, slots=True)
class SpanSelected:
    """A stretch of time with all events in it."""

    span: TimeSpan


Selection = (
    NoSelection | EventsSelected | ClusterSelected | ActorSelected | PassageSelected | SpanSelected
)


def one_event(event: str) -> EventsSelected:
    """Return the selection of a single event."""
    return EventsSelected((event,), event)


def current_event(selection: Selection) -> str:
    """Return the id of the event that a selection is about, or an empty string."""
    match selection:
        case EventsSelected(_, current):
            return current
        case PassageSelected(_, event) | ActorSelected(_, event):
            return event
        case _:
            return ""


def selected_events(selection: Selection) -> tuple[str, ...]:
    """Return the ids of the events that are picked; those of a span are not resolved here."""
    match selection:
        case EventsSelected(events, _) | ClusterSelected(events):
            return events
        case PassageSelected(_, event) | ActorSelected(_, event) if event:
            return (event,)
        case _:
            return ()
