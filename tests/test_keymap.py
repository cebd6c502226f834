from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from pytestqt.qtbot import QtBot

from explorer.actions import ACTIONS
from explorer.keymap import Keymap, conflicts, default_keys, latin_sign

PLAIN, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
X11 = {"b": 56, "f": 41, "/": 61, "0": 19}
"""Codes that X11 and Wayland give keys by their place, which no layout changes."""


def a_keymap(home: Path) -> tuple[Keymap, dict[str, QAction]]:
    """Return a keymap kept in a file, and an action for every row of the table."""
    settings = QSettings(str(home / "keys.ini"), QSettings.Format.IniFormat)
    actions = {row.id: QAction() for row in ACTIONS if not row.gesture}
    return Keymap(settings, actions), actions


def typed(text: str, scan: int, held: Qt.KeyboardModifier = PLAIN) -> QKeyEvent:
    """Return the press of a key that types `text` on some layout."""
    key = ord(text.upper())
    return QKeyEvent(QEvent.Type.KeyPress, key, held, scan, 0, 0, text)


@pytest.mark.parametrize("text", ["и", "բ", "β"])
def test_letters_work_on_other_scripts(qtbot: QtBot, home: Path, text: str) -> None:
    """The key where B is on a US keyboard bookmarks on a Russian, Armenian and Greek one."""
    keymap, actions = a_keymap(home)
    assert keymap.action_for(typed(text, X11["b"])) is actions["bookmark"]


def test_signs_and_modifiers_are_heeded(qtbot: QtBot, home: Path) -> None:
    """Ctrl and Shift make another sequence; the Armenian layout has letters where signs are."""
    keymap, actions = a_keymap(home)
    assert keymap.action_for(typed("ա", X11["f"], CONTROL)) is actions["find"]
    assert keymap.action_for(typed("ծ", X11["/"])) is actions["find"]
    assert keymap.action_for(typed("Ծ", X11["/"], SHIFT)) is actions["shortcuts"]
    assert keymap.action_for(typed("ջ", X11["0"])) is actions["fit_all"]


def test_latin_letters_are_left_to_qt(qtbot: QtBot, home: Path) -> None:
    """On AZERTY and Dvorak a letter is what it types, not where it lies."""
    keymap, _ = a_keymap(home)
    assert keymap.action_for(typed("b", X11["f"])) is None
    assert keymap.action_for(typed("и", 200)) is None


def test_what_cannot_be_done_now_has_no_key(qtbot: QtBot, home: Path) -> None:
    """A disabled action is not found."""
    keymap, actions = a_keymap(home)
    actions["bookmark"].setEnabled(False)
    assert keymap.action_for(typed("и", X11["b"])) is None


def test_places_of_keys_are_known_on_every_system() -> None:
    """B and slash by the codes of Linux, Windows and macOS."""
    assert [latin_sign(56, 0, "linux"), latin_sign(61, 0, "linux")] == ["b", "/"]
    assert [latin_sign(48, 0, "win32"), latin_sign(53, 0, "win32")] == ["b", "/"]
    assert [latin_sign(0, 11, "darwin"), latin_sign(0, 44, "darwin")] == ["b", "/"]
    assert latin_sign(9, 0, "linux") == latin_sign(0, 200, "darwin") == ""


def test_the_table_has_no_conflict() -> None:
    """No two actions have one key, and none has a key of the timeline."""
    assert conflicts(default_keys()) == {}


def test_conflicts_name_everybody_who_has_a_key() -> None:
    """Both actions are told of each other, and of the timeline's own keys."""
    found = conflicts({"one": ("B", "Ctrl+K"), "two": ("B",), "three": ("Left",), "four": ("F",)})
    assert found == {"one": ("two",), "two": ("one",), "three": ("",)}


def test_chosen_keys_are_kept(qtbot: QtBot, home: Path) -> None:
    """Another run has the reader's keys; what is put back is not kept at all."""
    keymap, actions = a_keymap(home)
    keymap.choose({**keymap.keys, "bookmark": ("Ctrl+B", "M"), "find": ()})
    assert actions["bookmark"].shortcuts() == [QKeySequence("Ctrl+B"), QKeySequence("M")]
    again, others = a_keymap(home)
    assert again.keys["bookmark"] == ("Ctrl+B", "M")
    assert others["find"].shortcuts() == []
    again.choose(default_keys())
    assert QSettings(str(home / "keys.ini"), QSettings.Format.IniFormat).allKeys() == []


def test_a_letter_by_place_follows_the_choice(qtbot: QtBot, home: Path) -> None:
    """When bookmarking is moved to M, the key where M is does it on other scripts."""
    keymap, actions = a_keymap(home)
    keymap.choose({**keymap.keys, "bookmark": ("M",)})
    assert keymap.action_for(typed("ь", 58)) is actions["bookmark"]
    assert keymap.action_for(typed("и", X11["b"])) is None
