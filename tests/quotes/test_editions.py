"""Which of an article's texts is shown, and detaching one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from explorer.model.workspace import Attachment, Workspace
from explorer.quotes.editions import EditionButton
from explorer.quotes.panel import QuotePanel
from explorer.session.history import Past
from explorer.session.session import Session
from explorer.sources.library import Library, make_library, text_sha256
from explorer.store.journal_records import Kind
from explorer.theme import theme
from explorer.widgets.text import Label
from tests.quotes.sample import DAILY, a_session, chronicle

LATER = f"A preface.\n{DAILY}"
TEXTS = {text_sha256(text): text for text in (DAILY, LATER)}


class Keeper:
    """Keeps nothing; reads the text that a workspace shows."""

    def commit(self, workspace: Workspace, name: str, kind: Kind) -> None:
        """Do nothing."""

    def past(self) -> Past:
        """Return no steps."""
        return Past()

    def library(self, workspace: Workspace) -> Library:
        """Return the library of the texts attached, the last one shown."""
        return make_library(
            chronicle(), {one.article: TEXTS[one.sha256] for one in workspace.attachments}
        )


@pytest.fixture
def session() -> Session:
    """A session with two texts of the daily; the later one is shown."""
    made = a_session({})
    texts = (
        Attachment("daily", text_sha256(DAILY), "first & only.txt", "2026-01-02T03:04:05+00:00"),
        Attachment("daily", text_sha256(LATER), "later.txt", "2026-02-02T03:04:05+00:00"),
    )
    workspace, keeper = Workspace("sample", (), texts), Keeper()
    made.open(made.chronicle, workspace, keeper.library(workspace), keeper)
    made.select_event("appeal")
    return made


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> QuotePanel:
    """The quote viewer on it."""
    made = QuotePanel(session, theme("light"))
    qtbot.addWidget(made)
    made.show()
    return made


def button(panel: QuotePanel) -> EditionButton:
    """Return the button of the daily's card as it is now."""
    return panel.findChildren(EditionButton)[-1]


def test_the_text_shown_is_named_and_the_others_are_offered(panel: QuotePanel) -> None:
    """The menu ticks the one shown and lists them in the order they were attached."""
    assert button(panel).text() == "Text: later.txt (one of 2)"
    choices = [one for one in button(panel).menu().actions() if one.isCheckable()]
    assert [one.isChecked() for one in choices] == [False, True]
    assert choices[0].text().startswith("first && only.txt · ")


def test_another_text_can_be_shown_and_both_stay(session: Session, panel: QuotePanel) -> None:
    """The passages are read in the text chosen; undo shows the other again."""
    choices = [one for one in button(panel).menu().actions() if one.isCheckable()]
    choices[0].trigger()
    assert session.library.text("daily") == DAILY
    assert len(session.workspace.attachments) == 2
    session.history.stack.undo()
    assert session.library.text("daily") == LATER


@pytest.mark.parametrize(("agreed", "left"), [(True, 1), (False, 2)])
def test_detaching_asks_first(
    session: Session, panel: QuotePanel, qtbot: QtBot, agreed: bool, left: int
) -> None:
    """Only the button that says so detaches, and then the other text is shown."""
    button(panel).menu().actions()[-1].trigger()
    box = panel.window().findChild(QMessageBox, "detach")
    assert box is not None
    assert "later.txt" in box.text()
    choice = next(one for one in box.buttons() if (one.text() == "&Detach") == agreed)
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert len(session.workspace.attachments) == left
    assert session.library.text("daily") == (DAILY if agreed else LATER)


def test_a_changed_copy_is_told_on_the_card(session: Session, panel: QuotePanel) -> None:
    """The card of an article whose kept text was changed says so."""
    told = [one.accessibleName() for one in panel.findChildren(Label)]
    assert not any("changed outside" in one for one in told)
    library = make_library(session.chronicle, {"daily": LATER}, altered=("daily",))
    session.set_library(library)
    told = [one.accessibleName() for one in panel.findChildren(Label)]
    assert any("changed outside" in one for one in told)


def test_the_texts_of_a_page_are_told_apart(session: Session, qtbot: QtBot) -> None:
    """The menu says which text is a page's body and which is all that the page shows."""
    texts = tuple(
        Attachment("daily", sha256, "page.html", "2026-01-02T03:04:05+00:00", reading)
        for sha256, reading in zip(TEXTS, ("whole page", "readable"), strict=True)
    )
    session.change_workspace(Workspace("sample", (), texts), "Attach")
    made = EditionButton(session, theme("light"), "daily")
    qtbot.addWidget(made)
    lines = [one.text().split(" · ")[0] for one in made.menu().actions() if one.isCheckable()]
    assert lines == ["page.html, the whole page", "page.html, its body"]
