"""Path and order: the places on which an edition's passages agree best with each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.sources.order import Row, by_order
from explorer.sources.path import Stop, best_path

SURE = 40.0


def row(number: int, was: int, *places: int, proven: int | None = None) -> Row:
    """Return a passage that may stand at these places, as well at any."""
    return Row(number, was, [Stop(place, SURE) for place in places], proven)


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=30, unique=True), st.integers(0, 500))
def test_passages_that_moved_alike_are_all_on_the_path(starts: list[int], shift: int) -> None:
    """What was put before a text costs none of its passages."""
    passages = [(was, [Stop(was + shift, SURE)]) for was in sorted(starts)]
    assert best_path(passages) == [0] * len(starts)


def test_the_path_goes_on_where_it_is() -> None:
    """Of two places that say as much, the one that keeps step with the others is taken."""
    passages = [
        (0, [Stop(10, SURE)]),
        (100, [Stop(110, SURE), Stop(900, SURE)]),
        (200, [Stop(210, SURE)]),
    ]
    assert best_path(passages) == [0, 0, 0]


def test_a_place_that_needs_two_jumps_is_left_out() -> None:
    """A passage found far away, between others that stand together, is not on the path."""
    passages = [
        (0, [Stop(0, SURE)]),
        (100, [Stop(700, 20.0)]),
        (200, [Stop(200, SURE)]),
        (300, [Stop(300, SURE)]),
    ]
    assert best_path(passages) == [0, None, 0, 0]


def test_no_two_passages_share_a_place_on_a_path_that_never_goes_back() -> None:
    """The second of two twins takes the second place."""
    passages = [(0, [Stop(0, SURE), Stop(50, SURE)]), (50, [Stop(0, SURE), Stop(50, SURE)])]
    assert best_path(passages) == [0, 1]


def test_no_passages_make_no_path() -> None:
    """Nothing is chosen of nothing."""
    assert best_path([]) == []


def test_order_settles_twins_where_it_is_kept() -> None:
    """A sentence that stands twice is told apart by what stands before and after it."""
    rows = [row(0, 0, 0), row(1, 100, 100, 500), row(2, 200, 200), row(3, 500, 100, 500)]
    assert by_order(rows) == ({0: 0, 1: 0, 2: 0, 3: 1}, True)


def test_in_another_order_only_company_settles() -> None:
    """Paragraphs were moved: a passage beside one that is proven goes along, others wait."""
    rows = [
        row(0, 0, 900, proven=0),
        row(1, 60, 960, 2000),
        row(2, 200, 500, proven=0),
        row(3, 400, 100, proven=0),
        row(4, 600, 0, proven=0),
        row(5, 800, 700, 1500),
    ]
    found, orderly = by_order(rows)
    assert not orderly
    assert found[1] == 0
    assert found.get(5) is None
