"""Folding: the one way in which words are made comparable for search."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_LETTERS = str.maketrans({"ə": "a", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae"})
_SIGNS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


class _Bare(dict[int, int | None]):
    """Takes away what is set above or below letters; each sign is looked up once."""

    def __missing__(self, sign: int) -> int | None:
        self[sign] = None if unicodedata.combining(chr(sign)) else sign
        return self[sign]


_BARE = _Bare()


def fold(text: str) -> str:
    """Return `text` for comparison: case, diacritics and kinds of quote, dash and space levelled.

    Letters that Unicode does not decompose (ə, ı, ø, ...) fall to their nearest base letter, so
    that "aliyev" finds "Əliyev". Offsets are not kept.
    """
    return " ".join(_levelled(text).split())


def own_words(title: str, summary: str, place: str, tags: Iterable[str]) -> str:
    """Return the words of an event's own to search, folded, in one line."""
    return fold(f"{title}\n{summary}\n{place}\n{' '.join(tags)}")


def fold_in_place(text: str) -> tuple[str, list[int], list[int]]:
    """Return `text` folded, and for each sign of it where what it stands for begins and ends.

    The words are those of `fold`; white space stays as it is. Begin and end are half-open code
    points of `text`; what follows a letter to be joined to it belongs to it.
    """
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    if text.isascii():
        return text.lower(), list(range(len(text))), list(range(1, len(text) + 1))
    for at, sign in enumerate(text):
        levelled = _levelled_sign(sign)
        if not levelled and ends:
            ends[-1] = at + 1
        signs.append(levelled)
        starts.extend([at] * len(levelled))
        ends.extend([at + 1] * len(levelled))
    return "".join(signs), starts, ends


@lru_cache(maxsize=4_096)
def _levelled_sign(sign: str) -> str:
    return _levelled(sign)


def _levelled(text: str) -> str:
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_SIGNS)).casefold()
    return decomposed.translate(_BARE).translate(_LETTERS)
