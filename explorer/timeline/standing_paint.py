"""Paints the band of a membership or office: certain time full, possible time fading."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen

from explorer.analysis.standings import Stretch
from explorer.model.edtf_terms import Qualifier
from explorer.model.span import TimeSpan
from explorer.timeline.style import Style, with_alpha

_DAY = 86_400.0
_FULL, _PALE = 0.34, 0.14
_FADE = 28.0


class StandingBrush:
    """Paints bands with `painter`; `viewport` is the time on screen and `width` its px."""

    def __init__(self, painter: QPainter, style: Style, viewport: TimeSpan, width: float) -> None:
        self._painter = painter
        self._style = style
        self._viewport = viewport
        self._per_px = viewport.length / max(width, 1.0)
        self._metrics = QFontMetricsF(style.small)

    def paint(self, stretch: Stretch, area: QRectF, *, is_current: bool) -> None:
        """Paint a band without its words."""
        painter, date = self._painter, stretch.standing.dates
        colour = self._style.accent if stretch.standing.is_office else self._style.muted
        painter.fillRect(area, with_alpha(colour, _PALE))
        if (core := self._core(stretch, area)) is not None:
            painter.fillRect(core, with_alpha(colour, _FULL))
        for at_end, is_open in enumerate((date.earliest is None, date.open_end)):
            if is_open:
                self._run_out(area, colour, at_end=bool(at_end))
        if date.qualifier is not Qualifier.NONE or is_current:
            line = Qt.PenStyle.SolidLine if is_current else Qt.PenStyle.DashLine
            painter.setPen(QPen(self._style.accent if is_current else colour, 1.0, line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    def write(self, words: str, area: QRectF, free: tuple[float, float]) -> None:
        """Write a band's words at the left of what is in sight of it.

        Beside a band too short for them, where there is room between the px `free`.
        """
        low, high = free
        seen = area.intersected(QRectF(0.0, area.top(), max(high, 1.0), area.height()))
        if seen.isEmpty():
            return
        needed = self._metrics.horizontalAdvance(words) + 8
        left, room = seen.left() + 4, seen.width() - 8
        if room < needed and area.right() + needed < high:
            left, room = area.right() + 4, needed
        elif room < needed and area.left() - needed > low:
            left, room = area.left() - needed, needed
        self._painter.setFont(self._style.small)
        self._painter.setPen(self._style.text)
        shown = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        place = QRectF(left, area.top(), room, area.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(place, flags, shown)

    def tell(self, words: str, area: QRectF) -> None:
        """Write words of the strip's own into its lower left corner."""
        width = self._metrics.horizontalAdvance(words) + 12
        sign = QRectF(area.left() + 4, area.bottom() - 18, width, 16)
        self._painter.setPen(self._style.border)
        self._painter.setBrush(self._style.window)
        self._painter.drawRoundedRect(sign, 4, 4)
        self._painter.setPen(self._style.muted)
        self._painter.setFont(self._style.small)
        self._painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, words)

    def _core(self, stretch: Stretch, area: QRectF) -> QRectF | None:
        """Return the part of a band that is certain, None when nothing is."""
        date = stretch.standing.dates
        if date.open_end and date.start_latest is not None:
            first, last = date.start_latest * _DAY, stretch.span.end
        elif date.core is not None:
            first, last = date.core[0] * _DAY, (date.core[1] + 1) * _DAY
        else:
            return None
        left = (first - self._viewport.start) / self._per_px
        right = (last - self._viewport.start) / self._per_px
        return QRectF(left, area.top(), right - left, area.height()).intersected(area)

    def _run_out(self, area: QRectF, colour: QColor, *, at_end: bool) -> None:
        """Let a band run out where its beginning is not known, or its end is open."""
        length = min(_FADE, area.width() / 2)
        start = area.right() - length if at_end else area.left()
        fade = QLinearGradient(start, 0.0, start + length, 0.0)
        fade.setColorAt(1.0 if at_end else 0.0, with_alpha(colour, 0.6))
        fade.setColorAt(0.0 if at_end else 1.0, with_alpha(colour, 0.0))
        self._painter.fillRect(QRectF(start, area.top(), length, area.height()), fade)
