"""Headers: the names of tracks over their lanes; that of the track in sight stays at the top."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF

from explorer.layout.tracks import Track, Tracked
from explorer.session.session import Session
from explorer.timeline.frame import Frame
from explorer.timeline.style import Style, with_alpha
from explorer.wording.numbers import number

translate = QCoreApplication.translate

_ARROW, _TEXT = 14.0, 28.0
"""Px from the left at which the triangle and the name stand."""

_TICK = 9.0


@dataclass(frozen=True, slots=True)
class Header:
    """A track's header and where it is, in px of the widget."""

    track: Track
    area: QRectF


class Headers:
    """Paints the headers of tracks and finds them again under the pointer."""

    def __init__(self, session: Session, frame: Frame, style: Style) -> None:
        self._session = session
        self._frame = frame
        self.style = style

    def shown(self) -> list[Header]:
        """Return the headers in sight from top to bottom, those that stay at the top first."""
        frame, tracked = self._frame, self._frame.tracked
        if tracked is None:
            return []
        tracks, tops = tracked.shown, frame.lanes.tops
        fixed, body, lane = frame.fixed, frame.body, frame.lane
        firsts = [int(top) for top in tops[: len(tracks)]]
        found = []
        for at, (track, first) in enumerate(zip(tracks, firsts, strict=True)):
            stays = first < fixed
            y = first * lane + (frame.top if stays else frame.top - frame.scrolled)
            lanes = (firsts[at + 1] if at + 1 < len(firsts) else frame.lanes.count + 1) - first
            below, ceiling = y + lanes * lane, frame.top if stays else body
            if below <= ceiling or y >= frame.height:
                continue
            stuck = min(max(y, ceiling), below - lane)
            found.append(Header(track, QRectF(0.0, stuck, frame.width, lane)))
        return found

    def at(self, place: QPointF) -> Header | None:
        """Return the header at a place in px, None where there is none."""
        if not self._frame.top <= place.y() < self._frame.height:
            return None
        return next((one for one in self.shown() if one.area.contains(place)), None)

    def follow(self, place: QPointF) -> bool:
        """Close or open the track whose header is at a place; tell whether there is one."""
        header = self.at(place)
        if header is not None:
            self._session.set_tracks(self._session.tracks.with_collapsed(header.track.key))
        return header is not None

    def paint(self, painter: QPainter) -> None:
        """Paint the headers in sight."""
        frame, tracked = self._frame, self._frame.tracked
        if tracked is None:
            return
        painter.save()
        for strip in frame.strips:
            painter.setClipRect(QRectF(0, strip.top, frame.width, strip.bottom - strip.top))
            for header in self.shown():
                if header.area.top() < strip.bottom and header.area.bottom() > strip.top:
                    self._paint(painter, header, tracked)
        if frame.fixed:
            painter.setClipping(False)
            painter.fillRect(QRectF(0, frame.body - 2, frame.width, 2), self.style.muted)
        painter.restore()

    def told(self, track: Track) -> tuple[str, str]:
        """Return a track's name and what its header says."""
        tracked = self._frame.tracked
        return (track.name, "") if tracked is None else self.words(track, tracked)

    def words(self, track: Track, tracked: Tracked) -> tuple[str, str]:
        """Return a header's name and what it says of its events."""
        viewport = self._session.viewport
        count = tracked.count(track, viewport.start, viewport.end)
        told = translate("Timeline", "{count} of {all} in view").format(
            count=number(count), all=number(len(track.rows))
        )
        if track.is_pinned:
            told = translate("Timeline", "{told}, pinned").format(told=told)
        return track.name, told

    def _paint(self, painter: QPainter, header: Header, tracked: Tracked) -> None:
        style, area, track = self.style, header.area, header.track
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(area, with_alpha(style.window, 0.94))
        painter.setPen(style.border)
        painter.drawLine(area.bottomLeft() - QPointF(0, 1), area.bottomRight() - QPointF(0, 1))
        if track.is_collapsed:
            self._paint_density(painter, area, track, tracked)
        name, told = self.words(track, tracked)
        bold = QFontMetricsF(style.bold)
        width = bold.horizontalAdvance(name)
        self._paint_ground(
            painter, area, width + QFontMetricsF(style.small).horizontalAdvance(told)
        )
        self._paint_arrow(painter, area, is_collapsed=track.is_collapsed)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(style.text)
        painter.setFont(style.bold)
        painter.drawText(area.adjusted(_TEXT, 0, 0, 0), flags, name)
        painter.setPen(style.muted)
        painter.setFont(style.small)
        painter.drawText(area.adjusted(_TEXT + width + 10, 0, 0, 0), flags, told)

    def _paint_ground(self, painter: QPainter, area: QRectF, width: float) -> None:
        """Keep the ticks of a collapsed track from its words."""
        ground = QRectF(0.0, area.top(), _TEXT + width + 20, area.height() - 1)
        painter.fillRect(ground, self.style.window)

    def _paint_arrow(self, painter: QPainter, area: QRectF, *, is_collapsed: bool) -> None:
        x, y = _ARROW, area.center().y()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.style.muted)
        corners = ((-3, -5), (5, 0), (-3, 5)) if is_collapsed else ((-5, -3), (5, -3), (0, 5))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))

    def _paint_density(
        self, painter: QPainter, area: QRectF, track: Track, tracked: Tracked
    ) -> None:
        """Draw a tick for each px at which a collapsed track has an event."""
        viewport, frame = self._session.viewport, self._frame
        px = tracked.ticks(track, viewport.start, frame.per_px, int(frame.width))
        painter.setPen(self.style.accent)
        top = area.center().y() - _TICK / 2
        for x in px.tolist():
            painter.drawLine(QPointF(x, top), QPointF(x, top + _TICK))
