"""Held: a workspace's file as it is open, for reading and, where it can be had, for writing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from explorer.model.said import said
from explorer.model.workspace import Workspace
from explorer.store.changes import Change
from explorer.store.faults import Cause, NotSaved
from explorer.store.files import read_if_there
from explorer.store.journal_records import Kind, Step
from explorer.store.keys import Keys
from explorer.store.lock import Holder, Refusal, WriterLock, hold
from explorer.store.replay import State, read_state
from explorer.store.steps import Stack, last_sequence, read_stack
from explorer.store.watch import Watch
from explorer.store.writing import Writer


@dataclass(frozen=True, slots=True)
class Pending:
    """A step that counts for the reader though it could not be written so far."""

    after: Workspace
    changes: tuple[Change, ...]
    name: str
    kind: Kind


class Held:
    """A workspace's file while it is open: who may write to it, and what stands in it.

    `workspace` is what the reader sees. It is on the disk unless `unsaved` says otherwise.
    `read_only` tells in words why nothing can be written, and is empty where it can; `cause` says
    it in one word, and `holder` is who writes, if that is the reason. `faults` tells what was wrong
    with the journal.
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
        self._keys = Keys(state.workspace)
        self._lock = lock
        self._refusal: Refusal | None = None
        self._writer: Writer | None = None
        self._watch = Watch(path)
        self._stack: Stack | None = None
        self._since: list[Step] = []
        self._journals = False
        self._pending: list[Pending] = []

    @classmethod
    def open(cls, path: Path, chronicle_id: str, *, write: bool = True) -> Self:
        """Open a workspace's file, which need not exist, with the steps that are in its journal.

        Raises DamagedFile, with the last good copy if there is one, when the file is damaged or
        gone; QuotelineError when it may not be read or is another chronicle's. That it cannot be
        written to is no error: see `read_only`.
        """
        lock = WriterLock(path)
        refusal = hold(lock) if write else Refusal(Cause.OTHER, said("nothing else was asked for."))
        try:
            opened = cls(path, chronicle_id, read_state(path, chronicle_id), lock)
            opened._refuse(refusal or opened._begin())
        except BaseException:
            lock.release()
            raise
        if opened.read_only:
            lock.release()
        return opened

    def stack(self) -> Stack:
        """Return the steps that can be taken back and made again, from earlier runs too."""
        if self._stack is None:
            self.take_past(self.read_past())
        assert self._stack is not None  # noqa: S101 - taken just now
        return self._with_pending(self._stack)

    @property
    def known(self) -> Stack | None:
        """The stack as `stack` returns it, None where it was not read yet, which takes a while."""
        return None if self._stack is None else self._with_pending(self._stack)

    def read_past(self) -> tuple[Stack, int]:
        """Read the steps so far; this may run in a thread, and `take_past` takes what it returns.

        The number is that of the last step among them.

        Raises QuotelineError when the history may not be read.
        """
        writer = self._writer
        base = writer.base if writer else self._state.base
        steps = writer.steps if writer else self._state.steps
        last = steps[-1].sequence if steps else last_sequence(self.path)
        return read_stack(self.path, base, steps), last

    def take_past(self, past: tuple[Stack, int]) -> None:
        """Take up the steps that `read_past` read, and those that were committed meanwhile."""
        if self._stack is None:
            stack, last = past
            for step in self._since:
                stack = stack.taking(step) if step.sequence > last else stack
            self._stack = stack
        self._since.clear()

    def _with_pending(self, stack: Stack) -> Stack:
        for one in self._pending:
            stack = stack.taking(Step(0, one.kind, one.name, "", one.changes))
        return stack

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

    def beat(self) -> None:
        """Tell other machines that this one still writes; call it every `lock.BEAT` seconds."""
        self._lock.beat()

    def _begin(self) -> Refusal | None:
        """Become the writer; return why that cannot be, None where it can."""
        if self._state.is_newer:
            return Refusal(
                Cause.NEWER, said("a newer version of Quoteline made it. Update Quoteline.")
            )
        real = os.access in os.supports_effective_ids
        writable = os.access(self.path, os.W_OK, effective_ids=real)
        if not writable and read_if_there(self.path) is not None:
            return Refusal(Cause.FORBIDDEN, said("it may not be written to, nor its folder."))
        self._writer = Writer(self.path, self._state)
        self._journals = bool(self._state.steps)
        return None

    @property
    def cause(self) -> Cause | None:
        """Why nothing can be written, None where it can."""
        return self._refusal.cause if self._refusal else None

    def _refuse(self, refusal: Refusal | None) -> None:
        self._refusal = refusal
        self.read_only = _read_only(self.path, refusal) if refusal else ""
        self.holder = refusal.holder if refusal else None

    def _take(self, state: State) -> None:
        self._state = state
        self.workspace = state.workspace
        self.faults = state.faults
        self._stack = None
        self._since.clear()
        self._pending.clear()
        self._keys = Keys(state.workspace)


def _read_only(path: Path, refusal: Refusal) -> str:
    return said("{path}: open for reading only; {why}", path=path, why=refusal.words)
