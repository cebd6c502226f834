"""Filters: what is allowed to be seen, and the one predicate that says so."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from explorer.model.chronicle import Chronicle
from explorer.model.date import overlaps
from explorer.model.finding import Ground, Holds, Words, actors_of, holds_of
from explorer.model.folding import fold, own_words
from explorer.model.query import fields_in
from explorer.model.query_reading import read_query
from explorer.model.records import Event
from explorer.model.roll import Roll, Shared
from explorer.model.roll_finding import found_on
from explorer.model.workspace import Bookmark

_FACETS = ("types", "actors", "articles", "tags")

Facet = Literal["text", "types", "actors", "articles", "tags", "time", "bookmarks"]
"""What a filter asks for, each by itself."""

_TEXT: tuple[Facet, ...] = ("text",)


@dataclass(frozen=True, slots=True)
class Filters:
    """The reader's choice. Within a facet any value will do; all facets must agree.

    `first_day` and `last_day` are days since 1970-01-01, both inclusive; None leaves that side
    open. An event lies in the range when its date may fall into it.
    """

    text: str = ""
    types: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    first_day: int | None = None
    last_day: int | None = None
    bookmarked_only: bool = False

    def __bool__(self) -> bool:
        return self != Filters()

    def as_data(self) -> dict[str, object]:
        """Return the choice as plain data that JSON can hold; facets left open are left out."""
        data: dict[str, object] = {}
        for name in _FACETS:
            if chosen := getattr(self, name):
                data[name] = sorted(chosen)
        for name in ("first_day", "last_day"):
            if (day := getattr(self, name)) is not None:
                data[name] = day
        if self.text:
            data["text"] = self.text
        if self.bookmarked_only:
            data["bookmarked_only"] = True
        return data

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> Filters:
        """Return the choice that `as_data` wrote; what has another type is left open."""
        facets = {
            name: frozenset(item for item in chosen if isinstance(item, str))
            for name in _FACETS
            if isinstance(chosen := data.get(name), (list, tuple))
        }
        text, first, last = (data.get(name) for name in ("text", "first_day", "last_day"))
        return cls(
            text=text if isinstance(text, str) else "",
            first_day=first if isinstance(first, int) else None,
            last_day=last if isinstance(last, int) else None,
            bookmarked_only=data.get("bookmarked_only") is True,
            **facets,
        )


def words_of(
    chronicle: Chronicle, passages: Mapping[str, str], types: Mapping[str, str] | None = None
) -> Words:
    """Collect the searchable words of every event.

    `passages` holds the texts in hand by id, `types` the names of types of events by id.
    """
    names = {actor.id: fold(" ".join((actor.name, *actor.aliases))) for actor in chronicle.actors}
    folded = {passage: fold(text) for passage, text in passages.items()}
    return Words(
        _Collected(chronicle.event, names, folded),
        names,
        {id_: fold(name) for id_, name in (types or {}).items()},
        folded,
    )


class _Collected(dict[str, str]):
    """The words of each event by id, collected when they are first asked for."""

    def __init__(
        self, events: Mapping[str, Event], names: Mapping[str, str], passages: Mapping[str, str]
    ) -> None:
        super().__init__()
        self._events = events
        self._names = names
        self._passages = passages

    def __missing__(self, event: str) -> str:
        known = self._events.get(event)
        words = "" if known is None else _words_of_event(known, self._names, self._passages)
        self[event] = words
        return words


def _words_of_event(event: Event, names: Mapping[str, str], passages: Mapping[str, str]) -> str:
    parts = [own_words(event.title, event.summary, event.place, event.tags)]
    parts += [names.get(part.actor, "") for part in event.participants]
    parts.append(names.get(event.claimed_by, ""))
    parts += [passages.get(support.passage, "") for support in event.support]
    return "\n".join(parts)


@dataclass(frozen=True, slots=True)
class Matcher:
    """Filters made ready for one chronicle, its searchable words and the reader's bookmarks."""

    chronicle: Chronicle
    filters: Filters
    words: Words
    bookmarked: frozenset[str] = frozenset()
    marks: Mapping[str, Bookmark] = field(default_factory=dict)
    noted: frozenset[str] = frozenset()

    def matches(self, event: Event) -> bool:
        """Tell whether the filters let an event through."""
        return self._lets_through(event) and self._holds()(event)

    def _holds(self) -> Holds:
        """Return the test of the query that was typed."""
        return holds_of(read_query(self.filters.text).node, self._ground())

    def hiding(self, event: Event) -> tuple[Facet, ...]:
        """Return the facets that keep an event from passing, none when it passes."""
        wanted = self.filters
        days = (wanted.first_day, wanted.last_day)
        let_through: dict[Facet, bool] = {
            "text": self._holds()(event),
            "types": not wanted.types or event.type in wanted.types,
            "actors": not wanted.actors or bool(wanted.actors & actors_of(event)),
            "articles": not wanted.articles
            or bool(wanted.articles & set(self.chronicle.sources_of(event))),
            "tags": not wanted.tags or bool(wanted.tags & set(event.tags)),
            "time": overlaps(event.date.value, *days),
            "bookmarks": not wanted.bookmarked_only or event.id in self.bookmarked,
        }
        return tuple(facet for facet, passes in let_through.items() if not passes)

    def _lets_through(self, event: Event) -> bool:
        """Tell whether the facets let an event through."""
        wanted = self.filters
        if wanted.types and event.type not in wanted.types:
            return False
        if wanted.actors and not wanted.actors & actors_of(event):
            return False
        if wanted.articles and not wanted.articles & set(self.chronicle.sources_of(event)):
            return False
        if wanted.tags and not wanted.tags & set(event.tags):
            return False
        if wanted.bookmarked_only and event.id not in self.bookmarked:
            return False
        return overlaps(event.date.value, wanted.first_day, wanted.last_day)

    def events(self) -> Sequence[Event]:
        """Return the events that pass, in date order."""
        events = self.chronicle.events
        if isinstance(events, Roll):
            return self._on(events)
        if lifted(self.filters, _TEXT):
            events = tuple(filter(self._lets_through, events))
        return tuple(filter(self._holds(), events)) if self.filters.text else events

    def _on(self, roll: Roll) -> Roll:
        """Return the events of a roll that pass, in date order."""
        wanted = self.filters
        asked: tuple[tuple[Shared, frozenset[str]], ...] = (
            ("type", wanted.types),
            ("actor", wanted.actors),
            ("article", wanted.articles),
            ("tag", wanted.tags),
        )
        for of, names in asked:
            roll = roll.having(of, names) if names else roll
        if wanted.bookmarked_only:
            roll = roll.named(self.bookmarked)
        if wanted.first_day is not None or wanted.last_day is not None:
            roll = roll.dated(wanted.first_day, wanted.last_day)
        return found_on(roll, read_query(wanted.text).node, self._ground()) if wanted.text else roll

    def _ground(self) -> Ground:
        return Ground(self.chronicle, self.words, self.marks, self.noted)


def lifted(filters: Filters, facets: Collection[Facet]) -> Filters:
    """Return the filters without some of their facets."""
    empty = Filters()
    for facet in facets:
        if facet == "time":
            filters = replace(filters, first_day=None, last_day=None)
        elif facet == "bookmarks":
            filters = replace(filters, bookmarked_only=False)
        else:
            filters = replace(filters, **{facet: getattr(empty, facet)})
    return filters


def looks_at_marks(filters: Filters) -> bool:
    """Tell whether what passes depends on the reader's bookmarks, their notes or their tags."""
    asked = fields_in(read_query(filters.text).node)
    return filters.bookmarked_only or bool(asked & {"is", "has", "tag"})


def only_actor(filters: Filters, actor: str) -> Filters:
    """Return the filters narrowed to one actor."""
    return replace(filters, actors=frozenset({actor}))
