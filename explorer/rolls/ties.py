"""Ties: which of some names each event has, for a great number of events."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer[Any]]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Ties:
    """`codes` are numbers of `names`, those of each row end to end; `ends` tells where each ends.

    `ends` has a 0 before the first. No row has a name twice.
    """

    names: tuple[str, ...]
    codes: Ints
    ends: Ints

    @cached_property
    def code(self) -> Mapping[str, int]:
        """The number of each name."""
        return {name: code for code, name in enumerate(self.names)}

    @cached_property
    def _by_code(self) -> tuple[Ints, Ints]:
        """The rows of each name end to end, each in rising order, and where each begins."""
        small = len(self.names) < 2**15  # of small numbers numpy sorts many times faster
        order = np.argsort(self.codes.astype(np.int16) if small else self.codes, kind="stable")
        rows = np.repeat(np.arange(len(self.ends) - 1, dtype=np.int32), np.diff(self.ends))[order]
        return rows, np.searchsorted(self.codes[order], np.arange(len(self.names) + 1))

    def rows(self, name: str) -> Ints:
        """Return the rows that have a name, in rising order."""
        at = self.code.get(name)
        if at is None:
            return np.zeros(0, dtype=np.int64)
        rows, begun = self._by_code
        return rows[begun[at] : begun[at + 1]]

    def any_of(self, names: Collection[str]) -> Bools:
        """Tell of each row whether it has any of some names."""
        found: Bools = np.zeros(len(self.ends) - 1, dtype=np.bool_)
        for name in names:
            found[self.rows(name)] = True
        return found

    def counts(self, rows: Ints | None = None) -> Mapping[str, int]:
        """Return how many rows, or how many of some, have each name; names that none has lack."""
        codes = self.codes
        if rows is not None:
            chosen: Bools = np.zeros(len(self.ends) - 1, dtype=np.bool_)
            chosen[rows] = True
            codes = codes[np.repeat(chosen, np.diff(self.ends))]
        counted = np.bincount(codes, minlength=len(self.names)).tolist()
        return {name: count for name, count in zip(self.names, counted, strict=True) if count}

    @property
    def sizes(self) -> Ints:
        """How many names each row has."""
        return np.diff(self.ends)


class Numbers(dict[str, int]):
    """Names, each numbered when it is first met."""

    def __missing__(self, name: str) -> int:
        number = self[name] = len(self)
        return number


def ties_of(names: tuple[str, ...], codes: Ints, rows: Ints, count: int) -> Ties:
    """Return the ties of `count` rows: numbers of names one by one, and the row that has each.

    A name that a row has twice counts once, where it comes first.
    """
    if (rows[1:] < rows[:-1]).any():
        order = np.argsort(rows, kind="stable")
        codes, rows = codes[order], rows[order]
    both = rows * np.int64(len(names) + 1) + codes
    listed = np.sort(both)
    if (listed[1:] == listed[:-1]).any():
        first = np.sort(np.unique(both, return_index=True)[1])
        codes, rows = codes[first], rows[first]
    ends = np.zeros(count + 1, dtype=np.int32)
    np.cumsum(np.bincount(rows, minlength=count), out=ends[1:])
    return Ties(names, codes, ends)
