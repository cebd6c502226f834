from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from explorer.model.chronicle import Chronicle
from explorer.model.invariants_ties import disagreement_faults, link_faults
from explorer.model.records import Assertion, Disagreement, Side, Support
from tests.builders import a_chronicle, a_link, an_event
from tests.model.test_invariants import CODEBOOK


def linked(asks: str = "", **link: Any) -> Chronicle:
    """Return two events, of which the second responds to the first."""
    events = an_event("2016-04-02", "first", asks=asks), an_event("2016-04-03", "second")
    return a_chronicle(*events, links=(replace(a_link("second", "first"), id="tie", **link),))


@pytest.mark.parametrize(
    ("chronicle", "expected"),
    [
        (linked(), []),
        (linked("help", answer="silence"), []),
        (linked("help"), ["answer"]),
        (linked("help", kind="causes"), []),
        (linked("help", answer="applause"), ["answer"]),
        (linked(answer="silence", kind="causes"), ["answer"]),
        (linked(to_event="second"), ["to"]),
    ],
)
def test_each_invariant_of_a_link(chronicle: Chronicle, expected: list[str]) -> None:
    """No link to itself; an answer is known, of a response, and there where something was asked."""
    assert [one.field for one in link_faults(chronicle, CODEBOOK)] == expected


def differing(
    *said: str, kind: str = "contradiction", about: str = "date", **fields: Any
) -> Chronicle:
    """Return an event on which each of several passages asserts a date, and their disagreement."""
    names = [f"report.{at}" for at in range(len(said))]
    support = [
        Support(name, asserts=Assertion(date=date)) for name, date in zip(names, said, strict=True)
    ]
    sides = tuple(Side(name) for name in names)
    one = Disagreement("when", kind, about, "Ours.", sides, ("first",))  # type: ignore[arg-type]
    event = an_event("2016-04", "first", passages=support)
    return a_chronicle(event, disagreements=(replace(one, **fields),))


@pytest.mark.parametrize(
    ("chronicle", "expected"),
    [
        (differing("2016-04-02", "2016-04-03"), []),
        (differing("2016-04", "2016-04-03"), ["kind"]),
        (differing("2016-04", "2016-04-03", "2017"), []),
        (differing("1992/..", "2000/.."), ["kind"]),
        (differing("", ""), ["kind"]),
        (differing("2016-05", ""), []),
        (differing("2016-04", "2016-04-03", kind="less precise"), []),
        (differing("2016-04", "2016-04-03", about="figure"), []),
        (differing("2016-04-02"), ["sides"]),
        (differing("2016-04-02", "2016-04-03", events=()), ["events"]),
    ],
)
def test_each_invariant_of_a_disagreement(chronicle: Chronicle, expected: list[str]) -> None:
    """Two sides, an event, and where it is a contradiction of dates, dates that exclude each other.

    A side that asserts no date of its own stands for the date of the event it supports.
    """
    found = list(disagreement_faults(chronicle))
    assert [(one.table, one.id, one.field) for one in found] == [
        ("disagreements", "when", field) for field in expected
    ]


def test_a_side_that_is_not_read_for_a_date_is_no_conflict() -> None:
    """A passage that only mentions the event gives no date, so nothing is known to overlap."""
    event = an_event(
        "2016-04", "first", passages=(Support("report.0", "mentions"), Support("report.1"))
    )
    sides = (Side("report.0"), Side("report.1"))
    one = Disagreement("when", "contradiction", "date", "Ours.", sides, ("first",))
    assert list(disagreement_faults(a_chronicle(event, disagreements=(one,)))) == []


def test_each_side_bears_on_one_of_the_events() -> None:
    """A passage that supports another event only is told by its place among the sides."""
    chronicle = differing("2016-04-02", "2016-04-03")
    other = an_event("2017", "other", passages=("paper.1",))
    (one,) = chronicle.disagreements
    stray = replace(one, sides=(*one.sides, Side("paper.1")))
    whole = a_chronicle(*chronicle.events, other, disagreements=(stray,))
    assert [fault.field for fault in disagreement_faults(whole)] == ["sides[2].passage"]


def test_an_event_named_that_is_not_there_is_passed_over() -> None:
    """The store refuses it; here it only leaves the disagreement with the other events."""
    chronicle = differing("2016-04-02", "2016-04-03", events=("first", "gone"))
    assert list(disagreement_faults(chronicle)) == []
