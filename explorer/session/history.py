"""Undo: each change of the reader's own data as one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand, QUndoStack

from explorer.model.workspace import Workspace


class ReplaceWorkspace(QUndoCommand):
    """Put `after` in the place of `before`; the only kind of step there is."""

    def __init__(
        self,
        before: Workspace,
        after: Workspace,
        text: str,
        put: Callable[[Workspace], None],
    ) -> None:
        super().__init__(text)
        self._before = before
        self._after = after
        self._put = put

    def redo(self) -> None:
        """Put the later workspace in place."""
        self._put(self._after)

    def undo(self) -> None:
        """Put the earlier workspace back."""
        self._put(self._before)


class History:
    """The steps taken in this session, the stack from which menus take their wording."""

    def __init__(self, put: Callable[[Workspace], None]) -> None:
        self.stack = QUndoStack()
        self._put = put

    def take(self, before: Workspace, after: Workspace, text: str) -> None:
        """Take the step from `before` to `after`, named `text`; nothing when they are equal."""
        if before != after:
            self.stack.push(ReplaceWorkspace(before, after, text, self._put))

    def forget(self) -> None:
        """Drop all steps, as when another chronicle is opened."""
        self.stack.clear()
