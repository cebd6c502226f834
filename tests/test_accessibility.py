"""What screen readers find in the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from explorer.analysing import ANALYSIS
from explorer.model.selection import ActorSelected, current_event
from tests.whole_window import Person

Role = QAccessible.Role
Key = Qt.Key

NAMED = {
    *(Role.Button, Role.PushButton, Role.CheckBox, Role.RadioButton, Role.ComboBox),
    *(Role.EditableText, Role.List, Role.Table, Role.Tree, Role.Slider, Role.SpinBox),
    *(Role.PageTab, Role.MenuItem, Role.Link, Role.ButtonMenu, Role.ButtonDropDown),
}
"""Roles of what can be pressed, filled or walked through: nameless, nobody knows what it is."""


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """A person before the screen with every panel open."""
    someone = Person(qtbot, home)
    someone.launch()
    yield someone
    someone.window.close()
    someone.forget()


def walk(
    found: QAccessibleInterface, path: str = "", depth: int = 0
) -> Iterator[tuple[str, QAccessibleInterface]]:
    """Go through what is visible below an interface; cells of tables are not entered."""
    if found is None or not found.isValid() or found.state().invisible:
        return
    here = f"{path}/{found.role().name}:{found.text(QAccessible.Text.Name)[:30]}"
    yield here, found
    if depth < 30 and found.role() not in (Role.Table, Role.Tree):
        for number in range(found.childCount()):
            yield from walk(found.child(number), here, depth + 1)


def nameless(person: Person) -> list[str]:
    """Return the places of what can be used and has no name."""
    root = QAccessible.queryAccessibleInterface(person.window)
    return [
        path
        for path, one in walk(root)
        if one.role() in NAMED and not one.text(QAccessible.Text.Name).strip() and not _is_part(one)
    ]


def _is_part(one: QAccessibleInterface) -> bool:
    """Tell whether it is a part of something named, as the buttons of a scroll bar are."""
    above = one.parent()
    return above is not None and above.role() in (
        *(Role.ScrollBar, Role.ComboBox, Role.SpinBox, Role.EditableText, Role.TitleBar),
    )


def test_all_that_can_be_used_has_a_name(person: Person) -> None:
    """In the window with an event shown, an actor shown, and every panel open."""
    person.window.session.select_event("armenia-appeals-2016-04")
    person.settle()
    assert nameless(person) == []
    person.window.session.select(ActorSelected("armenia"))
    for name in ANALYSIS:
        person.window.docks[name].show()
        person.window.docks[name].raise_()
        person.settle()
        assert nameless(person) == [], name


def test_the_timeline_tells_what_is_drawn_on_it(person: Person) -> None:
    """Its children are the events and clusters in sight, in the order of time, with their dates."""
    timeline = QAccessible.queryAccessibleInterface(person.window.timeline)
    assert timeline.role() == Role.List
    children = [timeline.child(number) for number in range(timeline.childCount())]
    names = [one.text(QAccessible.Text.Name) for one in children]
    assert "The Collective Security Treaty is concluded, 15 May 1992" in names or any(
        name.startswith("The Collective Security Treaty is concluded, ") for name in names
    )
    assert any(name.endswith("events together") for name in names)
    lefts = [one.rect().left() for one in children]
    assert lefts == sorted(lefts)
    view = person.window.timeline
    for one in children:
        middle = view.viewport().mapFromGlobal(one.rect().center())
        assert view.viewport().rect().adjusted(-2000, -40, 2000, 40).contains(middle)
    before = timeline.childCount()
    person.window.session.zoom(6)
    assert timeline.childCount() != before


def test_the_event_under_the_keyboard_is_told(person: Person) -> None:
    """The current event's child is selected and focused, and no other."""
    person.window.timeline.setFocus()
    person.key(Key.Key_Home)
    event = current_event(person.window.session.selection)
    timeline = QAccessible.queryAccessibleInterface(person.window.timeline)
    children = [timeline.child(number) for number in range(timeline.childCount())]
    focused = [one for one in children if one.state().focused]
    assert [one.state().selected for one in focused] == [True]
    title = person.window.session.chronicle.event[event].title
    assert focused[0].text(QAccessible.Text.Name).startswith(title)
    assert focused[0].parent().text(QAccessible.Text.Name) == "Timeline"
    spot = focused[0].rect().center()
    assert timeline.childAt(spot.x(), spot.y()) is not None
