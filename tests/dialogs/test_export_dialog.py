"""The export dialog: counts before writing, and clear words when it cannot."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from explorer.dialogs import writing
from explorer.dialogs.export_dialog import ExportDialog
from explorer.dialogs.writing import Step
from explorer.model.codebook import Codebook
from explorer.model.filters import Filters
from explorer.model.records import Event
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.widgets.busy import BusyBar
from tests import generate
from tests.builders import a_chronicle, a_workspace, an_event

CHRONICLE = a_chronicle(
    an_event("1992", "first", actors=("armenia",), passages=("x.1", "y.1")),
    an_event("2016", "between", actors=("csto",), passages=("x.2",)),
    an_event("2020", "later", actors=("csto",)),
)


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session with one event bookmarked."""
    made = Session(Codebook({}, {}, {}, {}, {}))
    made.open(CHRONICLE, a_workspace("first"), make_library(CHRONICLE))
    return made


@pytest.fixture
def ask(qtbot: QtBot, session: Session, tmp_path: Path) -> Callable[[], ExportDialog]:
    """Opens the dialog."""

    def opened() -> ExportDialog:
        dialog = ExportDialog(session, tmp_path)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opened


def choice(dialog: ExportDialog, scope: str) -> QRadioButton:
    """Return the choice of a scope."""
    found = dialog.findChild(QRadioButton, f"scope-{scope}")
    assert found is not None
    return found


def said(dialog: ExportDialog) -> str:
    """Return what the dialog says."""
    label = dialog.findChild(QLabel, "said")
    assert label is not None
    return label.text() if label.isVisible() else ""


def export(dialog: ExportDialog) -> QPushButton:
    """Return the button that exports."""
    found = dialog.findChild(QPushButton, "do-export")
    assert found is not None
    return found


def test_each_scope_tells_its_rows(ask: Callable[[], ExportDialog], session: Session) -> None:
    """Rows by passage: two, one and one; the filters and the marks have their own numbers."""
    session.set_filters(Filters(actors=frozenset({"csto"})))
    dialog = ask()
    numbers = [choice(dialog, s).text().split(": ")[1][0] for s in ("bookmarks", "filter", "all")]
    assert numbers == ["2", "2", "4"]


def test_rows_by_event_change_the_numbers(ask: Callable[[], ExportDialog]) -> None:
    """With one row for each event, the counts are those of events."""
    dialog = ask()
    per_event = next(one for one in dialog.findChildren(QRadioButton) if "v" in one.text()[-6:])
    per_event.click()
    assert choice(dialog, "all").text().endswith("3 row(s)")


def test_a_selection_is_the_first_choice(ask: Callable[[], ExportDialog], session: Session) -> None:
    """With an event selected it is what one most likely wants; else what the filters show."""
    assert choice(ask(), "filter").isChecked()
    assert not choice(ask(), "ids").isEnabled()
    session.select_event("between")
    assert choice(ask(), "ids").isChecked()


