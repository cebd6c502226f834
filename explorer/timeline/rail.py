"""Rail: the row of the axis for what happened to the events: published, found, marked, missing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from explorer.layout.gaps import Gap
from explorer.session.session import Session
from explorer.timeline.frame import Frame
from explorer.timeline.moments import Moments
from explorer.timeline.place import px_of
from explorer.timeline.published import Publication
from explorer.timeline.spans import gap_words
from explorer.timeline.style import Style, glyph, with_alpha

LEAST_SHARE = 0.08
"""Share of the view from which on a stretch without events is told."""

_REACH = 7.0
"""Px beside the middle of a sign in which it is hit."""

_STAR = 10.0
_APART = 4.0
"""Px within which one star stands for all bookmarks."""

_PAGE_WIDTH, _PAGE_HEIGHT = 8.0, 10.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A sign on the rail: where it is, and the article, bookmarked event or gap it stands for."""

    area: QRectF
    means: Publication | Gap | str


class Rail:
    """Paints the row and knows what its signs stand for; places are px of the widget."""

    def __init__(self, session: Session, frame: Frame, style: Style, moments: Moments) -> None:
        self.style = style
        self._session = session
        self._frame = frame
        self._moments = moments
        self._spots: list[Spot] = []

    def gaps(self) -> list[Gap]:
        """Return the gaps long enough to be told in the present view."""
        viewport = self._session.viewport
        least = viewport.length * LEAST_SHARE
        return self._moments.gaps(self._frame.columns, viewport.start, viewport.end, least)

    def at(self, place: QPointF) -> Spot | None:
        """Return the sign at a place, the topmost where several lie there."""
        found = (spot for spot in reversed(self._spots) if spot.area.contains(place))
        return next(found, None)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint the row into `area`, whose left edge is where time begins."""
        painter.save()
        painter.setClipRect(area)
        self._spots = []
        pages, stars = self._pages(area), self._stars(area)
        for gap in self.gaps():
            self._paint_gap(painter, area, gap, [spot.area for spot in (*pages, *stars)])
        self._paint_hits(painter, area)
        for spot in stars:
            self._paint_star(painter, spot.area)
        for spot in pages:
            self._paint_page(painter, spot)
        self._spots += stars + pages
        painter.restore()

    def _pages(self, area: QRectF) -> list[Spot]:
        return [
            Spot(self._around(one.span.centre, area), one)
            for one in self._moments.publications()
            if px_of(self._frame, one.span.end) >= area.left()
            and px_of(self._frame, one.span.start) <= area.right()
        ]

    def _stars(self, area: QRectF) -> list[Spot]:
        spots: dict[int, Spot] = {}
        for event, moment in self._moments.bookmarks():
            around = self._around(moment, area)
            if around.intersects(area):
                spots.setdefault(int(around.left() // _APART), Spot(around, event))
        return list(spots.values())

    def _around(self, moment: float, area: QRectF) -> QRectF:
        return QRectF(px_of(self._frame, moment) - _REACH, area.top(), 2 * _REACH, area.height())

    def _paint_gap(self, painter: QPainter, area: QRectF, gap: Gap, taken: list[QRectF]) -> None:
        """Paint a line from end to end, with the words in the widest free part of it."""
        left = max(px_of(self._frame, gap.start), area.left())
        right = min(px_of(self._frame, gap.end), area.right())
        whole = QRectF(left, area.top(), right - left, area.height())
        self._spots.append(Spot(whole, gap))
        words = gap_words(gap, self._session.clock)
        width = QFontMetricsF(self.style.small).horizontalAdvance(words) + 12
        free = _widest(left, right, taken)
        middle = round(area.center().y()) + 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self.style.border, 1.0))
        painter.drawLine(QPointF(left, area.top() + 4), QPointF(left, area.bottom() - 4))
        painter.drawLine(QPointF(right, area.top() + 4), QPointF(right, area.bottom() - 4))
        if free[1] - free[0] < width:
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))
            return
        text = QRectF((free[0] + free[1] - width) / 2, area.top(), width, area.height())
        painter.drawLine(QPointF(left, middle), QPointF(text.left(), middle))
        painter.drawLine(QPointF(text.right(), middle), QPointF(right, middle))
        painter.setPen(self.style.muted)
        painter.setFont(self.style.small)
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_hits(self, painter: QPainter, area: QRectF) -> None:
        """Paint a tick wherever the search found something."""
        frame = self._frame
        start = frame.time_at(area.left())
        hits = self._moments.hits(frame.columns, start, frame.per_px, int(area.width()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.style.star)
        painter.drawRects(
            [QRectF(area.left() + px - 0.5, area.bottom() - 6, 2, 6) for px in hits.tolist()]
        )

    def _paint_star(self, painter: QPainter, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.style.window, 1.0))
        painter.setBrush(self.style.star)
        painter.translate(area.center())
        painter.drawPath(glyph("star", _STAR))
        painter.translate(-area.center())

    def _paint_page(self, painter: QPainter, spot: Spot) -> None:
        """Paint a leaf at the middle of the time of publication, and that time where it is long."""
        if not isinstance(spot.means, Publication):
            return
        style, span = self.style, spot.means.span
        left, right = px_of(self._frame, span.start), px_of(self._frame, span.end)
        middle = spot.area.center()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if right - left > 2 * _REACH:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(with_alpha(style.muted, 0.35))
            painter.drawRoundedRect(QRectF(left, middle.y() - 2, right - left, 4), 2, 2)
        leaf = _leaf(QPointF(middle.x() - _PAGE_WIDTH / 2, middle.y() - _PAGE_HEIGHT / 2))
        painter.setPen(QPen(style.text, 1.0))
        painter.setBrush(style.base)
        painter.drawPath(leaf)


def _leaf(corner: QPointF) -> QPainterPath:
    """Return the outline of a sheet of paper with a folded corner and two lines of writing."""
    x, y = round(corner.x()) + 0.5, round(corner.y()) + 0.5
    path = QPainterPath(QPointF(x, y))
    fold = 3.0
    for point in (
        (x + _PAGE_WIDTH - fold, y),
        (x + _PAGE_WIDTH, y + fold),
        (x + _PAGE_WIDTH, y + _PAGE_HEIGHT),
        (x, y + _PAGE_HEIGHT),
        (x, y),
    ):
        path.lineTo(QPointF(*point))
    for line in (5.0, 7.5):
        path.moveTo(x + 2, y + line)
        path.lineTo(x + _PAGE_WIDTH - 2, y + line)
    return path


def _widest(left: float, right: float, taken: list[QRectF]) -> tuple[float, float]:
    """Return the widest part between two px that none of some rectangles takes."""
    best, at = (left, left), left
    for area in sorted(taken, key=lambda one: one.left()):
        if area.right() <= left or area.left() >= right:
            continue
        if area.left() - at > best[1] - best[0]:
            best = (at, area.left())
        at = max(at, area.right())
    return (at, right) if right - at > best[1] - best[0] else best
