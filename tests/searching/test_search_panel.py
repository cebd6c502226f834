"""The search panel on the window, by keys and clicks."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from explorer.model.selection import (
    ActorSelected,
    PassageSelected,
    SpanSelected,
    current_event,
)
from explorer.searching.panel import SearchPanel
from tests.whole_window import Person

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Seeker(Person):
    """Somebody who searches."""

    @property
    def panel(self) -> SearchPanel:
        """The panel, once it was opened."""
        panel = self.window.docks["search"].widget()
        assert isinstance(panel, SearchPanel)
        return panel

    def open_search(self) -> None:
        """Press Ctrl+Shift+F and wait until the search is made."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.key(Key.Key_F, CTRL | SHIFT)
        self.qtbot.waitUntil(lambda: self.panel.indexing.is_current, timeout=20_000)

    def seek(self, typed: str) -> None:
        """Type into the field and wait for what is found."""
        field = self.panel.field
        field.setFocus()
        field.selectAll()
        if typed.isascii():
            self.qtbot.keyClicks(field, typed)
        else:
            field.insert(typed)  # Qt's test keys type Latin letters only
        self.qtbot.wait(80)

    def shown(self, role: str = "hit") -> list[str]:
        """Return the kinds and titles of the rows."""
        rows = self.panel.rows.rows
        return [f"{row.kind}: {row.title.text}" for row in rows if row.role == role]

    def go_to(self, kind: str) -> None:
        """Press Down until a result of a kind is current, then Enter."""
        for _ in range(40):
            row = self.panel.list.currentIndex().row()
            if self.panel.rows.rows[row].kind == kind:
                break
            self.key(Key.Key_Down)
        self.key(Key.Key_Return)


def marked_last(text: QTextEdit) -> str:
    """Return the words of the mark that lies on top."""
    marks = text.extraSelections()
    return marks[-1].cursor.selectedText() if marks else ""


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Seeker]:
    """A person before the screen with the search open."""
    someone = Seeker(qtbot, home)
    someone.launch()
    someone.open_search()
    yield someone
    someone.window.close()
    someone.forget()


def test_the_keyboard_is_in_the_field_and_arrows_go_through_results(person: Seeker) -> None:
    """Results come as one types; Enter goes to the event; the keyboard stays in the field."""
    panel = person.panel
    assert panel.field.hasFocus()
    assert panel.empty.isVisible()
    assert "date:2016-04" in person.texts(panel)
    person.seek("serbia afghanistan observers")
    assert "event: Serbia and Afghanistan become CSTO observers" in person.shown()
    person.go_to("event")
    assert current_event(person.window.session.selection) == "observers-2013"
    assert panel.field.hasFocus()
    person.key(Key.Key_Up)
    first = panel.list.currentIndex()
    person.key(Key.Key_Up)
    assert panel.list.currentIndex() == first
    person.key(Key.Key_Escape)
    assert panel.field.text() == ""
    person.qtbot.waitUntil(panel.empty.isVisible)


@pytest.mark.parametrize("typed", ["Aliyev", "Əliyev", "Алиев", "Ալիև"])
def test_a_name_in_any_script_leads_to_the_actor(person: Seeker, typed: str) -> None:
    """The first result is the actor, and the names sought as well are told."""
    person.seek(typed)
    assert person.shown()[0] == "actor: Ilham Aliyev"
    assert "sought as" in person.panel.widened.text()
    person.key(Key.Key_Return)
    assert person.window.session.selection == ActorSelected("aliyev")
    assert person.window.actor.isVisible()


def test_faults_are_told_and_counts_are_shown(person: Seeker) -> None:
    """What cannot be read stands below the field; the rest is searched."""
    person.seek("observers date:soon")
    assert "date:soon" in person.panel.unread.text()
    assert person.panel.unread.isVisible()
    total = sum(int(row.beside) for row in person.panel.rows.rows if row.role == "heading")
    assert person.panel.count.text().startswith(f"{total} result")
    person.seek("qqqqqq")
    assert not person.panel.unread.isVisible()
    assert person.panel.empty.title.text() == "Nothing holds all of this"
    person.key(Key.Key_Return)
    assert current_event(person.window.session.selection) == ""


def test_one_kind_is_shown_whole(person: Seeker) -> None:
    """The row below the first few shows the rest; the buttons choose a kind, and all again."""
    panel = person.panel
    person.seek("csto")
    assert len([one for one in person.shown() if one.startswith("event")]) == 5
    more = next(at for at, row in enumerate(panel.rows.rows) if row.role == "more")
    kind = panel.rows.rows[more].kind
    rect = panel.list.visualRect(panel.rows.index(more))
    panel.list.scrollTo(panel.rows.index(more))
    rect = panel.list.visualRect(panel.rows.index(more))
    person.qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert panel.kinds.kind == kind
    assert {row.kind for row in panel.rows.rows} == {kind}
    assert len(person.shown()) > 5
    person.seek("qqqqqq")
    person.seek("observers")
    person.click(panel.kinds.buttons[None])
    assert len({row.kind for row in panel.rows.rows}) > 1


def test_a_brief_is_opened_at_the_words(person: Seeker) -> None:
    """Without the article in hand: its brief, the passage selected, the words marked."""
    person.seek("belgrade")
    person.go_to("brief")
    view = person.window.quotes.article_view
    assert view.isVisible()
    assert marked_last(view.text) == "Serbia"
    selection = person.window.session.selection
    assert isinstance(selection, PassageSelected)
    assert person.panel.field.hasFocus()
    person.window.session.select_event("csto-founded-2002")
    assert marked_last(view.text) != "Serbia"


