"""Filters: what is allowed to be seen, and the one predicate that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from explorer.model.chronicle import Chronicle
from explorer.model.date import overlaps
from explorer.model.folding import fold
from explorer.model.records import Event

_FACETS = ("types", "actors", "articles", "tags")


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


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words to search, by event id: its own, its actors' and its passages in hand."""

    of_event: Mapping[str, str]

    def holds(self, event: str, terms: tuple[str, ...]) -> bool:
        """Tell whether every folded term stands in the event's words."""
        words = self.of_event.get(event, "")
        return all(term in words for term in terms)


def words_of(chronicle: Chronicle, passages: Mapping[str, str]) -> Words:
    """Collect the searchable words of every event; `passages` holds the texts in hand by id."""
    names = {actor.id: fold(" ".join((actor.name, *actor.aliases))) for actor in chronicle.actors}
    folded = {passage: fold(text) for passage, text in passages.items()}
    return Words({event.id: _words_of_event(event, names, folded) for event in chronicle.events})


def _words_of_event(event: Event, names: Mapping[str, str], passages: Mapping[str, str]) -> str:
    parts = [fold(f"{event.title}\n{event.summary}\n{event.place}\n{' '.join(event.tags)}")]
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

    def matches(self, event: Event) -> bool:
        """Tell whether the filters let an event through."""
        wanted = self.filters
        if wanted.types and event.type not in wanted.types:
            return False
        if wanted.actors and not wanted.actors & _actors_of(event):
            return False
        if wanted.articles and not wanted.articles & set(self.chronicle.sources_of(event)):
            return False
        if wanted.tags and not wanted.tags & set(event.tags):
            return False
        if wanted.bookmarked_only and event.id not in self.bookmarked:
            return False
        if not overlaps(event.date.value, wanted.first_day, wanted.last_day):
            return False
        terms = tuple(fold(wanted.text).split())
        return not terms or self.words.holds(event.id, terms)

    def events(self) -> tuple[Event, ...]:
        """Return the events that pass, in date order."""
        return tuple(event for event in self.chronicle.events if self.matches(event))


def _actors_of(event: Event) -> set[str]:
    actors = {part.actor for part in event.participants}
    return actors | {event.claimed_by} if event.claimed_by else actors


def only_actor(filters: Filters, actor: str) -> Filters:
    """Return the filters narrowed to one actor."""
    return replace(filters, actors=frozenset({actor}))
