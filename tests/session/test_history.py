"""History: many steps of earlier runs, of which the stack holds a stretch."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.model.workspace import Bookmark, Workspace
from explorer.session.history import History, Make, Past, Taken
from explorer.store.journal_records import Kind

COUNT = 1_500


class Course:
    """A course of steps, each of which notes another number; where it stands now."""

    def __init__(self, done: int) -> None:
        self.done = done
        self.history = History(self.put, self.past)
        self.history.fill(self.past())

    def past(self) -> Past:
        """Return all steps."""
        steps = [Taken(f"Step {at}", partial(_at, at), partial(_at, at + 1)) for at in range(COUNT)]
        return Past(steps, self.done)

    def put(self, make: Make, name: str, kind: Kind) -> bool:
        """Go to where a step leads; only ever one step further or back."""
        now = len(make().bookmarks)
        assert abs(now - self.done) == 1
        assert name == f"Step {min(now, self.done)}"
        self.done = now
        return True


def _at(number: int) -> Workspace:
    return Workspace("test", tuple(Bookmark(str(one)) for one in range(number)))


def test_undo_and_redo_reach_every_step(qtbot: QtBot) -> None:
    """The stack takes up more steps before it has come to the end of those it holds."""
    course = Course(COUNT)
    stack = course.history.stack
    assert stack.count() < COUNT
    for left in range(COUNT, 0, -1):
        assert stack.undoText() == f"Step {left - 1}"
        stack.undo()
        QApplication.processEvents()
    assert (course.done, stack.canUndo()) == (0, False)
    for at in range(COUNT):
        assert stack.redoText() == f"Step {at}"
        stack.redo()
        QApplication.processEvents()
    assert (course.done, stack.canRedo()) == (COUNT, False)


def test_filling_takes_no_step() -> None:
    """The stack stands where the course stands, with steps to undo and to redo."""
    course = Course(700)
    stack = course.history.stack
    assert course.done == 700
    assert (stack.undoText(), stack.redoText()) == ("Step 699", "Step 700")
