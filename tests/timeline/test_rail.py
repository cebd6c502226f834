from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.layout.gaps import Gap
from explorer.model.date import parse_date
from explorer.model.filters import Filters
from explorer.model.selection import PassageSelected, current_event
from explorer.model.span import DAY, TimeSpan
from explorer.session.session import Session
from explorer.timeline.moments import Moments
from explorer.timeline.overview import OverviewStrip
from explorer.timeline.place import px_of
from explorer.timeline.published import Publication
from explorer.timeline.rail import Spot
from explorer.timeline.spans import gap_tip, gap_words
from explorer.timeline.view import TimelineView
from tests.builders import a_chronicle, an_article, an_event
from tests.timeline.conftest import open_session, shown

LEFT = Qt.MouseButton.LeftButton
TOLD = a_chronicle(
    an_event("2015-01-10", "early", passages=("old.1",)),
    an_event("2016-04-05", "truce", passages=("old.2", "new.1")),
    an_event("2019-08-01", "late"),
    articles=(
        an_article("old", issued=parse_date("2016-04-06")),
        an_article("new", issued=parse_date("2018-01/2018-06")),
        an_article("unused", issued=parse_date("2017-05-01")),
        an_article("undated"),
        an_article("our-own", kind="brief", derived_from="old", issued=parse_date("2017-01-01")),
    ),
)


@pytest.fixture
def told(qtbot: QtBot) -> Session:
    """A session over events with long gaps and articles with dates, the truce bookmarked."""
    return open_session(TOLD, "truce")


@pytest.fixture
def seen(qtbot: QtBot, told: Session) -> TimelineView:
    """Its timeline, painted once."""
    made = shown(qtbot, told)
    made.viewport().grab()
    return made


def spots(view: TimelineView) -> list[Spot]:
    """Return the signs on the rail."""
    view.viewport().grab()
    return view.aids.rail._spots


def of_article(view: TimelineView, article: str) -> Spot:
    """Return the sign of an article's publication."""
    return next(
        spot
        for spot in spots(view)
        if isinstance(spot.means, Publication) and spot.means.article.id == article
    )


def test_published_articles_with_a_date_stand_on_the_axis(seen: TimelineView) -> None:
    """Each has a sign at its date, in the middle where that is a range; briefs have none."""
    found = [spot.means.article.id for spot in spots(seen) if isinstance(spot.means, Publication)]
    assert found == ["old", "unused", "new"]
    day = parse_date("2016-04-06").earliest
    assert day is not None
    middle = px_of(seen.frame, (day + 0.5) * DAY)
    assert of_article(seen, "old").area.center().x() == pytest.approx(middle)
    assert of_article(seen, "old").area.bottom() < seen.frame.top


def test_the_pointer_is_told_which_article_it_is(seen: TimelineView) -> None:
    """The tip cites the article with its date."""
    tip = seen.aids.tip_at(of_article(seen, "old").area.center())
    assert "Title of old" in tip
    assert "6 April 2016" in tip


def test_a_click_on_an_article_opens_it(qtbot: QtBot, seen: TimelineView, told: Session) -> None:
    """The first passage that proves an event is selected, and the article asked for."""
    place = of_article(seen, "new").area.center().toPoint()
    with qtbot.waitSignal(seen.article_asked) as asked:
        QTest.mouseClick(seen.viewport(), LEFT, pos=place)
    assert asked.args == ["new"]
    assert told.selection == PassageSelected("new.1", "truce")


def test_an_article_without_events_says_so(qtbot: QtBot, seen: TimelineView, told: Session) -> None:
    """Nothing is selected, and the status bar tells why."""
    place = of_article(seen, "unused").area.center().toPoint()
    with qtbot.waitSignal(told.notice) as said:
        QTest.mouseClick(seen.viewport(), LEFT, pos=place)
    assert "Title of unused" in str(said.args)
    assert current_event(told.selection) == ""


def test_a_bookmark_leads_to_its_event(seen: TimelineView, told: Session) -> None:
    """The star on the axis is hit where its event's middle is."""
    spot = next(spot for spot in spots(seen) if spot.means == "truce")
    told.show(TimeSpan(16_890 * DAY, 16_910 * DAY))
    spot = next(spot for spot in spots(seen) if spot.means == "truce")
    QTest.mouseClick(seen.viewport(), LEFT, pos=spot.area.center().toPoint())
    assert current_event(told.selection) == "truce"


