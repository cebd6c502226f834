"""The bands of memberships and offices under the timeline, by clicks and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from explorer.analysis.standings import Stretch
from explorer.bands import Bands
from explorer.commands.codebooks import open_codebook
from explorer.model.date import parse_date
from explorer.model.records import Membership, Office
from explorer.model.selection import ActorSelected, PassageSelected
from explorer.model.span import TimeSpan
from explorer.model.workspace import Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from explorer.timeline.standing_strip import SELECTED, StandingStrip
from tests.builders import a_chronicle, an_actor, an_event


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A league of ten members, the first of which left, with a secretary."""
    until = ["1992/1999", *["1992/.."] * 9]
    members = [
        an_actor(
            f"m{n}", memberships=(Membership("league", "member", parse_date(dates), ("daily.1",)),)
        )
        for n, dates in enumerate(until)
    ]
    zas = an_actor("zas", offices=(Office("Secretary", "league", parse_date("2005/2010")),))
    record = a_chronicle(
        an_event("1992", "founded", actors=("league",), passages=("daily.1",)),
        an_event("2024", "now", actors=("m0",)),
        actors=(*members, zas),
    )
    made = Session(open_codebook(None))
    made.open(record, Workspace("test"), make_library(record))
    return made


@pytest.fixture
def strip(qtbot: QtBot, session: Session) -> StandingStrip:
    """The strip on screen with the league's bands."""
    made = StandingStrip(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(900, 140)
    made.choose("league")
    qtbot.waitExposed(made)
    return made


def middle(strip: StandingStrip, stretch: Stretch) -> QPoint:
    """Return a place on a band."""
    area = strip.rect_of(stretch).intersected(strip.rect().toRectF())
    return area.center().toPoint()


def test_without_an_actor_the_strip_takes_no_room(strip: StandingStrip) -> None:
    """It hides, and comes back with the next choice."""
    strip.choose("")
    assert strip.isHidden()
    strip.choose("m0")
    assert strip.isVisible()
    assert [strip.words(one) for one in strip.stretches] == ["member, League"]


def test_bands_keep_step_with_the_timeline(strip: StandingStrip, session: Session) -> None:
    """A band lies where its time does on the viewport."""
    left = strip.stretches[0]
    view = TimeSpan(left.span.start, left.span.end)
    session.show(view)
    area = strip.rect_of(left)
    assert area.left() == pytest.approx(0, abs=0.5)
    assert area.right() == pytest.approx(900, abs=0.5)


def test_a_click_leads_to_the_passage(qtbot: QtBot, strip: StandingStrip, session: Session) -> None:
    """What attests a membership is shown; where nothing does, who held the office."""
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle(strip, strip.stretches[0]))
    assert session.selection == PassageSelected("daily.1", "")
    strip.setFocus()
    for _ in strip.stretches:
        qtbot.keyClick(strip, Qt.Key.Key_Down)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert session.selection == ActorSelected("zas")


def test_the_time_of_a_band_is_set_off(qtbot: QtBot, strip: StandingStrip) -> None:
    """Whoever listens is told of the band under the pointer, and when there is none."""
    told: list[object] = []
    strip.pointed.connect(told.append)
    first = strip.stretches[0]
    qtbot.mouseMove(strip, middle(strip, first))
    qtbot.mouseMove(strip, QPoint(899, 1))
    assert told == [first.span, None]


def test_further_rows_come_by_the_keyboard(qtbot: QtBot, strip: StandingStrip) -> None:
    """The last band is brought on screen, and its words go to the screen reader."""
    last = max(strip.stretches, key=lambda one: one.row)
    assert strip.rect_of(last).top() > strip.height()
    strip.setFocus()
    for _ in strip.stretches:
        qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.rect_of(last).bottom() <= strip.height()
    assert strip.accessibleDescription().startswith("Zas: Secretary")
    assert strip.stretch_at(middle(strip, last)) == last


def test_it_follows_the_selected_actor(strip: StandingStrip, session: Session) -> None:
    """Chosen so, it shows the bands of whoever is selected, and keeps them at other selections."""
    strip.choose(SELECTED)
    session.select(ActorSelected("m1"))
    assert strip.actor == "m1"
    session.select_event("now")
    assert strip.actor == "m1"


def test_the_menu_keeps_the_choice(
    qtbot: QtBot, strip: StandingStrip, session: Session, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What is chosen is chosen at the next start; a chronicle without that actor shows none."""
    path = str(tmp_path_factory.mktemp("settings") / "settings.ini")
    settings, menu = QSettings(path, QSettings.Format.IniFormat), QMenu()
    qtbot.addWidget(menu)
    Bands(session, strip, menu, settings)
    assert strip.isHidden()
    choice = next(one for one in menu.actions() if one.text() == "League")
    choice.trigger()
    assert strip.actor == "league"
    again, other = QMenu(), StandingStrip(session, theme("dark"))
    qtbot.addWidget(again)
    qtbot.addWidget(other)
    Bands(session, other, again, settings)
    assert other.actor == "league"
    assert [one.text() for one in again.actions() if one.isChecked()] == ["League"]
    empty = a_chronicle(an_event())
    session.open(empty, Workspace("test"), make_library(empty))
    assert (other.actor, other.isHidden()) == ("", True)


def test_a_band_in_any_state_is_painted(qtbot: QtBot, strip: StandingStrip) -> None:
    """Certain time is painted stronger than time that is only possible."""
    strip.choose("m0")
    area = strip.rect_of(strip.stretches[0])
    shown = strip.grab().toImage()
    scale = shown.devicePixelRatio()

    def at(share: float) -> int:
        place = QPointF(area.left() + area.width() * share, area.bottom() - 1) * scale
        return shown.pixelColor(place.toPoint()).lightness()

    assert at(0.5) < at(0.01)
