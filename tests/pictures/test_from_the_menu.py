"""Pictures asked for from the window, by the keys that its menus name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from explorer.pictures.dialog import PictureDialog
from tests.whole_window import Person

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """Somebody before the bundled chronicle."""
    someone = Person(qtbot, home)
    someone.launch()
    yield someone
    someone.window.close()
    someone.forget()


def test_the_picture_of_all_is_two_presses_away(person: Person, tmp_path: Path) -> None:
    """Ctrl+Shift+E asks, Export writes, and the status bar says where."""
    path = tmp_path / "all.png"

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PictureDialog)
        file = dialog.findChild(QLineEdit, "file")
        button = dialog.findChild(QPushButton, "do-export")
        assert file is not None
        assert button is not None
        file.setText(str(path))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, answer)
    person.key(Key.Key_E, Held.ControlModifier | Held.ShiftModifier)
    assert path.read_bytes().startswith(b"\x89PNG")
    assert str(path) in person.window.statusBar().currentMessage()


def test_with_nothing_to_draw_the_status_bar_says_so(person: Person) -> None:
    """Where no event passes the filters no dialog opens."""
    person.search("qqq zzz nothing")
    person.key(Key.Key_E, Held.ControlModifier | Held.ShiftModifier)
    assert "nothing to draw" in person.window.statusBar().currentMessage()


def test_what_is_on_screen_is_copied(person: Person) -> None:
    """Ctrl+Alt+C puts the timeline on the clipboard, as wide as it is shown."""
    QGuiApplication.clipboard().clear()
    person.key(Key.Key_C, Held.ControlModifier | Held.AltModifier)
    image = QGuiApplication.clipboard().image()
    assert image.width() == person.window.timeline.viewport().width() - 4
    assert "clipboard" in person.window.statusBar().currentMessage()
