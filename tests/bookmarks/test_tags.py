"""Tags by mouse and keys: completed while typed, coloured, renamed, merged, removed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.bookmarks.panel import BookmarksPanel
from explorer.bookmarks.rows import NotedRow
from explorer.bookmarks.tags_dialog import TagsDialog
from explorer.model.codebook import Codebook
from explorer.model.tags import TAG_COLOURS
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import tag_shades, theme
from explorer.widgets.event_list import EventList
from explorer.widgets.tag_edit import TagEdit
from tests.builders import a_chronicle, a_workspace, an_event

CHRONICLE = a_chronicle(an_event("1992", "first"), an_event("2016", "between"))


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session on two events, both marked and one tagged."""
    made = Session(Codebook({}, {}, {}, {}, {}))
    made.open(CHRONICLE, a_workspace(), make_library(CHRONICLE))
    made.toggle_bookmark("between")
    made.toggle_bookmark("first")
    made.set_bookmark_tags("between", ("chapter two", "law"))
    made.set_bookmark_tags("first", ("law",))
    made.select_event("first")
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


@pytest.fixture
def dialog(
    qtbot: QtBot, panel: BookmarksPanel, press: Callable[[QWidget, str], None]
) -> TagsDialog:
    """The dialog, opened from the panel."""
    press(panel, "All tags…")
    made = panel.findChild(TagsDialog)
    assert made is not None
    qtbot.waitExposed(made)
    return made


def line(panel: BookmarksPanel) -> TagEdit:
    """Return the line for tags, with the keyboard in it."""
    found = panel.findChild(TagEdit)
    assert found is not None
    panel.activateWindow()
    found.setFocus()
    found.end(False)
    return found


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_tag_is_completed_while_it_is_typed(
    session: Session, panel: BookmarksPanel, key: Qt.Key
) -> None:
    """Any part of a known tag offers it; Tab or Enter takes it, and the line keeps the keyboard."""
    tags = line(panel)
    QTest.keyClicks(tags, ", TWO")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, key)
    assert tags.text() == "law, chapter two"
    assert tags.hasFocus()
    QTest.keyClick(tags, Qt.Key.Key_Return)
    assert session.workspace.bookmark["first"].tags == ("law", "chapter two")


def test_a_new_tag_is_taken_as_typed(session: Session, panel: BookmarksPanel) -> None:
    """Esc closes the offers, and nothing but what was typed is saved."""
    tags = line(panel)
    QTest.keyClicks(tags, ", chap")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    QTest.keyClick(tags, Qt.Key.Key_Return)
    assert session.workspace.bookmark["first"].tags == ("law", "chap")


def test_a_row_shows_its_tags_with_their_names(session: Session, panel: BookmarksPanel) -> None:
    """In their colours where they have one, a line of their own below the title."""
    session.colour_tag("law", "teal")
    QTest.qWait(20)
    listed = next(one for one in panel.findChildren(EventList) if one.isVisible())
    row = listed.itemDelegate()
    assert isinstance(row, NotedRow)
    badges = row.badges(listed.model().index(1, 0))
    shade = tag_shades("light")["teal"]
    assert [(one.words, one.shade) for one in badges] == [("chapter two", ""), ("law", shade)]
    tall = listed.visualRect(listed.model().index(1, 0)).height()
    session.set_bookmark_tags("between", ())
    QTest.qWait(20)
    assert listed.visualRect(listed.model().index(1, 0)).height() < tall


def test_a_tag_is_coloured_from_the_keyboard(session: Session, dialog: TagsDialog) -> None:
    """The first tag is current; its colour is chosen from a list that names the colours."""
    assert [dialog.rows.item(row).text() for row in range(dialog.rows.count())] == [
        "chapter two (1)",
        "law (2)",
    ]
    QTest.keyClick(dialog.rows, Qt.Key.Key_Down)
    QTest.keyClick(dialog.colour, Qt.Key.Key_Down)
    QTest.keyClick(dialog.colour, Qt.Key.Key_Down)
    assert session.workspace.colour == {"law": TAG_COLOURS[1]}
    spoken = dialog.rows.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("law, Orange, on 2")
    assert dialog.tag == "law"
    session.history.stack.undo()
    session.history.stack.undo()
    assert dialog.colour.currentText() == "No colour"


def test_a_tag_is_renamed_by_typing(session: Session, dialog: TagsDialog) -> None:
    """The new name is on all bookmarks, and stays the current one."""
    QTest.keyClick(dialog.rows, Qt.Key.Key_Down)
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "rights")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert session.workspace.bookmark["between"].tags == ("chapter two", "rights")
    assert session.workspace.bookmark["first"].tags == ("rights",)
    assert dialog.tag == "rights"
    assert dialog.isVisible()


def test_a_name_that_is_there_offers_to_merge(
    session: Session, dialog: TagsDialog, press: Callable[[QWidget, str], None]
) -> None:
    """The button says so before it is pressed; one undo parts the two again."""
    QTest.keyClick(dialog.rows, Qt.Key.Key_Down)
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "chapter two")
    press(dialog, "&Merge")
    assert session.workspace.bookmark["between"].tags == ("chapter two",)
    assert session.workspace.bookmark["first"].tags == ("chapter two",)
    session.history.stack.undo()
    assert session.workspace.bookmark["between"].tags == ("chapter two", "law")


def test_a_tag_is_removed_everywhere(
    session: Session, dialog: TagsDialog, press: Callable[[QWidget, str], None]
) -> None:
    """With the last one gone, the dialog says how to make one."""
    press(dialog, "Remo&ve tag")
    press(dialog, "Remo&ve tag")
    assert all(mark.tags == () for mark in session.workspace.bookmarks)
    assert dialog.none.isVisible()
    buttons = dialog.findChildren(QPushButton, "remove-tag")
    assert not buttons[0].isEnabled()


def test_only_the_events_with_a_tag_are_shown(
    session: Session, dialog: TagsDialog, press: Callable[[QWidget, str], None]
) -> None:
    """The search box has the words for it, and bookmarked tags count."""
    press(dialog, "&Show only these")
    assert session.filters.text == 'tag:"chapter two"'
    assert [event.id for event in session.visible_events()] == ["between"]
    assert not dialog.isVisible()


def test_nothing_can_be_changed_where_nothing_can_be_saved(
    session: Session, dialog: TagsDialog
) -> None:
    """A window that reads along sees the tags and may filter by them."""
    session.follow(session.workspace, "Another window has it open.")
    assert not any(one.isEnabled() for one in (dialog.name, dialog.colour, dialog.remove))
    assert dialog.only.isEnabled()
