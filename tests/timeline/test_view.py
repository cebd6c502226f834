from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from explorer.layout.pieces import Cluster
from explorer.model.filters import Filters
from explorer.model.selection import (
    ClusterSelected,
    EventsSelected,
    NoSelection,
    current_event,
    selected_events,
)
from explorer.model.span import DAY, TimeSpan, span_of
from explorer.session.session import Session
from explorer.theme import theme
from explorer.timeline.cluster_list import ClusterList
from explorer.timeline.view import TimelineView
from tests.builders import a_chronicle
from tests.timeline.conftest import open_session, shown

LEFT = Qt.MouseButton.LeftButton
PLAIN, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def spot(view: TimelineView, event: str) -> QPoint:
    """Return the middle of an event on screen."""
    place = view.place_of(event)
    assert place is not None
    return place.center().toPoint()


def click(view: TimelineView, place: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Click with the left button."""
    QTest.mouseClick(view.viewport(), LEFT, keys, place)


def drag(view: TimelineView, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Drag with the left button in a few steps."""
    area = view.viewport()
    QTest.mousePress(area, LEFT, keys, start)
    for step in (1, 2, 3, 4):
        place = QPointF(start + (end - start) * step / 4)
        QTest.mouseMove(area, place.toPoint())
        moved = _moved(view, place, keys)
        QApplication.sendEvent(area, moved)
    QTest.mouseRelease(area, LEFT, keys, end)


def _moved(view: TimelineView, place: QPointF, keys: Qt.KeyboardModifier) -> QEvent:
    """Return a move with the left button down, which QTest's own has not on all platforms."""
    from PySide6.QtGui import QMouseEvent  # noqa: PLC0415

    everywhere = QPointF(view.viewport().mapToGlobal(place.toPoint()))
    return QMouseEvent(
        QEvent.Type.MouseMove, place, everywhere, Qt.MouseButton.NoButton, LEFT, keys
    )


def wheel(
    view: TimelineView,
    turn: QPoint,
    keys: Qt.KeyboardModifier = PLAIN,
    place: QPoint = QPoint(500, 300),  # noqa: B008
    pixels: QPoint = QPoint(),  # noqa: B008
) -> None:
    """Turn the wheel over a place."""
    area = view.viewport()
    wheel_event = QWheelEvent(
        QPointF(place),
        QPointF(area.mapToGlobal(place)),
        pixels,
        turn,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area, wheel_event)


def time_at(view: TimelineView, x: float) -> float:
    """Return the moment at a px."""
    return view.frame.time_at(x)


def a_cluster(view: TimelineView) -> Cluster:
    """Return the largest cluster on screen."""
    clusters = [piece for piece in view.frame.scene.pieces if isinstance(piece, Cluster)]
    return max(clusters, key=lambda cluster: cluster.count)


def the_list(qtbot: QtBot) -> ClusterList:
    """Return the list that is open, once it is."""

    def is_open() -> None:
        assert isinstance(QApplication.activePopupWidget(), ClusterList)

    qtbot.waitUntil(is_open)
    found = QApplication.activePopupWidget()
    assert isinstance(found, ClusterList)
    return found


def test_a_click_selects_an_event(view: TimelineView, session: Session) -> None:
    """A click on a mark picks its event and moves nothing."""
    before = session.viewport
    click(view, spot(view, "treaty"))
    assert session.selection == EventsSelected(("treaty",), "treaty")
    assert session.viewport == before


def test_a_click_on_a_label_selects_its_event(view: TimelineView, session: Session) -> None:
    """The words are part of what can be clicked."""
    place = spot(view, "charter") + QPoint(40, 0)
    click(view, place)
    assert current_event(session.selection) == "charter"


def test_a_click_on_empty_space_keeps_the_selection(view: TimelineView, session: Session) -> None:
    """Only Esc gives a selection up."""
    session.select_event("treaty")
    click(view, QPoint(400, 560))
    assert current_event(session.selection) == "treaty"


def test_control_click_adds_and_takes_away(view: TimelineView, session: Session) -> None:
    """Ctrl+click toggles one event among those selected."""
    click(view, spot(view, "treaty"))
    click(view, spot(view, "charter"), CONTROL)
    assert selected_events(session.selection) == ("treaty", "charter")
    click(view, spot(view, "treaty"), CONTROL)
    assert selected_events(session.selection) == ("charter",)


def test_shift_drag_selects_what_it_spans(view: TimelineView, session: Session) -> None:
    """A rubber band picks the events within it and does not move the view."""
    before = session.viewport
    drag(view, QPoint(5, 580), spot(view, "charter") + QPoint(8, -30), SHIFT)
    assert set(selected_events(session.selection)) == {"treaty", "charter"}
    assert session.viewport == before
    assert view.overlay.band is None


def test_a_drag_pans_and_selects_nothing(view: TimelineView, session: Session) -> None:
    """The moment that was grabbed stays under the pointer."""
    grabbed = time_at(view, 500)
    length = session.viewport.length
    drag(view, QPoint(500, 500), QPoint(380, 500))
    assert time_at(view, 380) == pytest.approx(grabbed, abs=length / 1000)
    assert session.viewport.length == pytest.approx(length)
    assert session.selection == NoSelection()


def test_no_drag_loses_all_events(view: TimelineView, session: Session) -> None:
    """However often one pans, the middle of the view stays where events are."""
    for _ in range(12):
        drag(view, QPoint(900, 560), QPoint(50, 560))
    assert session.viewport.overlaps(session.extent())


def test_right_and_middle_buttons_do_nothing(view: TimelineView, session: Session) -> None:
    """Pyqtgraph's own gestures are not there: neither zoom nor menu nor pan."""
    before = session.viewport
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mousePress(view.viewport(), button, PLAIN, QPoint(300, 300))
        QTest.mouseMove(view.viewport(), QPoint(500, 400))
        QTest.mouseRelease(view.viewport(), button, PLAIN, QPoint(500, 400))
    assert session.viewport == before
    assert session.selection == NoSelection()
    assert QApplication.activePopupWidget() is None


def test_control_wheel_zooms_at_the_pointer(view: TimelineView, session: Session) -> None:
    """The moment under the pointer stays there, in and out again."""
    before = session.viewport
    about = time_at(view, 700)
    wheel(view, QPoint(0, 120), CONTROL, QPoint(700, 300))
    assert session.viewport.length < before.length
    assert time_at(view, 700) == pytest.approx(about, abs=1.0)
    wheel(view, QPoint(0, -120), CONTROL, QPoint(700, 300))
    assert session.viewport.length == pytest.approx(before.length)


def test_zoom_ends_without_sliding(view: TimelineView, session: Session) -> None:
    """At the shortest and the longest viewport a further turn changes nothing."""
    for turn in (120 * 60, -120 * 80):
        for _ in range(8):
            wheel(view, QPoint(0, turn), CONTROL, QPoint(900, 300))
        before = session.viewport
        wheel(view, QPoint(0, turn), CONTROL, QPoint(900, 300))
        assert session.viewport.start == pytest.approx(before.start)
        assert session.viewport.end == pytest.approx(before.end)


@pytest.mark.parametrize(("turn", "keys"), [((0, 120), SHIFT), ((120, 0), PLAIN)])
def test_shift_and_sideways_wheel_pan(
    view: TimelineView, session: Session, turn: tuple[int, int], keys: Qt.KeyboardModifier
) -> None:
    """Turning so moves time without zooming it."""
    session.zoom(2)
    before = session.viewport
    wheel(view, QPoint(*turn), keys)
    assert session.viewport.length == pytest.approx(before.length)
    assert session.viewport.start < before.start


def test_a_touchpad_pans_by_its_own_pixels(view: TimelineView, session: Session) -> None:
    """Where the device reports px, time moves by exactly those."""
    session.zoom(2)
    about = time_at(view, 500)
    wheel(view, QPoint(24, 0), pixels=QPoint(37, 0))
    assert time_at(view, 537) == pytest.approx(about, abs=session.viewport.length / 1e6)


def test_a_pinch_zooms_at_the_pointer(view: TimelineView, session: Session) -> None:
    """A touchpad's pinch doubles what it doubles, about the fingers."""
    before = session.viewport
    about = time_at(view, 300)
    place = QPointF(300, 300)
    gesture = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        place,
        place,
        place,
        1.0,
        QPointF(),
    )
    QApplication.sendEvent(view.viewport(), gesture)
    assert session.viewport.length == pytest.approx(before.length / 2)
    assert time_at(view, 300) == pytest.approx(about, abs=1.0)


