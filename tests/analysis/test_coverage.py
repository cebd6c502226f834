"""Coverage: the matrix of events by articles, and what follows from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.coverage import Bearing, Coverage, coverage_of
from explorer.model.chronicle import Chronicle
from explorer.model.date import parse_date
from explorer.model.records import STANCES, Support
from explorer.store.chronicles import open_chronicle
from tests.builders import a_chronicle, an_article, an_event


def a_record() -> Chronicle:
    """Return six events, a daily of 2020 that tells of 2014 to 2020, a weekly and a brief."""
    return a_chronicle(
        an_event("2010", "early", passages=("weekly.1",)),
        an_event("2014", "both", passages=("daily.1", "weekly.2")),
        an_event("2016", "missed", passages=("weekly.3", Support("weekly.4", "disputes"))),
        an_event("2017", "rumour", passages=(Support("weekly.5", "mentions"),)),
        an_event("2018", "hinted", passages=(Support("daily.2", "mentions"), "weekly.6")),
        an_event("2014/..", "lasting", passages=("daily.3", "brief.1")),
        an_event("2022", "after", passages=("weekly.7",)),
        articles=(
            an_article("daily", issued=parse_date("2020-06")),
            an_article("weekly"),
            an_article("brief", kind="brief", derived_from="daily"),
        ),
    )


@pytest.fixture
def coverage() -> Coverage:
    """The coverage of that record."""
    return coverage_of(a_record())


def bearings(coverage: Coverage, article: str) -> dict[str, str]:
    """Return how an article bears on each event."""
    return {row.event.id: coverage.bearing(row, article).value for row in coverage.rows}


def test_each_cell_says_how_an_article_bears_on_an_event(coverage: Coverage) -> None:
    """A dispute outweighs support; silence within an article's time is a leaving out."""
    assert bearings(coverage, "daily") == {
        "early": "silent",
        "both": "supports",
        "lasting": "supports",
        "missed": "leaves out",
        "rumour": "silent",
        "hinted": "mentions",
        "after": "silent",
    }
    assert bearings(coverage, "weekly")["missed"] == "disputes"
    row = next(row for row in coverage.rows if row.event.id == "missed")
    assert row.stances["weekly"] == ("disputes", "supports")


def test_each_article_has_its_sums(coverage: Coverage) -> None:
    """What it tells, merely mentions and disputes, what only it tells, and what it leaves out."""
    daily, weekly = coverage.articles
    assert daily.told == ("both", "lasting")
    assert daily.mentioned == ("hinted",)
    assert daily.only == ("lasting",)
    assert daily.left_out == ("missed",)
    assert weekly.disputed == ("missed",)
    assert weekly.only == ("early", "missed", "after")
    assert weekly.left_out == ("lasting",)


def test_the_time_of_an_article_ends_when_it_is_published(coverage: Coverage) -> None:
    """What goes on without an end is covered up to the article's own date."""
    daily, weekly = coverage.articles
    assert daily.first == parse_date("2014-01-01").earliest
    assert daily.last == parse_date("2020-06").latest
    assert (weekly.first, weekly.last) == (
        parse_date("2010").earliest, parse_date("2022").latest
    )  # fmt: skip


def test_an_article_that_tells_nothing_leaves_nothing_out() -> None:
    """Without a time of its own it is silent on all."""
    record = a_chronicle(an_event("2020", "it", passages=("a.1",)), articles=(an_article("b"),))
    found = coverage_of(record)
    empty = next(one for one in found.articles if one.article.id == "b")
    assert (empty.first, empty.left_out) == (None, ())
    assert found.bearing(found.rows[0], "b") is Bearing.SILENT


@given(
    st.lists(
        st.tuples(
            st.integers(1990, 2024),
            st.dictionaries(st.sampled_from("abc"), st.sampled_from(STANCES)),
        ),
        max_size=6,
    )
)
def test_every_event_is_in_exactly_one_state_of_each_article(
    told: list[tuple[int, dict[str, str]]],
) -> None:
    """Told, merely mentioned, left out and silent part all events, whatever the stances."""
    events = [
        an_event(
            str(year),
            f"e{number}",
            passages=[Support(f"{article}.{number}", stance) for article, stance in held.items()],  # type: ignore[arg-type]
        )
        for number, (year, held) in enumerate(told)
    ]
    found = coverage_of(a_chronicle(*events))
    for one in found.articles:
        states = [found.bearing(row, one.article.id) for row in found.rows]
        counted = len(one.told) + len(one.mentioned) + len(one.left_out)
        assert counted + states.count(Bearing.SILENT) == len(found.rows)
        assert set(one.only) <= set(one.told)
        assert set(one.disputed) <= set(one.told)


def test_the_bundled_chronicle_s_matrix_holds_every_passage() -> None:
    """Each published passage that bears on an event is behind a cell of its article."""
    path = Path(__file__).parents[2] / "data" / "armenia-csto.chronicle.json"
    chronicle = open_chronicle(path)
    found = coverage_of(chronicle)
    cells = {(row.event.id, article) for row in found.rows for article in row.stances}
    assert cells == {
        (event.id, article) for event in chronicle.events for article in chronicle.sources_of(event)
    }
    alone = sum(1 for event in chronicle.events if len(chronicle.sources_of(event)) == 1)
    assert sum(row.is_single for row in found.rows) == alone
