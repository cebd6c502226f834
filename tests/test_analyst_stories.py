"""An analyst's questions, each answered in at most five gestures from a fresh start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox
from pytestqt.qtbot import QtBot

from explorer.analysing import ANALYSIS
from explorer.appeals.panel import AppealsPanel
from explorer.coverage.panel import CoveragePanel
from explorer.disagreements.panel import DisagreementsPanel
from explorer.model.selection import EventsSelected, PassageSelected
from tests.whole_window import Person

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """A person before the screen, who leaves no window behind."""
    someone = Person(qtbot, home)
    yield someone
    someone.window.close()
    someone.forget()


def click_cell(person: Person, table: QAbstractItemView, index: QModelIndex) -> None:
    """Click a cell of a table."""
    table.scrollTo(index)
    person.click(table.viewport(), table.visualRect(index).center())


def take(person: Person, box: QComboBox, words: str) -> None:
    """Choose a line of a box: one gesture for a person with a mouse, some keys here."""
    box.setFocus()
    person.key(Key.Key_Home)
    while not box.currentText().endswith(words):
        before = box.currentIndex()
        person.key(Key.Key_Down)
        assert box.currentIndex() != before, f"no line ends with {words!r}"


def test_the_first_window_has_room_for_events_and_quotes(person: Person) -> None:
    """The analyst's panels are closed at first, and none is made before it is opened."""
    person.launch()
    assert all(person.window.docks[name].isHidden() for name in ANALYSIS)
    assert all(person.window.docks[name].widget() is None for name in ANALYSIS)
    shown = {action.text() for action in person.window.menus["&View"].actions()}
    assert {"Appeals and ans&wers", "Disa&greements", "So&urces"} <= shown


def test_when_did_armenia_appeal_to_the_csto_and_what_came_back(person: Person) -> None:
    """Ctrl+1, the tab of the parties, a click on the CSTO: the record; a row selects its events."""
    person.launch()
    person.key(Key.Key_1, CTRL)
    panel = person.window.docks["appeals"].widget()
    assert isinstance(panel, AppealsPanel)
    person.click(panel.tabs, panel.tabs.tabRect(1).center())
    tallies = panel.tally.tallies
    click_cell(person, panel.tally, tallies.index(tallies.row_of("csto"), 0))
    shown = panel.ledger.ledger.appeals
    assert [one.event.id for one in shown if "armenia" in one.by and "csto" in one.to] == [
        "armenia-appeals-2016-04",
        "armenia-appeals-2020-07-13",
        "armenia-petitions-csto-for-years",
        "armenia-appeals-2021-05-14",
    ]
    told = person.texts(panel)
    for words in ("0 ✚ Help", "1 … Postponement", "3 ∅ Silence", "Appeals: 5, 2016–2021"):
        assert words in told
    click_cell(person, panel.ledger, panel.ledger.ledger.index_of("armenia-appeals-2021-05-14"))
    selection = person.window.session.selection
    assert isinstance(selection, EventsSelected)
    assert selection.current == "armenia-appeals-2021-05-14"
    assert len(selection.events) == 4
    assert "emergency consultations" in person.texts(person.window.quotes)


def test_which_events_does_only_one_article_report(person: Person) -> None:
    """Ctrl+3 and one choice; every row has one article, and its cell leads to the passage."""
    person.launch()
    person.key(Key.Key_3, CTRL)
    panel = person.window.docks["coverage"].widget()
    assert isinstance(panel, CoveragePanel)
    take(person, panel.shows, "In one article only")
    matrix = panel.matrix.matrix
    chronicle = person.window.session.chronicle
    alone = [event.id for event in chronicle.events if len(chronicle.sources_of(event)) == 1]
    assert [matrix.row(at).event.id for at in range(matrix.rowCount())] == alone
    (article,) = matrix.row(0).stances
    columns = range(matrix.columnCount())
    column = next(at for at in columns if matrix.article_at(at) == article)
    click_cell(person, panel.matrix, matrix.index(0, column))
    selection = person.window.session.selection
    assert isinstance(selection, PassageSelected)
    assert selection.event == alone[0]


def test_where_do_the_articles_contradict_each_other_on_whether_it_happened(
    person: Person,
) -> None:
    """Ctrl+2 and two choices list them; among them whether the CSTO ever deployed."""
    person.launch()
    person.key(Key.Key_2, CTRL)
    panel = person.window.docks["disagreements"].widget()
    assert isinstance(panel, DisagreementsPanel)
    take(person, panel.kind, "Contradiction")
    take(person, panel.about, "whether it happened")
    rows = panel.table.rows
    shown = [rows.differing(at) for at in range(rows.rowCount())]
    assert shown
    assert all((one.kind, one.about) == ("contradiction", "occurrence") for one in shown)
    on_deployment = [one for one in shown if "csto-deploys-kazakhstan-2022" in one.events]
    assert on_deployment
    click_cell(person, panel.table, rows.index(rows.row_of(on_deployment[0].id), 2))
    selection = person.window.session.selection
    assert isinstance(selection, EventsSelected)
    assert "csto-deploys-kazakhstan-2022" in selection.events
    assert "our words, not a quotation" in person.texts(panel)


def test_a_resolution_being_typed_outlives_the_window(person: Person) -> None:
    """Leaving in the middle of a sentence loses none of it; the panel is open again after."""
    person.launch()
    person.key(Key.Key_2, CTRL)
    panel = person.window.docks["disagreements"].widget()
    assert isinstance(panel, DisagreementsPanel)
    shown = panel.table.current_differing()
    assert shown is not None
    panel.resolution.note.setFocus()
    person.type("Half a thought")
    assert QApplication.focusWidget() is panel.resolution.note
    person.quit()
    person.launch()
    assert person.window.session.workspace.resolution[shown.id].note == "Half a thought"
    assert not person.window.docks["disagreements"].isHidden()
    again = person.window.docks["disagreements"].widget()
    assert isinstance(again, DisagreementsPanel)
    assert again.resolution.note.toPlainText() == "Half a thought"
