"""Fixtures of the actor panel's tests: a session on the sample and the panel on screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.actors.panel import ActorPanel
from explorer.session.session import Session
from explorer.theme import theme
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
