"""Stamps: small pictures of glyphs, signs and pills, drawn once and stamped wherever needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from explorer.layout.columns import Sign
from explorer.timeline.style import Style, glyph, with_alpha

_DOUBT = Sign.APPROXIMATE | Sign.UNCERTAIN
ROOM = 22
"""Px of the square a glyph or a sign is drawn in."""

CAP = 6
"""Px of the rounded end of a pill."""


class Stamps:
    """The pictures of one style, for a screen with `ratio` device px to a px."""

    def __init__(self, style: Style, ratio: float) -> None:
        self.ratio = ratio
        self._style = style
        self._kept: dict[tuple[object, ...], QPixmap] = {}

    def glyph(self, painter: QPainter, kind: int, size: float, signs: int, at: QPointF) -> None:
        """Stamp a glyph about a point: hollow and dashed when approximate, dotted if uncertain."""
        key = ("glyph", kind, size, signs & _DOUBT)
        stamp = self._kept.get(key) or self._make(
            key, ROOM, ROOM, partial(draw_glyph, self._style, kind, size, signs & _DOUBT)
        )
        painter.drawPixmap(at - QPointF(ROOM / 2, ROOM / 2), stamp)

    def star(self, painter: QPainter, at: QPointF) -> None:
        """Stamp the star of a bookmark about a point."""
        key = ("star",)
        stamp = self._kept.get(key) or self._make(key, ROOM, ROOM, partial(draw_star, self._style))
        painter.drawPixmap(at - QPointF(ROOM / 2, ROOM / 2), stamp)

    def dispute(self, painter: QPainter, at: QPointF) -> None:
        """Stamp the sign of a dispute, ≠ in a disc, about a point."""
        key = ("dispute",)
        stamp = self._kept.get(key) or self._make(
            key, ROOM, ROOM, partial(draw_dispute, self._style)
        )
        painter.drawPixmap(at - QPointF(ROOM / 2, ROOM / 2), stamp)

    def pill(self, painter: QPainter, frame: QRectF, *, picked: bool, hot: bool) -> None:
        """Stamp the ground of a cluster into a frame, which is at least two ends wide."""
        height = int(frame.height())
        key = ("pill", height, picked, hot)
        stamp = self._kept.get(key) or self._make(
            key, 2 * CAP + 4, height, partial(draw_pill, self._style, height, picked, hot)
        )
        left, top, right = round(frame.left()), round(frame.top()), round(frame.right())
        ratio = self.ratio
        for x, width, source, part in (
            (left, CAP, 0, CAP),
            (left + CAP, right - left - 2 * CAP, CAP + 1, 2),
            (right - CAP, CAP, CAP + 4, CAP),
        ):
            painter.drawPixmap(
                QRectF(x, top, width, height),
                stamp,
                QRectF(source * ratio, 0, part * ratio, height * ratio),
            )

    def _make(
        self,
        key: tuple[object, ...],
        width: int,
        height: int,
        draw: Callable[[QPainter], None],
    ) -> QPixmap:
        stamp = QPixmap(round(width * self.ratio), round(height * self.ratio))
        stamp.setDevicePixelRatio(self.ratio)
        stamp.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stamp)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if width == height == ROOM:
            painter.translate(ROOM / 2, ROOM / 2)
        draw(painter)
        painter.end()
        self._kept[key] = stamp
        return stamp


def draw_glyph(style: Style, number: int, size: float, doubt: int, painter: QPainter) -> None:
    """Draw the sign of a kind about the origin."""
    kind = style.kinds[number]
    painter.setBrush(style.base if doubt else kind.colour)
    painter.setPen(doubtful(kind.colour, doubt, 1.6) if doubt else QPen(style.base, 1.0))
    painter.drawPath(glyph(kind.shape, size))


def draw_star(style: Style, painter: QPainter) -> None:
    """Draw the star of a bookmark about the origin."""
    painter.setPen(QPen(style.base, 1.6))
    painter.setBrush(style.star)
    painter.drawPath(glyph("star", 12.5))


def draw_dispute(style: Style, painter: QPainter) -> None:
    """Draw the sign of a dispute about the origin."""
    painter.setPen(QPen(style.base, 1.2))
    painter.setBrush(style.danger)
    painter.drawEllipse(QPointF(0, 0), 4.4, 4.4)
    painter.setPen(QPen(style.base, 1.3))
    for y in (-1.2, 1.2):
        painter.drawLine(QPointF(-2.2, y), QPointF(2.2, y))
    painter.drawLine(QPointF(-1.4, 2.6), QPointF(1.4, -2.6))


def draw_pill(style: Style, height: int, picked: bool, hot: bool, painter: QPainter) -> None:
    """Draw a cluster's ground, as narrow as goes, from the origin to the right."""
    width = 2.0 if picked else 1.0
    painter.setPen(QPen(style.accent if picked or hot else with_alpha(style.muted, 0.75), width))
    painter.setBrush(style.selection if picked else style.hover if hot else style.alternate)
    inset = width / 2
    frame = QRectF(0, 0, 2 * CAP + 4, height)
    painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), 5, 5)


def doubtful(colour: QColor, signs: int, width: float) -> QPen:
    """Return the pen of a doubtful outline: dashed when approximate, dotted when uncertain."""
    pen = QPen(colour, width)
    pen.setDashPattern([2.6, 1.6] if signs & Sign.APPROXIMATE else [1.0, 1.4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
