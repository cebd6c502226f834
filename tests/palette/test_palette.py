"""The palette on the window, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.model.selection import ActorSelected, PassageSelected, current_event
from explorer.palette.palette import Palette
from tests.whole_window import Person

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """A person before the screen."""
    someone = Person(qtbot, home)
    someone.launch()
    yield someone
    someone.window.close()
    someone.forget()


def take(person: Person, typed: str, down: int = 0) -> None:
    """Open the palette, type, go down some rows and press Enter."""
    person.window.activateWindow()
    person.qtbot.waitUntil(person.window.isActiveWindow)
    person.key(Key.Key_K, CTRL)
    palette = person.window.findChildren(Palette)[-1]
    if typed.isascii():
        person.qtbot.keyClicks(palette.field, typed)
    else:
        palette.field.insert(typed)  # Qt's test keys type Latin letters only
    for _ in range(down):
        person.qtbot.keyClick(palette.field, Key.Key_Down)
    person.qtbot.keyClick(palette.field, Key.Key_Return)
    person.settle()
    assert not person.window.findChildren(Palette)


def test_an_event_an_actor_and_an_article_are_gone_to(person: Person) -> None:
    """Each is shown where it belongs."""
    session = person.window.session
    take(person, "armenia turns russia csto")
    assert current_event(session.selection) == "armenia-appeals-2016-04"
    take(person, "лукашенко")
    assert session.selection == ActorSelected("lukashenko")
    take(person, "fair-weather")
    assert person.window.quotes.article_view.isVisible()


def test_actions_are_done_and_remembered(person: Person) -> None:
    """The dark theme is put on; next time it is the first offered."""
    take(person, "dark theme")
    assert person.window.colours.is_dark
    take(person, "")
    assert not person.window.colours.is_dark


def test_a_saved_view_is_restored(person: Person) -> None:
    """By its name, its keys being those of any other entry."""
    session = person.window.session
    session.zoom(4)
    session.save_view("The eve of war")
    wanted = session.viewport
    session.fit_all()
    take(person, "eve of")
    assert session.viewport == wanted


def test_the_keyboard_stays_in_the_field(person: Person) -> None:
    """Arrows go through the rows and stop at the ends; a click takes a row; Escape takes none."""
    person.key(Key.Key_K, CTRL)
    palette = person.window.findChildren(Palette)[-1]
    person.qtbot.keyClicks(palette.field, "csto")
    person.qtbot.keyClick(palette.field, Key.Key_Up)
    assert palette.rows.currentIndex().row() == 0
    person.qtbot.keyClick(palette.field, Key.Key_PageDown)
    assert palette.rows.currentIndex().row() == 10
    palette.field.selectAll()
    person.qtbot.keyClicks(palette.field, "qqqqqq")
    assert palette.nothing.isVisible()
    person.qtbot.keyClick(palette.field, Key.Key_Return)
    assert palette.isVisible()
    person.qtbot.keyClick(palette.field, Key.Key_Escape)
    person.settle()
    assert not person.window.findChildren(Palette)
    assert not isinstance(person.window.session.selection, PassageSelected)
