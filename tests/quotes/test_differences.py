"""Where the sources differ on an event."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from explorer.model.records import DIFFERENCES, MATTERS, Disagreement, Side
from explorer.model.selection import PassageSelected
from explorer.quotes.panel import QuotePanel
from explorer.quotes.wording import difference_word
from explorer.session.session import Session
from explorer.theme import theme
from explorer.widgets.text import Label, Link
from tests.quotes.sample import a_session

WHEN = Disagreement(
    "when",
    "contradiction",
    "date",
    "One says the 14th, the other the 15th.",
    (Side("daily.1", "on the 14th"), Side("review.1", "on the 15th")),
    ("appeal",),
)


@pytest.fixture
def session() -> Session:
    """A session on the sample, with a disagreement on the appeal's date."""
    made = a_session()
    opened = replace(made.chronicle, disagreements=(WHEN,))
    made.open(opened, made.workspace, replace(made.library, chronicle=opened))
    return made


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> QuotePanel:
    """The quote viewer on it."""
    made = QuotePanel(session, theme("light"))
    qtbot.addWidget(made)
    return made


def told(panel: QuotePanel) -> list[str]:
    """Return all that the panel's labels say."""
    return [one.accessibleName() for one in panel.findChildren(Label)]


def test_both_sides_stand_on_the_event(session: Session, panel: QuotePanel) -> None:
    """What differs, in what, and what each passage says of it; nothing on other events."""
    session.select_event("appeal")
    for words in ("Contradiction: the date", WHEN.note, "on the 14th", "on the 15th"):
        assert words in told(panel)
    session.select_event("protest")
    assert WHEN.note not in told(panel)


def test_a_side_leads_to_its_passage(session: Session, panel: QuotePanel) -> None:
    """Pressing a side's article picks its passage on the event."""
    session.select_event("appeal")
    links = [one for one in panel.findChildren(Link) if one.target == "review.1"]
    links[0].click()
    assert session.selection == PassageSelected("review.1", "appeal")


def test_every_kind_of_difference_has_its_words() -> None:
    """No two kinds and no two matters are worded alike."""
    words = {
        difference_word(replace(WHEN, kind=kind, about=about))
        for kind in DIFFERENCES
        for about in MATTERS
    }
    assert len(words) == len(DIFFERENCES) * len(MATTERS)
