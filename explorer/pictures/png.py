"""PNG: an image put into a file row by row, so that one learns how far it is and can give it up.

Qt's own writer takes seconds for a large image and cannot be stopped. The format is that of the
PNG Specification (Third Edition), W3C 2025, sections 5, 9 and 11.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping

import numpy as np
from PySide6.QtGui import QImage

from explorer.dialogs.writing import Step

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUECOLOUR = 2
_ROWS = 64
"""Rows that are put in at once."""


def png_of(image: QImage, texts: Mapping[str, str], step: Step) -> bytes:
    """Return the bytes of a file with all of an image, its dots per metre, and texts by keyword.

    `step` is told how many rows are in of how many; what it raises ends the work. What is
    transparent loses that.
    """
    size = struct.pack(">IIBBBBB", image.width(), image.height(), 8, _TRUECOLOUR, 0, 0, 0)
    dots = struct.pack(">IIB", image.dotsPerMeterX(), image.dotsPerMeterY(), 1)
    told = [_chunk(b"iTXt", _text(keyword, words)) for keyword, words in texts.items()]
    pixels = [_chunk(b"IDAT", part) for part in _compressed(image, step)]
    parts = (_SIGNATURE, _chunk(b"IHDR", size), _chunk(b"pHYs", dots), *told, *pixels)
    return b"".join((*parts, _chunk(b"IEND", b"")))


def _compressed(image: QImage, step: Step) -> Iterator[bytes]:
    """Yield the rows, compressed, a sign before each that it is not filtered.

    Drawings in flat colours need no filter (section 12.7 of the specification).
    """
    work = zlib.compressobj()
    width, height = image.width(), image.height()
    for top in range(0, height, _ROWS):
        step(top, height)
        band = image.copy(0, top, width, min(_ROWS, height - top))
        band = band.convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(band.constBits(), dtype=np.uint8)
        rows = rows.reshape(band.height(), band.bytesPerLine())[:, : 3 * width]
        unfiltered = np.zeros((len(rows), 1), dtype=np.uint8)
        yield work.compress(np.hstack((unfiltered, rows)).tobytes())
    yield work.flush()


def _text(keyword: str, words: str) -> bytes:
    """Return a text that is not compressed and in no language."""
    return keyword.encode("latin-1") + b"\0\0\0\0\0" + words.encode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    """Return a part of a file; an empty one of pixels is left out."""
    if kind == b"IDAT" and not data:
        return b""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
