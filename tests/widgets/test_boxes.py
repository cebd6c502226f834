"""Boxes, badges, icons and the shapes of types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from explorer.model.codebook import Quad
from explorer.theme import theme
from explorer.widgets.boxes import Badge, TypeMark, drawn_icon, quad_colour, tool_button


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_type_has_the_colour_of_its_quad_in_the_theme(name: str) -> None:
    """Each theme has its own tone."""
    quad = Quad("q", "Q", "#111111", "#eeeeee", "square")
    assert quad_colour(quad, theme(name)) == {"light": "#111111", "dark": "#eeeeee"}[name]


def test_each_shape_is_drawn_apart(qtbot: QtBot) -> None:
    """The four shapes differ in the picture, so that colour is not all there is."""
    pictures = []
    for shape in ("circle", "square", "triangle", "diamond"):
        mark = TypeMark(Quad("q", "Q", "#112233", "#112233", shape), theme("light"), 24)
        qtbot.addWidget(mark)
        image = mark.grab().toImage()
        pictures.append(
            tuple(image.pixelColor(x, y).name() == "#112233" for x in range(24) for y in range(24))
        )
    assert len(set(pictures)) == 4


def test_an_icon_is_the_same_from_the_cache(qtbot: QtBot) -> None:
    """The second icon of a name, taken from the cache, looks like the first, at every size."""
    first, second = (drawn_icon("star", theme("light")) for _ in range(2))
    for side in (16, 24, 32, 48):
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            pictures = [
                one.pixmap(QSize(side, side), 1.0, mode).toImage() for one in (first, second)
            ]
            assert pictures[0] == pictures[1]
            assert not pictures[0].isNull()
    dark = drawn_icon("star", theme("dark")).pixmap(QSize(16, 16)).toImage()
    assert dark != first.pixmap(QSize(16, 16)).toImage()


def test_a_badge_and_a_button_can_be_read_aloud(qtbot: QtBot) -> None:
    """Both have accessible names; the badge's tells the sentence behind the word."""
    badge, button = (
        Badge("Exact", "#000000", "Checked."),
        tool_button("Copy", "copy", theme("light")),
    )
    for one in (badge, button):
        qtbot.addWidget(one)
    assert badge.accessibleName() == "Exact. Checked."
    assert button.accessibleName() == "Copy"
