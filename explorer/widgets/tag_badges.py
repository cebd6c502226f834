"""Tag badges: tags as rounded words in their colours; the words are there whatever the colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen, QPixmap

from explorer.model.tags import initials
from explorer.theme import Theme, tag_shades
from explorer.widgets.text import styled

_PAD = 6
_GAP = 4
_SCALE = 0.86


@dataclass(frozen=True, slots=True)
class TagBadge:
    """The words of a badge and its shade as `#RRGGBB`; without one it is an outline."""

    words: str
    shade: str = ""


def badge_of(
    tag: str, colours: Mapping[str, str], theme: Theme, *, short: bool = False
) -> TagBadge:
    """Return a tag as a badge, its initials alone where it is to be short."""
    shade = tag_shades(theme.name).get(colours.get(tag, ""), "")
    return TagBadge(initials(tag) if short else tag, shade)


def short_badges(
    tags: Sequence[str], colours: Mapping[str, str], theme: Theme, most: int = 3
) -> tuple[TagBadge, ...]:
    """Return the initials of tags as badges; where they are too many, how many more there are."""
    kept = tags if len(tags) <= most else tags[: most - 1]
    badges = tuple(badge_of(one, colours, theme, short=True) for one in kept)
    return badges if len(kept) == len(tags) else (*badges, TagBadge(f"+{len(tags) - len(kept)}"))


def badges_size(badges: Sequence[TagBadge], font: QFont) -> QSize:
    """Return the room that badges take side by side."""
    metrics = QFontMetrics(_small(font))
    widths = [_width(one, metrics) for one in badges]
    return QSize(sum(widths) + _GAP * max(0, len(widths) - 1), metrics.height() + 2)


def paint_badges(
    painter: QPainter, area: QRectF, badges: Sequence[TagBadge], font: QFont, theme: Theme
) -> None:
    """Paint badges side by side from the left of an area, in its middle; none beyond its end."""
    small = _small(font)
    metrics = QFontMetrics(small)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(small)
    height = metrics.height() + 2.0
    left, top = area.left(), area.center().y() - height / 2
    for badge in badges:
        width = min(float(_width(badge, metrics)), area.right() - left)
        if width < 3 * _PAD:
            break
        spot = QRectF(left, top, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.base if badge.shade else theme.muted), 1.0))
        painter.setBrush(QColor(badge.shade or theme.base))
        painter.drawRoundedRect(spot, height / 2.5, height / 2.5)
        painter.setPen(QColor(theme.base if badge.shade else theme.text))
        room = int(width) - 2 * _PAD + 2
        words = metrics.elidedText(badge.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, words)
        left += width + _GAP
    painter.restore()


def badge_icon(badge: TagBadge, font: QFont, theme: Theme) -> QIcon:
    """Return a badge as an icon that looks alike in selected rows."""
    size = badges_size((badge,), font)
    made = QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_badges(painter, QRectF(0, 0, size.width(), size.height()), (badge,), font, theme)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Disabled):
            made.addPixmap(pixmap, mode)
    return made


def colour_words(colour: str) -> str:
    """Return the name of a tag's colour in the reader's language."""
    translate = QCoreApplication.translate
    return {
        "red": translate("Tags", "Red"),
        "orange": translate("Tags", "Orange"),
        "gold": translate("Tags", "Gold"),
        "green": translate("Tags", "Green"),
        "teal": translate("Tags", "Teal"),
        "blue": translate("Tags", "Blue"),
        "purple": translate("Tags", "Purple"),
        "pink": translate("Tags", "Pink"),
        "brown": translate("Tags", "Brown"),
    }.get(colour, translate("Tags", "No colour"))


def _small(font: QFont) -> QFont:
    return styled(font, scale=_SCALE, bold=True)


def _width(badge: TagBadge, metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance(badge.words) + 2 * _PAD
