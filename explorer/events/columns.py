"""Columns of the table of events, and what very many events are put in order by."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from explorer.model.records import Event
from explorer.rolls.roll import DigestRoll
from explorer.rolls.sorting import named_keys, sizes, title_keys
from explorer.session.session import Session


class Column(IntEnum):
    """The columns, from left to right."""

    STAR = 0
    DATE = 1
    TITLE = 2
    TYPE = 3
    SOURCES = 4
    ACTORS = 5


def roll_keys(events: Sequence[Event], column: Column, session: Session) -> Sequence[int | str]:
    """Return what the events of a roll are sorted by, nothing where they are on no roll."""
    if not isinstance(events, DigestRoll):
        return ()
    match column:
        case Column.STAR:
            marked = session.workspace.bookmark
            return [id_ in marked for id_ in events.ids]
        case Column.TYPE:
            name = session.codebook.type_name
            return named_keys(events, "type", lambda some: name(some[0]))
        case Column.ACTORS:
            known = session.chronicle.actor
            return named_keys(
                events, "party", lambda some: ", ".join(known[one].name for one in some)
            )
        case Column.SOURCES:
            return sizes(events, "article")
        case _:
            return title_keys(events)
