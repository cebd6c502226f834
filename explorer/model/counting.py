"""Counting: how many of some events have each type, actor or article, and which tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from explorer.model.chronicle import Chronicle
from explorer.model.finding import actors_of
from explorer.model.records import Event
from explorer.model.roll import Roll


def type_counts(events: Sequence[Event]) -> Mapping[str, int]:
    """Return how many events are of each type that occurs."""
    if isinstance(events, Roll):
        return events.counts("type")
    return Counter(event.type for event in events)


def actor_counts(events: Sequence[Event]) -> Mapping[str, int]:
    """Return how many events each actor takes part in or claims."""
    if isinstance(events, Roll):
        return events.counts("actor")
    return Counter(actor for event in events for actor in actors_of(event))


def party_counts(events: Sequence[Event]) -> Mapping[str, int]:
    """Return how many events each actor takes part in; claims do not count."""
    if isinstance(events, Roll):
        return events.counts("party")
    return Counter(actor for event in events for actor in {p.actor for p in event.participants})


def source_counts(chronicle: Chronicle, events: Sequence[Event]) -> Mapping[str, int]:
    """Return how many events each published article bears on."""
    if isinstance(events, Roll):
        return events.counts("article")
    return Counter(one for event in events for one in chronicle.sources_of(event))


def passages_of(events: Sequence[Event]) -> AbstractSet[str]:
    """Return the ids of the passages that bear on any of some events."""
    if isinstance(events, Roll):
        return events.counts("passage").keys()
    return {support.passage for event in events for support in event.support}


def tags_used(events: Sequence[Event]) -> AbstractSet[str]:
    """Return the tags that events have, each once; those of the reader's bookmarks left out."""
    if isinstance(events, Roll):
        return events.counts("tag").keys()
    return dict.fromkeys(tag for event in events for tag in event.tags).keys()
