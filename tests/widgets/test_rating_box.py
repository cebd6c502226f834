"""The reader's trust in a source or a claim, chosen where it is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.commands.codebooks import open_codebook
from explorer.model.ratings import MARKS, RATING_KINDS, label_of
from explorer.model.workspace import Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from explorer.widgets.rating_box import RatingBox, mark_words
from tests.builders import a_chronicle, an_event


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session on one event."""
    made = Session(open_codebook(None))
    record = a_chronicle(an_event(id="claim"))
    made.open(record, Workspace("test"), make_library(record))
    return made


@pytest.fixture
def box(qtbot: QtBot, session: Session) -> RatingBox:
    """The choice for that event's claim."""
    made = RatingBox(session, theme("light"), "claim", "claim")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_mark_is_chosen_and_undone(qtbot: QtBot, box: RatingBox, session: Session) -> None:
    """With the keyboard; undo takes it back, redo brings it again, the first line removes it."""
    box.choice.setFocus()
    qtbot.keyClick(box.choice, Qt.Key.Key_Down)
    qtbot.keyClick(box.choice, Qt.Key.Key_Down)
    assert session.workspace.rating["claim", "claim"].mark == "2"
    assert box.choice.currentText() == "2  Probably true"
    stack = session.history.stack
    assert stack.undoText() == "Rate a claim"
    stack.undo()
    assert session.workspace.rating["claim", "claim"].mark == "1"
    assert box.choice.currentData() == "1"
    qtbot.keyClick(box.choice, Qt.Key.Key_Home)
    assert session.workspace.ratings == ()
    assert box.choice.currentData() == ""


def test_unknown_marks_and_read_only_workspaces_change_nothing(
    box: RatingBox, session: Session
) -> None:
    """A mark of another kind is none."""
    session.rate("claim", "claim", "A")
    assert session.workspace.ratings == ()
    session.follow(session.workspace, "Somebody else writes.")
    assert not box.choice.isEnabled()


def test_scrolling_past_changes_nothing(qtbot: QtBot, box: RatingBox, session: Session) -> None:
    """The wheel is left to the panel."""
    box.choice.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box.choice, wheel)
    assert not wheel.isAccepted()
    assert session.workspace.ratings == ()


def test_every_mark_has_its_label_in_words() -> None:
    """On screen and in exports, so that nobody needs to know the letters."""
    for kind in RATING_KINDS:
        for mark, label in MARKS[kind].items():
            assert label in mark_words(kind, mark)
            assert label in label_of(kind, mark)
    assert label_of("source", "Z") == "Z"
