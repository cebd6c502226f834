"""A passage that is not proven waits for the reader's word, and the word can be taken back."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from explorer.model.records import Passage
from explorer.model.workspace import Attachment, Workspace
from explorer.quotes.panel import QuotePanel
from explorer.quotes.suggestion import DiffText, SuggestionBox, WordGiven
from explorer.session.history import Past
from explorer.session.session import Session
from explorer.sources import library as library_module
from explorer.sources.anchoring import Found, anchor
from explorer.sources.library import Library, Status, make_library, text_sha256
from explorer.sources.word_diff import word_diff
from explorer.store.journal_records import Kind
from explorer.theme import theme
from tests.quotes.sample import DAILY, a_session, chronicle

CHANGED = DAILY.replace("Nobody answered that week.", "Nobody replied that week.")
WANTED = "Nobody answered that week."


class Keeper:
    """Keeps nothing; reads the changed daily as a workspace decides."""

    def commit(self, workspace: Workspace, name: str, kind: Kind) -> None:
        """Do nothing."""

    def past(self) -> Past:
        """Return no steps."""
        return Past()

    def library(self, workspace: Workspace) -> Library:
        """Return the library of the changed daily; the text before it is known too."""
        return make_library(
            chronicle(), {"daily": CHANGED}, workspace.decisions, others={"daily": (DAILY,)}
        )


def _suggesting(passages: Iterable[Passage], text: str, edition: str = "") -> dict[str, Found]:
    """Anchor as ever, but suggest the changed sentence for the passage that lost its own."""
    found = anchor(passages, text, edition)
    start = text.find("Nobody replied that week.")
    if "daily.2" in found and start >= 0:
        found["daily.2"] = Found(Status.SUGGESTED, start, start + 25, 0.75)
    return found


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    """A session in which one passage of the appeal is only suggested."""
    monkeypatch.setattr(library_module, "anchor", _suggesting)
    made = a_session({})
    keeper = Keeper()
    workspace = Workspace("sample", (), (Attachment("daily", text_sha256(CHANGED), "d.txt"),))
    made.open(made.chronicle, workspace, keeper.library(workspace), keeper)
    made.select_event("appeal")
    return made


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> QuotePanel:
    """The quote viewer on it."""
    made = QuotePanel(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(420, 900)
    made.show()
    return made


def press(qtbot: QtBot, panel: QuotePanel, words: str) -> None:
    """Click the button with these words."""
    button = next(one for one in panel.findChildren(QToolButton) if one.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def status(session: Session) -> Status:
    """Return how far the passage in question is proven."""
    return session.library.reading("daily.2").status


def test_a_suggestion_shows_every_word_that_changed(panel: QuotePanel) -> None:
    """The coded words that went and the new ones stand in one text, told apart by their strokes."""
    shown = panel.findChild(DiffText)
    assert shown is not None
    assert shown.toPlainText() == "Nobody answeredreplied that week."
    struck = set()
    for place in range(len(shown.toPlainText())):
        cursor = shown.textCursor()
        cursor.setPosition(place + 1)
        if cursor.charFormat().fontStrikeOut():
            struck.add(shown.toPlainText()[place])
    assert struck == set("answered")


def test_a_suggestion_is_no_quote_until_it_is_accepted(
    session: Session, panel: QuotePanel, qtbot: QtBot
) -> None:
    """Before: no words in hand. After Accept: the words of the place, as accepted by the reader."""
    assert session.library.reading("daily.2").quote == ""
    assert not session.library.reading("daily.2").in_hand
    press(qtbot, panel, "Accept")
    assert status(session) is Status.ACCEPTED
    assert session.library.reading("daily.2").quote == "Nobody replied that week."
    assert not panel.findChildren(SuggestionBox)


def test_a_refused_place_is_missing(session: Session, panel: QuotePanel, qtbot: QtBot) -> None:
    """After Refuse the passage counts as missing, and the place is not suggested again."""
    press(qtbot, panel, "Refuse")
    assert status(session) is Status.MISSING
    assert not panel.findChildren(SuggestionBox)
    assert panel.findChildren(WordGiven)


@pytest.mark.parametrize(
    ("word", "back"),
    [("Accept", "Take back your acceptance"), ("Refuse", "Look at it again")],
)
def test_a_word_can_be_taken_back_and_undone(
    session: Session, panel: QuotePanel, qtbot: QtBot, word: str, back: str
) -> None:
    """The button takes the word back; undo and redo do what they say."""
    press(qtbot, panel, word)
    given = status(session)
    press(qtbot, panel, back)
    assert status(session) is Status.SUGGESTED
    session.history.stack.undo()
    assert status(session) is given
    session.history.stack.undo()
    assert status(session) is Status.SUGGESTED


def test_what_is_not_suggested_cannot_be_accepted(session: Session) -> None:
    """Asking for a proven passage, or one that is not there, changes nothing."""
    before = session.workspace
    session.decide("daily.1", accepted=True)
    session.decide("nothing", accepted=True)
    assert session.workspace == before


def test_the_words_of_the_text_before_are_compared(session: Session) -> None:
    """What another attached text proves is known as the passage's own words."""
    assert session.library.words_before("daily.2") == WANTED
    assert "".join(c.text for c in word_diff(WANTED, CHANGED) if c.kind != "gone") == CHANGED
