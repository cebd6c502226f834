"""Checks: what is wrong with a chronicle or a workspace and the files beside it, and its repair."""

from __future__ import annotations

import contextlib
import glob
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.model.workspace import Workspace
from explorer.store import chronicle_tables, workspace_tables
from explorer.store.copies import copies_of, keep_copy
from explorer.store.damage import last_good_copy, restore_copy
from explorer.store.faults import DamagedFile, MissingFile
from explorer.store.files import duplicate, free_name, read_if_there, write_atomically
from explorer.store.folders import texts_folder
from explorer.store.good import open_what_is_good, open_workspace_what_is_good
from explorer.store.journal import journal_path
from explorer.store.journal_records import Head, lines_of
from explorer.store.journalled import OpenWorkspace
from explorer.store.lock import WriterLock
from explorer.store.replay import State, read_state
from explorer.store.rescue import rescues_of
from explorer.store.restoring import content_of, is_workspace, open_either
from explorer.store.steps import history_path, read_stack
from explorer.store.storage import bytes_of
from explorer.store.texts import TextStore

_BEFORE = "before-repair"
_STALE = 3_600.0
"""Seconds after which nobody can still be writing a temporary file."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was looked at: what was found, and how it can be repaired if it is wrong.

    `repair` says in words what `mend` would do; both are empty where nothing is wrong or nothing
    can be done here.
    """

    words: str
    wrong: bool = False
    repair: str = ""
    mend: Callable[[], None] | None = None


def checked(path: Path) -> tuple[Finding, ...]:
    """Look at a file and what lies beside it; nothing is written.

    Raises MissingFile when there is neither the file nor a trace of it, QuotelineError when it may
    not be read.
    """
    present = read_if_there(path) is not None
    if not present and not copies_of(path) and read_if_there(journal_path(path)) is None:
        raise MissingFile(path)
    findings = [*_of_file(path), *_of_copies(path), *_of_strays(path), *_of_rescues(path)]
    if is_workspace(path):
        findings += [*_of_steps(path), *_of_texts(path)]
    return tuple(findings)


