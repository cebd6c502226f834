"""StudyKeeper: the reader's workspace in its file, step by step, and the texts attached to it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import overload

from explorer.model.errors import QuotelineError
from explorer.model.workspace import Workspace
from explorer.opening import Study
from explorer.session.history import Past, Taken
from explorer.sources.library import Library
from explorer.store.copies import copies_folder
from explorer.store.journal import journal_path
from explorer.store.journal_records import Kind, Step
from explorer.store.journalled import OpenWorkspace
from explorer.store.steps import Stack, history_path

_OLD = 86_400.0
"""Seconds after which a text that nothing names cannot just be on its way into a workspace."""


class StudyKeeper:
    """Keeps the reader's workspace in the file of the study that is open.

    The copy of a text that was detached is kept as long as a step, or a copy of the workspace, can
    bring it back, also in later runs; when nothing names it any more it is deleted.
    """

    def __init__(self, study: Study) -> None:
        """Keep the workspace of a study whose file is held open."""
        assert study.own is not None  # noqa: S101 - hold_study opened it
        self._study = study
        self.own: OpenWorkspace = study.own

    def commit(self, workspace: Workspace, name: str, kind: Kind) -> None:
        """Make a workspace the current one by a step of this name; it is on the disk on return.

        Raises NotSaved when it could not be written, and QuotelineError when it cannot be, as
        `OpenWorkspace.commit` does.
        """
        before = self.own.known
        self.own.commit(workspace, name, kind)
        if before is not None and kind is Kind.DO and before.done < len(before.steps):
            self._release(before)

    def past(self) -> Past:
        """Return the steps that led to the workspace, of earlier runs too, once they were read."""
        stack = self.own.known
        return Past() if stack is None else Past(_Steps(self.own, stack.steps), stack.done)

    def library(self, workspace: Workspace) -> Library:
        """Return the library with the texts the workspace says are attached."""
        return self._study.library_for(workspace)

    def _release(self, before: Stack) -> None:
        """Delete the texts that only the steps named which can not be made again any more."""
        dropped = Stack(before.steps[before.done :]).named("attachments", "sha256")
        remove_unnamed(self._study, dropped - named_texts(self.own))


class _Steps(Sequence[Taken]):
    """Steps of an open workspace, each made ready only when it is asked for."""

    def __init__(self, own: OpenWorkspace, steps: Sequence[Step]) -> None:
        self._own = own
        self._steps = steps

    def __len__(self) -> int:
        return len(self._steps)

    @overload
    def __getitem__(self, at: int) -> Taken: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Taken]: ...
    def __getitem__(self, at: int | slice) -> Taken | Sequence[Taken]:
        if isinstance(at, slice):
            return _Steps(self._own, self._steps[at])
        step = self._steps[at]
        return Taken(
            step.name, partial(self._own.without, step), partial(self._own.once_more, step)
        )


def named_texts(own: OpenWorkspace) -> frozenset[str]:
    """Return the hashes of the texts that a workspace or one of its steps names."""
    attached = {one.sha256 for one in own.workspace.attachments}
    return own.stack().named("attachments", "sha256") | attached


def sweep_texts(study: Study) -> None:
    """Delete the texts that no step names any more, as when the oldest steps were dropped.

    Those of the last day stay: another window may be about to attach them.
    """
    own = study.own
    if own is None or own.read_only:
        return
    found = set()
    with contextlib.suppress(OSError):
        for one in study.texts.folder.glob("*.txt"):
            if time.time() - one.stat().st_mtime > _OLD and study.texts.has(one.stem):
                found.add(one.stem)
    attached = {one.sha256 for one in own.workspace.attachments}
    if found - attached:
        remove_unnamed(study, frozenset(found) - named_texts(own))


def remove_unnamed(study: Study, candidates: frozenset[str]) -> None:
    """Delete texts that a workspace and its steps do not name, but none that another file names.

    Such are other workspaces in the same folder, and copies that can be brought back.
    """
    path = study.workspace_path.resolve()
    left = {one.encode("ascii") for one in candidates}
    spoken_for = (path, journal_path(path), history_path(path))
    for file in [*_files(path.parent), *_files(copies_folder(path))]:
        if not left:
            return
        # A chronicle names editions, which says nothing of copies that a reader keeps.
        is_chronicle = file.name.startswith(study.chronicle_path.name) or ".chronicle." in file.name
        if is_chronicle or file in spoken_for:
            continue
        try:
            raw = file.read_bytes()
        except OSError:
            return  # it may name them all
        left = {one for one in left if one not in raw}
    for sha256 in left:
        with contextlib.suppress(QuotelineError):  # what stays is swept another day
            study.texts.remove(sha256.decode("ascii"))


def _files(folder: Path) -> list[Path]:
    try:
        return [one for one in folder.iterdir() if one.is_file() and one.suffix != ".lock"]
    except OSError:
        return []
