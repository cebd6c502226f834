"""The two themes: complete, readable, and really worn."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from explorer.model.codebook import read_codebook
from explorer.model.errors import QuotelineError
from explorer.model.tags import TAG_COLOURS
from explorer.store.folders import resource
from explorer.theme import icon, palette, tag_shades, theme


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB` (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "danger", "good", "warning"])
@pytest.mark.parametrize("paper", ["window", "base", "alternate", "brief"])
def test_words_can_be_read_on_every_ground(name: str, ink: str, paper: str) -> None:
    """Text of every role has a contrast of at least 4.5 to 1 on every ground."""
    colours = theme(name)
    assert contrast(getattr(colours, ink), getattr(colours, paper)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_selected_and_highlighted_words_can_be_read(name: str) -> None:
    """A selected row and a highlighted quote keep a contrast of at least 4.5 to 1."""
    colours = theme(name)
    assert contrast(colours.selected_text, colours.selection) >= 4.5
    assert contrast(colours.text, colours.highlight) >= 4.5
    assert contrast(colours.text, colours.hover) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_marks_stand_out_from_the_timeline(name: str) -> None:
    """The colour of every quad class has a contrast of at least 3 to 1 on the timeline."""
    codebook = read_codebook(resource("codebook.toml").read_text(encoding="utf-8"), "codebook")
    ground = theme(name).base
    for quad in codebook.quads.values():
        assert contrast(quad.dark if name == "dark" else quad.colour, ground) >= 3.0, quad.id


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("colour", TAG_COLOURS)
def test_tags_stand_out_and_their_letters_can_be_read(name: str, colour: str) -> None:
    """A shade has at least 3 to 1 on every ground, and its letters, in the base, 4.5 to 1 on it."""
    colours, shade = theme(name), tag_shades(name)[colour]
    for ground in ("window", "base", "alternate", "brief", "selection", "hover"):
        assert contrast(shade, getattr(colours, ground)) >= 3.0, ground
    assert contrast(colours.base, shade) >= 4.5


def test_the_palette_wears_the_theme(qtbot: QtBot) -> None:
    """The palette's roles are the theme's colours."""
    dark = theme("dark")
    made = palette(dark)
    assert made.color(QPalette.ColorRole.Window).name().upper() == dark.window
    assert made.color(QPalette.ColorRole.Text).name().upper() == dark.text


def test_icons_are_drawn_in_the_themes_text_colour(qtbot: QtBot) -> None:
    """An icon on dark is light: its darkest drawn pixel has the text's colour."""
    dark = theme("dark")
    image = icon("star-filled", dark).pixmap(32, 32).toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2).name().upper() == dark.text


def test_an_unknown_theme_is_refused_by_name() -> None:
    """The message names the theme that the file lacks."""
    with pytest.raises(QuotelineError, match="'sepia'"):
        theme("sepia")
    with pytest.raises(QuotelineError, match="'sepia'"):
        tag_shades("sepia")
