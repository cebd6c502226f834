"""The palette on the window, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.collected.panel import CollectionsPanel
from explorer.model.filters import Filters
from explorer.model.roll import Roll
from explorer.model.selection import ActorSelected, NoSelection, PassageSelected, current_event
from explorer.palette.entries import entries_of
from explorer.palette.palette import Palette
from tests.whole_window import Person, open_rolled

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """A person before the screen."""
    someone = Person(qtbot, home)
    someone.launch()
    yield someone
    someone.window.close()
    someone.forget()


def take(person: Person, typed: str, down: int = 0) -> None:
    """Open the palette, type, go down some rows and press Enter."""
    person.window.activateWindow()
    person.qtbot.waitUntil(person.window.isActiveWindow)
    person.key(Key.Key_K, CTRL)
    palette = person.window.findChildren(Palette)[-1]
    if typed.isascii():
        person.qtbot.keyClicks(palette.field, typed)
    else:
        palette.field.insert(typed)  # Qt's test keys type Latin letters only
    for _ in range(down):
        person.qtbot.keyClick(palette.field, Key.Key_Down)
    person.qtbot.keyClick(palette.field, Key.Key_Return)
    person.settle()
    assert not person.window.findChildren(Palette)


def test_an_event_an_actor_and_an_article_are_gone_to(person: Person) -> None:
    """Each is shown where it belongs."""
    session = person.window.session
    take(person, "armenia turns russia csto")
    assert current_event(session.selection) == "armenia-appeals-2016-04"
    take(person, "лукашенко")
    assert session.selection == ActorSelected("lukashenko")
    take(person, "fair-weather")
    assert person.window.quotes.article_view.isVisible()


def test_actions_are_done_and_remembered(person: Person) -> None:
    """The dark theme is put on; next time it is the first offered."""
    take(person, "dark theme")
    assert person.window.colours.is_dark
    take(person, "")
    assert not person.window.colours.is_dark


def test_a_saved_view_is_restored(person: Person) -> None:
    """By its name, its keys being those of any other entry."""
    session = person.window.session
    session.zoom(4)
    session.save_view("The eve of war")
    wanted = session.viewport
    session.fit_all()
    take(person, "eve of")
    assert session.viewport == wanted


def test_the_keyboard_stays_in_the_field(person: Person) -> None:
    """Arrows go through the rows and stop at the ends; a click takes a row; Escape takes none."""
    person.key(Key.Key_K, CTRL)
    palette = person.window.findChildren(Palette)[-1]
    person.qtbot.keyClicks(palette.field, "csto")
    person.qtbot.keyClick(palette.field, Key.Key_Up)
    assert palette.rows.currentIndex().row() == 0
    person.qtbot.keyClick(palette.field, Key.Key_PageDown)
    assert palette.rows.currentIndex().row() == 10
    palette.field.selectAll()
    person.qtbot.keyClicks(palette.field, "qqqqqq")
    assert palette.nothing.isVisible()
    person.qtbot.keyClick(palette.field, Key.Key_Return)
    assert palette.isVisible()
    person.qtbot.keyClick(palette.field, Key.Key_Escape)
    person.settle()
    assert not person.window.findChildren(Palette)
    assert not isinstance(person.window.session.selection, PassageSelected)


def test_a_saved_search_a_tag_and_a_collection_are_gone_to(person: Person) -> None:
    """A search is made again where one is, a tag becomes one, a collection is shown."""
    session = person.window.session
    session.zoom(4)
    here = session.viewport
    session.set_filters(Filters(text="summit"))
    session.save_search("Where they met")
    session.set_filters(Filters())
    take(person, "where they")
    assert session.filters == Filters(text="summit")
    event = session.visible_events()[0].id
    session.toggle_bookmark(event)
    session.set_bookmark_tags(event, ("to check",))
    session.collect("Chapter two", [event])
    session.collect("Chapter one")
    take(person, "to check")
    assert session.filters == Filters(text='tag:"to check"')
    assert [one.id for one in session.visible_events()] == [event]
    take(person, "chapter two")
    panel = person.window.docks["collections"].widget()
    assert isinstance(panel, CollectionsPanel)
    assert panel.isVisible()
    assert panel.name == "Chapter two"
    assert session.viewport == here


def test_tags_of_the_chronicle_and_tags_with_quotes_are_looked_for(person: Person) -> None:
    """A tag of the evidence is found as one of the reader's is, whatever signs it is made of."""
    session = person.window.session
    take(person, "april-2016")
    assert session.filters == Filters(text="tag:april-2016")
    found = {one.id for one in session.visible_events()}
    assert found == {one.id for one in session.chronicle.events if "april-2016" in one.tags}
    assert found
    session.set_filters(Filters())
    event = session.chronicle.events[0].id
    session.toggle_bookmark(event)
    session.set_bookmark_tags(event, ('the "no" of 2022',))
    take(person, "no of 2022")
    assert [one.id for one in session.visible_events()] == [event]
    assert person.window.events.unread.isHidden()


def test_of_very_many_events_those_that_fit_are_found(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where events are decoded one by one, typing finds them, and none is decoded before."""
    open_rolled(monkeypatch)
    person = Person(qtbot, home)
    person.launch()
    session = person.window.session
    assert isinstance(session.chronicle.events, Roll)
    assert not [one for one in entries_of(session, {}, ()) if one.kind == "event"]
    take(person, "armenia turns russia csto")
    assert current_event(session.selection) == "armenia-appeals-2016-04"
    session.select(NoSelection())
    take(person, "")
    assert current_event(session.selection) == "armenia-appeals-2016-04"
    person.window.close()
    person.forget()
