"""The picture dialog, the clipboard and the command."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.dialogs import writing
from explorer.dialogs.writing import Step
from explorer.loading import Progress
from explorer.model.filters import Filters
from explorer.pictures.clipboard import copy_view
from explorer.pictures.dialog import PictureDialog
from explorer.pictures.writing import Picture, Wish
from explorer.session.session import Session
from explorer.theme import theme
from explorer.timeline.view import TimelineView
from explorer.widgets.busy import BusyBar
from tests import generate
from tests.pictures.conftest import MADE, open_session

W = TypeVar("W", bound=QWidget)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, tmp_path: Path) -> PictureDialog:
    """The dialog on screen, its file in a folder of the test's own."""
    session.set_filters(Filters(types=frozenset(("ASSAULT", "RETREAT"))))

    def made(dark: bool) -> Picture:
        return Picture(session, theme("dark" if dark else "light"), MADE)

    shown = PictureDialog(made, tmp_path / "made.up")
    qtbot.addWidget(shown)
    shown.show()
    return shown


def part(dialog: PictureDialog, kind: type[W], name: str) -> W:
    """Return a part of the dialog by its name."""
    found = dialog.findChild(kind, name)
    assert found is not None
    return found


def said(dialog: PictureDialog) -> str:
    """Return what the dialog says of size or fault."""
    return part(dialog, QLabel, "said").text()


def choose(dialog: PictureDialog, ending: str) -> None:
    """Choose a kind of file with the mouse."""
    button = part(dialog, QRadioButton, f"kind{ending}")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())


def export(dialog: PictureDialog, qtbot: QtBot) -> None:
    """Press the button that writes, and wait until that is done or has failed."""
    button = part(dialog, QPushButton, "do-export")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button.isEnabled() or not dialog.isVisible(), timeout=10_000)


def test_it_tells_what_will_be_drawn(dialog: PictureDialog) -> None:
    """The events and the filters stand above the choice."""
    told = part(dialog, QLabel, "subject").text()
    assert told.startswith("2 of 8 events · ")
    assert "Filtered: Type: " in told


def test_the_name_ends_as_the_kind_of_file_does(dialog: PictureDialog, tmp_path: Path) -> None:
    """Another kind changes the ending alone, also of a name with a dot in it."""
    file = part(dialog, QLineEdit, "file")
    assert file.text() == str(tmp_path / "made.up.png")
    choose(dialog, ".pdf")
    assert file.text() == str(tmp_path / "made.up.pdf")
    choose(dialog, ".svg")
    assert file.text() == str(tmp_path / "made.up.svg")


def test_it_writes_each_kind(dialog: PictureDialog, tmp_path: Path, qtbot: QtBot) -> None:
    """Export writes the file that is named and ends the dialog."""
    for ending, begins in ((".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")):
        dialog.show()
        choose(dialog, ending)
        export(dialog, qtbot)
        assert (tmp_path / f"made.up{ending}").read_bytes().startswith(begins)
        assert dialog.result() == PictureDialog.DialogCode.Accepted
        assert dialog.written == tmp_path / f"made.up{ending}"


def test_too_large_a_png_cannot_be_asked_for(dialog: PictureDialog) -> None:
    """The dialog says which scale fits, and its button sleeps until one is chosen."""
    scale, button = part(dialog, QDoubleSpinBox, "scale"), part(dialog, QPushButton, "do-export")
    scale.setValue(40)
    assert "fits" in said(dialog)
    assert not button.isEnabled()
    choose(dialog, ".svg")
    assert button.isEnabled()
    choose(dialog, ".png")
    scale.setValue(2)
    assert "pixels" in said(dialog)
    assert button.isEnabled()


def test_pages_are_counted_before_writing(dialog: PictureDialog) -> None:
    """The number of pages is told for the paper chosen."""
    choose(dialog, ".pdf")
    assert said(dialog).startswith("2 page")
    assert not part(dialog, QDoubleSpinBox, "scale").isEnabled()
    assert part(dialog, QComboBox, "paper").isEnabled()


