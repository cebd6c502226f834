"""Columns of a roll: the arrays of its digest, put in the order of drawings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from explorer.layout.columns import Columns, Ints, Sign
from explorer.model.roll import Shared
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


def rolled_rows(
    roll: DigestRoll, columns: Columns, of: Shared, marked: Mapping[str, Sequence[str]]
) -> dict[str, Ints]:
    """Return the rows of `columns` that have each type, party, article or tag, "" for none.

    `columns` are those of events of the roll; `marked` gives further names of events by id.
    """
    ids = columns.ids
    if not isinstance(ids, Texts):
        raise TypeError(ids)
    place, ties = ids.place_of, roll.ties(of)
    found = {name: place[ties.rows(name)] for name in ties.names}
    further: dict[str, list[int]] = {}
    for id_, names in marked.items():
        if (row := columns.row_of.get(id_)) is not None:
            for name in names:
                further.setdefault(name, []).append(row)
    for name, more in further.items():
        before = found.get(name, np.zeros(0, dtype=np.int32))
        found[name] = np.concatenate((before, np.array(more, dtype=np.int64)))
    left = np.ones(len(columns), dtype=np.bool_)
    for name, rows in found.items():
        found[name] = np.unique(rows[rows >= 0])
        left[found[name]] = False
    found[""] = np.flatnonzero(left)
    return {name: rows for name, rows in found.items() if len(rows)}
