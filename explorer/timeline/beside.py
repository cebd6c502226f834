"""BesideSigns: how many events of the time in view are drawn to the left and to the right of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from explorer.layout.beside import beside
from explorer.layout.columns import Columns
from explorer.layout.lanes import Lanes
from explorer.model.span import TimeSpan
from explorer.timeline.style import Style
from explorer.wording.numbers import number

translate = QCoreApplication.translate
_INSET = 8.0


class BesideSigns:
    """Paints a sign at either edge where there are such events; counted anew for another view."""

    def __init__(self) -> None:
        self._key: tuple[Lanes, TimeSpan] | None = None
        self._counts = (0, 0)

    def counts(self, columns: Columns, lanes: Lanes, view: TimeSpan) -> tuple[int, int]:
        """Return how many stand before and after a view."""
        kept = self._key
        if kept is None or kept[0] is not lanes or kept[1] != view:
            self._key = (lanes, view)
            self._counts = beside(columns, lanes, view.start, view.end)
        return self._counts

    def paint(self, painter: QPainter, area: QRectF, style: Style, counts: tuple[int, int]) -> None:
        """Paint the signs in the middle of the left and right edges of `area`."""
        before, after = counts
        if before:
            words = translate("Timeline", "◀ {count} drawn before").format(count=number(before))
            _sign(painter, words, area, style, at_left=True)
        if after:
            words = translate("Timeline", "{count} drawn after ▶").format(count=number(after))
            _sign(painter, words, area, style, at_left=False)


def _sign(painter: QPainter, words: str, area: QRectF, style: Style, *, at_left: bool) -> None:
    metrics = QFontMetricsF(style.small)
    width, height = metrics.horizontalAdvance(words) + 20, metrics.height() + 6
    left = area.left() + _INSET if at_left else area.right() - _INSET - width
    sign = QRectF(left, area.center().y() - height / 2, width, height)
    painter.setPen(QPen(style.border, 1.0))
    painter.setBrush(style.window)
    painter.drawRoundedRect(sign, height / 2, height / 2)
    painter.setPen(style.text)
    painter.setFont(style.small)
    painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, words)
