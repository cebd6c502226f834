"""Terms: a query with every word in the spellings under which it may stand in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.model.query import Field, Word
from explorer.model.romanising import alternatives
from explorer.search.tokens import latin_words_of, words_of


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow each other; the last one may go on where the term is `open`."""

    words: tuple[str, ...]
    open: bool = True

    def fits(self, words: Sequence[str], at: int) -> bool:
        """Tell whether it stands at a place in the words of a text."""
        last = len(self.words) - 1
        if at + last >= len(words):
            return False
        if any(words[at + step] != self.words[step] for step in range(last)):
            return False
        there = words[at + last]
        return there.startswith(self.words[last]) if self.open else there == self.words[last]


@dataclass(frozen=True, slots=True)
class Ways:
    """One thing sought, in any of its ways to be written."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What must not be there."""

    of: Tree


@dataclass(frozen=True, slots=True)
class Every:
    """What must all be there; nothing at all always is."""

    parts: tuple[Tree, ...] = ()


@dataclass(frozen=True, slots=True)
class Some:
    """What must be there in part."""

    parts: tuple[Tree, ...]


Tree = Ways | Field | Without | Every | Some


def ways_of(word: Word) -> Ways | None:
    """Return a word in its spellings; None where it holds no letter, digit or known sign."""
    words = tuple(words_of(word.text))
    if not words:
        return None
    is_open = word.manner != "phrase"
    found = [Term(words, is_open)]
    latin = tuple(latin_words_of(word.text)) or words
    if latin != words:
        found.append(Term(latin, is_open))
    if len(latin) == 1:
        found += [Term((other,), is_open) for other in alternatives(latin[0])]
    return Ways(tuple(found))


def sought(tree: Tree) -> tuple[Term, ...]:
    """Return the terms that may be there, those excluded left out."""
    match tree:
        case Ways(terms):
            return terms
        case Every(parts) | Some(parts):
            return tuple(dict.fromkeys(term for part in parts for term in sought(part)))
        case _:
            return ()


def asks_fields(tree: Tree) -> bool:
    """Tell whether a tree asks for a field."""
    match tree:
        case Field():
            return True
        case Without(of):
            return asks_fields(of)
        case Every(parts) | Some(parts):
            return any(map(asks_fields, parts))
        case _:
            return False
