"""What a reader sees of journal, lock, faults and copies, by mouse and keys in the whole window."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTableWidget,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from explorer.app import _catch_bugs
from explorer.model.workspace import Bookmark, Workspace
from explorer.quotes.editions import EditionButton
from explorer.store.chronicles import open_chronicle, save_chronicle
from explorer.store.files import copy_path
from explorer.store.journal import journal_path
from explorer.store.rescue import rescues_of
from explorer.store.workspaces import open_workspace, save_workspace
from tests.dropping import drop_on
from tests.sources.made_up import coded
from tests.whole_window import Person, open_rolled

Key, Held = Qt.Key, Qt.KeyboardModifier
ROOT = Path(__file__).parents[1]
FIRST, SECOND = "armenia-appeals-2016-04", "csto-deploys-kazakhstan-2022"
CSTO = "armenia-csto"

HOLDER = """
import sys, time
from pathlib import Path
from explorer.model.workspace import Bookmark
from explorer.store.journalled import OpenWorkspace

opened = OpenWorkspace.open(Path(sys.argv[1]), "armenia-csto")
print("open", opened.read_only, flush=True)
for line in sys.stdin:
    mark = Bookmark(line.strip(), "2026-01-02T03:04:05+00:00")
    opened.commit(opened.workspace.with_bookmark(mark), "Bookmark")
    print("done", flush=True)
opened.close()
"""


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """A person before the screen."""
    someone = Person(qtbot, home)
    yield someone
    if getattr(someone, "window", None) is not None:
        try:
            someone.desk.leave_anyway()
            someone.window.close()
            someone.forget()
        except RuntimeError:
            pass  # the story closed it already
    someone.settle()


@pytest.fixture
def file(home: Path) -> Path:
    """Where the reader's workspace for the bundled chronicle lies."""
    return home / "data" / CSTO / f"{CSTO}.workspace.json"


@contextmanager
def another_process(file: Path) -> Iterator[subprocess.Popen[str]]:
    """Hold a workspace open in a process of its own, which bookmarks what it is told."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(file)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "open"
        yield other
        if other.poll() is None:
            other.kill()


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """Mount a file system on a folder; the test is skipped where that is not allowed."""
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["mount", *options, str(folder)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"this machine lets nobody mount here: {done.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def marked(person: Person) -> list[str]:
    """Return the bookmarked events that the window shows."""
    return list(person.window.session.workspace.bookmark)


def launch(person: Person) -> None:
    """Start the program and wait until the steps of earlier runs were read too."""
    person.launch()
    wait_for_past(person)


def wait_for_past(person: Person) -> None:
    """Wait until the steps of earlier runs can be undone, where anything can be."""

    def is_read() -> bool:
        keeper = person.desk.keeper
        return keeper is not None and (bool(keeper.own.read_only) or keeper.own.known is not None)

    person.qtbot.waitUntil(is_read, timeout=5_000)


def front(person: Person) -> None:
    """Bring the window to the front, as a click on it does."""
    person.window.activateWindow()
    person.qtbot.waitUntil(person.window.isActiveWindow, timeout=5_000)


def leave(person: Person) -> None:
    """Leave with Ctrl+Q."""
    front(person)
    person.quit()


def mark(person: Person, event: str) -> None:
    """Find an event by its title, click it in the list and press B."""
    front(person)
    title = person.window.session.chronicle.event[event].title
    person.search(title)
    table = person.window.events.findChild(QTableView)
    assert table is not None
    row = person.rows().index(title)
    person.click(table.viewport(), table.visualRect(table.model().index(row, 2)).center())
    person.window.timeline.setFocus()
    person.key(Key.Key_B)
    assert event in marked(person)


def write_note(person: Person, words: str) -> None:
    """Type a note to the bookmark of the current event."""
    person.window.docks["bookmarks"].raise_()
    note = person.window.bookmarks.findChild(QPlainTextEdit, "note")
    assert note is not None
    person.click(note.viewport())
    note.insertPlainText(words)
    person.window.timeline.setFocus()
    person.settle()


def undo(person: Person) -> None:
    """Press Ctrl+Z."""
    front(person)
    person.qtbot.waitUntil(person.window.action("undo").isEnabled, timeout=5_000)
    person.window.timeline.setFocus()
    person.key(Key.Key_Z, Held.ControlModifier)


def dialog(person: Person, name: str) -> QDialog | None:
    """Return the dialog of a name that is open, None where there is none."""
    found = person.window.findChildren(QDialog, name)
    return next((one for one in found if one.isVisible()), None)


def opened_dialog(person: Person, name: str) -> QDialog:
    """Wait for a dialog and return it."""
    person.qtbot.waitUntil(lambda: dialog(person, name) is not None, timeout=10_000)
    found = dialog(person, name)
    assert found is not None
    return found


def choose(person: Person, way: str) -> None:
    """Click a way on in the dialog of unsaved work."""
    shown = opened_dialog(person, "unsaved")
    button = shown.findChild(QPushButton, f"way-{way}")
    assert button is not None
    person.click(button)


def choose_folder(folder: Path) -> None:
    """Name a folder in the dialog that is about to open."""

    def fill() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, QFileDialog)
        name = shown.findChild(QLineEdit, "fileNameEdit")
        assert name is not None
        name.setText(str(folder))
        shown.accept()

    QTimer.singleShot(300, fill)


def drop(person: Person, path: Path) -> None:
    """Drop a file on the window."""
    drop_on(person.window, (path,), QPointF(200, 200))


def lighthouse(folder: Path) -> tuple[Path, Path]:
    """Write the made-up chronicle and an article of it; return their files."""
    sheets = coded(folder)
    path = folder / "own" / "lighthouse.chronicle.json"
    path.parent.mkdir()
    save_chronicle(sheets.build(), path)
    return path, sheets.folder / "articles" / "000.txt"


def texts_of(chronicle: Path) -> list[str]:
    """Return the names of the attached texts' copies."""
    return sorted(one.name for one in (chronicle.parent / "texts").glob("*.txt"))


