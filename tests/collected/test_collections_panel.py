"""The collections panel by mouse and keys: made, filled, put in order, written on, renamed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.collected.panel import CollectionsPanel
from explorer.model.codebook import Codebook
from explorer.model.collecting import Collection, Entry
from explorer.model.selection import EventsSelected, current_event
from explorer.model.workspace import Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from tests.builders import a_chronicle, an_event

CHRONICLE = a_chronicle(an_event("1992", "a"), an_event("2016", "b"), an_event("2020", "c"))
ONE = Collection("One", "", (Entry("b", "Head", "Why?"), Entry("a"), Entry("gone"), Entry("c")))
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def a_panel(qtbot: QtBot, workspace: Workspace) -> CollectionsPanel:
    """Return the panel on screen, on three events."""
    session = Session(Codebook({}, {}, {}, {}, {}))
    session.open(CHRONICLE, workspace, make_library(CHRONICLE))
    made = CollectionsPanel(session, theme("light"))
    made.session = session  # type: ignore[attr-defined]  # it must outlive the panel
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def panel(qtbot: QtBot) -> CollectionsPanel:
    """The panel with a collection of four entries, one on an event that is gone."""
    return a_panel(qtbot, Workspace("test").with_collection(ONE))


@pytest.fixture
def session(panel: CollectionsPanel) -> Session:
    """The panel's session."""
    made: Session = panel.session  # type: ignore[attr-defined]
    return made


def order(session: Session) -> str:
    """Return the events of the first collection, by their first letters."""
    return "".join(one[0] for one in session.workspace.collections[0].events)


def heads(panel: CollectionsPanel) -> list[str]:
    """Return what stands over the rows."""
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [panel.rows.item(row).data(role) for row in range(panel.rows.count())]
    return [one.replace(".  ", "|").split(". ")[0].replace("|", ".  ") for one in said]


def spot(panel: CollectionsPanel, row: int) -> None:
    """Click a row."""
    place = panel.rows.visualItemRect(panel.rows.item(row)).center()
    QTest.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)


def answer(panel: CollectionsPanel, text: str) -> None:
    """Type a name into the question and press Enter."""
    dialog = panel.findChild(QInputDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.qWait(20)


def test_without_a_collection_the_panel_says_what_one_is(
    qtbot: QtBot, press: Callable[[QWidget, str], None]
) -> None:
    """And offers to make one, which is then shown, empty."""
    panel = a_panel(qtbot, Workspace("test"))
    assert "outline of a paper" in panel.hint.text()
    assert not panel.rows.isVisible()
    press(panel, "New…")
    answer(panel, "Chapter 1")
    assert panel.name == "Chapter 1"
    assert panel.hint.text() == "Nothing in it yet. Select events and press C."


def test_entries_stand_in_the_collection_s_order(panel: CollectionsPanel) -> None:
    """Numbered, under their headings; an event that is gone is told as such, by its id."""
    assert [panel.rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)] == [
        "1.  Head. 2016: Title of b. Why?",
        "2.  Title of a. 1992",
        "3.  gone. not in this chronicle",
        "4.  Title of c. 2020",
    ]


def test_a_click_shows_the_event(session: Session, panel: CollectionsPanel) -> None:
    """And its heading and remark to write on; Enter does so from the keyboard."""
    spot(panel, 0)
    assert current_event(session.selection) == "b"
    assert (panel.editor.heading.text(), panel.editor.remark.toPlainText()) == ("Head", "Why?")
    QTest.keyClick(panel.rows, Qt.Key.Key_Down)
    assert current_event(session.selection) == "b"
    assert panel.editor.heading.text() == ""
    QTest.keyClick(panel.rows, Qt.Key.Key_Return)
    assert current_event(session.selection) == "a"


def test_ctrl_shift_and_arrows_move_an_entry(session: Session, panel: CollectionsPanel) -> None:
    """It stays the current one, whatever else is selected; at the end it goes no further."""
    session.select_event("c")
    spot(panel, 0)
    session.select_event("a")
    panel.rows.mark("b")
    for _ in range(5):
        QTest.keyClick(panel.rows, Qt.Key.Key_Down, HELD)
    assert order(session) == "agcb"
    assert panel.rows.event_id == "b"
    QTest.keyClick(panel.rows, Qt.Key.Key_Up, HELD)
    assert order(session) == "agbc"
    assert session.history.stack.undoText() == "Reorder a collection"
    assert session.history.stack.count() == 4
    for _ in range(4):
        session.history.stack.undo()
    assert session.workspace.collections == (ONE,)
    assert panel.rows.event_id == "b"


def test_the_buttons_move_an_entry_as_well(
    session: Session, panel: CollectionsPanel, press: Callable[[QWidget, str], None]
) -> None:
    """Up is not offered for the first one, nor Down for the last."""
    spot(panel, 1)
    press(panel, "Up")
    assert order(session) == "abgc"
    buttons = {one.text(): one.isEnabled() for one in panel.findChildren(QToolButton)}
    assert (buttons["Up"], buttons["Down"]) == (False, True)
    press(panel, "Down")
    assert order(session) == "bagc"


