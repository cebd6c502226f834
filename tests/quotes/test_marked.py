"""Marked texts: which text is shown whole, and what is marked in it."""

from __future__ import annotations

from explorer.quotes.marked import current_marks, marked_text
from explorer.sources.library import make_library
from tests.quotes.sample import BRIEF_REVIEW, DAILY, chronicle

OPENED = chronicle()


def test_an_attached_article_is_shown_with_all_its_passages() -> None:
    """Every passage is marked, in the order of the text, with the events it bears on."""
    marked = marked_text(OPENED, make_library(OPENED, {"daily": DAILY}), "daily")
    assert marked is not None
    assert (marked.text, marked.ours, marked.lost) == (DAILY, False, 0)
    assert [mark.passage for mark in marked.marks] == ["daily.1", "daily.2", "daily.3", "daily.4"]
    assert set(marked.marks[3].events) == {"answer", "protest"}
    for mark in marked.marks:
        assert marked.at(mark.start) == (mark,)
        assert mark not in marked.at(mark.end)


def test_the_brief_is_shown_where_the_article_is_not_attached() -> None:
    """Our own text stands in, marked as ours, with the passages that retell."""
    marked = marked_text(OPENED, make_library(OPENED), "review")
    assert marked is not None
    assert (marked.text, marked.ours) == (BRIEF_REVIEW, True)
    assert [mark.passage for mark in marked.marks] == ["brief-review.1", "brief-review.2"]


def test_lost_passages_are_counted() -> None:
    """What the attached text does not hold is not marked but counted."""
    text = "Troops left within ten days. That is all of it."
    marked = marked_text(OPENED, make_library(OPENED, {"review": text}), "review")
    assert marked is not None
    assert (len(marked.marks), marked.lost) == (1, 1)


def test_an_unknown_article_has_no_text() -> None:
    """An article the chronicle lacks, or a name of nothing, gives no text."""
    assert marked_text(OPENED, make_library(OPENED), "nothing") is None


def test_the_named_passage_is_current_even_by_its_retelling() -> None:
    """Naming a published passage makes its retelling in the brief the current mark."""
    marked = marked_text(OPENED, make_library(OPENED), "review")
    assert marked is not None
    (mark,) = current_marks(OPENED, marked, "withdrawal", ("review.2",))
    assert mark.passage == "brief-review.2"
    (alone,) = current_marks(OPENED, marked, "", ("review.1",))
    assert alone.passage == "brief-review.1"


def test_without_a_named_passage_those_of_the_event_are_current() -> None:
    """All marks that bear on the event are current."""
    marked = marked_text(OPENED, make_library(OPENED, {"daily": DAILY}), "daily")
    assert marked is not None
    found = current_marks(OPENED, marked, "appeal")
    assert [mark.passage for mark in found] == ["daily.1", "daily.2"]
    assert current_marks(OPENED, marked, "withdrawal", ("review.2",)) == ()
