"""GramIndex: where in a folded text stretches of certain lengths stand."""

from __future__ import annotations

import numpy as np

from explorer.sources.fold import Folded, Numbers
from explorer.sources.rolling import Hashes, Rolling

LEVELS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32)
"""The lengths, in folded signs, for which an index can be asked."""


class GramIndex:
    """A folded text, the hashes of its stretches, and each level's hashes in order, made once."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.rolling = Rolling(folded.signs)
        self._levels: dict[int, tuple[Hashes, Numbers]] = {}

    def __len__(self) -> int:
        return len(self.rolling)

    def ranges(self, level: int, hashes: Hashes) -> tuple[Numbers, Numbers]:
        """Return for each hash from where to where in `places(level)` its places are listed."""
        known = self._level(level)[0]
        first = np.searchsorted(known, hashes, side="left")
        last = np.searchsorted(known, hashes, side="right")
        return first.astype(np.int64), last.astype(np.int64)

    def places(self, level: int) -> Numbers:
        """Return all places in the order of their hashes; equal ones in the order of the text."""
        return self._level(level)[1]

    def _level(self, level: int) -> tuple[Hashes, Numbers]:
        if level not in self._levels:
            hashes = self.rolling.every(level)
            order = np.argsort(hashes, kind="stable")
            self._levels[level] = hashes[order], order.astype(np.int64)
        return self._levels[level]


def spread(firsts: Numbers, counts: Numbers) -> tuple[Numbers, Numbers]:
    """Lay out ranges: return for each member the number of its range, and the member itself."""
    owner = np.repeat(np.arange(len(firsts), dtype=np.int64), counts)
    ends = np.cumsum(counts)
    inside = np.arange(len(owner), dtype=np.int64) - (ends - counts)[owner]
    return owner, firsts[owner] + inside
