"""The dialog for citations: what is shown is what is written or copied."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.dialogs import cite_dialog, writing
from explorer.dialogs.cite_dialog import CiteDialog
from explorer.dialogs.writing import Step
from explorer.exchange.citing.formats import Format
from explorer.model.codebook import Codebook
from explorer.model.collecting import Collection, Entry
from explorer.model.records import Event
from explorer.model.workspace import Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.widgets.busy import BusyBar
from tests import generate
from tests.builders import a_chronicle, a_workspace, an_event

CHRONICLE = a_chronicle(
    an_event("1992", "first", actors=("armenia",), passages=("x.1", "y.1")),
    an_event("2016", "between", actors=("csto",), passages=("x.2",)),
)
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def ask(qtbot: QtBot, tmp_path: Path) -> Callable[..., CiteDialog]:
    """Opens the dialog on a session with these bookmarks."""

    def opened(*marks: str) -> CiteDialog:
        session = Session(Codebook({}, {}, {}, {}, {}))
        session.open(CHRONICLE, a_workspace(*marks), make_library(CHRONICLE))
        dialog = CiteDialog(session, tmp_path)
        qtbot.addWidget(dialog)
        dialog.session = session  # type: ignore[attr-defined]  # it must outlive the dialog
        dialog.show()
        return dialog

    return opened


def part(dialog: CiteDialog, kind: type[W], name: str) -> W:
    """Return a part of the dialog."""
    found = dialog.findChild(kind, name)
    assert found is not None
    return found


def choose(dialog: CiteDialog, name: str, number: int) -> None:
    """Choose from a list with the keys, as a reader does."""
    box = part(dialog, QComboBox, name)
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(number):
        QTest.keyClick(box, Qt.Key.Key_Down)


def preview(dialog: CiteDialog) -> str:
    """Return what is shown."""
    return part(dialog, QPlainTextEdit, "preview").toPlainText()


def test_bookmarks_come_first(ask: Callable[..., CiteDialog]) -> None:
    """They are what is mostly cited; without any, all events are."""
    marked = ask("between")
    assert part(marked, QRadioButton, "scope-bookmarks").isChecked()
    assert "Title of between" in preview(marked)
    assert "Title of first" not in preview(marked)
    assert part(ask(), QRadioButton, "scope-filter").isChecked()


def test_a_collection_is_offered_with_its_order_and_headings(qtbot: QtBot, tmp_path: Path) -> None:
    """Asked for by name it comes first; another one is chosen from the list with the keys."""
    session = Session(Codebook({}, {}, {}, {}, {}))
    one = Collection("One", "", (Entry("between", "The end"), Entry("first")))
    workspace = Workspace("test").with_collection(one)
    workspace = workspace.with_collection(Collection("Two").with_events(["first"]))
    session.open(CHRONICLE, workspace, make_library(CHRONICLE))
    dialog = CiteDialog(session, tmp_path, collection="One")
    qtbot.addWidget(dialog)
    dialog.show()
    button = part(dialog, QRadioButton, "scope-collection")
    assert button.isChecked()
    told = preview(dialog)
    assert told.startswith("# One\n")
    assert told.index("1. The end") < told.index("2. Title of first")
    QTest.keyClick(part(dialog, QComboBox, "collection"), Qt.Key.Key_Down)
    assert preview(dialog).startswith("# Two\n")
    assert "1 event" in button.text()
    QTest.keyClick(part(dialog, QRadioButton, "scope-all"), Qt.Key.Key_Space)
    assert not part(dialog, QComboBox, "collection").isVisible()
    assert not preview(dialog).startswith("# Two")


def test_format_and_style_change_the_preview(ask: Callable[..., CiteDialog]) -> None:
    """And the ending of the file; a format without wording takes no style."""
    dialog = ask("first")
    chicago = preview(dialog)
    choose(dialog, "style", 1)
    assert preview(dialog) != chicago
    choose(dialog, "format", [*Format].index(Format.BIBTEX))
    assert preview(dialog).startswith("@")
    assert part(dialog, QLineEdit, "file").text().endswith(".bib")
    assert not part(dialog, QComboBox, "style").isEnabled()


def test_what_is_shown_is_written(ask: Callable[..., CiteDialog], tmp_path: Path) -> None:
    """Byte for byte, and the session tells where."""
    dialog = ask("first")
    shown = preview(dialog)
    said: list[str] = []
    dialog.session.notice.connect(said.append)  # type: ignore[attr-defined]
    QTest.mouseClick(part(dialog, QPushButton, "do-export"), Qt.MouseButton.LeftButton)
    (path,) = tmp_path.glob("*.md")
    assert path.read_text(encoding="utf-8") == shown
    assert said == [f"Written to {path}"]
    assert not dialog.isVisible()


def test_another_file_is_replaced_at_the_second_press(
    ask: Callable[..., CiteDialog], tmp_path: Path
) -> None:
    """The first one asks."""
    dialog = ask("first")
    path = Path(part(dialog, QLineEdit, "file").text())
    path.write_text("mine", encoding="utf-8")
    button = part(dialog, QPushButton, "do-export")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert path.read_text(encoding="utf-8") == "mine"
    assert "is there already" in part(dialog, QLabel, "said").text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert path.read_text(encoding="utf-8") != "mine"


def test_a_place_that_cannot_be_written_is_told(
    ask: Callable[..., CiteDialog], tmp_path: Path
) -> None:
    """And the dialog stays."""
    dialog = ask("first")
    line = part(dialog, QLineEdit, "file")
    line.setText(str(tmp_path / "nowhere" / "deep" / "x.md"))
    QTest.mouseClick(part(dialog, QPushButton, "do-export"), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "nowhere" in part(dialog, QLabel, "said").text()
    line.clear()
    assert not part(dialog, QPushButton, "do-export").isEnabled()


def test_all_of_it_can_be_copied(ask: Callable[..., CiteDialog]) -> None:
    """For a word processor that is open already."""
    dialog = ask("first")
    choose(dialog, "format", 2)
    QTest.mouseClick(part(dialog, QPushButton, "copy"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == preview(dialog)


@pytest.fixture
def many(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CiteDialog:
    """The dialog on more events than are written at once, all of them chosen."""
    monkeypatch.setattr("explorer.dialogs.cite_dialog._AT_ONCE", 100)
    monkeypatch.setattr("explorer.dialogs.cite_dialog._PREVIEWED", 50)
    monkeypatch.setattr(writing, "_STEP", 10)
    chronicle = generate.chronicle(400)
    session = Session(Codebook({}, {}, {}, {}, {}))
    session.open(chronicle, a_workspace(), make_library(chronicle))
    dialog = CiteDialog(session, tmp_path)
    qtbot.addWidget(dialog)
    dialog.session = session  # type: ignore[attr-defined]  # it must outlive the dialog
    dialog.show()
    QTest.keyClick(part(dialog, QRadioButton, "scope-all"), Qt.Key.Key_Space)
    return dialog


def test_of_many_events_the_first_are_previewed_and_all_are_written(
    many: CiteDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    """The preview ends in an ellipsis; the file, written beside the window, has every event."""
    assert preview(many).endswith("…")
    button = part(many, QPushButton, "do-export")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()
    assert not part(many, QComboBox, "style").isEnabled()
    qtbot.waitUntil(lambda: not many.isVisible(), timeout=10_000)
    (path,) = tmp_path.iterdir()
    assert path.read_text("utf-8").count("\n## ") == 400


def test_a_long_list_of_citations_can_be_given_up_or_copied(
    many: CiteDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cancel leaves no file and lets one choose again; Copy puts all on the clipboard."""
    real, pause = cite_dialog.one_by_one, [0.01]

    def slowly(events: Sequence[Event], step: Step) -> Iterator[Event]:
        for event in real(events, step):
            time.sleep(pause[0])
            yield event

    monkeypatch.setattr(cite_dialog, "one_by_one", slowly)
    button = part(many, QPushButton, "do-export")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    bar = many.findChild(BusyBar)
    assert bar is not None
    qtbot.waitUntil(bar.isVisible)
    (cancel,) = bar.findChildren(QPushButton)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(button.isEnabled, timeout=5_000)
    assert part(many, QLabel, "said").text().endswith("not written, as that was cancelled.")
    assert list(tmp_path.iterdir()) == []
    pause[0] = 0.0
    QTest.mouseClick(part(many, QPushButton, "copy"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(button.isEnabled, timeout=10_000)
    assert QApplication.clipboard().text().count("\n## ") == 400
