"""Selection: one tagged union, resolved late."""

from __future__ import annotations

import pytest

from explorer.model.selection import (
    ActorSelected,
    ClusterSelected,
    EventsSelected,
    NoSelection,
    PassageSelected,
    Selection,
    SpanSelected,
    current_event,
    one_event,
    selected_events,
)
from explorer.model.span import TimeSpan


@pytest.mark.parametrize(
    ("selection", "current", "events"),
    [
        (NoSelection(), "", ()),
        (one_event("a"), "a", ("a",)),
        (EventsSelected(("a", "b"), "b"), "b", ("a", "b")),
        (ClusterSelected(("a", "b")), "", ("a", "b")),
        (ActorSelected("armenia"), "", ()),
        (ActorSelected("armenia", "a"), "a", ("a",)),
        (PassageSelected("p", "a"), "a", ("a",)),
        (SpanSelected(TimeSpan(0.0, 1.0)), "", ()),
    ],
)
def test_each_kind_of_selection_tells_its_events(
    selection: Selection, current: str, events: tuple[str, ...]
) -> None:
    """A selection names the event it is about and the events it picks, and no others."""
    assert current_event(selection) == current
    assert selected_events(selection) == events
