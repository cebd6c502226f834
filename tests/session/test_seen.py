"""What is looked up of the events that pass is right, and kept only while they are the same."""

from __future__ import annotations

import pytest

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.filters import Filters
from explorer.model.selection import EventsSelected, SpanSelected, one_event
from explorer.model.span import DAY, TimeSpan
from explorer.session.session import Session
from explorer.sources.library import make_library
from tests.builders import a_chronicle, a_workspace, an_event

CHRONICLE = a_chronicle(
    an_event("1992", "first", type="CONSULT"),
    an_event("2016", "second", type="ASSAULT"),
    an_event("2020", "third", type="ASSAULT"),
)


@pytest.fixture
def session() -> Session:
    """A session over three events."""
    made = Session(Codebook({}, {}, {}, {}, {}))
    made.open(CHRONICLE, a_workspace(), make_library(CHRONICLE))
    return made


def picked(session: Session) -> list[str]:
    """Return the ids of what is picked."""
    return [event.id for event in session.picked_events()]


def test_what_is_picked_stands_in_the_order_of_dates(session: Session) -> None:
    """However it was picked, unknown ids left out, and hidden events included."""
    session.select(EventsSelected(("third", "nowhere", "first"), "third"))
    assert picked(session) == ["first", "third"]
    session.set_filters(Filters(types=frozenset(("CONSULT",))))
    assert picked(session) == ["first", "third"]


def test_a_span_picks_among_those_that_pass(session: Session) -> None:
    """Other filters, another choice, with the same span selected."""
    session.select(SpanSelected(TimeSpan(0, 30_000 * DAY)))
    assert picked(session) == ["first", "second", "third"]
    session.set_filters(Filters(types=frozenset(("ASSAULT",))))
    assert picked(session) == ["second", "third"]
    session.set_filters(Filters())
    assert picked(session) == ["first", "second", "third"]


def test_ids_and_extent_follow_the_filters(session: Session) -> None:
    """Both are those of the events that pass now."""
    whole = session.extent()
    assert session.visible_ids() == {"first", "second", "third"}
    session.set_filters(Filters(types=frozenset(("CONSULT",))))
    assert session.visible_ids() == {"first"}
    assert session.extent().end < whole.end
    session.set_filters(Filters())
    assert session.extent() == whole


def test_another_chronicle_has_its_own(session: Session) -> None:
    """Nothing is left of the one before."""
    session.select(one_event("second"))
    assert picked(session) == ["second"]
    other = Chronicle("other", "Another", events=(an_event("1800", "old"),))
    session.open(other, a_workspace(), make_library(other))
    session.select(one_event("old"))
    assert picked(session) == ["old"]
    assert session.visible_ids() == {"old"}
    assert session.extent().end < CHRONICLE.extent.start
