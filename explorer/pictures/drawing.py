"""Drawing: the timeline's own brush, its glyphs drawn as shapes, so that any painter takes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from explorer.dialogs.writing import Step
from explorer.layout.pieces import Box, Cluster, Piece
from explorer.layout.scene import Scene
from explorer.model.codebook import Codebook
from explorer.pictures.steps import EVERY, unwatched
from explorer.theme import Theme
from explorer.timeline.brush import Brush
from explorer.timeline.primitives import mixed
from explorer.timeline.stamps import Stamps, draw_dispute, draw_glyph, draw_star
from explorer.timeline.style import Style, style_of, with_alpha

LETTERS, SMALL, HEAD = 13, 11, 22
"""Px of the letters: of titles, of notes, of the picture's own title."""


class Shapes(Stamps):
    """Draws glyphs, signs and pills where the screen stamps pictures of them."""

    def __init__(self, style: Style) -> None:
        super().__init__(style, 1.0)
        self._look = style

    def glyph(self, painter: QPainter, kind: int, size: float, signs: int, at: QPointF) -> None:
        """Draw a glyph about a point: hollow and dashed when approximate, dotted if uncertain."""
        doubt = signs & 3
        _about(painter, at, partial(draw_glyph, self._look, kind, size, doubt))

    def star(self, painter: QPainter, at: QPointF) -> None:
        """Draw the star of a bookmark about a point."""
        _about(painter, at, partial(draw_star, self._look))

    def dispute(self, painter: QPainter, at: QPointF) -> None:
        """Draw the sign of a dispute about a point."""
        _about(painter, at, partial(draw_dispute, self._look))

    def pill(self, painter: QPainter, frame: QRectF, *, picked: bool, hot: bool) -> None:
        """Draw the ground of a cluster, as wide as it is."""
        del picked, hot  # nothing is, on paper
        painter.setPen(QPen(with_alpha(self._look.muted, 0.75), 1.0))
        painter.setBrush(self._look.alternate)
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)


class PictureBrush(Brush):
    """The timeline's brush without anything that is made for one screen."""

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self._stamps = Shapes(style)

    def prepare(self, lane_height: float, seen: tuple[float, float], ratio: float = 1.0) -> None:
        """Make ready for a scene: the lanes' height, and the px seen."""
        self.lane_height = lane_height
        self.seen = seen
        del ratio  # shapes are sharp at any

    def shade(self, colour: QColor, alpha: float) -> QColor:
        """Return the colour mixed with the ground: many a reader of PDF knows no faint shades."""
        return mixed(colour, self.style.base, alpha)


class Letters:
    """Measures titles in the letters of a style."""

    def __init__(self, style: Style) -> None:
        self._metrics = QFontMetricsF(style.font), QFontMetricsF(style.bold)

    def __call__(self, text: str, bold: bool) -> float:
        """Return the px of a text, in bold or not."""
        return self._metrics[bold].horizontalAdvance(text)


def picture_style(colours: Theme, codebook: Codebook, family: str) -> Style:
    """Return how pictures look: a theme's colours, letters in px that no screen hints."""
    font = QFont(family)
    font.setPixelSize(LETTERS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    small = QFont(font)
    small.setPixelSize(SMALL)
    return replace(style_of(colours, codebook, font), small=small)


def paint_scene(
    painter: QPainter,
    scene: Scene,
    brush: PictureBrush,
    seen: tuple[float, float],
    step: Step = unwatched,
) -> None:
    """Paint all of a scene, its origin at the painter's; `seen` bounds it in px."""
    brush.prepare(scene.sizes.lane, seen)
    for number, piece in enumerate(scene.pieces):
        if number % EVERY == 0:
            step(number, len(scene.pieces))
        paint_piece(painter, piece, brush, (piece.lane - scene.lanes.start) * scene.sizes.lane)


def paint_piece(painter: QPainter, piece: Piece, brush: PictureBrush, top: float) -> None:
    """Paint a mark, a box or a cluster; `top` is the px of the top of its lane."""
    if isinstance(piece, Cluster):
        brush.cluster(painter, piece, top, picked=False, hot=False)
    elif isinstance(piece, Box):
        brush.box(painter, piece, top, picked=False, hovered=False)
    else:
        brush.mark(painter, piece, top, picked=False, hovered=False)


def _about(painter: QPainter, at: QPointF, draw: Callable[[QPainter], None]) -> None:
    painter.save()
    painter.translate(at)
    draw(painter)
    painter.restore()
