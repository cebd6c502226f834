"""Frame: where the scene lies in the widget, along time and down the lanes."""

from __future__ import annotations

from math import ceil, floor

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from explorer.layout.columns import Bools, Columns
from explorer.layout.lanes import Lanes
from explorer.layout.pieces import Cluster, Counts, Piece
from explorer.layout.scene import Scene
from explorer.layout.tracks import Tracked
from explorer.model.span import TimeSpan
from explorer.session.session import Session
from explorer.timeline.staging import Stage
from explorer.timeline.standouts import Standouts
from explorer.timeline.strips import Strip, pinned_lanes

_FOOT = 6.0
"""Px kept free below the last lane."""


class Frame:
    """The widget's window on the scene; places are px of the widget unless they say otherwise."""

    def __init__(self, session: Session, stage: Stage) -> None:
        self._session = session
        self._stage = stage
        self._scrolled = 0.0
        self.width = 1.0
        self.height = 1.0
        self.top = 0.0

    def resize(self, width: float, height: float, top: float) -> None:
        """Take the widget's size; the lanes begin at `top`."""
        self.width, self.height, self.top = max(width, 1.0), max(height, 1.0), top

    @property
    def per_px(self) -> float:
        """Seconds of a px."""
        return self._session.viewport.length / self.width

    @property
    def lanes(self) -> Lanes:
        """The lanes of all events that pass the filters."""
        return self._stage.lanes(self.width, self._preferred)

    @property
    def columns(self) -> Columns:
        """The events that pass the filters."""
        return self._stage.columns()

    @property
    def tracked(self) -> Tracked | None:
        """The tracks that the events are in, None where they are not grouped."""
        return self._stage.tracked()

    @property
    def lane(self) -> float:
        """The height of a lane in px."""
        return self._stage.sizes.lane

    @property
    def extent(self) -> TimeSpan:
        """The span of the events that pass the filters."""
        return self._stage.extent()

    @property
    def scene(self) -> Scene:
        """The scene that covers the viewport."""
        lanes = self._seen_lanes
        return self._stage.scene(self._session.viewport, self.width, self._preferred, lanes)

    @property
    def dx(self) -> float:
        """The px of the scene's origin."""
        return (self.scene.scale.start - self._session.viewport.start) / self.per_px

    @property
    def strips(self) -> tuple[Strip, ...]:
        """Where lanes are seen: those of pinned tracks, which stay, and below them all others."""
        below = self.body
        strips = (Strip(below, self.height, self.top - self.scrolled),)
        return (Strip(self.top, below, self.top), *strips) if below > self.top else strips

    @property
    def body(self) -> float:
        """The px below which lanes scroll."""
        return self.top + self.fixed * self._lane

    @property
    def fixed(self) -> int:
        """The number of the first lanes that stay in sight, as their tracks are pinned."""
        lanes, tracked = self.lanes, self.tracked
        if tracked is None:
            return 0
        room = (self.height - self.top - _FOOT) / self._lane
        return pinned_lanes(tracked, lanes.tops.tolist(), lanes.count, room)

    def y_of(self, lane: int) -> float:
        """Return the px of the top of a lane; one scrolled below the pinned ones lies above all."""
        if lane < self.fixed:
            return self.top + lane * self._lane
        y = self.top - self.scrolled + lane * self._lane
        return y if y + self._lane > self.body else y - (self.body - self.top)

    @property
    def scrolled(self) -> float:
        """How many px of the lanes lie above what is seen."""
        return min(self._scrolled, self._most)

    @property
    def _lane(self) -> float:
        return self._stage.sizes.lane

    @property
    def _seen_lanes(self) -> range:
        """The lanes in sight, those in sight in part included."""
        lane, scrolled, count = self._lane, self.scrolled, self.lanes.count
        below = ceil((scrolled + self.height - self.top) / lane)
        first = 0 if self.fixed else floor(scrolled / lane)
        return range(min(first, count), min(max(below, 0), count))

    @property
    def _preferred(self) -> int:
        return max(int((self.height - self.top - _FOOT) // self._lane), 4)

    @property
    def _most(self) -> float:
        needed = self.lanes.count * self._lane + _FOOT
        return max(needed - (self.height - self.top), 0.0)

    def time_at(self, x: float) -> float:
        """Return the moment at a px, in seconds UTC."""
        return self._session.viewport.start + x * self.per_px

    def scroll(self, dy: float) -> bool:
        """Move the lanes up by `dy` px, as far as there are any; tell whether not all fit."""
        self._scrolled = min(max(self.scrolled + dy, 0.0), self._most)
        return self._most > 0

    def bring_in(self, event: str) -> None:
        """Scroll as little as shows the lane of an event, one of them where it is in several."""
        rows = self.columns.rows((event,))
        if not len(rows):
            return
        fixed, header = self.fixed, self._lane if self.columns.headers else 0.0
        room = self.height - self.body
        if any(lane < fixed for lane in self.lanes.of[rows]):
            return
        lows = [(int(lane) - fixed) * self._lane for lane in self.lanes.of[rows]]
        seen = (
            low - header >= self.scrolled and low + self._lane + _FOOT <= self.scrolled + room
            for low in lows
        )
        if not any(seen):
            self._scrolled = min(max(lows[0] - room / 2, 0.0), self._most)

    def bring_up(self, lane: int) -> None:
        """Scroll a lane to the top, below those that stay there."""
        self._scrolled = min(max(lane - self.fixed, 0) * self._lane, self._most)

    def piece_at(self, place: QPointF) -> Piece | None:
        """Return the piece at a place."""
        for strip in self.strips:
            if strip.top <= place.y() < strip.bottom:
                return self.scene.hit_test(place.x() - self.dx, place.y() - strip.dy)
        return None

    def events_within(self, band: QRectF) -> tuple[str, ...]:
        """Return, in the order of time, the events drawn or counted in a rectangle."""
        rows: set[int] = set()
        for piece in self.pieces_within(band):
            rows.update(piece.rows.tolist() if isinstance(piece, Cluster) else (piece.row,))
        ids = self.columns.ids
        return tuple(dict.fromkeys(ids[row] for row in sorted(rows)))

    def pieces_within(self, band: QRectF) -> list[Piece]:
        """Return the pieces that are drawn in a rectangle."""
        found: list[Piece] = []
        left, right = band.left() - self.dx, band.right() - self.dx
        for strip in self.strips:
            top, bottom = max(band.top(), strip.top), min(band.bottom(), strip.bottom)
            if bottom >= top:
                pieces = self.scene.between(left, right, top - strip.dy, bottom - strip.dy)
                found += [one for one in pieces if one.right >= left and one.left <= right]
        return found

    def place_of(self, event: str) -> QRectF | None:
        """Return where an event or the cluster that counts it is drawn, None when nowhere."""
        piece = self.scene.piece_of(event)
        return None if piece is None else self.rect_of(piece)

    def rect_of(self, piece: Piece) -> QRectF:
        """Return where a piece is drawn, without its label."""
        return QRectF(
            piece.left + self.dx, self.y_of(piece.lane), piece.right - piece.left, self._lane
        )

    def counts(self) -> Counts:
        """Count the events in view by how they are drawn, those above and below included."""
        viewport = self._session.viewport
        scene = self._stage.all_lanes(viewport, self.width, self._preferred)
        return scene.counts(viewport.start, viewport.end)

    @property
    def lays_out_all(self) -> bool:
        """Tell whether the scene holds all lanes, so that counting is no work."""
        return len(self.scene.lanes) == self.lanes.count

    def hidden(self) -> tuple[int, int]:
        """Count the events in view whose lanes lie above and below what is seen."""
        if self._most <= 0:
            return 0, 0
        viewport, shelf, lane = self._session.viewport, self.scene.plan.shelf, self._lane
        start, end = viewport.start, viewport.end
        fixed = self.fixed
        first = fixed + floor((self.scrolled + 1e-6) / lane)
        bottom = self.scrolled + self.height - self.top
        last = max(ceil((bottom - 1e-6) / lane), first)
        every = self.lanes.count
        total = self.columns.count(start, end)
        seen = shelf.count(start, end, range(first, min(last, every)))
        seen += shelf.count(start, end, range(fixed))
        if first <= every - last:
            above = shelf.count(start, end, range(fixed, first))
            return above, total - seen - above
        below = shelf.count(start, end, range(min(last, every), every))
        return total - seen - below, below

    def standouts(self, selected: tuple[str, ...], hovered: str) -> Standouts:
        """Return where what is selected or pointed at stands on the shelf."""
        columns, shelf = self.columns, self.scene.plan.shelf
        picked = shelf.places_of(columns.rows(selected))
        row = columns.row_of.get(hovered) if hovered else None
        place = -1 if row is None else int(shelf.places_of(np.array([row]))[0])
        return Standouts(picked, place)

    def neighbour(self, event: str, step: int) -> str:
        """Return the event nearest in time in the next lane below (`step` 1) or above (-1).

        Only lanes with events in view count; an empty string when there is none.
        """
        columns, lane = self.columns, self.lanes.of
        row = columns.row_of.get(event)
        if row is None:
            return ""
        beyond = self._in_view() & ((lane - lane[row]) * step > 0)
        if not beyond.any():
            return ""
        nearest = (lane[beyond] * step).min() * step
        rows = np.flatnonzero(beyond & (lane == nearest))
        centre = (columns.start + columns.end) / 2
        return columns.ids[int(rows[np.abs(centre[rows] - centre[row]).argmin()])]

    def _in_view(self) -> Bools:
        viewport = self._session.viewport
        return self.columns.inside(viewport.start, viewport.end)
