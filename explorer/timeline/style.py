"""Style: the colours, shapes and letters in which the timeline is painted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainterPath, QPolygonF

from explorer.model.codebook import Codebook
from explorer.theme import Theme

GLYPH_SIZES = {1: 9.0, 2: 11.0, 3: 13.5}
"""Diameter in px of a mark, by importance."""


@dataclass(frozen=True)
class Kind:
    """How a quad class looks: its name, colour and the shape of its marks."""

    name: str
    colour: QColor
    shape: str


@dataclass(frozen=True)
class Style:
    """A theme's colours as Qt's, the kinds of event, and the fonts of labels."""

    base: QColor
    window: QColor
    alternate: QColor
    text: QColor
    muted: QColor
    border: QColor
    accent: QColor
    selection: QColor
    selected_text: QColor
    hover: QColor
    star: QColor
    danger: QColor
    kinds: tuple[Kind, ...]
    font: QFont
    bold: QFont
    small: QFont

    @property
    def lane(self) -> float:
        """The height of a lane in px, for labels of this font."""
        return max(24.0, round(QFontMetricsF(self.font).height()) + 9.0)


def style_of(colours: Theme, codebook: Codebook, font: QFont) -> Style:
    """Make the style of a theme; `font` is that of the widget."""
    bold, small = QFont(font), QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * 0.88)
    named = {
        name: QColor(getattr(colours, name))
        for name in (
            *("base", "window", "alternate", "text", "muted", "border", "accent"),
            *("selection", "selected_text", "hover", "danger"),
        )
    }
    kinds = tuple(
        Kind(quad.name, QColor(quad.dark if colours.is_dark else quad.colour), quad.shape)
        for quad in codebook.quads.values()
    )
    star = QColor("#FFD24A" if colours.is_dark else "#E0A100")
    return Style(**named, star=star, kinds=kinds, font=font, bold=bold, small=small)


def with_alpha(colour: QColor, alpha: float) -> QColor:
    """Return a colour that lets through what is below it; alpha from 0 to 1."""
    faint = QColor(colour)
    faint.setAlphaF(alpha)
    return faint


@cache
def glyph(shape: str, size: float) -> QPainterPath:
    """Return the outline of a shape about the origin, `size` px wide; unknown shapes are circles.

    The shapes have about the same area, so that none seems to matter more.
    """
    path = QPainterPath()
    half = size / 2
    if shape == "square":
        side = size * 0.88
        path.addRoundedRect(QRectF(-side / 2, -side / 2, side, side), 1.5, 1.5)
    elif shape == "triangle":
        path.addPolygon(_polygon(3, half * 1.22, half * 1.22, QPointF(0, half * 0.22)))
    elif shape == "diamond":
        path.addPolygon(_polygon(4, half * 1.15, half * 1.15, QPointF(0, 0)))
    elif shape == "star":
        path.addPolygon(_polygon(10, half, half * 0.45, QPointF(0, 0)))
    else:
        path.addEllipse(QPointF(0, 0), half, half)
    return path


def _polygon(corners: int, outer: float, inner: float, centre: QPointF) -> QPolygonF:
    """Return a closed polygon with a corner on top; `inner` is the radius of every other corner."""
    points = []
    for corner in range(corners + 1):
        angle = 2 * pi * corner / corners
        radius = inner if corner % 2 else outer
        points.append(centre + QPointF(radius * sin(angle), -radius * cos(angle)))
    return QPolygonF(points)