@pytest.mark.parametrize(
    ("row", "to", "wanted"), [(0, 4, "agcb"), (3, 0, "cbag"), (1, 3, "bgac"), (2, 1, "bgac")]
)
def test_a_dragged_entry_stays_where_it_was_dropped(
    session: Session, panel: CollectionsPanel, row: int, to: int, wanted: str
) -> None:
    """What a drop does to the rows is done to the collection, in one step."""
    panel.rows.setCurrentRow(row)
    event = panel.rows.event_id
    panel.rows.model().moveRow(QModelIndex(), row, QModelIndex(), to)
    QTest.qWait(30)
    assert order(session) == wanted
    assert panel.rows.event_id == event
    assert [head[0] for head in heads(panel)] == ["1", "2", "3", "4"]
    assert session.history.stack.count() == 1
    session.history.stack.undo()
    assert order(session) == "bagc"


def test_delete_takes_an_entry_out(session: Session, panel: CollectionsPanel) -> None:
    """The next one is current then; the event's bookmark is not touched."""
    spot(panel, 1)
    QTest.keyClick(panel.rows, Qt.Key.Key_Delete)
    assert order(session) == "bgc"
    assert panel.rows.event_id == "gone"
    QTest.keyClick(panel.rows, Qt.Key.Key_Delete)
    assert order(session) == "bc"


@pytest.mark.parametrize("way", ["leave", "pause", "flush", "hide", "other"])
def test_what_is_typed_is_saved_for_its_entry(
    session: Session, panel: CollectionsPanel, way: str
) -> None:
    """Heading and remark are a step each, by whatever way the reader goes on."""
    spot(panel, 1)
    QTest.keyClicks(panel.editor.heading, "First")
    QTest.keyClicks(panel.editor.remark, "Look again.")
    if way == "leave":
        QTest.keyClick(panel.editor.heading, Qt.Key.Key_Return)
    elif way == "pause":
        QTest.qWait(1000)
    elif way == "flush":
        panel.flush()
    elif way == "hide":
        panel.hide()
    else:
        spot(panel, 3)
    entry = session.workspace.collection["One"].entry("a")
    assert entry == Entry("a", "First", "Look again.")
    assert session.history.stack.count() == 2


def test_the_selection_is_added(
    session: Session, panel: CollectionsPanel, press: Callable[[QWidget, str], None]
) -> None:
    """To the collection that is shown, at its end."""
    press(panel, "New…")
    answer(panel, "Two")
    session.select(EventsSelected(("a", "c"), "c"))
    press(panel, "Add the selection")
    assert session.workspace.collection["Two"].events == ("a", "c")
    assert heads(panel) == ["1.  Title of a", "2.  Title of c"]


def test_a_collection_is_renamed_deleted_and_brought_back(
    session: Session, panel: CollectionsPanel, press: Callable[[QWidget, str], None]
) -> None:
    """A name that is taken is told; what was being typed goes to the collection all the same."""
    said: list[str] = []
    session.notice.connect(said.append)
    session.collect("Two", ["c"])
    panel.show_collection("One")
    spot(panel, 1)
    QTest.keyClicks(panel.editor.heading, "First")
    press(panel, "Rename…")
    answer(panel, "Two")
    assert said == ["There is a collection “Two” already."]
    press(panel, "Rename…")
    answer(panel, "Introduction")
    assert panel.name == "Introduction"
    assert session.workspace.collection["Introduction"].entries[1].heading == "First"
    QTest.keyClicks(panel.editor.heading, "!")
    press(panel, "Delete")
    assert list(session.workspace.collection) == ["Two"]
    assert panel.name == "Two"
    session.history.stack.undo()
    assert list(session.workspace.collection) == ["Introduction", "Two"]
    assert session.workspace.collection["Introduction"].entries[1].heading == "First!"


def test_the_collection_is_asked_to_be_exported(
    panel: CollectionsPanel, press: Callable[[QWidget, str], None]
) -> None:
    """By its name."""
    asked: list[str] = []
    panel.export_asked.connect(asked.append)
    press(panel, "Export…")
    assert asked == ["One"]


def test_nothing_can_be_changed_where_nothing_can_be_saved(
    session: Session, panel: CollectionsPanel
) -> None:
    """A window that reads along sees the collections and may export them."""
    spot(panel, 1)
    session.follow(session.workspace, "Another window has it open.")
    enabled = {one.text() for one in panel.findChildren(QToolButton) if one.isEnabled()}
    assert enabled == {"Export…"}
    assert not panel.editor.heading.isEnabled()
    QTest.keyClick(panel.rows, Qt.Key.Key_Delete)
    QTest.keyClick(panel.rows, Qt.Key.Key_Down, HELD)
    QTest.qWait(20)
    assert session.workspace.collections == (ONE,)
    assert heads(panel)[1] == "2.  Title of a"


def test_a_narrow_panel_has_the_entry_below_the_list(qtbot: QtBot, panel: CollectionsPanel) -> None:
    """Where there is no room beside it; both themes are worn."""
    assert panel.editor.mapTo(panel, panel.editor.rect().topLeft()).x() > 300
    panel.resize(320, 700)
    qtbot.waitUntil(
        lambda: panel.editor.mapTo(panel, panel.editor.rect().topLeft()).x() < 100, timeout=2000
    )
    for name in ("dark", "light"):
        panel.set_theme(theme(name))
        assert not panel.grab().isNull()
