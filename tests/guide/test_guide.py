"""The guide, the help and the news, as somebody new to the program meets them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from explorer import __version__
from explorer.guide.bubble import Bubble
from explorer.guide.pages import PagesDialog
from explorer.theme import theme
from tests.whole_window import Person

Key = Qt.Key


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """A person before the screen."""
    someone = Person(qtbot, home)
    someone.launch()
    yield someone
    someone.window.close()
    someone.forget()


def bubble(person: Person) -> Bubble:
    """Return the bubble on the window."""
    assert person.window.guide is not None
    return person.window.guide.bubble


def test_the_first_start_begins_with_the_guide(person: Person) -> None:
    """Once, and never again at this version; after an update a line says where the news are."""
    person.window.welcome()
    person.qtbot.waitUntil(lambda: person.window.guide is not None)
    person.key(Key.Key_Escape)
    assert person.window.guide is None
    person.window.welcome()
    person.qtbot.wait(700)
    assert person.window.guide is None
    person.window.settings.setValue("version", "0.0.1")
    person.window.welcome()
    assert f"Quoteline {__version__}" in person.window.statusBar().currentMessage()
    assert person.window.guide is None


def test_the_guide_leads_through_the_window(person: Person) -> None:
    """Enter goes on, Left goes back, the last button ends it and gives the keyboard back."""
    person.window.timeline.setFocus()
    person.window.action("guide").trigger()
    titles = [bubble(person).title.text()]
    for _ in range(4):
        person.key(Key.Key_Right)
        titles.append(bubble(person).title.text())
    assert len(set(titles)) == 5
    assert not bubble(person).skip.isVisible()
    person.key(Key.Key_Left)
    assert bubble(person).title.text() == titles[-2]
    person.key(Key.Key_Right)
    person.click(bubble(person).onward)
    assert person.window.guide is None
    assert QApplication.focusWidget() is person.window.timeline
    assert person.window.findChildren(Bubble) == []


def test_the_window_works_under_the_guide(person: Person) -> None:
    """A click goes through to the timeline, so that one can try what one reads."""
    person.window.action("guide").trigger()
    person.click_on_timeline("collective-security-treaty-1992")
    assert person.window.session.picked_events()
    assert person.window.guide is not None


def test_the_bubble_stays_on_the_window(person: Person) -> None:
    """At every stop and in the least size it is whole within the window."""
    person.window.resize(1024, 700)
    person.window.action("guide").trigger()
    for _ in range(5):
        shown = bubble(person)
        assert person.window.rect().contains(shown.geometry())
        assert shown.text.heightForWidth(shown.text.width()) <= shown.text.height()
        if shown.skip.isVisible():
            person.key(Key.Key_Right)


def test_a_bubble_finds_a_free_side(qtbot: QtBot, person: Person) -> None:
    """It stands right of its place, or left of it where there is no room."""
    made = Bubble(theme("light"), person.window)
    made.stand_beside(QRect(QPoint(0, 0), QPoint(300, 900)), person.window.size())
    assert made.x() > 300
    made.stand_beside(QRect(QPoint(1300, 0), QPoint(1599, 900)), person.window.size())
    assert made.geometry().right() < 1300


def test_help_is_read_and_searched(person: Person) -> None:
    """F1 opens it; its headings lead to their places; words are found one after the other."""
    person.key(Key.Key_F1)
    dialog = person.window.findChild(PagesDialog)
    assert dialog is not None
    dialog.resize(700, 400)
    person.settle()
    last = dialog.headings.item(dialog.headings.count() - 1)
    person.click(dialog.headings.viewport(), dialog.headings.visualItemRect(last).center())
    assert dialog.text.verticalScrollBar().value() > 0
    dialog.search.setFocus()
    person.qtbot.keyClicks(dialog.search, "journal")
    assert dialog.text.textCursor().selectedText() == "journal"
    first = dialog.text.textCursor().position()
    person.qtbot.keyClicks(dialog.search, "\b\b\b\b\b\b\bpassage")
    again = dialog.text.textCursor().position()
    person.qtbot.keyClick(dialog.search, Key.Key_Return)
    assert again != first
    assert dialog.text.textCursor().position() > again
    dialog.close()


def test_the_help_names_what_the_menus_have(person: Person) -> None:
    """Every menu entry that the help names in italics exists under that name."""
    page = (Path(__file__).parents[2] / "resources" / "help" / "en.md").read_text(encoding="utf-8")
    words = " ".join(page.replace("\n  ", " ").split())
    named = {part.split(" > ")[1] for part in words.split("*") if " > " in part}
    entries = {
        action.text().replace("&", "").removesuffix("…")
        for menu in person.window.menus.values()
        for action in menu.actions()
    }
    assert named
    assert named <= entries


def test_the_news_are_those_of_the_changelog(person: Person) -> None:
    """What's new shows the versions that the changelog lists."""
    person.window.action("news").trigger()
    dialog = person.window.findChild(PagesDialog)
    assert dialog is not None
    heads = [dialog.headings.item(n).text().strip() for n in range(dialog.headings.count())]
    assert heads[0] == "Changelog"
    assert len(heads) > 1
    close = dialog.findChild(QPushButton)
    assert close is not None
    person.click(close)
    assert not dialog.isVisible()
