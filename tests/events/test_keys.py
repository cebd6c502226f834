"""The events list by keyboard and by star, and what filters leave out of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from explorer.events.chips import Chip
from explorer.events.choices import Choice, ChoiceModel
from explorer.events.columns import Column
from explorer.events.panel import EventsPanel
from explorer.model.filters import Filters
from explorer.model.selection import ActorSelected, EventsSelected, NoSelection, one_event
from explorer.session.session import Session
from explorer.theme import palette, tag_shades, theme

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def place(panel: EventsPanel, row: int, column: Column = Column.TITLE) -> QPoint:
    """Return the middle of a cell."""
    return panel.table.visualRect(panel.table.model().index(row, column)).center()


def selected(panel: EventsPanel) -> list[int]:
    """Return the rows that are selected."""
    return sorted(index.row() for index in panel.table.selectionModel().selectedRows())


def visible_chips(panel: EventsPanel) -> list[Chip]:
    """Return the chips on screen, once Qt has put them there."""
    QTest.qWait(20)
    return [one for one in panel.findChildren(Chip) if one.isVisible()]


def test_shift_and_arrows_stretch_the_selection(session: Session, panel: EventsPanel) -> None:
    """Both rows are selected, and the one reached last is the current one."""
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=place(panel, 0))
    QTest.keyClick(panel.table, Key.Key_Down, SHIFT)
    assert session.selection == EventsSelected(("treaty", "appeal"), "appeal")


def test_a_selection_is_told_once(qtbot: QtBot, session: Session, panel: EventsPanel) -> None:
    """A click does not go back and forth between list and session."""
    told: list[object] = []
    session.selection_changed.connect(told.append)
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=place(panel, 2))
    assert told == [one_event("truce")]


def test_selected_events_stay_selected_when_the_order_changes(
    session: Session, panel: EventsPanel
) -> None:
    """Sorting by another column and filtering move the rows, not the selection."""
    session.select(EventsSelected(("treaty", "border"), "border"))
    panel.table.sortByColumn(Column.TITLE, Qt.SortOrder.AscendingOrder)
    assert selected(panel) == [2, 3]
    session.set_filters(Filters(text="border"))
    assert selected(panel) == [0]
    assert session.selection == EventsSelected(("treaty", "border"), "border")


def test_filtering_out_the_selected_event_is_said(session: Session, panel: EventsPanel) -> None:
    """The selection outlives the filter, and the count line tells that it is hidden."""
    session.select_event("treaty")
    session.set_filters(Filters(actors=frozenset({"azerbaijan"})))
    assert session.selection == one_event("treaty")
    assert "2 of 4" in panel.count.text()
    assert "filtered out" in panel.count.text()


def test_a_click_comes_back_from_an_actor_to_its_event(
    session: Session, panel: EventsPanel
) -> None:
    """A row that is selected already still answers a click."""
    session.select(ActorSelected("armenia", "appeal"))
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=place(panel, 1))
    assert session.selection == one_event("appeal")


def test_a_star_leaves_the_selection_alone(session: Session, panel: EventsPanel) -> None:
    """Two quick presses mark and unmark, and neither selects nor reveals."""
    session.select_event("border")
    viewport = session.viewport
    spot = place(panel, 0, Column.STAR)
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=spot)
    assert "treaty" in session.workspace.bookmark
    QTest.mouseDClick(panel.table.viewport(), LEFT, pos=spot)
    assert session.selection == one_event("border")
    assert session.viewport == viewport


def test_escape_empties_the_search_first(
    qtbot: QtBot, session: Session, panel: EventsPanel
) -> None:
    """Esc in the box clears the words and leaves the selection."""
    session.select_event("truce")
    panel.focus_search()
    QTest.keyClicks(panel.search, "truce")
    QTest.keyClick(panel.search, Key.Key_Escape)
    assert panel.search.text() == ""
    assert session.selection == one_event("truce")


def test_enter_searches_at_once_and_goes_to_the_rows(session: Session, panel: EventsPanel) -> None:
    """Enter waits for nothing and selects the first hit."""
    panel.focus_search()
    QTest.keyClicks(panel.search, "csto")
    QTest.keyClick(panel.search, Key.Key_Return)
    assert session.filters.text == "csto"
    assert session.selection == one_event("appeal")


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Return, Key.Key_Space])
def test_a_chip_goes_by_key_and_hands_the_keyboard_on(
    session: Session, panel: EventsPanel, key: Qt.Key
) -> None:
    """The next chip gets the keyboard, the search box when none is left."""
    session.set_filters(Filters(types=frozenset({"AGREE", "REQUEST"})))
    panel.activateWindow()
    first, second = visible_chips(panel)
    first.setFocus()
    QTest.keyClick(first, key)
    (left,) = visible_chips(panel)
    assert left.words == second.words
    assert left.hasFocus()
    QTest.keyClick(left, key)
    assert session.filters == Filters()
    assert panel.search.hasFocus()


def test_many_values_of_one_kind_share_a_chip(session: Session, panel: EventsPanel) -> None:
    """Five types stand as a number, and the chip takes all of them away."""
    names = list(session.codebook.types)[:5]
    session.set_filters(Filters(types=frozenset(names), bookmarked_only=True))
    chips = visible_chips(panel)
    assert len(chips) == 2
    assert "5" in chips[0].words
    QTest.mouseClick(chips[0], LEFT)
    assert session.filters == Filters(bookmarked_only=True)


def test_what_the_timeline_shows_can_be_taken_for_a_range(
    session: Session, panel: EventsPanel
) -> None:
    """The days on screen become the filter and stand in the fields."""
    session.show(session.viewport.zoomed(0.1, session.viewport.centre))
    QTest.mouseClick(panel.bar.time_button, LEFT)
    QTest.mouseClick(panel.bar.time.on_screen, LEFT)
    first, last = session.filters.first_day, session.filters.last_day
    assert first is not None
    assert last is not None
    assert first * 86_400 <= session.viewport.start
    assert (last + 1) * 86_400 >= session.viewport.end
    assert panel.bar.time.start.text() != ""
    panel.bar.time.close()


def test_a_range_that_runs_backward_is_told(qtbot: QtBot, panel: EventsPanel) -> None:
    """The later field says that it lies before the start."""
    QTest.mouseClick(panel.bar.time_button, LEFT)
    popup = panel.bar.time
    QTest.keyClicks(popup.start, "2016")
    QTest.keyClicks(popup.end, "1999")
    QTest.keyClick(popup.end, Key.Key_Return)
    assert popup.end_fault.isVisible()
    assert popup.start_fault.isHidden()
    popup.close()


def test_the_choices_keep_qts_rules(qtmodeltester: ModelTester) -> None:
    """Headings and choices, searched and whole, please Qt's own tester."""
    model = ChoiceModel()
    model.set_choices([Choice("a", "Alpha", 2, "One"), Choice("b", "Beta", 1, "Two")])
    qtmodeltester.check(model)
    model.search("bet")
    assert [model.index(row).data() for row in range(model.rowCount())] == ["Two", "Beta"]


