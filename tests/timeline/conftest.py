"""A session over a small chronicle, and the timeline and overview on screen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import read_codebook
from explorer.model.records import Support
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.store.folders import resource
from explorer.theme import theme
from explorer.timeline.overview import OverviewStrip
from explorer.timeline.view import TimelineView
from tests.builders import a_chronicle, a_workspace, an_event

CHRONICLE = a_chronicle(
    an_event("1992-05-15", "treaty", importance=3, type="INSTITUTION", passages=("x.1",)),
    an_event("2002-10-07", "charter", type="INSTITUTION"),
    an_event("2016-04-02", "clash", importance=3, type="ASSAULT", passages=("x.1", "y.1")),
    an_event("2016-04-05", "truce", type="RETREAT"),
    an_event("2016-04", "silence", type="REJECT", passages=(Support("x.2", "disputes"),)),
    an_event("2020-09-27/2020-11-10", "war", importance=3, type="ASSAULT"),
    an_event("2021-05-14", "appeal", type="REQUEST"),
    an_event("2024~", "freeze", type="SANCTION"),
)


def open_session(chronicle: Chronicle, *bookmarked: str) -> Session:
    """Return a session over a chronicle with some events bookmarked."""
    path = resource("codebook.toml")
    session = Session(read_codebook(path.read_text(encoding="utf-8"), path.name))
    session.open(chronicle, a_workspace(*bookmarked), make_library(chronicle))
    return session


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session over the small chronicle, the truce bookmarked."""
    return open_session(CHRONICLE, "truce")


@pytest.fixture
def crowd(qtbot: QtBot) -> Session:
    """A session over three hundred events of one spring, too many to draw apart."""
    days = [(month, day) for month in (3, 4, 5) for day in range(1, 29)]
    events = [
        an_event(f"2016-{month:02d}-{day:02d}", f"e-{month}-{day}-{number}")
        for month, day in days
        for number in range(4)
    ]
    return open_session(a_chronicle(*events, an_event("1990-01-01", "first")))


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> TimelineView:
    """The timeline of the small chronicle, on screen and with the keyboard."""
    return shown(qtbot, session)


def shown(qtbot: QtBot, session: Session) -> TimelineView:
    """Return a timeline of 1000 by 600 px on screen, with the keyboard."""
    made = TimelineView(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(1000, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def strip(qtbot: QtBot, session: Session) -> OverviewStrip:
    """The overview of the small chronicle, 800 px wide, on screen and with the keyboard."""
    made = OverviewStrip(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(800, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made
