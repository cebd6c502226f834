"""Threads: what leads from the selected event to others: arcs of links, lines to rival dates."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, hypot, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from explorer.layout.arcs import Arc, Point, Room, arc, settle
from explorer.model.chronicle import Chronicle
from explorer.model.records import Event, LinkKind
from explorer.model.selection import PassageSelected, current_event
from explorer.model.span import span_of
from explorer.session.clock import Clock
from explorer.session.session import Session
from explorer.timeline.frame import Frame
from explorer.timeline.links import (
    Rival,
    Tie,
    rival_events,
    rivals_of,
    tie_words,
    ties_of,
)
from explorer.timeline.place import px_of
from explorer.timeline.style import Style, glyph, with_alpha
from explorer.timeline.thread_words import rival_tip, rival_words, tie_tip
from explorer.wording import date_wording

_CLEAR = 9.0
"""Px kept free at an end for the mark that is there."""

_STEPS = 24
"""Straight parts of which an arc is drawn."""

_LABELLED = 0.68
"""Share of the way to the other end at which the label stands: arcs of one event fan out."""

_HEAD = 8.0
"""Px that an arrow's head is long."""

_PENS: dict[LinkKind, tuple[Qt.PenStyle, float]] = {
    "responds_to": (Qt.PenStyle.SolidLine, 1.8),
    "causes": (Qt.PenStyle.DashLine, 1.5),
    "part_of": (Qt.PenStyle.DotLine, 1.5),
    "contradicts": (Qt.PenStyle.DashDotLine, 1.5),
}


@dataclass(frozen=True, slots=True)
class Tag:
    """A label of a thread: its words, where a click on it leads, and what the pointer is told."""

    words: str
    goes_to: str | PassageSelected
    tip: str
    colour: QColor


