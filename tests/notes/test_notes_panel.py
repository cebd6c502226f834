"""The notes panel and the editor that is shown where a thing is shown, by clicks and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from explorer.commands.codebooks import open_codebook
from explorer.model.notes import span_target
from explorer.model.selection import ActorSelected, SpanSelected, current_event
from explorer.notes.panel import NotesPanel
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from explorer.widgets.markdown import MarkdownProse, safe_markdown, unmarked
from explorer.widgets.note_editor import NoteEditor
from tests.builders import a_chronicle, a_workspace, an_event


@pytest.fixture
def session() -> Session:
    """Return a session with two events and nothing marked."""
    made = Session(open_codebook(None))
    chronicle = a_chronicle(an_event("2020", "war", actors=("alpha",)), an_event("2021", "peace"))
    made.open(chronicle, a_workspace(), make_library(chronicle))
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> NotesPanel:
    """Return the panel on screen."""
    made = NotesPanel(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    return made


def test_a_note_is_saved_when_the_typing_pauses(qtbot: QtBot, session: Session) -> None:
    """Without any key or click; what is typed after that is another step."""
    editor = NoteEditor(session, theme("light"), "event", "war")
    qtbot.addWidget(editor)
    editor.show()
    editor.write()
    QTest.keyClicks(editor.words, "Who")
    qtbot.waitUntil(lambda: ("event", "war") in session.workspace.note, timeout=3_000)
    QTest.keyClicks(editor.words, " began?")
    editor.flush()
    assert session.workspace.note["event", "war"].words == "Who began?"
    assert session.history.stack.count() == 2


def test_the_editor_writes_a_note_and_shows_it(qtbot: QtBot, session: Session) -> None:
    """A click begins, typing and Esc end with a note that is saved and read without its signs."""
    editor = NoteEditor(session, theme("dark"), "actor", "alpha")
    qtbot.addWidget(editor)
    editor.show()
    qtbot.mouseClick(editor.edit, Qt.MouseButton.LeftButton)
    QTest.keyClicks(editor.words, "Is **not** sure")
    QTest.keyClick(editor.words, Qt.Key.Key_Escape)
    assert session.workspace.note["actor", "alpha"].words == "Is **not** sure"
    assert unmarked("Is **not** sure") == "Is not sure"
    assert editor.shown.toPlainText() == "Is not sure"
    assert editor.shown.isVisible()
    assert editor.words.isHidden()
    session.history.stack.undo()
    assert session.workspace.notes == ()
    assert not editor.shown.isVisible()


def test_typing_that_was_not_saved_yet_is_saved_when_the_editor_goes(
    qtbot: QtBot, session: Session
) -> None:
    """Hiding the editor, as choosing something else does, loses nothing."""
    editor = NoteEditor(session, theme("light"), "event", "war")
    qtbot.addWidget(editor)
    editor.show()
    editor.write()
    QTest.keyClicks(editor.words, "Half a")
    editor.hide()
    assert session.workspace.note["event", "war"].words == "Half a"


def test_escape_while_writing_is_not_the_windows(qtbot: QtBot, session: Session) -> None:
    """A window in which Esc is a shortcut does not get it while a note is being written."""
    window = QMainWindow()
    qtbot.addWidget(window)
    editor = NoteEditor(session, theme("light"), "event", "war")
    window.setCentralWidget(editor)
    cleared: list[bool] = []
    escape = QShortcut(QKeySequence("Esc"), window)
    escape.activated.connect(lambda: cleared.append(True))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    editor.write()
    QTest.keyClick(editor.words, Qt.Key.Key_Escape)
    assert cleared == []
    assert editor.words.isHidden()


@pytest.mark.parametrize(
    "words",
    [
        "![a](file:///etc/hostname)",
        "![a][1]\n\n[1]: http://example.org/x.png",
        "<img src='/etc/hostname'>",
        "[![a](x.png)](http://example.org)",
    ],
)
def test_a_note_is_shown_without_images_and_html(qtbot: QtBot, words: str) -> None:
    """No image and no tag in a note becomes one on screen."""
    prose = MarkdownProse(words)
    qtbot.addWidget(prose)
    assert "\ufffc" not in prose.toPlainText()
    assert "<img" not in (safe_markdown(words) or "") or "<img" in prose.toPlainText()


def test_the_list_leads_to_what_a_note_is_on(session: Session, panel: NotesPanel) -> None:
    """Enter on a note selects its event, its actor or its span of time."""
    whole = session.chronicle.extent
    session.write_note("event", "peace", "One")
    session.write_note("actor", "alpha", "Two")
    session.write_note("span", span_target(whole), "Three")
    assert panel.list.count() == 3
    panel.list.setCurrentRow(0)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert current_event(session.selection) == "peace"
    panel.list.setCurrentRow(1)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert session.selection == ActorSelected("alpha")
    panel.list.setCurrentRow(2)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert isinstance(session.selection, SpanSelected)


def test_kinds_are_chosen_and_delete_takes_a_note_away(session: Session, panel: NotesPanel) -> None:
    """The choice narrows the list, an empty one says what to do, Delete can be undone."""
    assert panel.empty.isVisible()
    session.write_note("event", "war", "One")
    session.write_note("actor", "alpha", "Two")
    assert not panel.empty.isVisible()
    panel.kind.setCurrentIndex(panel.kind.findData("actor"))
    panel.kind.activated.emit(panel.kind.currentIndex())
    assert [panel.list.item(at).text() for at in range(panel.list.count())] == [
        f"Actor · {session.chronicle.actor['alpha'].name}\nTwo"
    ]
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert list(session.workspace.note) == [("event", "war")]
    session.history.stack.undo()
    assert panel.list.count() == 1


def test_a_note_is_written_on_the_time_on_screen(
    qtbot: QtBot, session: Session, panel: NotesPanel
) -> None:
    """The button opens an editor whose words go to the span in view."""
    qtbot.mouseClick(panel.span, Qt.MouseButton.LeftButton)
    (editor,) = panel.findChildren(NoteEditor)
    QTest.keyClicks(editor.words, "A quiet time")
    panel.flush()
    assert session.workspace.note["span", span_target(session.viewport)].words == "A quiet time"
