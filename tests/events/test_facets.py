"""What can be chosen, with the number of events that choosing it would show."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.events.choice_popup import ChoicePopup
from explorer.events.choices import COUNT_ROLE, Choice
from explorer.events.facets import actor_choices, article_choices, type_choices
from explorer.events.panel import EventsPanel
from explorer.model.filters import Filters, lifted
from explorer.session.session import Session
from explorer.theme import theme


def counted(popup: ChoicePopup) -> dict[str, int]:
    """Read the choices of a popup with their counts."""
    model = popup.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return {row.data(): row.data(COUNT_ROLE) for row in rows if row.data(COUNT_ROLE) is not None}


def test_counts_are_those_after_choosing(session: Session, panel: EventsPanel) -> None:
    """With another filter on, the popup counts within it; its own filter does not count."""
    session.set_filters(Filters(actors=frozenset({"azerbaijan"}), types=frozenset({"AGREE"})))
    QTest.mouseClick(panel.bar.type_button, Qt.MouseButton.LeftButton)
    found = counted(panel.bar.types)
    panel.bar.types.close()
    assert {name: count for name, count in found.items() if count} == {"Agree": 1, "Assault": 1}
    assert 0 in found.values()


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(text="baku"),
        Filters(articles=frozenset({"y"})),
        Filters(actors=frozenset({"armenia"}), bookmarked_only=True),
    ],
)
def test_choosing_a_value_shows_as_many_events_as_it_counts(
    session: Session, filters: Filters
) -> None:
    """For every value of every facet, whatever else is on; none that occurs is left out."""
    session.set_filters(filters)
    chronicle, codebook = session.chronicle, session.codebook

    def check(name: str, choices: list[Choice]) -> None:
        for choice in choices:
            session.set_filters(replace(filters, **{name: frozenset({choice.id})}))
            assert len(session.visible_events()) == choice.count, (name, choice.id)
        session.set_filters(filters)

    def passing(facet: str) -> tuple[object, ...]:
        return replace(session.matcher, filters=lifted(filters, (facet,))).events()  # type: ignore[arg-type]

    types = type_choices(chronicle, codebook, theme("light"), passing("types"))  # type: ignore[arg-type]
    check("types", types)
    assert {one.id for one in types} == {event.type for event in chronicle.events}
    check("actors", actor_choices(chronicle, passing("actors")))  # type: ignore[arg-type]
    check("articles", article_choices(chronicle, passing("articles")))  # type: ignore[arg-type]
