"""Quote locators on the real articles, edited in many ways; skipped without QUOTELINE_ARTICLES."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.sources.describing import describe
from explorer.sources.found import Found
from explorer.sources.quote_places import find_quotes
from explorer.sources.status import Status
from explorer.sources.text import paragraphs, sentences
from tests.corpora import EDITS, Span, Truth, edited, shuffled, truths
from tests.sources.test_real_articles import built


def is_right(found: Found, truth: Truth) -> bool:
    """Tell whether a find is where the passage is, white space and quotes at its ends aside."""
    return abs(found.start - truth.start) <= 3 and abs(found.end - truth.end) <= 3


@pytest.mark.parametrize("edit", [*EDITS])
def test_every_sentence_of_the_articles_is_found_in_edited_editions(
    articles: Path, edit: str
) -> None:
    """Each whole sentence is at its place, none that was taken out is attached anywhere."""
    _, texts = built(articles)
    for text in texts.values():
        every = (one for line in paragraphs(text) for one in sentences(text, line))
        spans = [Span(one.start, one.end) for one in every if one.end - one.start >= 12]
        new = edited(text, edit, 1)
        found = find_quotes([describe(text, *one) for one in spans], new.text)
        known = truths(text, new, spans, shuffled=shuffled in EDITS[edit])
        pairs = list(zip(found, known, strict=True))
        whole = [one for one in pairs if one[1].fate == "whole"]
        lost = [one for one in whole if one[0].status is Status.MISSING]
        assert all(is_right(*one) for one in whole if one[0].status is not Status.MISSING)
        assert len(lost) <= len(whole) // 50
        gone = [one for one, truth in pairs if truth.fate == "gone"]
        assert {one.status for one in gone} <= {Status.MISSING}
