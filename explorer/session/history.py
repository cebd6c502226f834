"""Undo: each change of the reader's own data as one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand, QUndoStack

from explorer.model.workspace import Workspace
from explorer.store.journal_records import Kind

Make = Callable[[], Workspace]


@dataclass(frozen=True, slots=True)
class Taken:
    """A step: its name, and what gives the workspace without it and with it again.

    Both are asked when all later steps are taken back, and may raise QuotelineError.
    """

    name: str
    without: Make
    again: Make


@dataclass(frozen=True, slots=True)
class Past:
    """The steps of earlier runs; the first `done` can be taken back, the rest made again."""

    steps: Sequence[Taken] = ()
    done: int = 0


_MOST, _LEAST = 400, 100
"""Steps of earlier runs that the stack takes up at a time, and that it has left when it takes more.

A stack of all of them would cost a second where there are many thousands.
"""


class StepCommand(QUndoCommand):
    """Take one step, take it back, make it again; the only kind of command there is."""

    def __init__(self, step: Taken, put: Callable[[Make, str, Kind], bool]) -> None:
        super().__init__(step.name)
        self._step = step
        self._put = put
        self._kind = Kind.DO

    def redo(self) -> None:
        """Put the later workspace in place; a step that is refused at first is none."""
        kind, self._kind = self._kind, Kind.REDO
        if not self._put(self._step.again, self._step.name, kind) and kind is Kind.DO:
            self.setObsolete(True)

    def undo(self) -> None:
        """Put the earlier workspace back."""
        self._put(self._step.without, self._step.name, Kind.UNDO)


class History:
    """The steps the reader took, in earlier runs too; menus take their wording from the stack.

    `put` is asked to put the workspace that the first argument gives in place, by a step of this
    name and kind; it tells whether that could be. `past` tells all steps when more are needed.
    """

    def __init__(
        self, put: Callable[[Make, str, Kind], bool], past: Callable[[], Past] | None = None
    ) -> None:
        self.stack = QUndoStack()
        self._put = put
        self._past = past or Past
        self._below = self._above = 0
        self._filling = False
        self._more = QTimer(self.stack, singleShot=True, interval=0)
        self._more.timeout.connect(self._fill_more)

    def take(self, before: Workspace, after: Workspace, text: str) -> None:
        """Take the step from `before` to `after`, named `text`; nothing when they are equal."""
        if before != after:
            step = Taken(text, partial(_given, before), partial(_given, after))
            self._above = 0
            self.stack.push(StepCommand(step, self._asked))

    def fill(self, past: Past) -> None:
        """Drop all steps and take up others, which were taken already, as many as are needed."""
        first, end = max(0, past.done - _MOST), min(len(past.steps), past.done + _MOST)
        self._below, self._above = first, len(past.steps) - end
        self._filling = True
        blocked = self.stack.blockSignals(True)
        try:
            self.stack.clear()
            for at in range(first, end):
                self.stack.push(StepCommand(past.steps[at], self._asked))
            self.stack.setIndex(past.done - first)
        finally:
            self._filling = False
            self.stack.blockSignals(blocked)
        self.stack.indexChanged.emit(self.stack.index())

    def _asked(self, make: Make, name: str, kind: Kind) -> bool:
        if self._filling:
            return True
        index = self.stack.index()
        short = (self._below and index < _LEAST) or (
            self._above and self.stack.count() - index < _LEAST
        )
        if kind is not Kind.DO and short:
            self._more.start()  # the stack may not be changed from within a command
        return self._put(make, name, kind)

    def _fill_more(self) -> None:
        self.fill(self._past())


def _given(workspace: Workspace) -> Workspace:
    return workspace
