"""Tracks on the timeline, by clicks, menus and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.commands.codebooks import open_codebook
from explorer.grouping import GroupingMenu
from explorer.model.records import Participation
from explorer.model.tracks import Tracks
from explorer.model.workspace import Bookmark, Workspace
from explorer.session.clock import Clock
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from explorer.timeline.grouping import name_of
from explorer.timeline.menus import menu_at
from explorer.timeline.tips import tip_at
from explorer.timeline.track_list import TrackList
from explorer.timeline.view import TimelineView
from tests.builders import a_chronicle, an_event

Press = Callable[[QWidget, str], None]


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """Hills has three events, one of them with the vale; one event has no actor."""
    both = (Participation("hills", "initiator"), Participation("vale", "target"))
    record = a_chronicle(
        replace(an_event("2016-04-01", "asked", passages=("daily.1",)), participants=both),
        an_event("2016-05", "met", actors=("hills",), tags=("summit",), passages=("weekly.1",)),
        an_event("2016-06", "left", actors=("hills",), type="CONSULT"),
        an_event("2016-07", "storm"),
    )
    made = Session(open_codebook(None))
    marks = (Bookmark("storm", "2026-01-01T00:00:00+00:00", tags=("later",)),)
    made.open(record, Workspace("test", bookmarks=marks), make_library(record))
    return made


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> TimelineView:
    """The timeline on screen, its events in tracks by actor."""
    made = TimelineView(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    session.set_tracks(Tracks("actor"))
    made.grab()
    return made


def names(view: TimelineView) -> list[str]:
    """Read the headers in sight."""
    return [header.track.name for header in view.headers.shown()]


def click_header(qtbot: QtBot, view: TimelineView, name: str) -> None:
    """Click the header of a track."""
    area = next(one.area for one in view.headers.shown() if one.track.name == name)
    spot = QPoint(40, round(area.center().y()))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    view.grab()


def test_an_event_stands_in_each_of_its_tracks(view: TimelineView) -> None:
    """Tracks with most events come first, that of events without actors last."""
    assert names(view) == ["Hills", "Vale", "Without actors"]
    counts = view.counts()
    assert counts.in_view == 5
    drawn = [piece.event for piece in view.frame.scene.pieces]
    assert drawn.count("asked") == 2
    titles = view.frame.columns.titles
    assert "Title of asked · initiator" in titles
    assert "Title of asked · target" in titles


@pytest.mark.parametrize(
    ("tracks", "expected"),
    [
        (Tracks("type"), ["Consult", "Statement"]),
        (Tracks("tag"), ["later", "summit", "Without tags"]),
        (Tracks("article"), ["Title of daily", "Title of weekly", "Without an article"]),
        (Tracks("none"), []),
    ],
)
def test_groupings(
    view: TimelineView, session: Session, tracks: Tracks, expected: list[str]
) -> None:
    """By type in the codebook's order, by tag by name, by article by date; or not at all."""
    session.set_tracks(tracks)
    assert sorted(names(view)) == sorted(expected)
    held = [event for event in session.visible_events() if view.place_of(event.id) is not None]
    assert len(held) == 4


def test_a_click_closes_and_opens_a_track(qtbot: QtBot, view: TimelineView) -> None:
    """A closed track keeps its header; what is only in it is counted as out of sight."""
    click_header(qtbot, view, "Hills")
    assert names(view) == ["Hills", "Vale", "Without actors"]
    assert view.counts().in_view == 2
    tracked = view.frame.tracked
    assert tracked is not None
    viewport = view.session.viewport
    assert tracked.out_of_sight(viewport.start, viewport.end) == 2
    click_header(qtbot, view, "Hills")
    assert view.counts().in_view == 5


def test_headers_keep_what_lies_below_from_clicks(view: TimelineView, session: Session) -> None:
    """A header has a tip of its own, and no event is hit through it."""
    area = view.headers.shown()[0].area
    assert view.piece_at(QPointF(area.center())) is None
    assert "3 of 3 in view" in tip_at(view, QPointF(40, area.center().y()))


