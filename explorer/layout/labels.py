"""Labels: as many letters of a title as its room allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from explorer.layout.columns import Bools, Floats, Ints

Measure = Callable[[str, bool], float]
"""The width in px of a text, in bold or not."""

_STEP = 6.0
_REMEMBERED = 50_000
_AT_ONCE = 10
"""How many titles are measured for a frame among many; the next one goes on with the others."""

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
        self._letters: dict[tuple[str, bool], float] = {}

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
            room = key[2] * _STEP
            self._cuts[key] = elided(text, bold, room, self._measure, self._guess(text, bold, room))
        return self._cuts[key]

    def _guess(self, text: str, bold: bool, room: float) -> int:
        """Return about how many letters fit into some px, from what each takes up alone."""
        letters, left = self._letters, room - self._letter(ELLIPSIS, bold)
        for fits, letter in enumerate(text):
            key = (letter, bold)
            left -= letters[key] if key in letters else self._letter(letter, bold)
            if left < 0:
                return fits
        return len(text)

    def _letter(self, letter: str, bold: bool) -> float:
        """Return the width of a letter in px."""
        key = (letter, bold)
        if key not in self._letters:
            self._letters[key] = self._measure(letter, bold)
        return self._letters[key]


class Measured:
    """The widths of the titles of some events, each measured when it is first needed.

    While it is `hasty`, as for a frame among many, it measures a few and leaves the others out, and
    where a title is to be cut, it says that it is cut just where the room ends.
    """

    def __init__(self, titles: Sequence[str], bold: Bools, typesetter: Typesetter) -> None:
        self.titles = titles
        self.bold = bold
        self.typesetter = typesetter
        self.hasty = False
        self._widths = np.full(len(bold), np.nan, dtype=np.float32)
        self._cuts: dict[tuple[int, int], float] = {}

    def widths(self, rows: Ints) -> Floats:
        """Return the widths in px of the whole titles of some rows, 0 of those left out."""
        found = self._widths[rows]
        missing = np.flatnonzero(np.isnan(found))
        if len(missing):
            for row in rows[missing[:_AT_ONCE] if self.hasty else missing].tolist():
                bold = bool(self.bold[row])
                self._widths[row] = np.float32(self.typesetter.width(self.titles[row], bold))
            found = np.nan_to_num(self._widths[rows])
        return found.astype(np.float64)

    def cut(self, row: int, room: float) -> float:
        """Return the width in px of as much of a title as fits into some px with an ellipsis."""
        key = (row, int(room // _STEP))
        if key not in self._cuts:
            if self.hasty:
                return room
            if len(self._cuts) >= _REMEMBERED:
                self._cuts.clear()
            self._cuts[key] = self.text(row, room)[1]
        return self._cuts[key]

    def text(self, row: int, room: float) -> tuple[str, float]:
        """Return the title of a row, or as much as fits into some px, and its width."""
        return self.typesetter.fitted(self.titles[row], bool(self.bold[row]), room)


def elided(
    text: str, bold: bool, room: float, measure: Measure, guess: int | None = None
) -> tuple[str, float]:
    """Return as much of `text` as fits into `room` px with an ellipsis, and its width.

    All of it where it fits, nothing where not even two letters do. `guess` is the number of letters
    that probably fit: where they do, no more are tried, and nor is the whole text.
    """
    if guess is not None:
        for fits in range(min(guess, len(text) - 1), 1, -1):
            width = measure(_cut(text, fits), bold)
            if width <= room:
                return _cut(text, fits), width
        return "", 0.0
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
