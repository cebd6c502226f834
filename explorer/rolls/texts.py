"""Texts: a great number of short texts in one block, each made a string when it is looked at."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, overload

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer[Any]]
Bytes = npt.NDArray[np.uint8]
Sums = npt.NDArray[np.uint32]

_AT_ONCE = 50_000
"""How many texts are put in order at once, to bound the memory that takes."""

_FACTOR = np.uint32(0x9E3779B1)


@dataclass(frozen=True, eq=False)
class Block:
    """Texts end to end as UTF-8: `ends` is where each ends, with a 0 before the first.

    `sums` holds a check sum of each in rising order and `places` the text that each belongs to;
    both are empty where texts are never looked for.
    """

    letters: Bytes
    ends: Ints
    sums: Ints
    places: Ints

    def text(self, at: int) -> str:
        """Return one text."""
        start, end = int(self.ends[at]), int(self.ends[at + 1])
        return self.letters[start:end].tobytes().decode()

    def find(self, text: str) -> int:
        """Return the place of a text, -1 where it is not among them."""
        raw = text.encode("utf-8", "surrogatepass")
        letters = np.frombuffer(raw, dtype=np.uint8)
        wanted = _sums(letters, np.array([0, len(raw)]))[0]
        at = int(np.searchsorted(self.sums, wanted))
        while at < len(self.sums) and self.sums[at] == wanted:
            place = int(self.places[at])
            if self.text(place) == text:
                return place
            at += 1
        return -1

    def holding(self, words: str) -> Ints:
        """Return the places of the texts that hold some words, in rising order.

        Each text ends with a sign that the words do not hold.
        """
        if not words:
            return np.arange(len(self.ends) - 1)
        wanted = re.compile(re.escape(words.encode("utf-8", "surrogatepass")))
        starts = [match.start() for match in wanted.finditer(self.letters.data)]
        return np.unique(np.searchsorted(self.ends, starts, side="right") - 1)


@dataclass(frozen=True, eq=False)
class Packed:
    """Texts end to end as UTF-8, with the number of bytes of each."""

    letters: Bytes
    lengths: Ints


def packed(texts: Sequence[str]) -> Packed:
    """Put texts end to end. Raises UnicodeEncodeError where one is no Unicode text."""
    # All at once, as one by one a million would take a second; a break stands behind each.
    letters = np.frombuffer("\n".join([*texts, ""]).encode(), dtype=np.uint8)
    is_break = letters == ord("\n")
    ends = np.flatnonzero(is_break)
    if len(ends) == len(texts):
        return Packed(letters[~is_break], np.diff(ends, prepend=-1) - 1)
    raw = [text.encode() for text in texts]
    lengths = np.array([len(one) for one in raw], dtype=np.int64)
    return Packed(np.frombuffer(b"".join(raw), dtype=np.uint8), lengths)


def block_of(parts: Sequence[Packed], order: Ints | None = None, *, sought: bool = False) -> Block:
    """Put the texts of some parts into a block, in an order of their own where one is given.

    Where they are `sought`, it is laid out so that they can be found quickly.
    """
    letters = np.concatenate([one.letters for one in parts])
    lengths = np.concatenate([one.lengths for one in parts])
    if order is not None:
        letters, lengths = _in_order(letters, lengths, order), lengths[order]
    ends = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=ends[1:])
    if ends[-1] < 2**31:
        ends = ends.astype(np.int32)
    sums = _sums(letters, ends) if sought else np.zeros(0, dtype=np.uint32)
    places = np.argsort(sums, kind="stable")
    return Block(letters, ends, sums[places], places.astype(np.int32))


def _in_order(letters: Bytes, lengths: Ints, order: Ints) -> Bytes:
    """Return texts put in another order."""
    if len(order) == len(lengths) and (order == np.arange(len(order))).all():
        return letters
    starts = np.cumsum(lengths) - lengths
    made = []
    for some in np.array_split(order, len(order) // _AT_ONCE + 1):
        if len(some) and (np.diff(some) == 1).all():
            made.append(letters[starts[some[0]] : starts[some[-1]] + lengths[some[-1]]])
            continue
        sizes = lengths[some]
        moved = np.repeat(starts[some] - (np.cumsum(sizes) - sizes), sizes)
        made.append(letters[moved + np.arange(len(moved))])
    return np.concatenate(made)


def _sums(letters: Bytes, ends: Ints) -> Sums:
    """Return a sum of each text in which each byte counts by where it stands."""
    weights = np.ones(int(np.diff(ends).max(initial=0)) + 1, dtype=np.uint32)
    np.cumprod(np.full(len(weights) - 1, _FACTOR, dtype=np.uint32), out=weights[1:])
    total = np.zeros(len(letters) + 1, dtype=np.uint32)
    for row in range(0, len(ends) - 1, _AT_ONCE):
        some = ends[row : row + _AT_ONCE + 1]
        start, end = int(some[0]), int(some[-1])
        at = np.arange(start, end) - np.repeat(some[:-1], np.diff(some))
        total[start + 1 : end + 1] = (letters[start:end] + np.uint32(1)) * weights[at]
    np.cumsum(total, out=total)  # it goes round at 2**32, and so does the difference
    return np.asarray(total[ends[1:]] - total[ends[:-1]], dtype=np.uint32)


class Texts(Sequence[str]):
    """All texts of a block, or some in an order of their own."""

    def __init__(self, block: Block, rows: Ints | None = None) -> None:
        self.block = block
        self.rows = rows

    def __len__(self) -> int:
        return len(self.block.ends) - 1 if self.rows is None else len(self.rows)

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> Texts: ...

    def __getitem__(self, at: int | slice) -> str | Texts:
        if isinstance(at, slice):
            return self.only(np.arange(len(self))[at])
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        place = at % len(self)
        return self.block.text(place if self.rows is None else int(self.rows[place]))

    def __iter__(self) -> Iterator[str]:
        if self.rows is not None:
            yield from map(self.block.text, self.rows.tolist())
            return
        letters, ends = self.block.letters.tobytes(), self.block.ends.tolist()
        for start, end in itertools.pairwise(ends):
            yield letters[start:end].decode()

    def only(self, rows: Ints) -> Texts:
        """Return some of the texts, without copying any."""
        return Texts(self.block, rows if self.rows is None else self.rows[rows])

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The first place of each text, where the block can be searched."""
        return _Places(self)

    def places_among(self, texts: Iterable[str]) -> Ints:
        """Return all places at which any of some texts stands, in rising order."""
        found = [at for at in map(self.block.find, texts) if at >= 0]
        if self.rows is None:
            return np.array(sorted(set(found)), dtype=np.int64)
        wanted = np.zeros(len(self.block.ends) - 1, dtype=np.bool_)
        wanted[found] = True
        return np.flatnonzero(wanted[self.rows])

    @cached_property
    def place_of(self) -> Ints:
        """The first place of each text of the block among these, -1 where it has none."""
        found = np.full(len(self.block.ends) - 1, -1, dtype=np.int32)
        rows = np.arange(len(self)) if self.rows is None else self.rows
        found[rows[::-1]] = np.arange(len(self) - 1, -1, -1, dtype=np.int32)
        return found


class _Places(Mapping[str, int]):
    """Texts looked for by what they say."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def __getitem__(self, text: str) -> int:
        at = self._texts.block.find(text) if isinstance(text, str) else -1
        if at >= 0 and self._texts.rows is not None:
            at = int(self._texts.place_of[at])
        if at < 0:
            raise KeyError(text)
        return at

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
