"""Density: how many events there may be in each column of px."""

from __future__ import annotations

import numpy as np

from explorer.layout.columns import Columns, Ints


def density(columns: Columns, start: float, end: float, bins: int) -> Ints:
    """Count the events that may share time with each of `bins` equal parts of a span.

    `start` and `end` are seconds UTC; an event counts in every part that it touches.
    """
    if not len(columns) or bins < 1:
        return np.zeros(max(bins, 0), dtype=np.int64)
    inside = columns.inside(start, end)
    width = (end - start) / bins
    first = np.clip(np.floor((columns.start[inside] - start) / width), 0, bins - 1)
    last = np.clip(np.ceil((columns.end[inside] - start) / width) - 1, first, bins - 1)
    begun = np.bincount(first.astype(np.int64), minlength=bins + 1)
    ended = np.bincount(last.astype(np.int64) + 1, minlength=bins + 1)
    counts: Ints = np.cumsum(begun - ended)[:bins]
    return counts
