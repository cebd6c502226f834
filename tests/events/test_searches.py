"""Saved searches: kept, made again and removed from the menu beside the search box."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from explorer.events.panel import EventsPanel
from explorer.model.filters import Filters
from explorer.model.tracks import Tracks
from explorer.session.session import Session
from tests.whole_window import Person

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(panel: EventsPanel) -> QMenu:
    """Open the menu by the keyboard and return it."""
    menu = panel.searches.choices
    menu.popup(panel.searches.mapToGlobal(panel.searches.rect().bottomLeft()))
    QTest.qWait(20)
    return menu


def words(menu: QMenu) -> list[str]:
    """Return what a menu offers."""
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def choose(menu: QMenu, text: str) -> None:
    """Click what reads so."""
    (action,) = (one for one in menu.actions() if one.text() == text)
    assert action.isEnabled()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    QTest.qWait(20)


def answer(panel: EventsPanel, text: str) -> None:
    """Type a name into the question and press Enter."""
    dialog = panel.findChild(QInputDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    assert line is not None
    if text:
        line.selectAll()
        QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.qWait(20)


def test_a_search_is_kept_and_made_again_where_one_is(
    session: Session, panel: EventsPanel, qtbot: QtBot
) -> None:
    """What is sought and filtered comes back by its name; the view and the tracks stay."""
    wanted = Filters(text="truce", types=frozenset({"RETREAT"}))
    session.set_filters(wanted)
    choose(opened(panel), "&Save this search…")
    answer(panel, "Truces & more")
    session.set_filters(Filters())
    session.zoom(2)
    here = session.viewport
    menu = opened(panel)
    assert words(menu) == ["&Save this search…", "Truces && more", "&Remove"]
    assert not menu.actions()[0].isEnabled()
    choose(menu, "Truces && more")
    assert (session.filters, session.viewport) == (wanted, here)
    assert [one.isChecked() for one in opened(panel).actions() if one.isCheckable()] == [True]
    panel.searches.choices.hide()


def test_what_is_sought_is_proposed_as_its_name(session: Session, panel: EventsPanel) -> None:
    """Enter alone keeps the search under its own words, blanks levelled."""
    session.set_filters(Filters(text="border  clash", bookmarked_only=True))
    choose(opened(panel), "&Save this search…")
    answer(panel, "")
    assert [one.name for one in session.workspace.searches] == ["border clash · Bookmarked"]


def test_one_is_replaced_and_removed(session: Session, panel: EventsPanel) -> None:
    """One of the same name is replaced; removing one leaves the filters as they are."""
    session.set_filters(Filters(text="one"))
    session.save_search("Mine")
    session.set_filters(Filters(text="two"))
    session.save_search("Mine")
    assert [dict(one.filters) for one in session.workspace.searches] == [{"text": "two"}]
    menu = opened(panel)
    (removing,) = (one.menu() for one in menu.actions() if one.menu() is not None)
    assert isinstance(removing, QMenu)
    menu.hide()
    removing.actions()[0].trigger()
    assert session.workspace.searches == ()
    assert session.filters == Filters(text="two")
    assert words(opened(panel)) == ["&Save this search…", "None is saved yet"]
    panel.searches.choices.hide()


def test_nothing_is_kept_of_no_search(session: Session) -> None:
    """Without filters, or without a name, nothing is kept."""
    session.save_search("All")
    session.set_filters(Filters(text="one"))
    session.save_search("  ")
    session.search_again("All")
    session.remove_search("All")
    assert session.workspace.searches == ()
    assert session.filters == Filters(text="one")


def test_what_is_typed_just_now_can_be_kept(session: Session, panel: EventsPanel) -> None:
    """The menu does not wait for the pause after which the list follows."""
    panel.search.setFocus()
    QTest.keyClicks(panel.search, "truce")
    assert session.filters == Filters()
    menu = opened(panel)
    assert session.filters == Filters(text="truce")
    choose(menu, "&Save this search…")
    answer(panel, "")
    assert [dict(one.filters) for one in session.workspace.searches] == [{"text": "truce"}]


def test_what_goes_is_told_and_comes_back(session: Session, panel: EventsPanel) -> None:
    """A search that is replaced or removed is named in the status bar, and undo brings it back."""
    told: list[str] = []
    session.notice.connect(told.append)
    for text in ("one", "one", "two"):
        session.set_filters(Filters(text=text))
        choose(opened(panel), "&Save this search…")
        answer(panel, "Mine")
    assert told == ["Search “Mine” replaced; undo brings the old one back."]
    menu = opened(panel)
    menu.hide()
    (removing,) = (one.menu() for one in menu.actions() if one.menu() is not None)
    assert isinstance(removing, QMenu)
    removing.actions()[0].trigger()
    assert told[1:] == ["Search “Mine” removed; undo brings it back."]
    stack = session.history.stack
    assert stack.undoText() == "Remove search"
    stack.undo()
    assert [dict(one.filters) for one in session.workspace.searches] == [{"text": "two"}]
    stack.undo()
    assert [dict(one.filters) for one in session.workspace.searches] == [{"text": "one"}]


def test_where_nothing_can_be_changed_searches_are_made_all_the_same(
    session: Session, panel: EventsPanel
) -> None:
    """While another window writes, none is kept or removed, but a kept one is made again."""
    session.set_filters(Filters(text="truce"))
    session.save_search("Mine")
    session.set_filters(Filters(text="border"))
    session.follow(session.workspace, "another window writes")
    menu = opened(panel)
    allowed = {one.text(): one.isEnabled() for one in menu.actions() if not one.isSeparator()}
    assert allowed == {"&Save this search…": False, "Mine": True, "&Remove": False}
    choose(menu, "Mine")
    assert session.filters == Filters(text="truce")


def test_opening_the_menu_again_and_again_leaves_nothing(
    session: Session, panel: EventsPanel
) -> None:
    """There is one menu within it, however often it was opened."""
    session.set_filters(Filters(text="truce"))
    session.save_search("Mine")
    for _ in range(3):
        opened(panel).hide()
    assert len(panel.searches.choices.findChildren(QMenu)) == 1


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """A person before the screen."""
    someone = Person(qtbot, home)
    someone.launch()
    yield someone
    someone.window.close()
    someone.forget()


def in_the_menu(then: Callable[[QMenu], None]) -> None:
    """Do something in the menu that opens next; it holds up the test while it is open."""

    def do(tries: int) -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            then(menu)
            return
        assert tries, "no menu opened"
        QTimer.singleShot(50, partial(do, tries - 1))

    QTimer.singleShot(150, partial(do, 100))


def front(person: Person) -> None:
    """Bring the window to the front, where a dialog was before."""
    person.window.activateWindow()
    person.qtbot.waitUntil(person.window.isActiveWindow)


def test_by_keys_and_mouse_on_the_window(person: Person) -> None:
    """Typed, kept by keys, made again by the mouse where one is, undone by Ctrl+Z."""
    session, panel = person.window.session, person.window.events
    person.search("actor:kazakhstan date:2016-04")
    wanted = session.filters
    person.key(Key.Key_Tab)
    assert QApplication.focusWidget() is panel.searches
    in_the_menu(lambda menu: QTest.keyClick(menu, Key.Key_S))
    person.key(Key.Key_Space)
    # By keys Qt opens the menu at once or in a turn of its own, as its version has it.
    person.qtbot.waitUntil(lambda: panel.findChild(QInputDialog) is not None)
    answer(panel, "Astana in April")
    assert [one.name for one in session.workspace.searches] == ["Astana in April"]
    front(person)
    person.key(Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert session.filters == Filters()
    session.set_tracks(Tracks(by="actor", pinned=("armenia",)))
    session.zoom(3)
    before = session.viewport, session.tracks, session.clock
    in_the_menu(lambda menu: choose(menu, "Astana in April"))
    person.click(panel.searches)
    person.qtbot.waitUntil(lambda: session.filters == wanted)
    assert (session.viewport, session.tracks, session.clock) == before
    front(person)
    person.key(Key.Key_Z, CTRL)
    assert session.workspace.searches == ()
    assert session.filters == wanted
