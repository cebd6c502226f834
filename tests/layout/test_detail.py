from __future__ import annotations

from collections.abc import Collection

import numpy as np
from hypothesis import given

from explorer.layout.detail import Groups, Rows, group
from explorer.layout.lanes import bodies
from tests.layout.made_up import DAY, ROWS, SIZES, arranged, columns_from


def groups_at(places: list[float], matters: Collection[int] = ()) -> Groups:
    """Return the groups of marks about some px of one lane; `matters` numbers some of them."""
    centre = np.array(places)
    half = SIZES.mark / 2
    weights = np.array([index in matters for index in range(len(places))], dtype=np.int64)
    lane = np.zeros(len(places), dtype=np.int64)
    return group(Rows(lane, centre - half, centre + half, lane + 1, weights), SIZES)


def sizes_of(groups: Groups) -> list[int]:
    """Return how many drawings each group holds."""
    return (groups.last - groups.first).tolist()


def test_marks_that_touch_are_one_group() -> None:
    """Two marks closer than a mark and a gap are counted together, a third one apart is not."""
    assert sizes_of(groups_at([10, 20, 70])) == [2, 1]


def test_marks_apart_stay_apart() -> None:
    """Marks with a gap between them are drawn each."""
    assert sizes_of(groups_at([10, 28, 46])) == [1, 1, 1]


def test_a_mark_under_the_count_joins_the_cluster() -> None:
    """A cluster is as wide as its count; a mark that its count would cover is counted as well."""
    assert sizes_of(groups_at([10, 12, 32])) == [3]


def test_a_long_run_is_cut_at_the_grid() -> None:
    """Marks that touch over several cells make a cluster for each cell, none of them alone."""
    groups = groups_at([float(px) for px in range(5, 400, 5)])
    assert len(groups.first) == 5
    assert min(sizes_of(groups)) > 1


def test_lanes_are_never_mixed() -> None:
    """Marks at the same place in two lanes are two groups."""
    lane = np.array([0, 1])
    left, right = np.array([0.0, 0.0]), np.array([14.0, 14.0])
    rows = Rows(lane, left, right, np.ones(2, int), np.zeros(2, int))
    assert sizes_of(group(rows, SIZES)) == [1, 1]


def test_a_box_is_not_cut_by_the_grid() -> None:
    """A box longer than a cell stays in one piece with the mark that touches it."""
    left, right = np.array([0.0, 300.0]), np.array([299.0, 314.0])
    rows = Rows(np.zeros(2, dtype=np.int64), left, right, np.ones(2, int), np.zeros(2, int))
    assert sizes_of(group(rows, SIZES)) == [2]


def test_a_cluster_keeps_room_for_marks_on_top() -> None:
    """What matters needs its own width beside the count, for two marks at most."""
    plain, one, three = (
        groups_at([10, 12, 14], matters).need[0] for matters in (set(), {0}, {0, 1, 2})
    )
    assert one == plain + SIZES.mark + SIZES.gap
    assert three == plain + 2 * (SIZES.mark + SIZES.gap)


def test_nothing_makes_no_group() -> None:
    """No drawings, no groups."""
    assert len(groups_at([]).first) == 0


@given(rows=ROWS)
def test_panning_changes_no_group(rows: list[tuple[float, float, int]]) -> None:
    """Px counted from another cell of the grid give the same groups."""
    plan = arranged(columns_from(rows))
    shelf = plan.shelf
    resolution = 8 * DAY
    found = []
    for cells in (0, 3):
        origin = -cells * SIZES.cell * resolution
        left, right = bodies(shelf.begin, shelf.end, origin, resolution, SIZES)
        one = np.ones(len(shelf), dtype=np.int64)
        made = group(Rows(shelf.lane, left, right, one, shelf.rank > 0), SIZES)
        found.append(made.first.tolist())
    assert found[0] == found[1]


def test_a_cluster_without_room_before_the_grid_goes_beyond_it() -> None:
    """Marks squeezed between a box and a cell's edge join those after, and leave the box alone."""
    edge = SIZES.cell
    marks = np.array([edge - 16, edge - 12, edge + 2, edge + 6])
    half = SIZES.mark / 2
    left = np.concatenate(([edge - 200], marks - half))
    right = np.concatenate(([edge - 27], marks + half))
    rows = Rows(np.zeros(5, dtype=np.int64), left, right, np.ones(5, int), np.zeros(5, int))
    assert sizes_of(group(rows, SIZES)) == [1, 4]
