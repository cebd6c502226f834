"""Index: documents in an FTS5 table of SQLite, in memory; it can be kept as bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from weakref import finalize

import numpy as np
import numpy.typing as npt

from explorer.search.documents import Document
from explorer.search.tokens import latin_words_of, words_of

VERSION = 1
"""Of what stands in the table; an index of another version is made anew."""

WEIGHED = 2_000
"""As many documents of a kind are weighed for a query; of more, the shortest ones."""

_TABLE = """
    CREATE VIRTUAL TABLE found USING fts5(
        title, text, also, latin, content='', prefix='1 2 3',
        tokenize="unicode61 remove_diacritics 2 tokenchars '+#'"
    )
"""
_WEIGHT = "bm25(found, 8.0, 1.0, 0.6, 0.6)"
_ALLOWED = "AND substr(?2, rowid, 1) = x'01'"
_THAT = "FROM found WHERE found MATCH ?1"
_BOUND = "#+"
"""A word that nobody can type: no phrase reaches from one part of a document into the next."""

_AT_ONCE = 500

Ticking = Callable[[int, int], None]


class Table:
    """A table in memory, closed when no index needs it any more."""

    def __init__(self) -> None:
        # Made in one thread and asked in another, never in two at a time.
        self.connection = sqlite3.connect(":memory:", check_same_thread=False)
        finalize(self, self.connection.close)


class Index:
    """Documents of one kind and the table in which they are found, a row for each.

    Short documents come first: where there are more hits than are weighed, those are left unweighed
    that would come last in any case.
    """

    def __init__(self, documents: Sequence[Document], table: Table, key: str = "") -> None:
        """Take a table made from these documents; `key` tells from which words."""
        self.key = key
        self.documents = documents
        self.table = table
        self._order = _order(documents)
        self._places = np.array(self._order, np.int64)
        self.rows_of_event: dict[str, list[int]] = {}
        for row, at in enumerate(self._order, start=1):
            for event in documents[at].events:
                self.rows_of_event.setdefault(event, []).append(row)

    @classmethod
    def made(
        cls, documents: Sequence[Document], key: str = "", ticking: Ticking | None = None
    ) -> Index:
        """Index documents; how many of how many are done goes to `ticking`, which may raise."""
        table = Table()
        connection = table.connection
        connection.execute(_TABLE)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        order = _order(documents)
        rows = ((row, *_columns(documents[at])) for row, at in enumerate(order, start=1))
        done = 0
        while some := list(islice(rows, _AT_ONCE)):
            connection.executemany(
                "INSERT INTO found(rowid, title, text, also, latin) VALUES (?, ?, ?, ?, ?)", some
            )
            done += len(some)
            if ticking is not None:
                ticking(done, len(order))
        connection.commit()
        return cls(documents, table, key)

    @classmethod
    def of_bytes(cls, documents: Sequence[Document], raw: bytes, key: str = "") -> Index | None:
        """Return the index that `as_bytes` gave for these documents; None where it is no such."""
        table = Table()
        connection = table.connection
        try:
            connection.deserialize(raw)
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            count = connection.execute("SELECT count(*) FROM found").fetchone()[0]
        except (sqlite3.Error, AttributeError):
            return None
        known = version == VERSION and count == len(documents)
        return cls(documents, table, key) if known else None

    def as_bytes(self) -> bytes:
        """Return the table as bytes, empty where this build of SQLite cannot give it."""
        try:
            return bytes(self.table.connection.serialize())
        except (sqlite3.Error, AttributeError):
            return b""

    def document(self, row: int) -> Document:
        """Return the document of a row."""
        return self.documents[self._order[row - 1]]

    def first(self, rows: Iterable[int], most: int) -> list[int]:
        """Return those rows whose documents come first among all, in the documents' order."""
        some = np.fromiter(rows, np.int64)
        return [int(row) for row in some[np.argsort(self._places[some - 1])[:most]]]

    def count(self, said: str, allowed: bytes | None = None) -> int:
        """Return how many rows hold what an expression says."""
        return int(next(self._ask("SELECT count(*)", "", said, allowed))[0])

    def weighed(self, said: str, allowed: bytes | None = None) -> list[tuple[float, int]]:
        """Return weight and row of those that hold what an expression says, the best first.

        They are all there are where there are fewer than `WEIGHED`.
        """
        return sorted(self._ask(f"SELECT {_WEIGHT}, rowid", f"LIMIT {WEIGHED}", said, allowed))

    def holding(self, said: str) -> npt.NDArray[np.int64]:
        """Return all rows that hold what an expression says."""
        listed = next(self._ask("SELECT group_concat(rowid)", "", said, None))[0]
        # One text of all rows comes out of SQLite several times faster than a row at a time.
        return np.fromstring(listed, np.int64, sep=",") if listed else np.empty(0, np.int64)

    def _ask(self, what: str, limit: str, said: str, allowed: bytes | None) -> sqlite3.Cursor:
        """Ask the table; `allowed` holds a byte for each row, 1 where it may be found."""
        only = "" if allowed is None else _ALLOWED
        values = (said,) if allowed is None else (said, allowed)
        return self.table.connection.execute(f"{what} {_THAT} {only} {limit}", values)


def _order(documents: Sequence[Document]) -> list[int]:
    return sorted(range(len(documents)), key=lambda at: (len(documents[at].text), at))


def _columns(document: Document) -> tuple[str, str, str, str]:
    parts = (document.title if document.titled else "", document.text, document.also)
    title, text, also = (" ".join(words_of(part)) for part in parts)
    latin = [" ".join(latin_words_of(part)) for part in parts]
    return title, text, also, f" {_BOUND} ".join(part for part in latin if part)
