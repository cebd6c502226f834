"""Collections: an order of the reader's own that no move loses or doubles anything of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.model.collecting import Collection, Entry
from explorer.model.workspace import Workspace

EVENTS = st.lists(st.sampled_from("abcdefgh"), unique=True)
COLLECTIONS = EVENTS.map(
    lambda some: Collection("One", entries=tuple(Entry(one, f"On {one}") for one in some))
)


@given(COLLECTIONS, st.sampled_from("abcdefgh"), st.integers(-3, 12))
def test_a_move_keeps_every_entry(collection: Collection, event: str, place: int) -> None:
    """The entry stands where it was put, or as near as it goes; the others keep their order."""
    moved = collection.moved(event, place)
    assert sorted(moved.events) == sorted(collection.events)
    assert [o for o in moved.events if o != event] == [o for o in collection.events if o != event]
    if event in collection.events:
        wanted = max(0, min(place, len(collection.entries) - 1))
        assert moved.events[wanted] == event
        assert moved.entry(event) == collection.entry(event)
        assert moved.moved(event, collection.events.index(event)) == collection


@given(COLLECTIONS, EVENTS)
def test_events_are_added_once_and_taken_out(collection: Collection, events: list[str]) -> None:
    """What is in it keeps its place; what is added and taken out again leaves it as it was."""
    added = collection.with_events([*events, *events])
    assert added.entries[: len(collection.entries)] == collection.entries
    assert set(added.events) == {*collection.events, *events}
    assert len(set(added.events)) == len(added.events)
    fresh = set(events) - set(collection.events)
    assert added.without_events(fresh) == collection


def test_a_workspace_tells_where_an_event_is_collected() -> None:
    """By event: each collection with the place in it; a replaced one keeps its own place."""
    first = Collection("One").with_events("ab")
    second = Collection("Two").with_events("b")
    both = Workspace().with_collection(first).with_collection(second)
    assert both.collected["b"] == ((first, 1), (second, 0))
    assert "c" not in both.collected
    longer = first.with_events("c")
    assert both.with_collection(longer).collections == (longer, second)
    assert both.without_collection("One").collections == (second,)
