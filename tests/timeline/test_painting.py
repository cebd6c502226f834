from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from explorer.model.selection import EventsSelected
from explorer.model.span import TimeSpan
from explorer.session.session import Session
from explorer.timeline.atlas import Atlas
from explorer.timeline.canvas import Canvas
from explorer.timeline.primitives import Batch, mixed, parts
from tests import generate
from tests.builders import a_chronicle, an_event
from tests.timeline.conftest import open_session, shown

RED, BLUE = QColor("#c00000"), QColor("#0000c0")


def blank(width: int = 40, height: int = 20) -> QImage:
    """Return a white picture."""
    picture = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.white)
    return picture


def column(*numbers: float) -> np.ndarray:
    """Return numbers as an array."""
    return np.array(numbers, dtype=np.float64)


def test_rectangles_fill_their_px_and_no_other(qtbot: QtBot) -> None:
    """A batch fills from the first px to before the last, colours in the order of the palette."""
    picture, batch = blank(), Batch()
    batch.fill((column(8.0), column(2), column(4), column(4)), 1)
    batch.fill((column(2.2, 6), column(2, 2), column(3, 4), column(5, 5)), 0)
    painter = QPainter(picture)
    batch.paint_fills(painter, [RED, BLUE])
    painter.end()
    row = [picture.pixelColor(x, 3).name() for x in range(14)]
    white, red, blue = "#ffffff", RED.name(), BLUE.name()
    assert row == [white] * 2 + [red] * 3 + [white] + [red] * 2 + [blue] * 4 + [white] * 2
    assert picture.pixelColor(3, 6).name() == red
    assert picture.pixelColor(3, 7).name() == white


def test_a_batch_takes_far_and_empty_rectangles(qtbot: QtBot) -> None:
    """What lies far outside or has no width harms nothing."""
    picture, batch = blank(), Batch()
    batch.fill(
        (column(-1e9, 5, np.float64(1e12)), column(0, 0, 0), column(2e9, 0, 5), column(1, 1, 1)), 0
    )
    painter = QPainter(picture)
    batch.paint_fills(painter, [RED])
    batch.paint_stamps(painter, Atlas(1.0, 64).picture)
    painter.end()
    assert all(picture.pixelColor(x, 0) == RED for x in range(40))
    assert picture.pixelColor(5, 1).name() == "#ffffff"


def test_parts_of_an_atlas_are_stamped_where_asked(qtbot: QtBot) -> None:
    """What was drawn into the atlas once appears at every place, later stamps on top."""
    atlas = Atlas(1.0, 64)
    red = atlas.part("red", 4, 4, lambda painter: painter.fillRect(0, 0, 4, 4, RED))
    blue = atlas.part("blue", 2, 2, lambda painter: painter.fillRect(0, 0, 2, 2, BLUE))
    assert atlas.part("red", 4, 4, pytest.fail) == red
    picture, batch = blank(), Batch()
    batch.stamp(column(1, 11), column(1, 1), parts([red, red]))
    batch.stamp(column(2), column(2), parts([blue]))
    painter = QPainter(picture)
    batch.paint_stamps(painter, atlas.picture)
    painter.end()
    assert [picture.pixelColor(x, 2).name() for x in (0, 1, 2, 3, 4, 5)] == [
        "#ffffff", RED.name(), BLUE.name(), BLUE.name(), RED.name(), "#ffffff",
    ]  # fmt: skip
    assert picture.pixelColor(14, 4) == RED


def test_a_full_atlas_is_emptied_and_says_so(qtbot: QtBot) -> None:
    """When there is no more room, older parts go, and whoever took them can tell."""
    atlas = Atlas(1.0, 32)
    for number in range(10):
        atlas.part(number, 10, 10, lambda painter: painter.fillRect(0, 0, 10, 10, RED))
    assert atlas.age == 1
    assert atlas.part(9, 10, 10, pytest.fail) == (0.0, 0.0, 10.0, 10.0)


def test_colours_mix() -> None:
    """Half of red over blue is violet."""
    assert mixed(RED, BLUE, 0.5).name() == "#600060"


def test_an_emptied_atlas_leaves_the_picture_as_it_was(qtbot: QtBot, crowd: Session) -> None:
    """Glyphs, counts and titles are drawn anew when the atlas had to be emptied."""
    view = shown(qtbot, crowd)
    view.clearFocus()
    before = view.grab().toImage()
    plates = view._layer._plates
    assert plates is not None
    plates.atlas._empty()
    assert view.grab().toImage() == before


def test_hovering_makes_no_new_scene(qtbot: QtBot, crowd: Session) -> None:
    """Pointing at one event after the other lays nothing out."""
    view = shown(qtbot, crowd)
    view.grab()
    scene = view.frame.scene
    for event in crowd.chronicle.events[:20]:
        crowd.hover(event.id)
        view.grab()
        assert view.frame.scene is scene


def test_many_selected_events_all_stand_out(qtbot: QtBot, crowd: Session) -> None:
    """Beyond those painted with care, frames show what is selected."""
    view = shown(qtbot, crowd)
    crowd.show(TimeSpan(1_459_468_800.0, 1_459_468_800.0 + 30 * 86_400.0))
    plain = view.grab().toImage()
    ids = tuple(event.id for event in crowd.chronicle.events)
    crowd.select(EventsSelected(ids, ids[40]))
    assert view.grab().toImage() != plain


def test_ready_columns_are_shown_without_records(qtbot: QtBot) -> None:
    """Columns made elsewhere take the place of the chronicle's, and counts still add up."""
    session = open_session(a_chronicle(an_event("2016-04-02", "only")))
    view = Canvas(session, shown(qtbot, session)._colours)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    columns = generate.columns(40_000, tracks=8)
    view.use_columns(columns)
    session.show(TimeSpan(columns.first, columns.last))
    assert not view.grab().isNull()
    counts = view.counts()
    assert counts.in_view == 40_000
    assert counts.clustered > 30_000
    assert len(view.frame.scene.lanes) < view.frame.lanes.count
    above, below = view.frame.hidden()
    assert (above, below > 0) == (0, True)
    view.frame.scroll(300)
    assert not view.grab().isNull()
    more_above, less_below = view.frame.hidden()
    assert more_above > 0
    assert less_below < below
