"""Pointer: what mouse, wheel and pinch do on the timeline, one effect for each gesture."""

from __future__ import annotations

from math import log2
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QPinchGesture

from explorer.layout.pieces import Cluster, Piece

_NOTCH = 120.0
"""What Qt reports for one notch of a wheel."""

_ZOOM_OF_NOTCH = 0.5
"""Powers of two that one notch zooms."""

_PAN_OF_NOTCH = 90.0
"""Px that one notch pans."""

_LANES_OF_NOTCH = 2.0


class Surface(Protocol):
    """What the pointer asks of the timeline; places in px of the widget."""

    def piece_at(self, place: QPointF) -> Piece | None:
        """Return the piece at a place."""

    def pick(self, piece: Piece, place: QPointF, *, several: bool) -> None:
        """Select a piece, or add it to those selected."""

    def go_to(self, piece: Piece) -> None:
        """Zoom to a piece."""

    def follow(self, place: QPointF) -> bool:
        """Go where a sign over the events leads; tell whether there is one at the place."""

    def measures_at(self, place: QPointF) -> bool:
        """Tell whether a drag from a place measures time."""

    def measure(self, first: float, last: float, *, snap: bool) -> None:
        """Measure the time from one px to another; `snap` draws both to events near them."""

    def pick_within(self, band: QRectF) -> None:
        """Select the events in a rectangle."""

    def point_at(self, piece: Piece | None, place: QPointF | None = None) -> None:
        """Let a piece stand out, the pointer being at a place."""

    def pan(self, dx: float) -> None:
        """Move time by `dx` px to the right."""

    def scroll(self, dy: float) -> bool:
        """Move the lanes up by `dy` px; tell whether there was anything to scroll."""

    def zoom_at(self, octaves: float, x: float) -> None:
        """Zoom in by powers of two about the px `x`."""

    def show_band(self, band: QRectF | None) -> None:
        """Draw the rectangle that is being spanned."""

    def hint_at_zoom(self) -> None:
        """Tell how to zoom to a reader who turns the wheel in vain."""


class Pointer:
    """Keeps the state of a press and turns it into what the surface shall do."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._way = "pan"
        self._drag = ""

    @property
    def is_dragging(self) -> bool:
        """Tell whether a drag is under way."""
        return bool(self._drag)

    @property
    def is_measuring(self) -> bool:
        """Tell whether that drag draws the ruler."""
        return self._drag == "ruler"

    def press(self, mouse_event: QMouseEvent) -> None:
        """Begin a click or a drag, of which only the left button makes any."""
        if mouse_event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._last = mouse_event.position()
            shift = mouse_event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._way = "band" if shift else "pan"
            if self._surface.measures_at(self._pressed):
                self._way = "ruler"
            self._drag = ""

    def move(self, mouse_event: QMouseEvent) -> None:
        """Go on with a drag, or point at what is under the pointer."""
        place = mouse_event.position()
        if self._pressed is None or not mouse_event.buttons() & Qt.MouseButton.LeftButton:
            self._surface.point_at(self._surface.piece_at(place), place)
            return
        if not self._drag:
            way = (place - self._pressed).manhattanLength()
            if way < QApplication.startDragDistance():
                return
            self._drag = self._way
        if self._drag == "band":
            self._surface.show_band(QRectF(self._pressed, place).normalized())
        elif self._drag == "ruler":
            snap = mouse_event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._surface.measure(self._pressed.x(), place.x(), snap=bool(snap))
        else:
            step = place - self._last
            self._surface.pan(step.x())
            self._surface.scroll(-step.y())
        self._last = place

    def release(self, mouse_event: QMouseEvent) -> None:
        """End a click or a drag."""
        if mouse_event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        pressed, drag = self._pressed, self._drag
        self.cancel()
        place = mouse_event.position()
        if drag == "band":
            self._surface.pick_within(QRectF(pressed, place).normalized())
        elif not drag and not self._surface.follow(place):
            piece = self._surface.piece_at(place)
            control = mouse_event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if piece is not None:
                self._surface.pick(piece, place, several=bool(control))

    def double_click(self, mouse_event: QMouseEvent) -> None:
        """Zoom to the event that was double-clicked."""
        self.cancel()
        piece = self._surface.piece_at(mouse_event.position())
        left = mouse_event.button() == Qt.MouseButton.LeftButton
        if left and piece is not None and not isinstance(piece, Cluster):
            self._surface.go_to(piece)

    def cancel(self) -> None:
        """Forget the press; a drag has no more effect."""
        self._pressed = None
        self._drag = ""
        self._surface.show_band(None)

    def wheel(self, wheel_event: QWheelEvent) -> None:
        """Zoom with Ctrl, pan with Shift or sideways, else scroll the lanes."""
        angle = wheel_event.angleDelta()
        if wheel_event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            coasting = wheel_event.phase() == Qt.ScrollPhase.ScrollMomentum
            if not coasting:
                turned = _turned(angle) / _NOTCH
                self._surface.zoom_at(turned * _ZOOM_OF_NOTCH, wheel_event.position().x())
        elif wheel_event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._surface.pan(_px(wheel_event, _PAN_OF_NOTCH, _turned(angle)))
        elif abs(angle.x()) > abs(angle.y()):
            self._surface.pan(_px(wheel_event, _PAN_OF_NOTCH, angle.x()))
        elif not self._surface.scroll(-self._lanes(wheel_event, angle)):
            self._surface.hint_at_zoom()
        wheel_event.accept()

    @staticmethod
    def _lanes(wheel_event: QWheelEvent, angle: QPoint) -> float:
        return _px(wheel_event, _LANES_OF_NOTCH * 26.0, angle.y())

    def native_gesture(self, gesture: QNativeGestureEvent) -> bool:
        """Zoom with a touchpad's pinch; tell whether it was one."""
        if gesture.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._surface.zoom_at(log2(max(1.0 + gesture.value(), 0.1)), gesture.position().x())
        return True

    def pinch(self, pinch: QPinchGesture, x: float) -> None:
        """Zoom with two fingers on a screen, about the px `x` between them."""
        self._surface.zoom_at(log2(max(pinch.scaleFactor(), 0.1)), x)


def _turned(angle: QPoint) -> int:
    """Return the turn of a wheel, whichever way the system reports it (Alt swaps the axes)."""
    return angle.y() or angle.x()


def _px(wheel_event: QWheelEvent, of_notch: float, turned: int) -> float:
    """Return the px to move: those a touchpad reports, else so many for each notch."""
    exact = wheel_event.pixelDelta()
    if not exact.isNull():
        return float(exact.x() if abs(exact.x()) > abs(exact.y()) else exact.y())
    return turned / _NOTCH * of_notch