def test_an_article_is_opened(person: Seeker) -> None:
    """By its title; where no text is in hand, its brief is shown."""
    person.seek("fair-weather")
    person.go_to("article")
    assert person.window.quotes.article_view.isVisible()


def test_notes_are_followed_as_they_are_written(person: Seeker) -> None:
    """A note is found a moment after it was written, and leads to what it is on."""
    session = person.window.session
    session.write_note("event", "observers-2013", "zebras observed")
    session.write_note("actor", "putin", "zebras again")
    session.write_note("span", "1451606400/1483228800", "zebras for a year")
    session.write_note("article", session.chronicle.published[0].id, "zebras in print")
    session.write_note("passage", session.chronicle.passages[0].id, "zebras in a passage")
    person.qtbot.waitUntil(lambda: person.panel.indexing.is_current, timeout=20_000)
    person.seek("zebras")
    assert len(person.shown()) == 5
    seen = set()
    for row in range(len(person.panel.rows.rows)):
        if person.panel.rows.rows[row].role == "hit":
            person.panel.list.setCurrentIndex(person.panel.rows.index(row))
            person.key(Key.Key_Return)
            seen.add(type(session.selection))
    assert {ActorSelected, SpanSelected, PassageSelected} <= seen
    assert "2016-01-01 – 2016-12-31" in "\n".join(person.shown())
    session.history.stack.undo()
    person.qtbot.waitUntil(lambda: person.panel.indexing.is_current, timeout=20_000)
    person.qtbot.waitUntil(lambda: len(person.shown()) == 4)


def test_a_bookmark_does_not_move_the_results(person: Seeker) -> None:
    """The current result stays; what is asked of bookmarks follows them."""
    session = person.window.session
    person.seek("csto")
    person.key(Key.Key_Down)
    person.key(Key.Key_Down)
    here = person.panel.list.currentIndex().row()
    session.toggle_bookmark("observers-2013")
    person.qtbot.wait(400)
    assert person.panel.list.currentIndex().row() == here
    person.seek("is:bookmarked observers")
    assert "event: Serbia and Afghanistan become CSTO observers" in person.shown()
    session.toggle_bookmark("observers-2013")
    person.qtbot.waitUntil(lambda: not person.shown())


def test_words_of_any_kind_are_drawn(person: Seeker) -> None:
    """Signs beyond the first plane, markup and long words harm nothing."""
    session = person.window.session
    words = "\U0001f426 <b>zebra</b> & zebra " + "z" * 400 + " שלום zebra"
    session.write_note("actor", "putin", words)
    person.qtbot.waitUntil(lambda: person.panel.indexing.is_current, timeout=20_000)
    person.seek("zebra OR zzzz*")
    person.panel.grab()
    (row,) = [row for row in person.panel.rows.rows if row.role == "hit"]
    assert "<b>zebra</b>" in row.snippet.text


def test_a_hidden_panel_follows_when_it_is_seen_again(person: Seeker) -> None:
    """While it is closed nothing is indexed."""
    person.window.docks["search"].close()
    person.window.session.write_note("actor", "putin", "zebras")
    person.qtbot.wait(400)
    assert not person.panel.indexing.is_current
    person.open_search()
    person.seek("zebras")
    assert person.shown() == ["note: Vladimir Putin"]


def test_the_list_is_a_sound_model_that_speaks(person: Seeker, qtbot: QtBot) -> None:
    """Qt's own tester finds nothing; a row says its kind, title and words."""
    rows = person.panel.rows
    tester = QAbstractItemModelTester(rows)
    person.seek("observers")
    said = [rows.index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(len(rows.rows))]
    assert any(one.startswith("event, Serbia and Afghanistan") for one in said)
    assert not rows.rowCount(rows.index(0))
    assert rows.data(QModelIndex()) is None
    assert not rows.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
    tester.deleteLater()


def test_the_window_closes_while_the_search_is_made(qtbot: QtBot, home: Path) -> None:
    """Nothing is left behind, and the collector runs again."""
    someone = Seeker(qtbot, home)
    someone.launch()
    someone.window.activateWindow()
    someone.key(Key.Key_F, CTRL | SHIFT)
    someone.window.close()
    someone.forget()
    assert gc.isenabled()


def test_themes_and_damaged_caches_do_no_harm(qtbot: QtBot, home: Path) -> None:
    """In the dark, and after the cache was taken away or spoilt, search goes on."""
    for spoil in (None, "gone", "bad"):
        cache = home / "cache" / "search"
        if spoil == "gone":
            shutil.rmtree(cache)
        elif spoil == "bad":
            for path in cache.iterdir():
                path.write_bytes(b"bad")
        someone = Seeker(qtbot, home)
        someone.launch()
        someone.open_search()
        someone.window.do_dark(dark=spoil == "gone")
        someone.seek("observers")
        assert "event: Serbia and Afghanistan become CSTO observers" in someone.shown()
        someone.panel.grab()
        someone.window.close()
        someone.forget()


def test_true_words_are_found_in_attached_texts(qtbot: QtBot, home: Path, articles: Path) -> None:
    """With the articles in hand a word of theirs is found and opened at its place."""
    someone = Seeker(qtbot, home)
    someone.launch(articles)
    someone.open_search()
    someone.seek("belgrade")
    assert someone.shown()[-1].startswith("text: Russian-Sponsored")
    someone.go_to("text")
    view = someone.window.quotes.article_view
    assert marked_last(view.text) == "Serbia"
    assert "Our words" not in someone.texts(view)
    someone.window.close()
    someone.forget()
