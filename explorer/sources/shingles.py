"""Shingles: hashes of short runs of words, by which a passage is found without carrying its words.

A fingerprint is a tuple of whole numbers below 2**32:

    (twins, before, after, tile, tile, ...)

`twins` counts the other places of its own edition where the same words stand; `before` and `after`
are the shingles of the four words on either side (0: not known); the tiles are the shingles of the
passage, laid end to end, the last one ending with the passage (so it may lap over the one before).
A passage of four words or fewer has one tile of all its words.

Tiles do not overlap and are only 32 bits wide on purpose. Shingles at every word could be chained,
one word guessed at a time; and some millions of four-word runs share any one 32-bit hash, so that a
tile alone tells nobody what stands there. That a place found is the right one is never left to
them: the SHA-256 of the whole normalised passage decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b, sha256
from typing import NamedTuple

from explorer.sources.normal import normalise

SIZE = 4
"""Words in a shingle."""

UNKNOWN = 0
"""Stands for the shingle of a context that was not recorded."""


class Clues(NamedTuple):
    """A fingerprint taken apart (see the module)."""

    twins: int
    before: int
    after: int
    tiles: tuple[int, ...]


def read_clues(fingerprint: Sequence[int]) -> Clues:
    """Take a fingerprint apart; one too short to hold a tile has none."""
    if len(fingerprint) < 4:
        return Clues(0, UNKNOWN, UNKNOWN, ())
    twins, before, after, *tiles = fingerprint
    return Clues(twins, before, after, tuple(tiles))


def shingle(words: Sequence[str]) -> int:
    """Return the 32-bit hash of casefolded words: BLAKE2b (RFC 7693) of them, one space between."""
    spoken = " ".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(spoken, digest_size=4).digest(), "big")


def tiles(words: Sequence[str]) -> tuple[int, ...]:
    """Return the shingles that cover `words` end to end; none when there is no word."""
    if len(words) <= SIZE:
        return (shingle(words),) if words else ()
    inner = range(0, len(words) - SIZE, SIZE)
    return (*(shingle(words[at : at + SIZE]) for at in inner), shingle(words[-SIZE:]))


def passage_hash(text: str) -> str:
    """Return the SHA-256 (hex) of the normal form of a passage."""
    return hash_of_normal(normalise(text))


def hash_of_normal(normal: str) -> str:
    """Return the SHA-256 (hex) of a passage that is in its normal form already."""
    return sha256(normal.encode("utf-8", "surrogatepass")).hexdigest()
