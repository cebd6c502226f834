"""Texts in one block: the same strings as a list, found as in one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.rolls.texts import Texts, block_of, packed

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


@given(words=st.lists(WORDS, unique=True), wanted=WORDS)
def test_texts_answer_as_a_list_does(words: list[str], wanted: str) -> None:
    """Length, elements, slices, going through and looking for are those of the list."""
    texts = Texts(block_of([packed(words)], sought=True))
    assert list(texts) == words == [texts[at] for at in range(len(texts))]
    assert [texts[-1 - at] for at in range(len(texts))] == words[::-1]
    assert list(texts[1:3]) == words[1:3]
    assert texts.places == {word: at for at, word in enumerate(words)}
    assert (wanted in texts.places) == (wanted in words)
    with pytest.raises(IndexError):
        texts[len(words)]


@given(words=st.lists(WORDS, unique=True, min_size=1), data=st.data())
def test_some_texts_are_found_where_they_stand(words: list[str], data: st.DataObject) -> None:
    """Of rows in any order, repeated ones included, each text is found at its first place."""
    rows = data.draw(st.lists(st.integers(0, len(words) - 1), max_size=12))
    texts = Texts(block_of([packed(words)], sought=True)).only(np.array(rows, dtype=np.int64))
    listed = [words[row] for row in rows]
    assert list(texts) == listed
    assert {word: texts.places[word] for word in listed} == {
        word: listed.index(word) for word in listed
    }
    sought = data.draw(st.sets(st.sampled_from(words)))
    assert texts.places_among(sought).tolist() == [
        at for at, word in enumerate(listed) if word in sought
    ]


@given(words=st.lists(st.text("abö ", max_size=5)), wanted=st.text("abö ", max_size=2))
def test_what_holds_words_is_what_a_list_tells(words: list[str], wanted: str) -> None:
    """Words are found in each text by itself, never across two."""
    block = block_of([packed([f"{word}\n" for word in words])])
    assert block.holding(wanted).tolist() == [at for at, word in enumerate(words) if wanted in word]


def test_texts_of_one_sum_are_told_apart() -> None:
    """Two texts with the same check sum are both found, and a third one with it is not."""
    first, second = "muljgnxr", "uscpabet"
    block = block_of([packed([second, "x", first])], sought=True)
    assert len(set(block.sums.tolist())) == 2, "they are a pair of one sum no longer; find another"
    assert Texts(block).places == {second: 0, "x": 1, first: 2}
    assert first not in Texts(block_of([packed([second])], sought=True)).places


@given(words=st.lists(WORDS, min_size=1), cut=st.integers(0, 9), data=st.data())
def test_parts_are_put_together_in_any_order(
    words: list[str], cut: int, data: st.DataObject
) -> None:
    """Texts of several parts stand in the order asked for, whatever signs they hold."""
    order = data.draw(st.permutations(range(len(words))))
    block = block_of([packed(words[:cut]), packed(words[cut:])], np.array(order))
    assert list(Texts(block)) == [words[at] for at in order]
