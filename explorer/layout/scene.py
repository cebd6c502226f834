"""Scene: finished geometry of a stretch of time, to paint, to hit-test and to count."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import floor, frexp

import numpy as np

from explorer.layout.captions import Captions
from explorer.layout.columns import Bools, Columns
from explorer.layout.drawing import Drawn, Form, draw
from explorer.layout.labels import Measured
from explorer.layout.lanes import Sizes
from explorer.layout.making import make
from explorer.layout.pieces import Cluster, Counts, Piece
from explorer.layout.ranges import Places
from explorer.layout.scale import TimeScale
from explorer.layout.stretch import Plan, Stretch, stretch_of


@dataclass(frozen=True, eq=False)
class Scene:
    """Drawings in px: x from the start of `scale` on, y from the top of the first lane on.

    They are kept as arrays, `drawn`, with the labels in `captions`; a `Piece` is made of one when
    it is looked at. Drawing i is group i, and from the number of groups on, a mark on top of a
    cluster, so that painting in order is right. Only `lanes` are laid out.
    """

    scale: TimeScale
    width: float
    plan: Plan
    lanes: range
    drawn: Drawn
    captions: Captions
    _made: dict[int, Piece] = field(default_factory=dict)

    @property
    def sizes(self) -> Sizes:
        """The measures of drawings in px."""
        return self.plan.sizes

    @property
    def columns(self) -> Columns:
        """The events."""
        return self.plan.shelf.columns

    @property
    def lane_count(self) -> int:
        """The number of all lanes."""
        return self.plan.shelf.lanes.count

    @property
    def end(self) -> float:
        """The moment at its right edge, in seconds UTC."""
        return self.scale.to_time(self.width)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All drawings in painting order."""
        every = range(len(self.drawn) + len(self.drawn.tops.x))
        return tuple(self.piece(at) for at in every if self._is_drawn(at))

    def covers(self, start: float, end: float, lanes: range | None = None) -> bool:
        """Tell whether the whole of `start` to `end` (seconds UTC), and of `lanes`, is laid out."""
        whole = lanes is None or (self.lanes.start <= lanes.start and lanes.stop <= self.lanes.stop)
        return whole and self.scale.start <= start and end <= self.end

    def piece(self, at: int) -> Piece:
        """Return drawing number `at` as a piece, the same one at every call."""
        if at not in self._made:
            self._made[at] = make(self, at)
        return self._made[at]

    def number_of(self, piece: Piece) -> int:
        """Return the number of the drawing that a piece was made of, -1 if of another scene."""
        return next((at for at, made in self._made.items() if made is piece), -1)

    def between(self, left: float, right: float, top: float, bottom: float) -> list[Piece]:
        """Return the pieces that reach into a rectangle in px, in painting order."""
        lane = self.sizes.lane
        rows = range(floor(top / lane), floor(bottom / lane) + 1)
        return [piece for piece in self._near(left, right, rows) if _reaches(piece, left, right)]

    def hit_test(self, x: float, y: float, reach: float = 2.0) -> Piece | None:
        """Return the piece at a point in px, its label included, the topmost where two lie there.

        A mark or cluster is also hit up to `reach` px beside it, unless a label is there.
        """
        near = self.between(x - reach, x + reach, y, y)
        for piece in reversed(near):
            if piece.left <= x <= piece.right or _on_label(piece, x):
                return piece
        return near[-1] if near else None

    def counts(self, start: float, end: float) -> Counts:
        """Count the events of its lanes that may share time with `start` to `end` (seconds UTC).

        That span must be laid out.
        """
        shelf, drawn = self.plan.shelf, self.drawn
        first, last = shelf.places(start, end, self.lanes)
        lane = drawn.lane - self.lanes.start
        inside = np.minimum(drawn.last, last[lane]) - np.maximum(drawn.first, first[lane])
        held = int(np.maximum(inside, 0).sum())
        of_top = lane[drawn.tops.group]
        seen = (drawn.tops.place >= first[of_top]) & (drawn.tops.place < last[of_top])
        single = (drawn.form == Form.MARK) | (drawn.form == Form.BOX)
        apart = int(np.count_nonzero(inside[single] > 0)) + int(np.count_nonzero(seen))
        total = shelf.count(start, end, self.lanes)
        return Counts(apart, held - apart, total - held)

    def members(self, cluster: Cluster) -> tuple[str, ...]:
        """Return the ids of the events that a cluster counts, in the order of their time."""
        return tuple(self.columns.ids[row] for row in np.sort(cluster.rows).tolist())

    def piece_of(self, event: str) -> Piece | None:
        """Return the mark or box of an event, or the cluster that counts it."""
        row = self.columns.row_of.get(event)
        if row is None:
            return None
        lane = int(self.plan.shelf.lanes.of[row])
        if lane not in self.lanes:
            return None
        place = int(self.plan.shelf.places_of(np.array([row]))[0])
        drawn = self.drawn
        top = np.flatnonzero(drawn.tops.place == place)
        if len(top):
            return self.piece(len(drawn) + int(top[0]))
        found = np.flatnonzero((drawn.first <= place) & (drawn.last > place))
        return self.piece(int(found[0])) if len(found) else None

    def visible(self, left: float, right: float, lanes: range) -> tuple[Places, Places]:
        """Return the groups, and the marks on top, that may reach between two px in some lanes."""
        drawn, tops = self.drawn, self.drawn.tops
        chosen: Bools = (drawn.lane >= lanes.start) & (drawn.lane < lanes.stop)
        chosen &= (drawn.left <= right) & (np.maximum(drawn.right, drawn.free) >= left)
        chosen &= drawn.form != Form.NOTHING
        groups = np.flatnonzero(chosen)
        lane = drawn.lane[tops.group]
        chosen = (lane >= lanes.start) & (lane < lanes.stop)
        chosen &= (drawn.left[tops.group] <= right) & (drawn.free[tops.group] >= left)
        return groups, np.flatnonzero(chosen)

    def _near(self, left: float, right: float, lanes: range) -> list[Piece]:
        groups, tops = self.visible(left, right, lanes)
        return [self.piece(at) for at in (*groups.tolist(), *(tops + len(self.drawn)).tolist())]

    def _is_drawn(self, at: int) -> bool:
        return at >= len(self.drawn) or self.drawn.form[at] != Form.NOTHING


