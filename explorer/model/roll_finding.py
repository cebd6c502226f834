"""Finding on a roll: what a query asks for among very many events, none of them decoded.

It finds what `finding.holds_of` finds, event by event.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce

from explorer.model.finding import Ground, actors_named, articles_named, found_in, type_is_named
from explorer.model.folding import fold
from explorer.model.query import All, Any, Field, Node, Not, Word
from explorer.model.query_reading import date_range
from explorer.model.roll import Roll, Shared


def found_on(roll: Roll, node: Node, ground: Ground) -> Roll:
    """Return the events of a roll for which a tree holds."""
    match node:
        case All(parts):
            return reduce(lambda left, part: found_on(left, part, ground), parts, roll)
        case Any(parts):
            found = [found_on(roll, part, ground) for part in parts]
            return reduce(lambda left, right: left.plus(right), found)
        case Not(of):
            return roll.minus(found_on(roll, of, ground))
        case Word():
            return _worded(roll, node, ground)
        case Field():
            return _of_field(roll, node, ground)


def _worded(roll: Roll, word: Word, ground: Ground) -> Roll:
    """Return the events that have a word in their own words, an actor's name or a passage."""
    test = found_in(word)
    found = roll.worded(fold(word.text), None if word.manner == "part" else test)
    other: tuple[tuple[Shared, Mapping[str, str]], ...] = (
        ("actor", ground.words.of_actor),
        ("passage", ground.words.of_passage),
    )
    for of, words in other:
        found = found.plus(roll.having(of, [id_ for id_, text in words.items() if test(text)]))
    return found


def _of_field(roll: Roll, field: Field, ground: Ground) -> Roll:
    value = field.value
    begins = found_in(Word(value, "prefix"))
    match field.name:
        case "actor":
            return roll.having("actor", actors_named(value, ground))
        case "type":
            types = [one for one in roll.counts("type") if type_is_named(value, one, ground)]
            return roll.having("type", types)
        case "article":
            return roll.having("article", articles_named(value, ground))
        case "date" | "within":
            return roll.dated(*date_range(value), whole=field.name == "within")
        case "tag":
            own = roll.having("tag", [one for one in roll.counts("tag") if begins(fold(one))])
            return own.plus(roll.named(_marked(ground, lambda tag: begins(fold(tag)))))
        case "place":
            return roll.having("place", [one for one in roll.counts("place") if begins(fold(one))])
        case "is":
            return _of_state(roll, value, ground)
        case _:
            return _of_belonging(roll, value, ground)


def _of_state(roll: Roll, value: str, ground: Ground) -> Roll:
    match value:
        case "disputed":
            return roll.being("disputed").plus(roll.named(ground.chronicle.contradicted))
        case "single-source":
            return roll.being("single-source")
        case "bookmarked":
            return roll.named(ground.marks.keys())
        case "claimed":
            return roll.being("claimed")
        case _:
            return roll.being("unsure")


def _of_belonging(roll: Roll, value: str, ground: Ground) -> Roll:
    match value:
        case "note":
            noted = [one for one, mark in ground.marks.items() if mark.note]
            return roll.named({*ground.noted, *noted})
        case "tag":
            own = roll.having("tag", list(roll.counts("tag")))
            return own.plus(roll.named(_marked(ground, lambda _tag: True)))
        case "place":
            return roll.having("place", list(roll.counts("place")))
        case _:
            return roll.being("party")


def _marked(ground: Ground, test: Callable[[str], bool]) -> list[str]:
    """Return the ids of the events whose bookmark has a tag that passes a test."""
    return [one for one, mark in ground.marks.items() if any(map(test, mark.tags))]