def test_a_word_that_begins_alike_comes_first() -> None:
    """Searching "ar" offers Armenia to Enter before Belarus, which stands above it."""
    model = ChoiceModel()
    model.set_choices([Choice("belarus", "Belarus", 9), Choice("armenia", "Armenia", 3)])
    model.search("ar")
    assert model.first().data() == "Armenia"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_an_empty_box_to_tick_can_be_seen(session: Session, panel: EventsPanel, name: str) -> None:
    """Its edge has the muted tone, which is readable on the list's ground in both themes."""
    QTest.mouseClick(panel.bar.article_button, LEFT)
    listed = panel.bar.articles.list
    listed.setPalette(palette(theme(name)))
    row = listed.visualRect(listed.model().index(1, 0))
    picture = listed.viewport().grab(QRect(row.x(), row.y(), 24, row.height())).toImage()
    across, down = range(picture.width()), range(picture.height())
    found = {picture.pixelColor(x, y).name().upper() for x in across for y in down}
    assert {theme(name).muted, theme(name).base} <= found
    panel.bar.articles.close()


def test_clearing_the_selection_elsewhere_clears_the_rows(
    session: Session, panel: EventsPanel
) -> None:
    """No row stays selected when nothing is."""
    session.select_event("truce")
    session.clear()
    assert session.selection == NoSelection()
    assert selected(panel) == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_tag_is_drawn_beside_the_title(session: Session, panel: EventsPanel, name: str) -> None:
    """In its colour's shade of the theme, also in a selected row; gone when it is taken off."""
    panel.set_theme(theme(name))
    session.set_bookmark_tags("truce", ("law",))
    session.colour_tag("law", "purple")
    row = panel.table.visualRect(panel.table.model().index(2, Column.TITLE))

    def seen() -> bool:
        picture = panel.table.viewport().grab(row).toImage()
        shade = tag_shades(name)["purple"].lower()
        spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return sum(picture.pixelColor(*spot).name() == shade for spot in spots) > 40

    assert seen()
    session.select_event("truce")
    assert seen()
    session.remove_tag("law")
    assert not seen()
