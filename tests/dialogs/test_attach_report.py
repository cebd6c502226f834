"""The report on attached files: a row for what matters, one for all that does not."""

from __future__ import annotations

from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from explorer.dialogs.attach_report import AttachReportDialog
from explorer.sources.attaching import AttachReport, Kind, ReadAs, Recognised
from explorer.sources.library import Status
from tests.quotes.sample import chronicle

COUNTS = {Status.EXACT: 0, Status.MOVED: 4, Status.MISSING: 0}


def cells(qtbot: QtBot, report: AttachReport) -> list[list[str]]:
    """Return the cells of the dialog's table."""
    dialog = AttachReportDialog(report, chronicle())
    qtbot.addWidget(dialog)
    table = dialog.findChild(QTableWidget, "outcomes")
    assert table is not None
    columns = range(table.columnCount())
    return [[table.item(row, c).text() for c in columns] for row in range(table.rowCount())]


def test_many_unrelated_files_are_one_row(qtbot: QtBot) -> None:
    """Ninety-eight files that are none of the chronicle's do not bury the two that are."""
    article = Recognised("a.txt", Kind.EDITION, "daily", "0" * 64, counts=COUNTS)
    strays = tuple(Recognised(f"stray-{n}.txt", Kind.UNRELATED) for n in range(98))
    rows = cells(qtbot, AttachReport((article,), strays))
    assert len(rows) == 2
    assert rows[0][:2] == ["a.txt", "Shots in the hills"]
    assert rows[1][0].startswith("stray-0.txt, stray-1.txt")
    assert "90" in rows[1][0]


def test_few_unrelated_files_are_named_each(qtbot: QtBot) -> None:
    """Up to eight have a row of their own."""
    strays = tuple(Recognised(f"stray-{n}.txt", Kind.UNRELATED) for n in range(8))
    assert [row[0] for row in cells(qtbot, AttachReport((), strays))] == [s.name for s in strays]


def test_a_page_and_a_guess_are_told(qtbot: QtBot) -> None:
    """Which text of a page it is and how its letters were guessed stand in the outcome."""
    report = AttachReport(
        tuple(
            Recognised(
                "p.html", Kind.OTHER_EDITION, "daily", str(n) * 64, "", COUNTS, "", how, "cp1252",
                guessed=True,
            )
            for n, how in enumerate((ReadAs.WHOLE_PAGE, ReadAs.READABLE))
        )
    )  # fmt: skip
    outcomes = [row[2] for row in cells(qtbot, report)]
    assert "all that the page shows" in outcomes[0]
    assert "the body of the page" in outcomes[1]
    assert all("letters read as cp1252, a guess" in one for one in outcomes)
