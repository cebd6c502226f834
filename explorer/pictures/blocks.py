"""Blocks: what stands around the lanes, one below the other, text staying text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter


class Block(Protocol):
    """Something as wide as it is told to be, and as high as it then needs."""

    def height(self, width: float) -> float:
        """Return the px that it needs at a width."""

    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Paint it with its corner at a place."""


@dataclass(frozen=True)
class Paragraph:
    """A text in lines; `indent` moves all but the first to the right, `after` is kept free."""

    words: str
    font: QFont
    colour: QColor
    indent: float = 0.0
    after: float = 0.0

    def height(self, width: float) -> float:
        """Return the px of its lines and what is free after them."""
        lines = wrapped(self.words, self.font, width, self.indent)
        return len(lines) * _line(self.font) + self.after

    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Paint its lines."""
        painter.setFont(self.font)
        painter.setPen(self.colour)
        y = top + QFontMetricsF(self.font).ascent()
        for number, line in enumerate(wrapped(self.words, self.font, width, self.indent)):
            painter.drawText(QPointF(left + (self.indent if number else 0.0), y), line)
            y += _line(self.font)


@dataclass(frozen=True)
class Gap:
    """Free px."""

    px: float

    def height(self, width: float) -> float:
        """Return its px at any width."""
        del width
        return self.px

    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Paint nothing."""


def height_of(blocks: Sequence[Block], width: float) -> float:
    """Return the px of blocks one below the other."""
    return sum(block.height(width) for block in blocks)


def paint_blocks(
    painter: QPainter, blocks: Sequence[Block], left: float, top: float, width: float
) -> None:
    """Paint blocks one below the other."""
    for block in blocks:
        block.paint(painter, left, top, width)
        top += block.height(width)


def columns_of(blocks: Sequence[Block], width: float, height: float) -> Iterator[list[Block]]:
    """Yield runs of blocks that fit into a height each; one that never fits stands alone."""
    run: list[Block] = []
    used = 0.0
    for block in blocks:
        needed = block.height(width)
        if run and used + needed > height:
            yield run
            run, used = [], 0.0
        run.append(block)
        used += needed
    if run:
        yield run


def wrapped(words: str, font: QFont, width: float, indent: float = 0.0) -> list[str]:
    """Return a text in lines of at most `width` px, those after the first less an indent.

    A word that is wider than a line is broken.
    """
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    line = ""
    for word in words.split():
        room = width - (indent if lines else 0.0)
        tried = f"{line} {word}" if line else word
        if metrics.horizontalAdvance(tried) <= room:
            line = tried
            continue
        if line:
            lines.append(line)
            room = width - indent
        *full, line = _broken(word, metrics, room)
        lines.extend(full)
    return [*lines, line] if line else lines


def _broken(word: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """Return a word in pieces of at most some px, a letter at least."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and metrics.horizontalAdvance(pieces[-1] + letter) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _line(font: QFont) -> float:
    return round(QFontMetricsF(font).height()) + 3.0
