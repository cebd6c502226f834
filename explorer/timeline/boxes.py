"""Boxes: the grounds of many boxes at once, in steps where the brush lays smooth shades."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from explorer.layout.columns import Bools, Floats, Ints, Sign
from explorer.layout.making import core_of
from explorer.layout.ranges import Places
from explorer.timeline.excerpt import Excerpt
from explorer.timeline.glyphs import paint_signs
from explorer.timeline.palette import FAINT, SOLID
from explorer.timeline.plates import HEAD, Plates
from explorer.timeline.primitives import Batch, Frames

_MANY, _STEPS, _FINE_STEPS = 150, 5, 18
"""Into how many steps the shade of possible time is cut, of many boxes and of fewer."""

_DASHES = 400
"""Up to how many outlines are dashed; in the crowd that more of them make none can be told."""


@dataclass(frozen=True, eq=False)
class _Boxes:
    """Boxes in device px: frames, the px where they are certain, kinds and signs."""

    left: Floats
    top: Floats
    width: Floats
    height: Floats
    core_left: Floats
    core_right: Floats
    kind: Ints
    signs: Ints

    @property
    def certain(self) -> Bools:
        """Tell which are certain in some part."""
        return self.core_left < self.core_right

    @property
    def whole(self) -> Bools:
        """Tell which are certain from end to end."""
        right = self.left + self.width
        return (self.core_left <= self.left) & (self.core_right >= right)

    def frames(self, chosen: Bools) -> Frames:
        """Return the frames of some."""
        return self.left[chosen], self.top[chosen], self.width[chosen], self.height[chosen]


def paint_boxes(batch: Batch, view: Excerpt, groups: Places, plates: Plates) -> None:
    """Paint the grounds of boxes: solid where certain, in fainter steps where only possible."""
    if not len(groups):
        return
    boxes = _boxes(view, groups)
    _paint_shades(batch, boxes, plates)
    _paint_edges(batch, boxes, plates)
    _paint_heads(batch, boxes, plates)


def _boxes(view: Excerpt, groups: Places) -> _Boxes:
    scene, ratio = view.scene, view.ratio
    drawn = scene.drawn
    low, high = -8.0, view.width * ratio + 8.0
    left = np.rint(np.maximum(view.x(drawn.left[groups]), low))
    right = np.rint(np.minimum(view.x(drawn.right[groups]), high))
    core = core_of(scene, groups)
    first, last = (np.clip(view.x(side), left, right) for side in core)
    none = core[0] >= core[1]
    row = scene.plan.shelf.row[drawn.first[groups]]
    return _Boxes(
        left=left,
        top=np.rint(view.tops_of(groups) + 3 * ratio),
        width=np.maximum(right - left, 1.0),
        height=np.full(len(groups), float(round((view.lane - 6) * ratio))),
        core_left=np.where(none, right, np.rint(first)),
        core_right=np.where(none, left, np.rint(last)),
        kind=scene.columns.kind[row].astype(np.int64),
        signs=scene.plan.signs[drawn.first[groups]],
    )


def _paint_shades(batch: Batch, boxes: _Boxes, plates: Plates) -> None:
    """Paint each box as steps up to its middle or certain part, that part, and steps down."""
    right = boxes.left + boxes.width
    certain = boxes.certain
    peak = np.where(certain, SOLID, SOLID * 0.8)
    rise = np.where(certain, boxes.core_left - boxes.left, np.rint(boxes.width * 0.35))
    fall = np.where(certain, right - boxes.core_right, np.rint(boxes.width * 0.35))
    ends = (
        np.where(boxes.signs & Sign.OPEN_START, 0.0, FAINT),
        np.where(boxes.signs & Sign.OPEN_END, 0.0, FAINT),
    )
    steps = _STEPS if len(boxes.left) > _MANY else _FINE_STEPS
    x, width, alpha = [boxes.left + rise], [boxes.width - rise - fall], [peak]
    for step in range(steps):
        share = (step + 0.5) / steps
        begin, end = (np.rint(rise * (step + way) / steps) for way in (0, 1))
        x.append(boxes.left + begin)
        width.append(end - begin)
        alpha.append(ends[0] + (peak - ends[0]) * share)
        begin, end = (np.rint(fall * (step + way) / steps) for way in (0, 1))
        x.append(right - end)
        width.append(end - begin)
        alpha.append(ends[1] + (peak - ends[1]) * share)
    repeats = 2 * steps + 1
    top, height = np.tile(boxes.top, repeats), np.tile(boxes.height, repeats)
    frames = np.concatenate(x), top, np.concatenate(width), height
    batch.fill(frames, plates.palette.shades(np.tile(boxes.kind, repeats), np.concatenate(alpha)))


def _paint_edges(batch: Batch, boxes: _Boxes, plates: Plates) -> None:
    """Paint outlines round what is certain from end to end, bars below what is in part."""
    line = float(max(round(plates.ratio), 1))
    doubt = (boxes.signs & (Sign.APPROXIMATE | Sign.UNCERTAIN)) > 0
    colour = plates.palette.lines(boxes.kind)
    whole = boxes.whole & ~doubt
    left, top, width, height = boxes.frames(whole)
    thick = np.full(len(left), line)
    for frames in (
        (left, top, width, thick),
        (left, top + height - line, width, thick),
        (left, top, thick, height),
        (left + width - line, top, thick, height),
    ):
        batch.fill(frames, colour[whole])
    part = boxes.certain & ~boxes.whole & ~doubt
    left, bottom = boxes.core_left[part], boxes.top[part] + boxes.height[part]
    thick = np.full(len(left), float(round(2.5 * plates.ratio)))
    bar = np.maximum(boxes.core_right[part] - left, thick)
    batch.fill((left, bottom - thick, bar, thick), colour[part])
    _dash(batch, boxes, doubt, line, plates)


def _dash(batch: Batch, boxes: _Boxes, chosen: Bools, line: float, plates: Plates) -> None:
    """Paint dashes along the upper and lower edges of what is approximate or uncertain."""
    some = np.flatnonzero(chosen)[:_DASHES]
    left, top, width, height = (
        side[some] for side in (boxes.left, boxes.top, boxes.width, boxes.height)
    )
    step = 4.0 * plates.ratio
    held = np.minimum(np.ceil(width / step), 4_000).astype(np.int64)
    box = np.repeat(np.arange(len(left)), held)
    place = np.arange(len(box)) - np.repeat(np.cumsum(held) - held, held)
    x = left[box] + place * step
    long = np.minimum(step * 0.6, left[box] + width[box] - x)
    thick = np.full(len(box), line)
    colour = plates.palette.lines(boxes.kind[some])[box]
    for y in (top[box], top[box] + height[box] - line):
        batch.fill((x, y, long, thick), colour)


def _paint_heads(batch: Batch, boxes: _Boxes, plates: Plates) -> None:
    """Paint an arrow head at an end that goes on without bound."""
    width, height = (side * plates.ratio for side in HEAD)
    y = boxes.top + boxes.height / 2 - height / 2
    for way, sign in enumerate((Sign.OPEN_START, Sign.OPEN_END)):
        has = (boxes.signs & sign) > 0
        x = boxes.left if way == 0 else boxes.left + boxes.width - width
        source = plates.heads[boxes.kind[has] * 2 + way]
        batch.stamp(x[has], y[has], source)


def paint_box_glyphs(
    batch: Batch, view: Excerpt, groups: Places, shift: Floats, plates: Plates
) -> None:
    """Paint the glyphs and signs within boxes, moved by `shift` px to keep in sight."""
    scene, ratio = view.scene, view.ratio
    drawn = scene.drawn
    row, signs = scene.plan.shelf.row[drawn.first[groups]], scene.plan.signs[drawn.first[groups]]
    inset = np.where(signs & Sign.OPEN_START, 17.0, 9.0)
    width = drawn.right[groups] - drawn.left[groups]
    fits = width >= inset + 5
    x = np.where(fits, drawn.left[groups] + inset + shift, (drawn.left + drawn.right)[groups] / 2)
    y = view.tops_of(groups) + view.lane / 2 * ratio
    source = plates.in_box[scene.columns.kind[row].astype(np.int64)]
    half = source[:, 2] / 2
    at = view.x(x)
    batch.stamp((at - half)[fits], (y - half)[fits], source[fits])
    paint_signs(batch, signs, at, y, plates)
