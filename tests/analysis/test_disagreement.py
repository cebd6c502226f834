"""Disagreements: what follows from the dates that passages assert."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.disagreement import (
    Differing,
    SideSaid,
    compared,
    derived_dates,
    differences_of,
)
from explorer.model.calendar import iso_day
from explorer.model.date import parse_date
from explorer.model.records import Assertion, Disagreement, Side, Stance, Support
from tests.builders import a_chronicle, an_article, an_event

DAYS = st.integers(min_value=0, max_value=20_000)


def says(passage: str, date: str = "", stance: Stance = "supports") -> Support:
    """Return the support of a passage that asserts a date, or none."""
    return Support(passage, stance, Assertion(date=date))


def derived(*supports: Support, date: str = "2020") -> tuple[Differing, ...]:
    """Return what is derived for one event that these passages bear on."""
    return derived_dates(a_chronicle(an_event(date, "it", passages=supports)))


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("2016-04-02", "2016-04-03", "contradiction"),
        ("1992", "2002", "contradiction"),
        ("2016", "2016-04-02", "less precise"),
        ("2016/2018", "2017/2019", "less precise"),
        ("2016-04", "2016-04-01/2016-04-30", None),
        ("2016-04-02", "2016-04-02", None),
        ("../2016", "2015", "less precise"),
        ("../2016", "2017", "contradiction"),
    ],
)
def test_dates_conflict_when_no_day_is_in_both(first: str, second: str, kind: str | None) -> None:
    """Disjoint intervals contradict each other; overlapping ones that differ are less precise."""
    assert compared(parse_date(first), parse_date(second)) == kind
    assert compared(parse_date(second), parse_date(first)) == kind


@given(DAYS, DAYS, DAYS, DAYS)
def test_a_contradiction_is_the_same_as_no_common_day(a: int, b: int, c: int, d: int) -> None:
    """Whatever the intervals, they contradict each other exactly when they share no day."""
    first, second = sorted((a, b)), sorted((c, d))
    made = [parse_date(f"{iso_day(start)}/{iso_day(end)}") for start, end in (first, second)]
    share = max(first[0], second[0]) <= min(first[1], second[1])
    assert (compared(made[0], made[1]) == "contradiction") is not share


def test_what_two_passages_assert_is_compared() -> None:
    """The derived disagreement names the event, each passage and the date it gives."""
    (one,) = derived(says("daily.1", "2020-03"), says("weekly.1", "2020-05"))
    assert (one.id, one.kind, one.about, one.events) == (
        "date:it", "contradiction", "date", ("it",)
    )  # fmt: skip
    assert one.derived
    assert not one.same_article
    assert one.sides == (
        SideSaid("daily.1", date=parse_date("2020-03")),
        SideSaid("weekly.1", date=parse_date("2020-05")),
    )


def test_overlapping_dates_are_less_precise() -> None:
    """A year and a month of it do not exclude each other."""
    (one,) = derived(says("daily.1", "2020-03"), says("daily.2", "2020"))
    assert one.kind == "less precise"
    assert one.same_article


def test_one_contradiction_among_several_dates_decides() -> None:
    """The kind is the graver of all pairs, and every passage that differs is a side."""
    (one,) = derived(says("a.1", "2020"), says("b.1", "2020-03"), says("c.1", "2020-05"))
    assert one.kind == "contradiction"
    assert [side.passage for side in one.sides] == ["a.1", "b.1", "c.1"]


def test_a_passage_that_disputes_the_event_s_date_contradicts_those_that_support_it() -> None:
    """A supporting passage without a date of its own stands for the event's."""
    (one,) = derived(says("a.1"), says("b.1", "2021-01", "disputes"))
    assert one.kind == "contradiction"
    assert [(side.passage, str(side.date)) for side in one.sides] == [
        ("a.1", "2020"),
        ("b.1", "2021-01"),
    ]


@pytest.mark.parametrize(
    "supports",
    [
        (says("a.1", "2020-03"), says("b.1", "2020-03")),
        (says("a.1", "2020-03"), says("b.1")),
        (says("a.1", "2020-03"), says("b.1", "2021-03", "mentions")),
        (says("a.1", "2020-03"), says("b.1", "no date")),
        (says("a.1"), says("b.1", stance="disputes")),
    ],
    ids=["same", "vaguer event", "far mention", "unreadable", "no dates"],
)
def test_nothing_is_made_up(supports: tuple[Support, ...]) -> None:
    """Equal dates, a far date that is only mentioned, and what is no date, are no disagreement."""
    assert derived(*supports) == ()


def test_a_brief_takes_no_side() -> None:
    """Only published articles can differ."""
    record = a_chronicle(
        an_event("2020", "it", passages=(says("daily.1", "2020-03"), says("brief.1", "2020-05"))),
        articles=(an_article("daily"), an_article("brief", kind="brief", derived_from="daily")),
    )
    assert derived_dates(record) == ()


def test_coded_and_derived_stand_beside_each_other() -> None:
    """The coded ones come first, with their words; the derived ones are told apart."""
    record = a_chronicle(
        an_event("2020", "it", passages=(says("a.1", "2020-03"), says("b.1", "2020-05"))),
        disagreements=(
            Disagreement(
                "who", "framing", "actor", "Who did it.", (Side("a.1", "A"), Side("b.1")), ("it",)
            ),
        ),
    )
    coded, made = differences_of(record)
    assert (coded.id, coded.kind, coded.about, coded.derived) == ("who", "framing", "actor", False)
    assert coded.sides == (SideSaid("a.1", "A"), SideSaid("b.1"))
    assert (made.id, made.derived) == ("date:it", True)
