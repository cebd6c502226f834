"""The paragraph around a passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.quotes.context import context_of, paragraph_at, paragraph_number


def test_a_very_long_paragraph_is_cut_at_words() -> None:
    """Around a passage in a paragraph of thousands of words only its neighbourhood is kept."""
    text = "word " * 2_000 + "Here it is. " + "more " * 2_000
    start = text.index("Here")
    found = context_of(text, paragraph_at(text, start, start + 11), ((start, start + 11),))
    assert found.cut_before
    assert found.cut_after
    assert found.quote == "Here it is."
    assert len(found.text) < 1_000
    assert found.text.startswith("word ")
    assert found.text.endswith(" more")


@given(st.text("ab \n🌄", min_size=1, max_size=80), st.data())
def test_a_context_always_quotes_its_mark(text: str, data: st.DataObject) -> None:
    """Whatever the text, the marked words of a context are those asked for."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = context_of(text, paragraph_at(text, start, end), ((start, end),))
    assert found.quote == text[start:end]
    assert text[found.start : found.start + len(found.text)] == found.text


def test_paragraphs_are_counted_without_blank_lines() -> None:
    """Blank lines part paragraphs and are none."""
    assert [paragraph_number("a\n\n  \nb\nc", at) for at in (0, 6, 8)] == [1, 2, 3]
