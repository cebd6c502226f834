"""Drawing: one group of events after the other made into marks, boxes, clusters and labels."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from explorer.layout.columns import Columns, Ints, Sign
from explorer.layout.labels import Label, Typesetter
from explorer.layout.lanes import Sizes
from explorer.layout.pieces import Box, Cluster, Mark, Piece
from explorer.layout.scale import TimeScale

MARKED, PICKED = 1, 2
"""How much an event matters: bookmarked, or selected; 0 for all others."""

_PAD = 5.0
"""Px between a drawing and its label."""

_GLYPH = 17.0
"""Px that the sign of its kind takes up within a box, before the label."""

OPEN_END = 8.0
"""Px that the arrow head of an open start takes up before that sign."""

_SIGN = 5.0
"""Px that a star or a sign of dispute reaches beyond that."""

_ROOMY = 90.0
"""Px from which on a label is cut to fit into its box where there is less room beside it."""


@dataclass(frozen=True, slots=True)
class Span:
    """The place of a group: its lane, its outer px, and the px up to which its label may go."""

    lane: int
    left: float
    right: float
    free_until: float


class Draughtsman:
    """Makes the pieces of a scene, one group at a time; `pieces` holds those made so far."""

    def __init__(
        self,
        columns: Columns,
        scale: TimeScale,
        typesetter: Typesetter,
        sizes: Sizes,
        matters: Ints,
    ) -> None:
        self.pieces: list[Piece] = []
        self._columns = columns
        self._scale = scale
        self._typesetter = typesetter
        self._lists = columns.lists
        self._sizes = sizes
        self._matters = matters
        self._any_matters = bool(matters.any())

    def draw(self, rows: Ints, span: Span) -> None:
        """Draw the events of one group in its place."""
        if len(rows) == 1:
            self._draw_one(int(rows[0]), span)
        else:
            self._draw_many(rows, span)

    def _draw_one(self, row: int, span: Span) -> None:
        columns, scale = self._lists, self._scale
        start, end = columns.start[row], columns.end[row]
        if (end - start) / scale.per_px < self._sizes.moment:
            self.pieces.append(self._mark(row, span, scale.to_px((start + end) / 2)))
            return
        self.pieces.append(
            Box(
                self._columns.ids[row],
                row,
                span.lane,
                span.left,
                span.right,
                self._core(row, span),
                columns.kind[row],
                columns.importance[row],
                columns.signs[row],
                self._box_label(row, span),
            )
        )

    def _core(self, row: int, span: Span) -> tuple[float, float] | None:
        """Return the px between which an event is certain; at an edge only if it is so there."""
        columns = self._lists
        first, last = columns.core_start[row], columns.core_end[row]
        if first >= last:
            return None
        from_edge, to_edge = first <= columns.start[row], last >= columns.end[row]
        left = span.left if from_edge else max(self._scale.to_px(first), span.left + 1)
        right = span.right if to_edge else min(self._scale.to_px(last), span.right - 1)
        return (left, right) if left < right else None

    def _mark(self, row: int, span: Span, x: float) -> Mark:
        columns, half = self._lists, self._sizes.mark / 2
        pad = _PAD + (0.0 if span.right > x + half else self._beside(row) / 2)
        return Mark(
            self._columns.ids[row],
            row,
            span.lane,
            x,
            x - half,
            x + half,
            columns.kind[row],
            columns.importance[row],
            columns.signs[row],
            self._label(row, max(span.right, x + half) + pad, span.free_until),
        )

    def _label(self, row: int, left: float, right: float, *, inside: bool = False) -> Label | None:
        """Return the title between two px, or nothing where there is too little room."""
        room = right - left
        if room < self._sizes.least_label:
            return None
        bold = self._lists.importance[row] >= 3
        text, width = self._typesetter.fitted(self._columns.titles[row], bold, room)
        return Label(text, left, width, bold, inside) if text else None

    def _beside(self, row: int) -> float:
        """Return the px that signs right of an event's glyph take up."""
        signed = self._lists.signs[row] & (Sign.BOOKMARKED | Sign.DISPUTED)
        return _SIGN if signed else 0.0

    def _box_label(self, row: int, span: Span) -> Label | None:
        columns = self._lists
        inset = _GLYPH + self._beside(row)
        if columns.signs[row] & Sign.OPEN_START:
            inset += OPEN_END
        within = span.right - span.left - inset - _PAD
        bold = columns.importance[row] >= 3
        if (
            within >= self._sizes.longest_label
            or self._typesetter.width(self._columns.titles[row], bold) <= within
        ):
            return self._label(row, span.left + inset, span.right - _PAD, inside=True)
        beside = self._label(row, span.right + _PAD, span.free_until)
        if within >= _ROOMY and (beside is None or beside.width <= within):
            return self._label(row, span.left + inset, span.right - _PAD, inside=True)
        return beside

    def _draw_many(self, rows: Ints, span: Span) -> None:
        on_top = self._on_top(rows, span)
        if len(on_top) < len(rows):
            counted = rows[~np.isin(rows, [mark.row for mark in on_top])] if on_top else rows
            self.pieces.append(self._cluster(counted, span, on_top))
        self.pieces += [replace(mark, label=None) for mark in on_top[:-1]] + on_top[-1:]

    def _on_top(self, rows: Ints, span: Span) -> list[Mark]:
        """Return marks, from left to right, for the members that matter most, as far as they fit.

        A cluster keeps room for its count and two marks; each mark is as near to its time as that
        room lets it be. The label of the last one stands beside the cluster.
        """
        sizes, columns = self._sizes, self._lists
        if not self._any_matters:
            return []
        wanted = rows[self._matters[rows] > 0].tolist()
        if not wanted:
            return []
        wanted.sort(key=lambda row: (-self._matters[row], -columns.importance[row], row))
        step = sizes.mark + sizes.gap
        fitting = int((span.right - span.left - sizes.pill) // step)
        chosen = sorted(wanted[: min(fitting, 2)])
        half = sizes.mark / 2
        first, last = span.left + half, span.right - half
        places: list[float] = []
        for index, row in enumerate(chosen):
            middle = (columns.start[row] + columns.end[row]) / 2
            low = places[-1] + step if places else first
            high = last - step * (len(chosen) - 1 - index)
            places.append(min(max(self._scale.to_px(middle), low), high))
        free = _widest_gap(span, places, sizes)
        if places and free[1] - free[0] < sizes.pill - 2:
            nearest = first if places[0] - first < last - places[0] else last
            places = [nearest] if len(places) == 1 else [first, last]
        drawn = [self._mark(row, span, x) for row, x in zip(chosen, places, strict=True)]
        return [replace(mark, on_cluster=len(drawn) < len(rows)) for mark in drawn]

    def _cluster(self, rows: Ints, span: Span, on_top: list[Mark]) -> Cluster:
        columns = self._columns
        signs = int(np.bitwise_or.reduce(columns.signs[rows])) & (Sign.DISPUTED | Sign.BOOKMARKED)
        text_left, text_right = _widest_gap(span, [mark.x for mark in on_top], self._sizes)
        return Cluster(
            span.lane,
            span.left,
            span.right,
            text_left,
            text_right,
            rows,
            tuple(np.bincount(columns.kind[rows]).tolist()),
            signs,
            bool((self._matters[rows] == PICKED).any()),
        )


def _widest_gap(span: Span, places: list[float], sizes: Sizes) -> tuple[float, float]:
    """Return the widest stretch of a cluster that no mark about one of `places` covers."""
    half = sizes.mark / 2
    edges = [span.left, *(edge for x in places for edge in (x - half, x + half)), span.right]
    gaps = list(zip(edges[::2], edges[1::2], strict=True))
    return max(gaps, key=lambda gap: gap[1] - gap[0])
