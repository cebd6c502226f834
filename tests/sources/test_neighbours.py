"""Neighbours: passages found tell where others should be."""

from __future__ import annotations

from explorer.sources.neighbours import Home, Neighbours, distance, vouched

HOMES = [Home(0, 10), Home(100, 110), Home(200, 260), Home(300, 360)]


def test_each_side_expects_by_its_own_shift() -> None:
    """Before the place where text was put in, after it, and just there."""
    expected = Neighbours(HOMES).expected(150)
    assert {(one.place, one.side) for one in expected} == {(160, -1), (210, 1)}
    assert vouched(160, expected) == {-1}
    assert vouched(210, expected) == {1}
    assert vouched(500, expected) == set()


def test_distance_is_to_the_nearest_expected_place() -> None:
    """In code points; none where nothing is expected."""
    assert distance(200, Neighbours(HOMES).expected(150)) == 10
    assert distance(200, []) == 0


def test_between_needs_both_sides_in_order() -> None:
    """None at the ends, and none where the neighbours changed places."""
    assert Neighbours(HOMES).between(150) == (Home(100, 110), Home(200, 260))
    assert Neighbours(HOMES).between(400) is None
    assert Neighbours([Home(0, 500), Home(100, 20)]).between(50) is None


def test_those_that_went_along_are_passed_over() -> None:
    """The nearest outside a stretch that moved is the first that did not move with it."""
    homes = [Home(0, 0), Home(100, 900), Home(200, 1000), Home(300, 300)]
    left, right = Neighbours(homes).nearest_outside(150, 150, shift=800)
    assert (left, right) == (Home(0, 0), Home(300, 300))


def test_no_neighbours_expect_nothing() -> None:
    """An empty company is no company."""
    alone = Neighbours([])
    assert not alone
    assert alone.expected(5) == []
