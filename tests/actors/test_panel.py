"""The actor panel, by clicks and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.actors.panel import ActorPanel
from explorer.model.filters import Filters
from explorer.model.records import Participation
from explorer.model.selection import (
    ActorSelected,
    EventsSelected,
    PassageSelected,
    current_event,
    one_event,
)
from explorer.model.workspace import Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from explorer.widgets.event_list import EventList
from explorer.widgets.prose import Prose
from explorer.widgets.text import Link
from tests.builders import a_chronicle, a_link, an_event
from tests.quotes.sample import chronicle

Press = Callable[[QWidget, str], None]


def words_of(widget: QWidget) -> str:
    """Return all the words a widget shows."""
    parts = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    parts += [one.toPlainText() for one in widget.findChildren(Prose) if one.isVisible()]
    parts += [one.words for one in widget.findChildren(Link) if one.isVisible()]
    parts += [one.text() for one in widget.findChildren(QAbstractButton) if one.isVisible()]
    return "\n".join(parts)


def list_of(panel: ActorPanel) -> EventList:
    """Return the actor's list of events."""
    named = "Events of this actor"
    (found,) = (one for one in panel.findChildren(EventList) if one.accessibleName() == named)
    return found


def test_without_an_actor_it_says_what_to_do(
    session: Session, panel: ActorPanel, press: Press
) -> None:
    """The empty panel tells how to choose, and offers the busiest actors."""
    assert "Click an actor's name in an event" in words_of(panel)
    press(panel, "Hill State")
    assert session.selection == ActorSelected("hills")


def test_an_actor_is_shown_with_everything_known_of_it(session: Session, panel: ActorPanel) -> None:
    """Name, kind, aliases, description as written, memberships and offices are on the page."""
    session.select(ActorSelected("hills"))
    shown = words_of(panel)
    for words in (
        "Hill State",
        "State",
        "Names, and who uses them",
        "Republic of the Hills",
        "Բլուրներ",
        "Armenian",
        "A state in the <i>hills</i> & valleys.",
        "Memberships",
        "Member",
        "since 1992",
        "3 events",
    ):
        assert words in shown
    session.select(ActorSelected("zas"))
    assert "2020–2022" in words_of(panel)
    assert "Claimant" in words_of(panel)


def test_an_office_leads_to_the_passage_that_attests_it(
    session: Session, panel: ActorPanel, press: Press
) -> None:
    """The source of an office is a link to its passage, at an event it bears on."""
    session.select(ActorSelected("zas"))
    press(panel, "The Review, paragraph 2")
    assert session.selection == PassageSelected("review.2", "withdrawal")


def test_the_actor_stays_while_events_are_selected(session: Session, panel: ActorPanel) -> None:
    """Selecting an event keeps the actor and marks the event in its list."""
    session.select(ActorSelected("hills", "appeal"))
    assert list_of(panel).currentIndex().row() == 0
    session.select_event("answer")
    assert "Republic of the Hills" in words_of(panel)
    assert list_of(panel).currentIndex().row() == 1
    session.select_event("withdrawal")
    assert not list_of(panel).selectionModel().hasSelection()


