"""Drawing: where the groups of a stretch lie at a scale, worked out for all of them at once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from explorer.layout.columns import Bools, Floats, Ints
from explorer.layout.detail import spread
from explorer.layout.lanes import Sizes, bodies
from explorer.layout.ranges import Places
from explorer.layout.scale import TimeScale
from explorer.layout.stretch import Plan, Stretch

_FAR = 100_000.0
"""Px beyond which nothing is ever seen; longer boxes are cut there."""


class Form(IntEnum):
    """How a group is drawn. Of members that all stand on top no cluster is left to draw."""

    MARK = 0
    BOX = 1
    CLUSTER = 2
    NOTHING = 3


@dataclass(frozen=True, eq=False)
class Tops:
    """Marks on top of clusters, in painting order: the group, the place and the centre px of each.

    `closes` tells which is the last of its group, beside which a label may stand.
    """

    group: Places
    place: Places
    x: Floats
    closes: Bools


@dataclass(frozen=True, eq=False)
class Drawn:
    """Groups in px at a scale, sorted by lane and then from left to right.

    `left` and `right` are their outer px and `free` the px up to which a label may go; `x` is the
    centre of a mark. `first` and `last` bound the places of the members, `text_left` and
    `text_right` the stretch of a cluster that no mark on top covers, and `count` is the number of
    those that it counts.
    """

    lane: Ints
    left: Floats
    right: Floats
    free: Floats
    x: Floats
    form: Ints
    first: Places
    last: Places
    text_left: Floats
    text_right: Floats
    count: Places
    tops: Tops

    def __len__(self) -> int:
        return len(self.lane)


def draw(plan: Plan, stretch: Stretch, scale: TimeScale, width: float) -> Drawn:
    """Place the groups that may reach into `width` px of `scale`."""
    shelf, sizes = plan.shelf, plan.sizes
    margin = 2 * sizes.cell
    ends = stretch.last - 1
    before, after = scale.start - margin * scale.per_px, scale.to_time(width + margin)
    near = (shelf.end[ends] > before) & (shelf.begin[stretch.first] < after)
    chosen = np.flatnonzero(near)
    first, last = stretch.first[chosen], stretch.last[chosen]
    many, lane = stretch.many[chosen], stretch.lane[chosen]
    left, right = _outer(plan, first, last, scale)
    bounds = tuple(
        (bound[chosen] - scale.start) / scale.per_px for bound in (stretch.low, stretch.high)
    )
    left, right = spread(many, stretch.need[chosen], (left, right), (bounds[0], bounds[1]))
    following = np.where(lane[1:] == lane[:-1], left[1:], _FAR)
    free = np.append(following, _FAR)[: len(lane)] - sizes.gap
    centre = ((shelf.begin[first] + shelf.end[first]) / 2 - scale.start) / scale.per_px
    length = (shelf.end[first] - shelf.begin[first]) / scale.per_px
    form = np.where(many, Form.CLUSTER, np.where(length < sizes.moment, Form.MARK, Form.BOX))
    pair = stretch.best[chosen], stretch.second[chosen]
    tops, gap = _tops(plan, (first, last, left, right), pair, scale)
    on_top = np.bincount(tops.group, minlength=len(first))
    count = np.where(many, last - first - on_top, 1)
    form[count == 0] = Form.NOTHING
    return Drawn(lane, left, right, free, centre, form, first, last, *gap, count, tops)


def _outer(plan: Plan, first: Places, last: Places, scale: TimeScale) -> tuple[Floats, Floats]:
    """Return the outer px of the members of each group."""
    begin, end = plan.shelf.begin, plan.shelf.end
    left, right = bodies(begin[first], end[first], scale.start, scale.per_px, plan.sizes)
    many = np.flatnonzero(last - first > 1)
    at = last[many] - 1
    _, right[many] = bodies(begin[at], end[at], scale.start, scale.per_px, plan.sizes)
    return np.maximum(left, -_FAR), np.minimum(right, _FAR)


def _tops(
    plan: Plan,
    groups: tuple[Places, Places, Floats, Floats],
    pair: tuple[Places, Places],
    scale: TimeScale,
) -> tuple[Tops, tuple[Floats, Floats]]:
    """Return the marks on top of clusters, and the stretch of each group that they leave free.

    A cluster keeps room for its count and two marks; each mark is as near to its time as that room
    lets it be.
    """
    first, last, left, right = groups
    sizes, shelf = plan.sizes, plan.shelf
    step = sizes.mark + sizes.gap
    fitting = np.floor((right - left - sizes.pill) / step)
    best = np.where((last - first > 1) & (fitting >= 1), pair[0], -1)
    second = np.where((best >= 0) & (fitting >= 2), pair[1], -1)
    holds = np.flatnonzero(best >= 0)
    two = second[holds] >= 0
    early = np.where(two, np.minimum(best[holds], second[holds]), best[holds])
    late = np.where(two, np.maximum(best[holds], second[holds]), best[holds])
    wanted = [
        ((shelf.begin[at] + shelf.end[at]) / 2 - scale.start) / scale.per_px for at in (early, late)
    ]
    one, other = _side_by_side(wanted, two, left[holds], right[holds], sizes)
    order = np.argsort(np.concatenate((2 * holds, 2 * holds[two] + 1)), kind="stable")
    tops = Tops(
        np.concatenate((holds, holds[two]))[order],
        np.concatenate((early, late[two]))[order],
        np.concatenate((one, other[two]))[order],
        np.concatenate((~two, np.ones(int(two.sum()), dtype=np.bool_)))[order],
    )
    text_left, text_right = left.copy(), right.copy()
    gaps = _gaps(one, np.where(two, other, np.nan), left[holds], right[holds], sizes)
    widest = np.nanargmax(gaps[1] - gaps[0], axis=0) if len(holds) else holds
    across = np.arange(len(holds))
    text_left[holds], text_right[holds] = gaps[0][widest, across], gaps[1][widest, across]
    return tops, (text_left, text_right)


def _side_by_side(
    wanted: list[Floats], two: Bools, left: Floats, right: Floats, sizes: Sizes
) -> tuple[Floats, Floats]:
    """Return the px of one or two marks on each cluster; of one mark both are the same.

    Where they would leave no room for the count, they move to the ends.
    """
    step, half = sizes.mark + sizes.gap, sizes.mark / 2
    lowest, highest = left + half, right - half
    one = np.minimum(np.maximum(wanted[0], lowest), highest - np.where(two, step, 0.0))
    other = np.where(two, np.minimum(np.maximum(wanted[1], one + step), highest), one)
    gaps = _gaps(one, np.where(two, other, np.nan), left, right, sizes)
    widest = np.nanmax(gaps[1] - gaps[0], axis=0) if len(left) else left
    tight = widest < sizes.pill - 2
    nearest = np.where(one - lowest < highest - one, lowest, highest)
    one = np.where(tight, np.where(two, lowest, nearest), one)
    return one, np.where(two, np.where(tight, highest, other), one)


def _gaps(
    one: Floats, other: Floats, left: Floats, right: Floats, sizes: Sizes
) -> tuple[Floats, Floats]:
    """Return the left and right px of the stretches before, between and after the marks."""
    half = sizes.mark / 2
    late = np.where(np.isnan(other), one, other)
    begins = np.stack((left, one + half, late + half))
    ends = np.stack((one - half, late - half, right))
    return begins, ends
