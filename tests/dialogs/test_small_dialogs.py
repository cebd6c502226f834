"""Reports, faults, bugs, shortcuts: what they show and what can be copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.actions import ACTIONS, shortcut_rows
from explorer.dialogs.about import AboutDialog
from explorer.dialogs.attach_report import AttachReportDialog
from explorer.dialogs.error_dialog import CrashDialog, offer_copy, show_fault
from explorer.dialogs.shortcuts import ShortcutSheet
from explorer.sources.attaching import AttachReport, recognise, report
from tests.builders import TEXT, a_chronicle, an_article, an_event


def words(widget: QWidget) -> str:
    """Return the labels of a widget."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def a_report() -> AttachReport:
    """Return a report on an article, a stranger and a file that is no text."""
    chronicle = a_chronicle(an_event(passages=("x.1",)), articles=(an_article("x", title="Ex"),))
    files = [("a.txt", TEXT.encode()), ("b.txt", b"Something else."), ("c.bin", b"\xff\xfe\x00")]
    return report([recognise(chronicle, name, raw) for name, raw in files])


def test_the_report_has_a_row_for_every_file(qtbot: QtBot) -> None:
    """Matched, unmatched and unreadable files are each told, with the article's title."""
    chronicle = a_chronicle(an_event(passages=("x.1",)), articles=(an_article("x", title="Ex"),))
    dialog = AttachReportDialog(a_report(), chronicle)
    qtbot.addWidget(dialog)
    table = dialog.findChild(QTableWidget, "outcomes")
    assert table is not None
    names = [table.item(row, 0).text() for row in range(table.rowCount())]
    assert sorted(names) == ["a.txt", "b.txt", "c.bin"]
    assert table.item(names.index("a.txt"), 1).text() == "Ex"


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    """The copy has a line for each file."""
    dialog = AttachReportDialog(a_report(), a_chronicle())
    qtbot.addWidget(dialog)
    dialog.show()
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    copy = next(one for one in box.buttons() if "opy" in one.text())
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert all(name in copied for name in ("a.txt", "b.txt", "c.bin"))


def test_a_fault_is_shown_as_plain_text(qtbot: QtBot) -> None:
    """A file name that looks like HTML stays a file name."""
    parent = QWidget()
    qtbot.addWidget(parent)
    show_fault(parent, "<b>x</b>.json: damaged")
    box = parent.findChild(QMessageBox, "fault")
    assert box is not None
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert box.text() == "<b>x</b>.json: damaged"
    box.close()


@pytest.mark.parametrize("wanted", [True, False])
def test_the_last_good_copy_is_offered_and_may_be_refused(
    qtbot: QtBot, tmp_path: Path, wanted: bool
) -> None:
    """Escape means no; the button means yes, once."""
    parent = QWidget()
    qtbot.addWidget(parent)
    accepted: list[str] = []
    offer_copy(parent, "damaged", tmp_path / "x.bak", lambda: accepted.append("yes"))
    box = parent.findChild(QMessageBox, "fault")
    assert box is not None
    assert "x.bak" in box.informativeText()
    if wanted:
        QTest.mouseClick(box.defaultButton(), Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert accepted == (["yes"] if wanted else [])


def test_without_a_copy_nothing_is_offered(qtbot: QtBot) -> None:
    """The message stands alone, with nothing to accept."""
    parent = QWidget()
    qtbot.addWidget(parent)
    offer_copy(parent, "damaged", None, lambda: pytest.fail("accepted"))
    box = parent.findChild(QMessageBox, "fault")
    assert box is not None
    assert box.informativeText() == ""
    box.close()


def test_a_bug_is_shown_with_its_traceback_to_copy(qtbot: QtBot) -> None:
    """The crash dialog holds versions and traceback, and says that the work was saved."""
    try:
        _ = 1 // 0
    except ZeroDivisionError as error:
        dialog = CrashDialog(type(error), error, error.__traceback__)
    qtbot.addWidget(dialog)
    dialog.show()
    lines = dialog.findChild(QPlainTextEdit)
    assert lines is not None
    assert "ZeroDivisionError" in lines.toPlainText()
    assert "Quoteline" in lines.toPlainText()
    assert "saved" in words(dialog)


def test_the_sheet_shows_every_action_that_has_keys_or_a_gesture(qtbot: QtBot) -> None:
    """What the table of actions names, the sheet shows; nothing else."""
    rows = shortcut_rows()
    sheet = ShortcutSheet(rows)
    qtbot.addWidget(sheet)
    shown = words(sheet)
    assert all(text in shown and keys in shown for _, text, keys in rows)
    assert len(rows) == sum(1 for row in ACTIONS if row.shortcut or row.gesture)


def test_no_two_actions_share_a_key() -> None:
    """One key does one thing."""
    keys = [one for row in ACTIONS for one in row.shortcut.split()]
    assert len(keys) == len(set(keys))


def test_about_names_the_licence(qtbot: QtBot) -> None:
    """Version and licence are told."""
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert "MIT" in words(dialog)