def attach(person: Person, article: Path) -> None:
    """Drop an article on the window and close the report on it."""
    drop(person, article)
    shown = opened_dialog(person, "attach-report")
    shown.reject()
    person.settle()


def launched_with_chronicle(person: Person, folder: Path) -> Path:
    """Launch, then drop a copy of the chronicle in a folder; return its workspace's file."""
    launch(person)
    own = next(person.home.rglob(f"{CSTO}.chronicle.json"))
    folder.mkdir(exist_ok=True, parents=True)
    place = folder / "study.chronicle.json"
    if not place.exists():
        place.write_bytes(own.read_bytes())
    opened_by_drop(person, place)
    return folder / "study.workspace.json"


def opened_by_drop(person: Person, place: Path) -> None:
    """Drop a chronicle and wait until it is shown."""
    before = person.window.session.chronicle
    drop(person, place)
    shown = person.window.session
    person.qtbot.waitUntil(lambda: shown.chronicle is not before, timeout=10_000)
    wait_for_past(person)
    person.settle()


# Steps, undo across restarts, folding


def test_a_step_is_in_the_journal_before_the_key_returns(person: Person, file: Path) -> None:
    """The file is written when the window is left; until then the journal has the named steps."""
    launch(person)
    mark(person, FIRST)
    assert not file.exists()
    assert b'"name": "Bookmark"' in journal_path(file).read_bytes()
    assert open_workspace(file, CSTO) == person.window.session.workspace
    leave(person)
    assert not journal_path(file).exists()
    assert [one["event"] for one in json.loads(file.read_bytes())["bookmarks"].values()] == [FIRST]


def test_undo_goes_on_after_a_restart_to_the_same_bytes(person: Person, file: Path) -> None:
    """The steps of the last runs are named in the menu; with all taken back nothing is left."""
    save_workspace(Workspace(CSTO, (Bookmark(SECOND, "2026-01-02T03:04:05+00:00"),)), _made(file))
    first = file.read_bytes()
    launch(person)
    mark(person, FIRST)
    write_note(person, "Read this again.")
    leave(person)
    assert file.read_bytes() != first
    launch(person)
    action = person.window.action("undo")
    assert action.isEnabled()
    assert action.text() == "&Undo Edit note"
    undo(person)
    assert person.window.session.workspace.bookmark[FIRST].note == ""
    assert action.text() == "&Undo Bookmark"
    assert person.window.action("redo").text() == "&Redo Edit note"
    leave(person)
    launch(person)
    assert person.window.action("redo").text() == "&Redo Edit note"
    person.window.timeline.setFocus()
    person.key(Key.Key_Z, Held.ControlModifier | Held.ShiftModifier)
    assert person.window.session.workspace.bookmark[FIRST].note == "Read this again."
    undo(person)
    undo(person)
    assert not person.window.action("undo").isEnabled()
    leave(person)
    assert file.read_bytes() == first


