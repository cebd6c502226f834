from __future__ import annotations

from pytestqt.qtbot import QtBot

from explorer.model.filters import Filters
from explorer.model.selection import current_event
from explorer.model.span import DAY, TimeSpan
from explorer.session.places import REST, Places
from explorer.session.session import Session
from explorer.sources.library import make_library
from tests.builders import a_chronicle, a_workspace, an_event
from tests.timeline.conftest import open_session

TWO = a_chronicle(an_event("2016-04-05", "first"), an_event("2020-09-27", "second"))


def visited(qtbot: QtBot) -> tuple[Session, Places]:
    """Return a session over two events, and the places visited in it."""
    session = open_session(TWO)
    return session, Places(session, session)


def look(session: Session, places: Places, day: int) -> TimeSpan:
    """Look at ten days and rest there; return what is on screen then."""
    session.show(TimeSpan(day * DAY, (day + 10) * DAY))
    places.note()
    return session.viewport


def test_back_and_forward_go_through_the_places(qtbot: QtBot) -> None:
    """Viewport, filters and selection come back together, in both directions."""
    session, places = visited(qtbot)
    whole = session.viewport
    first = look(session, places, 100)
    session.set_filters(Filters(text="second"))
    session.select_event("second")
    second = look(session, places, 500)
    places.back()
    assert (session.viewport, session.filters) == (first, Filters())
    assert current_event(session.selection) == ""
    places.back()
    assert session.viewport == whole
    assert not places.can_go_back
    places.forward()
    places.forward()
    assert (session.viewport, session.filters) == (second, Filters(text="second"))
    assert current_event(session.selection) == "second"
    assert not places.can_go_forward


def test_a_new_place_ends_the_way_forward(qtbot: QtBot) -> None:
    """Having gone back, looking elsewhere forgets what was ahead."""
    session, places = visited(qtbot)
    look(session, places, 100)
    look(session, places, 200)
    places.back()
    other = look(session, places, 300)
    assert not places.can_go_forward
    places.forward()
    assert session.viewport == other


def test_only_rest_makes_a_place(qtbot: QtBot) -> None:
    """Many viewports in a row are one place, the last; it is noted after a while by itself."""
    session, places = visited(qtbot)
    whole = session.viewport
    for day in range(20):
        session.show(TimeSpan(day * DAY, (day + 10) * DAY))
    with qtbot.waitSignal(places.changed, timeout=REST * 5):
        pass
    session.show(TimeSpan(900 * DAY, 910 * DAY))
    places.back()
    assert session.viewport.start == 19 * DAY
    places.back()
    assert session.viewport == whole


def test_going_back_before_rest_still_leads_forward_again(qtbot: QtBot) -> None:
    """The place left at once is not lost."""
    session, places = visited(qtbot)
    session.show(TimeSpan(0, 10 * DAY))
    assert places.can_go_back
    places.back()
    places.forward()
    assert session.viewport == TimeSpan(0, 10 * DAY)


def test_another_chronicle_has_no_past(qtbot: QtBot) -> None:
    """Opening forgets the places of the chronicle before."""
    session, places = visited(qtbot)
    look(session, places, 100)
    other = a_chronicle(an_event("1999-01-01", "other"))
    session.open(other, a_workspace(), make_library(other))
    assert not places.can_go_back
    before = session.viewport
    places.back()
    assert session.viewport == before
