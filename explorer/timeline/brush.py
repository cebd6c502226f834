"""Brush: how a mark, a box and a cluster look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPen, QStaticText

from explorer.layout.captions import OPEN_END
from explorer.layout.columns import Sign
from explorer.layout.labels import Label
from explorer.layout.pieces import Box, Cluster, Mark
from explorer.timeline.palette import FAINT, SOLID
from explorer.timeline.stamps import Stamps, doubtful
from explorer.timeline.style import GLYPH_SIZES, Style, with_alpha

_CACHED = 4_000
"""How many laid out texts are kept."""

_LEAST_LABEL = 36.0
"""Px below which what is left of a label is not worth showing."""

_GLYPH_IN_BOX = 8.0
_GONE = 0.0
"""Alpha of a box at an open end."""


class Brush:
    """Paints pieces in a style; `top` is the px of the top of the piece's lane.

    `seen` holds the px between which the scene is seen. A label beside a mark that is out of sight
    is not painted, one that would leave on the right is cut, and what stands in a box keeps in
    sight as long as the box is.
    """

    def __init__(self, style: Style) -> None:
        self.style = style
        self.lane_height = style.lane
        self.seen = (0.0, 0.0)
        self._stamps = Stamps(style, 1.0)
        self._texts: dict[tuple[str, int], QStaticText] = {}

    def prepare(self, lane_height: float, seen: tuple[float, float], ratio: float) -> None:
        """Make ready for a frame: the lanes' height, the px seen, and the screen's ratio."""
        self.lane_height = lane_height
        self.seen = seen
        if ratio != self._stamps.ratio:
            self._stamps = Stamps(self.style, ratio)

    def mark(
        self, painter: QPainter, mark: Mark, top: float, *, picked: bool, hovered: bool
    ) -> None:
        """Paint a mark with its label and signs."""
        style = self.style
        middle = QPointF(mark.x, top + self.lane_height / 2)
        if (picked or hovered) and not mark.on_cluster:
            self._halo(painter, mark.left - 3, mark, top, picked=picked)
        size = GLYPH_SIZES.get(mark.importance, 11.0)
        self._stamps.glyph(painter, mark.kind, size, mark.signs, middle)
        if picked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.accent, 2.0))
            painter.drawEllipse(middle, 9.5, 9.5)
        self._signs(painter, mark.signs, middle)
        if mark.label is not None:
            self._label(painter, mark.label, mark.label.x, top, mark.importance, picked=picked)

    def box(
        self,
        painter: QPainter,
        box: Box,
        top: float,
        *,
        picked: bool,
        hovered: bool,
    ) -> None:
        """Paint a box with its label and signs."""
        style = self.style
        frame = QRectF(box.left, top + 3, box.right - box.left, self.lane_height - 6)
        if box.label is not None and not box.label.inside and (picked or hovered):
            self._halo(painter, box.right, box, top, picked=picked)
        self.ground(painter, box, top)
        if picked or hovered:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.accent, 2.0 if picked else 1.2))
            painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), 4, 4)
        inset = 9.0 + (OPEN_END if box.signs & Sign.OPEN_START else 0.0)
        used = (
            inset + 8.0 + (box.label.width if box.label is not None and box.label.inside else 0.0)
        )
        shift = min(max(self.seen[0] - box.left, 0.0), max(box.right - box.left - used - 4, 0.0))
        middle = QPointF(box.left + inset + shift, frame.center().y())
        if frame.width() >= inset + 5:
            self._stamps.glyph(painter, box.kind, _GLYPH_IN_BOX, Sign.NONE, middle)
            self._signs(painter, box.signs, middle)
        elif box.signs & (Sign.BOOKMARKED | Sign.DISPUTED):
            self._signs(painter, box.signs, frame.center())
        if box.label is not None:
            x = box.label.x + (shift if box.label.inside else 0.0)
            self._label(painter, box.label, x, top, box.importance, picked=False)

    def ground(self, painter: QPainter, box: Box, top: float) -> None:
        """Paint a box without what stands in it."""
        frame = QRectF(box.left, top + 3, box.right - box.left, self.lane_height - 6)
        self._fill(painter, box, frame, self.style.kinds[box.kind].colour)

    def cluster(
        self, painter: QPainter, cluster: Cluster, top: float, *, picked: bool, hot: bool
    ) -> None:
        """Paint a cluster: its count over a strip that shows the kinds of its members."""
        style = self.style
        frame = QRectF(cluster.left, top + 3, cluster.right - cluster.left, self.lane_height - 6)
        self._stamps.pill(painter, frame, picked=picked, hot=hot)
        self._strip(painter, cluster, frame)
        alone = cluster.text_right - cluster.text_left >= frame.width()
        words = _short_count(cluster.count) if alone else f"+{_short_count(cluster.count)}"
        text = self._static(words, style.small, 2, painter)
        size = text.size()
        x = (cluster.text_left + cluster.text_right - size.width()) / 2
        painter.setFont(style.small)
        painter.setPen(style.selected_text if picked else style.text)
        painter.drawStaticText(QPointF(x, frame.center().y() - 1.5 - size.height() / 2), text)
        if cluster.signs:
            self._signs(painter, cluster.signs, QPointF(frame.right() - 10, frame.center().y()))

    def _strip(self, painter: QPainter, cluster: Cluster, frame: QRectF) -> None:
        """Paint how the members divide among the kinds."""
        x, y = frame.left() + 4, round(frame.bottom()) - 4
        width = (frame.width() - 8) / cluster.count
        for number, members in enumerate(cluster.kinds):
            if members:
                share = width * members
                painter.fillRect(QRectF(x, y, share, 2), self.style.kinds[number].colour)
                x += share

    def _signs(self, painter: QPainter, signs: int, middle: QPointF) -> None:
        """Paint a star above and a sign of dispute below, right of the middle."""
        if signs & Sign.BOOKMARKED:
            self._stamps.star(painter, middle + QPointF(6.0, -5.0))
        if signs & Sign.DISPUTED:
            self._stamps.dispute(painter, middle + QPointF(6.0, 5.5))

    def shade(self, colour: QColor, alpha: float) -> QColor:
        """Return a colour as faint as `alpha` says, on the ground that boxes lie on."""
        return with_alpha(colour, alpha)

    def _fill(self, painter: QPainter, box: Box, frame: QRectF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_shades(box, colour, self.shade))
        painter.drawRoundedRect(frame, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if box.signs & (Sign.APPROXIMATE | Sign.UNCERTAIN):
            painter.setPen(doubtful(colour, box.signs, 1.2))
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        elif box.core is not None:
            first, last = box.core
            if first <= box.left and last >= box.right:
                painter.setPen(QPen(colour, 1.4))
                painter.drawRoundedRect(frame.adjusted(0.7, 0.7, -0.7, -0.7), 3, 3)
            else:
                bar = QRectF(first, frame.bottom() - 2.5, max(last - first, 2.5), 2.5)
                painter.fillRect(bar, colour)
        self._open_ends(painter, box, frame, colour)

    @staticmethod
    def _open_ends(painter: QPainter, box: Box, frame: QRectF, colour: QColor) -> None:
        """Paint an arrow head at an end that goes on without bound."""
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        y = frame.center().y()
        for sign, tip, back in (
            (Sign.OPEN_START, frame.left(), 5.0),
            (Sign.OPEN_END, frame.right(), -5.0),
        ):
            if box.signs & sign:
                corner = QPointF(tip, y)
                painter.drawLine(corner, corner + QPointF(back, -4))
                painter.drawLine(corner, corner + QPointF(back, 4))

    def _halo(
        self, painter: QPainter, left: float, piece: Mark | Box, top: float, *, picked: bool
    ) -> None:
        """Paint the ground of a piece that stands out, as far as its label goes."""
        right = piece.right + 3
        if piece.label is not None:
            right = piece.label.x + piece.label.width + 5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.style.selection if picked else self.style.hover)
        painter.drawRoundedRect(QRectF(left, top + 1.5, right - left, self.lane_height - 3), 5, 5)

    def _label(
        self,
        painter: QPainter,
        label: Label,
        x: float,
        top: float,
        importance: int,
        *,
        picked: bool,
    ) -> None:
        style = self.style
        font = style.bold if label.bold else style.font
        room = self.seen[1] - 6 - x
        if not label.inside and (x < self.seen[0] or room < min(_LEAST_LABEL, label.width)):
            return
        plain = style.muted if importance <= 1 and not label.inside else style.text
        painter.setPen(style.selected_text if picked else plain)
        painter.setFont(font)
        words = label.text
        if label.width > room:
            metrics = QFontMetricsF(font)
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0.0))
        text = self._static(words, font, int(label.bold), painter)
        height = text.size().height()
        painter.drawStaticText(QPointF(x, top + (self.lane_height - height) / 2), text)

    def _static(self, words: str, font: QFont, number: int, painter: QPainter) -> QStaticText:
        """Return a text laid out in a font of the style, which `number` tells from the others."""
        key = (words, number)
        text = self._texts.get(key)
        if text is None:
            if len(self._texts) >= _CACHED:
                self._texts.clear()
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(painter.transform(), font)
            self._texts[key] = text
        return text


def _shades(box: Box, colour: QColor, shade: Callable[[QColor, float], QColor]) -> QLinearGradient:
    """Return the fill of a box: solid where certain, fading towards the ends where possible."""
    gradient = QLinearGradient(box.left, 0, box.right, 0)
    ends = (
        _GONE if box.signs & Sign.OPEN_START else FAINT,
        _GONE if box.signs & Sign.OPEN_END else FAINT,
    )
    width = box.right - box.left
    if box.core is None:
        stops = [(0.0, ends[0]), (0.35, SOLID * 0.8), (0.65, SOLID * 0.8), (1.0, ends[1])]
    else:
        first, last = ((edge - box.left) / width for edge in box.core)
        stops = [(0.0, ends[0] if first > 0.001 else SOLID), (first, SOLID)]
        stops += [(last, SOLID), (1.0, ends[1] if last < 0.999 else SOLID)]
    for place, alpha in stops:
        gradient.setColorAt(min(max(place, 0.0), 1.0), shade(colour, alpha))
    return gradient


def _short_count(count: int) -> str:
    if count < 10_000:
        return str(count)
    return f"{count // 1_000}k"
