"""Alike: whether two pictures show the same, small differences of smoothing left aside."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

_TILE = 8
"""Px of the halved pictures' squares whose colours are compared."""

_MOST, _MEAN = 26.0, 1.2
"""How far (of 255) a square's colour may be off, and all of them in the mean."""


def difference(first: QImage, second: QImage) -> str:
    """Return in words how two pictures differ; empty where they show the same.

    Both are halved and cut into squares, so that an edge smoothed otherwise counts little, and a
    mark that is elsewhere much.
    """
    if first.size() != second.size():
        sizes = [f"{one.width()} by {one.height()}" for one in (first, second)]
        return f"the sizes differ: {sizes[0]} and {sizes[1]} px"
    off = np.abs(_squares(first) - _squares(second)).max(axis=2)
    row, column = np.unravel_index(int(off.argmax()), off.shape)
    if off.max() <= _MOST and off.mean() <= _MEAN:
        return ""
    step = 2 * _TILE
    return (
        f"{off.max():.0f} of 255 off at x {column * step}, y {row * step}; {off.mean():.2f} in the "
        f"mean, {np.count_nonzero(off > _MOST)} squares more than {_MOST:.0f}"
    )


def _squares(image: QImage) -> npt.NDArray[np.float64]:
    """Return the mean colour of each square of a halved picture."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    plain.setDevicePixelRatio(1.0)
    half = plain.scaled(
        QSize(max(image.width() // 2, 1), max(image.height() // 2, 1)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(half.constBits(), dtype=np.uint8)
    pixels = raw.reshape(half.height(), half.bytesPerLine() // 4, 4)[:, : half.width(), :3]
    high, wide = (-(-side // _TILE) for side in pixels.shape[:2])
    padded = np.zeros((high * _TILE, wide * _TILE, 3))
    padded[: pixels.shape[0], : pixels.shape[1]] = pixels
    squares = padded.reshape(high, _TILE, wide, _TILE, 3)
    found: npt.NDArray[np.float64] = squares.mean(axis=(1, 3))
    return found
