"""Captions: the titles beside and within drawings, set when they are looked at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from explorer.layout.columns import Bools, Floats, Ints, Sign
from explorer.layout.drawing import Drawn, Form
from explorer.layout.labels import Label, Measured
from explorer.layout.ranges import Places
from explorer.layout.stretch import Plan

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


@dataclass(frozen=True, eq=False)
class Placed:
    """Labels: left px, width (0 for none), and whether each stands in a box or is cut."""

    x: Floats
    width: Floats
    inside: Bools
    cut: Bools


class Captions:
    """The labels of what is drawn: those of groups first, then those of marks on top.

    `within` and `beside` hold the room in px in and next to each drawing, `has_room` whether
    either is enough for a label.
    """

    def __init__(self, plan: Plan, drawn: Drawn, measured: Measured) -> None:
        self.measured = measured
        self._sizes = plan.sizes
        tops, half = drawn.tops, plan.sizes.mark / 2
        place = np.concatenate((drawn.first, tops.place))
        self.row = plan.shelf.row[place]
        signs = plan.signs[place]
        sign = np.where(signs & (Sign.BOOKMARKED | Sign.DISPUTED), _SIGN, 0.0)
        is_box = np.concatenate((drawn.form == Form.BOX, np.zeros(len(tops.x), dtype=np.bool_)))
        is_mark = np.concatenate((drawn.form == Form.MARK, tops.closes))
        right = np.concatenate((drawn.right, drawn.right[tops.group]))
        edge = np.concatenate((drawn.x, tops.x)) + half
        self._after = np.where(
            is_box, right, np.maximum(right, edge) + np.where(right > edge, 0.0, sign / 2)
        )
        self._after += _PAD
        free = np.concatenate((drawn.free, drawn.free[tops.group]))
        self.beside: Floats = np.where(is_box | is_mark, free - self._after, -1.0)
        inset = _GLYPH + sign + np.where(signs & Sign.OPEN_START, OPEN_END, 0.0)
        self._inner = np.concatenate((drawn.left, tops.x)) + inset
        self.within: Floats = np.where(is_box, right - self._inner - _PAD, -1.0)
        self.has_room: Bools = np.maximum(self.beside, self.within) >= plan.sizes.least_label

    def reach(self, at: int) -> float:
        """Return the px up to which the label beside a drawing goes at most."""
        return float(self._after[at] + max(self.beside[at], 0.0))

    def place(self, every: Places) -> Placed:
        """Return where the labels of some drawings stand; of those without room nothing is left."""
        row, least = self.row[every], self._sizes.least_label
        width = self.measured.widths(row)
        within, beside = self.within[every], self.beside[every]
        inside = (within >= self._sizes.longest_label) | ((within > 0) & (width <= within))
        after = ~inside & (beside >= least)
        lengths = np.where(after, np.minimum(width, beside), 0.0)
        self._shorten(row, lengths, width, beside, after)
        after &= lengths > 0
        inside |= (within >= _ROOMY) & (~after | (lengths <= within))
        after &= ~inside
        inside &= within >= least
        lengths = np.where(inside, np.minimum(width, within), np.where(after, lengths, 0.0))
        self._shorten(row, lengths, width, within, inside)
        x = np.where(inside, self._inner[every], self._after[every])
        return Placed(x, lengths, inside, lengths < width)

    def _shorten(
        self, row: Ints, lengths: Floats, width: Floats, room: Floats, chosen: Bools
    ) -> None:
        """Put the widths of titles that are cut in place of the room that they were cut for."""
        for at in np.flatnonzero(chosen & (width > room)).tolist():
            lengths[at] = self.measured.cut(int(row[at]), float(room[at]))

    def label(self, at: int) -> Label | None:
        """Return the label of a drawing, None where there is too little room."""
        if not self.has_room[at]:
            return None
        placed = self.place(np.array([at]))
        width = float(placed.width[0])
        if width <= 0:
            return None
        row, inside = int(self.row[at]), bool(placed.inside[0])
        text, _ = self.measured.text(row, float((self.within if inside else self.beside)[at]))
        return Label(text, float(placed.x[0]), width, bool(self.measured.bold[row]), inside)
