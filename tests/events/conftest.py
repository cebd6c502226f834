"""Fixtures of the events list: a session on four events and the panel on screen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from explorer.events.panel import EventsPanel
from explorer.model.codebook import read_codebook
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.store.folders import resource
from explorer.theme import theme
from tests.builders import a_chronicle, a_workspace, an_actor, an_article, an_event

CHRONICLE = a_chronicle(
    an_event("1992-05-15", "treaty", actors=("armenia",), passages=("x.1",), title="Treaty signed",
             type="INSTITUTION"),
    an_event("2016-04-02", "appeal", actors=("armenia", "csto"), passages=("x.2", "y.1"),
             title="Appeal to allies", type="REQUEST"),
    an_event("2016-04-05", "truce", actors=("azerbaijan",), passages=("y.2",), title="A truce",
             type="AGREE"),
    an_event("2021-05", "border", actors=("azerbaijan",), title="Border crossed", type="ASSAULT"),
    actors=(an_actor("azerbaijan", aliases=("Baku",)),),
    articles=(an_article("x", title="First report"), an_article("y", title="Second report")),
)  # fmt: skip


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session on four events."""
    codebook = read_codebook(resource("codebook.toml").read_text(encoding="utf-8"), "codebook")
    made = Session(codebook)
    made.open(CHRONICLE, a_workspace("truce"), make_library(CHRONICLE))
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> EventsPanel:
    """The panel on screen."""
    made = EventsPanel(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(420, 700)
    made.show()
    qtbot.waitExposed(made)
    return made
