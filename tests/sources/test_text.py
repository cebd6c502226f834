"""Texts are read one way, and paragraphs and sentences are counted one way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.errors import QuotelineError
from explorer.sources.text import decode_text, paragraphs, sentences


def test_line_ends_and_byte_order_mark_are_levelled() -> None:
    """CRLF, CR and LF all read as LF, and a byte order mark is no part of the text."""
    assert decode_text(b"\xef\xbb\xbfone\r\ntwo\rthree\n", "a.txt") == "one\ntwo\nthree\n"


@pytest.mark.parametrize("raw", [b"caf\xe9", b"a\x00b"])
def test_a_file_that_is_no_text_is_named(raw: bytes) -> None:
    """Wrong bytes give an error with the file's name and what to do."""
    with pytest.raises(QuotelineError, match=r"^a\.txt: not .*Save the article as plain UTF-8"):
        decode_text(raw, "a.txt")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("One thing. Another thing.", 2),
        ("Mr. Vale met Gen. Orr. They spoke.", 2),
        ("J. K. Moss wrote it. Was it so? Yes!", 3),
        ("“It is done.” He left. 12 remained.", 2),
        ("It cost 3.5 coins, i.e. too much. Փակ է: Дом стоит. Конец.", 3),
    ],
)
def test_sentences_are_counted_plainly(text: str, counted: int) -> None:
    """A full stop before a capital ends a sentence; initials, titles and digits do not."""
    (paragraph,) = paragraphs(text)
    assert len(sentences(text, paragraph)) == counted


@given(st.text(st.sampled_from("aB .!?”\n\t“")))
def test_counting_loses_no_word(text: str) -> None:
    """Paragraphs and their sentences, in order and apart, hold all that is not white space."""
    at = 0
    kept = ""
    for paragraph in paragraphs(text):
        for one in sentences(text, paragraph):
            assert at <= one.start < one.end <= paragraph.end
            kept += text[one.start : one.end]
            at = one.end
    assert "".join(kept.split()) == "".join(text.split())
