"""What stands around an article is told by tags, roles, names and headings."""

from __future__ import annotations

import pytest

from explorer.importing.blocks import Element
from explorer.importing.surroundings import (
    heads_comments,
    heads_other_articles,
    is_aside,
    is_called_aside,
)


def element(tag: str = "div", names: str = "", role: str = "") -> Element:
    """Return an element."""
    return Element(tag, role, names, -1, 0)


@pytest.mark.parametrize(
    "names",
    [
        "cookie-banner",
        "CookieConsent",
        "x related-posts",
        "comments",
        "site__nav",
        "read-more",
        "ad",
    ],
)
def test_names_tell_what_is_beside(names: str) -> None:
    """Words of ids and classes count however they are joined."""
    assert is_called_aside(element(names=names))


@pytest.mark.parametrize(
    "names",
    ["", "entry-content", "has-sidebar", "no-comments", "cookies-accepted", "header", "adapter"],
)
def test_names_that_tell_nothing(names: str) -> None:
    """Other words, parts of words and words of a state count for nothing."""
    assert not is_called_aside(element(names=names))


def test_a_paragraph_is_not_dropped_for_a_vague_name() -> None:
    """A lead may be called "teaser"; a notice on cookies is one even as a paragraph."""
    assert not is_called_aside(element("p", "teaser"))
    assert not is_called_aside(element("main", "comments"))
    assert is_called_aside(element("p", "cookie-note"))


def test_headers_and_footers_count_by_place() -> None:
    """They are the article's own within it; notes with a document role are never aside."""
    assert is_aside(element("footer"), in_article=False)
    assert not is_aside(element("footer"), in_article=True)
    assert is_aside(element("nav"), in_article=True)
    assert is_aside(element(role="complementary"), in_article=True)
    assert not is_aside(element("aside", role="doc-footnote"), in_article=True)


@pytest.mark.parametrize("words", ["3 comments", "Comments (12)", "Leave a reply", "COMMENTS:"])
def test_headings_of_comments(words: str) -> None:
    """A number of them, or the wish for one."""
    assert heads_comments(words)
    assert not heads_comments(f"What his {words} on the treaty meant")


@pytest.mark.parametrize("words", ["Related stories", "More from the coast", "You may also like"])
def test_headings_of_other_articles(words: str) -> None:
    """The usual words above lists of links."""
    assert heads_other_articles(words)
    assert not heads_other_articles(f"Much {words}")