def test_the_file_holds_what_was_chosen(
    ask: Callable[[], ExportDialog], session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    """Pressing Export writes the rows, closes the dialog and tells the number."""
    dialog = ask()
    choice(dialog, "bookmarks").click()
    with qtbot.waitSignal(session.notice) as told:
        QTest.mouseClick(export(dialog), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert "2" in told.args[0]
    with (tmp_path / "test.csv").open(encoding="utf-8", newline="") as lines:
        assert {row["event_id"] for row in csv.DictReader(lines)} == {"first"}


def test_a_place_that_cannot_be_written_is_told_and_the_dialog_stays(
    ask: Callable[[], ExportDialog], tmp_path: Path
) -> None:
    """A folder that is a file: the message names it, and nothing half-written is left."""
    (tmp_path / "file").write_text("x")
    dialog = ask()
    box = dialog.findChild(QLineEdit, "file")
    assert box is not None
    box.setText(str(tmp_path / "file" / "out.csv"))
    QTest.mouseClick(export(dialog), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "file" in said(dialog)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file"]


def test_a_file_that_is_there_is_replaced_only_when_asked_again(
    ask: Callable[[], ExportDialog], tmp_path: Path
) -> None:
    """The first press says that the file is there, the second replaces it; a new name asks anew."""
    kept, other = tmp_path / "kept.csv", tmp_path / "other.csv"
    for path in (kept, other):
        path.write_text("mine")
    dialog = ask()
    box = dialog.findChild(QLineEdit, "file")
    assert box is not None
    for path in (kept, other):
        box.setText(str(path))
        QTest.mouseClick(export(dialog), Qt.MouseButton.LeftButton)
        assert path.read_text() == "mine"
        assert path.name in said(dialog)
    QTest.mouseClick(export(dialog), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert other.read_text() != "mine"
    assert kept.read_text() == "mine"


def test_nothing_to_export_is_told_before_the_button_is_pressed(
    ask: Callable[[], ExportDialog], session: Session
) -> None:
    """With no file name the button is off and the reason stands beside it."""
    dialog = ask()
    box = dialog.findChild(QLineEdit, "file")
    assert box is not None
    box.clear()
    assert not export(dialog).isEnabled()
    assert said(dialog)


def test_a_collection_is_written_in_its_order(
    ask: Callable[[], ExportDialog], session: Session, tmp_path: Path
) -> None:
    """Without one there is nothing to choose; with one, its rows are counted and written."""
    assert not choice(ask(), "collection").isEnabled()
    session.collect("One", ["later", "first"])
    dialog = ask()
    button = choice(dialog, "collection")
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked()
    assert button.text().split(": ")[1][0] == "3"
    QTest.mouseClick(export(dialog), Qt.MouseButton.LeftButton)
    (path,) = tmp_path.glob("*.csv")
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert [row["event_id"] for row in rows] == ["later", "first", "first"]
    assert [row["collection_positions"] for row in rows] == ["1", "2", "2"]


@pytest.fixture
def many(
    session: Session, ask: Callable[[], ExportDialog], monkeypatch: pytest.MonkeyPatch
) -> ExportDialog:
    """The dialog on more events than are written at once, all of them chosen."""
    monkeypatch.setattr("explorer.dialogs.export_dialog._AT_ONCE", 100)
    monkeypatch.setattr("explorer.dialogs.writing._STEP", 10)
    chronicle = generate.chronicle(400)
    session.open(chronicle, a_workspace(), make_library(chronicle))
    dialog = ask()
    choice(dialog, "all").click()
    return dialog


def test_a_long_export_goes_on_beside_the_window(
    many: ExportDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    """While it is written nothing can be chosen; in the end all rows are there and told."""
    with qtbot.waitSignal(session.notice) as told:
        QTest.mouseClick(export(many), Qt.MouseButton.LeftButton)
        assert not export(many).isEnabled()
        assert not choice(many, "all").isEnabled()
    assert "400" in told.args[0]
    qtbot.waitUntil(lambda: not many.isVisible())
    (path,) = tmp_path.glob("*.csv")
    assert path.read_text("utf-8").count("\n") == 401


def test_a_long_export_can_be_given_up(
    many: ExportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cancel in the bar ends it: no file, and another choice can be made; Esc does, too."""
    real = writing.one_by_one

    def slowly(events: Sequence[Event], step: Step) -> Iterator[Event]:
        for event in real(events, step):
            time.sleep(0.01)
            yield event

    monkeypatch.setattr("explorer.dialogs.export_dialog.one_by_one", slowly)
    QTest.mouseClick(export(many), Qt.MouseButton.LeftButton)
    bar = many.findChild(BusyBar)
    assert bar is not None
    qtbot.waitUntil(bar.isVisible)
    (cancel,) = bar.findChildren(QPushButton)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: export(many).isEnabled(), timeout=5_000)
    assert said(many).endswith("not written, as that was cancelled.")
    assert list(tmp_path.glob("*.csv")) == []
    QTest.mouseClick(export(many), Qt.MouseButton.LeftButton)
    QTest.keyClick(many, Qt.Key.Key_Escape)
    assert not many.isVisible()
    assert list(tmp_path.glob("*.csv")) == []


def test_a_long_export_that_fails_says_why(
    many: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    """What hinders the writing is told as it is of a short one."""
    (tmp_path / "file").write_text("x")
    box = many.findChild(QLineEdit, "file")
    assert box is not None
    box.setText(str(tmp_path / "file" / "out.csv"))
    QTest.mouseClick(export(many), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "file" in said(many), timeout=5_000)
    assert export(many).isEnabled()