class Threads:
    """Works out the threads of the selected event and paints them; places are px of the widget."""

    def __init__(self, session: Session, frame: Frame, style: Style) -> None:
        self.style = style
        self._session = session
        self._frame = frame
        self._known: tuple[Chronicle, str, tuple[Tie, ...], tuple[Rival, ...]] | None = None
        self._others: tuple[Event, ...] = ()
        self._tags: list[tuple[QRectF, Tag]] = []

    def at(self, place: QPointF) -> Tag | None:
        """Return the label at a place."""
        return next((tag for area, tag in self._tags if area.contains(place)), None)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint the threads over the lanes, `area`, with their labels."""
        self._tags = []
        event = self._session.chronicle.event.get(current_event(self._session.selection))
        if event is None or not self._look_up(event):
            return
        painter.save()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = Room(area.left() + 4, area.top() + 4, area.right() - 4, area.bottom() - 4)
        start = self._end_of(event, room)
        wanted = [
            *(self._paint_rivals(painter, event, start, room) if self._dates_matter else ()),
            *(self._paint_tie(painter, tie, start, room) for tie in self._ties),
        ]
        self._paint_tags(painter, wanted, room, start)
        painter.restore()

    @property
    def _ties(self) -> tuple[Tie, ...]:
        return self._known[2] if self._known else ()

    def _look_up(self, event: Event) -> bool:
        """Find the threads of an event, anew only for another; tell whether there are any."""
        chronicle, known = self._session.chronicle, self._known
        if known is None or known[0] is not chronicle or known[1] != event.id:
            ties, rivals = ties_of(chronicle, event), rivals_of(chronicle, event)
            self._known = (chronicle, event.id, ties, rivals)
            self._others = rival_events(chronicle, event)
        return bool(self._known and (self._known[2] or self._known[3] or self._others))

    @property
    def _dates_matter(self) -> bool:
        """Tell whether the axis measures what rival dates are about."""
        return self._session.clock is Clock.EVENT

    def _end_of(self, event: Event, room: Room, from_y: float | None = None) -> Point:
        """Return where a thread meets an event, as near to its start as can be seen.

        For one far away, whose lane is not laid out, `from_y` is the height to leave at; one that
        filters hide is met above all lanes.
        """
        start = self._session.time_of(event).start
        x, place = px_of(self._frame, start), self._frame.place_of(event.id)
        if place is None:
            is_away = not room.left <= x <= room.right
            return Point(x, from_y if is_away and from_y is not None else room.top)
        if place.width() <= place.height() * 1.2:
            return Point(place.center().x(), place.center().y())
        x = max(x, place.left()) + 5
        if place.left() < room.right and place.right() > room.left:
            x = min(max(x, room.left), place.right(), room.right)
        return Point(x, place.center().y())

    def _paint_tie(self, painter: QPainter, tie: Tie, start: Point, room: Room) -> tuple[Room, Tag]:
        """Paint an arc with its arrow; return where its label would best be."""
        end = self._end_of(tie.other, room, start.y)
        drawn = arc(start, end, room)
        line, width = _PENS[tie.link.kind]
        colour = self._colour_of(tie)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(with_alpha(self.style.base, 0.8), width + 2.5))
        painter.drawPath(_path(drawn))
        painter.setPen(QPen(colour, width, line, Qt.PenCapStyle.FlatCap))
        painter.drawPath(_path(drawn))
        _paint_head(painter, drawn, tie.away, colour)
        words = tie_words(tie, self._session.codebook)
        is_hidden = not self._session.is_visible(tie.other.id)
        tag = Tag(words, tie.other.id, tie_tip(tie, words, is_hidden=is_hidden), colour)
        at = drawn.at(0.94 if drawn.leaves else _LABELLED)
        return self._around(at, words), tag

    def _paint_rivals(
        self, painter: QPainter, event: Event, start: Point, room: Room
    ) -> list[tuple[Room, Tag]]:
        """Paint a thin line to every other date, and to the events dated against this one."""
        chronicle = self._session.chronicle
        wanted: list[tuple[Room, Tag]] = []
        colour, lane = self.style.danger, self.style.lane
        for number, rival in enumerate(self._known[3] if self._known else ()):
            span = span_of(rival.date, chronicle.extent)
            left, right = px_of(self._frame, span.start), px_of(self._frame, span.end)
            y = start.y + lane * 0.75 * (number + 1)
            tint = colour if rival.excludes else self.style.muted
            self._paint_line(painter, start, (left, right), y, tint)
            words = rival_words(chronicle, rival)
            tip = rival_tip(chronicle, event, rival)
            at = Point(min(max((left + right) / 2, room.left), room.right), y)
            goes_to = PassageSelected(rival.passage, event.id)
            wanted.append((self._around(at, words), Tag(words, goes_to, tip, tint)))
        for other in self._others:
            end = self._end_of(other, room, start.y)
            painter.setPen(QPen(colour, 1.0))
            painter.drawLine(QPointF(*start), QPointF(*end))
            end = Point(min(max(end.x, room.left), room.right), end.y)
            when = date_wording(other.date.value, short=True)
            tag = Tag(f"≠ {when}", other.id, f"<b>{other.title}</b><br>{when}", colour)
            half = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
            wanted.append((self._around(half, tag.words), tag))
        return wanted

    def _paint_line(
        self,
        painter: QPainter,
        start: Point,
        span: tuple[float, float],
        y: float,
        colour: QColor,
    ) -> None:
        """Paint a date as a bracket from its first to its last moment, tied to the event."""
        left, right = span
        painter.setPen(QPen(colour, 1.0))
        painter.setBrush(self.style.base)
        painter.drawLine(QPointF(*start), QPointF(start.x, y))
        painter.drawLine(QPointF(start.x, y), QPointF(min(max(start.x, left), right), y))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        for x in (left, right):
            painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 4))
        painter.save()
        painter.translate((left + right) / 2, y)
        painter.drawPath(glyph("diamond", 8.0))
        painter.restore()

    def _paint_tags(
        self, painter: QPainter, wanted: list[tuple[Room, Tag]], room: Room, start: Point
    ) -> None:
        """Paint the labels where they have room; a thread without one is still drawn."""
        taken = [Room(start.x - _CLEAR, start.y - _CLEAR, start.x + _CLEAR, start.y + _CLEAR)]
        painter.setFont(self.style.small)
        for place, (_, tag) in zip(
            settle([want for want, _ in wanted], room, taken), wanted, strict=True
        ):
            if place is None:
                continue
            area = QRectF(QPointF(place.left, place.top), QPointF(place.right, place.bottom))
            painter.setPen(QPen(tag.colour, 1.0))
            painter.setBrush(self.style.window)
            painter.drawRoundedRect(area, 4, 4)
            painter.setPen(self.style.text)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, tag.words)
            self._tags.append((area, tag))

    def _around(self, at: Point, words: str) -> Room:
        metrics = QFontMetricsF(self.style.small)
        width, height = metrics.horizontalAdvance(words) + 12, metrics.height() + 4
        return Room(at.x - width / 2, at.y - height / 2, at.x + width / 2, at.y + height / 2)

    def _colour_of(self, tie: Tie) -> QColor:
        style = self.style
        return {
            "responds_to": style.accent,
            "causes": style.text,
            "part_of": style.muted,
            "contradicts": style.danger,
        }[tie.link.kind]


def _ends(drawn: Arc) -> tuple[float, float]:
    """Return the shares of an arc between which it is drawn, so that marks at its ends show."""
    length = max(hypot(drawn.end.x - drawn.start.x, drawn.end.y - drawn.start.y), 1.0)
    clear = min(_CLEAR / length, 0.3)
    return clear, 1.0 if drawn.leaves else 1.0 - clear


def _path(drawn: Arc) -> QPainterPath:
    first, last = _ends(drawn)
    path = QPainterPath(QPointF(*drawn.at(first)))
    for step in range(1, _STEPS + 1):
        path.lineTo(QPointF(*drawn.at(first + (last - first) * step / _STEPS)))
    return path


def _paint_head(painter: QPainter, drawn: Arc, away: int, colour: QColor) -> None:
    """Paint the arrow's head at the end it points at; a bar at both where neither comes first."""
    painter.setPen(QPen(colour, 1.8))
    painter.setBrush(colour)
    first, last = _ends(drawn)
    ends = (drawn.at(last), drawn.at(last - 0.04)), (drawn.at(first), drawn.at(first + 0.04))
    if away:
        tip, before = ends[0 if away > 0 else 1]
        painter.drawPolygon(_head(tip, before))
        return
    for tip, before in ends:
        angle = atan2(tip.y - before.y, tip.x - before.x)
        across = QPointF(-sin(angle) * 5, cos(angle) * 5)
        painter.drawLine(QPointF(*tip) + across, QPointF(*tip) - across)


def _head(tip: Point, before: Point) -> QPolygonF:
    angle = atan2(tip.y - before.y, tip.x - before.x)
    corners = (
        QPointF(tip.x + _HEAD * cos(angle + turn), tip.y + _HEAD * sin(angle + turn))
        for turn in (2.7, -2.7)
    )
    return QPolygonF([QPointF(*tip), *corners])
