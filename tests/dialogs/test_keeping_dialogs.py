"""The dialogs of saving, copies and rescued work: what they offer and what they hand on."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QTableWidget, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from explorer.dialogs.contents import content_words
from explorer.dialogs.error_dialog import CrashDialog, offer_copy
from explorer.dialogs.lost import LostDialog
from explorer.dialogs.rescued import RescuedDialog
from explorer.dialogs.restore import RestoreDialog
from explorer.dialogs.unsaved import UnsavedDialog, Way, problem_words, ways
from explorer.store.copies import Copy
from explorer.store.faults import Cause, NotSaved, not_saved
from explorer.store.files import unwritten
from explorer.store.restoring import Content, Listed
from explorer.theme import theme
from explorer.widgets.standing_bar import StandingBar
from explorer.widgets.text import Label

HELD = Content({"bookmarks": 3, "notes": 2, "views": 1, "attachments": 0}, "2026-01-02T03:04:05Z")
EVIDENCE = Content({"events": 123, "actors": 5, "articles": 7, "passages": 6})
BROKEN = Content({}, fault="line 3 is cut off.")


def words(widget: QWidget) -> str:
    """Return the labels of a widget."""
    return "\n".join(one.accessibleName() for one in widget.findChildren(Label))


def button(widget: QWidget, name: str) -> QPushButton:
    """Return the button of a name."""
    found = widget.findChild(QPushButton, name)
    assert found is not None
    return found


def a_fault(cause: Cause, rescue: Path | None = Path("r.json")) -> NotSaved:
    """Return a fault of a kind."""
    return NotSaved(Path("w.json"), cause, not_saved("<b>it</b> is so."), "Wait.", rescue)


@pytest.mark.parametrize("cause", list(Cause))
def test_every_fault_has_a_way_on(qtbot: QtBot, cause: Cause) -> None:
    """Work can always be saved elsewhere; a click hands on the way and closes the dialog."""
    dialog = UnsavedDialog(a_fault(cause))
    qtbot.addWidget(dialog)
    dialog.show()
    assert Way.ELSEWHERE in ways(cause)
    for way in ways(cause):
        assert button(dialog, f"way-{way}").accessibleDescription()
    first = ways(cause)[0]
    with qtbot.waitSignal(dialog.chosen, timeout=500) as told:
        qtbot.mouseClick(button(dialog, f"way-{first}"), Qt.MouseButton.LeftButton)
    assert told.args == [first]


def test_leaving_all_the_same_is_offered_only_when_leaving() -> None:
    """It stands last, after what saves the work."""
    assert ways(Cause.FULL, leaving=True)[-1] is Way.LEAVE
    assert Way.LEAVE not in ways(Cause.FULL)


def test_a_fault_is_told_with_the_place_of_the_work(qtbot: QtBot) -> None:
    """Problem, file and rescue file are shown as they are; without a rescue file that is said."""
    dialog = UnsavedDialog(a_fault(Cause.FULL))
    qtbot.addWidget(dialog)
    assert words(dialog).startswith("<b>it</b> is so.\nw.json\n")
    assert "r.json" in words(dialog)
    bare = UnsavedDialog(a_fault(Cause.FULL, None))
    qtbot.addWidget(bare)
    assert "this window only" in words(bare)


def test_a_problem_is_a_sentence_of_its_own() -> None:
    """What every fault begins with is left out, whatever the system says of it."""
    full = unwritten(Path("w"), OSError(errno.ENOSPC, "full"))
    assert problem_words(full) == "The disk is full. The file is as it was."
    odd = unwritten(Path("w"), OSError(errno.EIO, "Input/output error"))
    assert problem_words(odd) == "Not saved (Input/output error). The file is as it was."


def test_rescued_work_can_be_brought_back_dropped_or_left(qtbot: QtBot) -> None:
    """The file is handed on with the answer; one that does not open cannot be brought back."""
    path = Path("r.json")
    for name, signal in (("bring", "wanted"), ("drop", "unwanted")):
        dialog = RescuedDialog(path, HELD)
        qtbot.addWidget(dialog)
        dialog.show()
        assert "bookmarks: 3, notes: 2" in words(dialog)
        with qtbot.waitSignal(getattr(dialog, signal), timeout=500) as told:
            qtbot.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)
        assert told.args == [path]
    broken = RescuedDialog(path, BROKEN)
    qtbot.addWidget(broken)
    assert not button(broken, "bring").isEnabled()
    assert "cut off" in words(broken)


NONE = Listed(Path("w.json"), HELD, ())
NO_COPIES = Listed(Path("c.json"), EVIDENCE, (), 1e9)


def pages(dialog: RestoreDialog) -> QTabWidget:
    """Return the pages of the dialog, the workspace's and the chronicle's."""
    found = dialog.findChild(QTabWidget, "pages")
    assert found is not None
    return found


def test_copies_are_listed_with_what_they_hold(qtbot: QtBot) -> None:
    """The newest is picked; now and a broken one cannot be brought back."""
    newer, older = Copy(Path("n"), 1e9, 2_000), Copy(Path("o"), 9e8, 10, "before-restore")
    broken = Copy(Path("b"), 8e8, 5)
    copies = [(newer, HELD), (older, HELD), (broken, BROKEN)]
    dialog = RestoreDialog(Listed(Path("w.json"), HELD, copies), NO_COPIES)
    qtbot.addWidget(dialog)
    dialog.show()
    table = dialog.findChild(QTableWidget, "copies")
    assert table is not None
    assert [table.item(row, 1).text() for row in range(4)] == ["3", "3", "3", ""]
    assert table.item(2, 7).text() == "before a copy was brought back"
    assert "cut off" in table.item(3, 7).text()
    bring = button(dialog, "bring")
    for row, can in ((0, False), (1, True), (3, False), (2, True)):
        table.selectRow(row)
        assert bring.isEnabled() is can
    with qtbot.waitSignal(dialog.wanted, timeout=500) as told:
        qtbot.mouseClick(bring, Qt.MouseButton.LeftButton)
    assert told.args is not None
    assert told.args[0] is older
    assert "Restore the copy of" in told.args[1]


def test_copies_of_the_chronicle_have_a_page_of_their_own(qtbot: QtBot) -> None:
    """Its counts and size stand there, and when it was written; a click asks for that copy."""
    copy = Copy(Path("c"), 9e8, 2_048)
    dialog = RestoreDialog(NONE, Listed(Path("c.json"), EVIDENCE, [(copy, EVIDENCE)], 1e9))
    qtbot.addWidget(dialog)
    dialog.show()
    assert pages(dialog).currentIndex() == 1  # the only one with copies
    table = dialog.findChild(QTableWidget, "chronicle-copies")
    assert table is not None
    shown = [table.item(1, column).text() for column in range(table.columnCount())]
    assert shown[1:5] == ["123", "5", "6", "7"]
    assert "kB" in shown[5] or "KiB" in shown[5]
    assert table.item(0, 0).text().startswith("now (")
    with qtbot.waitSignal(dialog.chronicle_wanted, timeout=500) as told:
        qtbot.mouseClick(button(dialog, "bring"), Qt.MouseButton.LeftButton)
    assert told.args == [copy]


def test_what_has_no_copies_says_so(qtbot: QtBot) -> None:
    """Each page says it of its own; the titles count."""
    dialog = RestoreDialog(NONE, NO_COPIES)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "no copy of your workspace yet" in words(dialog)
    assert "no copy of the chronicle yet" in words(dialog)
    for at in range(2):
        assert pages(dialog).tabText(at).endswith(": 0")
        pages(dialog).setCurrentIndex(at)
        assert not button(dialog, "bring").isEnabled()


def test_nothing_is_brought_back_where_nothing_can_be_written(qtbot: QtBot) -> None:
    """The copies can be looked at all the same."""
    held = Listed(Path("w"), HELD, [(Copy(Path("n"), 1e9, 2), HELD)])
    dialog = RestoreDialog(held, NO_COPIES, "read only")
    qtbot.addWidget(dialog)
    assert not button(dialog, "bring").isEnabled()
    assert "read only" in words(dialog)


def test_a_chronicle_is_told_by_its_own_counts() -> None:
    """A copy of a damaged chronicle is not said to hold no bookmarks."""
    assert content_words(EVIDENCE) == "events: 123, actors: 5, passages: 6, articles: 7"


def test_what_was_lost_can_be_copied(qtbot: QtBot) -> None:
    """A line each, as it is."""
    dialog = LostDialog(("w.json: one", "w.json: <i>two</i>"))
    qtbot.addWidget(dialog)
    dialog.show()
    copy = next(one for one in dialog.findChildren(QPushButton) if "Copy" in one.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "w.json: one\nw.json: <i>two</i>"


def test_a_damaged_file_without_a_copy_can_be_opened_for_what_is_good(qtbot: QtBot) -> None:
    """That is then the default; with a copy both are offered and the copy is the default."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    chosen: list[str] = []
    offer_copy(parent, "bad", None, lambda: chosen.append("copy"), lambda: chosen.append("good"))
    box = parent.findChild(QMessageBox)
    assert box is not None
    assert "listed" in box.informativeText()
    qtbot.mouseClick(box.defaultButton(), Qt.MouseButton.LeftButton)
    assert chosen == ["good"]


