"""The report dialog: what the project's report holds, in tables, and the ways on from it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from explorer.dialogs.read_table import ReadModel, ReadTable
from explorer.dialogs.report_dialog import ReportDialog
from explorer.exchange.report import Report, make_report
from explorer.model.workspace import Attachment, Workspace
from explorer.sources.library import make_library, text_sha256
from tests.quotes.sample import DAILY, a_session, chronicle

SHORT = DAILY.replace("Nobody answered that week.", "")


def report(text: str) -> Report:
    """Return the report on the sample with a text of the daily."""
    opened = chronicle()
    attached = (Attachment("daily", text_sha256(text), "d.txt"),)
    library = make_library(opened, {"daily": text})
    return make_report(opened, library, Workspace("sample", (), attached), a_session().codebook)


@pytest.fixture
def dialog(qtbot: QtBot) -> ReportDialog:
    """The dialog on a text that lacks a passage."""
    made = ReportDialog(report(SHORT))
    qtbot.addWidget(made)
    return made


def table(dialog: ReportDialog, at: int) -> list[list[str]]:
    """Return the cells of the table on a tab."""
    found = dialog.tabs.widget(at)
    assert isinstance(found, ReadTable)
    rows, columns = found.rows.rowCount(), range(found.rows.columnCount())
    return [[found.rows.index(row, c).data() for c in columns] for row in range(rows)]


def test_the_headline_counts_what_is_proven(dialog: ReportDialog) -> None:
    """Proven of all passages, and how much does not hold."""
    label = dialog.findChild(QLabel)
    assert label is not None
    assert label.text().startswith("3 of 6 passages found word for word; ")


def test_passages_are_counted_by_article_and_text(dialog: ReportDialog) -> None:
    """A row for each text, one for each article without, and the sum."""
    rows = table(dialog, 0)
    assert [row[1] for row in rows] == ["d.txt (shown)", "not attached", ""]
    assert rows[-1][2:] == ["1", "2", "0", "0", "1", "2"]


def test_what_is_not_proven_names_its_events(dialog: ReportDialog) -> None:
    """The lost passage stands there with the event on which it bears."""
    assert [(row[0], row[3]) for row in table(dialog, 1)] == [("daily.2", "appeal")]


def test_an_event_leads_to_itself(dialog: ReportDialog, qtbot: QtBot) -> None:
    """Activating a row of the events asks for that event."""
    rows = table(dialog, 2)
    found = dialog.tabs.widget(2)
    assert isinstance(found, ReadTable)
    dialog.tabs.setCurrentWidget(found)
    dialog.show()
    place = found.visualRect(found.rows.index(0, 1)).center()
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(dialog.event_asked) as asked:
        qtbot.mouseDClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [rows[0][4]]
    assert {row[4] for row in rows} >= {event.id for event in chronicle().events}


def test_saving_is_asked_for(dialog: ReportDialog, qtbot: QtBot) -> None:
    """The button asks and the dialog stays."""
    button = next(b for b in dialog.findChildren(QPushButton) if "Save" in b.text())
    dialog.show()
    with qtbot.waitSignal(dialog.save_asked):
        button.click()
    assert dialog.isVisible()


def test_violations_are_listed_with_what_to_do(qtbot: QtBot) -> None:
    """Each has its table, id and field, and says what to do; without any, the headline says so."""
    made = report(DAILY)
    with_some, without = ReportDialog(made), ReportDialog(replace(made, violations=()))
    for one in (with_some, without):
        qtbot.addWidget(one)
    assert len(table(with_some, 3)) == len(made.violations)
    assert table(without, 3) == []
    label = without.findChild(QLabel)
    assert label is not None
    assert "everything that was checked holds" in label.text()


def test_only_the_rows_on_screen_are_worded(qtbot: QtBot) -> None:
    """Of a hundred thousand rows a table words those that it shows, and no others."""
    worded: set[int] = set()

    def cells(row: int) -> list[str | int]:
        worded.add(row)
        return [f"row {row}", row]

    shown = ReadTable(ReadModel(["Name", "Number"], 100_000, cells), "Many")
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.scrollToBottom()
    shown.grab()
    assert 99_999 in worded
    assert len(worded) < 3_000


def test_the_tables_are_sound_models(dialog: ReportDialog) -> None:
    """Qt's own tester finds no fault with any, and the sum stands out."""
    for at in range(dialog.tabs.count()):
        found = dialog.tabs.widget(at)
        assert isinstance(found, ReadTable)
        tester = QAbstractItemModelTester(
            found.rows, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        assert tester.model() is found.rows
    passages = dialog.tabs.widget(0)
    assert isinstance(passages, ReadTable)
    last = passages.rows.rowCount() - 1
    fonts = [passages.rows.index(row, 0).data(Qt.ItemDataRole.FontRole) for row in range(last + 1)]
    assert [font is not None and font.bold() for font in fonts] == [False] * last + [True]
