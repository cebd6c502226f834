from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.model.selection import NoSelection, SpanSelected
from explorer.model.span import DAY, TimeSpan, span_of
from explorer.session.session import Session
from explorer.timeline.place import px_of
from explorer.timeline.spans import calendar_words, exact_words, moment_words
from explorer.timeline.view import TimelineView
from tests.timeline.test_view import LEFT, SHIFT, drag

AXIS = 8
"""A px in the band of the axis."""


def over(first: float, last: float) -> tuple[QPoint, QPoint]:
    """Return two places on the axis."""
    return QPoint(round(first), AXIS), QPoint(round(last), AXIS)


def test_a_drag_on_the_axis_measures_and_moves_nothing(
    view: TimelineView, session: Session
) -> None:
    """The ruler spans what was dragged over, to the day; viewport and selection stay."""
    before = session.viewport
    drag(view, *over(200, 700))
    span = view.aids.ruler.span
    assert span is not None
    assert span.start % DAY == span.end % DAY == 0
    assert span.start == pytest.approx(view.frame.time_at(200), abs=DAY)
    assert span.end == pytest.approx(view.frame.time_at(700), abs=DAY)
    assert session.viewport == before
    assert session.selection == NoSelection()


def test_a_drag_to_the_left_measures_as_well(view: TimelineView) -> None:
    """It does not matter at which end the ruler begins."""
    drag(view, *over(700, 200))
    backwards = view.aids.ruler.span
    drag(view, *over(200, 700))
    assert backwards == view.aids.ruler.span


def test_a_drag_below_the_axis_pans_and_measures_nothing(
    view: TimelineView, session: Session
) -> None:
    """The body of the timeline is moved as ever."""
    session.zoom(4)
    before = session.viewport
    drag(view, QPoint(500, 500), QPoint(400, 500))
    assert view.aids.ruler.span is None
    assert session.viewport.start > before.start


def test_shift_draws_the_ends_to_events(view: TimelineView, session: Session) -> None:
    """With Shift the ruler begins where one event begins, and ends where another does."""
    treaty = span_of(session.chronicle.event["treaty"].date.value)
    war = span_of(session.chronicle.event["war"].date.value)
    first, last = px_of(view.frame, treaty.start) - 5, px_of(view.frame, war.start) - 5
    drag(view, *over(first, last), SHIFT)
    assert view.aids.ruler.span == TimeSpan(treaty.start, war.start)


def test_enter_selects_what_the_ruler_spans(view: TimelineView, session: Session) -> None:
    """The ruler becomes a selection of all events in it, and is put away."""
    drag(view, *over(200, 700))
    span = view.aids.ruler.span
    assert span is not None
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert session.selection == SpanSelected(span)
    assert view.aids.ruler.span is None


def test_escape_ends_the_ruler_before_the_selection(view: TimelineView, session: Session) -> None:
    """The first Esc puts the ruler away, the second clears the selection."""
    session.select_event("treaty")
    drag(view, *over(200, 700))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.aids.ruler.span is None
    assert session.selection != NoSelection()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert session.selection == NoSelection()


def test_escape_ends_a_ruler_that_is_being_drawn(view: TimelineView) -> None:
    """Pressed in mid-drag, Esc leaves no ruler, and the rest of the drag draws none."""
    start, end = over(200, 700)
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    from tests.timeline.test_view import _moved  # noqa: PLC0415

    for x in (300, 400):
        moved = _moved(view, QPoint(x, AXIS).toPointF(), Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), moved)
    assert view.aids.ruler.span is not None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.aids.ruler.span is None
    moved = _moved(view, end.toPointF(), Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), moved)
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end)
    assert view.aids.ruler.span is None


def test_a_click_on_the_axis_puts_the_ruler_away(view: TimelineView) -> None:
    """A click without a drag measures nothing."""
    drag(view, *over(200, 700))
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(300, AXIS))
    assert view.aids.ruler.span is None


def test_the_ruler_is_drawn_over_the_lanes(view: TimelineView) -> None:
    """What is measured has another ground than before."""
    before = view.viewport().grab().toImage()
    drag(view, *over(200, 700))
    after = view.viewport().grab().toImage()
    place = QPoint(450, round(view.frame.height) - 30)
    assert before.pixelColor(place) != after.pixelColor(place)


def test_a_length_is_worded_exactly_and_by_the_calendar() -> None:
    """Days are counted; years and months are named where there are any."""
    year = TimeSpan(16_896 * DAY, (16_896 + 402) * DAY)
    assert moment_words(year.start) == "5 Apr 2016"
    assert exact_words(year) == "402 days"
    assert calendar_words(year).startswith("1 year")
    assert calendar_words(TimeSpan(0, 12 * DAY)) == ""


def test_less_than_a_day_is_told_in_hours_and_minutes() -> None:
    """Close up the ruler tells the time of day."""
    span = TimeSpan(3_600.0, 3_600.0 * 3 + 300)
    assert exact_words(span).startswith("2 hours")
    assert moment_words(span.start) == "1 Jan 1970, 01:00 UTC"
