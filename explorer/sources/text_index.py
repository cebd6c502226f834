"""TextIndex: a text in its normal form, its words, and the way back to its own offsets."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property

from explorer.sources.normal import Word, pieces, tokens, words_of
from explorer.sources.shingles import SIZE, shingle
from explorer.sources.text import Stretch


class TextIndex:
    """The normal form of one text, made once; each word has its place in it.

    Offsets into `normal` are code points of the normal form; `original` turns them into code
    points of the text as read.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts = array("q")
        self.ends = array("q")
        self._token_at = array("q")
        self._token_start = array("q")
        self._token_end = array("q")
        self._token_plain = array("b")
        self._aligned: dict[int, tuple[array[int], array[int]]] = {}
        self.normal = self._read(text)

    def _read(self, text: str) -> str:
        known: dict[str, list[Word]] = {}
        parts: list[str] = []
        at = 0
        for token in tokens(text):
            words = known.get(token.normal)
            if words is None:
                words = known[token.normal] = words_of(token.normal)
            for word in words:
                self.words.append(word.folded)
                self.starts.append(at + word.start)
                self.ends.append(at + word.end)
            self._token_at.append(at)
            self._token_start.append(token.start)
            self._token_end.append(token.end)
            self._token_plain.append(token.normal == text[token.start : token.end])
            parts.append(token.normal)
            at += len(token.normal) + 1
        return " ".join(parts)

    def original(self, start: int, end: int) -> Stretch:
        """Return where the normal form's [start, end) stands in the text as read."""
        return Stretch(self._original(start)[0], self._original(end - 1)[1])

    def _original(self, at: int) -> tuple[int, int]:
        token = bisect_right(self._token_at, at) - 1
        first, inside = self._token_start[token], at - self._token_at[token]
        if self._token_plain[token]:
            return first + inside, first + inside + 1
        starts, ends = self._alignment(token)
        return first + starts[inside], first + ends[inside]

    def _alignment(self, token: int) -> tuple[array[int], array[int]]:
        """Return where each code point of a token's normal form begins and ends in the token."""
        if token not in self._aligned:
            starts, ends = array("q"), array("q")
            for piece in pieces(self.text[self._token_start[token] : self._token_end[token]]):
                starts.extend([piece.start] * len(piece.normal))
                ends.extend([piece.end] * len(piece.normal))
            self._aligned[token] = starts, ends
        return self._aligned[token]

    @cached_property
    def laid(self) -> array[int]:
        """The shingle of full size at each word, up to the last that has one."""
        words = self.words
        return array("Q", (shingle(words[at : at + SIZE]) for at in range(len(words) - SIZE + 1)))

    def before(self, word: int) -> int:
        """Return the shingle of the words that stand before word number `word`."""
        return self.laid[word - SIZE] if word >= SIZE else shingle(self.words[:word])

    def after(self, word: int) -> int:
        """Return the shingle of the words that stand from word number `word` on."""
        return self.laid[word] if word < len(self.laid) else shingle(self.words[word:])

    def shingled(self, size: int, wanted: AbstractSet[int]) -> dict[int, list[int]]:
        """Return at which words the `wanted` shingles of `size` words begin."""
        words = self.words
        every: Iterable[int] = self.laid
        if size != SIZE:
            every = (shingle(words[at : at + size]) for at in range(len(words) - size + 1))
        found: dict[int, list[int]] = defaultdict(list)
        for at, one in enumerate(every):
            if one in wanted:
                found[one].append(at)
        return dict(found)
