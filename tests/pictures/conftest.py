"""Pictures of small chronicles, and the words that stand in them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from pytestqt.qtbot import QtBot

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import read_codebook
from explorer.model.records import Support
from explorer.pictures.writing import Picture, Wish
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.store.folders import resource
from explorer.theme import theme
from tests.builders import a_chronicle, a_workspace, an_article, an_event

MADE = date(2026, 11, 23)
CHRONICLE = a_chronicle(
    an_event("1992-05-15", "treaty", title="Six states conclude a treaty", importance=3),
    an_event("2002-10-07", "charter", title="They give it a charter", type="INSTITUTION"),
    an_event("2016-04-02", "clash", title="A clash at the border", passages=("x.1", "y.1")),
    an_event("2016-04-05", "truce", title="Guns fall silent & talks begin", type="RETREAT"),
    an_event(
        "2016-04", "silence", title="An ally says nothing", passages=(Support("x.2", "disputes"),)
    ),
    an_event("2020-09-27/2020-11-10", "war", title="A war of forty-four days", type="ASSAULT"),
    an_event("[..2021]", "arming", title="Somebody sells rockets"),
    an_event("2024~", "freeze", title="Membership is frozen", type="SANCTION"),
    articles=(
        an_article("x", title="Of clashes", container_title="The Gazette"),
        an_article("y", title="Of borders", container_title="The Herald"),
    ),
    title="A made-up chronicle",
)


def open_session(chronicle: Chronicle) -> Session:
    """Return a session over a chronicle."""
    path = resource("codebook.toml")
    session = Session(read_codebook(path.read_text(encoding="utf-8"), path.name))
    session.open(chronicle, a_workspace("truce"), make_library(chronicle))
    return session


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session over the small chronicle."""
    return open_session(CHRONICLE)


@pytest.fixture
def picture(session: Session) -> Callable[[], Picture]:
    """Draws what passes the session's filters."""
    return lambda: Picture(session, theme("light"), MADE)


def words_in(svg: bytes) -> list[str]:
    """Return the texts of an SVG in the order in which they were painted."""
    root = ET.fromstring(svg)  # noqa: S314 - our own file
    return ["".join(node.itertext()).strip() for node in root.iter() if node.tag.endswith("text")]


def words_of(picture: Picture) -> list[str]:
    """Return the texts of a picture as SVG."""
    return words_in(picture.encoded(".svg", Wish()))


def drawn_as_svg(width: float, height: float, paint: Callable[[QPainter], None]) -> bytes:
    """Return as SVG what is painted."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setSize(QSize(round(width), round(height)))
    painter = QPainter(made)
    paint(painter)
    painter.end()
    return bytes(buffer.data().data())
