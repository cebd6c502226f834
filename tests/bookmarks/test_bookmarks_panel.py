"""The bookmarks panel: marks in date order, notes that are never lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from explorer.bookmarks.panel import BookmarksPanel
from explorer.bookmarks.rows import NotedRow
from explorer.model.codebook import Codebook
from explorer.model.selection import current_event
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from explorer.widgets.event_list import EventList
from tests.builders import a_chronicle, a_workspace, an_event

CHRONICLE = a_chronicle(
    an_event("2020", "later"), an_event("1992", "first"), an_event("2016", "between")
)


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session on three events, none marked."""
    made = Session(Codebook({}, {}, {}, {}, {}))
    made.open(CHRONICLE, a_workspace(), make_library(CHRONICLE))
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> BookmarksPanel:
    """The panel on screen."""
    made = BookmarksPanel(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(340, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown_list(panel: BookmarksPanel) -> EventList:
    """Return the list on screen, once Qt has put it there."""
    QTest.qWait(20)
    return next(one for one in panel.findChildren(EventList) if one.isVisible())


def titles(panel: BookmarksPanel) -> list[str]:
    """Return the titles listed."""
    model = shown_list(panel).model()
    return [model.index(row, 0).data().split("·")[1].strip() for row in range(model.rowCount())]


def note(panel: BookmarksPanel) -> QPlainTextEdit:
    """Return the box for the note."""
    found = panel.findChild(QPlainTextEdit, "note")
    assert found is not None
    return found


def test_with_no_bookmark_the_panel_says_how_to_make_one(panel: BookmarksPanel) -> None:
    """The empty state names the key and the star."""
    assert not note(panel).isVisible()
    said = " ".join(one.text() for one in panel.findChildren(type(panel._hint)) if one.isVisible())
    assert "Press B" in said


def test_bookmarks_are_listed_in_date_order(session: Session, panel: BookmarksPanel) -> None:
    """However they were marked, they stand in the order of their dates."""
    for event in ("later", "between", "first"):
        session.toggle_bookmark(event)
    assert titles(panel) == ["Title of first", "Title of between", "Title of later"]


def test_a_click_on_a_bookmark_reveals_its_event(session: Session, panel: BookmarksPanel) -> None:
    """Clicking a row selects the event."""
    session.toggle_bookmark("first")
    session.toggle_bookmark("later")
    listed = shown_list(panel)
    place = listed.visualRect(listed.model().index(1, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert current_event(session.selection) == "later"


@pytest.mark.parametrize(
    "leave",
    [
        lambda panel, session: panel.flush(),
        lambda panel, session: session.select_event("later"),
        lambda panel, session: panel.hide(),
        lambda panel, session: QTest.qWait(1000),
    ],
    ids=["flush", "another event", "hidden", "pause"],
)
def test_what_is_typed_is_saved_to_the_bookmark_it_was_typed_for(
    session: Session, panel: BookmarksPanel, leave: Callable[[BookmarksPanel, Session], None]
) -> None:
    """A note reaches its own bookmark on a pause, when leaving, when selecting another."""
    session.toggle_bookmark("first")
    session.toggle_bookmark("later")
    session.select_event("first")
    QTest.keyClicks(note(panel), "Compare both.")
    leave(panel, session)
    assert session.workspace.bookmark["first"].note == "Compare both."
    assert session.workspace.bookmark["later"].note == ""


def test_a_note_is_shown_again_when_its_event_is_selected(
    session: Session, panel: BookmarksPanel
) -> None:
    """The editor follows the selection among the bookmarks."""
    for event in ("first", "later"):
        session.toggle_bookmark(event)
        session.set_note(event, f"on {event}")
    session.select_event("later")
    assert note(panel).toPlainText() == "on later"
    session.select_event("first")
    assert note(panel).toPlainText() == "on first"


def test_the_list_shows_the_note_beneath_the_title(session: Session, panel: BookmarksPanel) -> None:
    """A row with a note is a line taller, at once, and the note's own lines are joined."""
    session.toggle_bookmark("first")
    listed = shown_list(panel)
    index = listed.model().index(0, 0)
    before = listed.visualRect(index).height()
    session.set_note("first", "Compare\nboth.")
    QTest.qWait(20)
    assert listed.visualRect(index).height() > before
    row = listed.itemDelegate()
    assert isinstance(row, NotedRow)
    assert row.lines(index) == ("1992", "Title of first", "Compare both.")


def test_marking_another_event_while_typing_loses_nothing(
    session: Session, panel: BookmarksPanel
) -> None:
    """A bookmark made elsewhere does not wipe the words being typed."""
    session.toggle_bookmark("first")
    session.select_event("first")
    QTest.keyClicks(note(panel), "half a sent")
    session.toggle_bookmark("between")
    assert note(panel).toPlainText() == "half a sent"
    panel.flush()
    assert session.workspace.bookmark["first"].note == "half a sent"


def test_tags_are_split_at_commas(session: Session, panel: BookmarksPanel) -> None:
    """Blank and double tags fall away."""
    session.toggle_bookmark("first")
    tags = panel.findChild(QLineEdit, "tags")
    assert tags is not None
    QTest.keyClicks(tags, "key , again,,key")
    QTest.keyClick(tags, Qt.Key.Key_Return)
    assert session.workspace.bookmark["first"].tags == ("key", "again")


@pytest.mark.parametrize("way", ["key", "button"])
def test_a_bookmark_can_be_removed_and_brought_back(
    session: Session, panel: BookmarksPanel, way: str
) -> None:
    """Delete or the button removes the bookmark with its note; undo brings both back."""
    session.toggle_bookmark("first")
    session.set_note("first", "kept")
    if way == "key":
        listed = shown_list(panel)
        QTest.keyClick(listed, Qt.Key.Key_Delete)
    else:
        button = panel.findChild(QPushButton)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.workspace.bookmarks == ()
    session.history.stack.undo()
    assert session.workspace.bookmark["first"].note == "kept"


def test_undoing_a_note_shows_the_earlier_one(session: Session, panel: BookmarksPanel) -> None:
    """The editor shows what the workspace holds after an undo."""
    session.toggle_bookmark("first")
    session.select_event("first")
    QTest.keyClicks(note(panel), "one")
    panel.flush()
    session.history.stack.undo()
    assert note(panel).toPlainText() == ""


def test_the_panel_wears_both_themes(panel: BookmarksPanel) -> None:
    """Changing the theme leaves the panel as it is, in other colours."""
    panel.set_theme(theme("dark"))
    assert panel._hint.palette().windowText().color().name().upper() == theme("dark").muted
