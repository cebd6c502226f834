"""Events of the time in view that are drawn beside it have a sign with their number."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from explorer.model.span import DAY, TimeSpan
from explorer.timeline.view import TimelineView
from tests.builders import a_chronicle, an_event
from tests.timeline.conftest import open_session, shown

FIRST = 16_892


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    """Twelve hundred events of one day on screen, more than there are lanes."""
    events = [an_event("2016-04-01", f"e{number}") for number in range(1_200)]
    return shown(qtbot, open_session(a_chronicle(*events)))


def test_all_are_drawn_in_a_view_of_the_whole_day(view: TimelineView) -> None:
    """Nothing stands beside a view that holds the day."""
    day = TimeSpan(FIRST * DAY, (FIRST + 1) * DAY).padded(0.1)
    signs = view._beside
    assert len(view.frame.lanes.fanned) > 0
    assert signs.counts(view.frame.columns, view.frame.lanes, day) == (0, 0)


@pytest.mark.parametrize(("first", "last"), [(0.0, 0.5), (0.25, 0.75), (0.9, 1.0), (-2.0, 0.1)])
def test_those_before_in_and_after_a_view_add_up(
    view: TimelineView, first: float, last: float
) -> None:
    """Of a part of the day, those that are drawn in it and those beside it are all."""
    part = TimeSpan((FIRST + first) * DAY, (FIRST + last) * DAY)
    view.session.show(part)
    counts = view.counts()
    before, after = view._beside.counts(view.frame.columns, view.frame.lanes, part)
    assert before + after == counts.beside
    assert counts.apart + counts.clustered + before + after == 1_200
    assert (before > 0) == (first > 0)
    assert (after > 0) == (last < 1)


def test_the_sign_is_painted_at_rest(qtbot: QtBot, view: TimelineView) -> None:
    """At the edge beyond which there are more, their number stands on a sign."""
    view.session.show(TimeSpan((FIRST + 0.0) * DAY, (FIRST + 0.5) * DAY))
    qtbot.wait(300)
    with_sign = view.viewport().grab().toImage()
    paint, view._beside.paint = view._beside.paint, lambda *_: None
    without = view.viewport().grab().toImage()
    view._beside.paint = paint
    middle = with_sign.height() // 2
    right = [
        with_sign.pixel(x, y) != without.pixel(x, y)
        for x in range(with_sign.width() - 120, with_sign.width())
        for y in range(middle - 30, middle + 60)
    ]
    left = [
        with_sign.pixel(x, y) != without.pixel(x, y)
        for x in range(120)
        for y in range(middle - 30, middle + 60)
    ]
    assert any(right)
    assert not any(left)
