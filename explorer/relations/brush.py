"""Paints a drawing of the network: lines, marks by kind of actor, names."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from explorer.analysis.network import Room
from explorer.relations.drawing import Drawing, Mark
from explorer.theme import Theme

_BEHIND = 190
"""The alpha of what keeps lines from a name."""

_FAINT = 70
"""The alpha, of 255, of what the actor under the pointer has no part in."""


def paint(painter: QPainter, drawing: Drawing, theme: Theme, hovered: str) -> None:
    """Paint a network; what ties the actor `hovered` (an id or "") stands out."""
    near = {hovered}
    for line in drawing.lines:
        if hovered in (line.tie.one, line.tie.other):
            near |= {line.tie.one, line.tie.other}
    for line in drawing.lines:
        mine = hovered in (line.tie.one, line.tie.other)
        colour = QColor(theme.accent if mine else theme.muted)
        colour.setAlpha(255 if mine else _FAINT // 2 if hovered else _FAINT)
        painter.setPen(QPen(colour, line.width))
        painter.drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2))
    for mark in drawing.marks:
        _paint_mark(painter, mark, theme, faint=bool(hovered) and mark.actor not in near)
    for mark, room in zip(drawing.marks, drawing.names, strict=True):
        place = room or (_beside(painter, mark) if hovered and mark.actor in near else None)
        if place is not None:
            _paint_name(painter, mark, place, theme, faint=bool(hovered) and mark.actor not in near)


def _beside(painter: QPainter, mark: Mark) -> Room:
    """Return the place right of a mark, whatever else stands there."""
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(mark.name) + 2.0, float(metrics.height())
    return Room(mark.x + mark.radius + 3.0, mark.y - height / 2, width, height)


def _paint_name(painter: QPainter, mark: Mark, room: Room, theme: Theme, *, faint: bool) -> None:
    area = QRectF(room.x, room.y, room.width, room.height)
    behind, colour = QColor(theme.base), QColor(theme.text)
    behind.setAlpha(_BEHIND)
    if faint:
        colour.setAlpha(_FAINT)
    painter.fillRect(area, behind)
    painter.setPen(colour)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(area, flags, mark.name)


def paint_shape(painter: QPainter, kind: str, middle: QPointF, radius: float) -> None:
    """Draw the shape that stands for a kind of actor; places and what is unknown are pentagons."""
    x, y, r = middle.x(), middle.y(), radius
    if kind == "state":
        painter.drawEllipse(middle, r, r)
    elif kind == "organisation":
        painter.drawRect(QRectF(x - r, y - r, 2 * r, 2 * r))
    elif kind == "body":
        painter.drawPolygon(_polygon((x, y - r), (x + r, y), (x, y + r), (x - r, y)))
    elif kind == "person":
        painter.drawPolygon(_polygon((x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)))
    elif kind == "group":
        painter.drawPolygon(_polygon((x, y + r), (x + r, y - r * 0.8), (x - r, y - r * 0.8)))
    else:
        painter.drawPolygon(
            _polygon(
                (x, y - r),
                (x + r, y - 0.3 * r),
                (x + 0.6 * r, y + r),
                (x - 0.6 * r, y + r),
                (x - r, y - 0.3 * r),
            )
        )


def _paint_mark(painter: QPainter, mark: Mark, theme: Theme, *, faint: bool) -> None:
    fill = QColor(theme.accent)
    if faint:
        fill.setAlpha(_FAINT)
    painter.setBrush(fill)
    painter.setPen(QPen(QColor(theme.base), 1.0))
    paint_shape(painter, mark.kind, QPointF(mark.x, mark.y), mark.radius)


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
