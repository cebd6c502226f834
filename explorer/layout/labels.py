"""Labels: as many letters of a title as its room allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Measure = Callable[[str, bool], float]
"""The width in px of a text, in bold or not."""

_STEP = 6.0
_REMEMBERED = 50_000

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Label:
    """A text ready to draw: its left px, its width in px, and whether it stands within a box."""

    text: str
    x: float
    width: float
    bold: bool
    inside: bool = False


class Typesetter:
    """Measures and cuts titles, and remembers what it did."""

    def __init__(self, measure: Measure) -> None:
        """Set type of the widths that `measure` tells."""
        self._measure = measure
        self._widths: dict[tuple[str, bool], float] = {}
        self._cuts: dict[tuple[str, bool, int], tuple[str, float]] = {}

    def width(self, text: str, bold: bool) -> float:
        """Return the width of a whole title in px."""
        key = (text, bold)
        if key not in self._widths:
            if len(self._widths) >= _REMEMBERED:
                self._widths.clear()
            self._widths[key] = self._measure(text, bold)
        return self._widths[key]

    def fitted(self, text: str, bold: bool, room: float) -> tuple[str, float]:
        """Return `text`, or as much of it as fits into `room` px with an ellipsis, and its width.

        A text that must be cut is cut for a room of whole steps, so that it does not change with
        every px while zooming.
        """
        whole = self.width(text, bold)
        if whole <= room:
            return text, whole
        key = (text, bold, int(room // _STEP))
        if key not in self._cuts:
            if len(self._cuts) >= _REMEMBERED:
                self._cuts.clear()
            self._cuts[key] = elided(text, bold, key[2] * _STEP, self._measure)
        return self._cuts[key]


def elided(text: str, bold: bool, room: float, measure: Measure) -> tuple[str, float]:
    """Return as much of `text` as fits into `room` px with an ellipsis, and its width.

    All of it where it fits, nothing where not even two letters do.
    """
    whole = measure(text, bold)
    if whole <= room:
        return text, whole
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if measure(_cut(text, middle), bold) <= room:
            fits = middle
        else:
            too_long = middle
    if fits < 2:
        return "", 0.0
    shown = _cut(text, fits)
    return shown, measure(shown, bold)


def _cut(text: str, letters: int) -> str:
    return text[:letters].rstrip(" ,;:–-") + ELLIPSIS
