"""Ruler: the exact span between two points of the axis, drawn across the lanes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from explorer.layout.measure import nearest, rounded
from explorer.model.selection import SpanSelected
from explorer.model.span import TimeSpan
from explorer.session.session import Session
from explorer.timeline.frame import Frame
from explorer.timeline.moments import Moments
from explorer.timeline.place import px_of
from explorer.timeline.spans import calendar_words, exact_words, moment_words
from explorer.timeline.style import Style, with_alpha

translate = QCoreApplication.translate
_SNAP = 12.0
"""Px within which an edge of an event draws the ruler's end to it."""


class Ruler:
    """Holds what is measured, and paints it together with a stretch of time that is selected."""

    def __init__(self, session: Session, frame: Frame, style: Style, moments: Moments) -> None:
        self.style = style
        self._session = session
        self._frame = frame
        self._moments = moments
        self.span: TimeSpan | None = None

    def measure(self, first: float, last: float, *, snap: bool) -> None:
        """Measure from one px to another; `snap` draws both to the edges of events near them."""
        ends = sorted(self._moment(x, snap=snap) for x in (first, last))
        self.span = TimeSpan(*ends) if ends[1] > ends[0] else None

    def end(self) -> bool:
        """Put the ruler away; tell whether there was one."""
        was, self.span = self.span, None
        return was is not None

    def select(self) -> bool:
        """Select the events in what is measured, and put the ruler away; tell whether it was."""
        if self.span is None:
            return False
        span, self.span = self.span, None
        self._session.select(SpanSelected(span))
        return True

    def holds(self, moment: float) -> bool:
        """Tell whether a moment (seconds UTC) lies in what is measured."""
        return self.span is not None and self.span.contains(moment)

    def paint(self, painter: QPainter, area: QRectF, lanes: QRectF) -> None:
        """Paint over the timeline, `area`, of which `lanes` is the part below the axis."""
        selection = self._session.selection
        if isinstance(selection, SpanSelected):
            self._paint_band(painter, lanes, selection.span, 0.08)
        if self.span is not None:
            painter.save()
            painter.setClipRect(area)
            self._paint_band(painter, area, self.span, 0.12)
            self._paint_words(painter, lanes, self.span)
            painter.restore()

    def _moment(self, x: float, *, snap: bool) -> float:
        frame = self._frame
        moment = frame.time_at(x)
        plain = rounded(moment, frame.per_px)
        if not snap:
            return plain
        edge = nearest(self._moments.edges(frame.columns), moment, _SNAP * frame.per_px)
        return plain if edge == moment else edge

    def _paint_band(self, painter: QPainter, area: QRectF, span: TimeSpan, alpha: float) -> None:
        left = max(px_of(self._frame, span.start), area.left() - 2)
        right = min(px_of(self._frame, span.end), area.right() + 2)
        if right < area.left() or left > area.right():
            return
        band = QRectF(left, area.top(), right - left, area.height())
        painter.fillRect(band, with_alpha(self.style.accent, alpha))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self.style.accent, 1.0))
        for x in (left, right):
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def _paint_words(self, painter: QPainter, lanes: QRectF, span: TimeSpan) -> None:
        """Paint how long the span is, from when to when, and what can be done with it."""
        style = self.style
        length = exact_words(span)
        if by_calendar := calendar_words(span):
            length = translate("Timeline", "{days} = {calendar}").format(
                days=length, calendar=by_calendar
            )
        first, last = moment_words(span.start), moment_words(span.end)
        dates = translate("Timeline", "{start} – {end}").format(start=first, end=last)
        hint = translate("Timeline", "Enter selects the events in it, Esc ends")
        rows = ((length, style.bold), (dates, style.font), (hint, style.small))
        metrics = [QFontMetricsF(font) for _, font in rows]
        widths = [one.horizontalAdvance(text) for one, (text, _) in zip(metrics, rows, strict=True)]
        width, height = max(widths) + 24, sum(one.height() for one in metrics) + 14
        middle = px_of(self._frame, span.centre)
        left = min(max(middle - width / 2, lanes.left() + 4), lanes.right() - width - 4)
        box = QRectF(left, lanes.top() + 6, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.accent, 1.0))
        painter.setBrush(style.window)
        painter.drawRoundedRect(box, 5, 5)
        top = box.top() + 7
        for one, (text, font) in zip(metrics, rows, strict=True):
            painter.setPen(style.muted if font is style.small else style.text)
            painter.setFont(font)
            row = QRectF(box.left(), top, width, one.height())
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, text)
            top += one.height()
