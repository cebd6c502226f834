"""Differences: what turns one workspace into another, as documents taken out and put in.

Every table is the list of its documents in their order. A change says what stood at a place before
and what stands there after, so that it can be made, checked and taken back. A field of `Workspace`
that is a tuple of records and has a table of its name is compared record by record; whatever else
differs is told as a table before and after. So a new table needs nothing here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import cache
from operator import is_
from pathlib import Path
from typing import Any

from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.model.workspace import Bookmark, Workspace
from explorer.store.changes import Change, Document, Hunk, Making, Mismatch, Swap, mismatch
from explorer.store.migrations import Tables
from explorer.store.storage import json_text
from explorer.store.tables import numbered
from explorer.store.workspace_tables import TABLES, tables_of, workspace_of

_CHUNK = 1024


def difference(before: Workspace, after: Workspace) -> tuple[Change, ...]:
    """Return the changes that turn `before` into `after`, to be made in this order.

    Raises QuotelineError when they are nested too deeply to be compared.
    """
    try:
        return _difference(before, after)
    except RecursionError as error:
        raise QuotelineError(
            said("The workspace was not saved, something in it is nested too deeply. Take it back.")
        ) from error


def _difference(before: Workspace, after: Workspace) -> tuple[Change, ...]:
    found: list[Change] = []
    whole = False
    for name in (one.name for one in fields(Workspace)):
        old, new = getattr(before, name), getattr(after, name)
        if old is new:
            continue
        edit = after.edit if name == "bookmarks" else None
        if edit is not None and edit.before is old:
            # Nothing else differs, however many there are.
            removed, added = edit.at + edit.removed, edit.at + edit.added
            found += _told(name, edit.at, old[edit.at : removed], new[edit.at : added])
        elif name in row_tables():
            found += _hunks(name, old, new)
        else:
            whole = True
    return (*found, *_swaps(before, after)) if whole else tuple(found)


def applied(workspace: Workspace, changes: Sequence[Change], path: Path) -> Workspace:
    """Return a workspace with changes made; the records they leave alone are the same objects.

    Raises Mismatch when a change does not fit, DamagedFile when a document is no record.
    """
    if any(isinstance(change, Swap) for change in changes):
        making = Making(tables_of(workspace))
        making.make(changes)
        return workspace_of(making.tables(), path)
    try:
        return _applied(workspace, changes, path)
    except RecursionError as error:
        raise Mismatch(
            said("{path}: a step is nested too deeply to be made.", path=path)
        ) from error


def _applied(workspace: Workspace, changes: Sequence[Change], path: Path) -> Workspace:
    if len(changes) == 1 and isinstance(changes[0], Hunk) and changes[0].table == "bookmarks":
        return _bookmarked(workspace, changes[0], path)
    held = {name: list(getattr(workspace, name)) for name in row_tables()}
    for change in changes:
        assert isinstance(change, Hunk)  # noqa: S101 - no Swap is left
        if change.table not in held:
            raise mismatch(change.table)
        records = held[change.table]
        end = _end_of(change, records)
        records[change.at : end] = records_of(change.table, change.added, path)
    return _with_fields(workspace, {name: tuple(some) for name, some in held.items()})


def _bookmarked(workspace: Workspace, hunk: Hunk, path: Path) -> Workspace:
    """Return a workspace with one change of its bookmarks, which then need not be compared."""
    _end_of(hunk, workspace.bookmarks)
    made = [one for one in records_of(hunk.table, hunk.added, path) if isinstance(one, Bookmark)]
    return workspace.with_bookmarks(hunk.at, len(hunk.removed), tuple(made))


def _end_of(hunk: Hunk, records: Sequence[object]) -> int:
    """Return where that ends which gives way. Raises Mismatch where anything else stands there."""
    end = hunk.at + len(hunk.removed)
    fits = hunk.at <= len(records)
    if not fits or documents(hunk.table, records[hunk.at : end]) != hunk.removed:
        raise mismatch(hunk.table)
    return end


def documents(table: str, records: Sequence[object]) -> tuple[Document, ...]:
    """Return the documents of some records of a workspace's table."""
    if not records:
        return ()
    alone: dict[str, Any] = {table: tuple(records)}
    return tuple(tables_of(Workspace("-", **alone))[table].values())