def test_a_plain_wheel_scrolls_lanes_only(qtbot: QtBot, crowd: Session) -> None:
    """Where not all lanes fit, the wheel moves them and not time."""
    view = shown(qtbot, crowd)
    view.resize(1000, 130)
    crowd.fit_all()
    before = crowd.viewport
    view.counts()
    assert view.frame.hidden()[1] > 0 or view.frame.lanes.count <= 4
    wheel(view, QPoint(0, -120), place=QPoint(500, 100))
    assert crowd.viewport == before
    wheel(view, QPoint(0, 1200), place=QPoint(500, 100))
    assert view.frame.scrolled == 0


def test_a_wheel_in_vain_says_how_to_zoom(
    qtbot: QtBot, view: TimelineView, session: Session
) -> None:
    """Where all lanes fit, a plain turn does nothing but tell, once."""
    before = session.viewport
    with qtbot.waitSignal(session.notice) as said:
        wheel(view, QPoint(0, 120))
    assert "Ctrl" in said.args[0]
    with qtbot.assertNotEmitted(session.notice):
        wheel(view, QPoint(0, 120))
    assert session.viewport == before


def test_a_double_click_zooms_to_the_event(view: TimelineView, session: Session) -> None:
    """The event is selected and fills the view as far as a month lets it."""
    QTest.mouseDClick(view.viewport(), LEFT, PLAIN, spot(view, "clash"))
    assert current_event(session.selection) == "clash"
    assert session.viewport.length < 40 * DAY
    assert session.viewport.contains(span_of(session.chronicle.event["clash"].date.value).centre)