def test_a_large_journal_is_folded_while_the_window_stays_open(person: Person, file: Path) -> None:
    """After a note of more than a mebibyte the file holds it and the journal is short again."""
    launch(person)
    mark(person, FIRST)
    write_note(person, "A long note. " * 100_000)
    person.qtbot.waitUntil(
        lambda: file.exists() and journal_path(file).stat().st_size < 1_000, timeout=10_000
    )
    assert open_workspace(file, CSTO) == person.window.session.workspace
    undo(person)
    assert person.window.session.workspace.bookmark[FIRST].note == ""


def test_a_detached_text_comes_back_after_a_restart(person: Person, tmp_path: Path) -> None:
    """Its copy is kept for undo, which puts it in hand again in the next run."""
    chronicle, article = lighthouse(tmp_path)
    launch(person)
    opened_by_drop(person, chronicle)
    attach(person, article)
    (kept,) = texts_of(chronicle)
    table = person.window.events.findChild(QTableView)
    assert table is not None
    person.click(table.viewport(), table.visualRect(table.model().index(0, 2)).center())
    button = person.window.quotes.findChild(EditionButton)
    assert button is not None
    button.menu().actions()[-1].trigger()
    box = person.window.findChild(QMessageBox, "detach")
    assert box is not None
    assert "for undo alone" in box.informativeText()
    person.click(next(one for one in box.buttons() if one.text() == "&Detach"))
    assert not person.window.session.library.is_attached("herald-2001")
    leave(person)
    assert texts_of(chronicle) == [kept]
    launch(person)
    opened_by_drop(person, chronicle)
    assert person.window.action("undo").text() == "&Undo Detach a text"
    undo(person)
    assert person.window.session.library.is_attached("herald-2001")
    assert person.window.action("undo").text() == "&Undo Attach articles"


def test_a_text_that_no_step_can_bring_back_is_deleted(person: Person, tmp_path: Path) -> None:
    """An attaching that was taken back and given up for another step leaves no copy."""
    chronicle, article = lighthouse(tmp_path)
    launch(person)
    opened_by_drop(person, chronicle)
    attach(person, article)
    undo(person)
    assert len(texts_of(chronicle)) == 1
    mark(person, "guild-asks")
    assert texts_of(chronicle) == []
    assert person.window.action("redo").isEnabled() is False


# One writer


def test_a_second_window_reads_follows_and_takes_over_after_a_kill(
    person: Person, file: Path
) -> None:
    """It says who has the workspace, shows what is done there, refuses changes until it is gone."""
    with another_process(_made(file)) as other:
        launch(person)
        said = person.window.standing.words
        assert str(other.pid) in said
        assert "reading only" in said
        assert person.window.standing.isVisible()
        assert not person.window.action("save_view").isEnabled()
        bookmark_there(other, FIRST)
        person.qtbot.waitUntil(lambda: marked(person) == [FIRST], timeout=10_000)
        star = person.window.events.findChild(QTableView)
        assert star is not None
        person.click(star.viewport(), star.visualRect(star.model().index(0, 0)).center())
        box = fault(person)
        assert box is not None
        assert "reading only" in box.text()
        box.reject()
        assert marked(person) == [FIRST]
        assert not person.window.action("undo").isEnabled()
        other.send_signal(signal.SIGKILL)
        other.wait()
        person.qtbot.waitUntil(lambda: not person.window.standing.isVisible(), timeout=10_000)
    person.qtbot.waitUntil(person.window.action("undo").isEnabled, timeout=5_000)
    mark(person, SECOND)
    leave(person)
    assert list(open_workspace(file, CSTO).bookmark) == [FIRST, SECOND]


def test_it_takes_over_when_the_other_window_is_closed(person: Person, file: Path) -> None:
    """What the other left is there, and its steps can be taken back here."""
    with another_process(_made(file)) as other:
        launch(person)
        bookmark_there(other, FIRST)
        assert other.stdin is not None
        other.stdin.close()
        other.wait()
    person.qtbot.waitUntil(lambda: not person.window.session.read_only, timeout=10_000)
    assert marked(person) == [FIRST]
    undo(person)
    assert marked(person) == []


