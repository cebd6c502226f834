"""Legend: what colours, shapes and signs mean, each shown by the brush that paints the events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QFontMetricsF, QPainter

from explorer.layout.columns import Sign
from explorer.layout.pieces import Box, Cluster, Mark, Piece
from explorer.pictures.drawing import PictureBrush, paint_piece
from explorer.timeline.style import Style

translate = QCoreApplication.translate

_SAMPLE, _NARROW = 62.0, 22.0
"""Px that a sample with a length takes up, and one without."""

_GAP, _APART = 7.0, 26.0
"""Px between a sample and its words, and between two entries."""


@dataclass(frozen=True)
class _Entry:
    piece: Piece
    words: str
    room: float


class Legend:
    """The entries in as many rows as they need; `counted` adds that of clusters."""

    def __init__(self, style: Style, *, counted: bool) -> None:
        self._style = style
        self._brush = PictureBrush(style)
        self._brush.prepare(style.lane, (-1e6, 1e6))
        self._metrics = QFontMetricsF(style.font)
        self._entries = [*_kinds(style), *_times(), *_signs(counted=counted)]

    @property
    def words(self) -> tuple[str, ...]:
        """What the entries say, in their order."""
        return tuple(entry.words for entry in self._entries)

    def height(self, width: float) -> float:
        """Return the px of its rows."""
        *_, (_, _, row) = self._placed(width)
        return (row + 1) * self._style.lane

    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Paint its rows."""
        painter.save()
        painter.translate(left, top)
        for entry, x, row in self._placed(width):
            y = row * self._style.lane
            painter.save()
            painter.translate(x, y)
            paint_piece(painter, entry.piece, self._brush, 0.0)
            painter.restore()
            painter.setFont(self._style.font)
            painter.setPen(self._style.text)
            base = (self._style.lane + self._metrics.ascent() - self._metrics.descent()) / 2
            painter.drawText(QPointF(x + entry.room + _GAP, y + base), entry.words)
        painter.restore()

    def _placed(self, width: float) -> Iterator[tuple[_Entry, float, int]]:
        """Yield the entries, each with its left px and its row."""
        x, row = 0.0, 0
        for entry in self._entries:
            needed = entry.room + _GAP + self._metrics.horizontalAdvance(entry.words)
            if x and x + needed > width:
                x, row = 0.0, row + 1
            yield entry, x, row
            x += needed + _APART


def _kinds(style: Style) -> Iterator[_Entry]:
    for number, kind in enumerate(style.kinds):
        yield _Entry(_mark(number, 2, Sign.NONE), kind.name, _NARROW)


def _times() -> Iterator[_Entry]:
    box: Callable[..., Box] = partial(_box, signs=Sign.NONE)
    yield _Entry(box(core=(0.0, _SAMPLE)), translate("Picture", "time that is certain"), _SAMPLE)
    words = translate("Picture", "certain in part, else possible")
    yield _Entry(box(core=(_SAMPLE * 0.4, _SAMPLE * 0.7)), words, _SAMPLE)
    yield _Entry(box(core=None), translate("Picture", "possible time: within it"), _SAMPLE)
    words = translate("Picture", "begins or ends beyond, or when is not known")
    yield _Entry(_box(core=(0.0, _SAMPLE * 0.5), signs=Sign.OPEN_END), words, _SAMPLE)


def _signs(*, counted: bool) -> Iterator[_Entry]:
    yield _Entry(_mark(0, 2, Sign.APPROXIMATE), translate("Picture", "approximate date"), _NARROW)
    yield _Entry(_mark(0, 2, Sign.UNCERTAIN), translate("Picture", "uncertain date"), _NARROW)
    yield _Entry(_mark(0, 2, Sign.DISPUTED), translate("Picture", "sources differ"), _NARROW)
    yield _Entry(_mark(0, 3, Sign.NONE), translate("Picture", "matters most"), _NARROW)
    yield _Entry(_mark(0, 1, Sign.NONE), translate("Picture", "matters least"), _NARROW)
    if counted:
        rows = np.zeros(12, dtype=np.int64)
        pill = Cluster(0, 0.0, 40.0, 0.0, 40.0, rows, (7, 0, 3, 2), Sign.NONE, False)
        yield _Entry(pill, translate("Picture", "so many events counted as one"), 40.0)


def _mark(kind: int, importance: int, signs: int) -> Mark:
    middle = _NARROW / 2
    return Mark("", 0, 0, middle, middle - 7, middle + 7, kind, importance, signs)


def _box(core: tuple[float, float] | None, signs: int) -> Box:
    return Box("", 0, 0, 0.0, _SAMPLE, core, 0, 2, signs)