def test_the_menu_of_a_track(view: TimelineView, session: Session) -> None:
    """It pins, hides and moves; hidden tracks have no header."""

    def choose(name: str, words: str) -> None:
        header = next(one for one in view.headers.shown() if one.track.name == name)
        menu = menu_at(view, QPointF(40, header.area.center().y()))
        action = next(one for one in menu.actions() if one.text().replace("&", "") == words)
        action.trigger()
        menu.close()
        view.grab()

    choose("Vale", "Move up")
    assert names(view) == ["Vale", "Hills", "Without actors"]
    choose("Hills", "Pin to the top")
    assert names(view) == ["Hills", "Vale", "Without actors"]
    choose("Vale", "Hide")
    assert names(view) == ["Hills", "Without actors"]


def test_the_menu_of_an_event_offers_its_tracks(view: TimelineView) -> None:
    """So that the keyboard reaches them as well."""
    place = view.place_of("asked")
    assert place is not None
    menu = menu_at(view, place.center())
    titles = [one.text() for one in menu.actions() if one.menu() is not None]
    assert [one for one in titles if one.startswith("Track")] == ["Track “Hills”", "Track “Vale”"]
    menu.close()


def test_the_header_in_sight_stays_at_the_top(view: TimelineView, session: Session) -> None:
    """Scrolled into a track, its header is still there, until the next one pushes it away."""
    view.resize(900, 170)
    view.grab()
    assert view.scroll(30)
    view.grab()
    first = view.headers.shown()[0]
    assert first.track.name == "Hills"
    assert first.area.top() == pytest.approx(view.frame.top)


def test_selecting_does_not_scroll_away(qtbot: QtBot, view: TimelineView) -> None:
    """An event that is in sight in one of its tracks is not looked for in another."""
    view.resize(900, 170)
    view.grab()
    view.scroll(10_000)
    before = view.frame.scrolled
    view.frame.bring_in("storm")
    assert view.frame.scrolled == before


def test_the_list_shows_hides_and_orders(
    qtbot: QtBot, view: TimelineView, session: Session, press: Press
) -> None:
    """Ticks and order take effect at once; the search narrows what the buttons tick."""
    tracked = view.frame.tracked
    assert tracked is not None
    made = TrackList(session, tracked)
    qtbot.addWidget(made)
    made.show()
    rows = made.rows
    rows.setFocus()
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(view) == ["Vale", "Hills", "Without actors"]
    QTest.keyClick(rows, Qt.Key.Key_Space)
    assert names(view) == ["Vale", "Without actors"]
    made.search.setFocus()
    QTest.keyClicks(made.search, "vale")
    press(made, "Hide all")
    assert names(view) == ["Without actors"]
    made.search.clear()
    press(made, "Show all")
    assert names(view) == ["Vale", "Hills", "Without actors"]
    assert made.findChildren(QPushButton)


def test_a_saved_view_keeps_tracks_and_clock(view: TimelineView, session: Session) -> None:
    """Coming back to it brings both back; one saved without them shows neither."""
    session.save_view("plain")
    chosen = Tracks("actor", pinned=("vale",), collapsed=frozenset({"hills"}))
    session.set_tracks(chosen)
    session.set_clock(Clock.PUBLICATION)
    session.save_view("grouped")
    session.set_tracks(Tracks())
    session.restore_view("plain")
    assert (session.tracks, session.clock) == (Tracks("actor"), Clock.EVENT)
    session.restore_view("grouped")
    assert (session.tracks, session.clock) == (chosen, Clock.PUBLICATION)


def test_the_menu_tells_what_is_in_force(
    qtbot: QtBot, view: TimelineView, session: Session
) -> None:
    """Choosing groups at once; another chronicle begins without tracks."""
    menu = QMenu()
    qtbot.addWidget(menu)
    GroupingMenu(session, view, menu)
    by_type = next(one for one in menu.actions() if one.data() == "type")
    by_type.trigger()
    assert session.tracks == Tracks("type")
    assert [one.data() for one in menu.actions() if one.isChecked()] == ["type"]
    other = a_chronicle(an_event())
    session.open(other, Workspace("test"), make_library(other))
    assert session.tracks == Tracks()
    assert [one.data() for one in menu.actions() if one.isChecked()] == ["none"]
    assert not menu.actions()[-1].isEnabled()


def test_unknown_keys_are_named_by_themselves(session: Session) -> None:
    """A track whose article or tag is not known keeps its key as its name."""
    session.set_tracks(Tracks("article"))
    assert name_of(session, "gone") == "gone"
