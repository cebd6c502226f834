"""Quote places: a quote is found in any edition, told from its twins, or missing."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.sources.describing import describe
from explorer.sources.folded_quotes import Quoted
from explorer.sources.found import Found
from explorer.sources.quote_places import find_quotes
from explorer.sources.status import Status
from tests.corpora import EDITS, Span, Truth, Writer, edited, shuffled, spans_of, truths
from tests.sources.editions import VOCABULARY, joined, texts

ATTACHED = (Status.EXACT, Status.MOVED, Status.SUGGESTED)
SCRIPTS = ("latin", "russian", "armenian", "greek", "chinese")
SEEDS = st.integers(0, 10_000)


def quoted(text: str, spans: Sequence[Span], width: int = 32) -> list[Quoted]:
    """Return the quotes of these spans with so much context."""
    return [
        Quoted(text[one.start : one.end], text[max(0, one.start - width) : one.start],
               text[one.end : one.end + width], one.start)
        for one in spans
    ]  # fmt: skip


def is_right(found: Found, truth: Truth) -> bool:
    """Tell whether a find is where the passage is, edges of white space and quotes aside."""
    near = abs(found.start - truth.start) <= 3 and abs(found.end - truth.end) <= 3
    return found.status in ATTACHED and near


@settings(max_examples=40)
@given(
    SEEDS,
    st.sampled_from(SCRIPTS),
    st.sampled_from(["re-wrapped", "quotes, spaces", "plain, unseen signs", "NFD", "banners"]),
)
def test_other_typesetting_keeps_every_sentence(seed: int, script: str, edit: str) -> None:
    """Lines broken anew, other quotes, spaces and composition, notices put in."""
    old = Writer(script, seed).text(4000, twins=0, repeats=0)
    spans = spans_of(old, "sentences", 60, seed)
    new = edited(old, edit, seed)
    found = find_quotes(quoted(old, spans), new.text)
    for one, truth in zip(found, truths(old, new, spans), strict=True):
        assert is_right(one, truth)


@settings(max_examples=40)
@given(SEEDS, st.sampled_from(SCRIPTS), st.sampled_from(["sentences", "stretches"]))
def test_paragraphs_in_another_order_keep_what_stands_once(
    seed: int, script: str, kind: str
) -> None:
    """Words that stand once go with their paragraph, or are missing, never elsewhere."""
    old = Writer(script, seed).text(6000, twins=0, repeats=0)
    inside = (one for one in spans_of(old, kind, 60, seed) if "\n" not in old[one.start : one.end])
    spans = [one for one in inside if one.end - one.start >= 24]
    new = edited(old, "shuffled", seed)
    found = find_quotes(quoted(old, spans), new.text)
    known = truths(old, new, spans, shuffled=True)
    pairs = [(one, two) for one, two in zip(found, known, strict=True) if two.fate != "twin"]
    assert all(is_right(one, two) for one, two in pairs if one.status in ATTACHED)
    assert sum(one.status in ATTACHED for one, _ in pairs) >= 0.8 * len(pairs)


@settings(max_examples=40)
@given(SEEDS, st.sampled_from(["sentences deleted", "all but words"]))
def test_a_deleted_sentence_is_missing(seed: int, edit: str) -> None:
    """It is attached nowhere, though the text is full of sentences of the same kind."""
    old = Writer("latin", seed).text(5000, twins=0.03, repeats=0)
    spans = [one for one in spans_of(old, "sentences", 80, seed) if one.end - one.start > 45]
    new = edited(old, edit, seed)
    found = find_quotes(quoted(old, spans), new.text)
    gone = [
        one
        for one, truth in zip(found, truths(old, new, spans, shuffled=True), strict=True)
        if truth.fate == "gone"
    ]
    assert [one for one in gone if one.status in ATTACHED] == []


@pytest.mark.parametrize("edit", [*EDITS])
def test_of_many_passages_nearly_all_are_found_and_none_of_the_gone(edit: str) -> None:
    """In each kind of edition: 99 % at the right place, none of those taken out anywhere."""
    old = Writer("latin", 5).text(60_000, twins=0.03, repeats=0)
    spans = spans_of(old, "sentences", 600, 5)
    new = edited(old, edit, 5)
    found = find_quotes(quoted(old, spans), new.text)
    known = truths(old, new, spans, shuffled=shuffled in EDITS[edit])
    pairs = list(zip(found, known, strict=True))
    whole = [is_right(one, truth) for one, truth in pairs if truth.fate == "whole"]
    assert sum(whole) >= 0.99 * len(whole)
    assert not any(one.status in ATTACHED for one, truth in pairs if truth.fate == "gone")


@given(texts(), st.lists(st.sampled_from([*VOCABULARY, "\n", "  ", "🧭", "e\u0308\u0301"])))
def test_what_is_found_holds_the_words(paragraphs: list[list[str]], noise: list[str]) -> None:
    """In any text of any scripts, exact and moved places hold just the words that were asked."""
    old = joined(paragraphs)
    new = " ".join(noise) + joined(reversed(paragraphs), "\n \n")
    flat = [one for some in paragraphs for one in some]
    quotes = [describe(old, old.index(one), old.index(one) + len(one)) for one in flat]
    for quote, one in zip(quotes, find_quotes(quotes, new), strict=True):
        if one.status in (Status.EXACT, Status.MOVED):
            assert new[one.start : one.end].split() == quote.exact.split()


@given(st.text(), st.lists(st.builds(Quoted, st.text(min_size=1), st.text(), st.text())))
def test_any_text_and_any_quotes_are_answered(text: str, quotes: list[Quoted]) -> None:
    """Each gets an answer within the text, whatever it is made of."""
    found = find_quotes(quotes, text)
    assert len(found) == len(quotes)
    for one in found:
        if one.status in ATTACHED:
            assert 0 <= one.start < one.end <= len(text)


@given(SEEDS, st.sampled_from(SCRIPTS[:4]), st.integers(1, 6))
def test_a_twin_is_not_taken_for_a_deleted_sentence(seed: int, script: str, at: int) -> None:
    """Where the context has closed up over a passage, its words elsewhere are another's."""
    writer = Writer(script, seed)
    flat = [writer.sentence() for _ in range(8)]
    old = " ".join([*flat, flat[at]])
    start = old.index(flat[at])
    new = " ".join([*flat[:at], *flat[at + 1 :], flat[at]])
    quotes = [
        describe(old, old.index(one), old.index(one) + len(one)) for one in flat if one != flat[at]
    ]
    gone = Quoted(
        flat[at], old[max(0, start - 32) : start], old[start + len(flat[at]) :][:32], start
    )
    *_, found = find_quotes([*quotes, gone], new)
    assert found.status is Status.MISSING


