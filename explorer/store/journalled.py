"""OpenWorkspace: a workspace that is open; each step is on the disk before it counts."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.model.workspace import Workspace
from explorer.store.changes import Change, Hunk, inverse
from explorer.store.differences import applied, difference, records_of
from explorer.store.faults import Cause, DamagedFile, NotSaved, not_saved
from explorer.store.files import duplicate, free_name, read_if_there, write_atomically
from explorer.store.held import Held, Pending
from explorer.store.journal import journal_path
from explorer.store.journal_records import Kind, Mark, Step
from explorer.store.keys import Keys
from explorer.store.lock import Refusal
from explorer.store.replay import read_state
from explorer.store.rescue import rescue
from explorer.store.steps import Stack, keep_steps
from explorer.store.storage import bytes_of
from explorer.store.workspace_tables import tables_of, workspace_of
from explorer.store.writing import Writer

__all__ = ["Kind", "OpenWorkspace", "Stack", "Step"]


class OpenWorkspace(Held):
    """A workspace's file while it is open: steps go in, are taken back and are folded."""

    def commit(self, after: Workspace, name: str, kind: Kind = Kind.DO) -> None:
        """Make `after` the workspace by a step called `name`; it is on the disk on return.

        `kind` tells whether it takes the last step back (UNDO) or makes it again (REDO). Raises
        NotSaved when it could not be written: `after` is then the workspace nevertheless, the error
        names the rescue file it is in, and the next commit, or `save`, writes it too. Raises
        QuotelineError when `after` would not open again; then nothing changes.
        """
        if self._writer is None:
            raise self._refused(after)
        before = self.workspace
        changes = difference(before, after)
        self._check(after, changes)
        self._keys.take(changes)
        self.workspace = after
        if changes:
            self._pending.append(Pending(after, changes, name, kind))
        try:
            self.save()
        except NotSaved:
            raise
        except QuotelineError:  # it is such that no line of a journal can hold it
            del self._pending[-1:]
            self.workspace = before
            self._keys = Keys(before)
            raise

    def save(self) -> None:
        """Write what could not be written so far, step by step. Raises NotSaved as `commit`."""
        if self._writer is None:
            raise self._refused(self.workspace)
        try:
            self._write_pending(self._writer)
            self.check()
        except NotSaved as error:
            raise self.put_aside(error) from error
        self._saved()

    def put_aside(self, error: NotSaved) -> NotSaved:
        """Put the workspace in a rescue file; return the fault, which then names it."""
        self.unsaved = error.with_rescue(rescue(self.workspace, self.path))
        return self.unsaved

    def _write_pending(self, writer: Writer) -> None:
        while self._pending:
            one = self._pending[0]
            step = writer.add(one.after, one.changes, one.name, one.kind)
            del self._pending[0]
            if self._stack is not None:
                self._stack = self._stack.taking(step)
            else:
                self._since.append(step)
            self._journals = True

    def undone(self) -> Workspace:
        """Return the workspace without its last step. Raises QuotelineError if that cannot be."""
        stack = self.stack()
        if not stack.done:
            raise QuotelineError(said("{path}: there is no step to take back.", path=self.path))
        return self.without(stack.steps[stack.done - 1])

    def without(self, step: Step) -> Workspace:
        """Return the workspace with a step taken back. Raises Mismatch where it does not fit."""
        return applied(self.workspace, inverse(step.changes), self.path)

    def once_more(self, step: Step) -> Workspace:
        """Return the workspace with a step made again. Raises Mismatch where it does not fit."""
        return applied(self.workspace, step.changes, self.path)

    def redone(self) -> Workspace:
        """Return the workspace with the step that was taken back last. Raises QuotelineError."""
        stack = self.stack()
        if stack.done == len(stack.steps):
            raise QuotelineError(said("{path}: there is no step to make again.", path=self.path))
        return self.once_more(stack.steps[stack.done])

    @property
    def due(self) -> bool:
        """Whether `fold` is worth calling now, in a thread."""
        return self._writer is not None and self._writer.due

    def check(self) -> None:
        """Look whether file and journal are still there; this may run in a thread.

        A journal that somebody removed is made up for by folding. Raises NotSaved where the file
        was changed or is gone.
        """
        writer = self._writer
        if writer is not None:
            writer.check()
            if self._journals and not journal_path(self.path).exists():
                writer.fold()

    def fold(self) -> None:
        """Put all steps into the file; this may run in a thread while steps are committed.

        Raises QuotelineError when that fails; the steps are then still safe in the journal.
        """
        if self._writer is not None:
            self._writer.fold()

    def close(self) -> None:
        """Fold, remove the journal and let the next writer in.

        Raises QuotelineError when folding fails; the file is let go of all the same, and the steps
        are in the journal for the next time it is opened.
        """
        writer, self._writer = self._writer, None
        try:
            if writer is not None:
                try:
                    writer.fold()
                    writer.end()
                finally:
                    writer.abandon()
        finally:
            self._lock.release()
            self._refuse(Refusal(Cause.OTHER, said("it was closed.")))

    def keep_mine(self) -> None:
        """Put this workspace in the place of a file that somebody else changed or removed.

        Theirs is kept beside it, their journal too. Raises NotSaved.
        """
        if self._writer is None:
            raise self._refused(self.workspace)
        try:
            try:
                self._overwrite(self._writer)
            except NotSaved as error:
                if error.cause is not Cause.CHANGED:
                    raise
                self._put_journal_aside("other")
                self._overwrite(self._writer)
        except NotSaved as error:
            raise self.put_aside(error) from error
        self._saved()

    def _overwrite(self, writer: Writer) -> None:
        self._write_pending(writer)
        writer.overwrite(self.workspace)

    def take_theirs(self) -> Path | None:
        """Go on with what somebody else put in the place of the file; return where ours is now.

        Raises QuotelineError when theirs cannot be opened; nothing changes then.
        """
        if self._writer is None:
            raise self._refused(self.workspace)
        read_state(self.path, self._chronicle)  # raises before anything is changed
        ours = rescue(self.workspace, self.path)
        self._writer.abandon()
        self._put_journal_aside("aside")
        self._take(read_state(self.path, self._chronicle))
        self._refuse(self._begin())
        self.unsaved = None
        return ours

    def save_as(self, path: Path) -> None:
        """Write the workspace to another file, with the steps that led to it, and go on with this.

        Raises NotSaved.
        """
        if read_if_there(path) is not None:
            problem = not_saved(said("this file is there already."))
            raise NotSaved(path, Cause.OTHER, problem, said("Choose a new name."))
        raw = bytes_of(tables_of(self.workspace), path)
        steps = in_order(self.stack())
        if steps:
            keep_steps(path, "", steps, Mark(steps[-1].sequence, sha256(raw).hexdigest()))
        write_atomically(path, raw)

    def leave(self) -> None:
        """Let go of the file without writing to it, as the work goes on in another one.

        The journal is put aside, or its steps would be made on what stands there then.
        """
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.abandon()
            with contextlib.suppress(QuotelineError, OSError):
                self._put_journal_aside("aside")
        self._saved()
        self._lock.release()
        self._refuse(Refusal(Cause.OTHER, said("it was closed.")))

    def _put_journal_aside(self, word: str) -> None:
        journal = journal_path(self.path)
        if read_if_there(journal) is not None:
            duplicate(journal, free_name(journal, word))
            journal.unlink()

    def _saved(self) -> None:
        fault, self.unsaved = self.unsaved, None
        if fault is not None and fault.rescue is not None:
            with contextlib.suppress(OSError):
                fault.rescue.unlink(missing_ok=True)

    def _refused(self, after: Workspace) -> NotSaved:
        """Return the error for a step that has no writer; it is rescued if nobody else writes."""
        refusal = self._refusal or Refusal(Cause.OTHER, said("it was closed."))
        problem = not_saved(said("it is open for reading only: {why}", why=refusal.words))
        if refusal.cause is Cause.HELD:
            return NotSaved(self.path, Cause.HELD, problem, said("Wait until it is closed there."))
        self.workspace = after
        error = NotSaved(
            self.path, refusal.cause, problem, said("Then open it again, or save another.")
        )
        self.unsaved = error.with_rescue(rescue(after, self.path))
        return self.unsaved

    def _check(self, after: Workspace, changes: Sequence[Change]) -> None:
        """Raise QuotelineError when the workspace would not open again after these changes."""
        try:
            for change in changes:
                if isinstance(change, Hunk):
                    records_of(change.table, change.added, self.path)
            if self._keys.may_repeat(changes):
                workspace_of(tables_of(after), self.path)
        except DamagedFile as error:
            raise QuotelineError(
                said(
                    "{path}: not saved: {problem} Correct that first.",
                    path=self.path,
                    problem=error.problem,
                )
            ) from error


def in_order(stack: Stack) -> list[Step]:
    """Return the steps that lead to a stack, numbered from 1, those taken back at the end."""
    steps = [replace(one, sequence=at) for at, one in enumerate(stack.steps, start=1)]
    back = stack.steps[stack.done :]
    return steps + [
        Step(len(steps) + at, Kind.UNDO, one.name, one.moment)
        for at, one in enumerate(reversed(back), start=1)
    ]
