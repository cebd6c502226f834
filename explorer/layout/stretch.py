"""Stretch: what is drawn apart and what is counted, in some lanes over some time, at one octave.

It holds for every zoom within a factor of two and for every place within it, so that most frames
only work out where its groups lie.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

import numpy as np

from explorer.layout.columns import Bools, Floats, Ints, Sign
from explorer.layout.detail import Rows, group
from explorer.layout.lanes import Sizes, bodies
from explorer.layout.pyramid import Clumps, Pyramid
from explorer.layout.ranges import Places, place_of, ranked, top_two
from explorer.layout.shelf import MARKED, PICKED, Shelf


@dataclass(frozen=True, eq=False)
class Plan:
    """What stretches and scenes are made from: the shelf, its pyramid, sizes, and what matters.

    `rank` says for each place how much its event matters now, `signs` what it shows; both differ
    from the shelf's own at the `picked` and `marked` places.
    """

    shelf: Shelf
    pyramid: Pyramid
    sizes: Sizes
    rank: Ints
    signs: Ints
    picked: Places
    marked: Places


def plan_of(pyramid: Pyramid, picked: Ints, marked: Ints) -> Plan:
    """Return what scenes are made from when the rows `picked` are selected, `marked` bookmarked."""
    shelf = pyramid.shelf
    picks, marks = shelf.places_of(picked), shelf.places_of(marked)
    rank, signs = shelf.rank, shelf.signs
    if len(picks) or len(marks):
        rank, signs = rank.copy(), signs.copy()
        rank[marks] = MARKED
        rank[picks] = PICKED
        signs[marks] |= Sign.BOOKMARKED
    return Plan(shelf, pyramid, pyramid.sizes, rank, signs, picks, marks)


@dataclass(frozen=True, eq=False)
class Stretch:
    """Groups of places, sorted by lane and then by time.

    Group i holds the places `first[i]` up to, not including, `last[i]`; `many` tells which hold
    more than one. `low` and `high` are the moments (seconds UTC) between which its drawing must
    stay, `need` the px that it needs. `best` and `second` are the places of the members that
    matter most, -1 where none do.
    """

    octave: int
    start: float
    end: float
    lanes: range
    first: Places
    last: Places
    lane: Ints
    many: Bools
    low: Floats
    high: Floats
    need: Floats
    best: Places
    second: Places

    def covers(self, octave: int, start: float, end: float, lanes: range) -> bool:
        """Tell whether a stretch of time and lanes at an octave is part of it."""
        inside = self.start <= start and end <= self.end and octave == self.octave
        return inside and self.lanes.start <= lanes.start and lanes.stop <= self.lanes.stop


def stretch_of(plan: Plan, octave: int, start: float, end: float, lanes: range) -> Stretch:
    """Group the events of some lanes from `start` to `end` (seconds UTC).

    A px lasts as many seconds as the power of two `octave` says.
    """
    shelf, sizes = plan.shelf, plan.sizes
    resolution = 2.0**octave
    cell = resolution * sizes.cell
    low, high = start - 2 * cell, end + 2 * cell
    first, last = shelf.places(low, high, lanes)
    clumps, held = plan.pyramid.clumps(octave, first, last)
    best, second = _best(plan, clumps)
    origin = floor(start / cell) * cell
    rows = Rows(
        np.repeat(np.arange(lanes.start, lanes.stop), held),
        *_sides(plan, clumps, origin, resolution, (low, high)),
        clumps.size,
        (best > 0).astype(np.int64) + (second > 0),
    )
    groups = group(rows, sizes)
    best, second = _best_of_groups(best, second, groups.first)
    return Stretch(
        octave=octave,
        start=start,
        end=end,
        lanes=lanes,
        first=clumps.first[groups.first],
        last=clumps.last[groups.last - 1],
        lane=rows.lane[groups.first],
        many=groups.many,
        low=groups.low * resolution + origin,
        high=groups.high * resolution + origin,
        need=groups.need,
        best=place_of(best),
        second=place_of(second),
    )


def _sides(
    plan: Plan, clumps: Clumps, origin: float, resolution: float, bounds: tuple[float, float]
) -> tuple[Floats, Floats]:
    """Return the left and right px of each clump, cut a little beyond what is grouped."""
    shelf, sizes = plan.shelf, plan.sizes
    end_place = clumps.last - 1
    left, right = bodies(
        shelf.begin[clumps.first], shelf.end[clumps.first], origin, resolution, sizes
    )
    many = np.flatnonzero(clumps.size > 1)
    if len(many):
        at = end_place[many]
        _, right[many] = bodies(shelf.begin[at], shelf.end[at], origin, resolution, sizes)
    reach = tuple((bound - origin) / resolution for bound in bounds)
    far = 2 * sizes.cell
    return np.clip(left, reach[0] - far, None), np.clip(right, None, reach[1] + far)


def _best(plan: Plan, clumps: Clumps) -> tuple[Places, Places]:
    """Return keys of the two members of each clump that matter most, 0 where none do."""
    best, second = _keys(plan, clumps.best), _keys(plan, clumps.second)
    special = np.union1d(plan.picked, plan.marked)
    if not len(special) or not len(clumps.first):
        return best, second
    clump = np.searchsorted(clumps.first, special, side="right") - 1
    here = (clump >= 0) & (special < clumps.last[clump])
    clump, special = clump[here], special[here]
    if not len(special):
        return best, second
    new = np.concatenate(([True], clump[1:] != clump[:-1]))
    some = clump[new]
    own = top_two(_keys(plan, special), np.flatnonzero(new))
    known = (
        np.where(np.isin(place_of(keys[some]), special), 0, keys[some]) for keys in (best, second)
    )
    four = np.stack((*own, *known), axis=1).reshape(-1)
    best, second = best.copy(), second.copy()
    best[some], second[some] = top_two(four, 4 * np.arange(len(some)))
    return best, second


def _keys(plan: Plan, places: Ints) -> Places:
    """Return how much the events at some places matter now; a place -1 does not."""
    keys = np.zeros(len(places), dtype=np.int64)
    some = np.flatnonzero(places >= 0)
    at = places[some].astype(np.int64)
    importance = plan.shelf.columns.importance[plan.shelf.row[at]]
    keys[some] = ranked(at, plan.rank[at], importance)
    return keys


def _best_of_groups(best: Places, second: Places, first: Ints) -> tuple[Places, Places]:
    if not len(first):
        return best, second
    both = np.stack((best, second), axis=1).reshape(-1)
    return top_two(both, 2 * first)
