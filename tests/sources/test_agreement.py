from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from explorer.sources.agreement import Finds, cohens_kappa, compare
from explorer.sources.agreement_report import agreement_data
from explorer.sources.agreement_sheets import CodedLink, Coding, Sentence
from tests.sources.codings import CODEBOOK, codings, found
from tests.sources.test_matching import differing

FIRST = Coding(
    (
        found("ask", 1, 2),
        found("deny", 3, date="2001-06-03", kind="SAY", actors="council"),
        found("mine", 4),
    ),
    (CodedLink("deny", "ask", "responds_to", "refusal"), CodedLink("mine", "ask", "causes")),
    (differing("when", 1, 3, events="ask"),),
)
SECOND = Coding(
    (
        found("request", 2, date="2001", claimed_by="guild"),
        found("denial", 3, date="2001-06-03", kind="SAY", actors="council guild"),
        found("theirs", 9),
        found("further", 8),
    ),
    (CodedLink("denial", "request", "responds_to", "silence"),),
    (replace(differing("dates", 3, 2, 7, events="request"), kind="framing"),),
)


def test_two_codings_are_compared() -> None:
    """Every figure of a small example, worked out by hand."""
    one = compare(FIRST, SECOND, CODEBOOK, {"herald": 20})
    assert one.events == Finds(3, 4, 2)
    assert [event.id for event in one.only_first] == ["mine"]
    assert [event.id for event in one.only_second] == ["theirs", "further"]
    assert [(pair.first.id, pair.second.id) for pair in one.pairs] == [
        ("ask", "request"),
        ("deny", "denial"),
    ]
    assert [pair.differences for pair in one.pairs] == [("date", "claimed_by"), ("actors",)]
    assert (one.dates_equal, one.dates_compatible) == (1, 2)
    assert (one.types_equal, one.quads_equal, one.actors_equal, one.claimants_equal) == (2, 2, 1, 1)
    assert (one.actors_jaccard, one.evidence_jaccard) == (0.75, 0.75)
    assert (one.types_kappa, one.quads_kappa) == (1.0, 1.0)
    assert one.sentences == Finds(4, 4, 2)
    # 16 of 20 agree; by chance (4*4 + 16*16)/400 = 0.68 would.
    assert one.sentences_kappa == pytest.approx((0.8 - 0.68) / 0.32)
    assert (one.links, one.answers_equal) == (Finds(2, 1, 1), 0)
    assert (one.disagreements, one.differences_equal) == (Finds(1, 1, 1), 0)


def test_a_disagreement_is_found_by_both_through_an_event() -> None:
    """One shared side and the same matter, but only on an event that both coders found."""
    same = replace(SECOND, disagreements=(differing("dates", 3, 7, events="request"),))
    other = replace(SECOND, disagreements=(differing("dates", 3, 7, events="theirs"),))
    one, none = (compare(FIRST, second, CODEBOOK) for second in (same, other))
    assert (one.disagreements, one.differences_equal) == (Finds(1, 1, 1), 1)
    assert (none.disagreements, none.differences_equal) == (Finds(1, 1, 0), 0)


def test_sentences_of_articles_not_in_hand_are_left_out_of_kappa() -> None:
    """How many sentences such an article has is not known."""
    elsewhere = replace(found("x", 1), evidence=frozenset({Sentence("courier", 1, 1)}))
    first = replace(FIRST, events=(*FIRST.events, elsewhere))
    assert compare(FIRST, SECOND, CODEBOOK).sentences_kappa is None
    assert (
        compare(first, SECOND, CODEBOOK, {"herald": 20}).sentences_kappa
        == compare(FIRST, SECOND, CODEBOOK, {"herald": 20}).sentences_kappa
    )


def test_shares_of_finds() -> None:
    """Precision, recall, F1 and Jaccard; nothing found by anybody is no disagreement."""
    one = Finds(4, 6, 3)
    assert (one.precision, one.recall, one.f1, one.jaccard) == (0.5, 0.75, 0.6, 3 / 7)
    none = Finds(0, 0, 0)
    assert (none.precision, none.recall, none.f1, none.jaccard) == (1, 1, 1, 1)


def test_kappa_corrects_for_chance() -> None:
    """The example of the textbooks: 70 of 100 agree, half of it by chance."""
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert cohens_kappa(pairs) == pytest.approx(0.4)
    assert cohens_kappa([("a", "a")] * 3) == 1.0
    assert cohens_kappa([("a", "b"), ("b", "a")]) == -1.0
    assert cohens_kappa([]) is None


@given(coding=codings())
def test_a_coding_agrees_with_itself(coding: Coding) -> None:
    """All is found by both and read alike, however its events crowd into one sentence."""
    one = compare(coding, coding, CODEBOOK, {"herald": 50})
    number = len(coding.events)
    assert one.events == Finds(number, number, number)
    assert one.links.both == one.links.first == len(coding.links)
    assert one.disagreements.both == one.differences_equal == len(coding.disagreements)
    assert [pair.first for pair in one.pairs] == [pair.second for pair in one.pairs]
    equal = (one.dates_equal, one.dates_compatible, one.types_equal, one.quads_equal)
    assert {*equal, one.actors_equal, one.claimants_equal} == {number}
    assert one.answers_equal == one.links.both
    assert one.sentences_kappa == 1.0
    shares = (one.actors_jaccard, one.evidence_jaccard, one.types_kappa, one.quads_kappa)
    assert set(shares) == ({1.0} if number else {None})


@given(first=codings("a"), second=codings("b"))
def test_the_coders_may_change_places(first: Coding, second: Coding) -> None:
    """Every figure is the same from either side, to the last digit."""
    there = compare(first, second, CODEBOOK, {"herald": 50})
    back = compare(second, first, CODEBOOK, {"herald": 50})
    mine, theirs = agreement_data(there), agreement_data(back)
    assert mine["matched"] == theirs["matched"]
    assert (mine["only_first"], mine["only_second"]) == (
        theirs["only_second"],
        theirs["only_first"],
    )
    for name in ("events", "sentences", "links", "disagreements"):
        one, other = getattr(there, name), getattr(back, name)
        assert one == Finds(other.second, other.first, other.both)
    assert (there.answers_equal, there.differences_equal, there.sentences_kappa) == (
        back.answers_equal,
        back.differences_equal,
        back.sentences_kappa,
    )
    assert {(pair.first.id, pair.second.id) for pair in there.pairs} == {
        (pair.second.id, pair.first.id) for pair in back.pairs
    }