def test_a_crash_says_where_unsaved_work_is(qtbot: QtBot) -> None:
    """It does not claim that everything was saved."""
    dialog = CrashDialog(ValueError, ValueError("x"), None, unsaved="w.json: the disk is full.")
    qtbot.addWidget(dialog)
    told = next(one.text() for one in dialog.findChildren(QWidget) if "program" in _text(one))
    assert "the disk is full" in told
    assert "are saved" not in told


def test_the_bar_shows_itself_only_when_it_has_something_to_say(qtbot: QtBot) -> None:
    """A layout that is put back neither shows nor hides it."""
    bar = StandingBar(theme("light"))
    qtbot.addWidget(bar)
    bar.setVisible(True)
    assert not bar.isVisible()
    bar.say("For reading only.", "Do")
    assert bar.isVisible()
    with qtbot.waitSignal(bar.asked, timeout=500):
        qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    bar.say("")
    assert not bar.isVisible()


def test_a_content_is_one_line() -> None:
    """Counts and the last mark, or the fault."""
    assert content_words(HELD).startswith("bookmarks: 3, notes: 2, attached texts: 0, views: 1;")
    assert content_words(BROKEN) == "does not open: line 3 is cut off."


def _text(widget: QWidget) -> str:
    read = getattr(widget, "text", None)
    return read() if callable(read) else ""
