"""Tokens: the words of a text as the index holds them, and where each stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from explorer.model.folding import fold, fold_in_place
from explorer.model.romanising import is_latin, other_runs, romanised

_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Letters of scripts that are written without blanks: each is a word."""

_TOKEN = re.compile(rf"[{_ALONE}]|(?:(?![{_ALONE}])[^\W_])+(?:[+#]+(?![^\W_]))?")


class Token(NamedTuple):
    """A word as it is compared, and where it stands in its text: half-open code points."""

    word: str
    start: int
    end: int


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded; C++ and C# keep their signs."""
    return _TOKEN.findall(fold(text))


def latin_words_of(text: str) -> list[str]:
    """Return the words of a text in Latin letters; none where they are so as they stand."""
    return [] if is_latin(text) else words_of(romanised(text))


def tokens_of(text: str) -> list[Token]:
    """Return the words of `words_of` with their places."""
    return _placed(*fold_in_place(text))


def latin_tokens_of(text: str) -> list[Token]:
    """Return the words of `latin_words_of` with their places."""
    runs = other_runs(text)
    if not runs:
        return []
    signs, starts, ends = [], list[int](), list[int]()
    at = 0
    for start, end, latin in (*runs, (len(text), len(text), "")):
        plain, first, last = fold_in_place(text[at:start])
        signs += [plain, fold(latin)]
        starts += [at + one for one in first] + [start] * len(fold(latin))
        ends += [at + one for one in last] + [end] * len(fold(latin))
        at = end
    return _placed("".join(signs), starts, ends)


def _placed(folded: str, starts: list[int], ends: list[int]) -> list[Token]:
    return [
        Token(found.group(), starts[found.start()], ends[found.end() - 1])
        for found in _TOKEN.finditer(folded)
    ]
