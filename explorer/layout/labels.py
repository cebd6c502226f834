"""Labels: as many letters of a title as its room allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Measure = Callable[[str, bool], float]
"""The width in px of a text, in bold or not."""

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Label:
    """A text ready to draw: its left px, its width in px, and whether it stands within a box."""

    text: str
    x: float
    width: float
    bold: bool
    inside: bool = False


def elided(text: str, bold: bool, room: float, measure: Measure) -> tuple[str, float]:
    """Return `text`, or as much of it as fits into `room` px with an ellipsis, and its width.

    The text is empty where not even two letters fit.
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
