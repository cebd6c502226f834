"""Icons for cells: the shapes of quad classes, and drawings that look alike in selected rows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from explorer.model.codebook import Quad
from explorer.theme import Theme, icon
from explorer.widgets.boxes import TypeMark

_SIDE = 12


def plain_icon(name: str, theme: Theme, colour: str) -> QIcon:
    """Return an icon of the resources in a colour (#RRGGBB) that it keeps in selected rows."""
    made = icon(name, replace(theme, text=colour))
    for size in made.availableSizes():
        made.addPixmap(made.pixmap(size), QIcon.Mode.Selected)
    return made


def quad_icon(quad: Quad, theme: Theme) -> QIcon:
    """Return the shape of a quad class in the theme's colour, the same that other panels draw."""
    made = QIcon()
    mark = TypeMark(quad, theme, _SIDE)
    for ratio in (1, 2, 3):
        pixmap = QPixmap(_SIDE * ratio, _SIDE * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        mark.render(pixmap, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            made.addPixmap(pixmap, mode)
    mark.deleteLater()
    return made
