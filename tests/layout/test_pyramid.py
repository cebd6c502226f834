from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.columns import Sign
from explorer.layout.lanes import pack
from explorer.layout.pyramid import Pyramid
from explorer.layout.ranges import joined, place_of, ranked, top_two
from explorer.layout.shelf import DISPUTED, ESSENTIAL, Shelf, shelve
from explorer.layout.stretch import plan_of, stretch_of
from tests import generate
from tests.layout.made_up import DAY, ROWS, SIZES, columns_from

NONE = np.zeros(0, dtype=np.int64)


def shelf_of(rows: list[tuple[float, float, int]], most: int = 6) -> Shelf:
    """Return a shelf of few lanes, so that many events fan out."""
    columns = columns_from(rows)
    lanes = pack(columns, np.zeros(len(columns)), DAY, SIZES, preferred=2, most=most)
    return shelve(columns, lanes)


MANY = Pyramid(shelve((CROWD := generate.columns(20_000, tracks=5)), pack(
    CROWD, np.zeros(20_000), 1e6, SIZES, preferred=20, most=60)), SIZES)  # fmt: skip


@given(rows=ROWS)
def test_begins_and_ends_rise_within_a_lane(rows: list[tuple[float, float, int]]) -> None:
    """On the shelf the drawings of a lane stand one after the other, those that fan out too."""
    shelf = shelf_of(rows)
    for first, last in zip(shelf.edges[:-1], shelf.edges[1:], strict=True):
        assert (np.diff(shelf.begin[first:last]) >= 0).all()
        assert (np.diff(shelf.end[first:last]) >= 0).all()


@given(rows=ROWS, day=st.floats(-100, 12_500), days=st.floats(0.1, 5_000))
def test_a_shelf_counts_what_shares_time(
    rows: list[tuple[float, float, int]], day: float, days: float
) -> None:
    """The counts of all lanes add up to those that a look at every event finds."""
    shelf = shelf_of(rows)
    start, end = day * DAY, (day + days) * DAY
    lanes = range(shelf.lanes.count)
    assert shelf.count(start, end, lanes) == shelf.columns.inside(start, end).sum()
    assert sum(shelf.count(start, end, range(at, at + 1)) for at in lanes) == shelf.count(
        start, end, lanes
    )


def test_places_are_found_by_row() -> None:
    """Few rows are looked for one by one, many at once; both find the same."""
    shelf = MANY.shelf
    rows = np.arange(100, 9_000, 60)
    assert shelf.row[shelf.places_of(rows)].size == len(rows)
    assert set(shelf.row[shelf.places_of(rows)].tolist()) == set(rows.tolist())
    few = rows[:7]
    assert shelf.places_of(few).tolist() == sorted(
        int(np.flatnonzero(shelf.row == row)[0]) for row in few
    )


def test_clumps_hold_every_place_once_at_every_octave() -> None:
    """However coarse, the clumps of all lanes follow each other without a gap."""
    shelf = MANY.shelf
    for octave in range(-3, 30, 3):
        clumps, held = MANY.clumps(octave, shelf.edges[:-1], shelf.edges[1:])
        assert clumps.first[0] == 0
        assert clumps.last[-1] == len(shelf)
        assert (clumps.first[1:] == clumps.last[:-1]).all()
        assert held.sum() == len(clumps.first)


def test_coarser_levels_have_fewer_clumps() -> None:
    """Of twenty thousand events a few hundred clumps are left where all are in view."""
    shelf = MANY.shelf
    counts = [
        len(MANY.clumps(octave, shelf.edges[:-1], shelf.edges[1:])[0].first)
        for octave in (0, 12, 16, 20)
    ]
    assert counts[0] == len(shelf)
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] < 1_500


def test_the_pyramid_changes_no_group() -> None:
    """What is grouped from clumps is what is grouped from the events themselves."""
    shelf = MANY.shelf
    flat = Pyramid(shelf, SIZES)
    flat.levels.clear()
    first, last = CROWD.first, CROWD.last
    for octave in (13, 15, 17, 20):
        lanes = range(shelf.lanes.count)
        one, other = (
            stretch_of(plan_of(made, NONE, NONE), octave, first, last, lanes)
            for made in (MANY, flat)
        )
        assert one.first.tolist() == other.first.tolist()
        assert one.last.tolist() == other.last.tolist()
        assert one.best.tolist() == other.best.tolist()
        assert one.second.tolist() == other.second.tolist()


def test_what_matters_most_is_known_at_every_octave() -> None:
    """Of the members of each group the two that matter most are told: the reader's own first."""
    shelf = MANY.shelf
    picked, marked = np.array([5_000, 12_345]), np.array([7, 7_777, 15_000])
    plan = plan_of(MANY, picked, marked)
    found = stretch_of(plan, 18, CROWD.first, CROWD.last, range(shelf.lanes.count))
    special = set(shelf.places_of(np.concatenate((picked, marked))).tolist())
    best = set(found.best.tolist()) | set(found.second.tolist())
    assert special <= best
    for first, last, chosen in zip(found.first, found.last, found.best, strict=True):
        if chosen >= 0:
            assert plan.rank[chosen] == plan.rank[first:last].max() > 0


def test_disputes_matter_more_than_importance() -> None:
    """By themselves disputed events matter most, then essential ones."""
    columns = columns_from([(0, 1, 3), (1, 1, 1), (2, 1, 1)])
    columns.signs[1] = Sign.DISPUTED
    lanes = pack(columns, np.zeros(3), DAY, SIZES, preferred=1)
    assert shelve(columns, lanes).rank.tolist() == [ESSENTIAL, DISPUTED, 0]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)), max_size=8))
def test_ranges_are_joined(pairs: list[tuple[int, int]]) -> None:
    """Stretches of numbers follow each other, empty ones leave nothing."""
    first = np.array([pair[0] for pair in pairs], dtype=np.int64)
    last = first + np.array([pair[1] for pair in pairs], dtype=np.int64)
    expected = [one for low, size in pairs for one in range(low, low + size)]
    assert joined(first, last).tolist() == expected


@given(st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=6), min_size=1, max_size=6))
def test_the_two_that_matter_most_are_found(ranks: list[list[int]]) -> None:
    """Of each stretch the highest ranks win, of equal ones the earlier place; 0 is never chosen."""
    flat = np.array([rank for stretch in ranks for rank in stretch])
    places = np.arange(len(flat))
    keys = ranked(places, flat, np.zeros(len(flat), dtype=np.int64))
    first = np.cumsum([0, *(len(stretch) for stretch in ranks)])[:-1]
    best, second = (place_of(some).tolist() for some in top_two(keys, first))
    for begin, stretch, one, other in zip(first.tolist(), ranks, best, second, strict=True):
        order = sorted(range(len(stretch)), key=lambda at: (-stretch[at], at))
        chosen = [begin + at for at in order if stretch[at] > 0][:2]
        assert [place for place in (one, other) if place >= 0] == chosen
