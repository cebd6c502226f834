"""Columns of a roll: the arrays of its digest, put in the order of drawings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from explorer.layout.columns import Columns, Sign
from explorer.rolls.roll import DigestRoll
from explorer.rolls.texts import Texts


def rolled_columns(
    roll: DigestRoll, kind_of: Callable[[str], int], disputed: Iterable[str] = ()
) -> Columns:
    """Lay the events of a roll out as `columns_of` would, with nothing decoded.

    `kind_of` numbers a type; `disputed` are the ids of events on which passages contradict each
    other, beside those that a passage disputes.
    """
    digest = roll.digest
    order = digest.by_start
    if roll.rows is not None:
        passes = np.zeros(len(digest), dtype=np.bool_)
        passes[roll.rows] = True
        order = order[passes[order]]
    kinds = np.array([kind_of(one) for one in digest.types.names], dtype=np.int8)
    signs = digest.signs.copy()
    place = Texts(digest.ids).places
    signs[[place[one] for one in disputed if one in place]] |= Sign.DISPUTED
    return Columns(
        ids=Texts(digest.ids, order),
        titles=Texts(digest.titles, order),
        start=digest.start[order],
        end=digest.end[order],
        core_start=digest.core_start[order],
        core_end=digest.core_end[order],
        importance=digest.importance[order],
        kind=kinds[digest.types.codes][order],
        signs=signs[order],
        track=np.zeros(len(order), dtype=np.int16),
    )
