"""Arranging: all events of a picture in lanes at a scale, apart and with whole titles if it goes.

A scene groups events at the power of two above its scale, so pictures only take such scales: then
what was packed apart is drawn apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from functools import cached_property
from math import ceil, log2
from typing import Any

import numpy as np

from explorer.layout.columns import Columns, Floats, Ints
from explorer.layout.drawing import Form
from explorer.layout.labels import Measured, Typesetter
from explorer.layout.lanes import Lanes, Sizes, pack
from explorer.layout.pyramid import Pyramid
from explorer.layout.scale import TimeScale
from explorer.layout.scene import Scene, build_scene
from explorer.layout.shelf import shelve
from explorer.layout.stretch import Plan, plan_of
from explorer.model.span import TimeSpan
from explorer.pictures.bands import Band

_WHOLE = 2_000
"""Up to how many events each has room for its whole title; of more, what touches is counted."""

_MOST_LANES, _MANY_LANES = 2_000, 200
"""Lanes that a picture may have, of so many events and of more."""

_NARROWEST, _WIDEST = 600, 30_000
"""Px of the narrowest and the widest arrangement that is tried."""

_BESIDE = 14.0
"""Px that a title needs beside its letters: the gaps before and after it, and a sign."""

_MARGIN = 10.0
"""Px beside what reaches furthest."""


@dataclass(frozen=True, eq=False)
class Extents:
    """Drawings: the lane of each, its first and last px, and the px up to which its title goes."""

    lane: Ints
    left: Floats
    right: Floats
    reach: Floats


@dataclass(frozen=True, eq=False)
class Arrangement:
    """Events in their lanes at a scale; px count from the start of the first lane."""

    plan: Plan
    measured: Measured
    span: TimeSpan
    per_px: float
    bands: tuple[Band, ...] = ()

    @property
    def lane(self) -> float:
        """The height of a lane in px."""
        return self.plan.sizes.lane

    @property
    def lanes(self) -> int:
        """How many lanes there are."""
        return self.plan.shelf.lanes.count

    @property
    def in_lanes(self) -> Lanes:
        """The lane of each event, and where tracks begin."""
        return self.plan.shelf.lanes

    @property
    def height(self) -> float:
        """The px of all lanes."""
        return self.lanes * self.lane

    @property
    def time_width(self) -> float:
        """The px of the span."""
        return self.span.length / self.per_px

    @cached_property
    def width(self) -> float:
        """The px from a margin before the span to where the last title ends."""
        reach = float(self.extents.reach.max(initial=0.0))
        return max(reach, self.time_width + _MARGIN) + 2 * _MARGIN

    @property
    def start(self) -> float:
        """The moment at the left edge, in seconds UTC."""
        return self.span.start - _MARGIN * self.per_px

    @property
    def end(self) -> float:
        """The moment at the right edge, in seconds UTC."""
        return self.start + self.width * self.per_px

    @cached_property
    def whole(self) -> Scene:
        """The scene of all."""
        return self.scene(0.0, self.time_width + 2 * _MARGIN, range(self.lanes))

    @cached_property
    def extents(self) -> Extents:
        """Where all drawings lie."""
        drawn, captions = self.whole.drawn, self.whole.captions
        group = np.concatenate((np.arange(len(drawn)), drawn.tops.group))
        half = self.plan.sizes.mark / 2
        left = np.concatenate((drawn.left, drawn.tops.x - half))
        right = np.concatenate((drawn.right, drawn.tops.x + half))
        titled = np.flatnonzero(captions.has_room)
        placed = captions.place(titled)
        reach = right.copy()
        reach[titled] = np.maximum(right[titled], placed.x + placed.width)
        shown = drawn.form[group] != Form.NOTHING
        shown[len(drawn) :] = True
        sides = (drawn.lane[group], left, right, reach)
        return Extents(*(side[shown] for side in sides))

    @property
    def is_whole(self) -> bool:
        """Tell whether there is room for every event and its title."""
        return len(self.plan.shelf) <= _WHOLE

    @cached_property
    def counted(self) -> int:
        """How many events are counted in clusters instead of drawn apart."""
        drawn = self.whole.drawn
        return int(drawn.count[drawn.form == Form.CLUSTER].sum())

    def scene(self, left: float, width: float, lanes: range) -> Scene:
        """Return the scene of a part: `width` px from `left` on, and some lanes."""
        scale = TimeScale(self.start + left * self.per_px, self.per_px)
        return build_scene(self.plan, scale, width, self.measured, lanes=lanes)


class Arranger:
    """Arranges events for one picture, at one power of two after the other."""

    def __init__(
        self,
        columns: Columns,
        span: TimeSpan,
        measure: Callable[[str, bool], float],
        lane: float,
        bands: tuple[Band, ...] = (),
    ) -> None:
        """Arrange `columns` over `span`; `measure` tells the width of a title, in bold or not.

        `bands` are the tracks that the columns have headers for.
        """
        columns = within(columns, span)
        self._bands = bands
        self._columns = columns
        self._span = span
        bold = columns.importance >= 3
        self._measured = Measured(columns.titles, bold, Typesetter(measure))
        self._labels = np.zeros(len(columns))
        if self._is_whole:
            self._labels = self._measured.widths(np.arange(len(columns))) + _BESIDE
        longest = float(self._labels.max(initial=0.0))
        self._sizes = Sizes(lane=lane, longest_label=max(longest, Sizes().longest_label))
        self._pyramid: Pyramid | None = None

    @property
    def _is_whole(self) -> bool:
        return len(self._columns) <= _WHOLE

    def arrangements(self) -> Iterator[Arrangement]:
        """Yield arrangements from the narrowest to the widest, each twice as wide as the last."""
        octave = ceil(log2(self._span.length / _NARROWEST))
        while self._span.length / 2.0**octave <= _WIDEST:
            yield self._at(2.0**octave)
            octave -= 1

    def _at(self, per_px: float) -> Arrangement:
        pyramid = self._pyramid
        if pyramid is None:
            most = _MOST_LANES if self._is_whole else _MANY_LANES
            preferred = most if self._is_whole else most // 4
            lanes = pack(
                self._columns, self._labels, per_px, self._sizes, preferred=preferred, most=most
            )
            pyramid = Pyramid(shelve(self._columns, lanes), self._sizes)
            if not self._is_whole:  # lanes of so many depend on no scale
                self._pyramid = pyramid
        none = np.zeros(0, dtype=np.int64)
        plan = plan_of(pyramid, none, none)
        return Arrangement(plan, self._measured, self._span, per_px, self._bands)


def within(columns: Columns, span: TimeSpan) -> Columns:
    """Return events cut where they reach beyond a span, so that their titles stay within sight.

    What may lie in it, but is drawn beyond it as one of its ends is open, may be anywhere in it.
    """
    if not len(columns) or (span.start <= columns.first and columns.last <= span.end):
        return columns
    beyond = (columns.start >= span.end) | (columns.end <= span.start)
    start = np.where(beyond, span.start, np.maximum(columns.start, span.start))
    end = np.where(beyond, span.end, np.minimum(columns.end, span.end))
    first = np.maximum(columns.core_start, span.start)
    last = np.minimum(columns.core_end, span.end)
    is_certain = (first < last) & ~beyond
    cut = replace(
        columns,
        start=start,
        end=np.maximum(end, start + 1.0),
        core_start=np.where(is_certain, first, np.inf),
        core_end=np.where(is_certain, last, -np.inf),
    )
    order = np.lexsort((-columns.importance.astype(np.int64), start))
    parts = (part.name for part in fields(cut) if part.name != "headers")
    return replace(cut, **{name: _taken(cut, name, order) for name in parts})


def _taken(columns: Columns, name: str, order: Ints) -> Any:
    """Return one of the columns in another order."""
    values = getattr(columns, name)
    if isinstance(values, np.ndarray):
        return values[order]
    return tuple(values[row] for row in order.tolist())
