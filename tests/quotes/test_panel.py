"""The quote viewer, by clicks and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.model.filters import Filters
from explorer.model.selection import (
    ActorSelected,
    ClusterSelected,
    EventsSelected,
    NoSelection,
    PassageSelected,
    SpanSelected,
    current_event,
    one_event,
)
from explorer.model.span import span_of
from explorer.model.workspace import Workspace
from explorer.quotes.panel import QuotePanel
from explorer.quotes.passage_text import PassageText
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from explorer.widgets.event_list import EventList
from explorer.widgets.prose import Prose
from explorer.widgets.text import Link
from tests.quotes.sample import DAILY, REVIEW, chronicle

Press = Callable[[QWidget, str], None]


def words_of(widget: QWidget) -> str:
    """Return all the words a widget shows."""
    parts = [
        one.text().replace("\u200b", "") for one in widget.findChildren(QLabel) if one.isVisible()
    ]
    parts += [one.toPlainText() for one in widget.findChildren(Prose) if one.isVisible()]
    parts += [one.words for one in widget.findChildren(Link) if one.isVisible()]
    parts += [one.text() for one in widget.findChildren(QAbstractButton) if one.isVisible()]
    return "\n".join(parts)


def highlighted(text: PassageText) -> str:
    """Return the words of a passage's text that bear the highlight."""
    found = ""
    for at in range(text.document().characterCount() - 1):
        cursor = QTextCursor(text.document())
        cursor.setPosition(at + 1)
        if cursor.charFormat().background().style() is not Qt.BrushStyle.NoBrush:
            found += text.document().characterAt(at)
    return found


def list_of(panel: QuotePanel) -> EventList:
    """Return the list of events that is on screen."""
    (found,) = (one for one in panel.findChildren(EventList) if one.isVisible())
    return found


