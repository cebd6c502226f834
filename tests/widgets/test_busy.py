"""BusyBar: it shows only when work takes long, tells how far it is, and can give it up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from explorer.widgets.busy import BusyBar
from explorer.widgets.pace import Pace


@pytest.fixture
def bar(qtbot: QtBot) -> BusyBar:
    """A bar at rest."""
    made = BusyBar()
    qtbot.addWidget(made)
    return made


def words(bar: BusyBar) -> str:
    """Return what the bar says."""
    label = bar.findChild(QLabel)
    assert label is not None
    return label.text()


def test_short_work_does_not_flicker(bar: BusyBar, qtbot: QtBot) -> None:
    """Work that ends at once never shows; work that goes on does."""
    bar.show_work("Opening")
    assert bar.isHidden()
    bar.show_work("")
    qtbot.wait(400)
    assert bar.isHidden()
    bar.show_work("Opening")
    qtbot.waitUntil(bar.isVisible)
    assert words(bar) == "Opening"
    bar.show_work("")
    assert bar.isHidden()


def test_steps_are_counted(bar: BusyBar) -> None:
    """The bar stands at the steps done; a file's name is shown as it is."""
    bar.show_work("Examining")
    bar.show_progress(3, 12, "<b>a.txt</b>")
    progress = bar.findChild(QProgressBar)
    assert progress is not None
    assert (progress.value(), progress.maximum()) == (3, 12)
    assert words(bar) == "3 of 12 · <b>a.txt</b>"
    assert "<b>" not in progress.toolTip()


def test_long_work_says_how_long_it_takes(bar: BusyBar, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time left is told after a second; other work and another stage begin anew."""
    moments = iter((0.0, 3.0, 400.0, 1_000.0, 1_000.5, 1_002.0, 1_004.0))
    monkeypatch.setattr("explorer.widgets.busy.Pace", lambda: Pace(lambda: next(moments)))
    bar.show_work("Examining")
    bar.show_progress(1, 5, "a.txt")
    assert words(bar) == "1 of 5 · about 10 s left · a.txt"
    bar.show_progress(2, 5, "b.txt")
    assert words(bar) == "2 of 5 · about 10 min left · b.txt"
    bar.show_work("Examining again")
    bar.show_progress(1, 5, "a.txt")
    assert words(bar) == "1 of 5 · a.txt"
    bar.show_progress(0, 30, "c.txt")
    assert words(bar) == "0 of 30 · c.txt"
    bar.show_progress(2, 30, "d.txt")
    assert words(bar) == "2 of 30 · about 30 s left · d.txt"


def test_where_nobody_can_tell_how_many_steps_there_are_the_work_is_named(bar: BusyBar) -> None:
    """Of no steps in all the bar says what is done, and goes to and fro."""
    bar.show_work("Examining")
    bar.show_progress(2, 5, "a.txt")
    bar.show_progress(0, 0, "")
    assert words(bar) == "Examining"
    (shown,) = bar.findChildren(QProgressBar)
    assert (shown.minimum(), shown.maximum()) == (0, 0)
    bar.show_progress(0, 0, "b.txt")
    assert words(bar) == "b.txt"


def test_work_is_given_up_once(bar: BusyBar, qtbot: QtBot) -> None:
    """Cancel tells it, and then waits with the button disabled until other work begins."""
    bar.show_work("Examining")
    qtbot.waitUntil(bar.isVisible)
    button = bar.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(bar.cancelled):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()
    bar.show_work("Opening")
    assert button.isEnabled()