def test_twins_are_told_apart_by_their_contexts() -> None:
    """Each goes with its own paragraph, though no start is known."""
    first = "The envoy came on Monday. He said nothing. The guild was angry."
    second = "The chair left in June. He said nothing. Nobody asked him to."
    quotes = [
        Quoted("He said nothing.", "came on Monday. ", " The guild was"),
        Quoted("He said nothing.", "left in June. ", " Nobody asked"),
    ]
    new = f"{second}\n\n{first}\n"
    places = [one.start for one in find_quotes(quotes, new)]
    assert places == [new.rindex("He said"), new.index("He said")]


def test_a_bare_twin_is_missing() -> None:
    """Words that stand twice, without a context, a start or a company, belong to nobody."""
    (found,) = find_quotes(
        [Quoted("He said nothing.")], "He said nothing. She left. He said nothing."
    )
    assert found.status is Status.MISSING


def test_a_bare_phrase_that_stands_once_is_found() -> None:
    """There is nothing to doubt it by."""
    text = "The guild asked for nineteen boats."
    (found,) = find_quotes([Quoted("nineteen boats")], text)
    assert (found.status, found.start) == (Status.MOVED, text.index("nineteen"))


def test_a_changed_word_makes_a_suggestion() -> None:
    """Both contexts stand beside it: it is proposed, never shown as the quote."""
    old = "In May it rained. The council turned the request down at once. The guild protested."
    new = old.replace("request down", "appeal down")
    start = old.index("The council")
    (found,) = find_quotes([describe(old, start, start + 45)], new)
    assert found.status is Status.SUGGESTED
    assert 0 < found.score < 1
    assert new[found.start : found.end] == "The council turned the appeal down at once."


def test_the_same_letters_in_other_words_are_a_suggestion() -> None:
    """Its is not it's."""
    (found,) = find_quotes([Quoted("when its over they go")], "They say when it's over they go.")
    assert found.status is Status.SUGGESTED


@pytest.mark.parametrize("unit", ["ab", "մի ", "абв гд ", "👩\u200d🚀", "e\u0301"])
def test_a_megabyte_on_one_line_is_searched(unit: str) -> None:
    """Without a line's end, and with one repeated word around what is looked for."""
    chance = random.Random(unit)  # noqa: S311 - the same at every run
    words = [f"{unit}{chance.randrange(10**6)}" for _ in range(1_000_000 // (len(unit) + 7))]
    text = " ".join(words)
    start = text.index(words[len(words) // 2])
    quotes = [describe(text, start, start + 40)]
    (found,) = find_quotes(quotes, "Notice. " + text)
    assert (found.status, found.start) == (Status.MOVED, start + 8)


def test_repetition_without_end_is_searched() -> None:
    """A text of one word said a hundred thousand times has no place of its own for it."""
    (found,) = find_quotes([Quoted("tick tick tick")], "tick " * 100_000)
    assert found.status is Status.MISSING
