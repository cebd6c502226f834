"""Citations on one line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from explorer.model.date import parse_date
from explorer.model.records import Author
from explorer.wording.citations import authors, citation
from tests.builders import an_article

ENGLISH = QLocale("en")


def test_a_full_citation_names_author_title_publication_and_date() -> None:
    """The parts follow one another as in the Chicago Manual of Style."""
    article = an_article(
        title="A Title",
        authors=(Author("Ośmiałowski", "Ana"),),
        container_title="A Journal",
        publisher="A House",
        issued=parse_date("2016-04-06"),
    )
    assert citation(article, ENGLISH) == "Ośmiałowski, Ana. “A Title.” A Journal, 6 April 2016."


def test_a_bare_article_is_cited_by_its_title() -> None:
    """What is not known is left out, and the missing date is said to be missing."""
    assert citation(an_article(title="Why?"), ENGLISH) == "“Why?” undated."


def test_an_uncertain_date_is_not_made_certain() -> None:
    """A set of possible dates is cited as such."""
    article = an_article(title="T", publisher="P", issued=parse_date("[2020-08..2021-03]"))
    assert citation(article, ENGLISH).endswith("P, some time between August 2020 and March 2021.")


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ((), ""),
        ((Author("Staff"),), "Staff"),
        ((Author("A", "Ann"), Author("B", "Bo")), "A, Ann, and Bo B"),
        ((Author("A", "Ann"), Author("B", "Bo"), Author("C")), "A, Ann, Bo B, and C"),
        (tuple(Author(name) for name in "ABCD"), "A et al."),
    ],
)
def test_authors_are_named(named: tuple[Author, ...], words: str) -> None:
    """The first author is turned about, four or more are cut to one."""
    assert authors(an_article(authors=named)) == words