def test_a_click_in_the_list_goes_to_the_event(
    qtbot: QtBot, session: Session, panel: ActorPanel
) -> None:
    """The events of the actor are rows to click."""
    session.select(ActorSelected("hills", "appeal"))
    events = list_of(panel)
    place = events.visualRect(events.model().index(2, 0)).center()
    qtbot.mouseClick(events.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.selection == one_event("protest")


def test_back_leads_to_the_event_the_actor_was_reached_from(
    session: Session, panel: ActorPanel, press: Press
) -> None:
    """The link is there only when there is an event to go back to."""
    session.select(ActorSelected("hills"))
    assert "← Back to the event" not in words_of(panel)
    session.select(ActorSelected("hills", "answer"))
    press(panel, "← Back to the event")
    assert session.selection == one_event("answer")


def test_a_partner_is_a_link(session: Session, panel: ActorPanel, press: Press) -> None:
    """A click on an actor who takes part in the same events shows that one."""
    session.select(ActorSelected("hills", "answer"))
    press(panel, "Stanislav Žaš (2)")
    assert session.selection == ActorSelected("zas", "answer")
    assert "The Secretary" in words_of(panel)


def test_only_this_actor_filters_and_turns_back(
    session: Session, panel: ActorPanel, press: Press
) -> None:
    """The button narrows the filters to the actor, keeps the others, and takes it back."""
    session.set_filters(Filters(tags=frozenset({"appeal"})))
    session.select(ActorSelected("hills"))
    press(panel, "Only this actor")
    assert session.filters == Filters(tags=frozenset({"appeal"}), actors=frozenset({"hills"}))
    press(panel, "All actors")
    assert session.filters == Filters(tags=frozenset({"appeal"}))


def test_the_button_follows_filters_set_elsewhere(session: Session, panel: ActorPanel) -> None:
    """When another panel clears the filters the button offers to narrow them again."""
    session.select(ActorSelected("hills"))
    session.set_filters(Filters(actors=frozenset({"hills"})))
    assert "All actors" in words_of(panel)
    session.set_filters(Filters())
    assert "Only this actor" in words_of(panel)


def test_any_actor_is_found_by_typing(qtbot: QtBot, session: Session, panel: ActorPanel) -> None:
    """Typing a name without its diacritics and Enter shows the actor; the field empties."""
    panel.chooser.setFocus()
    qtbot.keyClicks(panel.chooser, "zas")
    qtbot.keyClick(panel.chooser, Qt.Key.Key_Return)
    assert session.selection == ActorSelected("zas")
    qtbot.waitUntil(lambda: panel.chooser.text() == "")


def test_an_actor_is_taken_from_the_list_of_those_found(
    qtbot: QtBot, session: Session, panel: ActorPanel
) -> None:
    """Down and Enter take the second of the actors found; an alias says what it was found by."""
    session.select_event("appeal")
    panel.chooser.setFocus()
    qtbot.keyClicks(panel.chooser, "l")
    popup = panel.chooser.completer().popup()
    rows = [popup.model().index(n, 0).data() for n in range(popup.model().rowCount())]
    assert rows[0] == "League of States"
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert session.selection == ActorSelected("league", "appeal")
    qtbot.waitUntil(lambda: panel.chooser.text() == "")


def test_nobody_found_changes_nothing(qtbot: QtBot, session: Session, panel: ActorPanel) -> None:
    """Enter on a name that nobody has selects nobody."""
    before = session.selection
    qtbot.keyClicks(panel.chooser, "qqq")
    qtbot.keyClick(panel.chooser, Qt.Key.Key_Return)
    assert session.selection == before


def test_many_partners_are_shown_when_asked(
    qtbot: QtBot, session: Session, panel: ActorPanel, press: Press
) -> None:
    """Twelve partners are shown at first, all of them after a click."""
    parts = tuple(Participation(f"a{n:02}", "participant") for n in range(30))
    opened = a_chronicle(an_event("2001", "big", participants=parts))
    session.open(opened, Workspace("test"), make_library(opened))
    session.select(ActorSelected("a00"))
    assert "A12 (1)" in words_of(panel)
    assert "A13 (1)" not in words_of(panel)
    press(panel, "Show all 29")
    qtbot.waitUntil(lambda: "A29 (1)" in words_of(panel))


def test_an_actor_without_events_says_so(session: Session, panel: ActorPanel) -> None:
    """No list and no figures are shown for an actor that no event names."""
    session.select(ActorSelected("azad"))
    assert "No event names this actor." in words_of(panel)
    assert not list_of(panel).isVisible()


def test_another_chronicle_empties_the_panel(session: Session, panel: ActorPanel) -> None:
    """An actor that the new chronicle lacks is no longer shown."""
    session.select(ActorSelected("hills"))
    opened = replace(chronicle(), events=(), actors=(), links=())
    session.open(opened, Workspace("sample"), make_library(opened))
    assert "No actor selected" in words_of(panel)
    assert current_event(session.selection) == ""


@pytest.mark.parametrize("width", [240, 320, 600])
def test_nothing_is_wider_than_the_panel(
    qtbot: QtBot, session: Session, panel: ActorPanel, width: int
) -> None:
    """At every width the page fits, so that nothing needs sideways scrolling."""
    panel.resize(width, 700)
    session.select(ActorSelected("hills", "appeal"))
    qtbot.waitUntil(lambda: panel.width() == width)
    for widget in panel.findChildren(QWidget):
        if isinstance(widget, QLabel | Link | Prose | EventList) and widget.isVisible():
            assert widget.mapTo(panel, QPoint(widget.width(), 0)).x() <= width, widget


def test_the_theme_can_change(session: Session, panel: ActorPanel) -> None:
    """In the dark the page stays on its actor, with a dark ground."""
    session.select(ActorSelected("hills"))
    panel.set_theme(theme("dark"))
    assert "Republic of the Hills" in words_of(panel)
    assert panel.palette().window().color().name().upper() == theme("dark").window


def test_appeals_name_the_other_side_and_what_came_back(
    session: Session, panel: ActorPanel, press: Press
) -> None:
    """An appeal is among those made by the asker and those received by the asked."""
    given = chronicle()
    answered = a_link("answer", "appeal", answer="silence")
    opened = replace(given, links=(*given.links, answered))
    session.open(opened, Workspace("sample"), make_library(opened))
    session.select(ActorSelected("hills"))
    shown = words_of(panel)
    assert "Appeals made" in shown
    assert "Silence (" in shown
    session.select(ActorSelected("league"))
    shown = words_of(panel)
    assert "Appeals received" in shown
    assert "Appeals made" not in shown
    title = "Hill State asks the league for consultations"
    press(panel, f"14 May 2021  ·  from Hill State: {title}")
    assert session.selection == EventsSelected(("appeal", "answer"), "appeal")


def test_an_article_narrows_the_events_to_what_it_tells_of_the_actor(
    session: Session, panel: ActorPanel, press: Press
) -> None:
    """The articles that tell of an actor are counted, and each leads to just those events."""
    session.select(ActorSelected("hills"))
    links = [one.words for one in panel.findChildren(Link) if ": tells " in one.words]
    assert links
    press(panel, links[0])
    assert session.filters.actors == {"hills"}
    (article,) = session.filters.articles
    told = [e for e in session.visible_events() if article in session.chronicle.sources_of(e)]
    assert len(told) == len(session.visible_events()) > 0


def test_a_name_leads_to_a_passage_that_uses_it(
    session: Session, panel: ActorPanel, press: Press
) -> None:
    """With only the briefs in hand, the brief's use of a name leads to the passage it retells."""
    opened = chronicle()
    hills = replace(opened.actor["hills"], aliases=("hill state", "Բլուրներ"))
    actors = tuple(hills if one.id == "hills" else one for one in opened.actors)
    opened = replace(opened, actors=actors)
    session.open(opened, Workspace("sample"), make_library(opened))
    session.select(ActorSelected("hills"))
    press(panel, "The Daily 2021 (our brief)")
    assert session.selection == PassageSelected("daily.1", "appeal")
