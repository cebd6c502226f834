"""Writing: each step into the journal of a workspace, and from time to time into its file."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.model.workspace import Workspace
from explorer.store.changes import Change
from explorer.store.collecting import uncollected
from explorer.store.copies import keep_copy
from explorer.store.differences import difference
from explorer.store.faults import Cause, DamagedFile, NotSaved, not_saved
from explorer.store.files import copy_path, duplicate, free_name, read_if_there, unwritten
from explorer.store.files import write_atomically as put_file
from explorer.store.journal import Journal, journal_path
from explorer.store.journal_records import Head, Kind, Mark, Step, line_of
from explorer.store.migrations import WORKSPACE_UPGRADES, newest
from explorer.store.replay import State
from explorer.store.steps import keep_steps
from explorer.store.storage import bytes_of
from explorer.store.watch import Signature, signature
from explorer.store.workspace_tables import tables_of, workspace_of

_LARGE = 2**20
"""Bytes of a journal that are worth a folding whatever the size of the file."""


class Writer:
    """The one writer of a workspace's file and journal.

    `add` may be called in the window's thread while `fold` runs in another.
    """

    def __init__(self, path: Path, state: State) -> None:
        self._path = path
        self._chronicle = state.workspace.chronicle
        self._workspace = state.workspace
        self._base = state.base
        self._schema = state.schema
        self._seen: set[Signature] = {state.seen}
        self._last = state.last
        self._folded = state.folded
        self._steps = list(state.steps)
        self._journal = Journal(journal_path(path))
        self._guard = threading.Lock()
        self._folding = threading.Lock()
        self._take_up(state)

    @property
    def due(self) -> bool:
        """Whether the journal has grown so large that it should be folded."""
        return self._journal.size > max(_LARGE, max(one.size for one in self._seen) // 5)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that are not in the file yet."""
        return tuple(self._steps)

    @property
    def base(self) -> str:
        """The SHA-256 of the file's bytes, empty where there is none yet."""
        return self._base

    def add(self, workspace: Workspace, changes: Sequence[Change], name: str, kind: Kind) -> Step:
        """Add the step whose changes lead to `workspace`; it is on the disk when this returns.

        Raises NotSaved; then the step does not count.
        """
        with self._guard:
            moment = datetime.now(UTC).isoformat(timespec="milliseconds")
            step = Step(self._last + 1, kind, name, moment, tuple(changes))
            line = _line(step, self._path)
            try:
                if self._journal.sound and self._journal.in_place():
                    self._journal.add(line)
                else:
                    self._begin_anew(line)
            except OSError as error:
                raise unwritten(self._path, error) from error
            self._last = step.sequence
            self._steps.append(step)
            self._workspace = workspace
        return step

    def check(self) -> None:
        """Raise NotSaved when the file is no longer the one that the steps were taken from."""
        with self._guard:
            self._check()

    def fold(self) -> None:
        """Put all steps into the file; steps that are added meanwhile stay in the journal.

        At every moment the file is whole, and it and the journal together hold every step. Raises
        NotSaved, and QuotelineError when the workspace would not open again; nothing is lost then.
        """
        with self._folding:
            with self._guard:
                workspace, count, base = self._workspace, len(self._steps), self._base
            if not count:
                return
            with uncollected():
                raw = _checked_bytes(workspace, self._path)
            fresh = sha256(raw).hexdigest()
            mark = Mark(self._steps[count - 1].sequence, fresh)
            keep_steps(self._path, base, self._steps[:count], mark)
            if fresh != base:
                self._replace(raw, mark)
            with self._guard:
                self._settle(fresh, count, mark.sequence)

    def overwrite(self, workspace: Workspace) -> None:
        """Put a workspace in the place of a file that somebody else changed or removed.

        Theirs is kept beside it as `<name>.other-<n>`. Raises NotSaved.
        """
        with self._folding, self._guard:
            raw = _checked_bytes(workspace, self._path)
            mark = Mark(self._last, sha256(raw).hexdigest())
            if read_if_there(self._path) is not None:
                duplicate(self._path, free_name(self._path.resolve(), "other"))
            keep_steps(self._path, self._base, self._steps, mark)
            put_file(self._path, raw, ready=lambda _: self._note(mark))
            self._workspace = workspace
            self._settle(mark.file, len(self._steps), mark.sequence)

    def end(self) -> None:
        """Remove the journal, all of which is in the file, or only let go of it."""
        with self._guard:
            if self._steps:
                self._journal.release()
                return
            try:
                self._journal.remove()
            except OSError as error:
                raise unwritten(self._journal.path, error) from error

    def abandon(self) -> None:
        """Let go of the journal without touching it."""
        self._journal.release()

    def _take_up(self, state: State) -> None:
        """Go on from the journal that is there, or write one that says the same and is sound."""
        journal = self._journal.path
        if state.sound:
            try:
                self._journal.go_on(state.sound)
            except OSError as error:
                raise unwritten(self._path, error) from error
            return
        if read_if_there(journal) is None:
            return
        if state.faults:
            duplicate(journal, free_name(journal, "damaged"))
        if not state.steps and not state.faults:
            return
        # What was made of the old steps becomes one step of its own, exact from the file in place.
        changes = difference(state.origin, state.workspace)
        moment = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._folded = state.last
        self._steps = (
            [Step(state.last + 1, Kind.DO, "Recovery", moment, changes)] if changes else []
        )
        self._last = state.last + len(self._steps)
        self._begin_anew(b"")

    def _begin_anew(self, line: bytes) -> None:
        """Write a journal of all that the file lacks, and `line`, where none is to go on from."""
        gone = signature(self._journal.path) == Signature()
        if self._journal.size and not gone and not self._journal.in_place():
            raise self._changed(said("its journal"))
        head = Head(self._base, self._folded, self._chronicle, newest(WORKSPACE_UPGRADES))
        self._journal.begin(b"".join((line_of(head), *map(line_of, self._steps), line)))

    def _replace(self, raw: bytes, mark: Mark) -> None:
        old = self._base != ""
        if self._schema < newest(WORKSPACE_UPGRADES) and old:
            keep_copy(self._path, self._path, f"schema-{self._schema}")
        put_file(self._path, raw, keep_copy=old, ready=lambda fresh: self._ready(fresh, mark))
        self._schema = newest(WORKSPACE_UPGRADES)
        if old and copy_path(self._path).exists():
            keep_copy(self._path, copy_path(self._path))

    def _ready(self, fresh: Path, mark: Mark) -> None:
        with self._guard:
            self._check()
            self._note(mark)
            self._seen.add(signature(fresh))

    def _note(self, mark: Mark) -> None:
        """Note in the journal which file is about to hold the steps so far."""
        if not (self._journal.sound and self._journal.in_place()):
            self._begin_anew(b"")
        self._journal.add(line_of(mark))

    def _settle(self, fresh: str, count: int, sequence: int) -> None:
        self._base, self._folded = fresh, sequence
        self._seen = {signature(self._path)}
        del self._steps[:count]
        head = Head(fresh, sequence, self._chronicle, newest(WORKSPACE_UPGRADES))
        self._journal.begin(b"".join((line_of(head), *map(line_of, self._steps))))

    def _check(self) -> None:
        now = signature(self._path)
        if now in self._seen:
            return
        raw = read_if_there(self._path)
        if raw is None and not self._base:
            return
        if raw is not None and sha256(raw).hexdigest() == self._base:
            self._seen.add(now)  # touched, or brought back
            return
        raise self._changed(said("the file") if raw is not None else "")

    def _changed(self, what: str) -> NotSaved:
        if what:
            problem = not_saved(
                said("somebody else changed {what} while it was open here.", what=what)
            )
            advice = said(
                "Keep yours (theirs is kept beside it), take theirs, or save another file."
            )
            return NotSaved(self._path, Cause.CHANGED, problem, advice)
        problem = not_saved(
            said("the file is gone: it was moved, renamed or removed while it was open.")
        )
        advice = said("Save it here again, or save another file.")
        return NotSaved(self._path, Cause.VANISHED, problem, advice)


def _checked_bytes(workspace: Workspace, path: Path) -> bytes:
    tables = tables_of(workspace)
    try:
        workspace_of(tables, path)
    except DamagedFile as error:
        raise QuotelineError(
            said(
                "{path}: not saved: {problem} Correct that first.", path=path, problem=error.problem
            )
        ) from error
    return bytes_of(tables, path)


def _line(step: Step, path: Path) -> bytes:
    try:
        return line_of(step)
    except RecursionError as error:
        raise QuotelineError(
            said("{path}: not saved, the data is nested too deeply.", path=path)
        ) from error
