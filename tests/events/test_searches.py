"""Saved searches: kept, made again and removed from the menu beside the search box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from explorer.events.panel import EventsPanel
from explorer.model.filters import Filters
from explorer.session.session import Session


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
