"""The report dialog: what the project's report holds, in tables, and the ways on from it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

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
    assert isinstance(found, QTableWidget)
    columns = range(found.columnCount())
    return [[found.item(row, c).text() for c in columns] for row in range(found.rowCount())]


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
    assert isinstance(found, QTableWidget)
    with qtbot.waitSignal(dialog.event_asked) as asked:
        found.cellActivated.emit(0, 1)
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
