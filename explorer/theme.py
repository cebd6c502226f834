"""Colours, palette and icons by role, in a light and a dark theme."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.model.tags import TAG_COLOURS
from explorer.store.folders import resource

_ROLES = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "base"),
    (QPalette.ColorRole.AlternateBase, "alternate"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "window"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "danger"),
    (QPalette.ColorRole.ToolTipBase, "base"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Highlight, "selection"),
    (QPalette.ColorRole.HighlightedText, "selected_text"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Light, "base"),
    (QPalette.ColorRole.Midlight, "alternate"),
    (QPalette.ColorRole.Mid, "border"),
    (QPalette.ColorRole.Dark, "border"),
    (QPalette.ColorRole.Shadow, "border"),
)
_FAINT = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme as `#RRGGBB`, named by what they are for."""

    name: str
    window: str
    base: str
    alternate: str
    text: str
    muted: str
    border: str
    accent: str
    selection: str
    selected_text: str
    hover: str
    warning: str
    danger: str
    good: str
    highlight: str
    brief: str

    @property
    def is_dark(self) -> bool:
        """Tell whether this is the dark theme."""
        return self.name == "dark"


def theme(name: str) -> Theme:
    """Return the theme `light` or `dark` from the resources.

    Raises QuotelineError when the theme file lacks it or one of its colours.
    """
    path = resource("theme.toml")
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        return Theme(name=name, **tables[name])
    except (KeyError, TypeError) as error:
        raise QuotelineError(
            said(
                "{path}: the theme '{name}' is not complete ({reason}).",
                path=path,
                name=name,
                reason=error,
            )
        ) from error


@cache
def tag_shades(name: str) -> Mapping[str, str]:
    """Return the shades of tags (#RRGGBB) in the theme `light` or `dark`, by their colours."""
    path = resource("theme.toml")
    shades = tomllib.loads(path.read_text(encoding="utf-8")).get("tags", {}).get(name, {})
    if set(shades) != set(TAG_COLOURS):
        raise QuotelineError(
            said(
                "{path}: the theme '{name}' lacks shades of tags, or has others.",
                path=path,
                name=name,
            )
        )
    return MappingProxyType(shades)


def palette(colours: Theme) -> QPalette:
    """Return the palette of a theme; Qt's own colour scheme call does nothing on plain X11."""
    made = QPalette()
    for role, name in _ROLES:
        made.setColor(role, QColor(getattr(colours, name)))
    for role in _FAINT:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    inactive = QColor(colours.selection)
    made.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, inactive)
    return made


def icon(name: str, colours: Theme) -> QIcon:
    """Return an icon of the resources, drawn in the theme's text colour at several sizes."""
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, colours.text), (QIcon.Mode.Disabled, colours.muted)):
        tinted = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
        for size in (16, 24, 32, 48):
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            tinted.render(painter, QRectF(0, 0, size, size))
            painter.end()
            made.addPixmap(pixmap, mode)
    return made
