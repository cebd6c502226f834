from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.arcs import Point, Room, arc, settle

ROOM = Room(0.0, 40.0, 800.0, 600.0)
POINTS = st.builds(Point, st.floats(-3_000, 3_000), st.floats(-500, 1_500))
LABELS = st.builds(
    lambda left, top, width: Room(left, top, left + width, top + 20.0),
    st.floats(-500, 1_200),
    st.floats(-100, 900),
    st.floats(10, 300),
)


@given(POINTS, POINTS)
def test_an_arc_stays_in_its_room(start: Point, end: Point) -> None:
    """No point of an arc lies outside, wherever its ends are."""
    drawn = arc(start, end, ROOM)
    for step in range(21):
        x, y = drawn.at(step / 20)
        assert ROOM.left - 1e-6 <= x <= ROOM.right + 1e-6
        assert ROOM.top - 1e-6 <= y <= ROOM.bottom + 1e-6


@given(POINTS, POINTS)
def test_an_arc_tells_whether_its_end_is_in_sight(start: Point, end: Point) -> None:
    """An end in sight is met exactly; for one beyond the arc leaves at the nearest edge."""
    drawn = arc(start, end, ROOM)
    inside = ROOM.left <= end.x <= ROOM.right and ROOM.top <= end.y <= ROOM.bottom
    assert drawn.leaves is not inside
    assert (drawn.at(1.0) == end) or drawn.leaves
    if end.x > ROOM.right:
        assert drawn.end.x == ROOM.right


def test_an_arc_bends_up_where_there_is_room() -> None:
    """Between two points in the middle it lies above both, near the top below both."""
    assert arc(Point(100, 300), Point(400, 320), ROOM).middle.y < 300
    assert arc(Point(100, 50), Point(400, 60), ROOM).middle.y > 60


def test_an_arc_between_lanes_bends_to_a_side() -> None:
    """Of two points above one another it lies to the right, at the right edge to the left."""
    assert arc(Point(100, 100), Point(101, 400), ROOM).middle.x > 120
    assert arc(Point(799, 100), Point(798, 400), ROOM).middle.x < 780


@given(st.lists(LABELS, max_size=12))
def test_labels_never_overlap(wanted: list[Room]) -> None:
    """Settled labels lie in the room, keep their size, and none meets another."""
    found = settle(wanted, ROOM)
    assert len(found) == len(wanted)
    placed = [label for label in found if label is not None]
    assert not any(first.meets(other) for first, other in combinations(placed, 2))
    for label, want in zip(found, wanted, strict=True):
        if label is not None:
            assert ROOM.holds(label)
            assert abs((label.right - label.left) - (want.right - want.left)) < 1e-9


@given(LABELS)
def test_a_lone_label_always_finds_room(wanted: Room) -> None:
    """What fits the room is only moved into it."""
    assert settle([wanted], ROOM) != [None]


def test_a_label_is_not_lost_to_rounding() -> None:
    """One that ends a hair beyond the edge by arithmetic alone still has its place."""
    for tenths in range(1, 400):
        width = tenths * 0.7
        wanted = Room(790.1, 50.0, 790.1 + width, 70.0)
        assert settle([wanted], Room(341.3, 40.0, 799.9, 600.0)) != [None]


def test_labels_keep_off_what_is_taken() -> None:
    """A label that would lie over the mark it belongs to moves aside."""
    mark = Room(90.0, 90.0, 110.0, 110.0)
    (label,) = settle([Room(60.0, 90.0, 140.0, 110.0)], ROOM, [mark])
    assert label is not None
    assert not label.meets(mark)


def test_a_label_without_room_is_told() -> None:
    """Where a column is full, None says that a label has no place."""
    low = Room(0.0, 0.0, 100.0, 50.0)
    label = Room(0.0, 0.0, 90.0, 20.0)
    first, second, third = settle([label] * 3, low)
    assert first == Room(0.0, 0.0, 90.0, 20.0)
    assert second == Room(0.0, 23.0, 90.0, 43.0)
    assert third is None
