"""Palette: the colours that a frame fills rectangles with, in the order in which they are laid."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor

from explorer.layout.columns import Floats, Ints
from explorer.timeline.primitives import mixed
from explorer.timeline.style import Style

LEVELS = 36
"""How many shades there are between nothing and `SOLID`."""

SOLID, FAINT = 0.42, 0.10
"""Alpha of a box where time is certain, and at the end of possible time."""

GROUND, EDGE, _STRIPS = 0, 1, 2


class Palette:
    """Numbers the colours of a style: a cluster's ground and edge, strips, shades, and lines."""

    def __init__(self, style: Style) -> None:
        self._kinds = len(style.kinds)
        colours = [kind.colour for kind in style.kinds]
        base = style.base
        self.colours: list[QColor] = [
            style.alternate,
            mixed(style.muted, style.alternate, 0.75),
            *colours,
            *(mixed(one, base, level / LEVELS * SOLID) for one in colours for level in _levels()),
            *colours,
        ]

    def strip(self, kind: int) -> int:
        """Return the number of a kind's colour in the strip of a cluster."""
        return _STRIPS + kind

    def shades(self, kind: Ints, alpha: Floats) -> Ints:
        """Return the numbers of the shades of kinds with some alpha up to `SOLID`."""
        level = np.rint(alpha / SOLID * LEVELS).astype(np.int64)
        found: Ints = _STRIPS + self._kinds + kind * (LEVELS + 1) + level
        return found

    def lines(self, kind: Ints) -> Ints:
        """Return the numbers of the full colours of kinds, which lie over all shades."""
        found: Ints = _STRIPS + self._kinds * (LEVELS + 2) + kind
        return found


def _levels() -> range:
    return range(LEVELS + 1)
