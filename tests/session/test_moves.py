from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.model.span import DAY, TimeSpan
from explorer.session.moves import Mover
from explorer.session.navigation import on_the_way
from explorer.session.session import Session
from tests.session.test_places import TWO
from tests.timeline.conftest import open_session

SPANS = st.builds(
    lambda start, length: TimeSpan(start * DAY, (start + length) * DAY),
    st.floats(-1e6, 1e6),
    st.floats(1, 1e6),
)
FAR = TimeSpan(40_000 * DAY, 40_100 * DAY)


@given(SPANS, SPANS, st.floats(0, 1))
def test_a_way_begins_and_ends_right_and_zooms_evenly(
    first: TimeSpan, last: TimeSpan, share: float
) -> None:
    """At 0 it is the one span, at 1 the other, and each step zooms by the same factor."""
    assert on_the_way(first, last, 0.0).start == pytest.approx(first.start, abs=1)
    end = on_the_way(first, last, 1.0)
    tolerance = 1e-6 * (first.length + last.length) + abs(first.start - last.start) * 1e-9
    assert end.start == pytest.approx(last.start, abs=tolerance)
    assert end.length == pytest.approx(last.length)
    between = on_the_way(first, last, share)
    assert between.length == pytest.approx(first.length * (last.length / first.length) ** share)


def test_a_moment_that_stays_in_place_stays_all_along() -> None:
    """Zooming about a moment by a move keeps it at its px."""
    first = TimeSpan(0.0, 1_000 * DAY)
    last = first.zoomed(0.01, 250 * DAY)
    for step in range(11):
        span = on_the_way(first, last, step / 10)
        assert (250 * DAY - span.start) / span.length == pytest.approx(0.25)


@pytest.fixture
def moving(qtbot: QtBot) -> Session:
    """A session that shows the way, slowly enough to be interrupted."""
    session = open_session(TWO)
    session.mover = Mover(session, session)
    session.mover.duration = 400
    return session


def test_a_move_ends_where_it_leads(qtbot: QtBot, moving: Session) -> None:
    """On the way other spans are on screen, at the end the one asked for."""
    seen: list[TimeSpan] = []
    moving.viewport_changed.connect(seen.append)
    moving.travel(FAR)
    assert moving.viewport != FAR
    qtbot.waitUntil(lambda: moving.viewport == FAR, timeout=4_000)
    assert len(seen) > 1
    assert moving.mover is not None
    assert not moving.mover.is_moving


def test_without_time_a_move_is_over_at_once(moving: Session) -> None:
    """Where moves are switched off nothing is seen of the way."""
    assert moving.mover is not None
    moving.mover.duration = 0
    moving.travel(FAR)
    assert moving.viewport == FAR


def test_a_press_stops_a_move_where_it_is(qtbot: QtBot, moving: Session) -> None:
    """The hand takes hold of what it sees."""
    hand = QWidget()
    qtbot.addWidget(hand)
    start = moving.viewport
    moving.travel(FAR)
    qtbot.waitUntil(lambda: moving.viewport != start)
    QTest.mouseClick(hand, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    held = moving.viewport
    assert held != FAR
    qtbot.wait(60)
    assert moving.viewport == held


def test_a_key_ends_a_move_where_it_leads(qtbot: QtBot, moving: Session) -> None:
    """The next step begins at the place that was asked for."""
    desk = QWidget()
    qtbot.addWidget(desk)
    moving.travel(FAR)
    QTest.keyClick(desk, Qt.Key.Key_A)
    assert moving.viewport == FAR


def test_another_viewport_stops_a_move(qtbot: QtBot, moving: Session) -> None:
    """What else brings a span on screen is not overridden by the move."""
    moving.travel(FAR)
    near = TimeSpan(0, 10 * DAY)
    moving.show(near)
    qtbot.wait(60)
    assert moving.viewport == near


def test_fits_and_ways_to_an_event_are_moves(qtbot: QtBot, moving: Session) -> None:
    """Fit all, fit selection and going to an event all show the way."""
    assert moving.mover is not None
    moving.show(FAR)
    for ask in (moving.fit_all, lambda: moving.reveal("second"), moving.fit_selection):
        moving.show(FAR)
        ask()
        assert moving.mover.is_moving
        moving.arrive()
        assert not moving.mover.is_moving
        assert moving.viewport != FAR
