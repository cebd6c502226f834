"""The outline of a paper, from the first event to the file, in the whole window, over a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from explorer.collected.panel import CollectionsPanel
from explorer.dialogs.collect_dialog import CollectDialog
from explorer.model.workspace import Workspace
from explorer.store.workspaces import open_workspace
from tests.whole_window import Person

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """Somebody with the bundled chronicle open."""
    someone = Person(qtbot, home)
    someone.launch()
    yield someone
    someone.window.close()
    someone.forget()


def collect(person: Person, name: str) -> None:
    """Press C and type the name of a collection, then Enter."""
    person.window.activateWindow()
    person.qtbot.waitUntil(person.window.isActiveWindow)
    person.window.timeline.setFocus()
    QTest.keyClick(person.window, Qt.Key.Key_C)
    person.settle()
    dialog = person.window.findChild(CollectDialog)
    assert dialog is not None
    box = dialog.findChild(QComboBox)
    assert box is not None
    line = box.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, name)
    button = dialog.findChild(QPushButton, "do-collect")
    assert button is not None
    person.click(button)


def collections(person: Person) -> CollectionsPanel:
    """Open the panel with Ctrl+5 and return it."""
    person.window.activateWindow()
    person.qtbot.waitUntil(person.window.isActiveWindow)
    QTest.keyClick(person.window, Qt.Key.Key_5, CONTROL)
    person.qtbot.waitUntil(lambda: person.window.docks["collections"].widget() is not None)
    panel = person.window.docks["collections"].widget()
    assert isinstance(panel, CollectionsPanel)
    return panel


def kept(home: Path) -> Workspace:
    """Return the workspace as it is on disk."""
    (path,) = home.rglob("armenia-csto.workspace.json")
    return open_workspace(path, "armenia-csto")


def test_an_outline_is_made_put_in_order_kept_and_undone_after_a_restart(
    person: Person, home: Path
) -> None:
    """C collects, Ctrl+5 shows, Ctrl+Shift+Up moves; the next run has it all and takes it back."""
    assert not person.window.action("collect").isEnabled()
    known = person.window.session.chronicle.events
    first, second = known[40].id, known[41].id
    for event in (first, second):
        person.window.session.reveal(event)
        collect(person, "Chapter 1")
    panel = collections(person)
    assert panel.name == "Chapter 1"
    panel.rows.setFocus()
    panel.rows.mark(second)
    QTest.keyClick(panel.rows, Qt.Key.Key_Up, CONTROL | SHIFT)
    QTest.keyClicks(panel.editor.heading, "The test")
    person.quit()
    entries = kept(home).collection["Chapter 1"].entries
    assert [one.event for one in entries] == [second, first]
    assert entries[0].heading == "The test"
    person.launch()
    stack = person.window.session.history.stack
    names = [
        "Write a heading",
        "Reorder a collection",
        "Add to a collection",
        "New collection",
    ]
    for name in names:
        assert stack.undoText() == name
        QTest.keyClick(person.window, Qt.Key.Key_Z, CONTROL)
        person.settle()
    assert person.window.session.workspace.collections == ()


def test_a_bookmark_star_and_a_collection_are_apart(person: Person) -> None:
    """Collecting marks nothing, and taking a star away leaves the outline whole."""
    event = person.window.session.chronicle.events[40].id
    person.window.session.reveal(event)
    collect(person, "Chapter 1")
    session = person.window.session
    assert event not in session.workspace.bookmark
    session.toggle_bookmark(event)
    session.toggle_bookmark(event)
    assert session.workspace.collection["Chapter 1"].events == (event,)
