"""Atlas: one picture that holds every glyph, sign and title on screen, each drawn into it once."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

_SIDE = 2_048
"""Device px of a side: about a thousand titles."""

Part = tuple[float, float, float, float]
"""Left, top, width and height in device px."""

NOTHING: Part = (0.0, 0.0, 0.0, 0.0)


class Atlas:
    """Keeps pictures in rows, for a screen with `ratio` device px to a px.

    When it is full it is emptied, and `age` goes up: parts taken before that are worth nothing.
    """

    def __init__(self, ratio: float, side: int = _SIDE) -> None:
        self.ratio = ratio
        self.age = 0
        self.picture = QPixmap(side, side)
        self._side = side
        self._parts: dict[Hashable, Part] = {}
        self._rows: dict[int, tuple[int, int]] = {}
        self._metrics: dict[int, QFontMetricsF] = {}
        self._bottom = 0
        self.picture.fill(Qt.GlobalColor.transparent)

    def part(
        self, key: Hashable, width: float, height: float, draw: Callable[[QPainter], None]
    ) -> Part:
        """Return where a picture of some px is; `draw` paints it if it is not there yet."""
        known = self._parts.get(key)
        if known is not None:
            return known
        across = min(max(round(width * self.ratio), 1), self._side)
        down = min(max(round(height * self.ratio), 1), self._side)
        left, top = self._room(across, down)
        painter = QPainter(self.picture)
        painter.setClipRect(left, top, across, down)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(left, top)
        painter.scale(self.ratio, self.ratio)
        draw(painter)
        painter.end()
        self._parts[key] = (float(left), float(top), float(across), float(down))
        return self._parts[key]

    def text(self, words: str, font: QFont, number: int, colour: QColor) -> Part:
        """Return where a text is, `number` telling its font from the others."""
        key = (words, number, colour.rgba())
        known = self._parts.get(key)
        if known is not None:
            return known
        metrics = self._metrics.get(number)
        if metrics is None:
            metrics = self._metrics[number] = QFontMetricsF(font)
        baseline = QPointF(0, metrics.ascent())

        def draw(painter: QPainter) -> None:
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(baseline, words)

        return self.part(key, metrics.horizontalAdvance(words) + 2, metrics.height() + 1, draw)

    def _room(self, across: int, down: int) -> tuple[int, int]:
        """Return the corner of a free place with a px beside it; empty the atlas for it if full."""
        left, top = self._rows.get(down, (self._side, 0))
        if left + across > self._side:
            if self._bottom + down > self._side:
                self._empty()
            left, top = 0, self._bottom
            self._bottom += down + 1
        self._rows[down] = (left + across + 1, top)
        return left, top

    def _empty(self) -> None:
        self.picture.fill(Qt.GlobalColor.transparent)
        self._parts.clear()
        self._rows.clear()
        self._bottom = 0
        self.age += 1