def records_of(table: str, some: Sequence[Document], path: Path) -> tuple[object, ...]:
    """Return the records that documents of a workspace's table hold. Raises DamagedFile."""
    if not some:
        return ()
    alone = {**_no_tables(), table: numbered(some)}
    found: tuple[object, ...] = getattr(workspace_of(alone, path), table)
    return found


def _with_fields(workspace: Workspace, values: dict[str, Any]) -> Workspace:
    return replace(workspace, **values)


@cache
def _no_tables() -> Tables:
    return tables_of(Workspace("-"))


@cache
def row_tables() -> frozenset[str]:
    """Return the tables whose documents are, one by one, the records of a field of that name."""
    empty = Workspace("-")
    return frozenset(name for name in TABLES if isinstance(getattr(empty, name, None), tuple))


def _hunks(table: str, old: Sequence[object], new: Sequence[object]) -> list[Hunk]:
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle, fresh = old[start : len(old) - end], new[start : len(new) - end]
    found: list[Hunk] = []
    for at, removed, added in _pieces(middle, fresh):
        found += _told(table, start + at, removed, added)
    return found


def _told(table: str, at: int, removed: Sequence[object], added: Sequence[object]) -> list[Hunk]:
    """Return the hunk that tells of records that gave way, none where they are written alike."""
    both = documents(table, (*removed, *added))
    hunk = _trimmed(Hunk(table, at, both[: len(removed)], both[len(removed) :]))
    return [hunk] if hunk.removed or hunk.added else []


def _common(old: Sequence[object], new: Sequence[object]) -> int:
    """Return how many objects are the same from the beginning on."""
    least = min(len(old), len(new))
    for start in range(0, least, _CHUNK):
        end = min(start + _CHUNK, least)
        left, right = old[start:end], new[start:end]
        if not all(map(is_, left, right)):
            return start + bytes(map(is_, left, right)).find(0)
    return least


def _pieces(
    old: Sequence[object], new: Sequence[object]
) -> list[tuple[int, list[object], list[object]]]:
    """Return (place in the list as it then is, removed, added), following the same objects."""
    moving = {id(one) for one in old} & {id(one) for one in new}
    pieces: list[tuple[int, list[object], list[object]]] = [(0, [], [])]
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] is new[j]:
            i, j = i + 1, j + 1
            pieces.append((j, [], []))
        elif j == len(new) or (i < len(old) and _goes(old[i], new[j : j + 2], moving)):
            pieces[-1][1].append(old[i])
            i += 1
        else:
            pieces[-1][2].append(new[j])
            j += 1
    return [piece for piece in pieces if piece[1] or piece[2]]


def _goes(old: object, new: Sequence[object], moving: set[int]) -> bool:
    """Tell whether `old` is to be taken out before the next of `new` is put in."""
    if id(old) not in moving:
        return True
    return id(new[0]) in moving and not (len(new) > 1 and new[1] is old)


def _trimmed(hunk: Hunk) -> Hunk:
    """Return a hunk without the documents that are equal at its ends on both sides."""
    old, new = hunk.removed, hunk.added
    least = min(len(old), len(new))
    start = next((at for at in range(least) if not _same(old[at], new[at])), least)
    rest = least - start
    end = next((at for at in range(rest) if not _same(old[-1 - at], new[-1 - at])), rest)
    if not start and not end:
        return hunk
    return Hunk(
        hunk.table, hunk.at + start, old[start : len(old) - end], new[start : len(new) - end]
    )


def _same(old: Document, new: Document) -> bool:
    # To Python 1, 1.0 and True are equal, and so are fields in another order; not so in a file.
    return old == new and json_text(old) == json_text(new)


def _swaps(before: Workspace, after: Workspace) -> list[Swap]:
    old, new = tables_of(before), tables_of(after)
    names = [name for name in {**old, **new} if name not in row_tables()]
    return [
        Swap(name, old.get(name), new.get(name))
        for name in names
        if old.get(name) != new.get(name) or list(old.get(name, ())) != list(new.get(name, ()))
    ]
