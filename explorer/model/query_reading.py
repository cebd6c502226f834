"""Reading a query: text to tree, with whatever cannot be read explained where it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from explorer.model.date import DateError, parse_date
from explorer.model.query import (
    BELONGINGS,
    FIELDS,
    STATES,
    All,
    Any,
    Fault,
    Field,
    Node,
    Not,
    Query,
    Why,
    Word,
)

_TOKEN = re.compile(
    rf"""\s*(?:
      (?P<open>\() | (?P<close>\))
    | (?P<minus>-)(?=[^\s)-])
    | (?P<field>(?:{"|".join(FIELDS)}):)(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<value>[^\s()"]*))
    | "(?P<phrase>[^"]+)"
    | (?P<word>[^\s()]+?)(?=\)*(?:\s|$)|\()
    | (?P<sign>\S)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


_DEEPEST = 50
"""As many brackets and signs of exclusion may stand within each other."""


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int
    value: str = ""


@lru_cache(maxsize=64)
def read_query(text: str) -> Query:
    """Return what a text asks for; it never fails."""
    reader = _Reader(_tokens(text))
    node = reader.any_of()
    while reader.here is not None:  # a bracket that closes nothing
        reader.fault(reader.take(), "nothing-before")
        node = _all((node, reader.any_of()))
    return Query(node, tuple(reader.faults))


def date_range(value: str) -> tuple[int | None, int | None]:
    """Return the first and last day (days since 1970-01-01) of an EDTF date or of two, `a..b`.

    Raises DateError for anything else.
    """
    first, dots, last = value.partition("..")
    if not dots:
        date = parse_date(value)
        return date.earliest, date.latest
    start = parse_date(first).earliest if first else None
    return start, parse_date(last).latest if last else None


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup)
        if kind in ("quoted", "value"):
            kind = "field"
        start, end = match.span(kind)
        quoted = match["quoted"]
        value = match["value"] or "" if quoted is None else quoted.replace('""', '"')
        end = match.end() if kind == "field" else end
        found.append(_Token(kind, match[kind], start, end, value))
    return found


class _Reader:
    """Goes through tokens from left to right."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self.faults: list[Fault] = []

    @property
    def here(self) -> _Token | None:
        """The token to read next."""
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def take(self) -> _Token:
        """Go on to the next token."""
        self._at += 1
        return self._tokens[self._at - 1]

    def fault(self, token: _Token, why: Why) -> None:
        """Note that a token is left out."""
        text = f"{token.text}{token.value}"
        self.faults.append(Fault(token.start, token.end, text, why))

    def any_of(self) -> Node:
        """Read parts joined by OR."""
        parts = [self._all_of()]
        while self._is_word("OR"):
            joint = self.take()
            part = self._all_of()
            if parts[-1] == All():
                self.fault(joint, "nothing-before")
            elif part == All():
                self.fault(joint, "nothing-after")
            parts.append(part)
        real = tuple(part for part in parts if part != All())
        return real[0] if len(real) == 1 else Any(real) if real else All()

    def _all_of(self) -> Node:
        parts: list[Node] = []
        while self.here is not None and self.here.kind != "close" and not self._is_word("OR"):
            if self._is_word("AND"):
                joint = self.take()
                if not parts:
                    self.fault(joint, "nothing-before")
                elif self.here is None or self.here.kind == "close" or self._is_word("OR"):
                    self.fault(joint, "nothing-after")
                continue
            parts.append(self._one())
        return _all(tuple(parts))

    def _one(self) -> Node:
        self._depth += 1
        try:
            return self._any_one(self.take())
        finally:
            self._depth -= 1

    def _any_one(self, token: _Token) -> Node:
        if self._depth > _DEEPEST:
            self.fault(token, "deep")
            self._at = len(self._tokens)
            return All()
        if token.kind == "minus" or (token.kind == "word" and token.text == "NOT"):
            if self.here is None or self.here.kind == "close" or self._is_word("OR", "AND"):
                self.fault(token, "nothing-after")
                return All()
            inner = self._one()
            return All() if inner == All() else Not(inner)
        if token.kind == "open":
            return self._bracket(token)
        if token.kind == "field":
            return self._field(token)
        if token.kind == "phrase":
            return Word(token.text.strip(), "phrase") if token.text.strip() else All()
        return _word(token.text)

    def _bracket(self, opening: _Token) -> Node:
        inner = self.any_of()
        if self.here is None:
            self.fault(opening, "not-closed")
        else:
            self.take()
            if inner == All():
                self.fault(opening, "empty")
        return inner

    def _field(self, token: _Token) -> Node:
        name, value = token.text.rstrip(":").lower(), token.value.strip()
        why: Why | None = None
        if not value:
            why = "nothing-after"
        elif name == "is" and value.lower() not in STATES:
            why = "state"
        elif name == "has" and value.lower() not in BELONGINGS:
            why = "belonging"
        elif name in ("date", "within") and not _is_date(value):
            why = "date"
        if why:
            self.fault(token, why)
            return All()
        return Field(name, value.lower() if name in ("is", "has") else value)

    def _is_word(self, *words: str) -> bool:
        return self.here is not None and self.here.kind == "word" and self.here.text in words


def _word(text: str) -> Node:
    bare = text.replace('"', "")
    if bare != text and bare and not _is_plain(bare):
        return Word(bare, "phrase")  # without its quote it would be something else than a word
    if len(bare) > 1 and bare.endswith("*") and not bare.endswith("**"):
        return Word(bare[:-1], "prefix")
    return Word(bare) if bare else All()


def _is_plain(text: str) -> bool:
    """Tell whether a text reads as a word, and as nothing else."""
    tokens = [(one.kind, one.text) for one in _tokens(text)]
    return tokens == [("word", text)] and text not in ("OR", "AND", "NOT")


def _all(parts: tuple[Node, ...]) -> Node:
    real = tuple(
        inner for part in parts for inner in (part.parts if isinstance(part, All) else (part,))
    )
    return real[0] if len(real) == 1 else All(real)


def _is_date(value: str) -> bool:
    try:
        return value != ".." and date_range(value) is not None
    except DateError:
        return False
