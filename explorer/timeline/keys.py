"""Keys: what the keyboard does on the timeline, which is one stop of the Tab key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from explorer.model.selection import current_event, selected_events
from explorer.session.navigation import brought_in, neighbour

if TYPE_CHECKING:
    from explorer.timeline.view import TimelineView

_PAGE = 0.8
"""Share of the lanes in sight that a page scrolls."""

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ANY_WAY = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""Modifiers that some keyboards need to type a sign, and that change nothing here."""


class Keys:
    """Turns keys into what the timeline or its session shall do.

    The arrows select as they go. With Ctrl they move the cursor alone, which stands out as if the
    pointer were on it, and Space then picks what is under the cursor, or lets it go.
    """

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self._cursor = ""
        session = view.session
        key = Qt.Key
        self._actions: dict[Qt.Key, Callable[[], None]] = {
            key.Key_Left: partial(session.step, -1),
            key.Key_Right: partial(session.step, 1),
            key.Key_Up: partial(self._change_lane, -1),
            key.Key_Down: partial(self._change_lane, 1),
            key.Key_Home: partial(self._go_to_end, 0),
            key.Key_End: partial(self._go_to_end, -1),
            key.Key_Plus: partial(session.zoom, 1),
            key.Key_Equal: partial(session.zoom, 1),
            key.Key_Minus: partial(session.zoom, -1),
            key.Key_0: session.fit_all,
            key.Key_Return: view.open_current,
            key.Key_Enter: view.open_current,
            key.Key_Space: self._pick,
            key.Key_PageUp: partial(self.page, -1),
            key.Key_PageDown: partial(self.page, 1),
            key.Key_Escape: view.escape,
        }
        self._with_control: dict[Qt.Key, Callable[[], None]] = {
            key.Key_Left: partial(self._move_cursor, -1),
            key.Key_Right: partial(self._move_cursor, 1),
        }

    @property
    def cursor(self) -> str:
        """The event that the keyboard is on, selected or not; empty when on none."""
        current = current_event(self._view.session.selection)
        return self._cursor or current

    def press(self, key_event: QKeyEvent) -> bool:
        """Do what a key is for; tell whether it is for anything."""
        keys = key_event.keyCombination()
        held = keys.keyboardModifiers() & ~_ANY_WAY
        table = {Qt.KeyboardModifier.NoModifier: self._actions, _CONTROL: self._with_control}
        action = table.get(held, {}).get(keys.key())
        if action is None:
            return False
        action()
        return True

    def page(self, step: int) -> None:
        """Scroll the lanes by about what is in sight."""
        frame = self._view.frame
        self._view.scroll(step * (frame.height - frame.top) * _PAGE)

    def forget_cursor(self, _changed: object = None) -> None:
        """Be on the current event again, as after every new selection."""
        self._cursor = ""

    def _go_to_end(self, place: int) -> None:
        """Go to the first (0) or last (-1) of the events that pass the filters."""
        if events := self._view.session.timed(self._view.session.visible_events()):
            self._view.session.reveal(events[place].id)

    def _change_lane(self, step: int) -> None:
        view, session = self._view, self._view.session
        view.take_size()
        current = current_event(session.selection)
        if not session.is_visible(current):
            session.step(step)
        elif found := view.frame.neighbour(current, step):
            session.reveal(found)

    def _move_cursor(self, step: int) -> None:
        """Go to the next event in time and select nothing."""
        session = self._view.session
        found = neighbour(
            session.timed(session.visible_events()), self.cursor, step, session.viewport
        )
        if not found:
            return
        self._cursor = found
        session.hover(found)
        event = session.timed((session.chronicle.event[found],))[0]
        session.show(brought_in(session.viewport, event, session.whole()))
        self._view.take_size()
        self._view.frame.bring_in(found)
        self._view.refresh()

    def _pick(self) -> None:
        """Add what the cursor is on to what is selected, or take it out."""
        session, event = self._view.session, self.cursor
        if not event:
            session.step(1)
            return
        was = event in selected_events(session.selection)
        session.toggle_event(event)
        self._cursor = event
        if was:
            session.hover(event)
