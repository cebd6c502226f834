"""Tiles: which part of a wide arrangement stands on which page, along time and down the lanes."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np

from explorer.layout.columns import Bools
from explorer.pictures.arranging import Arrangement, Extents

_LEAST = 0.55
"""Share of its width by which a page goes on, however long the titles at its edge."""

_EDGE = 12.0
"""Px before a drawing that begins a page."""


@dataclass(frozen=True)
class Tile:
    """A part: its first px and its lanes, its column in time and its row, counted from 1."""

    left: float
    lanes: range
    column: int
    row: int


@dataclass(frozen=True, eq=False)
class Tiling:
    """The parts of an arrangement that hold events, on pages `width` px wide."""

    arrangement: Arrangement
    width: float
    tiles: tuple[Tile, ...]
    columns: int
    rows: int
    empty: int


def tiling(arrangement: Arrangement, width: float, lanes: int) -> Tiling:
    """Cut an arrangement into pages of `width` px and a number of lanes, leaving out empty ones.

    A page goes on where the first title begins that the one before has no room for, so that every
    title stands whole on one of them.
    """
    extents = arrangement.extents
    lefts = _lefts(extents, width, arrangement.width)
    rows = max(ceil(arrangement.lanes / lanes), 1)
    taken = {
        (column, row)
        for column, left in enumerate(lefts)
        for row in np.unique(extents.lane[_between(extents, left, left + width)] // lanes).tolist()
    }
    tiles = tuple(
        Tile(
            left, range(row * lanes, min((row + 1) * lanes, arrangement.lanes)), column + 1, row + 1
        )
        for column, left in enumerate(lefts)
        for row in range(rows)
        if (column, row) in taken
    )
    return Tiling(arrangement, width, tiles, len(lefts), rows, len(lefts) * rows - len(tiles))


def _between(extents: Extents, left: float, right: float) -> Bools:
    """Tell which drawings reach into a stretch of px, their titles left out."""
    inside: Bools = (extents.left < right) & (extents.right > left)
    return inside


def _lefts(extents: Extents, width: float, whole: float) -> list[float]:
    """Return the first px of each page along time."""
    lefts = [0.0]
    begins = extents.left - _EDGE
    while lefts[-1] + width < whole:
        left = lefts[-1]
        right, earliest = left + width, left + width * _LEAST
        cut = (begins >= earliest) & (extents.left < right) & (right < extents.reach)
        lefts.append(float(begins[cut].min(initial=right)))
    if len(lefts) > 1:
        lefts[-1] = max(whole - width, lefts[-2] + width * _LEAST)
    return lefts
