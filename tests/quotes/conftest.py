"""Fixtures of the quote viewer's tests: a session on the sample and the panel on screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.quotes.panel import QuotePanel
from explorer.session.session import Session
from explorer.theme import theme
from tests.quotes.sample import a_session


@pytest.fixture
def session(qapp: QApplication) -> Session:
    """A session on the sample, the daily attached and the review not."""
    return a_session()


@pytest.fixture
def opened() -> list[str]:
    """The web addresses that a panel opened."""
    return []


@pytest.fixture
def panel(qtbot: QtBot, session: Session, opened: list[str]) -> QuotePanel:
    """The quote viewer on screen."""
    made = QuotePanel(session, theme("light"), opener=opened.append)
    qtbot.addWidget(made)
    made.resize(440, 900)
    made.show()
    return made