def test_arrows_walk_through_the_events(view: TimelineView, session: Session) -> None:
    """Right and Left go to the next and previous event in time."""
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
        walked.append(current_event(session.selection))
    assert walked == ["treaty", "charter", "treaty"]


def test_up_and_down_change_the_lane(view: TimelineView, session: Session) -> None:
    """Down goes to an event in a lower lane, Up back to a higher one."""
    session.select_event("clash")
    QTest.keyClick(view, Qt.Key.Key_Down)
    lower = current_event(session.selection)
    assert spot(view, lower).y() > spot(view, "clash").y()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert spot(view, current_event(session.selection)).y() < spot(view, lower).y()


def test_keys_zoom_and_fit(view: TimelineView, session: Session) -> None:
    """Plus and minus zoom, 0 fits all, Esc selects nothing."""
    whole = session.viewport
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert session.viewport.length < whole.length
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert session.viewport.length == pytest.approx(whole.length)
    session.select_event("war")
    session.fit_selection()
    QTest.keyClick(view, Qt.Key.Key_0)
    assert session.viewport == whole
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert session.selection == NoSelection()


def test_the_pointer_marks_an_event(view: TimelineView, session: Session) -> None:
    """Moving over an event tells every panel; leaving the timeline takes it back."""
    QTest.mouseMove(view.viewport(), spot(view, "treaty"))
    assert session.hovered == "treaty"
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert session.hovered == ""


def test_a_tooltip_names_title_date_and_sources(view: TimelineView, session: Session) -> None:
    """Resting on an event tells what it is, when it was and how many articles attest it."""
    place = spot(view, "clash")
    asked = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), asked)
    text = QToolTip.text()
    assert session.chronicle.event["clash"].title in text
    assert "2 April 2016" in text
    assert "2 sources" in text
    QToolTip.hideText()