# What the environment does


def test_a_full_disk_is_told_and_the_work_saved_when_there_is_room(
    person: Person, tmp_path: Path
) -> None:
    """The mark stays on screen and in a rescue file; with room again it goes to the disk."""
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=2m", "tmpfs") as disk:
        file = launched_with_chronicle(person, disk)
        mark(person, FIRST)
        rest = filled(disk)
        write_note(person, "More than is left in the last block. " * 300)
        shown = opened_dialog(person, "unsaved")
        assert "disk is full" in person.texts(shown)
        (rescued,) = rescues_of(file)
        assert "last block" in open_workspace(rescued, CSTO).bookmark[FIRST].note
        person.key(Key.Key_Escape)
        assert "disk is full" in person.window.standing.words
        rest.unlink()
        person.qtbot.waitUntil(lambda: not person.window.standing.isVisible(), timeout=15_000)
        assert rescues_of(file) == ()
        undo(person)
        assert person.window.session.workspace.bookmark[FIRST].note == ""
        leave(person)
        assert open_workspace(file, CSTO).bookmark[FIRST].note == ""


def test_leaving_with_unsaved_work_asks_and_brings_it_back_next_time(
    person: Person, tmp_path: Path
) -> None:
    """Closing all the same keeps the rescue file, which the next run offers and takes in."""
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=2m", "tmpfs") as disk:
        file = launched_with_chronicle(person, disk)
        rest = filled(disk)
        mark(person, FIRST)
        opened_dialog(person, "unsaved")
        person.key(Key.Key_Escape)
        person.window.close()
        assert person.window.isVisible()
        choose(person, "leave")
        person.qtbot.waitUntil(lambda: not person.window.isVisible(), timeout=5_000)
        person.forget()
        rest.unlink()
        launched_with_chronicle(person, disk)
        assert marked(person) == []
        shown = opened_dialog(person, "rescued")
        assert "bookmarks: 1" in person.texts(shown)
        button = shown.findChild(QPushButton, "bring")
        assert button is not None
        person.click(button)
        assert marked(person) == [FIRST]
        assert rescues_of(file) == ()
        assert person.window.action("undo").text() == "&Undo Bring back rescued work"


def test_a_file_changed_by_somebody_else_is_not_overwritten(person: Person, tmp_path: Path) -> None:
    """The change is noticed without a step; mine can be kept, and theirs stays beside it."""
    file = launched_with_chronicle(person, tmp_path / "own")
    mark(person, FIRST)
    save_elsewhere_and_replace(file, SECOND)
    shown = opened_dialog(person, "unsaved")
    assert "Somebody else changed" in person.texts(shown)
    choose(person, "mine")
    person.qtbot.waitUntil(lambda: not person.window.standing.isVisible(), timeout=5_000)
    assert list(open_workspace(file, CSTO).bookmark) == [FIRST]
    assert list(open_workspace(file.with_name(f"{file.name}.other-1"), CSTO).bookmark) == [SECOND]
    leave(person)
    assert list(open_workspace(file, CSTO).bookmark) == [FIRST]


def test_theirs_can_be_taken(person: Person, tmp_path: Path) -> None:
    """The window shows what is in the file now; my work is in the rescue file."""
    file = launched_with_chronicle(person, tmp_path / "own")
    mark(person, FIRST)
    save_elsewhere_and_replace(file, SECOND)
    opened_dialog(person, "unsaved")
    choose(person, "theirs")
    assert marked(person) == [SECOND]
    assert not person.window.standing.isVisible()
    assert list(open_workspace(rescues_of(file)[0], CSTO).bookmark) == [FIRST]
    mark(person, FIRST)
    leave(person)
    assert list(open_workspace(file, CSTO).bookmark) == [SECOND, FIRST]


