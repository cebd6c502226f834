"""Memberships and offices, put into rows."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.standings import Standing, organisations_of, standings_of, stretches_of
from explorer.model.chronicle import Chronicle
from explorer.model.date import parse_date
from explorer.model.records import Membership, Office
from explorer.model.span import TimeSpan
from tests.builders import a_chronicle, an_actor, an_event

EXTENT = TimeSpan(0.0, 2_000_000_000.0)
DATES = st.sampled_from(["1992", "1992/2002", "../1999", "2002/..", "2016-04", "2010~/2012"])


def member(of: str, dates: str, status: str = "member") -> Membership:
    """Return a membership that a passage attests."""
    return Membership(of, status, parse_date(dates), ("daily.1",))


def a_league() -> Chronicle:
    """Return a league of two, one of them frozen later, with a secretary."""
    hills = an_actor("hills", memberships=(member("league", "1992/.."), member("league", "2020")))
    vale = an_actor("vale", memberships=(member("league", "1992/1999"), member("union", "2001")))
    zas = an_actor("zas", offices=(Office("Secretary", "league", parse_date("2020-07")),))
    return a_chronicle(an_event(actors=("league", "union")), actors=(zas, vale, hills))


def test_an_organisation_has_its_members_and_officers() -> None:
    """Memberships come first, by the holder's name, then offices."""
    found = standings_of(a_league(), "league")
    assert [(one.holder, one.is_office) for one in found] == [
        ("hills", False),
        ("hills", False),
        ("vale", False),
        ("zas", True),
    ]


def test_an_actor_has_what_it_is_itself() -> None:
    """Whatever it belongs to, and only its own."""
    assert [one.of for one in standings_of(a_league(), "vale")] == ["league", "union"]
    assert standings_of(a_league(), "nobody") == ()


def test_organisations_are_ranked_by_what_is_known_of_them() -> None:
    """Those that most belong to come first; what is not among the actors is left out."""
    chronicle = a_league()
    lost = replace(chronicle.actors[0], memberships=(member("gone", "2001"),))
    chronicle = replace(chronicle, actors=(lost, *chronicle.actors[1:]))
    assert organisations_of(chronicle) == ("league", "union")


def test_open_ends_reach_as_far_as_the_events() -> None:
    """A membership that goes on is shown to the end, one from before from the beginning."""
    found = [
        Standing(id_, "league", "member", parse_date(dates), (), is_office=False)
        for id_, dates in (("a", "2002/.."), ("b", "../1999"))
    ]
    goes_on, was = stretches_of(found, EXTENT)
    assert (goes_on.span.end, was.span.start) == (EXTENT.end, EXTENT.start)


@given(st.lists(st.tuples(st.sampled_from("abc"), DATES, st.booleans()), max_size=12))
def test_nothing_overlaps_in_a_row(rows: list[tuple[str, str, bool]]) -> None:
    """Every standing has a place, rows are filled from the first, and each is of one group."""
    standings = [
        Standing(holder, "league", f"of {holder}", parse_date(dates), (), is_office=office)
        for holder, dates, office in rows
    ]
    placed = stretches_of(standings, EXTENT)
    assert sorted(map(repr, standings)) == sorted(repr(one.standing) for one in placed)
    for one, other in combinations(placed, 2):
        if one.row == other.row:
            assert not one.span.overlaps(other.span)
            assert one.standing.holder == other.standing.holder
            assert one.standing.is_office == other.standing.is_office
    assert {one.row for one in placed} == set(range(max((s.row for s in placed), default=-1) + 1))
