"""Describing: a selector has context enough to be told from its twins, cut between words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.sources.describing import LEAST, MOST, describe
from explorer.sources.quote_places import find_quotes
from explorer.sources.status import Status
from tests.sources.editions import joined, texts


@given(texts(), st.data())
def test_a_selector_holds_what_stands_there(
    paragraphs: list[list[str]], data: st.DataObject
) -> None:
    """Prefix, words and suffix are the text around the place, and its start is the place."""
    text = joined(paragraphs)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    one = describe(text, start, end)
    assert one.start == start
    assert one.exact == text[start:end]
    assert text[:start].endswith(one.prefix)
    assert text[end:].startswith(one.suffix)


@given(texts(), st.data())
def test_a_described_passage_is_found_without_its_start(
    paragraphs: list[list[str]], data: st.DataObject
) -> None:
    """The context alone leads back to a sentence, since it stands only once with it."""
    text = joined(paragraphs)
    sentence = data.draw(st.sampled_from([one for some in paragraphs for one in some]))
    start = text.index(sentence)
    one = describe(text, start, start + len(sentence))
    (found,) = find_quotes([one], text)
    assert (found.status, found.start, found.end) == (Status.EXACT, start, start + len(sentence))


def test_context_grows_until_it_tells_twins_apart() -> None:
    """Two copies of a long stretch get a context that reaches beyond it."""
    copy = "The council met and said nothing of the matter to anyone that day. " * 2
    text = f"In May it was so. {copy}In June it was so again. {copy}That was all."
    second = text.rindex("said nothing")
    one = describe(text, second, second + len("said nothing"))
    around = one.prefix + one.exact + one.suffix
    assert len(one.prefix) > LEAST
    assert text.count(around) == 1


def test_context_is_cut_between_words() -> None:
    """No half word stands at either end, unless one word fills the whole context."""
    text = " ".join(f"word{number}" for number in range(100))
    start = text.index("word50")
    one = describe(text, start, start + 6)
    assert one.prefix.split() == [f"word{n}" for n in range(50 - len(one.prefix.split()), 50)]
    assert one.suffix.split() == [f"word{n}" for n in range(51, 51 + len(one.suffix.split()))]


def test_a_word_without_end_is_cut_where_it_must_be() -> None:
    """A text of one line without a space still has a context, no longer than it may be."""
    one = describe("ab" * 5000, 5000, 5010)
    assert len(one.prefix) == len(one.suffix) == MOST


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 6)])
def test_what_is_no_stretch_is_refused(start: int, end: int) -> None:
    """An empty, turned or too long stretch has no selector."""
    with pytest.raises(ValueError, match="no stretch"):
        describe("seven", start, end)
