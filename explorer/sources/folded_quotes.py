"""FoldedQuotes: many text quotes folded at once, each with its context before and behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from explorer.sources.fold import BREAK, Folded, Numbers, fold
from explorer.sources.rolling import Rolling

CONTEXT = 256
"""Code points of context that are looked at on either side."""

_APART = "\ufdd0"
"""A noncharacter: parts one quote from the next, so that nothing combines across."""

_STOPS = np.array([ord(one) for one in ".!?։:;՝"], dtype=np.uint32)
_WIDE_STOPS = np.array([ord(one) for one in "。｡"], dtype=np.uint32)
"""Full stops that need no white space behind them."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage to be found by its words: a W3C TextQuoteSelector, and where it used to begin.

    `start` counts code points; None where it is not known.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None


@dataclass(frozen=True, eq=False)
class FoldedQuotes:
    """Folded quotes laid end to end: for each where its prefix begins, its words, its suffix, end.

    All four count folded signs of `folded`; `leads` counts the code points of each quote's words
    before the first folded sign.
    """

    folded: Folded
    prefixes: Numbers
    starts: Numbers
    ends: Numbers
    suffixes: Numbers
    leads: Numbers

    @cached_property
    def rolling(self) -> Rolling:
        """The hashes of all stretches."""
        return Rolling(self.folded.signs)

    @cached_property
    def text(self) -> str:
        """The folded signs of all quotes."""
        return self.folded.text()

    @cached_property
    def lengths(self) -> Numbers:
        """How many folded signs the words of each have."""
        return self.ends - self.starts

    @cached_property
    def bounds(self) -> tuple[Numbers, Numbers]:
        """How many signs of each prefix and suffix belong to the quote's own sentence or line."""
        stops = boundaries(self.folded)
        last = np.maximum.accumulate(np.where(stops, np.arange(len(stops)), -1))
        first = np.minimum.accumulate(np.where(stops, np.arange(len(stops)), len(stops))[::-1])[
            ::-1
        ]
        before = self.starts - np.maximum(last[self.starts], self.prefixes)
        after = np.minimum(first[self.ends], self.suffixes) - self.ends
        return before, after


def boundaries(folded: Folded) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell of each place between folded signs, ends included, whether a sentence or line may end.

    That is where a line breaks, or where a gap follows a full stop or its like.
    """
    found: np.ndarray[tuple[int], np.dtype[np.bool_]] = (folded.gaps & BREAK) > 0
    stops = np.isin(folded.signs, _STOPS) & ((folded.gaps[1:] > 0) | _beside_unspaced(folded))
    found[1:] |= stops | np.isin(folded.signs, _WIDE_STOPS)
    found[0] = found[-1] = True
    return found


def _beside_unspaced(folded: Folded) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell of each sign whether the one before it is of a script that needs no spaces."""
    return np.concatenate(([False], folded.unspaced[:-1]))[: len(folded.signs)]


def fold_quotes(quotes: Sequence[Quoted]) -> FoldedQuotes:
    """Fold many quotes; contexts are cut to what is looked at."""
    parts: list[str] = []
    offsets = np.zeros((len(quotes), 4), dtype=np.int64)
    at = 0
    for number, one in enumerate(quotes):
        prefix, suffix = one.prefix[-CONTEXT:], one.suffix[:CONTEXT]
        start = at + len(prefix)
        end = start + len(one.exact)
        offsets[number] = at, start, end, end + len(suffix)
        parts += (prefix, one.exact, suffix, _APART)
        at = end + len(suffix) + 1
    folded = fold("".join(parts))
    prefixes, starts, ends, suffixes = (folded.index(offsets[:, side]) for side in range(4))
    leads = folded.starts[starts] - offsets[:, 1]
    return FoldedQuotes(folded, prefixes, starts, ends, suffixes, leads)
