"""Meeting: which two names events have together, for a great number of events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from explorer.rolls.ties import Ties

Ints = npt.NDArray[np.integer[Any]]


def met(ties: Ties, rows: Ints) -> Mapping[tuple[str, str], Ints]:
    """Return which of some rows, which rise, have each two names, these in their order."""
    order = sorted(range(len(ties.names)), key=ties.names.__getitem__)
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    first, last = ties.ends[rows], ties.ends[rows + 1]
    pairs, places = [], []
    most = int((last - first).max(initial=0))
    for one in range(most):
        for other in range(one + 1, most):
            having = np.flatnonzero(last - first > other)
            codes = rank[ties.codes[first[having] + one]], rank[ties.codes[first[having] + other]]
            pairs.append(np.minimum(*codes) * len(order) + np.maximum(*codes))
            places.append(having)
    if not pairs:
        return {}
    pair, place = np.concatenate(pairs), np.concatenate(places)
    by_pair = np.lexsort((place, pair))
    pair, place = pair[by_pair], place[by_pair]
    known, begun = np.unique(pair, return_index=True)
    names = [ties.names[at] for at in order]
    found = zip(known.tolist(), np.split(rows[place], begun[1:]), strict=True)
    return {(names[both // len(order)], names[both % len(order)]): those for both, those in found}
