"""Names: an actor named in a query is sought under all names that the chronicle records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from explorer.model.chronicle import Chronicle
from explorer.model.query import All, Any, Field, Node, Not, Word
from explorer.model.records import Actor
from explorer.search.terms import Every, Some, Term, Tree, Ways, Without, ways_of
from explorer.search.tokens import words_of

_GOES_ON = 4
"""A name with a last word of so many letters is found with an ending as well."""


@dataclass(frozen=True, slots=True)
class Widened:
    """What was typed, whom it names, and the names it was sought under as well."""

    typed: str
    actor: str
    names: tuple[str, ...]


@dataclass(slots=True)
class _Growing:
    """The widenings of a query, filled while it is read."""

    found: list[Widened] = field(default_factory=list)


class Names:
    """Knows by which words actors of a chronicle are named."""

    def __init__(self, chronicle: Chronicle) -> None:
        self._names: dict[str, tuple[str, ...]] = {}
        named: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        for actor in chronicle.actors:
            self._names[actor.id] = _ways_to_name(actor)
            for name in self._names[actor.id]:
                named[tuple(words_of(name))][actor.id] = None
        named.pop((), None)
        self._named = {words: tuple(actors) for words, actors in named.items()}
        self._longest = max(map(len, self._named), default=0)

    def tree(self, node: Node) -> tuple[Tree, tuple[Widened, ...]]:
        """Return a query with its words in all spellings, and how names in it were widened."""
        growing = _Growing()
        return self._of(node, growing) or Every(), tuple(dict.fromkeys(growing.found))

    def _of(self, node: Node, growing: _Growing) -> Tree | None:
        match node:
            case Word():
                return _joined(Every, self._of_row((node,), growing))
            case Field():
                return node
            case Not(of):
                inner = self._of(of, growing)
                return None if inner is None else Without(inner)
            case All(parts):
                return _joined(Every, self._of_row(parts, growing))
            case Any(parts):
                return _joined(Some, [self._of(part, growing) for part in parts])

    def _of_row(self, parts: Sequence[Node], growing: _Growing) -> list[Tree | None]:
        """Return parts that must all hold; words side by side may be a name together."""
        found: list[Tree | None] = []
        at = 0
        while at < len(parts):
            count, actors = self._name_at(parts, at)
            if count:
                found.append(self._widened(parts[at : at + count], actors, growing))
            else:
                part = parts[at]
                found.append(ways_of(part) if isinstance(part, Word) else self._of(part, growing))
            at += count or 1
        return found

    def _name_at(self, parts: Sequence[Node], at: int) -> tuple[int, tuple[str, ...]]:
        """Return how many parts from a place on are a name, the most there are, and whose."""
        words: list[str] = []
        best: tuple[int, tuple[str, ...]] = (0, ())
        for count, part in enumerate(parts[at : at + self._longest], start=1):
            if not isinstance(part, Word) or part.manner != "part":
                break
            words += words_of(part.text)
            if actors := self._named.get(tuple(words)):
                best = (count, actors)
        return best

    def _widened(
        self, parts: Sequence[Node], actors: Sequence[str], growing: _Growing
    ) -> Tree | None:
        words = [part for part in parts if isinstance(part, Word)]
        typed = " ".join(word.text for word in words)
        as_typed = [ways_of(word) for word in words]
        known = {term for ways in as_typed if ways for term in ways.terms}
        other: dict[Term, None] = {}
        for actor in actors:
            names = []
            for name in self._names[actor]:
                term = _name_term(name)
                other[term] = None
                if term.words != tuple(words_of(typed)) and term not in known:
                    names.append(name)
            growing.found.append(Widened(typed, actor, tuple(names)))
        widened = Ways(tuple(other))
        return _joined(Some, [_joined(Every, as_typed), widened])


def _ways_to_name(actor: Actor) -> tuple[str, ...]:
    """Return an actor's names; a person's last name stands for the person, shortest first."""
    names = dict.fromkeys((actor.name, *actor.aliases))
    if actor.kind == "person":
        last = [name.split()[-1] for name in names if len(name.split()) > 1]
        names = dict.fromkeys((*last, *names))
    return tuple(name for name in names if words_of(name))


def _name_term(name: str) -> Term:
    words = tuple(words_of(name))
    return Term(words, len(words[-1]) >= _GOES_ON)


def _joined(kind: type[Every | Some], parts: Sequence[Tree | None]) -> Tree | None:
    real = tuple(part for part in parts if part is not None)
    return (real[0] if len(real) == 1 else kind(real)) if real else None
