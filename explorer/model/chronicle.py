"""Chronicle: all records of one subject, checked once and indexed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Protocol, TypeVar

from explorer.model.date import sort_key
from explorer.model.records import (
    Actor,
    Article,
    Disagreement,
    Edition,
    Event,
    Link,
    Passage,
    Support,
)
from explorer.model.roll import Roll
from explorer.model.span import TimeSpan, span_of


class _Record(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Record)


def _by_id(records: Iterable[R]) -> Mapping[str, R]:
    return MappingProxyType({record.id: record for record in records})


def _order(event: Event) -> tuple[object, str]:
    return sort_key(event.date.value), event.id


@dataclass(frozen=True)
class Chronicle:
    """The whole set of events, actors, articles and passages, with the ways to look them up.

    Events stand in the order of their dates. A chronicle made by the store or by `checked` holds
    no reference to a record that is not there.
    """

    id: str
    title: str
    description: str = ""
    articles: tuple[Article, ...] = ()
    editions: tuple[Edition, ...] = ()
    passages: tuple[Passage, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: Sequence[Event] = ()
    links: tuple[Link, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        if not isinstance(self.events, Roll):
            ordered = tuple(sorted(self.events, key=_order))
            object.__setattr__(self, "events", ordered)

    @cached_property
    def article(self) -> Mapping[str, Article]:
        """Articles by id."""
        return _by_id(self.articles)

    @cached_property
    def edition(self) -> Mapping[str, Edition]:
        """Editions by id."""
        return _by_id(self.editions)

    @cached_property
    def passage(self) -> Mapping[str, Passage]:
        """Passages by id."""
        return _by_id(self.passages)

    @cached_property
    def actor(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return _by_id(self.actors)

    @cached_property
    def event(self) -> Mapping[str, Event]:
        """Events by id."""
        if isinstance(self.events, Roll):
            return self.events.by_id
        return _by_id(self.events)

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The place of each event in the order of dates, by id."""
        if isinstance(self.events, Roll):
            return self.events.place
        return MappingProxyType({event.id: place for place, event in enumerate(self.events)})

    @cached_property
    def published(self) -> tuple[Article, ...]:
        """The published articles, briefs left out, in file order."""
        return tuple(article for article in self.articles if article.kind == "published")

    @cached_property
    def brief_of(self) -> Mapping[str, Article]:
        """The brief that retells an article, by the published article's id."""
        return MappingProxyType(
            {article.derived_from: article for article in self.articles if article.kind == "brief"}
        )

    @cached_property
    def events_of_actor(self) -> Mapping[str, Sequence[Event]]:
        """Events in which an actor takes part or which it claims, by actor id, in date order."""
        if isinstance(self.events, Roll):
            return self.events.of_actor
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            named = dict.fromkeys(part.actor for part in event.participants)
            if event.claimed_by:
                named[event.claimed_by] = None
            for actor in named:
                found[actor].append(event)
        return MappingProxyType({actor: tuple(events) for actor, events in found.items()})

    @cached_property
    def events_of_passage(self) -> Mapping[str, Sequence[Event]]:
        """Events on which a passage bears, by passage id, in date order."""
        if isinstance(self.events, Roll):
            return self.events.of_passage
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            for passage in dict.fromkeys(support.passage for support in event.support):
                found[passage].append(event)
        return MappingProxyType({passage: tuple(events) for passage, events in found.items()})

    @cached_property
    def passages_of_article(self) -> Mapping[str, tuple[Passage, ...]]:
        """Passages of an article in the order of its text, by article id."""
        found: dict[str, list[Passage]] = defaultdict(list)
        for passage in sorted(self.passages, key=lambda one: (one.article, one.start, one.end)):
            found[passage.article].append(passage)
        return MappingProxyType({article: tuple(some) for article, some in found.items()})

    @cached_property
    def links_of_event(self) -> Mapping[str, tuple[Link, ...]]:
        """Links that start or end at an event, by event id."""
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.links:
            for event in dict.fromkeys((link.from_event, link.to_event)):
                found[event].append(link)
        return MappingProxyType({event: tuple(links) for event, links in found.items()})

    @cached_property
    def disagreements_of_event(self) -> Mapping[str, tuple[Disagreement, ...]]:
        """Disagreements that touch an event, by event id, in file order."""
        found: dict[str, list[Disagreement]] = defaultdict(list)
        for one in self.disagreements:
            for event in dict.fromkeys(one.events):
                found[event].append(one)
        return MappingProxyType({event: tuple(some) for event, some in found.items()})

    @cached_property
    def contradicted(self) -> frozenset[str]:
        """The ids of the events on which passages contradict each other."""
        found = (one for one in self.disagreements if one.kind == "contradiction")
        return frozenset(event for one in found for event in one.events)

    @cached_property
    def extent(self) -> TimeSpan:
        """The span from the first to the last event; a century from 1950 when there is none."""
        if isinstance(self.events, Roll) and len(self.events):
            return self.events.extent
        spans = [span_of(event.date.value) for event in self.events]
        if not spans:
            return TimeSpan(-631_152_000.0, 2_524_608_000.0)
        return TimeSpan(min(span.start for span in spans), max(span.end for span in spans))

    def is_disputed(self, event: Event) -> bool:
        """Tell whether a passage disputes an event, or passages contradict each other on it."""
        if any(support.stance == "disputes" for support in event.support):
            return True
        return event.id in self.contradicted

    def support_by_article(self, event: Event) -> Mapping[str, tuple[Support, ...]]:
        """Return an event's support from published articles, by article, in the event's order."""
        found: dict[str, list[Support]] = {}
        for support in event.support:
            passage = self.passage[support.passage]
            if self.article[passage.article].kind == "published":
                found.setdefault(passage.article, []).append(support)
        return {article: tuple(supports) for article, supports in found.items()}

    def retelling(self, event: Event, passage: str) -> Passage | None:
        """Return the passage of a brief that stands in for a published one in an event, if any."""
        for support in event.support:
            candidate = self.passage[support.passage]
            if passage in candidate.retells:
                return candidate
        return None

    def sources_of(self, event: Event) -> tuple[str, ...]:
        """Return the ids of the published articles that bear on an event."""
        return tuple(self.support_by_article(event))