def test_a_file_in_its_place_is_replaced_only_when_asked(
    dialog: PictureDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    """The first press asks, the second replaces."""
    there = tmp_path / "made.up.png"
    there.write_text("mine", encoding="utf-8")
    export(dialog, qtbot)
    assert there.read_text(encoding="utf-8") == "mine"
    assert "is there already" in said(dialog)
    export(dialog, qtbot)
    assert there.read_bytes().startswith(b"\x89PNG")


def test_a_folder_that_is_not_there_is_told(
    dialog: PictureDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    """The dialog stays and says what is wrong."""
    part(dialog, QLineEdit, "file").setText(str(tmp_path / "nowhere" / "out.png"))
    export(dialog, qtbot)
    assert "nowhere" in said(dialog)
    assert dialog.isVisible()


def test_the_clipboard_gets_what_is_on_screen(qtbot: QtBot, session: Session) -> None:
    """The picture is the timeline without its focus ring, and a line of words below."""
    view = TimelineView(session, theme("light"))
    qtbot.addWidget(view)
    view.resize(700, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    copy_view(view, session, theme("light"))
    image = QGuiApplication.clipboard().image()
    seen = view.viewport().grab().toImage()
    assert image.width() == seen.width() - 4
    assert image.height() > seen.height() - 4 + 10
    inner = seen.copy(2, 2, seen.width() - 4, seen.height() - 4)
    same = image.copy(0, 0, inner.width(), inner.height())
    assert same.convertToFormat(QImage.Format.Format_RGB32) == inner.convertToFormat(
        QImage.Format.Format_RGB32
    )


@pytest.fixture
def command(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `quoteline picture` with some words in an empty folder."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        program = [sys.executable, "-m", "explorer", "picture", *words]
        return subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)

    return run


def test_the_command_draws_what_its_filters_let_through(
    command: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    """It writes the file, tells how much is on it, and nothing else."""
    out = tmp_path / "out.pdf"
    done = command(str(out), "--from", "2024", "--paper", "A3")
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes().startswith(b"%PDF")
    assert " events on " in done.stdout


def test_the_command_tells_faults_in_a_line(
    command: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    """An ending that is none of ours ends with status 2 and no file."""
    done = command(str(tmp_path / "out.gif"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def crowd(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PictureDialog:
    """The dialog on many events, each few of which take a while to draw."""
    session = open_session(generate.chronicle(3_000))
    monkeypatch.setattr("explorer.pictures.drawing.EVERY", 5)
    shown = PictureDialog(lambda _: Picture(session, theme("light"), MADE), tmp_path / "many")
    qtbot.addWidget(shown)
    shown.show()
    return shown


def slowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make each step of the work take a while."""
    real = writing._step

    def slow(progress: Progress, path: Path) -> Step:
        step = real(progress, path)

        def later(done: int, total: int) -> None:
            time.sleep(0.02)
            step(done, total)

        return later

    monkeypatch.setattr(writing, "_step", slow)


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_a_long_drawing_can_be_given_up(
    crowd: PictureDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    """The bar tells how far it is; Cancel leaves the file in its place, and all can be chosen."""
    slowed(monkeypatch)
    there = tmp_path / f"many{ending}"
    there.write_text("mine", encoding="utf-8")
    choose(crowd, ending)
    button = part(crowd, QPushButton, "do-export")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # Replace
    assert not button.isEnabled()
    assert not part(crowd, QLineEdit, "file").isEnabled()
    bar = crowd.findChild(BusyBar)
    assert bar is not None
    words = bar.findChildren(QLabel)[0]
    qtbot.waitUntil(lambda: bar.isVisible() and " of " in words.text(), timeout=10_000)
    (cancel,) = bar.findChildren(QPushButton)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(button.isEnabled, timeout=10_000)
    assert said(crowd).endswith("not written, as that was cancelled.")
    assert crowd.isVisible()
    assert [one.name for one in tmp_path.iterdir()] == [there.name]
    assert there.read_text(encoding="utf-8") == "mine"


def test_closing_the_dialog_gives_the_drawing_up(
    crowd: PictureDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Esc while it is drawn closes at once and leaves no file."""
    slowed(monkeypatch)
    QTest.mouseClick(part(crowd, QPushButton, "do-export"), Qt.MouseButton.LeftButton)
    QTest.keyClick(crowd, Qt.Key.Key_Escape)
    assert not crowd.isVisible()
    assert list(tmp_path.iterdir()) == []


def test_what_is_drawn_beside_the_window_is_what_is_drawn_in_it(
    crowd: PictureDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    """The file has the bytes that drawing without a dialog gives."""
    picture = Picture(open_session(generate.chronicle(3_000)), theme("light"), MADE)
    for ending in (".png", ".svg"):
        crowd.show()
        choose(crowd, ending)
        export(crowd, qtbot)
        assert (tmp_path / f"many{ending}").read_bytes() == picture.encoded(ending, Wish())
