"""TimelineView: the zoomable picture of all events under the reader's hands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
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
from explorer.timeline.cluster_list import ClusterList, cluster_of
from explorer.timeline.keys import Keys
from explorer.timeline.menus import menu_at
from explorer.timeline.pointer import Pointer
from explorer.timeline.tips import tip_at

_ARROW, _HAND = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
_CROSS = Qt.CursorShape.CrossCursor
_LEAP = 4.0
"""The most powers of two that one turn or pinch zooms."""


class TimelineView(Canvas):
    """The timeline; it asks the session for every change and keeps only how far it is scrolled.

    Signals:
        opened(str): the reader wants to read the quotes of an event (its id).
        article_asked(str): the reader wants to read an article (its id).
    """

    opened = Signal(str)
    article_asked = Signal(str)

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
                "to another lane, Home and End to the first and last one; Enter opens it or lists "
                "a cluster, Space selects, the Menu key tells what can be done. Plus and minus "
                "zoom, 0 fits all. The events list holds the same events as a table."
            )
        )
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self._keys = Keys(self)
        self.aids.on_article = self.article_asked.emit
        session.selection_changed.connect(self._keys.forget_cursor)

    def open_current(self) -> None:
        """Select what the ruler measures, list the cluster, or open what the keyboard is on."""
        if self.aids.ruler.select():
            self.refresh()
        elif not self.list_cluster() and (event := self._keys.cursor):
            self.open_event(event)

    def open_event(self, event: str) -> None:
        """Select an event and ask for its quotes."""
        if current_event(self.session.selection) != event:
            self.session.select_event(event)
        self.opened.emit(event)

    def zoom_to(self, event: str) -> None:
        """Select an event and show it as large as it goes."""
        self.session.select_event(event)
        self.session.fit_selection()

    def escape(self) -> None:
        """End a drag under way, else the ruler, else select nothing."""
        if self._pointer.is_dragging and not self._pointer.is_measuring:
            self._pointer.cancel()
        elif self.aids.ruler.end():
            self._pointer.cancel()
            self.refresh()
        else:
            self.session.clear()

    def list_cluster(self) -> bool:
        """List the members of the selected cluster, or of the one that holds the current event.

        Tells whether there is one.
        """
        selection = self.session.selection
        if isinstance(selection, ClusterSelected):
            members = selected_events(selection)
        else:
            self.take_size()
            piece = cluster_of(self.frame, current_event(selection))
            members = self.frame.scene.members(piece) if piece else ()
        rect = self.place_of(members[0]) if members else None
        if rect is not None:
            self._open_list(members, rect.bottomLeft())
        return rect is not None

    # What the pointer asks for (see pointer.Surface)

    def piece_at(self, place: QPointF) -> Piece | None:
        """Return the piece at a place in px."""
        self.take_size()
        return None if self.headers.at(place) else self.frame.piece_at(place)

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
            self.zoom_to(piece.event)

    def follow(self, place: QPointF) -> bool:
        """Scroll a page of lanes, or go where a thread or a sign of the axis leads."""
        if step := self.overlay.page_at(place):
            self._keys.page(step)
            return True
        if self.headers.follow(place) or self.aids.follow(place):
            return True
        if place.y() < self.frame.top and self.aids.ruler.end():
            self.refresh()
        return False

    def measures_at(self, place: QPointF) -> bool:
        """Tell whether a place is on the axis."""
        return place.y() < self.frame.top

    def measure(self, first: float, last: float, *, snap: bool) -> None:
        """Draw the ruler from one px to another."""
        self.aids.ruler.measure(first, last, snap=snap)
        self.refresh()

    def pick_within(self, band: QRectF) -> None:
        """Select the events in a rectangle; an empty one changes nothing."""
        if found := self.frame.events_within(band):
            self.session.select(EventsSelected(found, found[0]))

    def point_at(self, piece: Piece | None, place: QPointF | None = None) -> None:
        """Let a piece stand out, unless something else lies over it at the pointer's place."""
        leads_on = bool(place and (self.headers.at(place) or self.aids.leads_on(place)))
        if leads_on:
            piece = None
        hot = piece if isinstance(piece, Cluster) else None
        self.session.hover("" if piece is None or isinstance(piece, Cluster) else piece.event)
        if hot is not self.hot:
            self.hot = hot
            self.refresh()
        shape = _HAND if piece is not None or leads_on else _ARROW
        if shape is _ARROW and place is not None and self.measures_at(place):
            shape = _CROSS
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

    def _open_list(self, members: tuple[str, ...], place: QPointF) -> None:
        events = [self.session.chronicle.event[member] for member in members]
        popup = ClusterList(events, self)
        popup.picked.connect(self.session.reveal)
        popup.zoom_asked.connect(self.session.fit_selection)
        popup.open_at(self.viewport().mapToGlobal(place.toPoint()))

    def _place_of_cursor(self) -> QPointF:
        """Return where the keyboard is: on an event, a cluster, or at the middle."""
        picked = selected_events(self.session.selection)
        event = self._keys.cursor or (picked[0] if picked else "")
        place = self.place_of(event) if event else None
        area = QRectF(self.viewport().rect())
        if place is None or not area.intersects(place):
            return area.center()
        return place.intersected(area).center()

    def _pinch(self, gesture_event: QGestureEvent) -> bool:
        pinch = gesture_event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        centre = pinch.centerPoint().toPoint()
        self._pointer.pinch(pinch, self.viewport().mapFromGlobal(centre).x())
        return True

    def viewportEvent(self, view_event: QEvent) -> bool:
        """Answer pinches and the wish for a tip."""
        if isinstance(view_event, QHelpEvent) and view_event.type() == QEvent.Type.ToolTip:
            told = tip_at(self, QPointF(view_event.pos()))
            QToolTip.showText(view_event.globalPos(), told, self.viewport())
            return True
        if isinstance(view_event, QNativeGestureEvent):
            return self._pointer.native_gesture(view_event)
        if isinstance(view_event, QGestureEvent):
            return self._pinch(view_event)
        return bool(super().viewportEvent(view_event))

    def event(self, happened: QEvent) -> bool:
        """Keep Esc from the window's menu while there is something of the timeline's to end."""
        if happened.type() == QEvent.Type.ShortcutOverride and isinstance(happened, QKeyEvent):
            ends = self._pointer.is_dragging or self.aids.ruler.span is not None
            if ends and happened.key() == Qt.Key.Key_Escape:
                happened.accept()
                return True
        return bool(super().event(happened))

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Do what a key is for; others go to the window."""
        if not self._keys.press(key_event):
            key_event.ignore()

    def contextMenuEvent(self, asked: QContextMenuEvent) -> None:
        """Open the menu of what is under the pointer, or under the keyboard's cursor."""
        by_mouse = asked.reason() == QContextMenuEvent.Reason.Mouse
        place = QPointF(asked.pos()) if by_mouse else self._place_of_cursor()
        menu_at(self, place).popup(self.viewport().mapToGlobal(place.toPoint()))

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
