"""Restoring: what each copy of a file holds, and one of them put back in its place."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.model.workspace import Workspace
from explorer.store.chronicle_tables import CHRONICLE
from explorer.store.copies import Copy
from explorer.store.faults import Cause, DamagedFile, NotSaved
from explorer.store.files import duplicate, free_name, read_if_there, read_whole, write_atomically
from explorer.store.journal import journal_path
from explorer.store.lock import WriterLock, hold
from explorer.store.steps import history_path
from explorer.store.tables import load, read_tables, schema_of
from explorer.store.workspace_tables import WORKSPACE


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, counted by its tables' names, and the latest moment noted in it.

    `latest` is ISO 8601 in UTC, empty where nothing in it bears a moment. `fault` says what is
    wrong where it does not open; the counts are empty then.
    """

    counts: dict[str, int]
    latest: str = ""
    fault: str = ""


def content_of(path: Path) -> Content:
    """Return what a chronicle's or workspace's file, or a copy of one, holds; it never raises."""
    try:
        held = open_either(path)
    except DamagedFile as error:
        return Content({}, fault=error.problem)
    except QuotelineError as error:
        return Content({}, fault=error.said)
    return content_of_one(held)


def content_of_one(held: Chronicle | Workspace) -> Content:
    """Return what a chronicle or workspace holds, which need not be in a file."""
    if isinstance(held, Chronicle):
        return Content({"events": len(held.events), "articles": len(held.articles)})
    moments = [one.created for one in held.bookmarks] + [one.attached for one in held.attachments]
    moments += [one.decided for one in held.decisions]
    moments += [one.resolved for one in held.resolutions]
    moments += [one.written for one in held.notes]
    moments += [one.rated for one in held.ratings]
    moments += [one.created for one in held.collections]
    notes = sum(1 for one in held.bookmarks if one.note) + len(held.notes)
    counts = {"bookmarks": len(held.bookmarks), "notes": notes, "views": len(held.views)}
    return Content(counts | {"attachments": len(held.attachments)}, max(moments, default=""))


def open_either(path: Path) -> Chronicle | Workspace:
    """Return the chronicle or workspace that a file holds. Raises as `tables.load` does."""
    return load(path, WORKSPACE) if is_workspace(path) else load(path, CHRONICLE)


def is_workspace(path: Path) -> bool:
    """Tell whether a file is a workspace, by what it says or, failing that, by its name."""
    with contextlib.suppress(QuotelineError):
        schema_of(read_tables(path), path, WORKSPACE.name)
        return True
    with contextlib.suppress(QuotelineError):
        schema_of(read_tables(path), path, CHRONICLE.name)
        return False
    return ".workspace." in path.name


def bring_back(path: Path, copy: Copy) -> tuple[Path, ...]:
    """Put a copy in the place of a file; return where what it replaces is kept.

    The file, its journal and its history each stay under a name of their own, `.replaced-<n>`; the
    copy stays as well. Raises NotSaved when another window has the file open or there is no room,
    QuotelineError when the copy does not open.
    """
    fault = content_of(copy.path).fault
    if fault:
        raise QuotelineError(
            said(
                "{path}: this copy does not open: {fault} Choose another one.",
                path=copy.path,
                fault=fault,
            )
        )
    lock = WriterLock(path)
    refusal = hold(lock)
    if refusal is not None:
        advice = said("Close it there first.")
        raise NotSaved(path, Cause.HELD, said("not restored, {why}", why=refusal.words), advice)
    try:
        raw = read_whole(copy.path)
        kept: list[Path] = []
        target = path.resolve()
        for one in (target, journal_path(path), history_path(path)):
            if read_if_there(one) is not None:
                kept.append(free_name(one, "replaced"))
                duplicate(one, kept[-1])
        write_atomically(path, raw)
        # They belong to what was replaced: left here, their steps would be made on the copy.
        for one in (journal_path(path), history_path(path)):
            one.unlink(missing_ok=True)
    finally:
        lock.release()
    return tuple(kept)
