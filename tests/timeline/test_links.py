from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.model.chronicle import Chronicle
from explorer.model.filters import Filters
from explorer.model.records import Assertion, Disagreement, Support
from explorer.model.selection import PassageSelected, current_event
from explorer.model.span import DAY, TimeSpan
from explorer.session.session import Session
from explorer.timeline.links import days_apart, rival_events, rivals_of, tie_words, ties_of
from explorer.timeline.place import px_of
from explorer.timeline.view import TimelineView
from tests.builders import a_chronicle, a_link, an_event
from tests.timeline.conftest import open_session, shown

LEFT = Qt.MouseButton.LeftButton
LINKED = a_chronicle(
    an_event("2016-04-02", "appeal", type="REQUEST"),
    an_event("2016-04-14", "answer", type="REJECT"),
    an_event("2016-05", "late-answer", type="REJECT"),
    an_event("2016", "whole", type="ASSAULT"),
    an_event("2024-03-01", "echo"),
    an_event(
        "2020-09-27",
        "war",
        passages=(
            Support("x.1", asserts=Assertion(date="2020-07")),
            Support("y.1", asserts=Assertion(date="2020-07")),
            Support("y.2", asserts=Assertion(date="2020")),
            Support("y.3", asserts=Assertion(date="2020-09-27")),
        ),
    ),
    an_event("2020-07-12", "clashes"),
    links=(
        a_link("answer", "appeal"),
        a_link("late-answer", "appeal", answer="silence"),
        a_link("appeal", "whole", id="p", kind="part_of"),
        a_link("appeal", "echo", id="c", kind="causes"),
        a_link("answer", "late-answer", id="x", kind="contradicts"),
    ),
    disagreements=(
        Disagreement("when", "contradiction", "date", "Which came first.", (), ("war", "clashes")),
    ),
)


def words(chronicle: Chronicle, event: str, session: Session) -> dict[str, tuple[str, int]]:
    """Return what is told of each tie of an event, and which way its arrow points."""
    ties = ties_of(chronicle, chronicle.event[event])
    return {tie.other.id: (tie_words(tie, session.codebook), tie.away) for tie in ties}


@pytest.fixture
def linked(qtbot: QtBot) -> Session:
    """A session over events with links of every kind."""
    return open_session(LINKED)


@pytest.fixture
def close(qtbot: QtBot, linked: Session) -> TimelineView:
    """The timeline of those events, April and May 2016 on screen."""
    linked.show(TimeSpan(16_892 * DAY, 16_960 * DAY))
    return shown(qtbot, linked)


def painted(view: TimelineView) -> None:
    """Paint a frame."""
    view.viewport().grab()


def tag_of(view: TimelineView, event: str) -> QPointF:
    """Return the middle of the label that leads to an event."""
    painted(view)
    found = [area for area, tag in view.aids.threads._tags if tag.goes_to == event]
    assert found, f"no label leads to {event}"
    return found[0].center()


def test_an_appeal_is_tied_to_its_answers_with_the_days_between(linked: Session) -> None:
    """Exact dates give a number, a month a range; the kind of answer is named."""
    told = words(LINKED, "appeal", linked)
    assert told["answer"] == ("answer · 12 days", 1)
    assert told["late-answer"] == ("Silence · 29–59 days", 1)


def test_arrows_point_from_what_came_first(linked: Session) -> None:
    """Seen from the answer the arrow comes in; part of a whole points at the whole."""
    assert words(LINKED, "answer", linked)["appeal"] == ("answer · 12 days", -1)
    assert words(LINKED, "appeal", linked)["whole"] == ("part of", 1)
    assert words(LINKED, "whole", linked)["appeal"] == ("part of", -1)
    assert words(LINKED, "answer", linked)["late-answer"] == ("contradicts", 0)


@pytest.mark.parametrize(
    ("days", "told"),
    [((0, 0), "same day"), ((12, 12), "12 days"), ((30, 59), "30–59 days"), ((-9, -2), "2–9 days")],
)
def test_days_are_a_number_or_a_range(qtbot: QtBot, days: tuple[int, int], told: str) -> None:
    """Fewest and most days are told; one number where they agree."""
    assert days_apart(days) == told


def test_rival_dates_are_those_that_differ(linked: Session) -> None:
    """A date given twice is told once with both articles; one that excludes ours is marked."""
    first, second = rivals_of(LINKED, LINKED.event["war"])
    assert (first.date.edtf, first.passage, first.articles) == ("2020-07", "x.1", ("x", "y"))
    assert first.excludes
    assert second.date.edtf == "2020"
    assert not second.excludes


def test_a_disagreement_about_a_date_ties_its_events(linked: Session) -> None:
    """Events that are dated against each other are joined from either side."""
    assert [one.id for one in rival_events(LINKED, LINKED.event["war"])] == ["clashes"]
    assert [one.id for one in rival_events(LINKED, LINKED.event["clashes"])] == ["war"]


def test_selecting_an_event_draws_its_links(close: TimelineView, linked: Session) -> None:
    """Nothing is drawn before; then each end on or off screen has its label."""
    painted(close)
    assert close.aids.threads.at(QPointF(500, 300)) is None
    linked.select_event("appeal")
    for event in ("answer", "late-answer", "whole", "echo"):
        assert tag_of(close, event) is not None


def test_a_click_on_a_label_goes_to_the_other_end(close: TimelineView, linked: Session) -> None:
    """The event at the other end is selected and brought on screen, from afar as well."""
    linked.select_event("appeal")
    place = tag_of(close, "echo")
    assert close.viewport().rect().contains(place.toPoint())
    QTest.mouseClick(close.viewport(), LEFT, pos=place.toPoint())
    assert current_event(linked.selection) == "echo"
    painted(close)
    assert 0 <= px_of(close.frame, 19_783 * DAY) <= close.frame.width


def test_an_end_that_filters_hide_is_still_told(close: TimelineView, linked: Session) -> None:
    """The label says that the event is hidden, and leads to it."""
    linked.select_event("appeal")
    linked.set_filters(Filters(types=frozenset({"REQUEST"})))
    place = tag_of(close, "answer")
    assert "Hidden by the filters" in close.aids.tip_at(place)


def test_a_rival_date_leads_to_the_passage_that_gives_it(qtbot: QtBot, linked: Session) -> None:
    """The label names date and source; a click opens the passage."""
    linked.show(TimeSpan(18_400 * DAY, 18_640 * DAY))
    view = shown(qtbot, linked)
    linked.select_event("war")
    painted(view)
    tags = view.aids.threads._tags
    area, tag = next((a, t) for a, t in tags if isinstance(t.goes_to, PassageSelected))
    assert tag.words.startswith("Jul 2020")
    QTest.mouseClick(view.viewport(), LEFT, pos=area.center().toPoint())
    assert linked.selection == PassageSelected("x.1", "war")


def test_the_pointer_is_told_what_an_arc_leads_to(close: TimelineView, linked: Session) -> None:
    """Title, date and kind of the other end stand in the tip; the hand shows it can be clicked."""
    linked.select_event("appeal")
    place = tag_of(close, "answer")
    tip = close.aids.tip_at(place)
    assert LINKED.event["answer"].title in tip
    assert "14 April 2016" in tip
    QTest.mouseMove(close.viewport(), QPoint(5, 590))
    QTest.mouseMove(close.viewport(), place.toPoint())
    assert close.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