def mended(path: Path, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """Make the repairs that findings offer, after a copy of the file; return what was done.

    Raises QuotelineError when another window has the file open or a repair fails.
    """
    lock = WriterLock(path)
    if not lock.take():
        raise QuotelineError(
            said(
                "{path}: not repaired, {holder} has it open. Close it there.",
                path=path,
                holder=lock.holder(),
            )
        )
    lock.release()
    done: list[str] = []
    repairs = [one for one in findings if one.mend is not None]
    if repairs and read_if_there(path) is not None:
        done.append(f"kept a copy: {keep_copy(path, path, _BEFORE)}")
    for one in repairs:
        assert one.mend is not None  # noqa: S101 - chosen so
        one.mend()
        done.append(one.repair)
    return tuple(done)


def _of_file(path: Path) -> Iterator[Finding]:
    try:
        held = open_either(path)
    except DamagedFile as error:
        yield _damage(path, error.problem)
        return
    except MissingFile:
        if not copies_of(path) and _owner(path):
            yield Finding("there is no file yet, only its journal")
        else:
            yield _damage(path, "the file is gone.")
        return
    if isinstance(held, Chronicle):
        counts = ", ".join(
            f"{len(getattr(held, table))} {table}" for table in chronicle_tables.TABLES
        )
        yield Finding(f"chronicle '{held.id}': {counts}; ids and references are whole")
    else:
        counts = ", ".join(
            f"{len(getattr(held, table))} {table}" for table in workspace_tables.TABLES
        )
        yield Finding(f"workspace for '{held.chronicle}': {counts}; ids are whole")


def _damage(path: Path, problem: str) -> Finding:
    copy = last_good_copy(path)
    if copy is not None:
        repair = f"put the last good copy in its place, {copy}, and keep what is there"
        return Finding(problem, True, repair, lambda: _restore(path))
    if read_if_there(path) is None:
        return Finding(f"{problem} None of its copies opens.", wrong=True)
    good, faults = _good(path)
    listed = "".join(f"\n    {fault}" for fault in faults)
    repair = f"keep it aside and write the good records alone, without {len(faults)} that are bad"
    return Finding(problem + listed, True, repair, lambda: _write_good(path, good))


def _restore(path: Path) -> None:
    restore_copy(path)


def _good(path: Path) -> tuple[Chronicle | Workspace, tuple[str, ...]]:
    return open_workspace_what_is_good(path) if is_workspace(path) else open_what_is_good(path)


def _write_good(path: Path, good: Chronicle | Workspace) -> None:
    duplicate(path.resolve(), free_name(path.resolve(), "damaged"))
    if isinstance(good, Workspace):
        write_atomically(path, bytes_of(workspace_tables.tables_of(good), path))
    else:
        write_atomically(path, bytes_of(chronicle_tables.tables_of(good), path))


def _of_copies(path: Path) -> Iterator[Finding]:
    # What was kept before a repair may well be what needed it.
    copies = [one for one in copies_of(path) if one.label != _BEFORE]
    bad = [one for one in copies if content_of(one.path).fault]
    if len(copies) > len(bad):
        yield Finding(f"{len(copies) - len(bad)} good copies, the newest {copies[0].path.name}")
    for one in bad:
        yield Finding(f"the copy {one.path} does not open: {content_of(one.path).fault}", True)


def _of_strays(path: Path) -> Iterator[Finding]:
    target = path.resolve()
    for stray in target.parent.glob(f".{glob.escape(target.name)}*.tmp"):
        if time.time() - stray.stat().st_mtime > _STALE:
            words = f"{stray.name}: left by a run that was killed while it wrote"
            yield Finding(words, True, f"remove {stray.name}", stray.unlink)


def _of_rescues(path: Path) -> Iterator[Finding]:
    for one in rescues_of(path):
        words = f"{one}: work that could not be saved is there; the window offers to bring it back"
        yield Finding(words, wrong=True)


def _owner(path: Path) -> str:
    """Return the id of the chronicle that a workspace is for, empty where nothing says it."""
    with contextlib.suppress(DamagedFile, MissingFile):
        held = open_either(path)
        return held.chronicle if isinstance(held, Workspace) else ""
    lines, _ = lines_of(read_if_there(journal_path(path)) or b"", path)
    head = lines[0].record if lines else None
    return head.chronicle if isinstance(head, Head) and not copies_of(path) else ""


def _state(path: Path) -> State | None:
    """Return how file and journal stand, None where the file has to be repaired first."""
    try:
        owner = _owner(path)
        return read_state(path, owner) if owner else None
    except QuotelineError:
        return None


def _of_steps(path: Path) -> Iterator[Finding]:
    journal = journal_path(path)
    raw = read_if_there(journal)
    state = _state(path)
    if state is None:
        if raw is not None:
            yield Finding(f"{journal.name}: looked at again once the file is repaired", True)
        return
    lock = WriterLock(path)
    holder = lock.holder()
    if holder is not None and lock.take():
        lock.release()
        holder = None
    if holder is not None:
        yield Finding(f"{holder} has it open; its journal is in use")
    elif raw is not None:
        told = "".join(f"\n    {fault}" for fault in state.faults)
        words = f"{journal.name}: {len(state.steps)} steps that are not in the file yet{told}"
        repair = "fold them into the file" + (", the journal kept aside" if told else "")
        chronicle = state.workspace.chronicle
        yield Finding(words, True, repair, lambda: OpenWorkspace.open(path, chronicle).close())
    if read_if_there(history_path(path)) is not None:
        stack = read_stack(path, state.base, state.steps)
        words = f"{history_path(path).name}: {stack.done} steps can be taken back"
        yield Finding(words + ("" if stack.steps else "; it belongs to another file"))


def _of_texts(path: Path) -> Iterator[Finding]:
    state = _state(path)
    texts = TextStore(texts_folder(path))
    for one in state.workspace.attachments if state is not None else ():
        try:
            texts.get(one.sha256)
        except QuotelineError as error:
            yield Finding(f"attached to '{one.article}': {error}", wrong=True)
