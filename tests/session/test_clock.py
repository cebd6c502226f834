from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from explorer.model.date import parse_date
from explorer.model.selection import SpanSelected, current_event
from explorer.model.span import DAY, TimeSpan, span_of
from explorer.session.clock import Clock, retold
from explorer.session.places import Places
from explorer.session.session import Session
from explorer.theme import theme
from explorer.timeline.overview import OverviewStrip
from explorer.timeline.place import px_of
from tests.builders import a_chronicle, an_article, an_event
from tests.timeline.conftest import open_session, shown

TOLD = a_chronicle(
    an_event("1992-05-15", "treaty", passages=("late.1",)),
    an_event("2002", "charter", passages=("late.2", "early.1")),
    an_event("2015-01-10", "clash", passages=("early.2",)),
    an_event("2016-01-01", "nowhere"),
    an_event("2017-01-01", "undatable", passages=("undated.1",)),
    articles=(
        an_article("early", issued=parse_date("2016-04-06")),
        an_article("late", issued=parse_date("[2021-09..2021-12]")),
        an_article("undated"),
    ),
)


def day(text: str) -> float:
    """Return the start of a day in seconds UTC."""
    earliest = parse_date(text).earliest
    assert earliest is not None
    return earliest * DAY


@pytest.fixture
def told(qtbot: QtBot) -> Session:
    """A session over events that two articles with a date tell of, and one without."""
    return open_session(TOLD)


def test_an_event_stands_where_it_was_first_told(told: Session) -> None:
    """The earliest article that bears on it gives the date; the record keeps its own."""
    dates = {event.id: event.date.value.edtf for event in retold(TOLD).events}
    assert dates["treaty"] == "[2021-09..2021-12]"
    assert dates["charter"] == dates["clash"] == "2016-04-06"
    assert TOLD.event["charter"].date.value.edtf == "2002"


def test_what_no_dated_article_tells_is_not_lost(told: Session) -> None:
    """It may have been told at any time, so it covers all the time in which articles appeared."""
    for event in ("nowhere", "undatable"):
        span = span_of(retold(TOLD).event[event].date.value)
        assert span == TimeSpan(day("2016-04-06"), day("2022-01-01"))


def test_without_dated_articles_events_stay(qtbot: QtBot) -> None:
    """There is nothing else to place them by."""
    plain = a_chronicle(an_event("2016-04-05", "one", passages=("undated.1",)))
    assert retold(plain) is plain


def test_changing_the_clock_shows_all_events_again(told: Session) -> None:
    """The span on screen is that of the publications, and back that of the events."""
    whole = told.viewport
    told.set_clock(Clock.PUBLICATION)
    assert told.extent() == TimeSpan(day("2016-04-06"), day("2022-01-01"))
    assert told.viewport.start > day("2015-01-01")
    told.set_clock(Clock.EVENT)
    assert told.viewport == whole


def test_walking_follows_the_clock(told: Session) -> None:
    """The next event is the one told next; the list of events keeps its own order."""
    before = told.visible_events()
    told.set_clock(Clock.PUBLICATION)
    told.select_event("clash")
    walked = []
    for _ in range(5):
        walked.append(current_event(told.selection))
        told.step(1)
    assert walked[-1] == "treaty"
    assert walked.index("clash") < walked.index("treaty")
    assert told.visible_events() == before


def test_going_to_an_event_brings_in_its_publication(told: Session) -> None:
    """What is revealed is on screen by the clock that is shown."""
    told.set_clock(Clock.PUBLICATION)
    told.show(TimeSpan(day("2016-04-01"), day("2016-05-01")))
    told.reveal("treaty")
    assert told.viewport.contains(day("2021-10-15"))


def test_a_span_selects_by_the_clock(told: Session) -> None:
    """A stretch of 2021 picks what was told then, though it happened long before."""
    told.select(SpanSelected(TimeSpan(day("2021-10-01"), day("2021-11-01"))))
    assert told.picked_events() == ()
    told.set_clock(Clock.PUBLICATION)
    assert "treaty" in {event.id for event in told.picked_events()}
    assert "clash" not in {event.id for event in told.picked_events()}


def test_back_leads_to_the_other_clock(told: Session) -> None:
    """The clock is part of a place."""
    places = Places(told, told)
    whole = told.viewport
    told.set_clock(Clock.PUBLICATION)
    places.note()
    places.back()
    assert (told.clock, told.viewport) == (Clock.EVENT, whole)
    places.forward()
    assert told.clock is Clock.PUBLICATION


def test_the_timeline_draws_by_the_clock(qtbot: QtBot, told: Session) -> None:
    """Every event is still counted, and the treaty lies in 2021."""
    view = shown(qtbot, told)
    told.set_clock(Clock.PUBLICATION)
    assert view.counts().in_view == 5
    rect = view.place_of("treaty")
    assert rect is not None
    assert rect.center().x() == pytest.approx(px_of(view.frame, day("2021-10-31")), abs=40)
    told.set_clock(Clock.EVENT)
    rect = view.place_of("treaty")
    assert rect is not None
    assert rect.center().x() == pytest.approx(px_of(view.frame, day("1992-05-15")), abs=40)


def test_the_axis_says_by_which_clock_it_goes(qtbot: QtBot, told: Session) -> None:
    """A sign stands on the axis as long as it does not show when things happened."""
    view = shown(qtbot, told)
    told.set_clock(Clock.PUBLICATION)
    place = round(view.frame.width) - 12, 10
    ground = view.aids.rail.style.selection
    assert view.viewport().grab().toImage().pixelColor(*place) == ground
    told.set_clock(Clock.EVENT)
    assert view.viewport().grab().toImage().pixelColor(*place) != ground


def test_the_overview_follows_the_clock(qtbot: QtBot, told: Session) -> None:
    """Its strip spans the publications."""
    strip = OverviewStrip(told, theme("light"))
    qtbot.addWidget(strip)
    strip.resize(800, 64)
    told.set_clock(Clock.PUBLICATION)
    assert strip.scale().start > day("2015-01-01")
    assert not strip.grab().isNull()
