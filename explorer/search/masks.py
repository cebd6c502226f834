"""Masks: which rows of an index a tree lets through, a byte for each row."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from explorer.model.query import Field
from explorer.search.expression import expression
from explorer.search.index import Index
from explorer.search.terms import Every, Some, Tree, Ways, Without

Mask = npt.NDArray[np.uint8]
EventsOf = Callable[[Field], frozenset[str]]


def mask_of(tree: Tree, index: Index, events_of: EventsOf) -> Mask:
    """Return 1 for each row that a tree lets through, in the order of rows.

    `events_of` gives the events that have what a field asks for; a row has it by any of its own.
    """
    match tree:
        case Field():
            return _of_events(index, events_of(tree))
        case Without(of):
            return (1 - mask_of(of, index, events_of)).astype(np.uint8)
        case Ways():
            return _of_rows(index, str(expression(tree)))
        case Every(parts):
            return _all_of(parts, index, events_of)
        case Some(parts):
            return _any_of(parts, index, events_of)


def _all_of(parts: tuple[Tree, ...], index: Index, events_of: EventsOf) -> Mask:
    """Return what all parts let through; what is unwanted is asked for at once."""
    made = np.ones(len(index.documents), np.uint8)
    unwanted = tuple(part.of for part in parts if isinstance(part, Without))
    if unwanted:
        made &= 1 - _any_of(unwanted, index, events_of)
    for part in parts:
        if not isinstance(part, Without):
            made &= mask_of(part, index, events_of)
    return made


def _any_of(parts: tuple[Tree, ...], index: Index, events_of: EventsOf) -> Mask:
    """Return what any part lets through; what FTS5 can say is asked at once."""
    worded = tuple(part for part in parts if expression(part) is not None)
    made = np.zeros(len(index.documents), np.uint8)
    if worded:
        made |= _of_rows(index, str(expression(Some(worded))))
    for part in parts:
        if part not in worded:
            made |= mask_of(part, index, events_of)
    return made


def _of_rows(index: Index, said: str) -> Mask:
    made = np.zeros(len(index.documents), np.uint8)
    made[index.holding(said) - 1] = 1
    return made


def _of_events(index: Index, events: frozenset[str]) -> Mask:
    made = np.zeros(len(index.documents), np.uint8)
    known = index.rows_of_event
    rows = [row for event in events for row in known.get(event, ())]
    made[np.array(rows, np.int64) - 1] = 1
    return made
