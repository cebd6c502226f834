"""Names of tracks over their lanes in a picture."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from explorer.pictures.arranging import Arrangement
from explorer.pictures.bands import Band
from explorer.timeline.style import Style
from explorer.wording import interface_locale

translate = QCoreApplication.translate

_EDGE = 8.0
"""Px before a name, and between it and its count."""

_AGAIN = 1_600
"""Px after which a name stands once more: nobody sees all of a wide sheet at once."""


def names_of(arrangement: Arrangement, seen: range) -> str:
    """Return the first and the last of the tracks that some lanes belong to, in words."""
    bands, tops = arrangement.bands, arrangement.in_lanes.tops
    if not bands or not len(seen):
        return ""
    first, last = np.searchsorted(tops, [seen.start, seen.stop - 1], side="right").tolist()
    names = dict.fromkeys((bands[first - 1].name, bands[last - 1].name))
    return " – ".join(names)


def paint_bands(
    painter: QPainter, arrangement: Arrangement, seen: range, style: Style, width: float
) -> None:
    """Paint the names of the tracks that begin in some lanes, the first of which is at the top."""
    bands, tops = arrangement.bands, arrangement.in_lanes.tops.tolist()
    for band, top in zip(bands, tops, strict=False):
        if top in seen:
            area = QRectF(0.0, (top - seen.start) * style.lane, width, style.lane - 2)
            _paint_band(painter, band, area, style)


def _paint_band(painter: QPainter, band: Band, area: QRectF, style: Style) -> None:
    bold, small = QFontMetricsF(style.bold), QFontMetricsF(style.small)
    painter.fillRect(area, style.alternate)
    painter.fillRect(QRectF(0.0, area.top(), area.width(), 1.0), style.border)
    count = translate("Picture", "1 event")
    if band.count != 1:
        count = translate("Picture", "{count} events")
        count = count.format(count=interface_locale().toString(band.count))
    name = bold.elidedText(
        band.name,
        Qt.TextElideMode.ElideRight,
        area.width() - 3 * _EDGE - small.horizontalAdvance(count),
    )
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.setFont(style.small)
    painter.setPen(style.muted)
    beside = 2 * _EDGE + bold.horizontalAdvance(name)
    painter.drawText(area.adjusted(beside, 0, 0, 0), flags, count)
    painter.setFont(style.bold)
    painter.setPen(style.text)
    for left in range(0, max(int(area.width()) - _AGAIN // 2, 1), _AGAIN):
        painter.drawText(area.adjusted(left + _EDGE, 0, 0, 0), flags, name)
