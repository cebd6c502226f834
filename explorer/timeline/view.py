"""TimelineView: the zoomable picture of all events under the reader's hands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QCursor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QToolTip, QWidget

from explorer.layout.pieces import Cluster, Piece
from explorer.model.selection import (
    ClusterSelected,
    EventsSelected,
    current_event,
    selected_events,
)
from explorer.session.navigation import limited
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.timeline.canvas import Canvas
from explorer.timeline.cluster_list import ClusterList
from explorer.timeline.pointer import Pointer
from explorer.timeline.words import MOST_NAMED, cluster_tip, event_tip

_ARROW, _HAND = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
_LEAP = 4.0
"""The most powers of two that one turn or pinch zooms."""


class TimelineView(Canvas):
    """The timeline; it asks the session for every change and keeps only how far it is scrolled."""

    def __init__(self, session: Session, colours: Theme, parent: QWidget | None = None) -> None:
        """Show `session` in a theme."""
        super().__init__(session, colours, parent)
        self._pointer = Pointer(self)
        self._hinted = False
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Timeline"))
        self.setAccessibleDescription(
            self.tr(
                "Events along time. Left and Right go to the previous and next event, Up and Down "
                "to another lane, plus and minus zoom, Home fits all, Enter lists a cluster. The "
                "events list holds the same events as a table."
            )
        )
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self._keys = {
            Qt.Key.Key_Left: self._previous,
            Qt.Key.Key_Right: self._next,
            Qt.Key.Key_Up: self._lane_above,
            Qt.Key.Key_Down: self._lane_below,
            Qt.Key.Key_Plus: self._zoom_in,
            Qt.Key.Key_Equal: self._zoom_in,
            Qt.Key.Key_Minus: self._zoom_out,
            Qt.Key.Key_Home: session.fit_all,
            Qt.Key.Key_0: session.fit_all,
            Qt.Key.Key_F: session.fit_selection,
            Qt.Key.Key_Return: self.list_cluster,
            Qt.Key.Key_Enter: self.list_cluster,
            Qt.Key.Key_PageUp: self._page_up,
            Qt.Key.Key_PageDown: self._page_down,
        }

    def list_cluster(self) -> None:
        """List the members of the selected cluster, or of the one that holds the current event."""
        selection = self.session.selection
        if isinstance(selection, ClusterSelected):
            members = selected_events(selection)
        else:
            piece = self._cluster_at(current_event(selection))
            members = self.frame.scene.members(piece) if piece else ()
        rect = self.place_of(members[0]) if members else None
        if rect is not None:
            self._open_list(members, rect.bottomLeft())

    def _cluster_at(self, event: str) -> Cluster | None:
        """Return the cluster that counts an event or on which its mark stands."""
        self.take_size()
        rect = self.frame.place_of(event) if event else None
        if rect is None:
            return None
        left, right = rect.left() - self.frame.dx, rect.right() - self.frame.dx
        middle = rect.center().y() - self.frame.dy
        for piece in self.frame.scene.between(left, right, middle, middle):
            if isinstance(piece, Cluster) and piece.left < right and piece.right > left:
                return piece
        return None

    # What the pointer asks for (see pointer.Surface)

    def piece_at(self, place: QPointF) -> Piece | None:
        """Return the piece at a place in px."""
        self.take_size()
        return self.frame.piece_at(place)

    def pick(self, piece: Piece, place: QPointF, *, several: bool) -> None:
        """Select an event, or a cluster with the list of its members."""
        if isinstance(piece, Cluster):
            members = self.frame.scene.members(piece)
            bottom = self.frame.rect_of(piece).bottom()
            self.session.select(ClusterSelected(members))
            self._open_list(members, QPointF(place.x(), bottom))
        elif several:
            self.session.toggle_event(piece.event)
        else:
            self.session.select_event(piece.event)

    def go_to(self, piece: Piece) -> None:
        """Zoom to an event."""
        if not isinstance(piece, Cluster):
            self.session.select_event(piece.event)
            self.session.fit_selection()

    def turn_page(self, place: QPointF) -> bool:
        """Scroll a page of lanes when a sign that there are more is at `place`."""
        step = self.overlay.page_at(place)
        if step:
            self._page(step)
        return step != 0

    def pick_within(self, band: QRectF) -> None:
        """Select the events in a rectangle; an empty one changes nothing."""
        if found := self.frame.events_within(band):
            self.session.select(EventsSelected(found, found[0]))

    def point_at(self, piece: Piece | None) -> None:
        """Let a piece stand out."""
        hot = piece if isinstance(piece, Cluster) else None
        self.session.hover("" if piece is None or isinstance(piece, Cluster) else piece.event)
        if hot is not self.hot:
            self.hot = hot
            self.refresh()
        shape = _ARROW if piece is None else _HAND
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(QCursor(shape))

    def pan(self, dx: float) -> None:
        """Move time by `dx` px to the right, never so far that all events are out of sight."""
        viewport, extent = self.session.viewport, self.frame.extent
        moved = viewport.moved(-dx * self.frame.per_px)
        low, high = min(extent.start, viewport.centre), max(extent.end, viewport.centre)
        if low <= moved.centre <= high:
            self.session.show(moved)

    def scroll(self, dy: float) -> bool:
        """Move the lanes up by `dy` px; tell whether they do not all fit."""
        self.take_size()
        self.refresh()
        return self.frame.scroll(dy)

    def zoom_at(self, octaves: float, x: float) -> None:
        """Zoom in by powers of two, the moment at the px `x` staying where it is."""
        viewport, about = self.session.viewport, self.frame.time_at(x)
        wanted = viewport.zoomed(2.0 ** -min(max(octaves, -_LEAP), _LEAP), about)
        factor = limited(wanted, self.session.chronicle.extent).length / viewport.length
        if abs(factor - 1) > 1e-9:
            self.session.show(viewport.zoomed(factor, about))

    def show_band(self, band: QRectF | None) -> None:
        """Draw the rectangle that is being spanned."""
        if band != self.overlay.band:
            self.overlay.band = band
            self.refresh()

    def hint_at_zoom(self) -> None:
        """Tell once how to zoom."""
        if not self._hinted:
            self._hinted = True
            self.session.notice.emit(self.tr("All lanes fit. Hold Ctrl and turn to zoom."))

    # What the keys ask for

    def _previous(self) -> None:
        self.session.step(-1)

    def _next(self) -> None:
        self.session.step(1)

    def _lane_above(self) -> None:
        self._change_lane(-1)

    def _lane_below(self) -> None:
        self._change_lane(1)

    def _change_lane(self, step: int) -> None:
        self.take_size()
        current = current_event(self.session.selection)
        if not self.session.is_visible(current):
            self.session.step(step)
        elif found := self.frame.neighbour(current, step):
            self.session.reveal(found)

    def _zoom_in(self) -> None:
        self.session.zoom(1)

    def _zoom_out(self) -> None:
        self.session.zoom(-1)

    def _page_up(self) -> None:
        self._page(-1)

    def _page_down(self) -> None:
        self._page(1)

    def _page(self, step: int) -> None:
        self.scroll(step * (self.frame.height - self.frame.top) * 0.8)

    def _escape(self) -> None:
        """End a drag under way, else select nothing."""
        if self._pointer.is_dragging:
            self._pointer.cancel()
        else:
            self.session.clear()

    def _open_list(self, members: tuple[str, ...], place: QPointF) -> None:
        events = [self.session.chronicle.event[member] for member in members]
        popup = ClusterList(events, self)
        popup.picked.connect(self.session.reveal)
        popup.zoom_asked.connect(self.session.fit_selection)
        popup.open_at(self.viewport().mapToGlobal(place.toPoint()))

    def _show_tip(self, help_event: QHelpEvent) -> None:
        piece = self.piece_at(QPointF(help_event.pos()))
        chronicle = self.session.chronicle
        text = ""
        if isinstance(piece, Cluster):
            first = self.frame.scene.members(piece)[:MOST_NAMED]
            text = cluster_tip([chronicle.event[one] for one in first], piece.count)
        elif piece is not None:
            marked = piece.event in self.session.workspace.bookmark
            text = event_tip(chronicle, chronicle.event[piece.event], bookmarked=marked)
        QToolTip.showText(help_event.globalPos(), text, self.viewport())

    def _pinch(self, gesture_event: QGestureEvent) -> bool:
        pinch = gesture_event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        centre = pinch.centerPoint().toPoint()
        self._pointer.pinch(pinch, self.viewport().mapFromGlobal(centre).x())
        return True

    def viewportEvent(self, view_event: QEvent) -> bool:
        """Answer pinches and the wish for a tooltip."""
        if isinstance(view_event, QHelpEvent) and view_event.type() == QEvent.Type.ToolTip:
            self._show_tip(view_event)
            return True
        if isinstance(view_event, QNativeGestureEvent):
            return self._pointer.native_gesture(view_event)
        if isinstance(view_event, QGestureEvent):
            return self._pinch(view_event)
        return bool(super().viewportEvent(view_event))

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Do what a key is for; others go to the window."""
        plain = key_event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        action = self._keys.get(Qt.Key(key_event.key()))
        if key_event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif action is not None and plain == Qt.KeyboardModifier.NoModifier:
            action()
        else:
            key_event.ignore()

    def mousePressEvent(self, mouse_event: QMouseEvent) -> None:
        """Begin a gesture."""
        self._pointer.press(mouse_event)

    def mouseMoveEvent(self, mouse_event: QMouseEvent) -> None:
        """Go on with a gesture."""
        self._pointer.move(mouse_event)

    def mouseReleaseEvent(self, mouse_event: QMouseEvent) -> None:
        """End a gesture."""
        self._pointer.release(mouse_event)

    def mouseDoubleClickEvent(self, mouse_event: QMouseEvent) -> None:
        """Zoom to an event."""
        self._pointer.double_click(mouse_event)

    def wheelEvent(self, wheel_event: QWheelEvent) -> None:
        """Zoom, pan or scroll."""
        self._pointer.wheel(wheel_event)

    def leaveEvent(self, left: QEvent) -> None:
        """Let nothing stand out once the pointer is gone."""
        super().leaveEvent(left)
        self.point_at(None)
