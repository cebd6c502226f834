"""The panel of relations, by clicks and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.analysis.relations import Counted, Tie, ties_of
from explorer.commands.codebooks import open_codebook
from explorer.model.filters import Filters
from explorer.model.records import Event, Participation
from explorer.model.selection import ActorSelected, EventsSelected
from explorer.model.workspace import Workspace
from explorer.relations.panel import RelationsPanel
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from tests.builders import a_chronicle, an_actor, an_event

Press = Callable[[QWidget, str], None]
ALL = "All years"


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """Hills and the league meet thrice, once with the vale; the vale is once alone."""
    sided = (Participation("hills", "speaker", "critical"), Participation("league", "addressee"))
    record = a_chronicle(
        an_event("2014", "met", actors=("hills", "league"), type="CONSULT"),
        replace(an_event("2016-04", "blamed", type="ACCUSE"), participants=sided),
        an_event("2016/2018", "all", actors=("hills", "league", "vale"), type="CONSULT"),
        an_event("2020", "alone", actors=("vale",)),
        actors=(
            an_actor("league", name="League of the Northern Valleys", aliases=("LNV",)),
            an_actor("hills", name="Hills & Co"),
        ),
    )
    made = Session(open_codebook(None))
    made.open(record, Workspace("test"), make_library(record))
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> RelationsPanel:
    """The panel on screen, wide enough for all columns."""
    made = RelationsPanel(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(1500, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def lines(panel: RelationsPanel) -> list[str]:
    """Read the rows: years and number of events."""
    model = panel.table.rows
    return [" ".join(model.texts(row)[:2]) for row in range(model.rowCount())]


def click_cell(qtbot: QtBot, panel: RelationsPanel, row: int, heading: str) -> None:
    """Click a count."""
    column = panel.table.rows.headings().index(heading)
    place = panel.table.visualRect(panel.table.rows.index(row, column)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def type_actor(qtbot: QtBot, panel: RelationsPanel, name: str) -> None:
    """Add an actor to the second side."""
    panel.other.chooser.setFocus()
    qtbot.keyClicks(panel.other.chooser, name)
    qtbot.keyClick(panel.other.chooser, Qt.Key.Key_Return)


def test_it_begins_with_those_who_meet_most(panel: RelationsPanel) -> None:
    """The table counts their events by year; an uncertain year is a row of its own."""
    assert (panel.one.actors, panel.other.actors) == (("hills",), ("league",))
    assert lines(panel) == [f"{ALL} 3", "2014 1", "2016 1", "2016–2018 1"]
    assert panel.table.rows.headings()[-1] == "Critical"


def test_the_table_is_a_sound_model(panel: RelationsPanel) -> None:
    """Qt's own tester finds no fault with it."""
    tester = QAbstractItemModelTester(
        panel.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    panel.table.show_counted(Counted())
    assert tester.model() is panel.table.rows


def test_a_count_leads_to_its_events(qtbot: QtBot, session: Session, panel: RelationsPanel) -> None:
    """A click selects what the cell counts; a click on nothing changes nothing."""
    click_cell(qtbot, panel, 0, "Verbal cooperation")
    assert session.selection == EventsSelected(("met", "all"), "met")
    click_cell(qtbot, panel, 1, "Critical")
    assert session.selection == EventsSelected(("met", "all"), "met")
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert session.selection == EventsSelected(("blamed",), "blamed")


def test_actors_are_added_and_taken_out(qtbot: QtBot, panel: RelationsPanel, press: Press) -> None:
    """The sides are what the reader makes them."""
    press(panel.other, "Take LNV out")
    assert panel.other.actors == ()
    assert lines(panel)[0] == f"{ALL} 3"
    type_actor(qtbot, panel, "vale")
    assert panel.other.actors == ("vale",)
    assert lines(panel) == [f"{ALL} 1", "2016–2018 1"]
    assert panel.count.text().startswith("1 events with Hills & Co and Vale.")


def test_without_actors_the_panel_says_what_to_do(panel: RelationsPanel, press: Press) -> None:
    """An empty table comes with a hint."""
    press(panel.one, "Take Hills & Co out")
    press(panel.other, "Take LNV out")
    assert lines(panel) == []
    assert panel.count.text().startswith("Add an actor")


def test_filters_and_selection_narrow_what_is_counted(
    qtbot: QtBot, session: Session, panel: RelationsPanel
) -> None:
    """Only events shown count; on request only those selected."""
    session.set_filters(Filters(types=frozenset({"CONSULT"})))
    assert lines(panel)[0] == f"{ALL} 2"
    session.select_event("all")
    panel.scope.setFocus()
    qtbot.keyClick(panel.scope, Qt.Key.Key_Down)
    assert lines(panel) == [f"{ALL} 1", "2016–2018 1"]


def test_the_network_ties_those_who_meet(
    qtbot: QtBot, session: Session, panel: RelationsPanel
) -> None:
    """Every tied actor has a mark with its name; the least number of events thins it out."""
    panel.tabs.setCurrentIndex(1)
    network = panel.network
    assert {mark.actor for mark in network.drawing.marks} == {"hills", "league", "vale"}
    qtbot.waitUntil(lambda: all(network.drawing.names))
    assert [len(tie.events) for tie in panel.ties.ties()] == [3, 1, 1]
    panel.least.setFocus()
    qtbot.keyClick(panel.least, Qt.Key.Key_Up)
    assert {mark.actor for mark in panel.network.drawing.marks} == {"hills", "league"}


def test_marks_and_lines_are_clicked(qtbot: QtBot, session: Session, panel: RelationsPanel) -> None:
    """A mark leads to its actor, a line to the events of both."""
    panel.tabs.setCurrentIndex(1)
    view = panel.network
    qtbot.waitUntil(lambda: all(view.drawing.names))
    mark = next(one for one in view.drawing.marks if one.actor == "vale")
    spot = QPoint(round(mark.x), round(mark.y))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert session.selection == ActorSelected("vale")
    line = next(one for one in view.drawing.lines if one.tie.one == "hills")
    middle = QPoint(round((line.x1 + line.x2) / 2), round((line.y1 + line.y2) / 2))
    assert view.drawing.mark_at(middle.x(), middle.y()) is None
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert session.selection == EventsSelected(line.tie.events, line.tie.events[0])
    assert panel.one.actors == ("hills",)


def test_a_tie_is_taken_with_the_keyboard(
    qtbot: QtBot, session: Session, panel: RelationsPanel
) -> None:
    """Enter on a row of the table selects the events of both."""
    panel.tabs.setCurrentIndex(1)
    panel.ties.setFocus()
    qtbot.keyClick(panel.ties, Qt.Key.Key_Return)
    assert session.selection == EventsSelected(("met", "all", "blamed"), "met")


def test_the_table_is_copied(qtbot: QtBot, panel: RelationsPanel) -> None:
    """Headings and all rows go to the clipboard."""
    qtbot.mouseClick(panel.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].startswith("Years\tEvents\tVerbal cooperation")
    assert copied[1].startswith(f"{ALL}\t3\t2\t0\t1")


def test_the_ties_of_the_same_events_are_found_once(
    panel: RelationsPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another least number asks for no new ties; other filters do."""
    asked: list[int] = []

    def counted(events: Sequence[Event]) -> tuple[Tie, ...]:
        asked.append(len(events))
        return ties_of(events)

    monkeypatch.setattr("explorer.relations.panel.ties_of", counted)
    panel.least.setValue(2)
    assert [(tie.one, tie.other) for tie in panel.ties.ties()] == [("hills", "league")]
    panel.least.setValue(1)
    assert len(panel.ties.ties()) == 3
    assert asked == []
    session.set_filters(Filters(types=frozenset({"ACCUSE"})))
    assert asked == [1]
    assert [(tie.one, tie.other) for tie in panel.ties.ties()] == [("hills", "league")]
