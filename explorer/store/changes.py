"""Changes: documents taken out of a table and put into it, made in order, checked, taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.store.codec_fields import short
from explorer.store.migrations import Tables
from explorer.store.tables import META, numbered

Document = dict[str, Any]
Rows = dict[str, list[Document]]
"""The documents of each known table, in order."""


class Mismatch(QuotelineError):  # noqa: N818 - named by what it tells
    """A change that does not fit what it is to be made in."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """At place `at` of a table, counted from 0 when its turn comes, `removed` gives way."""

    table: str
    at: int
    removed: tuple[Document, ...]
    added: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """A whole table before and after; None where there is none."""

    table: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


Change = Hunk | Swap

LEFT_OUT_EMPTY = frozenset({"notes", "ratings", "tag_colours", "collections", "searches"})
"""Tables that a file has only while something is in them."""


def inverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that take these back."""
    return tuple(_turned(change) for change in reversed(tuple(changes)))


class Making:
    """Tables in which changes are made, step after step; the tables given are not touched."""

    def __init__(self, tables: Tables) -> None:
        self._tables = dict(tables)
        self._rows: Rows = {}

    def make(self, changes: Sequence[Change], *, leniently: bool = False) -> None:
        """Make the changes of one step, all of them or none.

        With `leniently` a change is made where its documents are found, if not where they were.
        Raises Mismatch when one does not fit.
        """
        done: list[Change] = []
        try:
            # Not one list made at once: what was done before a Mismatch must be known.
            done.extend(self._make(change, leniently=leniently) for change in changes)
        except (Mismatch, RecursionError) as error:
            for change in inverse(done):
                self._make(change, leniently=False)
            raise error if isinstance(error, Mismatch) else mismatch("?") from error

    def tables(self) -> Tables:
        """Return the tables as they are now."""
        made = self._tables | {name: numbered(some) for name, some in self._rows.items()}
        return {name: table for name, table in made.items() if table or name not in LEFT_OUT_EMPTY}

    def _make(self, change: Change, *, leniently: bool) -> Change:
        if isinstance(change, Swap):
            self._swap(change)
            return change
        table = self._tables.get(change.table, {})
        rows = self._rows.setdefault(change.table, list(table.values()))
        at = _place(rows, change, leniently=leniently)
        rows[at : at + len(change.removed)] = change.added
        return replace(change, at=at)

    def _swap(self, change: Swap) -> None:
        name, present = change.table, self.tables().get(change.table)
        if present != change.before or (change.after is None and name == META):
            raise mismatch(name)
        self._rows.pop(name, None)
        self._tables.pop(name, None)
        if change.after is not None:
            self._tables[name] = change.after


def _turned(change: Change) -> Change:
    if isinstance(change, Swap):
        return Swap(change.table, change.after, change.before)
    return Hunk(change.table, change.at, change.added, change.removed)


def _place(rows: list[Document], change: Hunk, *, leniently: bool) -> int:
    count = len(change.removed)
    if change.at <= len(rows) and tuple(rows[change.at : change.at + count]) == change.removed:
        return change.at
    if leniently and not count:
        return len(rows)
    if leniently:
        for at in range(len(rows) - count + 1):
            if tuple(rows[at : at + count]) == change.removed:
                return at
    raise mismatch(change.table)


def mismatch(table: str) -> Mismatch:
    """Return the fault of a change that does not fit a table."""
    return Mismatch(
        said(
            "table '{table}' is not what the step was taken from, so the step cannot be "
            "taken back or made again.",
            table=short(table),
        )
    )
