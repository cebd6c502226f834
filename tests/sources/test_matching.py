from __future__ import annotations

import pytest
from hypothesis import given

from explorer.model.date import parse_date
from explorer.sources.agreement_sheets import CodedDisagreement, CodedEvent, Coding
from explorer.sources.matching import (
    LEAST,
    compatible,
    jaccard,
    likeness,
    match_disagreements,
    match_events,
)
from tests.sources.codings import CODEBOOK, codings, found, places


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (found("b", 1, 2), 4.0),
        (found("b", 3), 3.0),
        (found("b", 1, 2, 3, 4), 3.75),
        (found("b", 1, 2, date="2001"), 3.5),
        (found("b", 1, 2, date="2002"), 3.0),
        (found("b", 1, 2, actors="guild council"), 3.5),
        (found("b", 1, 2, kind="SAY"), 3.5),
        (found("b", 1, 2, kind="ACT"), 3.0),
    ],
)
def test_likeness_adds_four_measures(other: CodedEvent, expected: float) -> None:
    """Evidence, date, actors and type, each from 0 to 1, alike in both directions."""
    one = found("a", 1, 2)
    assert likeness(one, other, CODEBOOK) == likeness(other, one, CODEBOOK) == expected


def test_an_event_without_a_shared_sentence_never_matches() -> None:
    """However alike it is in all else."""
    assert match_events([found("a", 1)], [found("a", 2)], CODEBOOK) == {}


def test_a_shared_sentence_alone_is_not_enough() -> None:
    """Two events of one sentence that differ in date, actors and type are two."""
    one = found("a", 1)
    other = found("b", 1, date="2009", kind="ACT", actors="council")
    assert likeness(one, other, CODEBOOK) < LEAST
    assert match_events([one], [other], CODEBOOK) == {}


def test_of_several_in_one_sentence_each_finds_its_own() -> None:
    """An appeal and its answer, coded from the same words, are not taken for each other."""
    mine = [found("ask", 1), found("answer", 1, kind="ACT", actors="council", date="2001-06")]
    theirs = [
        found("y", 1, kind="ACT", actors="council", date="2001-06~"),
        found("x", 1, 2, date="2001"),
    ]
    assert match_events(mine, theirs, CODEBOOK) == {"ask": "x", "answer": "y"}


def test_each_event_is_matched_once() -> None:
    """Where one coder has two events for the other's one, the likelier is taken."""
    matched = match_events([found("a", 1), found("b", 1, kind="SAY")], [found("c", 1)], CODEBOOK)
    assert matched == {"a": "c"}


@given(first=codings("a"), second=codings("b"))
def test_matching_is_one_to_one_and_the_same_from_either_side(
    first: Coding, second: Coding
) -> None:
    """No event twice, every pair shares a sentence, and the coders may change places."""
    matched = match_events(first.events, second.events, CODEBOOK)
    assert len(set(matched.values())) == len(matched)
    mine, theirs = ({one.id: one for one in some.events} for some in (first, second))
    assert all(mine[a].evidence & theirs[b].evidence for a, b in matched.items())
    back = match_events(second.events, first.events, CODEBOOK)
    assert {b: a for a, b in matched.items()} == back


@given(first=codings("a"), second=codings("b"))
def test_the_order_of_the_sheets_makes_no_difference(first: Coding, second: Coding) -> None:
    """Events are matched for what they are."""
    matched = match_events(first.events, second.events, CODEBOOK)
    assert match_events(first.events[::-1], second.events[::-1], CODEBOOK) == matched


def differing(id: str, *sides: int, about: str = "date", events: str = "e") -> CodedDisagreement:  # noqa: A002
    """Return a disagreement whose sides are one sentence each."""
    said = tuple(places(one) for one in sides)
    return CodedDisagreement(id, "contradiction", about, said, frozenset(events.split()))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (differing("y", 1, 2, events="other", about="actor"), True),
        (differing("y", 2, 1, events="other"), True),
        (differing("y", 1, 3, events="f"), True),
        (differing("y", 1, 3, events="other"), False),
        (differing("y", 1, 3, events="f", about="actor"), False),
        (differing("y", 3, 4, events="f"), False),
    ],
)
def test_disagreements_match_by_their_sides_and_events(
    other: CodedDisagreement, same: bool
) -> None:
    """Two sides, or one side, the matter and an event that both coders found."""
    matched = match_disagreements([differing("x", 1, 2)], [other], {"e": "f"})
    assert matched == ({"x": "y"} if same else {})


def test_one_side_is_not_counted_for_two() -> None:
    """Two sides that share sentences with only one of the other's are one in common."""
    one, other = differing("x", 1, 1), differing("y", 1, 9, about="actor")
    assert match_disagreements([one], [other], {}) == {}


def test_dates_are_compatible_where_they_may_be_one() -> None:
    """A month and a day in it; not two days; an open end has no bound."""
    day, month = parse_date("2001-05-03"), parse_date("2001-05")
    assert compatible(day, month)
    assert compatible(month, day)
    assert not compatible(day, parse_date("2001-05-04"))
    assert compatible(day, parse_date("1999/.."))


def test_jaccard_of_nothing_is_one() -> None:
    """Two empty sets agree."""
    assert (jaccard(set(), set()), jaccard({1}, set()), jaccard({1, 2}, {2, 3})) == (1, 0, 1 / 3)
