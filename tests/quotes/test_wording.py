"""The quote viewer's words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from explorer.model.records import Assertion
from explorer.quotes.evidence import evidence_of
from explorer.quotes.wording import (
    assertion_lines,
    copied,
    importance_word,
    related_events,
    status_words,
)
from explorer.sources.library import Status, make_library
from explorer.theme import theme
from tests.builders import a_chronicle, a_link, an_event
from tests.quotes.sample import DAILY, chronicle

OPENED = chronicle()


@pytest.mark.usefixtures("qapp")
def test_every_status_has_a_word_of_its_own() -> None:
    """No two statuses read alike; none that is proven looks like one that is not."""
    words = {status: status_words(status, theme("light")) for status in Status}
    assert len({one.word for one in words.values()}) == len(Status)
    assert len({one.sentence for one in words.values()}) == len(Status)
    proven = words[Status.EXACT].colour
    assert all(one.colour != proven for at, one in words.items() if at is not Status.EXACT)


def test_links_read_from_both_ends() -> None:
    """A link is worded from where the reader stands, with the days between for a response."""
    of_answer = related_events(OPENED, OPENED.event["answer"])
    assert [(one.word, one.event.id, one.distance) for one in of_answer] == [
        ("Responds to", "appeal", "48 to 78 days earlier")
    ]
    of_appeal = related_events(OPENED, OPENED.event["appeal"])
    assert [(one.word, one.event.id, one.distance) for one in of_appeal] == [
        ("Answered by", "answer", "48 to 78 days later"),
        ("Part of", "rumour", ""),
        ("Contradicted by", "withdrawal", ""),
    ]


def test_a_response_never_comes_before_what_it_responds_to() -> None:
    """Where the dates alone leave the order open, the link decides it."""
    opened = a_chronicle(
        an_event("2021-05", "act"),
        an_event("2021-05-14", "reply"),
        links=(a_link("reply", "act"),),
    )
    (of_reply,) = related_events(opened, opened.event["reply"])
    (of_act,) = related_events(opened, opened.event["act"])
    assert of_reply.distance == "up to 13 days earlier"
    assert of_act.distance == "up to 13 days later"


def test_what_a_source_says_otherwise_is_said_in_lines() -> None:
    """Date, actors, figures and note stand on a line each; the date is worded."""
    assert assertion_lines(Assertion("2021-05-15", "only A", "ten", "Late.")) == (
        "Date: 15 May 2021", "Actors: only A", "Figures: ten", "Late.",
    )  # fmt: skip


def test_an_asserted_date_that_cannot_be_read_is_shown_as_written() -> None:
    """A text that is no EDTF is not lost."""
    assert assertion_lines(Assertion("mid-May")) == ("Date: mid-May",)


def test_a_quotation_is_copied_with_its_citation_paragraph_and_address() -> None:
    """What is pasted holds the exact words in quotation marks and says where they stand."""
    library = make_library(OPENED, {"daily": DAILY})
    daily = evidence_of(OPENED, library, OPENED.event["protest"])[0]
    assert copied(daily, daily.exhibits[0]) == (
        "“The capital's minister protested.”\n"
        "Abel, Mina, and Leo Oz. “Shots in the hills.” The Daily, 2 August 2021, paragraph 3.\n"
        "https://example.org/daily?a=1&b=2"
    )


def test_our_words_are_copied_as_a_paraphrase() -> None:
    """A brief's words bear no quotation marks and are called a paraphrase."""
    review = evidence_of(OPENED, make_library(OPENED), OPENED.event["withdrawal"])[0]
    text = copied(review, review.exhibits[0])
    assert text.startswith("It counts ten days for the troops.\n(A paraphrase in our own words")
    assert "“It counts" not in text


def test_nothing_is_copied_where_there_are_no_words() -> None:
    """Without words the clipboard would get a lie, so there is no text."""
    daily = evidence_of(OPENED, make_library(OPENED), OPENED.event["answer"])[0]
    assert copied(daily, daily.exhibits[0]) == ""


def test_importance_is_worded() -> None:
    """1 to 3 have a word each."""
    assert [importance_word(n) for n in (1, 2, 3)] == ["Detail", "Notable", "Essential"]


def test_the_copied_text_is_plain(qapp: QApplication) -> None:
    """Signs that look like HTML are copied as they stand in the article."""
    library = make_library(OPENED, {"daily": DAILY})
    daily = evidence_of(OPENED, library, OPENED.event["answer"])[0]
    assert "<b>a border incident</b>" in copied(daily, daily.exhibits[0])
