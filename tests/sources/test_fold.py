"""Fold: what every edition of a text should share, with the way back to its own offsets."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer.sources.fold import BREAK, DASH, DOUBLE, MARK, SINGLE, SPACE, fold, fold_sign


def folded(text: str) -> str:
    """Return a text's folded signs."""
    return fold(text).text()


@given(st.text(), st.text())
def test_a_stretch_folds_to_a_stretch_of_the_whole(first: str, second: str) -> None:
    """Folding sign by sign: a text's parts fold to the parts of its fold, marks in order apart."""
    whole, parts = folded(first + second), folded(first) + folded(second)
    assert sorted(whole) == sorted(parts)
    assert unicodedata.normalize("NFD", whole) == unicodedata.normalize("NFD", parts)


@example('\u00c8""' + 5 * "\u0300" + "\u0359")
@given(st.text())
def test_every_folded_sign_comes_from_its_code_point(text: str) -> None:
    """The offset of each folded sign names a code point that folds to it."""
    one = fold(text)
    for sign, start in zip(one.text(), one.starts.tolist(), strict=True):
        stop = start + 8  # marks on one letter have an order of their own, however many they are
        while stop < len(text) and unicodedata.combining(text[stop]):
            stop += 1
        assert sign in unicodedata.normalize("NFD", fold_sign(text[start])[0]) or fold(
            "".join(text[max(0, start - 8) : stop])
        ).text().count(sign)
    assert np.all(np.diff(one.starts) >= 0)


@given(st.text(st.characters(codec="utf-8")))
def test_composition_makes_no_difference(text: str) -> None:
    """NFC and NFD editions fold alike."""
    composed = unicodedata.normalize("NFC", text)
    assert folded(composed) == folded(unicodedata.normalize("NFD", composed))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Yes”, said he – no", '"Yes", said he - no'),
        ("soft\u00adhyphen", "softhyphen"),
        ("ﬁne ﬂour", "fine flour"),
        ("no\u00a0break", "no break"),
        ("*very* __bold__", "very bold"),
        ("STRASSE", "straße"),
        ("Երևան", "ԵՐԵՒԱՆ"),
        ("l’été", "l'e\u0301te\u0301"),
        ("a\ufeffb\u200bc", "abc"),
    ],
)
def test_what_typesetting_changes_is_levelled(one: str, other: str) -> None:
    """Quotes, dashes, spaces, unseen signs, ligatures, emphasis and case."""
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("10²", "102"), ("½", "1/2"), ("Alma", "Alna")])
def test_what_means_something_else_is_kept(one: str, other: str) -> None:
    """Raised figures and fractions are no plain ones."""
    assert folded(one) != folded(other)


def test_gaps_tell_what_was_dropped() -> None:
    """Before each sign, and after the last one."""
    one = fold("a b\nc-d'e\"f*g ")
    assert one.gaps.tolist() == [0, SPACE, SPACE | BREAK, DASH, SINGLE, DOUBLE, MARK, SPACE]


def test_offsets_and_signs_correspond() -> None:
    """`index` finds the first sign at or after an offset, `end` the offset behind a sign."""
    one = fold("“ab”  cd")
    assert one.index(np.array([0, 1, 3, 6, 8])).tolist() == [0, 0, 2, 2, 4]
    assert [one.end(at) for at in range(4)] == [2, 3, 7, 8]


def test_a_lone_surrogate_is_a_sign_like_any() -> None:
    """It neither raises nor swallows what stands beside it."""
    assert len(folded("a\ud800b")) == 3
