from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout import lanes as packing
from explorer.layout.columns import Columns
from explorer.layout.lanes import Lanes, pack
from explorer.layout.partition import fanned, partition, spill_of
from tests.layout.made_up import DAY, ROWS, SIZES, columns_from


def without_a_look(
    columns: Columns, monkeypatch: pytest.MonkeyPatch, *, preferred: int = 4, most: int = 400
) -> Lanes:
    """Return the lanes that many events get, whose labels have no say."""
    monkeypatch.setattr(packing, "_FEW", 0)
    return pack(columns, np.zeros(len(columns)), DAY, SIZES, preferred=preferred, most=most)


@given(rows=ROWS, preferred=st.integers(1, 6))
def test_no_lane_holds_two_events_that_share_time(
    rows: list[tuple[float, float, int]], preferred: int
) -> None:
    """Whatever their lengths, events of a lane follow each other."""
    columns = columns_from(rows)
    found = partition(columns.start, columns.end, preferred, 400)
    assert not len(found.spilled)
    for lane in range(found.count):
        mine = np.flatnonzero(found.of == lane)
        assert (columns.end[mine][:-1] <= columns.start[mine][1:]).all()


@given(rows=ROWS, most=st.integers(1, 12))
def test_lanes_come_to_an_end(rows: list[tuple[float, float, int]], most: int) -> None:
    """Of more events at a time than there are lanes, the rest is spilled, and no other."""
    columns = columns_from(rows)
    found = partition(columns.start, columns.end, 3, most)
    assert found.count <= max(most, spill_of(most))
    assert sorted(found.spilled.tolist()) == np.flatnonzero(found.of < 0).tolist()
    assert (found.of[found.of >= 0] < found.own).all()


def test_neighbours_stand_in_different_lanes() -> None:
    """Where the preferred lanes can hold them, events are handed out to all of them in turn."""
    columns = columns_from([(day, 1, 2) for day in range(8)])
    assert partition(columns.start, columns.end, 4, 400).of.tolist() == [0, 1, 2, 3, 0, 1, 2, 3]


def test_the_most_important_of_a_full_day_stands_highest() -> None:
    """A day that fills more lanes than preferred begins at the top, the important ones first."""
    columns = columns_from([(0, 1, 2), *[(1, 1, 1)] * 5, (1, 1, 3)])
    found = partition(columns.start, columns.end, 2, 400)
    on_that_day = found.of[columns.start == DAY]
    assert on_that_day.tolist() == list(range(6))
    assert columns.importance[columns.start == DAY][0] == 3


@given(rows=ROWS, seed=st.integers(0, 9))
def test_what_fans_out_stands_within_its_time(
    rows: list[tuple[float, float, int]], seed: int
) -> None:
    """Each event that finds no lane stands at a moment it may have been at."""
    columns = columns_from(rows)
    order = np.random.default_rng(seed).permutation(len(columns))
    start, end = columns.start[order], columns.end[order]
    moment = fanned(start, end).moment
    assert ((start <= moment) & (moment <= end)).all()


def test_events_of_one_day_fan_out_evenly() -> None:
    """Four events of a day stand in its four quarters."""
    start = np.zeros(4)
    assert (fanned(start, start + DAY).moment / DAY).tolist() == [0.125, 0.375, 0.625, 0.875]


def test_those_that_fan_out_in_a_lane_are_far_enough_apart() -> None:
    """However many stand in a lane, marks of them part at the last zoom."""
    start = np.zeros(300)
    apart = np.sort(fanned(start, start + DAY).apart(1))
    assert np.diff(apart).min() >= 60


def test_a_crowd_has_clean_lanes_and_fans_out_in_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred events of one day in forty lanes: most lanes hold one, the last few the rest."""
    columns = columns_from([(10, 1, 2)] * 200)
    found = without_a_look(columns, monkeypatch, most=40)
    held = np.bincount(found.of)
    assert found.count == len(held) == 40
    assert held[:35].tolist() == [1] * 35
    assert len(found.fanned) == 165


def test_tracks_have_lanes_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lanes of a track lie together, those of the first track on top."""
    columns = columns_from([(day, 3, 2) for day in range(12)], track=[0, 1, 2] * 4)
    for found in (
        pack(columns, np.zeros(12), DAY, SIZES, preferred=6),
        without_a_look(columns, monkeypatch, preferred=6),
    ):
        tops = [*found.tops.tolist(), found.count]
        for track, (first, last) in enumerate(pairwise(tops)):
            mine = found.of[columns.track == track]
            assert first <= mine.min() <= mine.max() < last
