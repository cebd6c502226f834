"""Workspace: marks are put, replaced and taken away without touching the others."""

from __future__ import annotations

import pytest

from explorer.model.workspace import Attachment, Bookmark, Decision, SavedView, Workspace


def test_a_bookmark_keeps_its_place_when_its_note_changes() -> None:
    """Writing a note does not reorder the bookmarks."""
    marked = Workspace().with_bookmark(Bookmark("a")).with_bookmark(Bookmark("b"))
    noted = marked.with_bookmark(Bookmark("a", note="why"))
    assert [mark.event for mark in noted.bookmarks] == ["a", "b"]
    assert noted.bookmark["a"].note == "why"
    assert marked.bookmark["a"].note == ""


def test_removing_a_bookmark_leaves_the_others() -> None:
    """Only the named event loses its mark; an event without one changes nothing."""
    marked = Workspace().with_bookmark(Bookmark("a")).with_bookmark(Bookmark("b"))
    assert [mark.event for mark in marked.without_bookmark("a").bookmarks] == ["b"]
    assert marked.without_bookmark("c") == marked


def test_attaching_the_same_text_twice_counts_once_and_moves_it_last() -> None:
    """Both editions of an article stay; the one attached last is the last in the list."""
    first, second = Attachment("x", "1"), Attachment("x", "2")
    both = Workspace().with_attachment(first).with_attachment(second)
    assert both.attachments == (first, second)
    assert both.with_attachment(first).attachments == (second, first)


def test_a_saved_view_replaces_the_one_of_its_name() -> None:
    """A name stands for one view."""
    views = (
        Workspace().with_view(SavedView("April", 0.0, 1.0)).with_view(SavedView("April", 2.0, 3.0))
    )
    assert views.views == (SavedView("April", 2.0, 3.0),)


def test_another_edition_can_be_shown_and_none_is_lost() -> None:
    """The text shown stands last; the others stay attached."""
    first, second = Attachment("x", "1"), Attachment("x", "2")
    both = Workspace().with_attachment(first).with_attachment(second)
    assert both.showing("x", "1").attachments == (second, first)
    with pytest.raises(KeyError):
        both.showing("x", "3")


def test_detaching_takes_one_text_away() -> None:
    """Only the text named is gone; one that is not attached changes nothing."""
    first, second = Attachment("x", "1"), Attachment("y", "1")
    both = Workspace().with_attachment(first).with_attachment(second)
    assert both.without_attachment("x", "1").attachments == (second,)
    assert both.without_attachment("x", "2") == both


def test_a_later_word_on_a_suggestion_replaces_the_earlier() -> None:
    """One word stands for a passage in a text, and it can be taken back."""
    refused = Decision("p", "1", 0, 4, accepted=False)
    accepted = Decision("p", "1", 8, 12, accepted=True)
    elsewhere = Decision("p", "2", 0, 4, accepted=False)
    decided = Workspace().with_decision(refused).with_decision(elsewhere).with_decision(accepted)
    assert decided.decisions == (elsewhere, accepted)
    assert decided.without_decision("p", "1").decisions == (elsewhere,)
