"""The article whole, by clicks and keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.model.selection import PassageSelected, current_event
from explorer.quotes.article_text import ArticleText
from explorer.quotes.offsets import Offsets
from explorer.quotes.panel import QuotePanel
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from tests.quotes.sample import BRIEF_REVIEW, DAILY

Press = Callable[[QWidget, str], None]


def click_words(qtbot: QtBot, text: ArticleText, words: str) -> None:
    """Click in the middle of some words of the text."""
    point = DAILY.index(words) + len(words) // 2
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=text.place_of(point))


def current_words(text: ArticleText) -> list[str]:
    """Return the words that stand out as current."""
    return [one.cursor.selectedText() for one in text.extraSelections()]


def test_show_in_article_opens_the_whole_text_at_the_passage(
    session: Session, panel: QuotePanel, press: Press
) -> None:
    """The text is the article's to the last sign; its passages stand out, this one first."""
    session.select_event("appeal")
    press(panel, "Show in article")
    text = panel.article_view.text
    assert text.isVisible()
    assert text.toPlainText() == DAILY
    assert current_words(text) == [
        "The capital asked the league for talks on 14 May.",
        "Nobody answered that week.",
    ]
    assert session.selection == PassageSelected("daily.1", "appeal")


def test_every_passage_is_marked(session: Session, panel: QuotePanel) -> None:
    """Passages of other events are marked too, and nothing between them is."""
    session.select_event("appeal")
    panel.show_article("daily", "daily.1")
    document = panel.article_view.text.document()
    offsets = Offsets(DAILY)

    def is_marked(words: str) -> bool:
        cursor = QTextCursor(document)
        cursor.setPosition(offsets.to_units(DAILY.index(words)) + 1)
        return cursor.charFormat().background().style() is not Qt.BrushStyle.NoBrush

    assert is_marked("Nobody answered")
    assert is_marked("The capital's minister")
    assert not is_marked("Border guards")
    assert not is_marked("& nothing more")


def test_a_click_on_a_passage_selects_its_event(
    qtbot: QtBot, session: Session, panel: QuotePanel
) -> None:
    """The session hears of the passage and its event, and the article stays open."""
    session.select_event("appeal")
    panel.show_article("daily", "daily.1")
    click_words(qtbot, panel.article_view.text, "a border incident")
    assert session.selection == PassageSelected("daily.3", "answer")
    assert panel.article_view.isVisible()
    assert current_words(panel.article_view.text)[0].startswith("In July")


def test_a_click_beside_the_passages_selects_nothing(
    qtbot: QtBot, session: Session, panel: QuotePanel
) -> None:
    """Words that are not marked do nothing."""
    session.select_event("appeal")
    panel.show_article("daily", "daily.1")
    click_words(qtbot, panel.article_view.text, "Border guards")
    assert session.selection == PassageSelected("daily.1", "appeal")


def test_a_passage_of_several_events_asks_which(
    qtbot: QtBot, session: Session, panel: QuotePanel
) -> None:
    """A menu lists the events of a shared passage; its entry selects that one."""
    session.select_event("appeal")
    panel.show_article("daily", "daily.1")
    click_words(qtbot, panel.article_view.text, "minister protested")
    menu = panel.article_view.menu
    assert [action.data()[1] for action in menu.actions()] == ["answer", "protest"]
    menu.actions()[1].trigger()
    menu.hide()
    assert session.selection == PassageSelected("daily.4", "protest")


def test_enter_selects_the_passage_at_the_text_cursor(
    qtbot: QtBot, session: Session, panel: QuotePanel
) -> None:
    """By keyboard: with the cursor in a passage, Enter selects its event."""
    session.select_event("appeal")
    panel.show_article("daily", "daily.1")
    text = panel.article_view.text
    cursor = text.textCursor()
    cursor.setPosition(Offsets(DAILY).to_units(DAILY.index("a border")))
    text.setTextCursor(cursor)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert current_event(session.selection) == "answer"


def test_buttons_walk_from_passage_to_passage(
    session: Session, panel: QuotePanel, press: Press
) -> None:
    """Next and previous go through the text, each event of a passage a stop of its own."""
    session.select_event("appeal")
    panel.show_article("daily", "daily.2")
    stops = []
    for _ in range(3):
        press(panel, "Next passage")
        stops.append(session.selection)
    assert stops == [
        PassageSelected("daily.3", "answer"),
        PassageSelected("daily.4", "answer"),
        PassageSelected("daily.4", "protest"),
    ]
    press(panel, "Previous passage")
    assert session.selection == PassageSelected("daily.4", "answer")


def test_back_leads_to_the_events_page(session: Session, panel: QuotePanel, press: Press) -> None:
    """Back shows the current event's page again."""
    session.select_event("appeal")
    panel.show_article("daily", "daily.1")
    press(panel, "Back to the event")
    assert not panel.article_view.isVisible()
    assert current_event(session.selection) == "appeal"


def test_an_event_of_the_article_is_found_in_it(session: Session, panel: QuotePanel) -> None:
    """Selecting an event elsewhere turns to its passages in the open article."""
    session.select_event("appeal")
    panel.show_article("daily", "daily.1")
    session.select_event("protest")
    assert panel.article_view.isVisible()
    assert current_words(panel.article_view.text) == ["The capital's minister protested."]


def test_an_event_of_another_article_leaves_it(session: Session, panel: QuotePanel) -> None:
    """An event the open article says nothing of is shown on its own page."""
    session.select_event("appeal")
    panel.show_article("daily", "daily.1")
    session.select_event("withdrawal")
    assert not panel.article_view.isVisible()


def test_the_brief_is_shown_as_ours(
    qtbot: QtBot, session: Session, panel: QuotePanel, press: Press
) -> None:
    """Without the article's text its brief is shown whole, called ours, with a way to attach."""
    session.select_event("withdrawal")
    press(panel, "Show in brief")
    assert panel.article_view.text.toPlainText() == BRIEF_REVIEW
    assert current_words(panel.article_view.text) == ["It counts ten days for the troops."]
    with qtbot.waitSignal(panel.attach_requested) as asked:
        press(panel.article_view, "Attach the article…")
    assert asked.args == ["review"]


def test_the_theme_can_change_while_an_article_is_open(session: Session, panel: QuotePanel) -> None:
    """The text and its current passage stay."""
    session.select_event("appeal")
    panel.show_article("daily", "daily.2")
    panel.set_theme(theme("dark"))
    assert panel.article_view.isVisible()
    assert current_words(panel.article_view.text)[0] == "Nobody answered that week."


def test_a_long_text_opens_at_its_passage(session: Session, panel: QuotePanel) -> None:
    """The view scrolls so that the current passage is on screen."""
    text = "A line of its own.\n" * 400 + DAILY
    session.set_library(make_library(session.chronicle, {"daily": text}))
    session.select_event("protest")
    panel.show_article("daily", "daily.4")
    view = panel.article_view.text
    place = view.place_of(text.index("The capital's minister"))
    assert view.viewport().rect().contains(place)