def test_a_cluster_lists_its_members_on_click(qtbot: QtBot, crowd: Session) -> None:
    """A click selects the cluster and opens a list; Enter in it goes to the event."""
    view = shown(qtbot, crowd)
    cluster = a_cluster(view)
    members = view.frame.scene.members(cluster)
    click(view, view.frame.rect_of(cluster).center().toPoint())
    assert crowd.selection == ClusterSelected(members)
    popup = the_list(qtbot)
    assert popup.list.model().rowCount() == len(members)
    QTest.keyClick(popup.list, Qt.Key.Key_Down)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert crowd.selection == EventsSelected((members[1],), members[1])
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_enter_opens_the_list_of_a_selected_cluster(qtbot: QtBot, crowd: Session) -> None:
    """The keyboard reaches what the mouse does; Esc closes the list and keeps the cluster."""
    view = shown(qtbot, crowd)
    members = view.frame.scene.members(a_cluster(view))
    crowd.select(ClusterSelected(members))
    QTest.keyClick(view, Qt.Key.Key_Return)
    popup = the_list(qtbot)
    QTest.keyClick(popup.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert crowd.selection == ClusterSelected(members)


def test_a_selected_event_shows_on_its_cluster(qtbot: QtBot, crowd: Session) -> None:
    """Selecting a member draws it as a mark on the cluster, and the counts still add up."""
    view = shown(qtbot, crowd)
    total = view.counts().in_view
    member = view.frame.scene.members(a_cluster(view))[2]
    crowd.select_event(member)
    piece = view.frame.scene.piece_of(member)
    assert piece is not None
    assert not isinstance(piece, Cluster)
    assert view.counts().in_view == total
    QTest.keyClick(view, Qt.Key.Key_Return)
    the_list(qtbot).close()


def test_zooming_to_a_cluster_parts_it(qtbot: QtBot, crowd: Session) -> None:
    """The list's button brings the members, and them alone, into view."""
    view = shown(qtbot, crowd)
    before = crowd.viewport.length
    cluster = a_cluster(view)
    click(view, view.frame.rect_of(cluster).center().toPoint())
    the_list(qtbot).zoom_asked.emit()
    assert crowd.viewport.length < before
    the_list(qtbot).close()


def test_counts_are_told_and_add_up(qtbot: QtBot, crowd: Session) -> None:
    """The status bar hears of every change of how many events are drawn apart and counted."""
    view = TimelineView(crowd, theme("light"))
    qtbot.addWidget(view)
    view.resize(900, 400)
    with qtbot.waitSignal(view.counted) as told:
        view.show()
    apart, clustered, total = told.args
    assert apart + clustered == total == len(crowd.visible_events())
    with qtbot.waitSignal(view.counted) as told:
        crowd.show(TimeSpan(1_459_468_800.0, 1_459_468_800.0 + 3 * DAY))
    assert told.args == [12, 0, 12]


def test_filters_change_what_is_drawn(view: TimelineView, session: Session) -> None:
    """An event that does not pass has no place; clearing the filters brings it back."""
    session.set_filters(Filters(types=frozenset({"ASSAULT"})))
    assert view.place_of("treaty") is None
    assert view.place_of("war") is not None
    assert view.counts().in_view == 2
    session.set_filters(Filters())
    assert view.place_of("treaty") is not None


def test_a_filter_that_hides_all_is_explained(view: TimelineView, session: Session) -> None:
    """Instead of an empty plane there are words; gestures on it do nothing wrong."""
    session.set_filters(Filters(text="no such words"))
    view.grab()
    assert "No event passes" in view._message()
    wheel(view, QPoint(0, 120), CONTROL)
    drag(view, QPoint(400, 300), QPoint(300, 300))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert session.selection == NoSelection()


def test_an_empty_chronicle_is_explained(qtbot: QtBot) -> None:
    """Before anything is there, that is what it says."""
    view = shown(qtbot, open_session(a_chronicle()))
    view.grab()
    assert "no events" in view._message()


def test_many_changes_make_one_scene(
    qtbot: QtBot, view: TimelineView, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any number of moves before a frame lay out the events once, and panning once more at most."""
    built = []
    from explorer.timeline import staging  # noqa: PLC0415

    true_one = staging.build_scene

    def counted(*given: object, **named: object) -> object:
        built.append(given)
        return true_one(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(staging, "build_scene", counted)
    for _ in range(5):
        session.zoom(0.5)
    view.grab()
    assert len(built) == 1
    for _ in range(10):
        session.show(session.viewport.moved(session.viewport.length / 20))
        view.grab()
    assert len(built) == 2


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_theme_colours_the_ground(view: TimelineView, name: str) -> None:
    """The picture wears the theme it is given, at once."""
    colours = theme(name)
    view.set_theme(colours)
    picture = view.viewport().grab().toImage()
    corner = picture.pixelColor(picture.width() - 12, picture.height() - 12)
    assert corner.name().upper() == colours.base


def test_selection_and_pointer_stand_out(view: TimelineView, session: Session) -> None:
    """Neither the selected nor the hovered event looks like the others."""
    plain = view.grab().toImage()
    session.select_event("charter")
    picked = view.grab().toImage()
    session.clear()
    session.hover("charter")
    hovered = view.grab().toImage()
    assert plain != picked
    assert plain != hovered
    assert picked != hovered


def test_a_larger_font_makes_higher_lanes(view: TimelineView) -> None:
    """Labels are never cut by the height of their lane."""
    before = view.frame.scene.sizes.lane
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    view.grab()
    assert view.frame.scene.sizes.lane > before


def test_the_timeline_introduces_itself(view: TimelineView) -> None:
    """A screen reader hears a name and how to move."""
    assert view.accessibleName() == "Timeline"
    assert "Left and Right" in view.accessibleDescription()


def test_unknown_keys_go_to_the_window(qtbot: QtBot, session: Session) -> None:
    """A key the timeline has no use for reaches its parent."""
    heard = []

    class Window(QWidget):
        def keyPressEvent(self, key_event: object) -> None:
            heard.append(key_event)

    window = Window()
    qtbot.addWidget(window)
    view = TimelineView(session, theme("light"), window)
    QTest.keyClick(view, Qt.Key.Key_G)
    assert len(heard) == 1
