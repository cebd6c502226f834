"""Laying out: events of a session as the arrays that drawings are made of."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.layout.columns import Columns, columns_of
from explorer.layout.rolled import rolled_columns
from explorer.model.counting import type_counts
from explorer.model.records import Event
from explorer.rolls.roll import DigestRoll
from explorer.session.session import Session


def laid_out(session: Session, events: Sequence[Event]) -> Columns:
    """Return some events as arrays, by the session's clock; those of a roll are made once."""
    chronicle, kinds = session.chronicle, list(session.codebook.quads)
    numbers = {
        one: kinds.index(session.codebook.quad_of(one).id) for one in type_counts(chronicle.events)
    }
    timed = session.timed(events)
    if isinstance(timed, DigestRoll):
        return rolled_columns(timed, numbers.__getitem__, chronicle.contradicted)
    return columns_of(
        timed,
        session.whole(),
        numbers.__getitem__,
        is_single=lambda event: len(chronicle.sources_of(event)) == 1,
        is_disputed=chronicle.is_disputed,
    )
