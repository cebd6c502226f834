"""The look of the overview: bars of density, signs of what is found or picked, the viewport."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from explorer.layout.columns import Columns, Ints
from explorer.layout.density import density
from explorer.layout.scale import TimeScale
from explorer.layout.ticks import Formatter, axis
from explorer.model.span import TimeSpan
from explorer.timeline.style import Style, glyph, with_alpha

_BAR = 3
"""Px of a bar of the histogram."""


@dataclass(frozen=True)
class Strip:
    """What the overview shows: bars, the viewport's place, and moments to mark (seconds UTC).

    `hits` are px at which the search found something; `span` is a stretch of time that is selected.
    """

    bars: Ints
    scale: TimeScale
    width: float
    height: float
    view: QRectF
    bookmarks: tuple[float, ...]
    selected: tuple[float, ...]
    span: TimeSpan | None
    hits: Ints
    focused: bool
    held: bool


def paint_strip(painter: QPainter, strip: Strip, style: Style, words: Formatter) -> None:
    """Paint the strip from its background up."""
    area = QRectF(0, 0, strip.width, strip.height)
    painter.fillRect(area, style.window)
    letters = QFontMetricsF(style.small).height()
    floor = strip.height - letters - 4
    _paint_bars(painter, strip, style, floor)
    _paint_view(painter, strip, style)
    _paint_years(painter, strip, style, floor, words)
    _paint_hits(painter, strip, style, floor)
    _paint_moments(painter, strip, style, floor)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(style.border, 1.0))
    painter.drawLine(QPointF(0, 0.5), QPointF(strip.width, 0.5))
    if strip.focused:
        painter.setPen(QPen(style.accent, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(1, 1, -1, -1))


def bars_of(columns: Columns, scale: TimeScale, width: float) -> Ints:
    """Return the number of events in each bar of a strip some px wide."""
    bins = max(int(width // _BAR), 1)
    return density(columns, scale.start, scale.to_time(bins * _BAR), bins)


def _paint_bars(painter: QPainter, strip: Strip, style: Style, floor: float) -> None:
    """Paint the histogram; heights grow with the square root, so that a single event shows."""
    counts = strip.bars
    most = int(counts.max()) if len(counts) else 0
    if not most:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(with_alpha(style.muted, 0.75))
    highest = floor - 14
    for index, count in enumerate(counts.tolist()):
        if count:
            height = max((count / most) ** 0.5 * highest, 2.0)
            painter.drawRect(QRectF(index * _BAR, floor - height, _BAR - 1, height))


def _paint_years(
    painter: QPainter, strip: Strip, style: Style, floor: float, words: Formatter
) -> None:
    metrics = QFontMetricsF(style.small)
    end = strip.scale.to_time(strip.width)
    ticks = axis(strip.scale.start, end, strip.width, words, metrics.height())
    painter.setFont(style.small)
    for tick in ticks.minor:
        x = strip.scale.to_px(tick.start)
        if x < 0:
            continue
        painter.setPen(QPen(style.border, 1.0))
        painter.drawLine(QPointF(round(x) + 0.5, floor), QPointF(round(x) + 0.5, floor + 4))
        width = metrics.horizontalAdvance(tick.label)
        if x + width + 4 <= strip.width:
            painter.setPen(style.muted)
            place = QRectF(x + 4, floor + 2, width + 1, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, tick.label)
    painter.setPen(QPen(style.border, 1.0))
    painter.drawLine(QPointF(0, floor + 0.5), QPointF(strip.width, floor + 0.5))


def _paint_view(painter: QPainter, strip: Strip, style: Style) -> None:
    """Paint what lies outside the viewport dimmed, and the viewport with grips at its edges."""
    view = strip.view.intersected(QRectF(0, 0, strip.width, strip.height))
    dim = with_alpha(style.window, 0.55)
    painter.fillRect(QRectF(0, 0, view.left(), strip.height), dim)
    painter.fillRect(QRectF(view.right(), 0, strip.width - view.right(), strip.height), dim)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(style.accent, 1.6))
    painter.setBrush(with_alpha(style.accent, 0.16 if strip.held else 0.09))
    painter.drawRoundedRect(strip.view.adjusted(0.8, 1.8, -0.8, -1.8), 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.accent)
    for x in (strip.view.left() + 0.8, strip.view.right() - 0.8):
        painter.drawRoundedRect(QRectF(x - 2, strip.height / 2 - 9, 4, 18), 2, 2)


def _paint_hits(painter: QPainter, strip: Strip, style: Style, floor: float) -> None:
    """Paint a tick on the line below the bars wherever the search found something."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.star)
    painter.drawRects([QRectF(x - 0.5, floor - 5, 2, 6) for x in strip.hits.tolist()])


def _paint_moments(painter: QPainter, strip: Strip, style: Style, floor: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if strip.span is not None:
        left, right = strip.scale.to_px(strip.span.start), strip.scale.to_px(strip.span.end)
        band = QRectF(left, 4, max(right - left, 2.0), floor - 4)
        painter.fillRect(band, with_alpha(style.accent, 0.25))
    painter.setPen(QPen(style.accent, 2.0))
    for moment in strip.selected:
        x = strip.scale.to_px(moment)
        painter.drawLine(QPointF(x, 4), QPointF(x, floor))
    painter.setPen(QPen(style.base, 1.0))
    painter.setBrush(style.star)
    for moment in strip.bookmarks:
        painter.save()
        painter.translate(strip.scale.to_px(moment), 8.5)
        painter.drawPath(glyph("star", 11.0))
        painter.restore()