def test_a_vanished_folder_leads_to_another_one(person: Person, tmp_path: Path) -> None:
    """All of the work goes on in a folder of the reader's choice, with its steps to take back."""
    file = launched_with_chronicle(person, tmp_path / "own")
    mark(person, FIRST)
    shutil.rmtree(file.parent)
    opened_dialog(person, "unsaved")
    choose_folder(_folder(tmp_path / "new"))
    before = person.window.session.chronicle
    choose(person, "elsewhere")
    session = person.window.session
    person.qtbot.waitUntil(lambda: session.chronicle is not before, timeout=10_000)
    assert marked(person) == [FIRST]
    mark(person, SECOND)
    undo(person)
    undo(person)
    assert marked(person) == []
    person.key(Key.Key_Z, Held.ControlModifier | Held.ShiftModifier)
    leave(person)
    assert list(open_workspace(tmp_path / "new" / file.name, CSTO).bookmark) == [FIRST]
    assert rescues_of(file) == ()


def test_a_read_only_medium_opens_and_a_copy_can_be_worked_in(
    person: Person, tmp_path: Path
) -> None:
    """The bar says why nothing can be changed, and its button leads to a copy elsewhere."""
    place = tmp_path / "medium"
    file = launched_with_chronicle(person, place)
    mark(person, FIRST)
    leave(person)
    with mounted(place, "--bind", str(place)):
        remounted = ["mount", "-o", "remount,bind,ro", str(place)]
        assert subprocess.run(remounted, check=False).returncode == 0
        launched_with_chronicle(person, place)
        assert "reading only" in person.window.standing.words
        assert marked(person) == [FIRST]
        before = person.window.session.chronicle
        choose_folder(_folder(tmp_path / "new"))
        button = person.window.standing.findChild(QPushButton)
        assert button is not None
        person.click(button)
        session = person.window.session
        person.qtbot.waitUntil(lambda: session.chronicle is not before, timeout=10_000)
        mark(person, SECOND)
        leave(person)
        assert list(open_workspace(tmp_path / "new" / file.name, CSTO).bookmark) == [FIRST, SECOND]
        assert list(open_workspace(file, CSTO).bookmark) == [FIRST]


# Opening what is not as it should be, and earlier copies


def test_a_workspace_with_only_a_journal_opens(person: Person, file: Path) -> None:
    """What a run did that was killed before it ever wrote the file is there."""
    with another_process(_made(file)) as other:
        bookmark_there(other, FIRST)
        other.kill()
        other.wait()
    assert not file.exists()
    launch(person)
    assert marked(person) == [FIRST]


def test_what_is_good_of_a_damaged_workspace_opens_and_the_rest_is_listed(
    person: Person, file: Path
) -> None:
    """One bad bookmark costs itself; it is named, and the damaged file is kept."""
    marks = (Bookmark(FIRST), Bookmark(SECOND))
    save_workspace(Workspace(CSTO, marks), _made(file))
    damaged = file.read_bytes().replace(f'"event": "{SECOND}"'.encode(), b'"event": 7')
    file.write_bytes(damaged)
    person.start()
    person.qtbot.waitUntil(lambda: fault(person) is not None, timeout=10_000)
    box = fault(person)
    assert box is not None
    assert "bookmarks: 1" in box.informativeText()
    person.click(next(one for one in box.buttons() if "is &good" in one.text()))
    shown = opened_dialog(person, "lost")
    assert "event" in person.texts(shown)
    assert marked(person) == [FIRST]
    assert file.with_name(f"{file.name}.damaged-1").read_bytes() == damaged
    shown.reject()
    mark(person, SECOND)
    leave(person)
    assert list(open_workspace(file, CSTO).bookmark) == [FIRST, SECOND]


def test_a_newer_workspace_is_read_and_left_as_it_is(person: Person, file: Path) -> None:
    """The bar says that a newer version made it; leaving changes no byte."""
    save_workspace(Workspace(CSTO, (Bookmark(FIRST),)), _made(file))
    data = json.loads(file.read_bytes())
    data["_meta"]["1"]["schema"] = 99
    data["colours"] = {"1": {"red": True}}
    file.write_text(json.dumps(data), "utf-8")
    before = file.read_bytes()
    launch(person)
    assert marked(person) == [FIRST]
    assert "newer version" in person.window.standing.words
    assert not person.window.action("bookmark").isEnabled()
    leave(person)
    assert file.read_bytes() == before


