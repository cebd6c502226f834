"""Rolling: the hash of any stretch of a sequence of signs in constant time.

The hash of a stretch is a polynomial in an odd base, modulo 2**64, so that powers can be divided
out and stretches of any place and length compare. It only ever proposes: what is said to a reader
to stand in a text is compared sign by sign.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.sources.fold import Numbers, Signs

Hashes = NDArray[np.uint64]

_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 2**64)


class Rolling:
    """Hashes of the stretches of one sequence."""

    def __init__(self, signs: Signs) -> None:
        size = len(signs) + 1
        powers = _powers(_BASE, size)
        self._inverses = _powers(_INVERSE, size)
        self._sums = np.zeros(size, dtype=np.uint64)
        np.cumsum(_mixed(signs) * powers[:-1], out=self._sums[1:])

    def __len__(self) -> int:
        return len(self._sums) - 1

    def windows(self, starts: Numbers, lengths: Numbers | int) -> Hashes:
        """Return the hashes of the stretches that begin at `starts`; they must lie inside."""
        total: Hashes = self._sums[starts + lengths] - self._sums[starts]
        total *= self._inverses[starts]
        return total

    def every(self, length: int) -> Hashes:
        """Return the hash of each stretch of this length, by where it begins."""
        count = max(0, len(self) - length + 1)
        total: Hashes = self._sums[length : length + count] - self._sums[:count]
        total *= self._inverses[:count]
        return total


def _powers(base: int, size: int) -> Hashes:
    powers = np.full(size, base, dtype=np.uint64)
    powers[0] = 1
    return np.cumprod(powers, dtype=np.uint64)


def _mixed(signs: Signs) -> Hashes:
    """Spread code points over 64 bits (the finaliser of SplitMix64, Steele et al. 2014)."""
    mixed = signs.astype(np.uint64) + np.uint64(0x632BE59BD9B4E019)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def common(  # noqa: PLR0917 - two texts, where in each, and how far
    one: Rolling, starts: Numbers, other: Rolling, places: Numbers, limits: Numbers, step: int
) -> Numbers:
    """Return how many signs agree from each start in `one` and place in `other`, up to `limits`.

    `step` is 1 to read onwards, -1 to read back from just before them.
    """
    agreed = np.zeros(len(starts), dtype=np.int64)
    size = 1 << max(0, int(limits.max(initial=0)).bit_length())
    while size:
        inside = np.flatnonzero(agreed + size <= limits)
        done = agreed[inside]
        back = size if step < 0 else 0
        here = starts[inside] + step * done - back
        there = places[inside] + step * done - back
        same = one.windows(here, size) == other.windows(there, size)
        agreed[inside[same]] += size
        size >>= 1
    return agreed
