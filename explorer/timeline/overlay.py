"""Overlay: what lies over the events: signs that there is more, the rubber band, the focus ring."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from explorer.timeline.style import Style, with_alpha
from explorer.wording.numbers import number

translate = QCoreApplication.translate


class Overlay:
    """Paints what is not part of the scene; `band` is the rectangle being spanned, if any."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.band: QRectF | None = None
        self._signs: dict[int, QRectF] = {}

    def page_at(self, place: QPointF) -> int:
        """Return -1 or 1 where a sign says that there are events above or below, else 0."""
        for step, sign in self._signs.items():
            if sign.contains(place):
                return step
        return 0

    def paint(
        self,
        painter: QPainter,
        area: QRectF,
        hidden: tuple[int, int],
        *,
        message: str,
        focused: bool,
    ) -> None:
        """Paint over `area`, the part of the widget where the lanes are."""
        self._signs = {}
        above, below = hidden
        if above:
            text = translate("Timeline", "▲ {count} more above").format(count=number(above))
            self._sign(painter, text, area, -1)
        if below:
            text = translate("Timeline", "▼ {count} more below").format(count=number(below))
            self._sign(painter, text, area, 1)
        if message:
            painter.setPen(self.style.muted)
            painter.setFont(self.style.font)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(24, 0, -24, 0), int(flags), message)
        if self.band is not None:
            painter.setPen(QPen(self.style.accent, 1.0))
            painter.setBrush(with_alpha(self.style.accent, 0.14))
            painter.drawRect(self.band)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.style.accent, 2.0))
            ring = QRectF(0, 0, area.right(), area.bottom())
            painter.drawRect(ring.adjusted(1, 1, -1, -1))

    def _sign(self, painter: QPainter, text: str, area: QRectF, step: int) -> None:
        metrics = QFontMetricsF(self.style.small)
        width, height = metrics.horizontalAdvance(text) + 20, metrics.height() + 6
        y = area.top() + 5 if step < 0 else area.bottom() - height - 6
        sign = QRectF(area.center().x() - width / 2, y, width, height)
        painter.setPen(QPen(self.style.border, 1.0))
        painter.setBrush(self.style.window)
        painter.drawRoundedRect(sign, height / 2, height / 2)
        painter.setPen(self.style.text)
        painter.setFont(self.style.small)
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, text)
        self._signs[step] = sign
