"""Query: what people type to find events, as a small tree.

    query   = any ; any = all { "OR" all } ; all = one { ["AND"] one }
    one     = ["-" | "NOT"] one | "(" any ")" | term
    term    = word | prefix* | "phrase" | field:value | field:"value"

A quote within a field's value in quotes is written twice. Words are joined by AND. Nothing that is
typed is refused: what cannot be read as it stands is explained and left out, and signs that mean
nothing here (C++, O'Brien, 12:30, a quote that is not closed) are part of words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Manner = Literal["part", "prefix", "phrase"]

FIELDS = ("actor", "type", "article", "date", "within", "tag", "place", "is", "has")
"""What may stand before a colon."""

STATES = ("disputed", "single-source", "bookmarked", "claimed", "approximate")
"""What may follow `is:`."""

BELONGINGS = ("note", "tag", "place", "actor")
"""What may follow `has:`."""


@dataclass(frozen=True, slots=True)
class Word:
    """Words to find: anywhere (`part`), at the beginning of a word, or as whole words in order."""

    text: str
    manner: Manner = "part"


@dataclass(frozen=True, slots=True)
class Field:
    """A property that must have a value, as typed."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    of: Node


@dataclass(frozen=True, slots=True)
class All:
    """What must all hold; nothing at all always does."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """What must hold in part."""

    parts: tuple[Node, ...]


Node = Word | Field | Not | All | Any

Why = Literal[
    "nothing-after", "nothing-before", "not-closed", "empty", "state", "belonging", "date", "deep"
]


@dataclass(frozen=True, slots=True)
class Fault:
    """What could not be read: where it stands (code points, half-open), its words and why."""

    start: int
    end: int
    text: str
    why: Why


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, read: the tree, and what is left out of it."""

    node: Node = All()
    faults: tuple[Fault, ...] = ()

    def __bool__(self) -> bool:
        return self.node != All()


def rendered(node: Node) -> str:
    """Return a text that reads as the same tree."""
    match node:
        case Word(text, "part"):
            return text
        case Word(text, "prefix"):
            return f"{text}*"
        case Word(text, _):
            return f'"{text}"'
        case Field(name, value):
            quoted = value.replace('"', '""')
            return f'{name}:"{quoted}"' if _needs_quotes(value) else f"{name}:{value}"
        case Not(of):
            inner = _grouped(of)  # two signs side by side would be a word
            return f"-({inner})" if inner.startswith("-") else f"-{inner}"
        case All(parts):
            return " ".join(
                _grouped(part) if isinstance(part, Any) else rendered(part) for part in parts
            )
        case Any(parts):
            return " OR ".join(
                _grouped(part) if isinstance(part, Any) else rendered(part) for part in parts
            )


def words_in(node: Node) -> tuple[str, ...]:
    """Return the words that a text must hold for a tree to hold, those excluded left out."""
    match node:
        case Word(text, _):
            return (text,)
        case All(parts) | Any(parts):
            return tuple(word for part in parts for word in words_in(part))
        case _:
            return ()


def fields_in(node: Node) -> frozenset[str]:
    """Return the names of the fields that a tree asks for."""
    match node:
        case Field(name, _):
            return frozenset({name})
        case Not(of):
            return fields_in(of)
        case All(parts) | Any(parts):
            return frozenset().union(*map(fields_in, parts))
        case _:
            return frozenset()


def _grouped(node: Node) -> str:
    return f"({rendered(node)})" if isinstance(node, All | Any) else rendered(node)


def _needs_quotes(value: str) -> bool:
    return any(sign.isspace() or sign in '()"' for sign in value) or not value
