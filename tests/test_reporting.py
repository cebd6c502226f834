"""The project report from the window: told how far it is, given up, saved or not."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from explorer import desk as desk_module
from explorer.dialogs.report_dialog import ReportDialog
from explorer.exchange.report import Report
from explorer.widgets.busy import BusyBar
from tests.whole_window import Person

Key, Held = Qt.Key, Qt.KeyboardModifier
GIVEN_UP = "The report was given up, and no file was written."


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """Somebody before the bundled chronicle."""
    someone = Person(qtbot, home)
    someone.launch()
    yield someone
    someone.window.close()
    someone.forget()


def bar_of(person: Person) -> BusyBar:
    """Wait until the window's bar tells of work, and return it."""
    shown: list[BusyBar] = []

    def is_there() -> bool:
        shown[:] = [one for one in person.window.findChildren(BusyBar) if one.isVisible()]
        return bool(shown)

    person.qtbot.waitUntil(is_there, timeout=5_000)
    return shown[0]


def cancel(person: Person) -> None:
    """Press Cancel in the window's bar and wait until the window says that it was given up."""
    (button,) = bar_of(person).findChildren(QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    status = person.window.statusBar()
    person.qtbot.waitUntil(lambda: status.currentMessage() == GIVEN_UP, timeout=5_000)


def ask(person: Person) -> None:
    """Ask for the report with its keys."""
    person.key(Key.Key_R, Held.ControlModifier | Held.ShiftModifier)


def test_a_long_report_tells_how_far_it_is_and_can_be_given_up(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bar counts events; after Cancel no report comes, and asked again it does."""
    real: Callable[..., Report] = desk_module.make_report

    def slowly(*given: object, step: Callable[[int, int], None], **more: object) -> Report:
        for done in range(2_000):
            time.sleep(0.01)
            step(done, 2_000)
        return real(*given, **more)

    monkeypatch.setattr(desk_module, "make_report", slowly)
    ask(person)
    bar = bar_of(person)
    words = bar.findChild(QLabel)
    assert words is not None
    person.qtbot.waitUntil(lambda: "of 2,000" in words.text(), timeout=5_000)
    cancel(person)
    assert person.window.findChild(ReportDialog) is None
    monkeypatch.setattr(desk_module, "make_report", real)
    ask(person)
    person.qtbot.waitUntil(lambda: person.window.findChild(ReportDialog) is not None)


def test_a_report_given_up_while_it_is_written_leaves_the_file_that_was_there(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cancel ends the saving; what stood under the name stands there still."""
    made: list[Report] = []
    person.desk.reported.connect(made.append)
    ask(person)
    person.qtbot.waitUntil(lambda: bool(made), timeout=10_000)
    dialog = person.window.findChild(ReportDialog)
    assert dialog is not None
    dialog.close()  # while it is open, the window below it takes no clicks
    person.settle()
    there = tmp_path / "report.csv"
    there.write_text("mine", encoding="utf-8")
    real = desk_module.report_format

    def slow_format(path: Path, say: Callable[[str], str]) -> Callable[[Report], bytes]:
        written = real(path, say)

        def slowly(report: Report) -> bytes:
            time.sleep(1.5)
            return written(report)

        return slowly

    monkeypatch.setattr(desk_module, "report_format", slow_format)
    person.desk.save_report(replace(made[0]), there)
    cancel(person)
    assert there.read_text(encoding="utf-8") == "mine"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("report")] == [there.name]
