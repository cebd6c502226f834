"""The events list: in step with the session, searched and filtered by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explorer.events.chips import Chip
from explorer.events.columns import Column
from explorer.events.panel import EventsPanel
from explorer.model.filters import Filters
from explorer.model.selection import EventsSelected, current_event
from explorer.session.session import Session
from explorer.theme import theme

LEFT = Qt.MouseButton.LeftButton


def titles(panel: EventsPanel) -> list[str]:
    """Return the titles listed."""
    model = panel.table.model()
    return [model.index(row, Column.TITLE).data() for row in range(model.rowCount())]


def click(panel: EventsPanel, row: int, held: Qt.KeyboardModifier | None = None) -> None:
    """Click the title of a row."""
    place = panel.table.visualRect(panel.table.model().index(row, Column.TITLE)).center()
    QTest.mouseClick(
        panel.table.viewport(), LEFT, held or Qt.KeyboardModifier.NoModifier, pos=place
    )


def chips(panel: EventsPanel) -> list[Chip]:
    """Return the chips on screen, once Qt has put them there."""
    QTest.qWait(20)
    return [one for one in panel.findChildren(Chip) if one.isVisible()]


def test_a_click_selects_and_the_session_selects_back(session: Session, panel: EventsPanel) -> None:
    """The list tells the session, and follows what was selected elsewhere."""
    click(panel, 1)
    assert current_event(session.selection) == "appeal"
    session.select_event("border")
    selected = panel.table.selectionModel().selectedRows()
    assert [one.row() for one in selected] == [3]


def test_several_rows_make_a_selection_of_several(session: Session, panel: EventsPanel) -> None:
    """Ctrl+click adds, Shift+click stretches."""
    click(panel, 0)
    click(panel, 2, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(session.selection, EventsSelected)
    assert set(session.selection.events) == {"treaty", "truce"}


def test_the_arrow_keys_walk_the_rows(session: Session, panel: EventsPanel) -> None:
    """Down from a row selects the next one."""
    click(panel, 0)
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert current_event(session.selection) == "appeal"


def test_a_click_on_the_star_marks_the_event(session: Session, panel: EventsPanel) -> None:
    """The star toggles the bookmark of its row."""
    place = panel.table.visualRect(panel.table.model().index(0, Column.STAR)).center()
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=place)
    assert "treaty" in session.workspace.bookmark


def test_typing_narrows_the_list(qtbot: QtBot, session: Session, panel: EventsPanel) -> None:
    """The search takes an alias, the count follows, and Clear all brings everything back."""
    panel.focus_search()
    QTest.keyClicks(panel.search, "baku")
    qtbot.waitUntil(lambda: session.filters.text == "baku", timeout=2_000)
    assert titles(panel) == ["A truce", "Border crossed"]
    assert "2 of 4" in panel.count.text()
    QTest.mouseClick(panel.clear_all, LEFT)
    assert len(titles(panel)) == 4
    assert panel.search.text() == ""


def test_every_filter_is_a_chip_of_its_own(session: Session, panel: EventsPanel) -> None:
    """Types, actors, articles and bookmarks each show a chip, and each can be taken off alone."""
    session.set_filters(
        Filters(
            types=frozenset({"AGREE"}), actors=frozenset({"azerbaijan"}),
            articles=frozenset({"y"}), bookmarked_only=True,
        )
    )  # fmt: skip
    assert len(chips(panel)) == 4
    QTest.mouseClick(chips(panel)[0], LEFT)
    assert len(chips(panel)) == 3


def test_nothing_found_says_why_and_offers_a_way_out(session: Session, panel: EventsPanel) -> None:
    """The empty state has a button that clears the filters."""
    session.set_filters(Filters(text="nowhere"))
    assert panel.empty_title.isVisible()
    QTest.mouseClick(panel.empty_clear, LEFT)
    assert len(titles(panel)) == 4


def test_actors_are_chosen_from_a_searchable_list(session: Session, panel: EventsPanel) -> None:
    """Opening the choice, searching by alias and pressing Enter filters by that actor."""
    QTest.mouseClick(panel.bar.actor_button, LEFT)
    popup = panel.bar.actors
    assert popup.isVisible()
    if popup.search.isVisible():
        QTest.keyClicks(popup.search, "baku")
        QTest.keyClick(popup.search, Qt.Key.Key_Return)
    else:
        QTest.keyClick(popup.list, Qt.Key.Key_Space)
    popup.hide()
    assert len(session.filters.actors) == 1


def test_a_range_is_read_as_dates_and_bad_ones_are_told(
    qtbot: QtBot, session: Session, panel: EventsPanel
) -> None:
    """2016-04 means the whole month; what is no date is said in place and filters nothing."""
    QTest.mouseClick(panel.bar.time_button, LEFT)
    popup = panel.bar.time
    QTest.keyClicks(popup.start, "2016-04")
    qtbot.waitUntil(lambda: session.filters.first_day is not None, timeout=2_000)
    assert titles(panel) == ["Appeal to allies", "A truce", "Border crossed"]
    popup.end.setFocus()
    QTest.keyClicks(popup.end, "2016-13")
    qtbot.waitUntil(lambda: bool(popup.end_fault.text()), timeout=2_000)
    assert session.filters.last_day is None
    popup.hide()


def test_enter_reveals_the_event_on_the_timeline(session: Session, panel: EventsPanel) -> None:
    """Enter on a row brings its event into the viewport."""
    session.show(session.viewport.zoomed(0.01, session.viewport.start))
    click(panel, 3)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    spoken = session.chronicle.event["border"].date.value.earliest
    assert spoken is not None
    assert session.viewport.start <= spoken * 86_400 <= session.viewport.end


def test_the_panel_wears_both_themes_and_a_narrow_place(panel: EventsPanel) -> None:
    """Dark and narrow: no scroll bar sideways, all parts still there."""
    panel.set_theme(theme("dark"))
    panel.resize(300, 500)
    QTest.qWait(20)
    assert not panel.table.horizontalScrollBar().isVisible()
    assert panel.findChildren(QPushButton)
