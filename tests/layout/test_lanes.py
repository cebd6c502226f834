from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.columns import Columns
from explorer.layout.lanes import Lanes, bodies, pack
from tests.layout.made_up import DAY, ROWS, SIZES, columns_from


def packed(columns: Columns, resolution: float, preferred: int = 5, most: int = 400) -> Lanes:
    """Return the lanes for labels of 100 px."""
    labels = np.full(len(columns), 100.0)
    return pack(columns, labels, resolution, SIZES, preferred=preferred, most=most)


@given(rows=ROWS, resolution=st.sampled_from((60.0, DAY, 30 * DAY)))
def test_a_lane_never_holds_two_events_that_share_time(
    rows: list[tuple[float, float, int]], resolution: float
) -> None:
    """Zooming in can always part the events of a lane."""
    columns = columns_from(rows)
    lanes = packed(columns, resolution)
    for one, other in combinations(range(len(columns)), 2):
        if lanes.of[one] == lanes.of[other]:
            assert columns.end[one] <= columns.start[other]


@given(rows=ROWS)
def test_every_event_has_a_lane_and_stands_in_the_order_once(
    rows: list[tuple[float, float, int]],
) -> None:
    """Lanes are counted from 0 without a gap, and the order goes through each by time."""
    columns = columns_from(rows)
    lanes = packed(columns, DAY)
    assert set(lanes.of.tolist()) == set(range(lanes.count))
    assert sorted(lanes.order.tolist()) == list(range(len(columns)))
    keys = [(lanes.of[row], columns.start[row]) for row in lanes.order]
    assert keys == sorted(keys)


def test_events_of_one_instant_fan_out() -> None:
    """Events of one day stand in lanes of their own, however few lanes are preferred."""
    columns = columns_from([(10, 1, 2)] * 7)
    assert sorted(packed(columns, DAY, preferred=2).of.tolist()) == list(range(7))


def test_the_more_important_of_one_instant_stands_higher() -> None:
    """The first lanes go to what matters most."""
    columns = columns_from([(10, 1, 1), (10, 1, 3), (10, 1, 2)])
    lanes = packed(columns, DAY)
    by_lane = columns.importance[np.argsort(lanes.of)]
    assert by_lane.tolist() == [3, 2, 1]


def test_a_label_has_room_while_there_are_lanes() -> None:
    """An event within the label of another takes another lane, one beyond it the same."""
    near = columns_from([(0, 1, 2), (50, 1, 2)])
    far = columns_from([(0, 1, 2), (200, 1, 2)])
    assert packed(near, DAY).of.tolist() == [0, 1]
    assert packed(far, DAY).of.tolist() == [0, 0]


def test_without_lanes_the_less_important_label_gives_way() -> None:
    """With two lanes taken, the next event cuts the label of the detail, not of the essential."""
    columns = columns_from([(0, 1, 3), (1, 1, 1), (60, 1, 2)])
    lanes = packed(columns, DAY, preferred=2)
    assert lanes.of[2] == lanes.of[1]


def test_beyond_the_most_lanes_the_last_ones_are_shared() -> None:
    """However many events share an instant, the lanes come to an end, and the first stay clean."""
    columns = columns_from([(10, 1, 2)] * 50)
    lanes = packed(columns, DAY, preferred=2, most=20)
    held = np.bincount(lanes.of)
    assert lanes.count == 20
    assert held[:12].tolist() == [1] * 12


def test_lanes_do_not_depend_on_what_is_in_view() -> None:
    """Packing the same events again gives the same lanes: nothing about a viewport goes in."""
    columns = columns_from([(day, 30, 2) for day in range(0, 600, 7)])
    assert packed(columns, DAY).of.tolist() == packed(columns, DAY).of.tolist()


def test_a_short_span_is_a_mark_about_its_centre() -> None:
    """A day narrower than a mark is drawn as wide as a mark, its centre in place."""
    start, end = np.array([0.0]), np.array([DAY])
    left, right = bodies(start, end, 0.0, DAY / 4, SIZES)
    assert (left[0] + right[0]) / 2 == 2.0
    assert right[0] - left[0] == SIZES.mark


def test_days_that_follow_each_other_do_not_touch() -> None:
    """Boxes of two days have a gap between them."""
    start, end = np.array([0.0, DAY]), np.array([DAY, 2 * DAY])
    left, right = bodies(start, end, 0.0, DAY / 100, SIZES)
    assert left[1] - right[0] == SIZES.gap


def test_no_events_need_no_lanes() -> None:
    """Nothing to pack is no special case."""
    assert packed(columns_from([]), DAY).count == 0


def test_moments_too_near_for_the_last_zoom_have_lanes_of_their_own() -> None:
    """Two moments a few seconds apart could never be parted within a lane."""
    second = 1 / DAY
    near = columns_from([(0, 0, 2), (10 * second, 0, 2)])
    far = columns_from([(0, 0, 2), (1_000 * second, 0, 2)])
    assert packed(near, DAY, preferred=1).of.tolist() == [0, 1]
    assert packed(far, DAY, preferred=1).of.tolist() == [0, 0]
