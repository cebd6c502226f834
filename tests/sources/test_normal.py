"""The normal form of passages, and the index that leads back from it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.sources.normal import folded_words, normalise, tokens, words_of
from explorer.sources.text_index import TextIndex

SIGNS = (
    "ab Zé e\u0301\u0323ա\u00ad\u200b-—–'’“\"«…ﬁ\u00a0\u2009\n\t😀👩\u200d💻`.,(ק가ᄀ\u1161\u11a8"
)
TRICKY = st.text(st.sampled_from(SIGNS))
"""Texts made of little but what the normal form levels, composes or keeps apart."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two  words\n here", "two words here"),
        ("no\u00a0break\u202fspaces\u3000too", "no break spaces too"),
        ("exam\u00adple\u200b", "example"),
        ("‘single’ ‚quotes‛", "'single' 'quotes'"),
        ("“double” «quotes» „here‟", '"double" "quotes" "here"'),
        ("1992–1994 and—so", "1992-1994 and--so"),
        ("a well-\nworn phrase", "a well-worn phrase"),
        ("a dash — set apart", "a dash - set apart"),
        ("wait…", "wait..."),
        ("ﬁnal oﬀer", "final offer"),
        ("cafe\u0301", "café"),
        ("ﬔ", "մե"),
    ],
)
def test_what_editions_may_differ_in_is_levelled(one: str, other: str) -> None:
    """Spaces, unseen signs, quotes, dashes, ligatures and composition make no difference."""
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("May", "may"),
        ("café", "cafe"),
        ("10²", "102"),
        ("it is", "it is not"),
        ("ten men", "tenmen"),
        ("Stop.", "Stop"),
        ("ԵՎ", "եւ"),
    ],
)
def test_what_makes_a_difference_is_kept(one: str, other: str) -> None:
    """Case, diacritics, raised digits, punctuation and words count."""
    assert normalise(one) != normalise(other)


@given(st.text() | TRICKY)
def test_normal_form_is_its_own_normal_form(text: str) -> None:
    """Normalising twice is normalising once, and NFD text has the normal form of NFC text."""
    once = normalise(text)
    assert normalise(once) == once
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(
        unicodedata.normalize("NFC", text)
    )


@given(st.text() | TRICKY)
def test_tokens_make_up_the_normal_form(text: str) -> None:
    """The tokens of a text, one space between, are its normal form, and so the index has it."""
    assert " ".join(token.normal for token in tokens(text)) == normalise(text)
    assert TextIndex(text).normal == normalise(text)


@given(st.text() | TRICKY)
def test_words_stand_where_they_are_said_to(text: str) -> None:
    """Each word of a normal form is the casefolded slice at its offsets."""
    normal = normalise(text)
    words = words_of(normal)
    assert [normal[one.start : one.end].casefold() for one in words] == folded_words(normal)


@given(TRICKY)
def test_every_stretch_of_the_normal_form_leads_back(text: str) -> None:
    """The text between the original offsets of two words holds those words' normal form."""
    index = TextIndex(text)
    for first in range(len(index.words)):
        for last in range(first, len(index.words)):
            start, end = index.starts[first], index.ends[last]
            found = index.original(start, end)
            assert index.normal[start:end] in normalise(text[found.start : found.end])
