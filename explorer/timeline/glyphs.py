"""Glyphs: the marks of a frame, and the signs beside marks and within boxes."""

from __future__ import annotations

import numpy as np

from explorer.layout.columns import Floats, Ints, Sign
from explorer.layout.drawing import Form
from explorer.timeline.excerpt import Excerpt
from explorer.timeline.plates import DISPUTE, ROOM, STAR, Plates
from explorer.timeline.primitives import Batch

_OFFSETS = ((Sign.BOOKMARKED, STAR, 6.0, -5.0), (Sign.DISPUTED, DISPUTE, 6.0, 5.5))
"""For each sign: its bit, its number, and the px from the middle of a glyph to its own."""


def paint_marks(batch: Batch, view: Excerpt, plates: Plates) -> None:
    """Paint the marks that stand alone, then those on top of clusters."""
    drawn = view.scene.drawn
    single = view.of_form(Form.MARK)
    tops = view.tops
    place = np.concatenate((drawn.first[single], drawn.tops.place[tops]))
    group = np.concatenate((single, drawn.tops.group[tops]))
    x = view.x(np.concatenate((drawn.x[single], drawn.tops.x[tops])))
    plan, columns = view.scene.plan, view.scene.columns
    row, signs = plan.shelf.row[place], plan.signs[place]
    middle = view.tops_of(group) + view.lane / 2 * view.ratio
    source = plates.glyphs(columns.kind[row], columns.importance[row], signs)
    half = ROOM / 2 * view.ratio
    batch.stamp(x - half, middle - half, source)
    paint_signs(batch, signs, x, middle, plates)


def paint_signs(batch: Batch, signs: Ints, x: Floats, y: Floats, plates: Plates) -> None:
    """Paint a star above and a sign of dispute below, right of some middles in device px."""
    if not (signs & (Sign.BOOKMARKED | Sign.DISPUTED)).any():
        return
    half = ROOM / 2
    for bit, number, dx, dy in _OFFSETS:
        has = (signs & bit) > 0
        count = int(np.count_nonzero(has))
        source = np.repeat(plates.signs[number : number + 1], count, axis=0)
        at = x[has] + (dx - half) * plates.ratio, y[has] + (dy - half) * plates.ratio
        batch.stamp(*at, source)
