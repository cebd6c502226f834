"""Pinned tracks stay at the top of the timeline while the others scroll below them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.commands.codebooks import open_codebook
from explorer.model.selection import EventsSelected, current_event
from explorer.model.tracks import Tracks
from explorer.model.workspace import Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from explorer.timeline.cluster_list import cluster_of
from explorer.timeline.view import TimelineView
from tests.builders import a_chronicle, an_event

ACTORS = [f"actor-{number:02}" for number in range(20)]


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """Twenty actors with four events each; a year lies between any two of one actor."""
    record = a_chronicle(
        *(
            an_event(f"{1990 + 2 * year}-01-{day + 1:02}", f"{actor}-{year}", actors=(actor,))
            for day, actor in enumerate(ACTORS)
            for year in range(4)
        )
    )
    made = Session(open_codebook(None))
    made.open(record, Workspace("test"), make_library(record))
    return made


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> TimelineView:
    """The timeline on screen, too low for all tracks, two of which are pinned."""
    made = TimelineView(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    qtbot.waitExposed(made)
    session.set_tracks(Tracks("actor", pinned=("actor-12", "actor-03")))
    made.grab()
    return made


def headers(view: TimelineView) -> list[tuple[str, float]]:
    """Return the headers in sight by their keys, and where each is."""
    return [(one.track.key, one.area.top()) for one in view.headers.shown()]


def scroll(view: TimelineView, px: float) -> None:
    """Scroll the lanes and paint."""
    view.scroll(px)
    view.grab()


def picture(view: TimelineView, area: QRectF) -> QImage:
    """Return what is painted in a stretch of the timeline."""
    return view.viewport().grab(area.toAlignedRect()).toImage()


def test_pinned_tracks_stay_while_others_scroll(view: TimelineView) -> None:
    """Their headers and events keep their places, the others go on below, to the last one."""
    before, frame = headers(view), view.frame
    assert [key for key, _ in before[:3]] == ["actor-12", "actor-03", "actor-00"]
    pinned = QRectF(0, frame.top, frame.width, frame.body - frame.top - 3)
    there = frame.place_of("actor-12-1")
    looked = picture(view, pinned)
    scroll(view, 5 * frame.lane)
    assert headers(view)[:2] == before[:2]
    assert frame.place_of("actor-12-1") == there
    assert picture(view, pinned) == looked
    third = headers(view)[2]
    assert third[0] != "actor-00"
    assert third[1] >= frame.body - 1
    scroll(view, 10_000)
    assert headers(view)[-1][0] == "actor-19"
    last = frame.place_of("actor-19-3")
    assert last is not None
    assert last.bottom() <= frame.height


@pytest.mark.parametrize("scrolled", [0, 3, 100])
def test_what_is_clicked_is_what_is_drawn(
    qtbot: QtBot, view: TimelineView, session: Session, scrolled: int
) -> None:
    """Events of pinned tracks and of others are hit where they are painted, however far one is."""
    scroll(view, scrolled * view.frame.lane)
    seen = 0
    for event in session.chronicle.events:
        place = view.frame.place_of(event.id)
        assert place is not None
        centre = place.center()
        covered = view.headers.at(centre) is not None or not (
            view.frame.top <= centre.y() < view.frame.height
        )
        if covered or place.top() < view.frame.body <= centre.y() + place.height() / 2 - 1:
            continue
        seen += 1
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre.toPoint())
        assert current_event(session.selection) == event.id
    assert seen >= 8
    assert session.tracks.pinned == ("actor-12", "actor-03")


def test_what_lies_under_pinned_tracks_counts_as_above(view: TimelineView) -> None:
    """Above, in sight and below make up all events in view, at every place."""
    frame = view.frame
    total = view.counts().in_view
    for _ in range(90):
        above, below = frame.hidden()
        body = frame.body
        inside = {
            piece.event
            for piece in frame.pieces_within(QRectF(0, frame.top, frame.width, frame.height))
            if hasattr(piece, "event")
        }
        assert above + below <= total - 8, "those of the pinned tracks are never hidden"
        assert {f"actor-{at:02}-{year}" for at in (3, 12) for year in range(4)} <= inside
        assert frame.body == body
        scroll(view, frame.lane / 2)
    assert frame.hidden()[1] == 0


def test_going_to_an_event_brings_it_below_them(view: TimelineView, session: Session) -> None:
    """An event that would lie under the pinned tracks is scrolled into sight; theirs is not."""
    frame = view.frame
    scroll(view, 10_000)
    scrolled = frame.scrolled
    session.select_event("actor-03-2")
    assert frame.scrolled == scrolled
    session.select_event("actor-00-2")
    view.grab()
    place = frame.place_of("actor-00-2")
    assert place is not None
    assert frame.body <= place.top() < frame.height


def test_a_frame_drawn_over_both_takes_both(view: TimelineView, session: Session) -> None:
    """A rectangle from the pinned tracks down into the others selects what is seen in it."""
    frame = view.frame
    scroll(view, 6 * frame.lane)
    found = frame.events_within(QRectF(0, frame.top, frame.width, frame.height - frame.top))
    assert {"actor-12-0", "actor-03-3"} <= set(found)
    assert "actor-00-0" not in found
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    session.select(EventsSelected(("actor-00-0",), "actor-00-0"))
    assert cluster_of(frame, "actor-12-0") is None


def test_they_leave_room_for_others(view: TimelineView, session: Session) -> None:
    """Of many pinned tracks, only as many stay as leave two fifths of the room; none if all fit."""
    frame = view.frame
    session.set_tracks(Tracks("actor", pinned=tuple(ACTORS)))
    view.grab()
    assert 0 < frame.body - frame.top <= 0.6 * (frame.height - frame.top)
    scroll(view, 10_000)
    assert headers(view)[-1][0] == "actor-19"
    view.resize(900, 4_000)
    view.grab()
    assert frame.fixed == 0
    assert len(headers(view)) == 20


def test_unpinned_tracks_scroll_as_ever(view: TimelineView, session: Session) -> None:
    """Without a pinned track everything scrolls, and clicks above the lanes hit nothing."""
    session.set_tracks(Tracks("actor"))
    scroll(view, 3 * view.frame.lane)
    assert view.frame.fixed == 0
    assert len(view.frame.strips) == 1
    assert view.frame.piece_at(QPointF(10, view.frame.top - 5)) is None
    assert view.viewport().rect().contains(QPoint(10, 10))
