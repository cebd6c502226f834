"""The events list's model: one row for each event that passes, sortable by every column."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from explorer.events.columns import Column
from explorer.events.model import EventTableModel
from explorer.model.filters import Filters
from explorer.session.session import Session
from explorer.theme import theme


@pytest.fixture
def model(session: Session) -> EventTableModel:
    """The model on the session."""
    return EventTableModel(session, theme("light"))


def ids(model: EventTableModel) -> list[str]:
    """Return the events in row order."""
    return [model.event_at(row).id for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules(model: EventTableModel, qtmodeltester: ModelTester) -> None:
    """Qt's own tester finds nothing to complain of."""
    qtmodeltester.check(model)


def test_rows_are_the_events_that_pass(session: Session, model: EventTableModel) -> None:
    """Other filters, other rows, in date order."""
    assert ids(model) == ["treaty", "appeal", "truce", "border"]
    session.set_filters(Filters(actors=frozenset({"azerbaijan"})))
    model.reload()
    assert ids(model) == ["truce", "border"]


@pytest.mark.parametrize(
    ("column", "first"),
    [(Column.DATE, "border"), (Column.TITLE, "treaty"), (Column.SOURCES, "appeal")],
)
def test_each_column_sorts(model: EventTableModel, column: Column, first: str) -> None:
    """Descending order puts the latest, the last by name, the best attested first."""
    model.sort(column, Qt.SortOrder.DescendingOrder)
    assert ids(model)[0] == first


def test_cells_say_what_is_known(model: EventTableModel) -> None:
    """Title, sources and actors stand in their columns."""
    row = model.row_of("appeal")
    cell = {column: model.index(row, column).data() for column in Column}
    assert cell[Column.TITLE] == "Appeal to allies"
    assert str(cell[Column.SOURCES]).startswith("2")
    assert "Armenia" in cell[Column.ACTORS]
    assert "2016" in cell[Column.DATE]


def test_tags_are_told_with_the_title(session: Session, model: EventTableModel) -> None:
    """A bookmark's tags, by name, in the tip and for screen readers; an event without has none."""
    session.set_bookmark_tags("truce", ("law", "chapter two"))
    session.colour_tag("law", "teal")
    told = model.index(model.row_of("truce"), Column.TITLE)
    assert told.data(Qt.ItemDataRole.AccessibleTextRole) == "A truce. Tags: law, chapter two"
    assert "Tags: law, chapter two" in told.data(Qt.ItemDataRole.ToolTipRole)
    assert told.data() == "A truce"
    plain = model.index(model.row_of("appeal"), Column.TITLE)
    assert plain.data(Qt.ItemDataRole.AccessibleTextRole) == "Appeal to allies"
