"""The panel of disagreements, by clicks and keys."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.commands.codebooks import open_codebook
from explorer.disagreements.model import Column
from explorer.disagreements.panel import DisagreementsPanel
from explorer.model.chronicle import Chronicle
from explorer.model.filters import Filters
from explorer.model.records import Assertion, Disagreement, Side, Support
from explorer.model.selection import EventsSelected, PassageSelected, current_event
from explorer.model.workspace import Workspace
from explorer.session.session import Session
from explorer.sources.in_words import in_words
from explorer.sources.library import make_library
from explorer.sources.status import Status
from explorer.store.workspaces import open_workspace, save_workspace
from explorer.theme import theme
from explorer.widgets.prose import Prose
from explorer.widgets.text import Link
from tests.builders import TEXT, a_chronicle, a_passage, an_article, an_edition, an_event

Press = Callable[[QWidget, str], None]
OURS = "In our words: Alpha began."
HASH = sha256(OURS.encode()).hexdigest()


def a_record() -> Chronicle:
    """Return a coded contradiction, a coded framing, and two dates that exclude each other."""
    return a_chronicle(
        an_event("2020", "war", actors=("alpha",), passages=("daily.1", "brief.1", "weekly.1")),
        an_event(
            "2021",
            "peace",
            actors=("beta",),
            passages=(
                Support("daily.2", "supports", Assertion(date="2021-03")),
                Support("weekly.1", "supports", Assertion(date="2021-05")),
            ),
        ),
        articles=(
            an_article("daily", container_title="The Daily"),
            an_article("weekly", container_title="The Weekly"),
            an_article("brief", kind="brief", derived_from="daily"),
        ),
        editions=(
            an_edition("daily"),
            an_edition("weekly"),
            an_edition("brief", OURS, text=OURS),
        ),
        passages=(
            a_passage("daily.1"),
            a_passage("daily.2", 20, 49),
            a_passage("weekly.1"),
            a_passage("brief.1", 0, len(OURS), retells=("daily.1",), sha256=HASH),
        ),
        disagreements=(
            Disagreement(
                "who",
                "contradiction",
                "actor",
                "Who began.",
                (Side("daily.1", "Alpha"), Side("weekly.1", "Beta")),
                ("war",),
            ),
            Disagreement(
                "how", "framing", "characterisation", "How it was.",
                (Side("daily.1", "harsh"), Side("daily.2", "mild")), ("peace", "war"),
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session on that record with one text in hand."""
    made = Session(open_codebook(None))
    record = a_record()
    made.open(record, Workspace("test"), make_library(record, {"weekly": TEXT}))
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> DisagreementsPanel:
    """The panel on screen."""
    made = DisagreementsPanel(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def rows(panel: DisagreementsPanel) -> list[tuple[str, ...]]:
    """Read the table."""
    model = panel.table.rows
    return [model.cells(row) for row in range(model.rowCount())]


def said(panel: DisagreementsPanel) -> str:
    """Read all that is shown of the current disagreement."""
    page = panel._page.widget()
    parts = [one.text() for one in page.findChildren(QLabel)]
    parts += [one.toPlainText() for one in page.findChildren(Prose)]
    parts += [one.words for one in page.findChildren(Link)]
    return "\n".join(parts)


def choose(qtbot: QtBot, box: QComboBox, words: str) -> None:
    """Choose the line of a box that begins so, with the arrow keys."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    while not box.currentText().startswith(words):
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, f"no line begins with {words!r}"


def click(qtbot: QtBot, panel: DisagreementsPanel, disagreement: str) -> None:
    """Click the row of a disagreement."""
    row = panel.table.rows.row_of(disagreement)
    place = panel.table.visualRect(panel.table.rows.index(row, Column.WHAT)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_each_disagreement_has_its_kind_its_matter_and_its_articles(
    panel: DisagreementsPanel,
) -> None:
    """Coded ones come with our note, derived ones with the dates and the word that tells them."""
    assert rows(panel) == [
        ("≠ Contradiction", "who", "Who began.", "The Daily, The Weekly", "open"),
        ("◐ Told to another purpose", "what it was", "How it was.", "The Daily", "open"),
        (
            "≠ Contradiction (derived)",
            "the date",
            "Title of peace: Mar 2021 / May 2021",
            "The Daily, The Weekly",
            "open",
        ),
    ]


def test_the_passages_stand_side_by_side(
    qtbot: QtBot, session: Session, panel: DisagreementsPanel
) -> None:
    """Of each side: the article's own words where proven, else ours, and the status of both."""
    click(qtbot, panel, "who")
    words = said(panel)
    for part in ("The Daily", "Alpha", "○ Not attached", OURS, "our words, not a quotation"):
        assert part in words
    for part in ("The Weekly", "Beta", "✓ Exact", "“Alpha spoke first.”"):
        assert part in words
    assert session.selection == EventsSelected(("war",), "war")
    assert "On these events" in words


def test_a_passage_that_is_nowhere_in_hand_is_said_to_be_so(session: Session) -> None:
    """Without text and brief there are no words, and none are made up."""
    found = in_words(session.library, "daily.2", ("peace",))
    assert (found.words, found.status) == ("", Status.UNATTACHED)


def test_derived_dates_say_that_they_are_derived(qtbot: QtBot, panel: DisagreementsPanel) -> None:
    """The page names both dates and that nobody wrote the contradiction down."""
    click(qtbot, panel, "date:peace")
    words = said(panel)
    assert "dates it: March 2021" in words
    assert "dates it: May 2021" in words
    assert "no day in common. Derived by comparing them" in words


def test_the_choices_narrow_the_table(qtbot: QtBot, panel: DisagreementsPanel) -> None:
    """By kind, by matter, and by where it comes from; they combine."""
    choose(qtbot, panel.kind, "≠")
    assert [row[2] for row in rows(panel)] == ["Who began.", "Title of peace: Mar 2021 / May 2021"]
    choose(qtbot, panel.about, "who")
    assert [row[2] for row in rows(panel)] == ["Who began."]
    choose(qtbot, panel.about, "On")
    choose(qtbot, panel.found, "Derived")
    assert len(rows(panel)) == 1
    choose(qtbot, panel.kind, "Every")
    choose(qtbot, panel.found, "Between")
    assert len(rows(panel)) == 2


def test_a_side_leads_to_its_passage(
    qtbot: QtBot, session: Session, panel: DisagreementsPanel, press: Press
) -> None:
    """The article's name is a link to the passage, at an event of the disagreement."""
    click(qtbot, panel, "who")
    press(panel, "The Weekly · undated")
    assert session.selection == PassageSelected("weekly.1", "war")


def test_the_reader_settles_a_disagreement(
    qtbot: QtBot, session: Session, panel: DisagreementsPanel, tmp_path: Path
) -> None:
    """What is typed is dated and kept in the workspace; the evidence stays, and undo works."""
    click(qtbot, panel, "how")
    before = session.chronicle
    panel.resolution.note.setFocus()
    qtbot.keyClicks(panel.resolution.note, "Both are true.")
    panel.flush()
    (kept,) = session.workspace.resolutions
    assert (kept.disagreement, kept.note) == ("how", "Both are true.")
    assert kept.resolved.startswith("20")
    assert session.chronicle is before
    assert rows(panel)[1][Column.SETTLED] == "✓ yours"
    path = tmp_path / "w.workspace.json"
    save_workspace(session.workspace, path)
    assert open_workspace(path, "test").resolutions == (kept,)
    session.history.stack.undo()
    assert session.workspace.resolutions == ()
    assert panel.resolution.note.toPlainText() == ""
    session.history.stack.redo()
    assert panel.resolution.note.toPlainText() == "Both are true."


def test_a_pause_in_typing_saves_the_note(
    qtbot: QtBot, session: Session, panel: DisagreementsPanel
) -> None:
    """Nothing needs to be pressed: after a while without a key the note is in the workspace."""
    click(qtbot, panel, "who")
    panel.resolution.note.setFocus()
    qtbot.keyClicks(panel.resolution.note, "Alpha.")
    qtbot.waitUntil(lambda: "who" in session.workspace.resolution, timeout=5_000)
    assert panel.resolution.note.toPlainText() == "Alpha."
    assert panel.resolution.note.hasFocus()


def test_a_note_goes_to_the_disagreement_it_was_typed_for(
    qtbot: QtBot, session: Session, panel: DisagreementsPanel
) -> None:
    """Choosing another row in the middle of typing saves the note where it belongs."""
    click(qtbot, panel, "who")
    panel.resolution.note.setFocus()
    qtbot.keyClicks(panel.resolution.note, "Alpha.")
    click(qtbot, panel, "how")
    assert session.workspace.resolution["who"].note == "Alpha."
    assert panel.resolution.note.toPlainText() == ""
    click(qtbot, panel, "who")
    qtbot.mouseClick(panel.resolution.remove, Qt.MouseButton.LeftButton)
    assert session.workspace.resolutions == ()
    assert panel.resolution.note.toPlainText() == ""


def test_nothing_can_be_settled_where_nothing_can_be_saved(
    qtbot: QtBot, session: Session, panel: DisagreementsPanel
) -> None:
    """With a workspace that is read only the note cannot be typed."""
    session.follow(session.workspace, "w.json: open for reading only.")
    assert panel.resolution.note.isReadOnly()


def test_the_disagreement_on_a_selected_event_is_shown(
    session: Session, panel: DisagreementsPanel
) -> None:
    """Selecting an event elsewhere shows its first disagreement and keeps the selection."""
    assert panel.table.current_differing() is not None
    session.select_event("peace")
    shown_now = panel.table.current_differing()
    assert shown_now is not None
    assert shown_now.id == "how"
    assert session.selection == EventsSelected(("peace",), "peace")


def test_enter_shows_the_events_on_the_timeline(
    qtbot: QtBot, session: Session, panel: DisagreementsPanel
) -> None:
    """With the keyboard alone: down, Enter, and the events fill the timeline."""
    panel.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert current_event(session.selection) == "peace"
    before = session.viewport
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert session.viewport.end - session.viewport.start < before.end - before.start


def test_the_filters_hide_disagreements_and_the_panel_says_so(
    session: Session, panel: DisagreementsPanel
) -> None:
    """A disagreement stays while one of its events passes."""
    session.set_filters(Filters(actors=frozenset({"alpha"})))
    assert [row[2] for row in rows(panel)] == ["Who began.", "How it was."]
    assert "Hidden by the filters: 1" in panel.count.text()


def test_the_table_is_copied_and_sorted(qtbot: QtBot, panel: DisagreementsPanel) -> None:
    """Ctrl+C copies every row; a heading sorts and keeps the current row."""
    panel.table.mark("how")
    panel.table.sortByColumn(Column.WHAT, Qt.SortOrder.AscendingOrder)
    assert rows(panel)[0][2] == "How it was."
    current = panel.table.current_differing()
    assert current is not None
    assert current.id == "how"
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 4


def test_the_model_keeps_qt_s_rules(panel: DisagreementsPanel) -> None:
    """Qt's own tester finds nothing wrong."""
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(panel.table.rows, fatal)
    panel.table.rows.sort(Column.KIND, Qt.SortOrder.DescendingOrder)
    tester.deleteLater()


def test_without_disagreements_the_panel_says_so(
    session: Session, panel: DisagreementsPanel
) -> None:
    """No rows, no note to type, and a sentence that tells why."""
    plain = a_chronicle(an_event("2020"))
    session.open(plain, Workspace("test"), make_library(plain))
    assert rows(panel) == []
    assert "No disagreement" in panel.count.text()
    assert panel.resolution.isHidden()


@pytest.mark.parametrize("width", [300, 1000])
def test_the_theme_and_the_width_can_change(
    qtbot: QtBot, panel: DisagreementsPanel, width: int
) -> None:
    """In the dark and at any width the current disagreement stays."""
    panel.table.mark("how")
    panel.resize(width, 700)
    panel.set_theme(theme("dark"))
    qtbot.waitUntil(lambda: panel.width() == width)
    assert "How it was." in said(panel)
