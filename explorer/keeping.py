"""StudyKeeper: the reader's workspace in its file, and the copies of the texts attached to it."""

from __future__ import annotations

from explorer.model.errors import QuotelineError
from explorer.model.workspace import Workspace
from explorer.opening import Study
from explorer.sources.library import Library
from explorer.store.workspaces import save_workspace


class StudyKeeper:
    """Keeps the reader's workspace in the file of the study that is open.

    The copy of a text that was detached is deleted once the workspace without it is saved. Its
    words stay in memory, so that detaching can be undone as long as the study is open.
    """

    def __init__(self, study: Study) -> None:
        self._study = study
        self._attached = _texts_of(study.workspace)
        self._detached: dict[str, str] = {}

    def save(self, workspace: Workspace) -> None:
        """Save the workspace, and keep just the texts it says are attached. Raises QuotelineError.

        A text that was detached and is attached again is put back first.
        """
        wanted = _texts_of(workspace)
        for sha256 in wanted & self._detached.keys():
            self._study.texts.put(self._detached[sha256])
        save_workspace(workspace, self._study.workspace_path)
        gone, self._attached = self._attached - wanted, wanted
        for sha256 in gone:
            self._forget(sha256)

    def library(self, workspace: Workspace) -> Library:
        """Return the library with the texts the workspace says are attached."""
        return self._study.library_for(workspace)

    def _forget(self, sha256: str) -> None:
        try:
            self._detached[sha256] = self._study.texts.get(sha256)
        except QuotelineError:
            # Missing, or not what was attached: there are no words to keep for an undo.
            self._detached.pop(sha256, None)
        self._study.texts.remove(sha256)


def _texts_of(workspace: Workspace) -> frozenset[str]:
    return frozenset(one.sha256 for one in workspace.attachments)
