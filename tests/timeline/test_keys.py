from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from explorer.layout.pieces import Cluster
from explorer.model.filters import Filters
from explorer.model.selection import (
    ClusterSelected,
    EventsSelected,
    NoSelection,
    current_event,
    selected_events,
)
from explorer.session.session import Session
from explorer.timeline.view import TimelineView
from tests.timeline.conftest import shown

CONTROL = Qt.KeyboardModifier.ControlModifier


def the_menu(qtbot: QtBot) -> QMenu:
    """Return the menu that is open, once it is."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def words_of(menu: QMenu) -> list[str]:
    """Return the entries of a menu without accelerators and keys."""
    return [action.text().partition("\t")[0].replace("&", "") for action in menu.actions()]


def choose(menu: QMenu, words: str) -> None:
    """Trigger an entry of a menu and close it."""
    action = menu.actions()[words_of(menu).index(words)]
    action.trigger()
    menu.close()


def ask_by_key(view: TimelineView) -> None:
    """Ask for the menu as the Menu key does."""
    middle = view.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, view.mapToGlobal(middle))
    QApplication.sendEvent(view.viewport(), asked)


def ask_at(view: TimelineView, place: QPoint) -> None:
    """Ask for the menu with the pointer."""
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(view.viewport(), asked)


def test_home_and_end_go_to_the_first_and_last_event(view: TimelineView, session: Session) -> None:
    """They select the ends of what passes the filters and bring them on screen."""
    session.set_filters(Filters(types=frozenset({"ASSAULT"})))
    QTest.keyClick(view, Qt.Key.Key_End)
    assert current_event(session.selection) == "war"
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert current_event(session.selection) == "clash"


def test_control_and_arrows_go_on_without_selecting(view: TimelineView, session: Session) -> None:
    """The cursor stands out as under the pointer; what is selected stays selected."""
    session.select_event("treaty")
    QTest.keyClick(view, Qt.Key.Key_Right, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Right, CONTROL)
    assert session.hovered == session.visible_events()[2].id
    assert session.selection == EventsSelected(("treaty",), "treaty")


def test_space_adds_what_the_cursor_is_on_and_takes_it_out(
    view: TimelineView, session: Session
) -> None:
    """Several events are selected with Ctrl, arrows and Space alone."""
    session.select_event("treaty")
    QTest.keyClick(view, Qt.Key.Key_Right, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert selected_events(session.selection) == ("treaty", "charter")
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert selected_events(session.selection) == ("treaty",)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert len(selected_events(session.selection)) == 1


def test_space_begins_where_nothing_is_selected(view: TimelineView, session: Session) -> None:
    """Without any selection Space picks the first event on screen."""
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert current_event(session.selection) == "treaty"


def test_enter_opens_the_event(qtbot: QtBot, view: TimelineView, session: Session) -> None:
    """Enter asks for the quotes of the event that the keyboard is on."""
    session.select_event("treaty")
    with qtbot.waitSignal(view.opened) as asked:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == ["treaty"]


def test_the_menu_key_tells_what_can_be_done_with_the_event(
    qtbot: QtBot, view: TimelineView, session: Session
) -> None:
    """The menu of the current event bookmarks it, zooms to it, selects it."""
    session.select_event("charter")
    ask_by_key(view)
    menu = the_menu(qtbot)
    words = words_of(menu)
    assert words[0] == session.chronicle.event["charter"].title
    assert {"Open its quotes", "Zoom to it", "Take out of the selection", "Show only"} <= set(words)
    choose(menu, "Bookmark")
    assert "charter" in session.workspace.bookmark


def test_the_menu_narrows_to_an_actor_or_a_type(
    qtbot: QtBot, view: TimelineView, session: Session
) -> None:
    """Show only filters by what the event is."""
    session.select_event("clash")
    ask_by_key(view)
    menu = the_menu(qtbot)
    only = next(one for one in menu.findChildren(QMenu) if "only" in one.title().replace("&", ""))
    only.actions()[0].trigger()
    menu.close()
    assert session.filters.types == frozenset({session.chronicle.event["clash"].type})


def test_the_menu_of_a_cluster_selects_its_members(qtbot: QtBot, crowd: Session) -> None:
    """One by one they can be exported or bookmarked."""
    view = shown(qtbot, crowd)
    found = [piece for piece in view.frame.scene.pieces if isinstance(piece, Cluster)]
    cluster = max(found, key=lambda one: one.count)
    ask_at(view, view.frame.rect_of(cluster).center().toPoint())
    menu = the_menu(qtbot)
    assert isinstance(crowd.selection, ClusterSelected)
    choose(menu, "Select them one by one")
    assert len(selected_events(crowd.selection)) == cluster.count
    assert isinstance(crowd.selection, EventsSelected)


def test_the_menu_of_empty_time_narrows_to_what_comes_after(
    qtbot: QtBot, view: TimelineView, session: Session
) -> None:
    """A moment can become the first day that is shown, or the last."""
    place = QPoint(round(view.frame.width / 2), round(view.frame.height) - 20)
    ask_at(view, place)
    menu = the_menu(qtbot)
    words = next(one for one in words_of(menu) if one.startswith("Only events from"))
    choose(menu, words)
    first = session.filters.first_day
    assert first is not None
    assert first * 86_400.0 == pytest.approx(view.frame.time_at(place.x()), abs=86_400.0)
    assert "treaty" not in session.visible_ids()


def test_escape_selects_nothing(view: TimelineView, session: Session) -> None:
    """With nothing else to end, Esc clears the selection."""
    session.select_event("treaty")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert session.selection == NoSelection()
