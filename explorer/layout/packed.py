"""Packed: lanes and pyramid of very many events as plain arrays, to be kept and taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from explorer.layout.columns import Columns
from explorer.layout.lanes import Lanes, Sizes
from explorer.layout.pyramid import Level, Pyramid
from explorer.layout.shelf import shelve

_LANES = ("of", "order", "fanned", "stands", "tops")
_LEVEL = ("first", "best", "second")


def arrays_of(pyramid: Pyramid) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays from which `pyramid_from` makes the same pyramid again."""
    lanes = pyramid.shelf.lanes
    arrays: dict[str, npt.NDArray[Any]] = {name: getattr(lanes, name) for name in _LANES}
    arrays["count"] = np.array([lanes.count])
    arrays["octaves"] = np.array([level.octave for level in pyramid.levels], dtype=np.int64)
    for number, level in enumerate(pyramid.levels):
        arrays |= {f"{name}.{number}": getattr(level, name) for name in _LEVEL}
    return arrays


def pyramid_from(
    columns: Columns, sizes: Sizes, arrays: Mapping[str, npt.NDArray[Any]]
) -> Pyramid | None:
    """Return the pyramid that arrays stand for; None where they do not fit the columns."""
    try:
        lanes = Lanes(count=int(arrays["count"][0]), **{name: arrays[name] for name in _LANES})
        levels = [
            Level(octave, *(arrays[f"{name}.{number}"] for name in _LEVEL))
            for number, octave in enumerate(arrays["octaves"].tolist())
        ]
    except (KeyError, IndexError):
        return None
    if len(lanes.of) != len(columns) or len(lanes.order) != len(columns):
        return None
    return Pyramid(shelve(columns, lanes), sizes, levels)
