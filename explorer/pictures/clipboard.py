"""Clipboard: the part of the timeline that is on screen, with a line that says what it is."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QAbstractScrollArea

from explorer.pictures.subject import span_words
from explorer.session.session import Session
from explorer.theme import Theme

_RING = 2
"""Px that the focus ring takes up at each edge."""

_PAD = 8.0


def copy_view(view: QAbstractScrollArea, session: Session, colours: Theme) -> None:
    """Put what the timeline shows on the clipboard, its title and its days below it."""
    QGuiApplication.clipboard().setImage(picture_of(view, session, colours))


def picture_of(view: QAbstractScrollArea, session: Session, colours: Theme) -> QImage:
    """Return what the timeline shows, without its focus ring, with a line of words below."""
    viewport = view.viewport()
    area = viewport.rect().marginsRemoved(QMargins(_RING, _RING, _RING, _RING))
    shown = viewport.grab(area)
    ratio = shown.devicePixelRatio()
    metrics = QFontMetricsF(view.font())
    line = metrics.height() + _PAD
    width, height = shown.deviceIndependentSize().toTuple()
    image = QImage(shown.width(), shown.height() + round(line * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(colours.window))
    painter = QPainter(image)
    painter.drawPixmap(QPointF(0, 0), shown)
    painter.fillRect(QRectF(0, height, width, 1), QColor(colours.border))
    painter.setFont(view.font())
    painter.setPen(QColor(colours.muted))
    days = span_words(session.viewport.start, session.viewport.end)
    words = " · ".join((session.chronicle.title, days))
    painter.drawText(QPointF(_PAD, height + _PAD / 2 + metrics.ascent()), words)
    painter.end()
    return image
