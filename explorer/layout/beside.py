"""Beside: events that may share time with a view and yet are drawn outside it.

Where an instant holds more events than there are lanes, the rest fan out over the time they may
have been at (see lanes.py); in a view of a part of that time, some of them stand beside it.
"""

from __future__ import annotations

import numpy as np

from explorer.layout.columns import Columns
from explorer.layout.lanes import Lanes


def beside(columns: Columns, lanes: Lanes, start: float, end: float) -> tuple[int, int]:
    """Count those of `start` to `end` (seconds UTC) that stand before it, and after it."""
    rows = lanes.fanned
    if not len(rows):
        return 0, 0
    shares = (columns.start[rows] < end) & (columns.end[rows] > start)
    before = int(np.count_nonzero(shares & (lanes.stands <= start)))
    return before, int(np.count_nonzero(shares & (lanes.stands >= end)))
