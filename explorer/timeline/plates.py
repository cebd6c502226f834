"""Plates: the atlas of one style, with tables that give the parts of many drawings at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from explorer.layout.columns import Floats, Ints
from explorer.timeline.atlas import NOTHING, Atlas, Part
from explorer.timeline.palette import Palette
from explorer.timeline.primitives import parts
from explorer.timeline.stamps import (
    CAP,
    draw_dispute,
    draw_glyph,
    draw_pill,
    draw_star,
)
from explorer.timeline.style import GLYPH_SIZES, Style

GLYPH_IN_BOX = 8.0
ROOM, LITTLE_ROOM = 18, 12
"""Px of the squares in which glyphs and signs are kept, and glyphs within boxes."""

FIGURES = "0123456789k+"
STAR, DISPUTE = 0, 1
HEAD = (6, 10)
"""Width and height in px of the arrow head of an open end."""


class Plates:
    """The parts of one style in its atlas; `prepare` before each frame."""

    def __init__(self, style: Style, lane: float, ratio: float) -> None:
        self.style = style
        self.lane = lane
        self.ratio = ratio
        self.atlas = Atlas(ratio)
        self.palette = Palette(style)
        self._age = -1
        self._make()

    def prepare(self) -> None:
        """Draw anew what was lost when the atlas was emptied."""
        if self.atlas.age != self._age:
            self._make()

    @property
    def is_whole(self) -> bool:
        """Tell whether the atlas was not emptied since it was prepared."""
        return self.atlas.age == self._age

    def _make(self) -> None:
        self._age = self.atlas.age
        kinds = range(len(self.style.kinds))
        sizes = [GLYPH_SIZES.get(weight, 11.0) for weight in range(4)]
        self._glyphs = parts(
            [
                self._glyph(kind, size, doubt)
                for kind in kinds
                for size in sizes
                for doubt in range(4)
            ]
        )
        self.in_box = parts([self._glyph(kind, GLYPH_IN_BOX, 0, LITTLE_ROOM) for kind in kinds])
        self.signs = parts(
            [
                self._centred("star", partial(draw_star, self.style)),
                self._centred("dispute", partial(draw_dispute, self.style)),
            ]
        )
        self.heads = parts([self._head(kind, way) for kind in kinds for way in (1, -1)])
        self.caps = parts(self._caps())
        metrics = QFontMetricsF(self.style.small)
        self.advances = np.array([metrics.horizontalAdvance(one) for one in FIGURES]) * self.ratio
        self.figure_height = metrics.height()
        small, colour = self.style.small, self.style.text
        self.figures = parts([self.atlas.text(one, small, 2, colour) for one in FIGURES])

    def glyphs(self, kind: Ints, importance: Ints, signs: Ints) -> Floats:
        """Return the parts of marks: hollow and dashed where approximate, dotted if uncertain."""
        weight = np.clip(importance.astype(np.int64), 0, 3)
        found: Floats = self._glyphs[(kind.astype(np.int64) * 4 + weight) * 4 + (signs & 3)]
        return found

    def title(self, words: str, font: QFont, number: int, colour: QColor) -> Part:
        """Return the part of a text."""
        return self.atlas.text(words, font, number, colour) if words else NOTHING

    def _glyph(self, kind: int, size: float, doubt: int, room: int = ROOM) -> Part:
        draw = partial(draw_glyph, self.style, kind, size, doubt)
        return self._centred(("glyph", kind, size, doubt), draw, room)

    def _centred(self, key: Hashable, draw: Callable[[QPainter], None], room: int = ROOM) -> Part:
        def at_centre(painter: QPainter) -> None:
            painter.translate(room / 2, room / 2)
            draw(painter)

        return self.atlas.part(key, room, room, at_centre)

    def _head(self, kind: int, way: int) -> Part:
        width, height = HEAD

        def draw(painter: QPainter) -> None:
            tip = QPointF(0.5 if way > 0 else width - 0.5, height / 2)
            painter.setPen(QPen(self.style.kinds[kind].colour, 1.6))
            for y in (-4, 4):
                painter.drawLine(tip, tip + QPointF(5 * way, y))

        return self.atlas.part(("head", kind, way), width, height, draw)

    def _caps(self) -> list[Part]:
        """Return the round left and right ends of a cluster's ground."""
        height = int(self.lane - 6)
        draw = partial(draw_pill, self.style, height, False, False)
        left, top, _, down = self.atlas.part(("pill", height), 2 * CAP + 4, height, draw)
        cap = round(CAP * self.ratio)
        right = left + round((CAP + 4) * self.ratio)
        return [(left, top, cap, down), (right, top, cap, down)]
