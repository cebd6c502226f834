"""Texts from files as widgets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from explorer.widgets.text import Label, Link, Words, breakable, plain_tip

MARKUP = "<b>bold</b> & <img src='file:///etc/passwd'>"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_link_is_followed_by_key(qtbot: QtBot, key: Qt.Key) -> None:
    """Enter and Space press a link, which tells its target."""
    link = Link("Go", "#0000ff", "there")
    qtbot.addWidget(link)
    with qtbot.waitSignal(link.followed) as followed:
        qtbot.keyClick(link, key)
    assert followed.args == ["there"]


def test_a_link_is_followed_by_click(qtbot: QtBot) -> None:
    """A click presses a link once."""
    link = Link("Go", "#0000ff", "there")
    qtbot.addWidget(link)
    told: list[str] = []
    link.followed.connect(told.append)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert told == ["there"]


def test_an_ampersand_in_a_link_is_no_shortcut(qtbot: QtBot) -> None:
    """A name with an ampersand gives no Alt key and is called by its full name."""
    link = Link("Rock &Roll", "#0000ff")
    qtbot.addWidget(link)
    assert link.shortcut() == QKeySequence()
    assert link.accessibleName() == "Rock &Roll"


def test_a_link_wraps_where_it_is_narrow(qtbot: QtBot) -> None:
    """A long title takes several lines, and even one endless word is broken."""
    link = Link("a long title of many words " * 4, "#0000ff")
    endless = Link("x" * 200, "#0000ff")
    for one in (link, endless):
        qtbot.addWidget(one)
        assert one.heightForWidth(100) > 2 * one.heightForWidth(5_000)


def test_a_label_shows_markup_as_written(qtbot: QtBot) -> None:
    """A label never guesses that its text is HTML."""
    label = Label(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.accessibleName() == MARKUP


def test_a_label_never_asks_for_width(qtbot: QtBot) -> None:
    """An endless word can be broken, so that a narrow panel stays narrow."""
    label = Label("x" * 300)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 60


def test_words_ask_for_one_line(qtbot: QtBot) -> None:
    """In a flow a label asks for the width of its words."""
    words = Words("some time between August and December 2024")
    qtbot.addWidget(words)
    assert words.sizeHint().width() >= words.fontMetrics().horizontalAdvance(words.text())


def test_only_long_words_get_places_to_break() -> None:
    """Ordinary words stay as they are."""
    assert breakable("an ordinary sentence") == "an ordinary sentence"
    assert breakable("x" * 30).replace("\u200b", "") == "x" * 30
    assert len(breakable("x" * 30)) == 59


def test_a_tip_shows_markup_as_written() -> None:
    """What looks like HTML is escaped in a tool tip."""
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img" in plain_tip(MARKUP)
    assert plain_tip("") == ""
