"""Evidence: which words prove an event, in whose words, and where they stand."""

from __future__ import annotations

from dataclasses import replace

from explorer.model.records import Support
from explorer.quotes.evidence import (
    Evidence,
    Exhibit,
    evidence_of,
    evidence_of_passage,
)
from explorer.sources.library import Status, make_library
from tests.quotes.sample import DAILY, EVENTS, chronicle

APPEAL, ANSWER, *_ = EVENTS


def evidence(event: str, **attached: str) -> tuple[Evidence, ...]:
    """Return what attests an event of the sample with these texts attached."""
    opened = chronicle()
    return evidence_of(opened, make_library(opened, attached), opened.event[event])


def test_an_attached_article_speaks_in_its_own_words() -> None:
    """The passage of an attached text is exact, and its mark within the paragraph is its quote."""
    daily = evidence("protest", daily=DAILY)[0]
    (only,) = daily.exhibits
    assert daily.attached
    assert (only.status, only.ours, only.paragraph) == (Status.EXACT, False, 3)
    assert only.context is not None
    assert only.context.quote == "The capital's minister protested."
    assert only.context.text.startswith("In July")
    assert only.context.text.endswith("protested.")


def test_our_words_stand_in_for_an_article_that_is_not_attached() -> None:
    """Without the text, the brief's passage is shown and called ours."""
    review = evidence("appeal", daily=DAILY)[1]
    (only,) = review.exhibits
    assert not review.attached
    assert (only.status, only.ours) == (Status.UNATTACHED, True)
    assert only.context is not None
    assert only.context.quote == "It dates the appeal a day later"
    assert only.asserts[0].figures == "two against"


def test_nothing_is_made_up_where_there_are_no_words() -> None:
    """A passage with neither text nor brief has no context."""
    daily = evidence("answer")[0]
    assert [one.context for one in daily.exhibits] == [None, None]


def test_a_missing_passage_falls_back_to_our_words() -> None:
    """When the attached text lacks the passage, its status is missing and our words are shown."""
    review = evidence("withdrawal", review="Another text altogether, about nothing.")[0]
    (only,) = review.exhibits
    assert review.attached
    assert (only.status, only.ours) == (Status.MISSING, True)


def test_a_moved_passage_is_counted_in_the_text_in_hand() -> None:
    """In another edition the paragraph number is that of the text in hand."""
    daily = evidence("answer", daily=f"A new first paragraph.\n\n{DAILY}")[0]
    assert {one.status for one in daily.exhibits} == {Status.MOVED}
    assert daily.exhibits[0].paragraph == 4


def of_appeal(*support: Support) -> tuple[Exhibit, ...]:
    """Return the exhibits of the daily for an event with this support."""
    opened = chronicle()
    event = replace(APPEAL, support=support)
    (daily,) = evidence_of(opened, make_library(opened, {"daily": DAILY}), event)
    return daily.exhibits


def test_passages_of_one_paragraph_are_shown_together() -> None:
    """Two passages of a paragraph share one exhibit with two marks and the stances of both."""
    (only,) = of_appeal(Support("daily.1"), Support("daily.2", "mentions"))
    assert only.passages == ("daily.1", "daily.2")
    assert only.stances == ("supports", "mentions")
    assert only.context is not None
    assert only.context.quote.endswith("on 14 May. Nobody answered that week.")


def test_words_left_out_between_passages_become_an_ellipsis() -> None:
    """Only where words are missing between two passages does the quote say so."""
    (only,) = of_appeal(Support("daily.3"), Support("daily.4"))
    assert only.context is not None
    assert only.context.quote.endswith("incident</b> […] The capital's minister protested.")


def test_a_passage_that_disputes_stands_alone() -> None:
    """The words that dispute an event are not mixed with those that support it."""
    exhibits = of_appeal(Support("daily.1"), Support("daily.2", "disputes"))
    assert [one.stances for one in exhibits] == [("supports",), ("disputes",)]


def test_a_passage_can_be_shown_without_an_event() -> None:
    """A passage that attests an office is found by itself, our words standing in."""
    opened = chronicle()
    found = evidence_of_passage(opened, make_library(opened), "review.2")
    assert found is not None
    assert found.exhibits[0].ours
    assert evidence_of_passage(opened, make_library(opened), "brief-review.2") is None


def test_passages_of_a_very_long_paragraph_are_still_shown_together() -> None:
    """The paragraph is cut around all its passages, so that they share one exhibit."""
    opened = chronicle()
    text = DAILY.replace("Border guards", "word " * 500 + "Border guards")
    (daily,) = evidence_of(
        opened,
        make_library(opened, {"daily": text}),
        replace(APPEAL, support=(Support("daily.1"), Support("daily.2"))),
    )
    (only,) = daily.exhibits
    assert only.context is not None
    assert only.context.cut_before
    assert len(only.context.marks) == 2