def _on_label(piece: Piece, x: float) -> bool:
    if isinstance(piece, Cluster) or piece.label is None:
        return False
    return piece.label.x <= x <= piece.label.x + piece.label.width


def _reaches(piece: Piece, left: float, right: float) -> bool:
    """Tell whether a piece or its label reaches between two px."""
    low, high = piece.left, piece.right
    if not isinstance(piece, Cluster) and piece.label is not None:
        low = min(low, piece.label.x)
        high = max(high, piece.label.x + piece.label.width)
    return low <= right and high >= left


def octave_of(per_px: float) -> int:
    """Return the power of two at which a px lasts as long as `per_px` seconds, or just longer."""
    fraction, exponent = frexp(per_px)
    return exponent - 1 if fraction == 0.5 else exponent


def build_scene(
    plan: Plan,
    scale: TimeScale,
    width: float,
    measured: Measured,
    *,
    lanes: range | None = None,
    stretch: Stretch | None = None,
) -> Scene:
    """Lay out what falls within `width` px of `scale`; `measured` knows the widths of titles.

    Only `lanes` are laid out where they are given. A `stretch` that covers it all is used as it is.
    """
    every = range(plan.shelf.lanes.count) if lanes is None else lanes
    octave, end = octave_of(scale.per_px), scale.to_time(width)
    if stretch is None or not stretch.covers(octave, scale.start, end, every):
        stretch = stretch_of(plan, octave, scale.start, end, every)
    drawn = draw(plan, stretch, scale, width)
    return Scene(scale, width, plan, stretch.lanes, drawn, Captions(plan, drawn, measured))
