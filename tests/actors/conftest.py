"""Fixtures of the actor panel's tests: a session on the sample and the panel on screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.actors.panel import ActorPanel
from explorer.session.session import Session
from explorer.theme import theme
from explorer.widgets.text import Link
from tests.quotes.sample import a_session


@pytest.fixture
def session(qapp: QApplication) -> Session:
    """A session on the sample."""
    return a_session()


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ActorPanel:
    """The actor panel on screen."""
    made = ActorPanel(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(440, 900)
    made.show()
    return made


@pytest.fixture
def press(qtbot: QtBot) -> Callable[[QWidget, str], None]:
    """Clicks the button or link in a widget that reads so."""

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
