from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from explorer.layout.ticks import Axis, axis
from explorer.model.calendar import day_number
from explorer.model.filters import Filters
from explorer.model.span import DAY
from explorer.session.navigation import SHORTEST
from explorer.session.session import Session
from explorer.theme import theme
from explorer.timeline.overview import OverviewStrip
from explorer.timeline.place import px_of
from explorer.timeline.spans import calendar_words, exact_words, gap_words, moment_words
from explorer.timeline.view import TimelineView
from explorer.timeline.words import AxisWords
from tests.builders import a_chronicle, an_event
from tests.timeline.conftest import open_session, shown
from tests.timeline.test_view import drag

AGES = a_chronicle(
    an_event("Y-28000", "cave"),
    an_event("-0043-03-15", "ides"),
    an_event("0000-12-31", "last-bc"),
    an_event("0001-01-01", "first-ad"),
    an_event("2016-04-05T12:00:00Z", "noon"),
)


@pytest.fixture
def ages(qtbot: QtBot) -> Session:
    """A session over thirty thousand years."""
    return open_session(AGES)


@pytest.fixture
def long_view(qtbot: QtBot, ages: Session) -> TimelineView:
    """Its timeline."""
    return shown(qtbot, ages)


def labels(session: Session) -> list[str]:
    """Return the labels of the axis for what is on screen, 1000 px wide."""
    view = session.viewport
    ticks: Axis = axis(view.start, view.end, 1_000, AxisWords())
    return [tick.label for tick in (*ticks.major, *ticks.minor)]


def test_fit_all_shows_thirty_thousand_years(long_view: TimelineView, ages: Session) -> None:
    """No limit of zooming stops it, from an hour at one end as well, and no event is lost."""
    ages.reveal("noon")
    ages.zoom(45)
    assert ages.viewport.length == pytest.approx(SHORTEST)
    ages.fit_all()
    assert ages.viewport.start < ages.extent().start < ages.extent().end < ages.viewport.end
    assert ages.extent().length > 29_999 * 365 * DAY
    assert long_view.counts().in_view == 5


def test_the_axis_names_millennia_before_and_after_christ(ages: Session) -> None:
    """Over all of it the labels are round years in both counts, and none is a year 0."""
    told = labels(ages)
    assert any("BC" in label for label in told)
    assert "10001 BC" not in told
    assert not [label for label in told if label in ("0", "0 BC", "-1")]


def test_the_turn_of_the_eras_has_no_year_nought(ages: Session) -> None:
    """Between 31 December 1 BC and 1 January 1 lies one day."""
    first, last = day_number(0, 12, 31) * DAY, day_number(1, 1, 1) * DAY
    assert moment_words(first) == "31 Dec 1 BC"
    assert moment_words(last) == "1 Jan 1"
    assert last - first == DAY
    ages.select_event("first-ad")
    ages.fit_selection()
    told = labels(ages)
    assert "1 BC" in " ".join(told)
    assert "January 1" in told


def test_an_hour_is_told_by_its_minutes(long_view: TimelineView, ages: Session) -> None:
    """As close as it goes, the axis has the day above and the time of day below."""
    ages.reveal("noon")
    ages.zoom(45)
    told = labels(ages)
    assert "5 April 2016" in told
    assert "12:00" in told
    assert long_view.place_of("noon") is not None


def test_labels_do_not_overlap_at_any_age(ages: Session) -> None:
    """From thirty thousand years to an hour, minor labels stand at least their width apart."""
    ages.reveal("noon")
    while True:
        view = ages.viewport
        ticks = axis(view.start, view.end, 1_000, AxisWords()).minor
        per_px = view.length / 1_000
        for tick, following in pairwise(ticks):
            assert (following.start - tick.start) / per_px >= 5.0 * len(tick.label)
        ages.zoom(1)
        if ages.viewport == view:
            break


def test_a_gap_of_ages_is_told_in_years(long_view: TimelineView, ages: Session) -> None:
    """From the cave to the Ides the rail says how many years have no source."""
    long_view.viewport().grab()
    gaps = long_view.aids.rail.gaps()
    assert gap_words(gaps[0]).startswith("279")
    assert "years, no source" in gap_words(gaps[0])


def test_the_ruler_counts_days_over_ages(long_view: TimelineView, ages: Session) -> None:
    """Days stay whole and agree with the calendar over thousands of years."""
    drag(long_view, QPoint(100, 8), QPoint(900, 8))
    span = long_view.aids.ruler.span
    assert span is not None
    assert span.start % DAY == span.end % DAY == 0
    assert exact_words(span).endswith("days")
    assert "years" in calendar_words(span)


def test_moments_keep_their_px_over_ages(long_view: TimelineView, ages: Session) -> None:
    """An hour seen at the end of thirty thousand years is still exact to a part of a px."""
    ages.reveal("noon")
    ages.zoom(45)
    for x in (0.0, 250.0, 999.0):
        assert px_of(long_view.frame, long_view.frame.time_at(x)) == pytest.approx(x, abs=0.01)
    assert long_view.piece_at(QPointF(-5, -5)) is None


def test_the_overview_holds_all_ages(qtbot: QtBot, ages: Session) -> None:
    """Its window can be held however short the viewport is."""
    strip = OverviewStrip(ages, theme("light"))
    qtbot.addWidget(strip)
    strip.resize(800, 64)
    ages.reveal("noon")
    ages.zoom(45)
    assert strip.view_rect().width() >= 8
    ages.set_filters(Filters(text="noon"))
    assert not strip.grab().isNull()