def test_an_earlier_copy_is_shown_and_brought_back_as_a_step(person: Person, file: Path) -> None:
    """The dialog tells what each copy holds; undo takes the bringing back back."""
    for event in (FIRST, SECOND):
        launch(person)
        mark(person, event)
        leave(person)
    assert copy_path(file).exists()
    launch(person)
    person.window.action("restore").trigger()
    shown = opened_dialog(person, "restore")
    table = shown.findChild(QTableWidget, "copies")
    assert table is not None
    assert [table.item(row, 1).text() for row in range(2)] == ["2", "1"]
    button = shown.findChild(QPushButton, "bring")
    assert button is not None
    person.click(button)
    person.qtbot.waitUntil(lambda: marked(person) == [FIRST], timeout=5_000)
    assert "Restore the copy of" in person.window.action("undo").text()
    assert any("before-restore" in one.name for one in (file.parent / "copies").iterdir())
    undo(person)
    assert marked(person) == [FIRST, SECOND]


@pytest.mark.parametrize("large", [False, True])
def test_an_earlier_copy_of_the_chronicle_is_brought_back_and_opened(
    person: Person, file: Path, monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    """Its page tells the counts; what it replaces is kept, the reader's marks and undo stay.

    So it is with one that opens as arrays and holds its file open.
    """
    if large:
        open_rolled(monkeypatch)
    launch(person)
    mark(person, FIRST)
    leave(person)
    place = file.with_name(f"{CSTO}.chronicle.json")
    whole, raw = open_chronicle(place), place.read_bytes()
    save_chronicle(replace(whole, title="Edited"), place)
    edited = place.read_bytes()
    launch(person)
    assert person.window.session.chronicle.title == "Edited"
    person.window.action("restore").trigger()
    shown = opened_dialog(person, "restore")
    pages = shown.findChild(QTabWidget, "pages")
    table = shown.findChild(QTableWidget, "chronicle-copies")
    button = shown.findChild(QPushButton, "bring")
    assert pages is not None
    assert table is not None
    assert button is not None
    person.click(pages.tabBar(), pages.tabBar().tabRect(1).center())
    assert table.item(1, 1).text() == str(len(whole.events))
    person.click(button)
    session = person.window.session
    person.qtbot.waitUntil(lambda: session.chronicle.title == whole.title, timeout=10_000)
    assert place.read_bytes() == raw
    kept = [one for one in (file.parent / "copies").iterdir() if "before-restore" in one.name]
    assert [one.read_bytes() for one in kept] == [edited]
    assert marked(person) == [FIRST]
    undo(person)
    assert marked(person) == []
    leave(person)
    launch(person)
    assert person.window.session.chronicle.title == whole.title


def test_a_bug_is_shown_after_what_is_typed_was_saved(
    person: Person, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The note being typed when something breaks is on the disk when the crash dialog shows."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    launch(person)
    mark(person, FIRST)
    _catch_bugs(person.window, person.desk)
    person.window.docks["bookmarks"].raise_()
    note = person.window.bookmarks.findChild(QPlainTextEdit, "note")
    assert note is not None
    note.insertPlainText("half a thought")
    error = ValueError("a bug")
    sys.excepthook(ValueError, error, None)
    shown = opened_dialog(person, "crash")
    assert open_workspace(file, CSTO).bookmark[FIRST].note == "half a thought"
    assert "are saved" in person.texts(shown)
    shown.reject()


def fault(person: Person) -> QMessageBox | None:
    """Return the message box that tells a fault, None where there is none."""
    found = person.window.findChildren(QMessageBox, "fault")
    return next((one for one in found if one.isVisible()), None)


def bookmark_there(other: subprocess.Popen[str], event: str) -> None:
    """Have the other process bookmark an event, and wait until it is on the disk."""
    assert other.stdin is not None
    assert other.stdout is not None
    other.stdin.write(f"{event}\n")
    other.stdin.flush()
    assert other.stdout.readline().strip() == "done"


def save_elsewhere_and_replace(file: Path, event: str) -> None:
    """Put another workspace in the place of a file, as a program that knows no lock would."""
    other = file.parent / "theirs" / "w.json"
    other.parent.mkdir()
    save_workspace(Workspace(CSTO, (Bookmark(event),)), other)
    os.replace(other, file)  # noqa: PTH105
    other.parent.rmdir()


def filled(folder: Path) -> Path:
    """Leave no byte on a disk."""
    rest = folder / "rest"
    with rest.open("wb", buffering=0) as handle:
        for size in (4096, 1):
            try:
                while True:
                    handle.write(b"x" * size)
            except OSError:
                continue
    return rest


def _made(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def _folder(folder: Path) -> Path:
    folder.mkdir()
    return folder
