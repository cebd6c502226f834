"""Finding: whether an event is what a query asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from explorer.model.chronicle import Chronicle
from explorer.model.date import Date, Qualifier, overlaps
from explorer.model.folding import fold
from explorer.model.query import All, Any, Field, Node, Not, Word
from explorer.model.query_reading import date_range
from explorer.model.records import Event
from explorer.model.workspace import Bookmark

Holds = Callable[[Event], bool]

_UNSURE = (Qualifier.APPROXIMATE, Qualifier.UNCERTAIN, Qualifier.BOTH)


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words to search: of events, of passages, the names of actors and of types, by id.

    `of_event` answers for every event that may be looked at.
    """

    of_event: Mapping[str, str]
    of_actor: Mapping[str, str] = field(default_factory=dict)
    of_type: Mapping[str, str] = field(default_factory=dict)
    of_passage: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a query is held against: a chronicle, its words, and the reader's bookmarks by event.

    `noted` holds the ids of the events that the reader wrote a note on.
    """

    chronicle: Chronicle
    words: Words
    marks: Mapping[str, Bookmark] = field(default_factory=dict)
    noted: frozenset[str] = frozenset()


def holds_of(node: Node, ground: Ground) -> Holds:
    """Return a test of events for a tree; what is costly is worked out once."""
    match node:
        case All(parts):
            return _all_of([holds_of(part, ground) for part in parts])
        case Any(parts):
            nots = [holds_of(Not(part), ground) for part in parts]
            none = _all_of(nots)
            return lambda event: not none(event)
        case Not(of):
            inner = holds_of(of, ground)
            return lambda event: not inner(event)
        case Word():
            return _of_word(node, ground.words.of_event)
        case Field():
            return _of_field(node, ground)


def _all_of(tests: list[Holds]) -> Holds:
    """Return a test that all of some hold; a call less for each event than `all` of a generator."""
    if not tests:
        return lambda _event: True
    first, *others = tests
    if not others:
        return first
    rest = _all_of(others)
    return lambda event: first(event) and rest(event)


def found_in(word: Word) -> Callable[[str], bool]:
    """Return a test of folded texts for a word."""
    wanted = fold(word.text)
    if word.manner == "part":
        return lambda text: wanted in text
    after = r"(?!\w)" if word.manner == "phrase" else ""
    pattern = re.compile(rf"(?<!\w){re.escape(wanted)}{after}")
    return lambda text: wanted in text and pattern.search(text) is not None


def _of_word(word: Word, texts: Mapping[str, str]) -> Holds:
    found = found_in(word)
    if word.manner == "part":  # most queries: no more calls for each event than there must be
        wanted = fold(word.text)
        return lambda event: wanted in texts[event.id]
    return lambda event: found(texts[event.id])


def _of_field(field_: Field, ground: Ground) -> Holds:
    value, chronicle, marks = field_.value, ground.chronicle, ground.marks
    begins = found_in(Word(value, "prefix"))
    match field_.name:
        case "actor":
            wanted = actors_named(value, ground)
            return lambda event: not wanted.isdisjoint(actors_of(event))
        case "type":
            is_named = cache(lambda one: type_is_named(value, one, ground))
            return lambda event: is_named(event.type)
        case "article":
            ids = articles_named(value, ground)
            return lambda event: not ids.isdisjoint(chronicle.sources_of(event))
        case "date":
            first, last = date_range(value)
            return lambda event: overlaps(event.date.value, first, last)
        case "within":
            first, last = date_range(value)
            return lambda event: _lies_within(event.date.value, first, last)
        case "tag":
            return lambda event: any(begins(fold(tag)) for tag in tags_of(event, marks))
        case "place":
            return lambda event: begins(fold(event.place))
        case "is":
            return _of_state(value, chronicle, marks)
        case _:
            return _of_belonging(value, ground)


def actors_named(value: str, ground: Ground) -> set[str]:
    """Return the ids of the actors that a value names: by id, or by how a name's word begins."""
    begins = found_in(Word(value, "prefix"))
    return {
        actor.id
        for actor in ground.chronicle.actors
        if actor.id == value or begins(ground.words.of_actor.get(actor.id, ""))
    }


def articles_named(value: str, ground: Ground) -> set[str]:
    """Return the ids of the published articles that a value names: by id, title or publication."""
    begins = found_in(Word(value, "prefix"))
    return {
        one.id
        for one in ground.chronicle.published
        if one.id == value or begins(fold(f"{one.title}\n{one.container_title}"))
    }


def type_is_named(value: str, event_type: str, ground: Ground) -> bool:
    """Tell whether a value names a type of events: by id, or by how its name's word begins."""
    begins = found_in(Word(value, "prefix"))
    return event_type == value.upper() or begins(ground.words.of_type.get(event_type, ""))


def _lies_within(date: Date, first: int | None, last: int | None) -> bool:
    """Tell whether all the time that a date may cover lies between two days, both inclusive."""
    begins = first is None or (date.earliest is not None and date.earliest >= first)
    return begins and (last is None or (date.latest is not None and date.latest <= last))


def _of_state(value: str, chronicle: Chronicle, marks: Mapping[str, Bookmark]) -> Holds:
    match value:
        case "disputed":
            return chronicle.is_disputed
        case "single-source":
            return lambda event: len(chronicle.sources_of(event)) == 1
        case "bookmarked":
            return lambda event: event.id in marks
        case "claimed":
            return lambda event: bool(event.claimed_by)
        case _:
            return lambda event: event.date.value.qualifier in _UNSURE


def _of_belonging(value: str, ground: Ground) -> Holds:
    marks, noted = ground.marks, ground.noted
    match value:
        case "note":
            return lambda event: (
                event.id in noted or (event.id in marks and bool(marks[event.id].note))
            )
        case "tag":
            return lambda event: bool(tags_of(event, marks))
        case "place":
            return lambda event: bool(event.place)
        case _:
            return lambda event: bool(event.participants)


def actors_of(event: Event) -> set[str]:
    """Return the ids of an event's participants and of whoever claims it."""
    actors = {part.actor for part in event.participants}
    return actors | {event.claimed_by} if event.claimed_by else actors


def tags_of(event: Event, marks: Mapping[str, Bookmark]) -> tuple[str, ...]:
    """Return the tags of an event and of its bookmark."""
    return (*event.tags, *(marks[event.id].tags if event.id in marks else ()))
