"""Restoring: what each copy of a file holds, and one of them put back in its place."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.model.workspace import Workspace
from explorer.store.chronicle_tables import CHRONICLE
from explorer.store.chronicles import open_chronicle
from explorer.store.codec_fields import short
from explorer.store.copies import Copy, copies_of, keep_copy
from explorer.store.faults import Cause, DamagedFile, GivenUpError, NotSaved
from explorer.store.files import duplicate, free_name, read_if_there, read_whole, write_atomically
from explorer.store.folders import leave_alone
from explorer.store.journal import journal_path
from explorer.store.lock import WriterLock, hold
from explorer.store.steps import history_path
from explorer.store.tables import load, read_tables, schema_of
from explorer.store.workspace_tables import WORKSPACE

BEFORE_RESTORE = "before-restore"
"""The label of the copy that is kept of what another copy takes the place of."""

Tell = Callable[[int, int], None]
"""Is told how many of how many events are read, and may raise GivenUpError."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, counted by its tables' names, and the latest moment noted in it.

    `latest` is ISO 8601 in UTC, empty where nothing in it bears a moment. `fault` says what is
    wrong where it does not open; the counts are empty then.
    """

    counts: dict[str, int]
    latest: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """The copies of a file with what each holds, newest first, and what it holds now.

    `written` is when the file was written (seconds UTC) and `size` how many bytes it has, 0 where
    that is not known.
    """

    path: Path
    now: Content
    copies: Sequence[tuple[Copy, Content]]
    written: float = 0.0
    size: int = 0


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
        names = ("events", "actors", "articles", "passages")
        return Content({name: len(getattr(held, name)) for name in names})
    moments = [one.created for one in held.bookmarks] + [one.attached for one in held.attachments]
    moments += [one.decided for one in held.decisions]
    moments += [one.resolved for one in held.resolutions]
    moments += [one.written for one in held.notes]
    moments += [one.rated for one in held.ratings]
    moments += [one.created for one in held.collections]
    notes = sum(1 for one in held.bookmarks if one.note) + len(held.notes)
    counts = {"bookmarks": len(held.bookmarks), "notes": notes, "views": len(held.views)}
    return Content(counts | {"attachments": len(held.attachments)}, max(moments, default=""))


def chronicle_copies(path: Path, now: Chronicle, cache: Path, tell: Tell) -> Listed:
    """Return the copies of a chronicle's file, which holds `now`.

    Of very many events the arrays are kept in the folder `cache`, and only counted here. `tell`
    may end it by raising GivenUpError.
    """
    found = []
    for copy in copies_of(path):
        tell(0, 0)
        try:
            content = content_of_one(open_chronicle(copy.path, cache, tell))
        except GivenUpError:
            raise
        except DamagedFile as error:
            content = Content({}, fault=error.problem)
        except QuotelineError as error:
            content = Content({}, fault=error.said)
        found.append((copy, content))
    listed = Listed(path, content_of_one(now), found)
    with contextlib.suppress(OSError):
        known = path.stat()
        return replace(listed, written=known.st_mtime, size=known.st_size)
    return listed


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
        raise _unfit(copy, fault)
    with _alone(path):
        raw = read_whole(copy.path)
        kept: list[Path] = []
        target = path.resolve()
        for one in (target, journal_path(path), history_path(path)):
            if read_if_there(one) is not None:
                kept.append(free_name(one, "replaced"))
                duplicate(one, kept[-1])
        leave_alone(path, raw)
        write_atomically(path, raw)
        # They belong to what was replaced: left here, their steps would be made on the copy.
        for one in (journal_path(path), history_path(path)):
            one.unlink(missing_ok=True)
    return tuple(kept)


def bring_chronicle_back(path: Path, copy: Copy, chronicle: str, cache: Path) -> Path | None:
    """Put a copy of the chronicle of that id in the place of its file, which may be open here.

    What it replaces is kept as a copy, which is returned; None where there was no file. Raises
    NotSaved when it cannot be written, QuotelineError when the copy does not open or is of another
    chronicle; the file is as it was then.
    """
    try:
        held = open_chronicle(copy.path, cache)
    except DamagedFile as error:
        raise _unfit(copy, error.problem) from error
    if held.id != chronicle:
        problem = said(
            "it holds the chronicle '{other}', not '{own}'.",
            other=short(held.id),
            own=short(chronicle),
        )
        raise _unfit(copy, problem)
    with _alone(path):
        raw = read_whole(copy.path)
        present = read_if_there(path)
        kept = None if present is None else keep_copy(path, path, BEFORE_RESTORE)
        leave_alone(path, raw)
        write_atomically(path, raw)
    return kept


def _unfit(copy: Copy, fault: str) -> QuotelineError:
    return QuotelineError(
        said(
            "{path}: this copy was not used: {fault} Choose another one.",
            path=copy.path,
            fault=fault,
        )
    )


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the right to write to a file; NotSaved says why that cannot be had."""
    lock = WriterLock(path)
    refusal = hold(lock)
    if refusal is not None:
        held = refusal.cause is Cause.HELD
        close, permit = (
            said("Close it there first."),
            said("Give yourself permission to write there."),
        )
        problem = said("not restored, {why}", why=refusal.words)
        raise NotSaved(path, refusal.cause, problem, close if held else permit)
    try:
        yield
    finally:
        lock.release()
