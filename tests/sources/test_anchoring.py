"""Anchoring: every passage exact, moved with all its words, or missing; never at a twin."""

from __future__ import annotations

import textwrap
import unicodedata
from random import Random
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.model.records import Passage
from explorer.sources.anchoring import Status, anchor
from explorer.sources.locators import fingerprint, locate, normalise
from explorer.sources.text import Stretch
from tests.sources.editions import VOCABULARY, joined, passage_at, passages_of, sentences, texts

REQUOTED = str.maketrans({"“": "«", "”": "»", "’": "'", " ": "\u00a0", "-": "‑"})


def sentences_of(paragraphs: list[list[str]]) -> tuple[str, list[Passage]]:
    """Return the text of paragraphs and a passage for each sentence."""
    text = joined(paragraphs)
    flat = [one for paragraph in paragraphs for one in paragraph]
    stretches = []
    at = 0
    for one in flat:
        at = text.index(one, at)
        stretches.append((at, at + len(one)))
        at += len(one)
    return text, passages_of(text, stretches)


def check_all_found(old: str, passages: list[Passage], new: str) -> None:
    """Check that every passage is found in `new`, in order, with its words."""
    found = anchor(passages, new)
    for one in passages:
        place = found[one.id]
        assert place.status is not Status.MISSING
        assert normalise(new[place.start : place.end]) == normalise(old[one.start : one.end])


@given(st.text(min_size=1), st.data())
def test_any_passage_is_exact_in_its_own_text(text: str, data: st.DataObject) -> None:
    """Wherever a passage begins and ends, its own text holds it exactly, edition named or not."""
    start = data.draw(st.integers(0, len(text) - 1))
    passage = passages_of(text, [(start, data.draw(st.integers(start + 1, len(text))))])[0]
    for edition in ("", "e"):
        found = anchor([passage], text, edition)["p0"]
        assert (found.status, found.start, found.end) == (
            Status.EXACT, passage.start, passage.end,
        )  # fmt: skip


@given(texts(), st.integers(20, 60))
def test_rewrapped_text_keeps_every_passage(paragraphs: list[list[str]], width: int) -> None:
    """Lines wrapped anew, breaks at hyphens included, leave every passage to be found in order."""
    text, passages = sentences_of(paragraphs)
    wrapped = "\n\n".join(textwrap.fill(" ".join(one), width) for one in paragraphs)
    check_all_found(text, passages, wrapped)
    starts = [anchor(passages, wrapped)[one.id].start for one in passages]
    assert starts == sorted(set(starts))


@given(texts(), st.sampled_from(["NFC", "NFD"]))
def test_other_quotes_spaces_and_composition_keep_every_passage(
    paragraphs: list[list[str]], form: Literal["NFC", "NFD"]
) -> None:
    """Quotes, dashes, spaces and composed letters may change; the words are found."""
    text, passages = sentences_of(paragraphs)
    check_all_found(text, passages, unicodedata.normalize(form, text.translate(REQUOTED)))


@given(texts(), sentences())
def test_passages_move_with_what_is_put_before_them(
    paragraphs: list[list[str]], banner: str
) -> None:
    """A paragraph put before the text moves each passage by its length."""
    assume(all(banner not in paragraph for paragraph in paragraphs))
    text, passages = sentences_of(paragraphs)
    ahead = banner + "\n\n"
    found = anchor(passages, ahead + text)
    assert [(found[one.id].status, found[one.id].start, found[one.id].end) for one in passages] == [
        (Status.MOVED, one.start + len(ahead), one.end + len(ahead)) for one in passages
    ]


@given(texts(), st.randoms(use_true_random=False))
def test_passages_are_found_in_shuffled_paragraphs(
    paragraphs: list[list[str]], chance: Random
) -> None:
    """Whatever order the paragraphs stand in, each sentence is found where it stands now."""
    text, passages = sentences_of(paragraphs)
    shuffled = list(paragraphs)
    chance.shuffle(shuffled)
    new, places = sentences_of(shuffled)
    where = {new[one.start : one.end]: (one.start, one.end) for one in places}
    found = anchor(passages, new)
    for one in passages:
        place = found[one.id]
        if place.status is not Status.MISSING or one.fingerprint[0] == 0:
            assert (place.start, place.end) == where[text[one.start : one.end]]


@given(texts(), st.data())
def test_a_deleted_sentence_is_missing(paragraphs: list[list[str]], data: st.DataObject) -> None:
    """A sentence taken out is missing, and keeps the offsets it had."""
    text, passages = sentences_of(paragraphs)
    gone = data.draw(st.sampled_from(passages))
    assume(gone.fingerprint[0] == 0)
    new = text[: gone.start] + text[gone.end :]
    assume(normalise(text[gone.start : gone.end]) not in normalise(new))
    found = anchor(passages, new)
    assert (found[gone.id].status, found[gone.id].start, found[gone.id].end) == (
        Status.MISSING, gone.start, gone.end,
    )  # fmt: skip


@given(texts(), st.data())
def test_a_passage_with_a_changed_word_is_never_proven(
    paragraphs: list[list[str]], data: st.DataObject
) -> None:
    """One word changed is enough: what is much alike is at most suggested."""
    text, passages = sentences_of(paragraphs)
    changed = data.draw(st.sampled_from(passages))
    words = text[changed.start : changed.end].split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    words[at] = "otherwise"
    new = text[: changed.start] + " ".join(words) + text[changed.end :]
    found = anchor(passages, new)
    assert found[changed.id].status in (Status.MISSING, Status.SUGGESTED)
    proven = (Status.EXACT, Status.MOVED)
    assert all(found[one.id].status in proven for one in passages if one is not changed)


