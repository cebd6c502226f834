from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.exchange.runs import RUN, WordRuns, first_words, words

TEN = "Ten small boats lay in the harbour’s mouth on Monday"
NINE = "Ten small boats lay in the harbour’s mouth on"
RUNS = WordRuns([f"Nobody had counted. {TEN}, and none of them sailed."])


def test_ten_words_in_a_row_are_found() -> None:
    """Ten count, nine do not, wherever they stand."""
    assert RUNS.stand_in(TEN)
    assert RUNS.stand_in(f"It is said that {TEN} again")
    assert not RUNS.stand_in(f"It is said that {NINE} Tuesday")


@pytest.mark.parametrize(
    "set_otherwise",
    [
        TEN.upper(),
        TEN.replace("’", "'"),
        TEN.replace(" ", "\n\u00a0"),
        TEN.replace(" ", " - "),
        TEN.replace(" ", "_"),
        "“" + ", ".join(TEN.split()) + "”",
        TEN.replace("harbour", "har\u00adbour"),
        TEN.replace("small", "sm\u200ball"),
        TEN.replace("Monday", "Ｍonday"),
    ],
)
def test_how_words_are_set_makes_no_difference(set_otherwise: str) -> None:
    """Case, punctuation, white space, quotes, soft hyphens and widths are levelled."""
    assert RUNS.stand_in(set_otherwise)


def test_a_word_that_differs_parts_a_run() -> None:
    """Nine words, another one, and more words of the text share no run."""
    assert not RUNS.stand_in("Ten small boats lay in that harbour’s mouth on Monday and none of")


def test_signs_that_only_the_encoding_tells_apart_are_both_looked_for() -> None:
    """A text whose soft hyphens part words for a plain reader is found by that reading too."""
    text = "a\u00adb c\u00add e\u00adf g\u00adh i\u00adj"
    assert len(words(text)) == 5
    assert WordRuns([text]).stand_in(text)


def test_scripts_without_spaces_count_by_the_sign() -> None:
    """Ten signs of Chinese or Thai in a row are a run, nine are none."""
    text = "一二三四五六七八九十百千"
    assert WordRuns([text]).stand_in(f"x {text[1:11]} y")
    assert not WordRuns([text]).stand_in(f"x {text[1:10]} y")


def test_other_scripts_count_by_the_word() -> None:
    """Armenian, Russian and Greek words, composed or not, are words."""
    text = "Երևան и Москва Ρόδος één ένα δύο три չորս пять"
    assert len(words(text)) == 10
    assert WordRuns([text]).stand_in(text.upper())


def test_without_texts_nothing_is_found() -> None:
    """No text, or one of nine words, has no run."""
    assert not WordRuns([]).stand_in(TEN)
    assert not WordRuns([])
    assert not WordRuns([NINE]).stand_in(NINE)
    assert RUNS


ROW = st.lists(st.sampled_from("abcde"), max_size=30)


@given(text=ROW, other=ROW)
def test_a_run_is_found_exactly_where_there_is_one(text: list[str], other: list[str]) -> None:
    """The search agrees with the plain comparison of every ten words with every ten."""
    mine, theirs = (
        {tuple(row[at : at + RUN]) for at in range(len(row) - RUN + 1)} for row in (text, other)
    )
    assert WordRuns([" ".join(text)]).stand_in(". ".join(other)) == bool(mine & theirs)


def test_first_words_are_cut_after_a_word() -> None:
    """Hyphens part words; a text short enough stays whole."""
    assert first_words("One-two three’s, four five six", 5) == "One-two three’s, four five…"
    assert first_words("one two three", 5) == "one two three"
    assert first_words("一二三四五六", 5) == "一二三四五…"
