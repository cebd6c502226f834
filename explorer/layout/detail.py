"""Detail: which events of a lane are drawn apart and which are counted as one cluster.

Whether drawings touch is judged at a power-of-two resolution, and long runs are cut at the edges of
a grid of cells that is fixed in time. So panning changes nothing, and zooming only at each power.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from explorer.layout.columns import Bools, Floats, Ints
from explorer.layout.lanes import Sizes


@dataclass(frozen=True, eq=False)
class Rows:
    """Drawings sorted by lane and then by time, with their px at the power-of-two resolution.

    The px count from a moment that is a whole number of cells. `size` tells how many events each
    stands for, more than one where marks within a cell touch, and `matters` how many of them are
    to be drawn as marks on top of a cluster that holds them.
    """

    lane: Ints
    left: Floats
    right: Floats
    size: Ints
    matters: Ints


@dataclass(frozen=True, eq=False)
class Groups:
    """Runs of drawings: group i holds the rows `first[i]` up to, not including, `last[i]`.

    `many` tells which of them stand for more than one event and are drawn as a cluster; `low` and
    `high` are the px between which its drawing must stay (infinite where no other group is cut off
    there), `need` the px that it needs at least: nothing unless it is a cluster.
    """

    first: Ints
    last: Ints
    many: Bools
    low: Floats
    high: Floats
    need: Floats


def spread(
    many: Bools, need: Floats, sides: tuple[Floats, Floats], bounds: tuple[Floats, Floats]
) -> tuple[Floats, Floats]:
    """Return left and right px of each group from its members' outer px, widened to its need.

    `bounds` are the lowest and highest px that each may take up, in the same px as `sides`.
    """
    (left, right), (low, high) = sides, bounds
    wide_left = np.maximum(left, low + 1)
    wide_right = np.maximum(np.minimum(right, high - 1), wide_left + need)
    wide_right = np.minimum(wide_right, high - 1)
    wide_left = np.minimum(wide_left, wide_right - need)
    return np.where(many, wide_left, left), np.where(many, wide_right, right)


def group(rows: Rows, sizes: Sizes) -> Groups:
    """Return the runs of drawings that cannot be drawn apart; most runs hold one drawing."""
    if not len(rows.lane):
        empty, none = np.zeros(0, dtype=np.int64), np.zeros(0)
        return Groups(empty, empty, empty > 0, none, none, none)
    reach = reaches(rows.lane, rows.left, rows.right)
    same_lane = rows.lane[1:] == rows.lane[:-1]
    touching = same_lane & (rows.left[1:] < reach[:-1] + sizes.gap - 1e-6)
    cell = np.floor((rows.left + sizes.mark / 2) / sizes.cell)
    single = rows.size == 1
    small = (rows.right - rows.left < sizes.mark + 1e-3) | ~single
    small &= reach - rows.right < 1e-3
    cut = touching & (cell[1:] != cell[:-1]) & small[1:] & small[:-1]
    cut = _without_loners(cut, ~touching, single)
    parted = np.concatenate(([True], ~touching | cut))
    edge = np.where(np.concatenate(([False], cut)), cell * sizes.cell, np.nan)
    while True:
        groups = _groups(parted, edge, rows, sizes)
        joined = groups.last[:-1][_squeezed(groups, rows)[:-1]]
        if not len(joined):
            joined = groups.first[1:][_crowded(groups, rows, reach, sizes.gap)]
        if not len(joined):
            return groups
        parted[joined] = False
        edge[joined] = np.nan


def reaches(lane: Ints, left: Floats, right: Floats) -> Floats:
    """Return for each row the furthest right px in its lane so far; rows are sorted by lane."""
    step = 2.0 * (float(right.max() - left.min()) + 1.0)
    offset = lane * step
    reach: Floats = np.maximum.accumulate(right + offset) - offset
    return reach


def _without_loners(cut: Bools, parted: Bools, single: Bools) -> Bools:
    """Return the cuts less those that would leave one event alone beside what it touches."""
    edges = np.concatenate(([True], parted | cut, [True]))
    cut = cut & ~(edges[:-1] & edges[1:] & single)[1:]
    edges = np.concatenate(([True], parted | cut, [True]))
    return cut & ~(edges[:-1] & edges[1:] & single)[:-1]


def _groups(parted: Bools, edge: Floats, rows: Rows, sizes: Sizes) -> Groups:
    first = np.flatnonzero(parted)
    last = np.append(first[1:], len(parted))
    low = edge[first]
    high = np.append(low[1:], np.nan)
    apart = np.minimum(np.add.reduceat(rows.matters, first), 2)
    many = np.add.reduceat(rows.size, first) > 1
    need = np.where(many, sizes.pill + apart * (sizes.mark + sizes.gap), 0.0)
    return Groups(
        first,
        last,
        many,
        np.where(np.isnan(low), -np.inf, low),
        np.where(np.isnan(high), np.inf, high),
        need,
    )


def _crowded(groups: Groups, rows: Rows, reach: Floats, gap: float) -> Bools:
    """Tell of each group but the first whether it would overlap the one before it in its lane.

    Groups on both sides of a cut keep to their side.
    """
    sides = rows.left[groups.first], reach[groups.last - 1]
    left, right = spread(groups.many, groups.need, sides, (groups.low, groups.high))
    lane = rows.lane[groups.first]
    crowded: Bools = (lane[1:] == lane[:-1]) & (left[1:] < right[:-1] + gap - 1e-6)
    return crowded & np.isinf(groups.low[1:])


def _squeezed(groups: Groups, rows: Rows) -> Bools:
    """Tell of each group whether the cut on its right leaves it less room than it needs."""
    left = np.maximum(rows.left[groups.first], groups.low + 1)
    squeezed: Bools = groups.high - 1 - left < groups.need
    return squeezed
