from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.model.selection import PassageSelected, SpanSelected, current_event
from explorer.timeline.published import Publication
from tests.whole_window import Person

ALT = Qt.KeyboardModifier.AltModifier
BOOKMARK_BY_PLACE = 56
"""The code of the key where B is on a US keyboard, on X11 and Wayland."""


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """Somebody with the bundled chronicle on screen."""
    somebody = Person(qtbot, home)
    somebody.launch()
    yield somebody
    somebody.window.close()
    somebody.forget()


def test_alt_and_arrows_go_through_the_places(person: Person) -> None:
    """Back brings what was on screen and selected before, forward what came after."""
    session = person.window.session
    whole = session.viewport
    assert not person.window.action("back").isEnabled()
    person.window.timeline.setFocus()
    person.key(Qt.Key.Key_End)
    person.window.places.note()
    last = current_event(session.selection)
    person.key(Qt.Key.Key_Plus)
    person.window.places.note()
    zoomed = session.viewport
    person.key(Qt.Key.Key_Left, ALT)
    person.key(Qt.Key.Key_Left, ALT)
    assert (session.viewport, current_event(session.selection)) == (whole, "")
    assert not person.window.action("back").isEnabled()
    person.key(Qt.Key.Key_Right, ALT)
    person.key(Qt.Key.Key_Right, ALT)
    assert (session.viewport, current_event(session.selection)) == (zoomed, last)


def test_a_letter_of_another_script_bookmarks(person: Person) -> None:
    """On a Russian keyboard the key where B would be marks the current event."""
    window = person.window
    window.timeline.setFocus()
    person.key(Qt.Key.Key_End)
    pressed = QKeyEvent(
        QEvent.Type.KeyPress,
        ord("И"),
        Qt.KeyboardModifier.NoModifier,
        BOOKMARK_BY_PLACE,
        0,
        0,
        "и",
    )
    QApplication.sendEvent(window.timeline, pressed)
    assert current_event(window.session.selection) in window.session.workspace.bookmark


def test_typing_another_script_into_the_search_is_text(person: Person) -> None:
    """In a field the same key writes its letter and marks nothing."""
    person.search("")
    field = QApplication.focusWidget()
    pressed = QKeyEvent(
        QEvent.Type.KeyPress,
        ord("И"),
        Qt.KeyboardModifier.NoModifier,
        BOOKMARK_BY_PLACE,
        0,
        0,
        "и",
    )
    QApplication.sendEvent(field, pressed)
    assert field is not None
    assert field.property("text") == "и"
    assert not person.window.session.workspace.bookmark


def test_escape_ends_the_ruler_and_not_the_selection(person: Person) -> None:
    """The window's own Esc waits until the timeline has nothing to end."""
    window = person.window
    window.timeline.setFocus()
    person.key(Qt.Key.Key_End)
    chosen = window.session.selection
    window.timeline.measure(200, 500, snap=False)
    person.key(Qt.Key.Key_Escape)
    assert window.timeline.aids.ruler.span is None
    assert window.session.selection == chosen
    person.key(Qt.Key.Key_Escape)
    assert current_event(window.session.selection) == ""


def test_enter_on_the_ruler_lists_its_events(person: Person) -> None:
    """The quotes panel lists what the measured span holds."""
    window = person.window
    window.timeline.setFocus()
    window.timeline.measure(300, 500, snap=False)
    person.key(Qt.Key.Key_Return)
    assert isinstance(window.session.selection, SpanSelected)
    assert window.session.picked_events()


def test_enter_on_an_event_brings_its_quotes(person: Person) -> None:
    """The quotes come to the front with the keyboard in them."""
    window = person.window
    window.docks["actors"].raise_()
    window.timeline.setFocus()
    window.session.fit_all()
    person.key(Qt.Key.Key_Home)
    window.session.fit_selection()
    person.key(Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.quotes.isAncestorOf(focus)


def test_a_click_on_an_article_of_the_axis_opens_it(person: Person) -> None:
    """The brief is shown where the article is not attached, with its first event selected."""
    window = person.window
    window.timeline.viewport().grab()
    spots = window.timeline.aids.rail._spots
    spot = next(one for one in spots if isinstance(one.means, Publication))
    person.click(window.timeline.viewport(), spot.area.center().toPoint())
    assert isinstance(window.session.selection, PassageSelected)
    assert window.quotes.article_view.isVisible()


def test_moves_are_not_animated_where_nobody_watches(person: Person) -> None:
    """Offscreen a fit is over at once; the reader's choice is remembered."""
    window = person.window
    assert window.mover.duration == 0
    assert window.action("animate").isChecked()
    window.action("animate").trigger()
    assert window.settings.value("animate", True, type=bool) is False


def test_a_chosen_key_is_in_force_in_the_next_run(person: Person) -> None:
    """Bookmarking on Ctrl+B works after a restart."""
    person.window.keymap.choose({**person.window.keymap.keys, "bookmark": ("Ctrl+B",)})
    person.quit()
    person.launch()
    window = person.window
    window.timeline.setFocus()
    person.key(Qt.Key.Key_End)
    person.key(Qt.Key.Key_B)
    assert not window.session.workspace.bookmark
    person.key(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert current_event(window.session.selection) in window.session.workspace.bookmark


def test_the_pointer_on_the_axis_is_a_cross(person: Person) -> None:
    """It shows that a drag there measures."""
    area = person.window.timeline.viewport()
    QTest.mouseMove(area, QPoint(300, 400))
    QTest.mouseMove(area, QPoint(300, 10))
    assert area.cursor().shape() == Qt.CursorShape.CrossCursor
