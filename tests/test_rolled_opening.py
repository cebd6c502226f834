"""Opening very many events in the window: how far it is, giving up, and what goes wrong later."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from explorer.app import _catch_bugs
from explorer.store.folders import Folders, bundled_chronicle, copy_place
from explorer.store.rolled import apart
from explorer.store.rolled.gathering import Gathered
from tests.whole_window import Person, open_rolled


@pytest.fixture
def person(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Somebody whose chronicles all open as those of very many events."""
    open_rolled(monkeypatch)
    return Person(qtbot, home)


def test_opening_tells_how_far_it_is_and_can_be_given_up(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bar counts events while they are read; Cancel ends it without a dialog."""
    monkeypatch.setattr("explorer.store.rolled.survey._RUN", 1)
    gather = apart.gather

    def slowly(raw: bytes, offset: int, published_of: Mapping[str, str]) -> Gathered:
        time.sleep(0.05)
        return gather(raw, offset, published_of)

    monkeypatch.setattr(apart, "gather", slowly)
    person.start()
    busy = person.window.busy
    total = bundled_chronicle().read_bytes().count(b'"edtf"')
    person.qtbot.waitUntil(
        lambda: busy.isVisible() and " of " in busy.findChildren(QLabel)[0].text(), timeout=5_000
    )
    assert total > 0
    (cancel,) = (one for one in busy.findChildren(QPushButton) if one.text() == "Cancel")
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: not busy.isVisible(), timeout=5_000)
    assert not person.window.session.chronicle.events
    assert "No chronicle is open" in person.window.waiting.text()
    assert not person.window.findChildren(QMessageBox)
    person.quit()


def test_a_file_written_over_while_open_is_told_and_is_no_crash(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another program did to the file is said once, with what to do, and nothing is lost."""
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    person.launch()
    place = copy_place(bundled_chronicle(), Folders.of_reader())
    with place.open("r+b") as handle:
        handle.write(b"x" * place.stat().st_size)
    _catch_bugs(person.window, person.desk)
    import sys  # noqa: PLC0415 - the hook that was put in just now

    events = person.window.session.chronicle.events
    for at in range(len(events)):
        try:
            events[at]
        except Exception as error:  # noqa: BLE001 - as Qt hands it on
            sys.excepthook(type(error), error, None)
    person.settle()
    found = person.window.findChildren(QMessageBox)
    assert len(found) == 1
    assert "wrote over this file" in f"{found[0].text()} {found[0].informativeText()}"
    QTest.mouseClick(found[0].buttons()[0], Qt.MouseButton.LeftButton)
    person.settle()
    person.window.activateWindow()
    person.settle()
    person.quit()
