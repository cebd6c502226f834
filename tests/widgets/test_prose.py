"""Longer texts."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from explorer.widgets.prose import Prose

MARKUP = "<b>bold</b> & <img src='file:///etc/passwd'>"


def test_prose_shows_markup_as_written(qtbot: QtBot) -> None:
    """A text is inserted as plain text, so nothing in it is drawn or fetched."""
    prose = Prose(MARKUP)
    qtbot.addWidget(prose)
    assert prose.toPlainText() == MARKUP


def test_prose_is_as_tall_as_its_words(qtbot: QtBot) -> None:
    """Half the width takes about twice the height."""
    prose = Prose("word " * 200)
    qtbot.addWidget(prose)
    assert 1.7 < prose.heightForWidth(200) / prose.heightForWidth(400) < 2.5
