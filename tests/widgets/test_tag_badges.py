"""Tag badges: tags in colours, told by words as well."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QIcon
from pytestqt.qtbot import QtBot

from explorer.model.tags import TAG_COLOURS
from explorer.theme import tag_shades, theme
from explorer.widgets.tag_badges import (
    badge_icon,
    badge_of,
    badges_size,
    colour_words,
    short_badges,
)

COLOURS = {"law": "teal", "turning point": "red"}


def test_a_chip_always_has_words(qtbot: QtBot) -> None:
    """The tag's name or its initials, with a colour or without."""
    light = theme("light")
    assert badge_of("turning point", COLOURS, light).words == "turning point"
    assert badge_of("turning point", COLOURS, light, short=True).words == "TP"
    assert badge_of("law", COLOURS, light).shade == tag_shades("light")["teal"]
    assert (badge_of("other", COLOURS, light).words, badge_of("other", COLOURS, light).shade) == (
        "other",
        "",
    )


def test_too_many_tags_are_counted(qtbot: QtBot) -> None:
    """The first ones, and how many more there are."""
    tags = ("law", "turning point", "check", "to do")
    assert [one.words for one in short_badges(tags, COLOURS, theme("dark"))] == ["La", "TP", "+2"]
    assert [one.words for one in short_badges(tags[:3], COLOURS, theme("dark"))] == [
        "La",
        "TP",
        "Ch",
    ]
    assert short_badges((), COLOURS, theme("dark")) == ()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_chip_is_drawn_in_its_shade(qtbot: QtBot, name: str) -> None:
    """In selected rows as well; a tag without a colour is an outline on the base."""
    colours = theme(name)
    size = badges_size((badge_of("law", COLOURS, colours),), QFont())
    for tag, wanted in (("law", tag_shades(name)["teal"]), ("other", colours.base)):
        made = badge_icon(badge_of(tag, COLOURS, colours), QFont(), colours)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            image = made.pixmap(size, mode).toImage()
            seen = {image.pixelColor(x, 3).name() for x in range(image.width())}
            assert QColor(wanted).name() in seen


def test_every_colour_has_a_name() -> None:
    """So has none at all."""
    names = {colour_words(one) for one in (*TAG_COLOURS, "")}
    assert len(names) == len(TAG_COLOURS) + 1
