"""Where actors and their names stand in a network."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.network import Room, names_placed, places_of, spread
from explorer.analysis.relations import Tie

MARKS = st.lists(
    st.tuples(st.floats(0, 900), st.floats(0, 500), st.floats(3, 16)), min_size=1, max_size=40
)
AREA = Room(0.0, 0.0, 900.0, 500.0)


def test_every_actor_has_a_place_and_the_same_each_time() -> None:
    """Those that no tie joins to the rest stand in rows below it."""
    ties = [Tie("a", "b", ("x",)), Tie("b", "c", ("x", "y")), Tie("d", "e", ("z",))]
    placed = places_of(("a", "b", "c", "d", "e", "alone"), ties)
    assert placed == places_of(("a", "b", "c", "d", "e", "alone"), ties)
    assert placed.keys() == {"a", "b", "c", "d", "e", "alone"}
    assert all(placed[one][1] < -1.2 for one in ("d", "e", "alone"))
    assert all(abs(value) <= 1.001 for one in ("a", "b", "c") for value in placed[one])


def test_nobody_needs_no_place() -> None:
    """Without actors there is nothing to place."""
    assert places_of((), ()) == {}
    assert spread([], [], 100, 100) == []


def test_rooms_are_moved_apart_within_the_area() -> None:
    """Thirty names that begin at one place overlap no more where there is room for them."""
    rooms = [Room(-5, -9, 110, 18)] * 30
    placed = spread([(450.0, 250.0)] * 30, rooms, 900, 500)
    stand = [Room(x - 5, y - 9, 110, 18) for x, y in placed]
    assert not any(one.meets(other) for one, other in combinations(stand, 2))
    assert all(Room(-0.01, -0.01, 900.02, 500.02).holds(one) for one in stand)


def test_where_there_is_no_room_all_stay_in_the_area() -> None:
    """A hundred names in a small area overlap, but none leaves it."""
    rooms = [Room(-5, -9, 110, 18)] * 100
    placed = spread([(9.0 * n, 3.0) for n in range(100)], rooms, 300, 150)
    assert all(4.9 <= x <= 195.1 and 8.9 <= y <= 141.1 for x, y in placed)


@given(MARKS, st.data())
def test_names_cover_no_name_and_no_mark(
    marks: list[tuple[float, float, float]], data: st.DataObject
) -> None:
    """A name that has no room is left out, and what is placed lies within the area."""
    size = st.tuples(st.floats(5, 160), st.floats(8, 20))
    sizes = data.draw(st.lists(size, min_size=len(marks), max_size=len(marks)))
    rooms = names_placed(marks, sizes, AREA)
    shown = [room for room in rooms if room is not None]
    assert not any(one.meets(other) for one, other in combinations(shown, 2))
    assert all(AREA.holds(room) for room in shown)
    for place, room in enumerate(rooms):
        for other, (x, y, r) in enumerate(marks):
            disc = Room(x - r, y - r, 2 * r, 2 * r)
            assert room is None or other == place or not room.meets(disc)


def test_a_name_alone_stands_right_of_its_mark() -> None:
    """There is nothing in its way."""
    assert names_placed([(100, 100, 5)], [(50, 10)], AREA) == [Room(108, 95, 50, 10)]
