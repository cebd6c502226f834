"""Questions answered by finding and marking, each in at most five gestures from a fresh start.

Each saves a picture of its answer, into the folder QUOTELINE_PICTURES where that is set.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QTableView
from pytestqt.qtbot import QtBot

from explorer.model.date import overlaps
from explorer.model.query_reading import date_range
from tests.whole_window import Person

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """A person before the screen."""
    someone = Person(qtbot, home)
    someone.launch()
    yield someone
    someone.window.close()
    someone.forget()


def picture(person: Person, home: Path, name: str) -> None:
    """Save what is on the window, and see that it is a picture."""
    folder = Path(os.environ.get("QUOTELINE_PICTURES") or home)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.png"
    assert person.window.grab().save(str(path))
    assert path.stat().st_size > 20_000


def ids(person: Person) -> list[str]:
    """Return what the list shows."""
    return [event.id for event in person.window.session.visible_events()]


def click_row(person: Person, event: str) -> None:
    """Click a row of the list of events."""
    table = person.window.events.findChild(QTableView)
    assert table is not None
    index = table.model().index(ids(person).index(event), 2)
    table.scrollTo(index)
    person.click(table.viewport(), table.visualRect(index).center())


def test_what_did_kazakhstan_do_in_april_2016_says_who(person: Person, home: Path) -> None:
    """Ctrl+F, one line of search, a click: the deed with its date, its article and passage."""
    person.search("actor:kazakhstan date:2016-04")
    assert {"kazakhstan-answer-2016-04", "massimov-refuses-yerevan-2016-04"} <= set(ids(person))
    chronicle = person.window.session.chronicle
    for event in person.window.session.visible_events():
        assert "kazakhstan" in {part.actor for part in event.participants} | {event.claimed_by}
        assert overlaps(event.date.value, *date_range("2016-04"))
    click_row(person, "massimov-refuses-yerevan-2016-04")
    told = person.texts(person.window.quotes)
    sources = chronicle.sources_of(chronicle.event["massimov-refuses-yerevan-2016-04"])
    assert all(chronicle.article[one].title in told for one in sources)
    picture(person, home, "kazakhstan-april-2016")


def test_which_statements_on_lukashenko_are_claims_of_others(person: Person, home: Path) -> None:
    """One line of search; the page says whose claim it is."""
    person.search("actor:lukashenko is:claimed")
    assert ids(person)
    for event in person.window.session.visible_events():
        assert event.claimed_by
    click_row(person, ids(person)[0])
    chronicle = person.window.session.chronicle
    claimant = chronicle.actor[chronicle.event[ids(person)[0]].claimed_by].name
    assert f"Claim of {claimant}" in person.texts(person.window.quotes)
    picture(person, home, "claims-on-lukashenko")


def test_what_happened_within_thirty_days_after_14_may_2021(person: Person, home: Path) -> None:
    """One line: what happened then, with `within:`; all that may have, with `date:`."""
    first, last = date_range("2021-05-14..2021-06-13")
    assert first is not None
    assert last is not None
    chronicle = person.window.session.chronicle
    person.search("within:2021-05-14..2021-06-13")
    dates = {one.id: one.date.value for one in chronicle.events}
    assert {"armenia-appeals-2021-05-14", "csto-ready-to-consult-2021-05-26"} <= set(ids(person))
    assert all(first <= (dates[one].earliest or 0) for one in ids(person))
    assert all((dates[one].latest or last + 1) <= last for one in ids(person))
    person.window.timeline.setFocus()
    person.key(Key.Key_0)
    picture(person, home, "thirty-days-after-14-may-2021")
    person.search("date:2021-05-14..2021-06-13")
    wanted = [one.id for one in chronicle.events if overlaps(one.date.value, first, last)]
    assert ids(person) == wanted
    assert {"armenia-appeals-2021-05-14", "csto-ready-to-consult-2021-05-26"} <= set(wanted)
    assert "armenia-appeals-2016-04" not in wanted


def test_give_me_my_ten_bookmarks_with_chicago_notes(person: Person, home: Path) -> None:
    """With ten bookmarks made before: Ctrl+Shift+T shows them as an outline with notes, to copy."""
    session = person.window.session
    for event in [one.id for one in session.chronicle.events if one.importance == 3][:10]:
        session.toggle_bookmark(event)
    assert len(session.workspace.bookmarks) == 10
    seen: list[str] = []

    def look() -> None:
        dialog = person.window.findChild(QDialog, "cite")
        assert dialog is not None
        preview = dialog.findChild(QPlainTextEdit, "preview")
        assert preview is not None
        seen.append(preview.toPlainText())
        dialog.grab().save(str(home / "cite.png"))
        dialog.reject()

    person.qtbot.waitUntil(person.window.isActiveWindow)
    QTimer.singleShot(300, person.window, look)
    person.key(Key.Key_T, CTRL | SHIFT)
    person.qtbot.waitUntil(lambda: bool(seen))
    (outline,) = seen
    for mark in session.workspace.bookmarks:
        assert session.chronicle.event[mark.event].title in outline
    assert "[^1]:" in outline
    assert "Chicago" in outline or "“" in outline
