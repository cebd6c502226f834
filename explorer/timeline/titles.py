"""Titles: the labels of a frame, stamped from the atlas."""

from __future__ import annotations

import numpy as np

from explorer.layout.columns import Bools, Columns, Floats, Sign
from explorer.layout.drawing import Form
from explorer.layout.labels import ELLIPSIS
from explorer.layout.ranges import Places
from explorer.timeline.atlas import Part
from explorer.timeline.excerpt import Excerpt
from explorer.timeline.plates import Plates
from explorer.timeline.primitives import Batch

_LEAST = 36.0
"""Px below which what is left of a label is not worth showing."""

_EDGE = 6.0
"""Px kept free before the right edge."""


def shifts(view: Excerpt, groups: Places) -> Floats:
    """Return the px by which what stands in boxes moves to keep in sight as long as the box is."""
    scene = view.scene
    drawn, captions = scene.drawn, scene.captions
    hidden = np.maximum(view.left - drawn.left[groups], 0.0)
    shift = np.zeros(len(groups))
    moved = np.flatnonzero(hidden > 0)
    if not len(moved):
        return shift
    some = groups[moved]
    placed = captions.place(some)
    starts = scene.plan.signs[drawn.first[some]] & Sign.OPEN_START
    used = 17.0 + np.where(starts, 8.0, 0.0)
    used += np.where(captions.has_room[some] & placed.inside, placed.width, 0.0)
    room = drawn.right[some] - drawn.left[some] - used - 4
    shift[moved] = np.minimum(hidden[moved], np.maximum(room, 0.0))
    return shift


class Titles:
    """The parts of the atlas that titles are, for the events of some columns.

    They hold until the atlas is emptied, which looking one up may cause; so labels come before
    anything else that is stamped.
    """

    def __init__(self, columns: Columns, plates: Plates) -> None:
        self.columns = columns
        self.age = plates.atlas.age
        self._plates = plates
        self._entry = np.full((2, len(columns)), -1, dtype=np.int32)
        self._table = np.zeros((256, 4))
        self._count = 0

    def paint(self, batch: Batch, view: Excerpt, boxes: Places, shift: Floats) -> None:
        """Stamp the labels in view; those within `boxes` are moved by `shift` px."""
        captions = view.scene.captions
        every = np.concatenate((boxes, view.of_form(Form.MARK), view.tops + len(view.scene.drawn)))
        moved = np.zeros(len(every))
        moved[: len(boxes)] = shift
        has_room = captions.has_room[every]
        every, moved = every[has_room], moved[has_room]
        placed = captions.place(every)
        x = placed.x + np.where(placed.inside, moved, 0.0)
        room = view.right - _EDGE - x
        width, cut = placed.width.copy(), placed.cut.copy()
        shown = (width > 0) & (placed.inside | (x >= view.left))
        shown &= placed.inside | (room >= np.minimum(_LEAST, width))
        row = captions.row[every]
        for at in np.flatnonzero(shown & (width > room)).tolist():
            width[at] = captions.measured.cut(int(row[at]), max(float(room[at]), 0.0))
            cut[at] = True
        shown &= width > 0
        self._stamp(
            batch,
            view,
            (every[shown], row[shown], x[shown], width[shown]),
            placed.inside[shown],
            cut[shown],
        )

    def _stamp(
        self,
        batch: Batch,
        view: Excerpt,
        labels: tuple[Places, Places, Floats, Floats],
        inside: Bools,
        cut: Bools,
    ) -> None:
        every, row, x, width = labels
        drawn, ratio = view.scene.drawn, view.ratio
        faint = (self.columns.importance[row] <= 1) & ~inside
        parts = self._parts(row, faint)
        ends = self._ends()[(self.columns.importance[row] >= 3) * 2 + faint]
        reach = np.minimum(width * ratio - (ends[:, 2] - 2 * ratio), parts[:, 2])
        parts[cut, 2] = np.maximum(reach, 0.0)[cut]
        lanes = np.concatenate((drawn.lane, drawn.lane[drawn.tops.group]))[every]
        left = np.rint(view.x(x))
        top = (lanes * view.lane + view.dy + view.lane / 2) * ratio - parts[:, 3] / 2
        batch.stamp(left, top, parts)
        batch.stamp((left + parts[:, 2])[cut], top[cut], ends[cut])

    def _parts(self, row: Places, faint: Bools) -> Floats:
        """Return the parts that whole titles are, `faint` telling in which colour."""
        which = faint.astype(np.int64)
        entry = self._entry[which, row]
        for at in np.flatnonzero(entry < 0).tolist():
            words = self.columns.titles[int(row[at])]
            bold = bool(self.columns.importance[row[at]] >= 3)
            self._entry[which[at], row[at]] = self._keep(self._part(words, bold, bool(faint[at])))
        found: Floats = self._table[self._entry[which, row]]
        return found

    def _keep(self, part: Part) -> int:
        """Keep a part in the table and return its number."""
        if self._count == len(self._table):
            self._table = np.concatenate((self._table, np.zeros_like(self._table)))
        self._table[self._count] = part
        self._count += 1
        return self._count - 1

    def _ends(self) -> Floats:
        """Return the parts that ellipses are: plain, faint, bold."""
        ends = [
            self._part(ELLIPSIS, bold, faint) for bold in (False, True) for faint in (False, True)
        ]
        return np.array(ends)

    def _part(self, words: str, bold: bool, faint: bool) -> Part:
        style = self._plates.style
        colour = style.muted if faint else style.text
        return self._plates.title(words, style.bold if bold else style.font, int(bold), colour)
