"""Fold: a text reduced to the letters and signs that every edition of it should share.

Folding drops what typesetting changes (white space, unseen signs, quotation marks, hyphens and
dashes, emphasis marks), decomposes what is left (NFKD, Unicode Standard Annex 15, without raised
and lowered figures and fractions, which mean something else) and levels case. It is coarser than
`normalise`: it finds places. What was dropped between two signs is kept as `gaps`, by which the
module `gaps` tells whether a place holds every word.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from explorer.sources.normal import DASHES, DOUBLE_QUOTES, SINGLE_QUOTES, UNSEEN

Numbers = NDArray[np.int64]
Signs = NDArray[np.uint32]
Flags = NDArray[np.uint8]
Truths = NDArray[np.bool_]

SPACE, BREAK, DASH, SINGLE, DOUBLE, MARK = 1, 2, 4, 8, 16, 32
"""What a gap may hold: white space, a line's end, a dash, quotation marks, an emphasis mark."""

_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_COMPATIBLE = frozenset(
    f"<{kind}>"
    for kind in (
        *("compat", "wide", "narrow", "initial", "medial", "final", "isolated"),
        *("vertical", "small", "noBreak", "font"),
    )
)
_CATEGORIES = {"Pd": DASH, "Pi": DOUBLE, "Pf": DOUBLE, "Cf": 0, "Cc": 0}
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x30FF),
             (0x31F0, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))  # fmt: skip
"""Scripts that part no words by spaces: Thai, Lao, Burmese, Khmer, Han and kana."""


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """A folded text.

    `signs` are its code points, `starts` the offset of the code point of the text that each comes
    from, `gaps` what was dropped before each of them and after the last one. `words` tells of each
    whether it is a letter, mark or digit, `unspaced` whether its script goes without spaces, and
    `mark` whether it combines with the sign before. `length` counts the text's code points.
    """

    signs: Signs
    starts: Numbers
    gaps: Flags
    words: Truths
    unspaced: Truths
    mark: Truths
    length: int

    def index(self, offsets: Numbers) -> Numbers:
        """Return the number of the first folded sign at or after each offset of the text."""
        return np.searchsorted(self.starts, offsets).astype(np.int64)

    def end(self, index: int) -> int:
        """Return the offset in the text just after the code point of folded sign `index`."""
        return int(self.starts[index]) + 1

    def text(self) -> str:
        """Return the folded signs as a string."""
        return self.signs.tobytes().decode("utf-32-le", "surrogatepass")


@cache
def fold_sign(sign: str) -> tuple[str, int]:
    """Return what becomes of one code point, and where nothing does, what that leaves in a gap."""
    category = unicodedata.category(sign)
    if sign.isspace():
        return "", SPACE | BREAK if sign in _BREAKS else SPACE
    if sign in SINGLE_QUOTES or sign == "'":
        return "", SINGLE
    if sign in DOUBLE_QUOTES or sign == '"':
        return "", DOUBLE
    if sign in "*_":
        return "", MARK
    if sign in DASHES or sign == "-":
        return "", DASH
    if sign in UNSEEN or category in _CATEGORIES or _is_variation_selector(sign):
        return "", _CATEGORIES.get(category, 0)
    level = "".join(map(_decomposed, _decomposed(sign).casefold()))
    return "".join(one for one in level if not one.isspace()), 0


def _is_variation_selector(sign: str) -> bool:
    return "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"


def _decomposed(sign: str) -> str:
    tag = unicodedata.decomposition(sign).partition(" ")[0]
    if tag.startswith("<") and tag not in _COMPATIBLE:
        return sign
    return unicodedata.normalize("NFKD", sign)


def fold(text: str) -> Folded:
    """Fold a text; a sign at a time, so that any stretch of it folds to a stretch of the whole."""
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    table = _Table(raw)
    lengths = table.lengths[raw]
    kept = np.cumsum(lengths, dtype=np.int64)
    at = np.repeat(np.arange(len(raw), dtype=np.int64), lengths)
    inside = np.arange(len(at), dtype=np.int64) - (kept[at] - lengths[at])
    signs = table.signs[table.offsets[raw[at]] + inside]
    gaps = np.zeros(len(at) + 1, dtype=np.uint8)
    flags = table.flags[raw]
    for bit in (SPACE, BREAK, DASH, SINGLE, DOUBLE, MARK):
        gaps[kept[(flags & bit) > 0]] |= bit
    mark = table.marks[signs]
    if bool((mark[1:] & mark[:-1]).any()):
        signs = _ordered(signs, mark)
    return Folded(signs, at, gaps, table.wordy[signs], table.unspaced[signs], mark, len(raw))


class _Table:
    """What becomes of each code point that a text has, as arrays to look it up in."""

    def __init__(self, raw: Signs) -> None:
        size = int(raw.max()) + 1 if len(raw) else 1
        seen = np.zeros(size, dtype=np.bool_)
        seen[raw] = True
        self.lengths = np.zeros(size, dtype=np.int64)
        self.offsets = np.zeros(size, dtype=np.int64)
        self.flags = np.zeros(size, dtype=np.uint8)
        flat: list[str] = []
        for code in np.flatnonzero(seen).tolist():
            level, self.flags[code] = fold_sign(chr(code))
            self.lengths[code], self.offsets[code] = len(level), len(flat)
            flat.extend(level)
        codes = np.array([ord(one) for one in flat] or [0], dtype=np.uint32)
        self.signs = codes
        self.wordy, self.marks, self.unspaced = (
            np.zeros(int(codes.max()) + 1, dtype=np.bool_) for _ in range(3)
        )
        for one in set(flat):
            code, category = ord(one), unicodedata.category(one)
            self.wordy[code] = category[0] in "LMN"
            self.marks[code] = unicodedata.combining(one) > 0
            self.unspaced[code] = any(first <= code <= last for first, last in _UNSPACED)


def _ordered(signs: Signs, mark: Truths) -> Signs:
    """Put combining marks that follow each other into canonical order (by combining class)."""
    ordered = signs.copy()
    edges = np.flatnonzero(np.diff(np.concatenate(([False], mark, [False])).astype(np.int8)))
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if end - start > 1:
            run = sorted(map(chr, signs[start:end].tolist()), key=unicodedata.combining)
            ordered[start:end] = [ord(one) for one in run]
    return ordered
