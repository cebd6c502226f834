"""Candidates: all places worth a look for each of many quotes, found in a few sweeps of a text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from explorer.sources.fold import Numbers, Truths
from explorer.sources.folded_quotes import FoldedQuotes
from explorer.sources.gram_index import LEVELS, GramIndex, spread
from explorer.sources.rolling import common

_MANY = 16
"""Places of one stretch that are looked at each; one that stands more often tells too little."""

_AROUND = (16, 32, 8)
"""Lengths of the stretches around a quote by which one that stands too often is looked for."""


@dataclass(frozen=True, eq=False)
class Candidates:
    """Places where all folded signs of a quote stand, one row each, in the order of the quotes.

    `before` and `after` count the signs of its context that agree, next to it on either side.
    `counts` tells for each quote in how many places its words may stand, those left out included.
    """

    quotes: Numbers
    places: Numbers
    before: Numbers
    after: Numbers
    counts: Numbers


def find_candidates(index: GramIndex, quotes: FoldedQuotes) -> Candidates:
    """Find the places of each quote; of one that stands all over the text, those in its context."""
    counts, owners, places = _by_words(index, quotes)
    crowded = np.flatnonzero(counts > _MANY)
    around = [_by_context(index, quotes, crowded, size) for size in _AROUND if len(crowded)]
    owners = np.concatenate([owners, *(one for one, _ in around)])
    places = np.concatenate([places, *(one for _, one in around)])
    return measured(index, quotes, owners, places, counts)


def measured(
    index: GramIndex, quotes: FoldedQuotes, owners: Numbers, places: Numbers, counts: Numbers
) -> Candidates:
    """Keep the places where the words do stand, each once, and measure their contexts."""
    lengths = quotes.lengths[owners]
    inside = np.flatnonzero((places >= 0) & (places + lengths <= len(index)))
    key = np.unique(owners[inside] * (len(index) + 1) + places[inside])
    owners, places = np.divmod(key, len(index) + 1)
    lengths = quotes.lengths[owners]
    starts = quotes.starts[owners]
    same = index.rolling.windows(places, lengths) == quotes.rolling.windows(starts, lengths)
    owners, places, starts, lengths = (one[same] for one in (owners, places, starts, lengths))
    ends = places + lengths
    known = starts - quotes.prefixes[owners], quotes.suffixes[owners] - quotes.ends[owners]
    rolling, there = quotes.rolling, index.rolling
    before = common(rolling, starts, there, places, np.minimum(known[0], places), -1)
    after = common(
        rolling, starts + lengths, there, ends, np.minimum(known[1], len(index) - ends), 1
    )
    return Candidates(owners, places, before, after, counts)


def _by_words(index: GramIndex, quotes: FoldedQuotes) -> tuple[Numbers, Numbers, Numbers]:
    """Look for the rarest of three stretches of each quote's own words."""
    counts = np.zeros(len(quotes.starts), dtype=np.int64)
    found: list[tuple[Numbers, Numbers]] = []
    levels = np.searchsorted(np.array(LEVELS), quotes.lengths, side="right") - 1
    for number, level in enumerate(LEVELS):
        group = np.flatnonzero(levels == number)
        if not len(group):
            continue
        spare = quotes.lengths[group] - level
        shifts = np.stack([spare * 0, spare // 2, spare])
        firsts, sizes = _ranges(index, level, quotes, quotes.starts[group] + shifts)
        rarest = np.argmin(sizes, axis=0), np.arange(len(group))
        counts[group] = sizes[rarest]
        few = sizes[rarest] <= _MANY
        owner, at = spread(firsts[rarest][few], sizes[rarest][few])
        places = index.places(level)[at] - shifts[rarest][few][owner]
        found.append((group[few][owner], places))
    owners = [one for one, _ in found] or [counts[:0]]
    return counts, np.concatenate(owners), np.concatenate([at for _, at in found] or [counts[:0]])


def _by_context(
    index: GramIndex, quotes: FoldedQuotes, group: Numbers, size: int
) -> tuple[Numbers, Numbers]:
    """Look for the two rarest stretches of this size that touch or overlap each quote's ends."""
    half = size // 2
    ends = quotes.lengths[group]
    offsets = np.stack([
        np.full(len(group), -size), np.full(len(group), -half), ends - half, ends,
        np.full(len(group), -size - half), ends + half,
    ])  # fmt: skip
    starts = quotes.starts[group] + offsets
    fits = (starts >= quotes.prefixes[group]) & (starts + size <= quotes.suffixes[group])
    firsts, sizes = _ranges(index, size, quotes, np.where(fits, starts, 0), fits)
    rare = np.where((sizes > 0) & (sizes <= _MANY), sizes, _MANY + 1)
    owners, places = [], []
    columns = np.arange(len(group))
    for row in np.argsort(rare, axis=0, kind="stable")[:2]:
        few = rare[row, columns] <= _MANY
        chosen = row[few], columns[few]
        owner, at = spread(firsts[chosen], sizes[chosen])
        owners.append(group[few][owner])
        places.append(index.places(size)[at] - offsets[chosen][owner])
    return np.concatenate(owners), np.concatenate(places)


def _ranges(
    index: GramIndex,
    level: int,
    quotes: FoldedQuotes,
    starts: Numbers,
    wanted: Truths | None = None,
) -> tuple[Numbers, Numbers]:
    """Return where the stretches of `quotes` at `starts` are listed in the index, and how many."""
    flat = starts.ravel()
    known = np.arange(len(flat)) if wanted is None else np.flatnonzero(wanted.ravel())
    first, last = index.ranges(level, quotes.rolling.windows(flat[known], level))
    firsts, sizes = np.zeros_like(flat), np.zeros_like(flat)
    firsts[known], sizes[known] = first, last - first
    return firsts.reshape(starts.shape), sizes.reshape(starts.shape)