def test_gaps_are_told_where_they_are_long_enough(seen: TimelineView, told: Session) -> None:
    """The stretches between the events are named; a view of one of them names that one."""
    found = [spot.means for spot in spots(seen) if isinstance(spot.means, Gap)]
    assert [gap_words(gap) for gap in found] == ["14 months, no source", "3 years, no source"]
    told.show(TimeSpan(17_200 * DAY, 17_300 * DAY))
    found = [spot.means for spot in spots(seen) if isinstance(spot.means, Gap)]
    assert [gap_words(gap) for gap in found] == ["3 years, no source"]


def test_filters_make_other_gaps(seen: TimelineView, told: Session) -> None:
    """What filters hide dates nothing."""
    told.set_filters(Filters(articles=frozenset({"new"})))
    assert not [spot for spot in spots(seen) if isinstance(spot.means, Gap)]
    told.set_filters(Filters(text="title"))
    assert [spot for spot in spots(seen) if isinstance(spot.means, Gap)]


def test_a_gap_is_explained(qtbot: QtBot) -> None:
    """Its first and last day stand in the tip, and what goes on through it."""
    gap = Gap(16_897 * DAY, 16_917 * DAY, 2)
    assert gap_words(gap) == "20 days, nothing dated"
    tip = gap_tip(gap)
    assert "6 April 2016 – 25 April 2016 (20 days)" in tip
    assert "2 longer periods" in tip


def test_a_gap_is_shaded_under_the_events(seen: TimelineView) -> None:
    """The lanes of a gap have another ground than those where something is dated."""
    picture = seen.viewport().grab().toImage()
    bottom = round(seen.frame.height) - 40
    gap = next(spot for spot in spots(seen) if isinstance(spot.means, Gap))
    inside = picture.pixelColor(round(gap.area.left()) + 4, bottom)
    assert inside == seen.aids.rail.style.alternate
    before = px_of(seen.frame, told_start(seen)) - 12
    assert picture.pixelColor(round(before), bottom) == seen.aids.rail.style.base


def told_start(view: TimelineView) -> float:
    """Return the first moment of all."""
    return view.frame.extent.start


def test_hits_stand_where_the_search_found_something(told: Session) -> None:
    """Without a search there are none; with one, every found event has its px."""
    view = TimeSpan(16_000 * DAY, 18_600 * DAY)
    moments, per_px = Moments(told), view.length / 1_000
    from explorer.layout.columns import columns_of  # noqa: PLC0415

    def hits() -> list[int]:
        columns = columns_of(told.visible_events(), TOLD.extent, lambda _kind: 0)
        return moments.hits(columns, view.start, per_px, 1_000).tolist()  # type: ignore[no-any-return]

    assert hits() == []
    told.set_filters(Filters(text="truce"))
    assert hits() == [int((16_896.5 * DAY - view.start) / per_px)]
    told.set_filters(Filters(text="title"))
    assert len(hits()) == 3


def test_hits_are_painted_on_the_axis_and_in_the_overview(
    seen: TimelineView, strip: OverviewStrip, told: Session, session: Session
) -> None:
    """A search changes the picture of the rail, and that of the overview."""
    star = seen.aids.rail.style.star
    told.set_filters(Filters(text="late"))
    told.fit_all()
    picture = seen.viewport().grab().toImage()
    day = parse_date("2019-08-01").earliest
    assert day is not None
    x, y = round(px_of(seen.frame, (day + 0.5) * DAY)), round(seen.frame.top) - 4
    assert star in [picture.pixelColor(x + near, y) for near in (-1, 0, 1)]
    before = strip.grab().toImage()
    session.set_filters(Filters(text="title"))
    assert strip.grab().toImage() != before


def test_the_rail_is_part_of_the_axis(seen: TimelineView) -> None:
    """Lanes begin below it, so that nothing on it lies over an event."""
    for spot in spots(seen):
        assert spot.area.bottom() <= seen.frame.top
    assert seen.aids.rail.at(QPointF(500, seen.frame.top + 5)) is None
