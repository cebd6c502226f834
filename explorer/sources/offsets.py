"""Offsets: bytes of UTF-8 or units of UTF-16 turned into code points, and back.

Quoteline counts code points. Browsers and the W3C Web Annotation model's implementations count
UTF-16 units, many indexers bytes; an offset that is read as another kind points into the wrong word
after the first letter outside ASCII, so the kind is always said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from enum import Enum
from itertools import accumulate


class Unit(Enum):
    """What an offset counts."""

    CODE_POINTS = "code-points"
    UTF_16 = "utf-16"
    BYTES = "bytes"


class Offsets:
    """Turns offsets of one kind into code points of one text, and code points into that kind."""

    def __init__(self, text: str, unit: Unit) -> None:
        self._length = len(text)
        self._before = _SIZES[unit](text)
        self._unit = unit

    def code_point(self, offset: int) -> int:
        """Return the code point at an offset; the end of the text counts as one.

        Raises ValueError where the text has no such offset, or where it lies within a character.
        """
        if self._before is None:
            at, fits = offset, 0 <= offset <= self._length
        else:
            at = bisect_left(self._before, offset)
            fits = at <= self._length and self._before[at] == offset
        if not fits:
            raise ValueError(f"{offset} is no offset of the text, counted in {self._unit.value}")
        return at

    def offset(self, code_point: int) -> int:
        """Return the offset of a code point. Raises ValueError where the text has none such."""
        if not 0 <= code_point <= self._length:
            raise ValueError(f"{code_point} is no code point of the text")
        return code_point if self._before is None else self._before[code_point]


def _units(text: str) -> list[int] | None:
    """Return how many units stand before each code point; None where each is one."""
    if max(text, default="") <= "\uffff":
        return None
    return list(accumulate((2 if one > "\uffff" else 1 for one in text), initial=0))


def _bytes(text: str) -> list[int] | None:
    if text.isascii():
        return None
    sizes = (len(one.encode("utf-8", "surrogatepass")) for one in text)
    return list(accumulate(sizes, initial=0))


def _none(_text: str) -> None:
    return None


_SIZES: dict[Unit, Callable[[str], list[int] | None]] = {
    Unit.CODE_POINTS: _none,
    Unit.UTF_16: _units,
    Unit.BYTES: _bytes,
}
