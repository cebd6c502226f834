"""What every test stands on: an offscreen Qt, an empty home, and no leftover window."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.widgets.text import Link

# No deadline: how long an example takes tells of the machine, not of the code.
settings.register_profile("quoteline", deadline=None)
settings.load_profile("quoteline")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, so that none reads or writes the reader's files."""
    place = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("QUOTELINE_HOME", str(place))
    return place


@pytest.fixture
def articles() -> Path:
    """The folder of the real articles; the test is skipped where it is not at hand."""
    folder = os.environ.get("QUOTELINE_ARTICLES", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("QUOTELINE_ARTICLES names no folder with the published articles")
    return Path(folder)


@pytest.fixture
def press(qtbot: QtBot) -> Callable[[QWidget, str], None]:
    """Clicks the button or link in a widget that reads (or is called) so."""

    def click(within: QWidget, words: str) -> None:
        found = [
            button
            for button in within.findChildren(QAbstractButton)
            if words in (button.text(), button.accessibleName()) and button.isVisible()
        ]
        assert found, f"nothing to press reads {words!r}"
        spot = found[0].rect().center()
        if isinstance(found[0], Link):
            spot.setX(5)
        qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton, pos=spot)

    return click
