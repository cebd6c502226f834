"""Folding: the one way in which words are made comparable for search."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({"ə": "a", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae"})
_SIGNS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def fold(text: str) -> str:
    """Return `text` for comparison: case, diacritics and kinds of quote, dash and space levelled.

    Letters that Unicode does not decompose (ə, ı, ø, ...) fall to their nearest base letter, so
    that "aliyev" finds "Əliyev". Offsets are not kept.
    """
    if text.isascii():  # nothing to decompose, and most texts are searched so
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.translate(_SIGNS)).casefold()
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(bare.translate(_LETTERS).split())
