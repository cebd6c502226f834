"""The shape and colour of a quad class as an icon for cells and menus."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from explorer.model.codebook import Quad
from explorer.theme import Theme
from explorer.widgets.boxes import TypeMark

_SIDE = 12


def quad_icon(quad: Quad, theme: Theme) -> QIcon:
    """Return the shape of a quad class in the theme's colour, the same that other panels draw."""
    made = QIcon()
    mark = TypeMark(quad, theme, _SIDE)
    for ratio in (1, 2, 3):
        pixmap = QPixmap(_SIDE * ratio, _SIDE * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        mark.render(pixmap, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        made.addPixmap(pixmap)
    mark.deleteLater()
    return made
