"""The list of events."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from explorer.widgets.event_list import EventList, EventModel
from tests.builders import an_event

EVENTS = tuple(an_event(f"20{n:02}", f"e{n}", title=f"Event <b>{n}</b>") for n in range(30))


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    """Qt's own tester finds no fault with the model."""
    model = EventModel(EVENTS)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    assert model.rowCount() == 30


def test_a_row_reads_date_and_title(qtbot: QtBot) -> None:
    """Rows show titles as written, and their tips do not read them as HTML."""
    model = EventModel(EVENTS)
    assert model.index(3).data() == "2003  ·  Event <b>3</b>"
    assert "&lt;b&gt;3" in model.index(3).data(Qt.ItemDataRole.ToolTipRole)


def test_a_click_picks_an_event(qtbot: QtBot) -> None:
    """The event's id is told."""
    events = EventList(EVENTS)
    qtbot.addWidget(events)
    events.show()
    place = events.visualRect(events.model().index(2, 0)).center()
    with qtbot.waitSignal(events.picked) as picked:
        qtbot.mouseClick(events.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picked.args == ["e2"]


def test_the_current_event_is_marked(qtbot: QtBot) -> None:
    """Marking moves with the event and goes when it is not in the list."""
    events = EventList(EVENTS)
    qtbot.addWidget(events)
    events.mark("e7")
    assert events.currentIndex().row() == 7
    events.mark("elsewhere")
    assert not events.selectionModel().hasSelection()
    events.mark("e7")
    assert events.selectionModel().hasSelection()


def test_a_list_is_as_tall_as_its_rows_up_to_a_number(qtbot: QtBot) -> None:
    """Few rows show all at once, many scroll."""
    few, some, many = EventList(EVENTS[:2], 12), EventList(EVENTS[:12], 12), EventList(EVENTS, 12)
    for one in (few, some, many):
        qtbot.addWidget(one)
    assert few.sizeHint().height() < some.sizeHint().height() == many.sizeHint().height()
    some.resize(300, some.sizeHint().height())
    some.show()
    assert some.verticalScrollBar().maximum() == 0
