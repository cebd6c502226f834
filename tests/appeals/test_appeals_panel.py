"""The panel of appeals, by clicks and keys."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.appeals.figures import Figure
from explorer.appeals.ledger import Column
from explorer.appeals.panel import AppealsPanel
from explorer.commands.codebooks import open_codebook
from explorer.model.chronicle import Chronicle
from explorer.model.filters import Filters
from explorer.model.selection import EventsSelected
from explorer.model.workspace import Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from tests.builders import a_chronicle, a_link, an_actor, an_event

Press = Callable[[QWidget, str], None]
LEAGUE = an_actor("league", name="League of the Northern Valleys", aliases=("ԼԻԳ", "LNV"))


def a_record() -> Chronicle:
    """Return three appeals: two to the league, one of them answered thrice, and one to a union."""
    return a_chronicle(
        an_event(
            "2021-05-14",
            "appeal",
            actors={"hills": "initiator", "league": "addressee"},
            asks="Talks.",
            ground="Article 2.",
            passages=("daily.1", "weekly.1"),
        ),
        an_event("2021-05-26", "ready", actors={"league": "initiator"}, passages=("daily.2",)),
        an_event("2021-05/2021-05-26", "idle", actors={"league": "initiator"}),
        an_event("2021-05-20", "aside", actors={"vale": "speaker"}),
        an_event(
            "2016", "older", actors={"vale": "initiator", "league": "target"}, asks="=1+1 arms"
        ),
        an_event("2022", "later", actors={"hills": "initiator", "union": "target"}, asks="Money."),
        actors=(LEAGUE,),
        links=(
            a_link("ready", "appeal", answer="statement", note="Ready."),
            a_link("idle", "appeal", answer="silence"),
            a_link("aside", "appeal", answer="refusal"),
        ),
    )


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session on that record."""
    made = Session(open_codebook(None))
    record = a_record()
    made.open(record, Workspace("test"), make_library(record))
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> AppealsPanel:
    """The panel on screen, wide enough for all columns."""
    made = AppealsPanel(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(1700, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def lines(panel: AppealsPanel) -> list[str]:
    """Read the ledger: a line for each row, answers after their appeal."""
    model = panel.ledger.ledger
    found = []
    for top in range(model.rowCount()):
        first = model.index(top, 0)
        for index in (first, *(model.index(n, 0, first) for n in range(model.rowCount(first)))):
            mark = "  " if index.parent().isValid() else ""
            found.append(mark + " | ".join(model.cells(index)))
    return found


def figures(panel: AppealsPanel) -> list[str]:
    """Read the large numbers."""
    return [one.words for one in panel.figures.findChildren(Figure)]


def click(qtbot: QtBot, panel: AppealsPanel, index: QModelIndex) -> None:
    """Click a row of the ledger."""
    place = panel.ledger.visualRect(index).center()
    qtbot.mouseClick(panel.ledger.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_ledger_tells_who_asked_and_what_came_back(panel: AppealsPanel) -> None:
    """Each appeal has its answers beneath it, with kind, days and the number of articles."""
    assert lines(panel) == [
        "2016 | Vale → LNV | No answer told | =1+1 arms |  |  | 0",
        "14 May 2021 | Hills → LNV |  | Talks. | Article 2. |  | 2",
        "  May 2021 – 26 May 2021 | LNV | ∅ Silence | Title of idle |  | for 12 days | 0",
        "  20 May 2021 | Vale | ✕ Refusal | Title of aside |  | 6 days later | 0",
        "  26 May 2021 | LNV | ❝ Statement | Title of ready |  | 12 days later | 1",
        "2022 | Hills → Union | No answer told | Money. |  |  | 0",
    ]
    assert figures(panel)[0] == "0 ✚ Help"
    assert "1 ∅ Silence" in figures(panel)


def test_a_party_is_taken_from_the_tallies(qtbot: QtBot, panel: AppealsPanel) -> None:
    """A click on a party's row shows its record: what was put to it, and what it gave itself."""
    panel.tabs.setCurrentIndex(1)
    row = panel.tally.tallies.row_of("league")
    assert panel.tally.tallies.cells(row)[:3] == ["LNV", "2", "1"]
    place = panel.tally.visualRect(panel.tally.tallies.index(row, 0)).center()
    qtbot.mouseClick(panel.tally.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.tabs.currentIndex() == 0
    assert len(lines(panel)) == 5
    assert "put to LNV: 2" in panel.summary.text()
    assert [one for one in figures(panel) if not one.startswith("0")] == [
        "1 ❝ Statement",
        "1 ∅ Silence",
    ]


def test_a_count_in_the_tallies_selects_the_answers_it_counts(
    qtbot: QtBot, session: Session, panel: AppealsPanel
) -> None:
    """Each number leads to its events."""
    panel.tabs.setCurrentIndex(1)
    tallies = panel.tally.tallies
    row = tallies.row_of("vale")
    columns = range(tallies.columnCount())
    column = next(at for at in columns if tallies.kind(at) == "refusal")
    place = panel.tally.visualRect(tallies.index(row, column)).center()
    qtbot.mouseClick(panel.tally.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.selection == EventsSelected(("appeal", "aside"), "aside")


def test_a_row_selects_its_events(qtbot: QtBot, session: Session, panel: AppealsPanel) -> None:
    """An appeal selects itself with all its answers, an answer itself with its appeal."""
    model = panel.ledger.ledger
    click(qtbot, panel, model.index_of("appeal"))
    assert session.selection == EventsSelected(("appeal", "idle", "aside", "ready"), "appeal")
    click(qtbot, panel, model.index_of("aside"))
    assert session.selection == EventsSelected(("appeal", "aside"), "aside")


def test_enter_shows_the_row_on_the_timeline(
    qtbot: QtBot, session: Session, panel: AppealsPanel
) -> None:
    """The arrows move, and Enter brings the appeal and its answers on screen."""
    panel.ledger.setFocus()
    panel.ledger.setCurrentIndex(panel.ledger.ledger.index_of("older"))
    before = session.viewport
    qtbot.keyClick(panel.ledger, Qt.Key.Key_Down)
    qtbot.keyClick(panel.ledger, Qt.Key.Key_Return)
    assert isinstance(session.selection, EventsSelected)
    assert session.selection.current == "appeal"
    assert session.viewport.end - session.viewport.start < before.end - before.start


def test_the_row_of_an_event_selected_elsewhere_is_shown(
    session: Session, panel: AppealsPanel
) -> None:
    """The ledger follows the session and leaves the selection as it is."""
    session.select_event("ready")
    shown = panel.ledger.ledger.row_of(panel.ledger.currentIndex())
    assert shown.event.id == "ready"
    assert session.selection == EventsSelected(("ready",), "ready")
    session.clear()
    assert not panel.ledger.selectionModel().hasSelection()


def test_a_large_number_selects_the_answers(
    session: Session, panel: AppealsPanel, press: Press
) -> None:
    """Pressing the number of silences selects the silence and the appeal it met."""
    press(panel, "∅ Silence: 1")
    assert session.selection == EventsSelected(("appeal", "idle"), "idle")


def test_the_asker_narrows_the_ledger(qtbot: QtBot, panel: AppealsPanel) -> None:
    """With the keyboard in the choice of askers, another asker's appeals alone are shown."""
    panel.asker.setFocus()
    qtbot.keyClick(panel.asker, Qt.Key.Key_End)
    assert panel.asker.currentText() == "Vale (1)"
    assert [one.partition(" |")[0] for one in lines(panel)] == ["2016"]


def test_any_column_sorts_the_appeals_and_keeps_their_answers(panel: AppealsPanel) -> None:
    """Sorted by what was asked, each appeal keeps its own answers beneath it."""
    panel.ledger.setCurrentIndex(panel.ledger.ledger.index_of("aside"))
    panel.ledger.sortByColumn(Column.WHAT, Qt.SortOrder.DescendingOrder)
    tops = [one.split(" | ")[3] for one in lines(panel) if not one.startswith("  ")]
    assert tops == ["Talks.", "Money.", "=1+1 arms"]
    assert panel.ledger.ledger.row_of(panel.ledger.currentIndex()).event.id == "aside"
    panel.ledger.sortByColumn(Column.DAYS, Qt.SortOrder.DescendingOrder)
    assert panel.ledger.ledger.appeals[0].event.id == "appeal"


def test_rows_are_copied_as_a_table(qtbot: QtBot, panel: AppealsPanel) -> None:
    """Ctrl+C puts the selected rows with the headings on the clipboard; with none, all of them."""
    qtbot.keyClick(panel.ledger, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 7
    panel.ledger.setCurrentIndex(panel.ledger.ledger.index_of("ready"))
    qtbot.keyClick(panel.ledger, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t")[:3] == ["Date", "Who", "Answer"]
    assert row.split("\t")[2] == "❝ Statement"


def test_the_ledger_is_saved_as_csv(panel: AppealsPanel, tmp_path: Path) -> None:
    """The file has a row for each answer and one for an unanswered appeal; no cell is a formula."""
    panel.save(tmp_path / "appeals.csv")
    with (tmp_path / "appeals.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert [row["answer"] for row in rows] == ["", "silence", "refusal", "statement", ""]
    assert rows[0]["asks"] == "'=1+1 arms"
    silence = rows[1]
    assert (silence["days_until_end_fewest"], silence["days_until_end_most"]) == ("12", "12")
    assert silence["appeal_articles"] == "daily; weekly"


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, session: Session, panel: AppealsPanel, tmp_path: Path
) -> None:
    """A fault names the path, and nothing is raised."""
    with qtbot.waitSignal(session.fault, timeout=500) as told:
        panel.save(tmp_path / "no folder" / "appeals.csv")
    assert "no folder" in told.args[0]


def test_the_filters_hide_appeals_and_the_panel_says_so(
    session: Session, panel: AppealsPanel
) -> None:
    """An appeal stays while it or an answer to it passes; those gone are counted."""
    session.set_filters(Filters(actors=frozenset({"vale"})))
    assert len([one for one in lines(panel) if not one.startswith("  ")]) == 2
    assert "Hidden by the filters: 1" in panel.summary.text()
    session.set_filters(Filters(tags=frozenset({"nowhere"})))
    assert panel._pages.currentIndex() == 1
    assert "hidden by the filters" in panel._empty.text()


def test_a_chronicle_without_appeals_says_what_one_is(
    session: Session, panel: AppealsPanel
) -> None:
    """The empty panel explains itself."""
    plain = a_chronicle(an_event("2020"))
    session.open(plain, Workspace("test"), make_library(plain))
    assert "no event says what it asks for" in panel._empty.text()


def test_the_models_keep_qt_s_rules(panel: AppealsPanel) -> None:
    """Qt's own tester finds nothing wrong with the ledger and the tallies."""
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    for model in (panel.ledger.ledger, panel.tally.tallies):
        tester = QAbstractItemModelTester(model, fatal)
        model.sort(1, Qt.SortOrder.DescendingOrder)
        tester.deleteLater()


@pytest.mark.parametrize("width", [320, 700, 1100])
def test_it_fits_a_narrow_window(qtbot: QtBot, panel: AppealsPanel, width: int) -> None:
    """At every width the whole panel is as wide as it is given, and what was asked is readable."""
    panel.resize(width, 500)
    qtbot.waitUntil(lambda: panel.width() == width)
    assert panel.ledger.columnWidth(Column.WHAT) >= 60


def test_the_theme_can_change(panel: AppealsPanel) -> None:
    """In the dark the answers' colours are the dark theme's."""
    panel.set_theme(theme("dark"))
    index = panel.ledger.ledger.index_of("idle").siblingAtColumn(Column.ANSWER)
    colour = index.data(Qt.ItemDataRole.ForegroundRole).name().upper()
    assert colour == theme("dark").danger
