"""Aids: what helps to read time: the rail of the axis, threads between events, and the ruler."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from explorer.layout.gaps import Gap
from explorer.model.records import Article
from explorer.model.selection import PassageSelected
from explorer.model.span import TimeSpan
from explorer.session.clock import Clock
from explorer.session.session import Session
from explorer.timeline.frame import Frame
from explorer.timeline.moments import Moments
from explorer.timeline.place import px_of
from explorer.timeline.published import Publication, opening
from explorer.timeline.rail import Rail
from explorer.timeline.ruler import Ruler
from explorer.timeline.spans import gap_tip
from explorer.timeline.style import Style, with_alpha
from explorer.timeline.threads import Threads
from explorer.wording import citation, date_wording

translate = QCoreApplication.translate
_SHADE = 0.13


class Aids:
    """Joins the aids of a timeline; places are px of the widget.

    `on_article` is called with the id of an article that the reader wants to read; `shaded` is a
    stretch of time to set off behind the events.
    """

    def __init__(self, session: Session, frame: Frame, style: Style) -> None:
        self._session = session
        self._frame = frame
        self.on_article: Callable[[str], None] = _nowhere
        self.shaded: TimeSpan | None = None
        self.moments = Moments(session)
        self.rail = Rail(session, frame, style, self.moments)
        self.threads = Threads(session, frame, style)
        self.ruler = Ruler(session, frame, style, self.moments)

    def set_style(self, style: Style) -> None:
        """Paint in other colours or letters."""
        self.rail.style = self.threads.style = self.ruler.style = style

    def paint_below(self, painter: QPainter) -> None:
        """Shade gaps, and the stretch to set off, under the events."""
        frame, style = self._frame, self.rail.style
        left = px_of(frame, self._session.viewport.start)
        for gap in self.rail.gaps():
            start = max(px_of(frame, gap.start), left)
            end = min(px_of(frame, gap.end), frame.width)
            area = QRectF(start, frame.top, end - start, frame.height - frame.top)
            painter.fillRect(area, style.alternate)
        if self.shaded is not None:
            start = max(px_of(frame, self.shaded.start), left)
            end = min(px_of(frame, self.shaded.end), frame.width)
            area = QRectF(start, frame.top, end - start, frame.height - frame.top)
            painter.fillRect(area, with_alpha(style.accent, _SHADE))

    def paint_above(self, painter: QPainter, rail: float) -> None:
        """Paint the rest over the events; the row of the rail begins at the px `rail`."""
        frame = self._frame
        left = px_of(frame, self._session.viewport.start)
        width = frame.width - left
        lanes = QRectF(left, frame.top, width, frame.height - frame.top)
        self.rail.paint(painter, QRectF(left, rail, width, frame.top - 1 - rail))
        self.threads.paint(painter, lanes)
        self.ruler.paint(painter, QRectF(left, 0, width, frame.height), lanes)
        if self._session.clock is Clock.PUBLICATION:
            self._paint_clock(painter, QRectF(left, 0, width, rail / 2))

    def _paint_clock(self, painter: QPainter, row: QRectF) -> None:
        """Say at the right of the axis that it does not show when things happened."""
        style, words = self.rail.style, translate("Timeline", "When first told, not when it was")
        width = QFontMetricsF(style.small).horizontalAdvance(words) + 16
        sign = QRectF(row.right() - width - 6, row.top() + 3, width, row.height() - 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.accent, 1.0))
        painter.setBrush(style.selection)
        painter.drawRoundedRect(sign, 4, 4)
        painter.setPen(style.selected_text)
        painter.setFont(style.small)
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, words)

    def tip_at(self, place: QPointF) -> str:
        """Return what the pointer is told at a place, as rich text; empty where no aid is."""
        if tag := self.threads.at(place):
            return tag.tip
        spot = self.rail.at(place)
        if spot is None:
            return ""
        if isinstance(spot.means, Gap):
            return gap_tip(spot.means, self._session.clock)
        if isinstance(spot.means, Publication):
            words = translate("Timeline", "Published: {citation}")
            return escape(words.format(citation=citation(spot.means.article)))
        event = self._session.chronicle.event[spot.means]
        when = date_wording(event.date.value)
        return f"<b>{escape(event.title)}</b><br>{escape(when)}<br>" + translate(
            "Timeline", "Bookmarked"
        )

    def publication_at(self, place: QPointF) -> Publication | None:
        """Return the article whose publication is shown at a place."""
        spot = self.rail.at(place)
        return spot.means if spot is not None and isinstance(spot.means, Publication) else None

    def leads_on(self, place: QPointF) -> bool:
        """Tell whether a click at a place leads somewhere."""
        if self.threads.at(place):
            return True
        spot = self.rail.at(place)
        return spot is not None and not isinstance(spot.means, Gap)

    def follow(self, place: QPointF) -> bool:
        """Go where a click at a place leads; tell whether it does."""
        session = self._session
        if tag := self.threads.at(place):
            if isinstance(tag.goes_to, PassageSelected):
                session.select(tag.goes_to)
            else:
                session.reveal(tag.goes_to)
            return True
        spot = self.rail.at(place)
        if spot is None or isinstance(spot.means, Gap):
            return False
        if isinstance(spot.means, Publication):
            self.open_article(spot.means.article)
        else:
            session.reveal(spot.means)
        return True

    def open_article(self, article: Article) -> None:
        """Show an article in the quotes, at the first passage that proves an event."""
        session = self._session
        found = opening(session.chronicle, article.id, session.visible_ids())
        if found is None:
            words = translate("Timeline", "No event rests on “{title}”.")
            session.notice.emit(words.format(title=article.title))
        else:
            session.select(found)
            self.on_article(article.id)


def _nowhere(_article: str) -> None:
    """Leave it at the selection."""
