"""Snippets: cut around the words sought, with their ranges."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.search.marking import marked, ranges_in, snippet
from explorer.search.terms import Term

TERMS = (Term(("heron",)), Term(("white", "stork"), open=False))


def test_words_are_marked_whole() -> None:
    """A beginning marks its word; a phrase all its words; what overlaps is one mark."""
    text = "Herons and a White\nStork, not white storks; heron-like."
    found = [text[start:end] for start, end in marked(text, TERMS).marks]
    assert found == ["Herons", "White\nStork", "heron"]
    assert ranges_in(text, (*TERMS, Term(("stork",)))) != ()


def test_letters_with_marks_of_their_own_are_marked_with_them() -> None:
    """A diacritic that is a sign by itself belongs to its letter."""
    text = "a cafe\u0301 there"
    assert ranges_in(text, (Term(("cafe",)),)) == ((2, 7),)


def test_a_snippet_is_cut_between_words_where_most_is() -> None:
    """It tells whether the text goes on, and its line ends are blanks."""
    text = "word " * 100 + "one heron here\nand a heron there" + " word" * 100
    shown = snippet(text, ranges_in(text, TERMS), 80)
    assert [shown.text[start:end] for start, end in shown.marks] == ["heron", "heron"]
    assert not shown.from_start
    assert not shown.to_end
    assert "\n" not in shown.text
    assert set(shown.text.split()) == {"word", "one", "heron", "here", "and", "a", "there"}
    whole = snippet("A heron", ranges_in("A heron", TERMS))
    assert (whole.text, whole.from_start, whole.to_end) == ("A heron", True, True)


@given(st.text(alphabet="heron wite\nstok", max_size=300), st.integers(5, 90))
def test_a_snippet_holds_a_mark_where_there_is_one(text: str, length: int) -> None:
    """And its marks stand on the same words as in the text."""
    ranges = ranges_in(text, TERMS)
    shown = snippet(text, ranges, length)
    assert len(shown.text) <= max(length, 0) or shown.text == text.replace("\n", " ")
    if ranges:
        assert shown.marks
    plain = [text[start:end].replace("\n", " ") for start, end in ranges]
    for start, end in shown.marks:
        assert any(shown.text[start:end] in one for one in plain)
