"""The panel of sources, by clicks and keys."""

from __future__ import annotations

from hashlib import sha256

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QTableView
from pytestqt.qtbot import QtBot

from explorer.commands.codebooks import open_codebook
from explorer.coverage.articles import SHOWS
from explorer.coverage.panel import CoveragePanel
from explorer.model.chronicle import Chronicle
from explorer.model.date import parse_date
from explorer.model.filters import Filters
from explorer.model.records import Support
from explorer.model.selection import EventsSelected, NoSelection, PassageSelected
from explorer.model.workspace import Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from explorer.widgets.prose import Prose
from explorer.widgets.text import Link
from tests.builders import TEXT, a_chronicle, a_passage, an_article, an_edition, an_event

OURS = "In our words: Alpha began."
HASH = sha256(OURS.encode()).hexdigest()


def a_record() -> Chronicle:
    """Return four events that a daily of 2021 and a weekly tell in part."""
    return a_chronicle(
        an_event("2014", "first", actors=("alpha",), passages=("daily.1", "brief.1")),
        an_event("2016", "both", passages=("daily.1", "brief.1", "weekly.1")),
        an_event("2018", "doubted", passages=("weekly.2", Support("weekly.3", "disputes"))),
        an_event("2020", "hinted", passages=(Support("daily.2", "mentions"), "weekly.2")),
        articles=(
            an_article("daily", container_title="The Daily", issued=parse_date("2021-02")),
            an_article("weekly", container_title="The Weekly"),
            an_article("brief", kind="brief", derived_from="daily"),
        ),
        editions=(an_edition("daily"), an_edition("weekly"), an_edition("brief", OURS, text=OURS)),
        passages=(
            a_passage("daily.1"),
            a_passage("daily.2", 20, 49),
            a_passage("weekly.1"),
            a_passage("weekly.2", 20, 49),
            a_passage("weekly.3", 6, 18),
            a_passage("brief.1", 0, len(OURS), retells=("daily.1",), sha256=HASH),
        ),
    )


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session on that record with the weekly's text in hand."""
    made = Session(open_codebook(None))
    record = a_record()
    made.open(record, Workspace("test"), make_library(record, {"weekly": TEXT}))
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> CoveragePanel:
    """The panel on screen."""
    made = CoveragePanel(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(1200, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def rows(panel: CoveragePanel) -> list[list[str]]:
    """Read the matrix."""
    matrix = panel.matrix.matrix
    return [matrix.cells(row) for row in range(matrix.rowCount())]


def events(panel: CoveragePanel) -> list[str]:
    """Return the ids of the events in the matrix, from top to bottom."""
    matrix = panel.matrix.matrix
    return [matrix.row(row).event.id for row in range(matrix.rowCount())]


def click(qtbot: QtBot, table: QTableView, index: QModelIndex) -> None:
    """Click a cell."""
    place = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def choose(qtbot: QtBot, box: QComboBox, words: str) -> None:
    """Choose the line of a box that begins so, with the arrow keys."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    while not box.currentText().startswith(words):
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, f"no line begins with {words!r}"


def test_every_cell_says_how_the_article_bears_on_the_event(panel: CoveragePanel) -> None:
    """By sign and word, silence within an article's time told from silence beyond it."""
    assert [row[1:] for row in rows(panel)] == [
        ["Title of first", "● supports", "– silent"],
        ["Title of both", "● supports", "● supports"],
        ["Title of doubted", "– silent", "≠ disputes"],
        ["Title of hinted", "○ mentions", "● supports"],
    ]
    assert panel.matrix.matrix.headings()[2:] == ["The Daily 2021", "The Weekly"]


def test_a_cell_leads_to_its_passage_and_an_empty_one_to_the_event(
    qtbot: QtBot, session: Session, panel: CoveragePanel
) -> None:
    """A disputing passage comes before a supporting one of the same article."""
    matrix = panel.matrix.matrix
    click(qtbot, panel.matrix, matrix.index(2, 3))
    assert session.selection == PassageSelected("weekly.3", "doubted")
    click(qtbot, panel.matrix, matrix.index(2, 2))
    assert session.selection == EventsSelected(("doubted",), "doubted")


def test_the_arrows_walk_through_events_and_articles(
    qtbot: QtBot, session: Session, panel: CoveragePanel
) -> None:
    """Taking the keyboard selects nothing; Right goes to an article's passage, Enter on screen."""
    panel.setFocus()
    assert session.selection == NoSelection()
    panel.matrix.setCurrentIndex(panel.matrix.matrix.index(0, 1))
    qtbot.keyClick(panel.matrix, Qt.Key.Key_Down)
    assert session.selection == EventsSelected(("both",), "both")
    qtbot.keyClick(panel.matrix, Qt.Key.Key_Right)
    assert session.selection == PassageSelected("daily.1", "both")
    qtbot.keyClick(panel.matrix, Qt.Key.Key_Return)
    assert session.selection == PassageSelected("daily.1", "both")


def test_the_row_of_an_event_selected_elsewhere_is_shown(
    session: Session, panel: CoveragePanel
) -> None:
    """The matrix follows the session and leaves the selection as it is."""
    session.select_event("doubted")
    assert panel.matrix.currentIndex().row() == 2
    assert session.selection == EventsSelected(("doubted",), "doubted")


def test_what_only_one_article_reports(qtbot: QtBot, panel: CoveragePanel) -> None:
    """The choices narrow the matrix to one source, to disputes, and to one article."""
    choose(qtbot, panel.shows, "In one article only")
    assert events(panel) == ["first", "doubted"]
    choose(qtbot, panel.article, "The Weekly")
    assert events(panel) == ["doubted"]
    choose(qtbot, panel.shows, "Disputed")
    assert events(panel) == ["doubted"]
    choose(qtbot, panel.shows, "All events")
    assert events(panel) == ["both", "doubted", "hinted"]
    choose(qtbot, panel.shows, "Left out by it")
    assert events(panel) == []


@pytest.mark.parametrize(
    ("what", "shown"),
    [
        ("told", ["first", "both"]),
        ("only", ["first"]),
        ("mentioned", ["hinted"]),
        ("disputed", []),
        ("left out", []),
    ],
)
def test_a_number_of_an_article_leads_to_its_events(
    qtbot: QtBot, panel: CoveragePanel, what: str, shown: list[str]
) -> None:
    """A click on what an article tells, alone tells or leaves out shows just that many events."""
    panel.tabs.setCurrentIndex(1)
    model = panel.articles.articles
    index = model.index(0, SHOWS.index(what))
    count = int(index.data())
    click(qtbot, panel.articles, index)
    assert panel.tabs.currentIndex() == 0
    assert events(panel) == shown
    assert count == len(shown)


def test_each_article_has_its_time(panel: CoveragePanel) -> None:
    """The years it covers stand beside its numbers."""
    assert panel.articles.articles.cells(0) == [
        "The Daily 2021", "2", "1", "0", "1", "0", "2014–2016"
    ]  # fmt: skip


def test_two_articles_stand_side_by_side(
    qtbot: QtBot, session: Session, panel: CoveragePanel
) -> None:
    """Where both bear on an event their words are joined: proven ones as quotes, ours as ours."""
    panel.tabs.setCurrentIndex(2)
    assert [row.event.id for row in panel.pair.shared()] == ["both", "hinted"]
    page = panel.pair._page.widget()
    words = [one.toPlainText() for one in page.findChildren(Prose)]
    assert words == [OURS, "“Alpha spoke first.”", "“Then Beta answered at length.”"]
    labels = [one.text() for one in page.findChildren(QLabel)]
    assert any(one.startswith("Neither the article's text") for one in labels)
    links = [one for one in page.findChildren(Link) if one.words == "Paragraph 1"]
    qtbot.mouseClick(links[1], Qt.MouseButton.LeftButton)
    assert session.selection == PassageSelected("weekly.1", "both")
    choose(qtbot, panel.pair.second, "The Daily")
    assert [row.event.id for row in panel.pair.shared()] == ["first", "both", "hinted"]


def test_the_filters_narrow_all_of_it(session: Session, panel: CoveragePanel) -> None:
    """Matrix and pair show events that pass, and what is hidden is counted."""
    session.set_filters(Filters(actors=frozenset({"alpha"})))
    assert events(panel) == ["first"]
    assert "Hidden by the filters: 3" in panel.count.text()
    assert panel.pair.shared() == ()


def test_any_column_sorts(session: Session, panel: CoveragePanel) -> None:
    """An article's column puts disputes first; the current row stays the current event's."""
    session.select_event("both")
    panel.matrix.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert events(panel) == ["doubted", "both", "hinted", "first"]
    assert panel.matrix.currentIndex().row() == 1
    panel.matrix.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert events(panel)[0] == "hinted"


def test_the_matrix_is_copied_as_a_table(qtbot: QtBot, panel: CoveragePanel) -> None:
    """Ctrl+C puts headings and rows on the clipboard."""
    qtbot.keyClick(panel.matrix, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 5
    assert lines[0].split("\t") == ["Date", "Event", "The Daily 2021", "The Weekly"]


def test_the_models_keep_qt_s_rules(panel: CoveragePanel) -> None:
    """Qt's own tester finds nothing wrong."""
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    for model in (panel.matrix.matrix, panel.articles.articles):
        tester = QAbstractItemModelTester(model, fatal)
        model.sort(1, Qt.SortOrder.DescendingOrder)
        tester.deleteLater()


def test_an_empty_chronicle_has_an_empty_matrix(session: Session, panel: CoveragePanel) -> None:
    """Nothing to show is no fault, in any of the pages."""
    empty = Chronicle("test", "Empty")
    for page in (2, 1, 0):
        panel.tabs.setCurrentIndex(page)
        session.open(empty, Workspace("test"), make_library(empty))
    assert rows(panel) == []
    assert "0 of 0 events" in panel.count.text()


def test_the_theme_can_change(panel: CoveragePanel) -> None:
    """In the dark the colours are the dark theme's."""
    panel.set_theme(theme("dark"))
    colour = panel.matrix.matrix.index(2, 3).data(Qt.ItemDataRole.ForegroundRole)
    assert colour.name().upper() == theme("dark").danger
