from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from explorer.actions import ACTIONS
from explorer.dialogs.shortcut_editor import ShortcutEditor
from explorer.keymap import default_keys

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(qtbot: QtBot) -> ShortcutEditor:
    """The editor with the table's keys."""
    rows = [(row.id, row.menu, row.text.replace("&", "")) for row in ACTIONS if not row.gesture]
    made = ShortcutEditor(rows, default_keys())
    qtbot.addWidget(made)
    made.show()
    return made


def go_to(editor: ShortcutEditor, words: str) -> None:
    """Make an action the current one."""
    editor.tree.setCurrentItem(editor.tree.findItems(words, Qt.MatchFlag.MatchExactly, 1)[0])


def ok(editor: ShortcutEditor) -> bool:
    """Tell whether the choice can be accepted."""
    return editor.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_every_action_stands_there_with_its_keys(editor: ShortcutEditor) -> None:
    """Each row of the table is listed; those that only the mouse can do are not."""
    assert editor.tree.topLevelItemCount() == sum(1 for row in ACTIONS if not row.gesture)
    found = editor.tree.findItems("Bookmark", Qt.MatchFlag.MatchExactly, 1)[0]
    assert found.text(2) == "B"


def test_a_key_is_chosen_by_pressing_it(editor: ShortcutEditor) -> None:
    """The field takes the key; the list shows it, and so does the result."""
    go_to(editor, "Bookmark")
    editor.first.setFocus()
    QTest.keyClick(editor.first, Qt.Key.Key_B, CONTROL)
    assert editor.keys()["bookmark"] == ("Ctrl+B",)
    assert editor.keys()["find"] == default_keys()["find"]


def test_a_key_that_is_taken_is_told_and_not_accepted(editor: ShortcutEditor) -> None:
    """Both rows name each other, and OK waits until one of them gives way."""
    go_to(editor, "Bookmark")
    QTest.keyClick(editor.first, Qt.Key.Key_O, CONTROL)
    found = editor.tree.findItems("Bookmark", Qt.MatchFlag.MatchExactly, 1)[0]
    assert found.text(3) == "Open chronicle…"
    told = editor.findChild(QLabel, "taken")
    assert told is not None
    assert "Bookmark" in told.text()
    assert not ok(editor)
    QTest.keyClick(editor.first, Qt.Key.Key_J, CONTROL)
    assert ok(editor)
    assert told.text() == ""


def test_a_key_of_the_timeline_is_taken(editor: ShortcutEditor) -> None:
    """The arrows walk through the events; nothing else can have them."""
    go_to(editor, "Bookmark")
    QTest.keyClick(editor.second, Qt.Key.Key_Left)
    found = editor.tree.findItems("Bookmark", Qt.MatchFlag.MatchExactly, 1)[0]
    assert found.text(3) == "the timeline"
    assert not ok(editor)


def test_the_usual_keys_come_back(editor: ShortcutEditor) -> None:
    """Of all actions at once."""
    go_to(editor, "Bookmark")
    QTest.keyClick(editor.first, Qt.Key.Key_B, CONTROL)
    editor.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert editor.keys() == default_keys()
    assert editor.first.keySequence().toString() == "B"