def click_row(qtbot: QtBot, events: EventList, row: int) -> None:
    """Click a row of a list."""
    place = events.visualRect(events.model().index(row, 0)).center()
    qtbot.mouseClick(events.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_without_an_event_it_says_what_to_do(panel: QuotePanel) -> None:
    """The empty viewer tells the reader to click an event."""
    assert "Click an event on the timeline" in words_of(panel)


def test_an_event_is_shown_with_everything_known_of_it(session: Session, panel: QuotePanel) -> None:
    """Title, date as printed and as read, type, importance, place, tags, roles are on the page."""
    session.select_event("appeal")
    shown = words_of(panel)
    for words in (
        "Hill State asks the league for consultations",
        "14 May 2021",
        "As printed: “on 14 May”",
        "stated outright in the text",
        "Note: year from the heading",
        "Request · Verbal conflict · Essential",
        "Place: The capital",
        "Tags: appeal",
        "Target · neutral",
        "What 2 articles say",
    ):
        assert words in shown


def test_nothing_from_a_file_is_read_as_html(session: Session, panel: QuotePanel) -> None:
    """Signs that look like HTML are shown as they are, in the summary and in the passage."""
    session.select_event("appeal")
    assert "asks for <b>talks</b>" in words_of(panel)
    session.select_event("answer")
    assert "<b>a border incident</b> & nothing more" in words_of(panel)


def test_a_fuzzy_date_tells_its_earliest_and_latest_day(
    session: Session, panel: QuotePanel
) -> None:
    """A month is shown with its first and last day."""
    session.select_event("answer")
    assert "earliest 1 July 2021, latest 31 July 2021" in words_of(panel)


def test_the_passage_is_highlighted_within_its_paragraph(
    session: Session, panel: QuotePanel
) -> None:
    """Exactly the passage's words bear the highlight, after an emoji too."""
    session.select_event("appeal")
    first = panel.findChildren(PassageText)[0]
    assert first.toPlainText().startswith("Border guards")
    assert highlighted(first) == (
        "The capital asked the league for talks on 14 May.Nobody answered that week."
    )


def test_each_status_is_told_in_words(session: Session, panel: QuotePanel) -> None:
    """Exact, not attached, moved and missing can be told apart without colour."""
    session.select_event("appeal")
    assert "✓ Exact" in words_of(panel)
    assert "○ Not attached" in words_of(panel)
    opened = session.chronicle
    session.set_library(make_library(opened, {"daily": f"New.\n{DAILY}", "review": "Not it."}))
    assert "↷ Moved" in words_of(panel)
    assert "✗ Missing" in words_of(panel)


def test_our_words_are_never_shown_as_a_quotation(session: Session, panel: QuotePanel) -> None:
    """A brief's passage is called ours and bears no highlight; attaching the text replaces it."""
    session.select_event("withdrawal")
    assert "Our words, not a quotation" in words_of(panel)
    assert highlighted(panel.findChildren(PassageText)[0]) == ""
    session.set_library(make_library(session.chronicle, {"review": REVIEW}))
    assert "Our words, not a quotation" not in words_of(panel)
    assert highlighted(panel.findChildren(PassageText)[0]) == "Troops left within ten days."


def test_what_a_source_says_otherwise_is_shown(session: Session, panel: QuotePanel) -> None:
    """A rival date and figure stand beside the passage that gives them."""
    session.select_event("appeal")
    assert "Disputes" in words_of(panel)
    assert "As we read this source:\nDate: 15 May 2021\nFigures: two against" in words_of(panel)


def test_an_actor_is_a_link(session: Session, panel: QuotePanel, press: Press) -> None:
    """A click on a name selects the actor, reached from this event."""
    session.select_event("appeal")
    press(panel, "League of States")
    assert session.selection == ActorSelected("league", "appeal")
    assert "Hill State asks the league" in words_of(panel)


def test_a_claim_names_whose_it_is(session: Session, panel: QuotePanel, press: Press) -> None:
    """Only-claimed events say so, and the claimant is a link."""
    session.select_event("answer")
    press(panel, "Claim of Stanislav Žaš")
    assert session.selection == ActorSelected("zas", "answer")


def test_a_related_event_is_a_link(session: Session, panel: QuotePanel, press: Press) -> None:
    """A click on the answered event goes there, and the days between are told."""
    session.select_event("answer")
    assert "14 May 2021 · 48 to 78 days earlier · Seven weeks on." in words_of(panel)
    press(panel, "Hill State asks the league for consultations")
    assert session.selection == one_event("appeal")


def test_enter_follows_a_link(qtbot: QtBot, session: Session, panel: QuotePanel) -> None:
    """Links can be reached and followed by keyboard, and the focus stays in the panel."""
    session.select_event("answer")
    link = next(one for one in panel.findChildren(Link) if one.target == "appeal")
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert current_event(session.selection) == "appeal"
    focus = QApplication.focusWidget()
    assert focus is None or panel.isAncestorOf(focus)


def test_the_star_bookmarks_and_tells_so(session: Session, panel: QuotePanel, press: Press) -> None:
    """A click on the star marks the event, a second one takes the mark away."""
    session.select_event("appeal")
    press(panel, "Bookmark this event")
    assert "appeal" in session.workspace.bookmark
    press(panel, "Remove the bookmark")
    assert "appeal" not in session.workspace.bookmark


def test_an_event_the_filters_hide_says_so(
    session: Session, panel: QuotePanel, press: Press
) -> None:
    """A line names what hides it; one button lifts just that, the other clears all filters."""
    session.select_event("appeal")
    hidden = "Hidden from the timeline by"
    assert hidden not in words_of(panel)
    session.set_filters(Filters(types=frozenset({"RETREAT"}), actors=frozenset({"hills"})))
    assert "Hidden from the timeline by the filter on types." in words_of(panel)
    press(panel, "Lift what hides it")
    assert session.filters == Filters(actors=frozenset({"hills"}))
    assert hidden not in words_of(panel)
    session.set_filters(Filters(text="nowhere", bookmarked_only=True))
    told = words_of(panel)
    assert "by the search “nowhere”, the filter on bookmarks." in told
    press(panel, "Clear all filters")
    assert session.filters == Filters()
    assert hidden not in words_of(panel)


def test_attaching_is_asked_for_the_right_article(
    qtbot: QtBot, session: Session, panel: QuotePanel, press: Press
) -> None:
    """The button on the card of a text that is not in hand carries its article."""
    session.select_event("appeal")
    with qtbot.waitSignal(panel.attach_requested) as asked:
        press(panel, "Attach the article…")
    assert asked.args == ["review"]


def test_only_web_links_open_and_only_on_a_click(
    session: Session, panel: QuotePanel, opened: list[str], press: Press
) -> None:
    """The https address opens when asked; the file: address of the other card has no button."""
    session.select_event("appeal")
    assert opened == []
    assert words_of(panel).count("Open link") == 1
    press(panel, "Open link")
    assert opened == ["https://example.org/daily?a=1&b=2"]


def test_copying_puts_quote_and_citation_on_the_clipboard(
    qtbot: QtBot, session: Session, panel: QuotePanel, press: Press
) -> None:
    """The button copies, and the session hears of it."""
    session.select_event("appeal")
    with qtbot.waitSignal(session.notice):
        press(panel, "Copy with citation")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("“The capital asked the league for talks on 14 May. Nobody answered")
    assert "that week.”\nAbel, Mina" in text


def test_the_menus_copy_takes_the_passage_that_is_selected(
    qtbot: QtBot, session: Session, panel: QuotePanel
) -> None:
    """Copying by the menu takes the selected passage, also while the article is open."""
    session.select_event("appeal")
    panel.show_article("daily", "daily.4")
    session.select(PassageSelected("review.1", "appeal"))
    panel.copy_with_citation()
    assert QGuiApplication.clipboard().text().startswith("It dates the appeal a day later")
    session.select(PassageSelected("brief-review.2", "withdrawal"))
    panel.copy_with_citation()
    assert QGuiApplication.clipboard().text().startswith("It counts ten days for the troops.")
    session.select_event("rumour")
    with qtbot.waitSignal(session.notice) as told:
        panel.copy_with_citation()
    assert told.args == ["There is no passage to copy."]


def test_a_cluster_lists_its_members(
    qtbot: QtBot, session: Session, panel: QuotePanel, press: Press
) -> None:
    """All members are rows; a click shows one, and a link leads back to the list."""
    cluster = ClusterSelected(("appeal", "answer", "protest"))
    session.select(cluster)
    assert "3 events here" in words_of(panel)
    click_row(qtbot, list_of(panel), 1)
    assert session.selection == one_event("answer")
    press(panel, "← Back to the list of events")
    assert session.selection == cluster


def test_a_span_lists_the_events_in_it(session: Session, panel: QuotePanel) -> None:
    """A stretch of time lists what the filters show of it."""
    session.select(SpanSelected(span_of(session.chronicle.event["answer"].date.value)))
    assert list_of(panel).model().rowCount() == 2
    session.set_filters(Filters(types=frozenset({"REJECT"})))
    assert list_of(panel).model().rowCount() == 1


def test_several_events_are_listed_above_the_current_one(
    qtbot: QtBot, session: Session, panel: QuotePanel
) -> None:
    """A click in the list shows another of those selected and keeps the selection."""
    session.select(EventsSelected(("appeal", "answer"), "answer"))
    assert "2 events selected" in words_of(panel)
    assert "He declines to act." in words_of(panel)
    click_row(qtbot, list_of(panel), 0)
    assert session.selection == EventsSelected(("appeal", "answer"), "appeal")
    assert "The government invokes the treaty" in words_of(panel)


def test_enter_picks_in_a_list(qtbot: QtBot, session: Session, panel: QuotePanel) -> None:
    """The list is walked and picked from by keyboard, and keeps the focus among several."""
    session.select(EventsSelected(("appeal", "answer"), "answer"))
    events = list_of(panel)
    events.setFocus()
    qtbot.keyClick(events, Qt.Key.Key_Up)
    qtbot.keyClick(events, Qt.Key.Key_Return)
    assert current_event(session.selection) == "appeal"
    assert isinstance(panel.focusWidget(), EventList)


def test_a_passage_without_event_is_shown_alone(session: Session, panel: QuotePanel) -> None:
    """A passage that attests an office is shown with its article's card."""
    session.select(PassageSelected("review.2", ""))
    assert "A passage" in words_of(panel)
    assert "It counts ten days for the troops." in words_of(panel)


def test_an_event_that_nothing_attests_says_so(session: Session, panel: QuotePanel) -> None:
    """Without support there is no card, and a type the codebook lacks is shown by its id."""
    session.select_event("rumour")
    assert "No published article attests this event" in words_of(panel)
    assert "X · Institution or statement" in words_of(panel)


def test_another_chronicle_empties_the_viewer(session: Session, panel: QuotePanel) -> None:
    """Opening a chronicle shows nothing of the one before."""
    session.select_event("appeal")
    opened = replace(chronicle(), events=())
    session.open(opened, Workspace("sample"), make_library(opened))
    assert session.selection == NoSelection()
    assert "No event selected" in words_of(panel)


@pytest.mark.parametrize("width", [240, 320, 440, 600])
def test_nothing_is_wider_than_the_panel(
    qtbot: QtBot, session: Session, panel: QuotePanel, width: int
) -> None:
    """At every width the page fits, so that nothing needs sideways scrolling."""
    panel.resize(width, 700)
    session.select_event("appeal")
    qtbot.waitUntil(lambda: panel.width() == width)
    for widget in panel.findChildren(QWidget):
        if isinstance(widget, QLabel | Link | Prose) and widget.isVisible():
            right = widget.mapTo(panel, QPoint(widget.width(), 0)).x()
            assert right <= width, widget


def test_the_theme_can_change(session: Session, panel: QuotePanel) -> None:
    """In the dark the page stays on its event, with a dark ground."""
    session.select_event("appeal")
    panel.set_theme(theme("dark"))
    assert "Hill State asks the league" in words_of(panel)
    assert panel.palette().window().color().name().upper() == theme("dark").window
