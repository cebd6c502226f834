"""What takes a while on very many events is worked out beside the window."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explorer import pending
from explorer.actors import panel as actor_panel
from explorer.actors.page import ActorPage
from explorer.analysis.actor_tally import ActorTally, tally_of
from explorer.analysis.coverage import Coverage
from explorer.analysis.relations import Counted
from explorer.analysis.steps import Step
from explorer.coverage import panel as coverage_panel
from explorer.coverage.panel import CoveragePanel
from explorer.loading import Loading
from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.errors import QuotelineError
from explorer.model.records import Event
from explorer.model.selection import ActorSelected
from explorer.relations import panel as relations_panel
from explorer.relations.panel import RelationsPanel
from explorer.widgets.busy import BusyBar
from explorer.widgets.waiting import WaitingPage
from tests.whole_window import Person, open_rolled


@pytest.fixture
def person(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    """Somebody before the bundled chronicle, which is taken for one of very many events."""
    open_rolled(monkeypatch)
    monkeypatch.setattr(pending, "MANY", 1)
    person = Person(qtbot, home)
    person.launch()
    yield person
    person.window.close()
    person.forget()


def page_in(widget: QWidget) -> WaitingPage | None:
    """Return the page that stands for what is worked out, None without one."""
    found = [one for one in widget.findChildren(WaitingPage) if one.isVisible()]
    return found[0] if found else None


def words_of(page: WaitingPage) -> str:
    """Return what a page says."""
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def give_up(person: Person, widget: QWidget) -> WaitingPage:
    """Wait until the page in a widget tells how far it is, and press Cancel in its bar."""
    person.qtbot.waitUntil(lambda: page_in(widget) is not None)
    page = page_in(widget)
    assert page is not None
    person.qtbot.waitUntil(lambda: " of " in words_of(page), timeout=5_000)
    (bar,) = page.findChildren(BusyBar)
    (cancel,) = bar.findChildren(QPushButton)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: "Given up." in words_of(page), timeout=5_000)
    assert not bar.isVisible()
    return page


def test_the_page_of_an_actor_of_very_many_events_waits_beside_the_window(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It tells how far it is, can be given up and begun again, and is there at once later."""
    pause = [0.3]

    def slowly(chronicle: Chronicle, actor: str, step: Step) -> ActorTally:
        for done in range(4):
            time.sleep(pause[0])
            step(done, 4)
        return tally_of(chronicle, actor, step)

    monkeypatch.setattr(actor_panel, "tally_of", slowly)
    session, actor = person.window.session, person.window.actor
    session.select(ActorSelected("armenia"))
    page = give_up(person, actor)
    pause[0] = 0.0
    person.click(page.again)
    person.qtbot.waitUntil(lambda: bool(actor.findChildren(ActorPage)), timeout=5_000)
    assert page_in(actor) is None
    session.select(ActorSelected("csto"))
    person.qtbot.waitUntil(lambda: page_in(actor) is None, timeout=5_000)
    monkeypatch.setattr(actor_panel, "tally_of", tally_of)
    session.select(ActorSelected("csto", session.chronicle.events[0].id))
    assert page_in(actor) is None


def test_the_matrix_of_sources_of_very_many_events_waits_beside_the_window(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It tells how far it is; begun again after it was given up, it is the matrix as ever."""
    real, pause = coverage_panel.coverage_of, [0.3]

    def slowly(chronicle: Chronicle, step: Step) -> Coverage:
        for done in range(4):
            time.sleep(pause[0])
            step(done, 4)
        return real(chronicle, step)

    monkeypatch.setattr(coverage_panel, "coverage_of", slowly)
    person.key(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    panel = person.window.findChild(CoveragePanel)
    assert panel is not None
    page = give_up(person, panel)
    assert not panel.matrix.isVisible()
    pause[0] = 0.0
    person.click(page.again)
    person.qtbot.waitUntil(panel.matrix.isVisible, timeout=10_000)
    person.settle()
    assert page_in(panel) is None
    shown = panel.matrix.matrix.rowCount()
    assert shown == len(person.window.session.chronicle.events)
    assert panel.count.text().startswith(f"{shown} of {shown} events")


def test_what_very_many_events_have_in_common_waits_beside_the_window(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table of years waits for its counts; begun again, it counts all events of the pair."""
    real, pause = relations_panel.by_year, [0.3]

    def slowly(
        codebook: Codebook, events: Sequence[Event], actors: Collection[str], step: Step
    ) -> Counted:
        for done in range(4):
            time.sleep(pause[0])
            step(done, 4)
        return real(codebook, events, actors, step)

    monkeypatch.setattr(relations_panel, "by_year", slowly)
    person.key(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    panel = person.window.findChild(RelationsPanel)
    assert panel is not None
    page = give_up(person, panel)
    pause[0] = 0.0
    person.click(page.again)
    person.qtbot.waitUntil(panel.table.isVisible, timeout=10_000)
    person.settle()
    assert page_in(panel) is None
    model = panel.table.rows
    counts = [int(model.texts(row)[1]) for row in range(model.rowCount())]
    assert counts[0] == sum(counts[1:]) > 0


def test_closing_the_window_ends_what_is_worked_out(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing goes on behind a window that has gone, and another actor ends the one before."""

    def slowly(chronicle: Chronicle, actor: str, step: Step) -> ActorTally:
        while True:
            time.sleep(0.01)
            step(0, 1)

    monkeypatch.setattr(actor_panel, "tally_of", slowly)
    person.window.session.select(ActorSelected("armenia"))
    person.window.session.select(ActorSelected("csto"))
    assert page_in(person.window.actor) is not None
    person.window.close()
    works = person.window.findChildren(Loading)
    assert all(one.isFinished() for one in works)


def test_what_hinders_the_work_is_told_in_its_place(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record that cannot be read is named where the page would be, and it can begin again."""

    def hindered(_chronicle: Chronicle, _actor: str, _step: Step) -> ActorTally:
        raise QuotelineError("made.json: table 'events', id 'one': cannot be read")

    monkeypatch.setattr(actor_panel, "tally_of", hindered)
    panel = person.window.actor
    person.window.session.select(ActorSelected("armenia"))
    page = page_in(panel)
    assert page is not None
    person.qtbot.waitUntil(lambda: "id 'one': cannot be read" in words_of(page), timeout=5_000)
    assert page.again.isVisible()
    monkeypatch.setattr(actor_panel, "tally_of", tally_of)
    person.click(page.again)
    person.qtbot.waitUntil(lambda: bool(panel.findChildren(ActorPage)), timeout=5_000)


def test_a_bug_in_the_work_is_not_hidden(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else the work raises goes on to the crash dialog."""

    def buggy(_chronicle: Chronicle, _actor: str, _step: Step) -> ActorTally:
        raise ZeroDivisionError

    monkeypatch.setattr(actor_panel, "tally_of", buggy)
    with person.qtbot.captureExceptions() as caught:
        person.window.session.select(ActorSelected("armenia"))
        person.qtbot.waitUntil(lambda: bool(caught), timeout=5_000)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
