"""What a reader does in front of the window, from launch to export, by mouse and keys alone."""

from __future__ import annotations

import csv
import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.dialogs.attach_report import AttachReportDialog
from explorer.model.selection import ActorSelected, current_event
from explorer.sources.library import Status
from explorer.store.folders import bundled_chronicle
from explorer.widgets.text import Link
from tests.dropping import drop_on
from tests.whole_window import Person

Key, Held = Qt.Key, Qt.KeyboardModifier
APPEAL = "armenia-appeals-2016-04"


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """A person before the screen; no window may be left when the person has gone."""
    before = set(QApplication.topLevelWidgets())
    someone = Person(qtbot, home)
    yield someone
    if getattr(someone, "window", None) is not None:
        try:
            someone.window.close()
            someone.forget()
        except RuntimeError:
            pass  # the story closed it already
    someone.settle()
    left = [one for one in QApplication.topLevelWidgets() if one not in before and one.isVisible()]
    assert left == []


def rolled(place: QPointF, notches: int, held: Qt.KeyboardModifier) -> QWheelEvent:
    """Return one turn of the wheel."""
    none = Qt.MouseButton.NoButton
    return QWheelEvent(
        place, place, QPoint(), QPoint(0, 120 * notches), none, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def export(person: Person, scope: str, target: Path) -> list[dict[str, str]]:
    """Export with Ctrl+E and read the file back."""

    def fill() -> None:
        dialog = person.window.findChild(QDialog, "export")
        assert dialog is not None
        choice = dialog.findChild(QRadioButton, f"scope-{scope}")
        box = dialog.findChild(QLineEdit, "file")
        button = dialog.findChild(QPushButton, "do-export")
        assert choice is not None
        assert box is not None
        assert button is not None
        choice.click()
        box.selectAll()
        box.insert(str(target))
        button.click()
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(150, fill)
    person.key(Key.Key_E, Held.ControlModifier)
    with target.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_chronicle_opens_whole(person: Person) -> None:
    """At start every event is in view and listed, and the status bar says so."""
    person.launch()
    total = len(person.window.session.chronicle.events)
    assert total >= 40
    assert len(person.rows()) == total
    assert f"{total} of {total}" in person.window.counted.text()


def test_a_click_on_an_event_shows_its_evidence(person: Person) -> None:
    """Without articles the brief stands in, marked as our words, with a way to attach."""
    person.launch()
    person.click_on_timeline(APPEAL)
    shown = person.texts(person.window.quotes)
    event = person.window.session.chronicle.event[APPEAL]
    assert event.title in shown
    assert "Our words" in shown
    assert "Attach" in shown


def test_zooming_with_the_wheel_keeps_the_time_under_the_pointer(person: Person) -> None:
    """Ctrl+wheel zooms about the pointer; the counts in the status bar go on adding up."""
    person.launch()
    rect = person.window.timeline.place_of(APPEAL)
    assert rect is not None
    surface = person.window.timeline.viewport()
    before = person.window.session.viewport.length
    for _ in range(12):
        QApplication.sendEvent(surface, rolled(rect.center(), 1, Held.ControlModifier))
    person.qtbot.wait(50)
    after = person.window.timeline.place_of(APPEAL)
    assert person.window.session.viewport.length < before / 20
    assert after is not None
    assert 0 <= after.center().x() <= surface.width()


def test_finding_marking_noting_and_coming_back(person: Person) -> None:
    """A bookmark and its note are there after the program was left and started again."""
    person.launch()
    person.search("cease-fire")
    titles = person.rows()
    assert 0 < len(titles) < 15
    person.key(Key.Key_Escape)
    person.window.timeline.setFocus()
    person.key(Key.Key_Right)
    marked = current_event(person.window.session.selection)
    person.key(Key.Key_B)
    assert marked in person.window.session.workspace.bookmark
    person.quit()
    person.launch()
    assert set(person.window.session.workspace.bookmark) == {marked}


def test_what_is_exported_is_what_is_on_screen(person: Person, tmp_path: Path) -> None:
    """The rows of an export of what the filters show are the events in the list, in its order."""
    person.launch()
    person.search("belarus")
    on_screen = person.rows()
    rows = export(person, "filter", tmp_path / "shown.csv")
    exported = list(dict.fromkeys(row["title"] for row in rows))
    assert exported == on_screen
    assert {row["quote_is"] for row in rows} == {"brief"}


def test_an_actor_can_be_opened_and_left_again(person: Person) -> None:
    """A click on a name opens the actor; the way back leads to the event."""
    person.launch()
    person.click_on_timeline(APPEAL)
    chronicle = person.window.session.chronicle
    actor = chronicle.actor[chronicle.event[APPEAL].participants[0].actor]
    links = person.window.quotes.findChildren(Link)
    person.click(next(one for one in links if actor.name in one.words))
    assert person.window.session.selection == ActorSelected(actor.id, APPEAL)
    shown = person.texts(person.window.actor)
    assert actor.description.split(".")[0] in shown
    back = [one for one in person.window.actor.findChildren(Link) if "Back" in one.words]
    person.click(back[0])
    assert current_event(person.window.session.selection) == APPEAL


def test_the_bundled_chronicle_is_never_written(person: Person) -> None:
    """Marking and leaving changes the reader's own files only."""
    before = bundled_chronicle().read_bytes(), bundled_chronicle().stat().st_mtime_ns
    person.launch()
    person.click_on_timeline(APPEAL)
    person.key(Key.Key_B)
    person.quit()
    assert (bundled_chronicle().read_bytes(), bundled_chronicle().stat().st_mtime_ns) == before


def test_undo_takes_a_bookmark_back(person: Person) -> None:
    """Ctrl+Z undoes the last mark and Ctrl+Shift+Z makes it again."""
    person.launch()
    person.click_on_timeline(APPEAL)
    person.key(Key.Key_B)
    person.key(Key.Key_Z, Held.ControlModifier)
    assert person.window.session.workspace.bookmarks == ()
    person.key(Key.Key_Z, Held.ControlModifier | Held.ShiftModifier)
    assert APPEAL in person.window.session.workspace.bookmark


def test_a_damaged_workspace_offers_its_last_good_copy(person: Person) -> None:
    """A cut-off file is named and left alone; the good copy brings the earlier marks back."""
    person.launch()
    person.click_on_timeline(APPEAL)
    person.key(Key.Key_B)
    person.quit()
    person.launch()
    person.click_on_timeline(APPEAL)
    person.key(Key.Key_Right)
    person.key(Key.Key_B)
    person.quit()
    file = next(person.home.rglob("*.workspace.json"))
    file.write_bytes(file.read_bytes()[:-20])
    cut = file.read_bytes()
    person.start()
    person.qtbot.waitUntil(lambda: fault(person) is not None, timeout=5_000)
    box = fault(person)
    assert box is not None
    assert file.name in box.text()
    assert file.read_bytes() == cut
    person.click(box.defaultButton())
    person.qtbot.waitUntil(lambda: bool(person.window.session.chronicle.events), timeout=5_000)
    assert set(person.window.session.workspace.bookmark) == {APPEAL}
    assert any(one.read_bytes() == cut for one in file.parent.iterdir())


def test_refusing_the_copy_leaves_the_damaged_file_and_says_what_can_be_done(
    person: Person,
) -> None:
    """After Cancel nothing is written, and the window tells how to open another chronicle."""
    person.launch()
    person.click_on_timeline(APPEAL)
    person.key(Key.Key_B)
    person.quit()
    file = next(person.home.rglob("*.workspace.json"))
    file.write_text("{", encoding="utf-8")
    person.start()
    person.qtbot.waitUntil(lambda: fault(person) is not None, timeout=5_000)
    box = fault(person)
    assert box is not None
    person.key(Key.Key_Escape)
    assert file.read_text(encoding="utf-8") == "{"
    assert "Ctrl+O" in person.window.waiting.text()


def test_a_panel_put_away_stays_away(person: Person) -> None:
    """A dock closed in one session is closed in the next, and the reset brings it back."""
    person.launch()
    person.window.docks["bookmarks"].close()
    person.quit()
    person.launch()
    assert person.window.docks["bookmarks"].isHidden()
    assert not person.window.docks["quotes"].isHidden()
    person.window.action("reset_panels").trigger()
    assert not person.window.docks["bookmarks"].isHidden()


def test_the_timeline_keeps_its_width_from_one_start_to_the_next(person: Person) -> None:
    """Panels come back as wide as they were and never squash what is between them."""
    person.launch()
    person.quit()
    person.launch()  # as large as the screen lets it be
    before = person.window.timeline.width()
    assert before >= 300
    person.quit()
    person.launch()
    assert abs(person.window.timeline.width() - before) <= 2


def test_the_dark_theme_is_remembered(person: Person) -> None:
    """Ctrl+D changes every panel at once; the settings know it."""
    person.launch()
    light = person.window.timeline.grab().toImage().pixelColor(4, 300)
    person.key(Key.Key_D, Held.ControlModifier)
    person.qtbot.wait(50)
    dark = person.window.timeline.grab().toImage().pixelColor(4, 300)
    assert light.lightness() > 200
    assert dark.lightness() < 60
    assert person.window.settings.value("theme") == "dark"
    person.key(Key.Key_D, Held.ControlModifier)


@pytest.mark.parametrize("other", [True, False], ids=["another chronicle", "the same again"])
def test_a_note_being_typed_outlives_opening_a_chronicle(
    person: Person, tmp_path: Path, other: bool
) -> None:
    """Dropping a chronicle on the window while a note is being typed loses none of its words."""
    person.launch()
    person.click_on_timeline(APPEAL)
    person.key(Key.Key_B)
    own = next(person.home.rglob("armenia-csto.chronicle.json"))
    wanted = own
    if other:
        wanted = tmp_path / "copy.chronicle.json"
        wanted.write_bytes(own.read_bytes())
    opened = person.window.session.chronicle
    drop(person, wanted)
    person.window.docks["bookmarks"].raise_()
    note = person.window.bookmarks.findChild(QPlainTextEdit, "note")
    assert note is not None
    note.setFocus()
    note.insertPlainText("half a thought")
    person.qtbot.waitUntil(lambda: person.window.session.chronicle is not opened, timeout=5_000)
    if not other:
        assert person.window.session.workspace.bookmark[APPEAL].note == "half a thought"
        person.window.timeline.setFocus()
        person.key(Key.Key_Right)
        person.key(Key.Key_B)
    person.quit()
    person.launch()
    assert person.window.session.workspace.bookmark[APPEAL].note == "half a thought"


def test_leaving_in_the_middle_of_loading_is_quiet(person: Person) -> None:
    """Closing the window while the chronicle is being read neither crashes nor waits for ever."""
    person.start()
    person.window.close()
    person.forget()


def test_many_windows_open_and_close_without_a_trace(person: Person) -> None:
    """Opening and closing again and again leaves no window behind, hidden ones included.

    QUOTELINE_CYCLES sets how often: 200 before a release.
    """
    person.launch()
    person.quit()
    gc.collect()
    before = len(QApplication.topLevelWidgets())
    for _ in range(int(os.environ.get("QUOTELINE_CYCLES", "4"))):
        person.launch()
        person.quit()
    person.settle()
    gc.collect()
    assert len(QApplication.topLevelWidgets()) <= before


def test_a_dropped_file_that_is_no_article_is_told(person: Person, tmp_path: Path) -> None:
    """Dropping a text that the chronicle does not know shows a report and attaches nothing."""
    stray = tmp_path / "shopping.txt"
    stray.write_text("Bread, cheese, two pounds of apples.\n", encoding="utf-8")
    person.launch()
    drop(person, stray)
    person.qtbot.waitUntil(lambda: report(person) is not None, timeout=5_000)
    shown = report(person)
    assert shown is not None
    assert "no article of this chronicle" in table_text(shown)
    assert person.window.session.workspace.attachments == ()
    shown.reject()


def test_dropped_articles_prove_every_passage(person: Person, articles: Path) -> None:
    """With the articles' folder dropped, every passage reads exact and the quote is the text."""
    person.launch()
    drop(person, articles)
    person.qtbot.waitUntil(lambda: report(person) is not None, timeout=10_000)
    shown = report(person)
    assert shown is not None
    shown.reject()
    counts = person.window.session.library.counts()
    assert len(counts) == 5
    assert all(set(row.values()) == {0, row[Status.EXACT]} for row in counts.values())
    person.click_on_timeline(APPEAL)
    seen = person.texts(person.window.quotes)
    assert "Exact" in seen
    assert "Our words" not in seen


def test_an_exported_quote_is_the_text_at_its_offsets(
    person: Person, articles: Path, tmp_path: Path
) -> None:
    """Bookmark, leave, start again, export the bookmarks: each quote equals its slice."""
    person.launch(articles)
    person.click_on_timeline(APPEAL)
    person.key(Key.Key_B)
    person.quit()
    person.launch()
    rows = export(person, "bookmarks", tmp_path / "marks.csv")
    assert {row["event_id"] for row in rows} == {APPEAL}
    for row in rows:
        text = person.window.session.library.text(row["article_id"])
        assert text is not None
        assert row["quote"] == text[int(row["char_start"]) : int(row["char_end"])]
        assert (row["quote_is"], row["passage_status"]) == ("original", "exact")


def drop(person: Person, path: Path) -> None:
    """Drop a file or folder onto the window."""
    assert drop_on(person.window, (path,), QPointF(800, 500))


def fault(person: Person) -> QMessageBox | None:
    """Return the message on a fault, when it shows."""
    found = person.window.findChild(QMessageBox, "fault")
    return found if found is not None and found.isVisible() else None


def report(person: Person) -> AttachReportDialog | None:
    """Return the report on attached files, when it shows."""
    found = person.window.findChild(AttachReportDialog)
    return found if found is not None and found.isVisible() else None


def table_text(dialog: QWidget) -> str:
    """Read the report's table."""
    table = dialog.findChild(QWidget, "outcomes")
    assert table is not None
    model = table.model()
    cells = [
        model.index(row, column).data() or ""
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    return "\n".join(cells)
