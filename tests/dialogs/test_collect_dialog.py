"""The dialog that adds events to a collection: an old one, or a new one by typing its name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.dialogs.collect_dialog import CollectDialog
from explorer.model.codebook import Codebook
from explorer.model.collecting import Collection
from explorer.model.selection import EventsSelected
from explorer.model.workspace import Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from tests.builders import a_chronicle, an_event

CHRONICLE = a_chronicle(an_event("1992", "a"), an_event("2016", "b"))
HELD = Workspace("test").with_collection(Collection("One").with_events("a"))


@pytest.fixture
def ask(qtbot: QtBot) -> Callable[..., CollectDialog]:
    """Opens the dialog with both events selected."""

    def opened(workspace: Workspace = HELD, preferred: str = "") -> CollectDialog:
        session = Session(Codebook({}, {}, {}, {}, {}))
        session.open(CHRONICLE, workspace, make_library(CHRONICLE))
        session.select(EventsSelected(("a", "b"), "b"))
        dialog = CollectDialog(session, preferred)
        dialog.session = session  # type: ignore[attr-defined]  # it must outlive the dialog
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return opened


def write(dialog: CollectDialog, text: str) -> None:
    """Type a name over what stands there."""
    line = dialog.name.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, text)


def test_enter_adds_to_the_collection_used_last(ask: Callable[..., CollectDialog]) -> None:
    """Once, with a word on what was added; what is in it already is told before."""
    dialog = ask(HELD.with_collection(Collection("Two")), "One")
    said: list[str] = []
    dialog.session.notice.connect(said.append)  # type: ignore[attr-defined]
    told: list[str] = []
    dialog.collected.connect(told.append)
    assert "in it already" in dialog.said.text()
    line = dialog.name.lineEdit()
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_Return)
    session: Session = dialog.session  # type: ignore[attr-defined]
    assert session.workspace.collection["One"].events == ("a", "b")
    assert session.history.stack.count() == 1
    assert told == ["One"]
    assert len(said) == 1
    assert "added to “One”; Ctrl+5 shows it" in said[0]
    assert not dialog.isVisible()


def test_another_name_makes_a_collection(ask: Callable[..., CollectDialog]) -> None:
    """That it will be made is told while it is typed."""
    dialog = ask()
    write(dialog, " New  one ")
    assert dialog.said.text() == "Nothing like this yet: it will be made."
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    session: Session = dialog.session  # type: ignore[attr-defined]
    assert session.workspace.collection["New one"].events == ("a", "b")


def test_nothing_is_added_twice_or_nowhere(ask: Callable[..., CollectDialog]) -> None:
    """Without a name, or with all of them in it, there is nothing to press."""
    dialog = ask(Workspace("test").with_collection(Collection("One").with_events("ab")))
    assert not dialog.add.isEnabled()
    write(dialog, "  ")
    assert not dialog.add.isEnabled()
    line = dialog.name.lineEdit()
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    write(dialog, "Two")
    assert dialog.add.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    session: Session = dialog.session  # type: ignore[attr-defined]
    assert session.history.stack.count() == 0
