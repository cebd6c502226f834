"""Offsets between the model's code points and Qt's UTF-16 units, for one text."""

from __future__ import annotations

import re
from bisect import bisect_left

_PAIRS = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Converts offsets into one text; making it costs one pass, a conversion a binary search.

    Python counts code points, QTextCursor counts UTF-16 units: a code point beyond U+FFFF (an
    emoji, an old script) is one of the former and two of the latter.
    """

    def __init__(self, text: str) -> None:
        self._points = [found.start() for found in _PAIRS.finditer(text)]
        self._units = [point + before for before, point in enumerate(self._points)]

    def to_units(self, point: int) -> int:
        """Return the UTF-16 offset of a code-point offset."""
        return point + bisect_left(self._points, point)

    def to_points(self, unit: int) -> int:
        """Return the code-point offset of a UTF-16 offset; one within a pair gives its start."""
        return unit - bisect_left(self._units, unit)
