"""Links and disagreements from the rows of coding sheets, every reference checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from explorer.model.records import (
    DIFFERENCES,
    LINK_KINDS,
    MATTERS,
    Difference,
    Disagreement,
    Event,
    Link,
    LinkKind,
    Matter,
    Side,
)
from explorer.sources.coding_records import Known, ids_of
from explorer.sources.coding_sheets import Row


def links(rows: Iterable[Row], known: Known) -> tuple[Link, ...]:
    """Read the links, each of which may stand once."""
    found: dict[str, Link] = {}
    for row in rows:
        one = link(row, known)
        if one.id in found:
            row.fault(f"the link '{one.id}' stands twice")
        found[one.id] = one
    return tuple(found.values())


def link(row: Row, known: Known) -> Link:
    """Read a link between two events."""
    row.only("from", "to", "kind", "answer", "note")
    ends = [_event_named(row, row.text(key, None), known) for key in ("from", "to")]
    if ends[0] and ends[0] == ends[1]:
        row.fault(f"links the event '{ends[0]}' to itself")
    kind = cast("LinkKind", row.choice("kind", LINK_KINDS))
    answer = row.choice("answer", known.codebook.answers, "")
    if answer and kind and kind != "responds_to":
        row.fault(f"only a link of the kind 'responds_to' has an 'answer', not '{kind}'")
    return Link(f"{ends[0]}--{kind}--{ends[1]}", kind, ends[0], ends[1], row.text("note"), answer)


def disagreements(
    rows: list[Row], known: Known, events: Iterable[Event]
) -> tuple[Disagreement, ...]:
    """Read the matters on which passages differ; each side is a passage of one of its events."""
    ids_of(rows)
    cited = {event.id: {support.passage for support in event.support} for event in events}
    found = []
    for row in rows:
        one = _disagreement(row, known)
        bearing = set().union(*(cited.get(event, ()) for event in one.events))
        for side in one.sides:
            if side.passage and side.passage not in bearing:
                row.fault(f"the passage '{side.passage}' bears on none of its events")
        found.append(one)
    return tuple(found)


def _disagreement(row: Row, known: Known) -> Disagreement:
    row.only("id", "kind", "about", "note", "sides", "events")
    sides = tuple(_side(one, known) for one in row.rows("sides"))
    if len({side.passage for side in sides}) < 2:
        row.fault("needs two 'sides' of different passages")
    events = tuple(dict.fromkeys(_event_named(row, one, known) for one in row.texts("events")))
    if not events:
        row.fault("names no event in 'events'")
    return Disagreement(
        row.text("id"),
        cast("Difference", row.choice("kind", DIFFERENCES)),
        cast("Matter", row.choice("about", MATTERS)),
        row.text("note", None),
        sides,
        events,
    )


def _side(row: Row, known: Known) -> Side:
    row.only("at", "says")
    _, passage = known.book.published(row, row.text("at", None))
    return Side(passage, row.text("says", None))


def _event_named(row: Row, event: str, known: Known) -> str:
    if event and event not in known.events:
        row.fault(f"names an unknown event '{event}'")
    return event
