from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.model.filters import Filters
from explorer.session.session import Session
from explorer.theme import theme
from explorer.timeline.overview import OverviewStrip

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def drag(strip: OverviewStrip, start: float, end: float) -> None:
    """Drag with the left button from one px to another."""
    y = strip.height() // 2
    QTest.mousePress(strip, LEFT, PLAIN, QPoint(round(start), y))
    for x in ((start + end) / 2, end):
        place = QPointF(x, y)
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            QPointF(strip.mapToGlobal(place.toPoint())),
            Qt.MouseButton.NoButton,
            LEFT,
            PLAIN,
        )
        QApplication.sendEvent(strip, moved)
    QTest.mouseRelease(strip, LEFT, PLAIN, QPoint(round(end), y))


def test_the_window_is_where_the_viewport_is(strip: OverviewStrip, session: Session) -> None:
    """All events shown, it spans the strip; zoomed in, the part of it."""
    whole = strip.view_rect()
    assert whole.left() == pytest.approx(0)
    assert whole.right() == pytest.approx(strip.width())
    session.zoom(3)
    assert strip.view_rect().width() < whole.width() / 3


def test_dragging_the_window_moves_the_viewport(strip: OverviewStrip, session: Session) -> None:
    """The viewport keeps its length and moves as far as the pointer."""
    session.zoom(3)
    before, view = session.viewport, strip.view_rect()
    middle = view.center().x()
    drag(strip, middle, middle + 60)
    assert session.viewport.length == pytest.approx(before.length)
    moved = (session.viewport.start - before.start) / strip.scale().per_px
    assert moved == pytest.approx(60, abs=1.5)


@pytest.mark.parametrize("edge", ["left", "right"])
def test_dragging_an_edge_resizes_the_viewport(
    strip: OverviewStrip, session: Session, edge: str
) -> None:
    """The edge follows the pointer, the other one stays."""
    session.zoom(3)
    before, view = session.viewport, strip.view_rect()
    x, way = (view.left(), -50) if edge == "left" else (view.right(), 50)
    drag(strip, x, x + way)
    assert session.viewport.length > before.length
    kept = "end" if edge == "left" else "start"
    assert getattr(session.viewport, kept) == pytest.approx(getattr(before, kept))


def test_an_edge_cannot_pass_the_other(strip: OverviewStrip, session: Session) -> None:
    """Dragging the left edge beyond the right one leaves a short viewport before the right one."""
    session.zoom(3)
    view, end = strip.view_rect(), session.viewport.end
    drag(strip, view.left(), view.right() + 200)
    assert session.viewport.end == pytest.approx(end)
    assert session.viewport.length > 0


def test_a_click_outside_centres_the_viewport(strip: OverviewStrip, session: Session) -> None:
    """The viewport keeps its length, its middle where the click was."""
    session.zoom(3)
    length = session.viewport.length
    QTest.mouseClick(strip, LEFT, PLAIN, QPoint(60, 20))
    assert session.viewport.length == pytest.approx(length)
    assert strip.view_rect().center().x() == pytest.approx(60, abs=1)


def test_a_drag_outside_draws_the_viewport_anew(strip: OverviewStrip, session: Session) -> None:
    """What was spanned is what is shown."""
    session.zoom(4)
    drag(strip, 40, 140)
    view = strip.view_rect()
    assert view.left() == pytest.approx(40, abs=1)
    assert view.right() == pytest.approx(140, abs=1)


def test_keys_move_and_zoom_the_viewport(strip: OverviewStrip, session: Session) -> None:
    """Arrows move, plus and minus zoom, Home shows all."""
    whole = session.viewport
    QTest.keyClick(strip, Qt.Key.Key_Plus)
    zoomed = session.viewport
    assert zoomed.length < whole.length
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert session.viewport.start > zoomed.start
    assert session.viewport.length == pytest.approx(zoomed.length)
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert session.viewport.start == pytest.approx(zoomed.start)
    QTest.keyClick(strip, Qt.Key.Key_Minus)
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert session.viewport == whole


def test_the_pointer_says_what_can_be_held(strip: OverviewStrip, session: Session) -> None:
    """Over an edge, the window and the rest, the cursor differs."""
    session.zoom(3)
    view = strip.view_rect()
    shapes = []
    for x in (view.left(), view.center().x(), view.left() - 60):
        QTest.mouseMove(strip, QPoint(round(x), 20))
        shapes.append(strip.cursor().shape())
    assert len(set(shapes)) == 3


def test_what_changes_is_painted(strip: OverviewStrip, session: Session) -> None:
    """Filters, selection, bookmarks and theme each change the picture."""
    pictures = [strip.grab().toImage()]
    session.select_event("charter")
    pictures.append(strip.grab().toImage())
    session.toggle_bookmark("war")
    pictures.append(strip.grab().toImage())
    session.set_filters(Filters(types=frozenset({"INSTITUTION"})))
    pictures.append(strip.grab().toImage())
    strip.set_theme(theme("dark"))
    pictures.append(strip.grab().toImage())
    assert all(one != other for one, other in pairwise(pictures))


def test_no_event_is_no_special_case(strip: OverviewStrip, session: Session) -> None:
    """With nothing to show the strip still shows years and viewport."""
    session.set_filters(Filters(text="no such words"))
    assert not strip.grab().isNull()
