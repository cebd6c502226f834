"""Tracks in pictures: each with its name, all its events below it, on a sheet and on pages."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
from pytestqt.qtbot import QtBot

from explorer.model.tracks import Tracks
from explorer.pictures.band_names import names_of
from explorer.pictures.pages import Paper
from explorer.pictures.writing import Picture, Wish
from explorer.session.session import Session
from explorer.theme import theme
from tests.builders import a_chronicle, an_actor, an_event
from tests.pictures.test_picture import MADE, open_session

CHRONICLE = a_chronicle(
    an_event("2016-04-02", "clash", title="A clash", actors=("armenia", "nato")),
    an_event("2016-04-05", "truce", title="A truce", actors=("armenia",)),
    an_event("2020", "storm", title="A storm"),
    actors=(an_actor("armenia"), an_actor("nato", name="NATO")),
)


def drawn(session: Session) -> tuple[Picture, str]:
    """Return a picture and all words on its sheet, one after the other."""
    picture = Picture(session, theme("light"), MADE)
    svg = picture.encoded(".svg", Wish()).decode("utf-8")
    return picture, " ".join(re.findall(r">([^<>]+)</text>", svg))


def by_actor(**changed: object) -> Session:
    """Return a session with tracks by actor."""
    session = open_session(CHRONICLE)
    session.set_tracks(replace(Tracks(), by="actor", **changed))
    return session


def test_every_track_has_its_name_and_its_events(qtbot: QtBot) -> None:
    """An event of two actors is drawn in both tracks; what has none stands in a track too."""
    del qtbot
    _, words = drawn(by_actor())
    assert re.search(r"Armenia.*NATO.*Without actors", words)
    assert words.count("A clash") == 2
    assert words.count("A truce") == words.count("A storm") == 1
    assert "An event stands in each track that it belongs to." in words


def test_a_collapsed_track_is_drawn_open_and_a_hidden_one_is_named(qtbot: QtBot) -> None:
    """A picture shows all that passes the filters, and says which tracks the reader hides."""
    del qtbot
    session = by_actor(collapsed=frozenset({"armenia"}), hidden=frozenset({"nato"}))
    _, words = drawn(session)
    assert "A truce" in words
    assert words.count("A clash") == 1
    assert "Tracks left out: NATO." in words


def test_without_tracks_nothing_is_said_of_any(qtbot: QtBot) -> None:
    """Where events are in no tracks, a picture is as it was."""
    del qtbot
    picture, words = drawn(open_session(CHRONICLE))
    assert "track" not in words
    assert names_of(picture.sheet.arrangement, range(3)) == ""


def test_pages_name_the_tracks_on_them(qtbot: QtBot) -> None:
    """The foot of a page tells the first and the last track that it shows."""
    del qtbot
    picture, _ = drawn(by_actor())
    arrangement = picture.sheet.arrangement
    tops = arrangement.in_lanes.tops.tolist()
    assert names_of(arrangement, range(tops[1])) == "Armenia"
    assert names_of(arrangement, range(arrangement.lanes)) == "Armenia – Without actors"
    assert names_of(arrangement, range(tops[1] + 1, tops[1] + 2)) == "NATO"
    assert np.all(np.diff(tops) > 1)
    assert picture.encoded(".pdf", Wish(paper=Paper.A4)).startswith(b"%PDF")
