"""Gaps: the same letters are not always the same words."""

from __future__ import annotations

import pytest

from explorer.sources.fold import fold
from explorer.sources.gaps import every_word


def same(one: str, other: str) -> bool:
    """Tell whether all of one text's words are those of the other, whose letters are the same."""
    here, there = fold(one), fold(other)
    assert here.text() == there.text()
    return every_word(here, 0, there, 0, len(here.signs))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ten men", "ten\nmen"),
        ("ten men", "ten\u00a0\u00a0men"),
        ("resigned", "re-\nsigned"),
        ("“ten” men", "ten men"),
        ("well-known", "well\u2010known"),
        ("天地 人", "天地人"),
        ("it’s", "it's"),
    ],
)
def test_other_typesetting_keeps_the_words(one: str, other: str) -> None:
    """Line ends, divided words, kinds of quotes and dashes, scripts without spaces."""
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ten men", "tenmen"), ("its", "it's"), ("resign", "re-sign"), ("a1 2", "a12")],
)
def test_other_words_are_told(one: str, other: str) -> None:
    """A space, an apostrophe or a hyphen more makes another word."""
    assert not same(one, other)


def test_a_place_that_cuts_a_letter_holds_not_every_word() -> None:
    """Half a ligature, or a letter without its accent, is not the word."""
    ligature = fold("aﬁ")
    assert not every_word(fold("af"), 0, ligature, 0, 2)
    accented = fold("ne\u0301")
    assert not every_word(fold("ne"), 0, accented, 0, 2)
