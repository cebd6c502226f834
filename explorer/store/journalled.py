"""OpenWorkspace: a workspace that is open; each step is on the disk before it counts."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.model.workspace import Workspace
from explorer.store.changes import Change, Hunk, inverse
from explorer.store.differences import applied, difference, records_of
from explorer.store.faults import Cause, DamagedFile, NotSaved
from explorer.store.files import duplicate, free_name, read_if_there, write_atomically
from explorer.store.journal import journal_path
from explorer.store.journal_records import Kind, Step
from explorer.store.keys import Keys
from explorer.store.lock import Holder, Refusal, WriterLock, hold
from explorer.store.replay import State, read_state
from explorer.store.rescue import rescue
from explorer.store.steps import Stack, read_stack
from explorer.store.storage import bytes_of
from explorer.store.watch import Watch
from explorer.store.workspace_tables import tables_of, workspace_of
from explorer.store.writing import Writer

__all__ = ["Kind", "OpenWorkspace", "Stack", "Step"]


class OpenWorkspace:
    """A workspace's file while it is open, for reading and, where it can be had, for writing.

    `workspace` is what the reader sees. It is on the disk unless `unsaved` says otherwise.
    `read_only` tells in words why nothing can be written, and is empty where it can; `holder` then
    is who writes, if that is the reason. `faults` tells what was wrong with the journal.
    """

    def __init__(self, path: Path, chronicle_id: str, state: State, lock: WriterLock) -> None:
        self.path = path
        self.workspace = state.workspace
        self.faults = state.faults
        self.read_only = ""
        self.holder: Holder | None = None
        self.unsaved: NotSaved | None = None
        self._chronicle = chronicle_id
        self._state = state
        self._kept = state.workspace
        self._keys = Keys(state.workspace)
        self._lock = lock
        self._refusal: Refusal | None = None
        self._writer: Writer | None = None
        self._watch = Watch(path)
        self._stack: Stack | None = None
        self._pending = ""

    @classmethod
    def open(cls, path: Path, chronicle_id: str, *, write: bool = True) -> OpenWorkspace:
        """Open a workspace's file, which need not exist, with the steps that are in its journal.

        Raises DamagedFile, with the last good copy if there is one, when the file is damaged or
        gone; QuotelineError when it may not be read or is another chronicle's. That it cannot be
        written to is no error: see `read_only`.
        """
        lock = WriterLock(path)
        refusal = hold(lock) if write else Refusal(Cause.OTHER, "nothing else was asked for.")
        try:
            opened = cls(path, chronicle_id, read_state(path, chronicle_id), lock)
            opened._refuse(refusal or opened._begin())
        except BaseException:
            lock.release()
            raise
        if opened.read_only:
            lock.release()
        return opened

    def commit(self, after: Workspace, name: str, kind: Kind = Kind.DO) -> None:
        """Make `after` the workspace by a step called `name`; it is on the disk on return.

        `kind` tells whether it takes the last step back (UNDO) or makes it again (REDO). Raises
        NotSaved when it could not be written: `after` is then the workspace nevertheless, the error
        names the rescue file it is in, and the next commit, or `save`, writes it too. Raises
        QuotelineError when `after` would not open again; then nothing changes.
        """
        if self._writer is None:
            raise self._refused(after)
        changes = difference(self._kept, after)
        self._check(after, changes)
        try:
            if changes:
                step = self._writer.add(after, changes, name, kind)
                self._kept = after
                self._keys.take(changes)
                if self._stack is not None:
                    self._stack = self._stack.taking(step)
            self._writer.check()
        except NotSaved as error:
            self.workspace, self._pending = after, name
            self.unsaved = error.with_rescue(rescue(after, self.path))
            raise self.unsaved from error
        self.workspace = after
        self._saved()

    def save(self) -> None:
        """Write what could not be written so far. Raises NotSaved as `commit` does."""
        self.commit(self.workspace, self._pending)

    def stack(self) -> Stack:
        """Return the steps that can be taken back and made again, from earlier runs too."""
        if self._stack is None:
            steps = self._writer.steps if self._writer else self._state.steps
            base = self._writer.base if self._writer else self._state.base
            self._stack = read_stack(self.path, base, steps)
        return self._stack

    def undone(self) -> Workspace:
        """Return the workspace without its last step. Raises QuotelineError if that cannot be."""
        stack = self.stack()
        if not stack.done:
            raise QuotelineError(f"{self.path}: there is no step to take back.")
        changes = inverse(stack.steps[stack.done - 1].changes)
        return applied(self.workspace, changes, self.path)

    def redone(self) -> Workspace:
        """Return the workspace with the step that was taken back last. Raises QuotelineError."""
        stack = self.stack()
        if stack.done == len(stack.steps):
            raise QuotelineError(f"{self.path}: there is no step to make again.")
        return applied(self.workspace, stack.steps[stack.done].changes, self.path)

    @property
    def due(self) -> bool:
        """Whether `fold` is worth calling now, in a thread."""
        return self._writer is not None and self._writer.due

    def fold(self) -> None:
        """Put all steps into the file; this may run in a thread while steps are committed.

        Raises QuotelineError when that fails; the steps are then still safe in the journal.
        """
        if self._writer is not None:
            self._writer.fold()

    def beat(self) -> None:
        """Tell other machines that this one still writes; call it every `lock.BEAT` seconds."""
        self._lock.beat()

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
            self._refuse(Refusal(Cause.OTHER, "it was closed."))

    def refresh(self) -> bool:
        """Read again where another writer changed something; tell whether it did.

        Raises QuotelineError as `open` does. Where this is the writer, nothing is done.
        """
        if self._writer is not None or not self._watch.changed():
            return False
        self._take(read_state(self.path, self._chronicle))
        return True

    def take_over(self) -> bool:
        """Become the writer if nobody else is; tell whether it worked. Raises QuotelineError."""
        if self._writer is not None:
            return True
        refusal = hold(self._lock)
        if refusal is None:
            try:
                self._take(read_state(self.path, self._chronicle))
                refusal = self._begin()
            except BaseException:
                self._lock.release()
                raise
        self._refuse(refusal)
        if refusal is not None:
            self._lock.release()
        return refusal is None

    def keep_mine(self) -> None:
        """Put this workspace in the place of a file that somebody else changed or removed.

        Theirs is kept beside it. Raises NotSaved.
        """
        if self._writer is None:
            raise self._refused(self.workspace)
        self._writer.overwrite(self.workspace)
        self._kept = self.workspace
        self._keys = Keys(self.workspace)
        self._saved()

    def take_theirs(self) -> Path | None:
        """Go on with what somebody else put in the place of the file; return where ours is now.

        Raises QuotelineError when theirs cannot be opened; nothing changes then.
        """
        if self._writer is None:
            raise self._refused(self.workspace)
        ours = rescue(self.workspace, self.path)
        self._writer.abandon()
        journal = journal_path(self.path)
        if read_if_there(journal) is not None:
            duplicate(journal, free_name(journal, "aside"))
            journal.unlink()
        self._take(read_state(self.path, self._chronicle))
        self._refuse(self._begin())
        self.unsaved = None
        return ours

    def save_as(self, path: Path) -> None:
        """Write the workspace to another file, and go on with this one. Raises NotSaved."""
        if read_if_there(path) is not None:
            problem = "not saved, this file is there already."
            raise NotSaved(path, Cause.OTHER, problem, "Choose a new name.")
        write_atomically(path, bytes_of(tables_of(self.workspace), path))

    def _begin(self) -> Refusal | None:
        """Become the writer; return why that cannot be, None where it can."""
        if self._state.is_newer:
            return Refusal(Cause.NEWER, "a newer version of Quoteline made it. Update Quoteline.")
        real = os.access in os.supports_effective_ids
        writable = os.access(self.path, os.W_OK, effective_ids=real)
        if not writable and read_if_there(self.path) is not None:
            return Refusal(Cause.FORBIDDEN, "it may not be written to, nor its folder.")
        self._writer = Writer(self.path, self._state)
        return None

    def _refuse(self, refusal: Refusal | None) -> None:
        self._refusal = refusal
        self.read_only = f"{self.path}: open for reading only; {refusal.words}" if refusal else ""
        self.holder = refusal.holder if refusal else None

    def _take(self, state: State) -> None:
        self._state = state
        self.workspace = self._kept = state.workspace
        self.faults = state.faults
        self._stack = None
        self._keys = Keys(state.workspace)

    def _saved(self) -> None:
        fault, self.unsaved = self.unsaved, None
        if fault is not None and fault.rescue is not None:
            with contextlib.suppress(OSError):
                fault.rescue.unlink(missing_ok=True)

    def _refused(self, after: Workspace) -> NotSaved:
        """Return the error for a step that has no writer; it is rescued if nobody else writes."""
        refusal = self._refusal or Refusal(Cause.OTHER, "it was closed.")
        problem = f"not saved, it is open for reading only: {refusal.words}"
        if refusal.cause is Cause.HELD:
            return NotSaved(self.path, Cause.HELD, problem, "Wait until it is closed there.")
        self.workspace = after
        error = NotSaved(self.path, refusal.cause, problem, "Then open it again, or save another.")
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
                f"{self.path}: not saved: {error.problem} Correct that first."
            ) from error
