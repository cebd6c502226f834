"""Pills: the clusters of a frame, all their grounds, then all their strips, then all counts."""

from __future__ import annotations

import numpy as np

from explorer.layout.columns import Bools, Floats, Ints, Sign
from explorer.layout.drawing import Form
from explorer.layout.ranges import Places
from explorer.timeline.excerpt import Excerpt
from explorer.timeline.glyphs import paint_signs
from explorer.timeline.palette import EDGE, GROUND
from explorer.timeline.plates import FIGURES, Plates
from explorer.timeline.primitives import Batch, Frames
from explorer.timeline.stamps import CAP

_K, _PLUS = FIGURES.index("k"), FIGURES.index("+")


def paint_pills(batch: Batch, view: Excerpt, plates: Plates) -> None:
    """Paint the clusters: their counts over strips that show the kinds of their members."""
    groups = view.of_form(Form.CLUSTER)
    if not len(groups):
        return
    frames = _frames(view, groups)
    _paint_grounds(batch, frames, plates)
    _paint_strips(batch, view, groups, frames, plates)
    _paint_counts(batch, view, groups, frames, plates)
    _paint_what_matters(batch, view, groups, frames, plates)


def _frames(view: Excerpt, groups: Places) -> Frames:
    drawn, ratio = view.scene.drawn, view.ratio
    left, right = np.rint(view.x(drawn.left[groups])), np.rint(view.x(drawn.right[groups]))
    top = np.rint(view.tops_of(groups) + 3 * ratio)
    height = np.full(len(groups), float(round(int(view.lane - 6) * ratio)))
    return left, top, right - left, height


def _paint_grounds(batch: Batch, frames: Frames, plates: Plates) -> None:
    left, top, width, height = frames
    cap = float(round(CAP * plates.ratio))
    inner = left + cap, width - 2 * cap
    line = np.full(len(left), max(round(plates.ratio), 1.0))
    batch.fill((inner[0], top, inner[1], height), GROUND)
    batch.fill((inner[0], top, inner[1], line), EDGE)
    batch.fill((inner[0], top + height - line, inner[1], line), EDGE)
    sides = np.concatenate((left, left + width - cap))
    source = np.repeat(plates.caps, len(left), axis=0)
    batch.stamp(sides, np.concatenate((top, top)), source)


def _paint_strips(
    batch: Batch, view: Excerpt, groups: Places, frames: Frames, plates: Plates
) -> None:
    """Paint how the members divide among the kinds."""
    ratio = plates.ratio
    drawn, shelf = view.scene.drawn, view.scene.plan.shelf
    left, top, width, height = frames
    share = (width - 8 * ratio) / drawn.count[groups]
    x, y = left + 4 * ratio, top + height - round(4 * ratio)
    thick = np.full(len(left), 2.0 * round(ratio))
    of_top = shelf.columns.kind[shelf.row[drawn.tops.place]]
    for number, counted in enumerate(shelf.kinds[: len(plates.style.kinds)]):
        own = drawn.tops.group[of_top == number]
        on_top = np.bincount(own, minlength=len(drawn))[groups]
        members = counted[drawn.last[groups]] - counted[drawn.first[groups]] - on_top
        far = x + share * members
        batch.fill((x, y, np.rint(far) - np.rint(x), thick), plates.palette.strip(number))
        x = far


def _paint_counts(
    batch: Batch, view: Excerpt, groups: Places, frames: Frames, plates: Plates
) -> None:
    drawn = view.scene.drawn
    free = drawn.text_right[groups] - drawn.text_left[groups]
    alone = free >= drawn.right[groups] - drawn.left[groups] - 0.01
    figures = _figures(drawn.count[groups], ~alone)
    advance = np.where(figures >= 0, plates.advances[figures], 0.0)
    middle = view.x((drawn.text_left[groups] + drawn.text_right[groups]) / 2)
    start = middle - advance.sum(axis=1) / 2
    x = start[:, np.newaxis] + np.cumsum(advance, axis=1) - advance
    _, top, _, height = frames
    y = top + height / 2 - (1.5 + plates.figure_height / 2) * plates.ratio
    shown = figures >= 0
    across = np.broadcast_to(y[:, np.newaxis], figures.shape)
    source = plates.figures[figures[shown]]
    batch.stamp(x[shown], across[shown], source)


def _figures(counts: Ints, plus: Bools) -> Ints:
    """Return the figures of each count from left to right, -1 where there are fewer.

    From ten thousand on, thousands are counted.
    """
    many = counts >= 10_000
    number = np.where(many, counts // 1_000, counts)
    figures = np.full((len(counts), 7), -1, dtype=np.int64)
    figures[:, 0] = np.where(plus, _PLUS, -1)
    for place, power in enumerate((10_000, 1_000, 100, 10, 1), start=1):
        figures[:, place] = np.where(number >= power, number // power % 10, -1)
    figures[:, 6] = np.where(many, _K, -1)
    return figures


def _paint_what_matters(
    batch: Batch, view: Excerpt, groups: Places, frames: Frames, plates: Plates
) -> None:
    """Paint the signs of those that are counted and have one."""
    scene = view.scene
    plan, drawn = scene.plan, scene.drawn
    first, last = drawn.first[groups], drawn.last[groups]
    tops = drawn.tops
    disputed = plan.shelf.disputed[last] - plan.shelf.disputed[first]
    marked = np.searchsorted(plan.marked, last) - np.searchsorted(plan.marked, first)
    on_top = plan.signs[tops.place]
    found: list[Ints] = []
    for bit, held in ((Sign.DISPUTED, disputed), (Sign.BOOKMARKED, marked)):
        own = np.bincount(tops.group[(on_top & bit) > 0], minlength=len(drawn))[groups]
        found.append(np.where(held > own, bit, 0).astype(np.int64))
    left, top, width, height = frames
    middle: tuple[Floats, Floats] = left + width - 10 * view.ratio, top + height / 2
    paint_signs(batch, found[0] | found[1], *middle, plates)