@given(st.lists(st.sampled_from(VOCABULARY), min_size=9, max_size=40), st.data())
def test_a_short_passage_never_moves_to_a_twin(words: list[str], data: st.DataObject) -> None:
    """One to three words of a text full of repeats are found where they went, or not at all."""
    first = data.draw(st.integers(0, len(words) - 1))
    last = min(len(words), first + data.draw(st.integers(1, 3)))
    lengths = [len(word) + 1 for word in words]
    start, end = sum(lengths[:first]), sum(lengths[:last]) - 1
    text = " ".join(words)
    passage = passages_of(text, [(start, end)])[0]
    ahead = "Something quite different goes ahead of it all. "
    found = anchor([passage], ahead + text)[passage.id]
    assert found.status is Status.MISSING or found.start == start + len(ahead)


TWINS = (
    "The council met in spring. It gave no answer. The envoy left the town.\n"
    "The council met again in autumn. It gave no answer. The envoy came back in haste.\n"
)


def test_twins_are_told_apart_by_what_stands_around_them() -> None:
    """A sentence that stands twice is found at its own place, not the nearest one."""
    first, second = (passage_at(TWINS, "It gave no answer.", nth) for nth in (0, 1))
    new = "A banner about cookies, long enough to mislead any ruler by its length.\n" * 2 + TWINS
    shift = len(new) - len(TWINS)
    for one in (first, second):
        assert anchor([one], new)[one.id].start == one.start + shift


def test_a_deleted_twin_does_not_attach_to_the_other() -> None:
    """When one of two equal sentences is deleted, its passage is missing."""
    first = passage_at(TWINS, "It gave no answer.", 0)
    cut = TWINS[: first.start] + TWINS[first.end + 1 :]
    assert anchor([first], cut)[first.id].status is Status.MISSING


def test_a_pull_quote_does_not_draw_a_passage_away() -> None:
    """A sentence repeated by the new edition is found where its neighbours agree."""
    passage = passage_at(TWINS, "The envoy left the town.")
    new = "The envoy left the town.\nBy our correspondent\n" + TWINS
    assert anchor([passage], new)[passage.id].start == new.rindex("The envoy left the town.")


def test_equal_places_are_settled_by_the_passages_around() -> None:
    """With equal words on both sides, the place that keeps its distance to others is taken."""
    refrain = "Row on, row on, row on.\n" * 5
    text = refrain + "The verse that stands alone is here.\n" + refrain
    passages = passages_of(
        text, [(48, 71), (text.index("The verse"), text.index("The verse") + 36)]
    )
    new = "A new heading\n" + text
    assert anchor(passages, new)["p0"].start == 48 + len("A new heading\n")
    assert anchor(passages[:1], new)["p0"].status is Status.MISSING


def test_two_passages_never_share_one_place() -> None:
    """When two equal sentences become one between equal words, neither passage takes it."""
    text = "Ready steady go now. Stop. Ready steady go now. Stop. Ready steady go now."
    one, other = (text.index("Stop."), text.rindex("Stop."))
    passages = passages_of(text, [(one, one + 5), (other, other + 5)])
    new = "Heading. Ready steady go now. Stop. Ready steady go now."
    statuses = {anchor(passages, new)[passage.id].status for passage in passages}
    assert statuses == {Status.MISSING}


@pytest.mark.parametrize("quote", ["go", "(go", "go)", "(go) now", "go) now!”", "“Then (go) now!”"])
def test_punctuation_at_the_edges_belongs_to_the_passage(quote: str) -> None:
    """A passage that begins or ends within quotes or brackets is found with just its own."""
    text = "He said: “Then (go) now!” And left."
    passage = passage_at(text, quote)
    found = anchor([passage], "Moved. " + text)[passage.id]
    assert ("Moved. " + text)[found.start : found.end] == quote


def test_short_passages_have_fingerprints() -> None:
    """One to three words have one tile, punctuation alone has no fingerprint."""
    assert [len(fingerprint(text)) for text in ("One.", "One two", "One two three?")] == [4, 4, 4]
    assert fingerprint("...!") == ()
    assert all(0 <= number < 2**32 for number in fingerprint("one two three four five six"))


def test_a_fingerprint_of_another_kind_only_leaves_the_offsets() -> None:
    """A passage whose fingerprint says nothing is exact at its offsets or missing."""
    passage = Passage("p", "a", "e", 1, 0, 3, locate("abc", [Stretch(0, 3)])[0].sha256, (7, 9))
    assert anchor([passage], "abc def")["p"].status is Status.EXACT
    assert anchor([passage], "def abc")["p"].status is Status.MISSING


def test_offsets_outside_the_text_are_missing_not_an_error() -> None:
    """A shorter text, or an empty one, makes a passage missing."""
    passage = passage_at("A sentence that stands far away.", "far away")
    assert anchor([passage], "")["p0"].status is Status.MISSING
    with pytest.raises(ValueError, match=r"no passage at 2\.\.9"):
        locate("short", [Stretch(2, 9)])


@pytest.mark.parametrize("repeat", ["word- ", "中文“字”", "a ", "— "])
def test_a_long_line_without_rest_is_read_in_one_pass(repeat: str) -> None:
    """A single line of 200,000 signs without a gap or of one word all over is no obstacle."""
    text = repeat * (200_000 // len(repeat)) + " and here stands the last sentence of all."
    passage = passage_at(text, "here stands the last sentence of all.")
    found = anchor([passage], "Ahead. " + text)[passage.id]
    assert found.start == passage.start + len("Ahead. ")
