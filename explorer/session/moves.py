"""Moves: the way from one viewport to another, shown in a moment and ended by any input."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer

from explorer.model.span import TimeSpan
from explorer.session.facts import Facts
from explorer.session.navigation import on_the_way

USUAL = 200
"""Milliseconds that a move takes."""

_FRAME = 12
"""Milliseconds from one picture of a move to the next, at most."""

_STOPPING = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.NativeGesture,
)


class Mover(QObject):
    """Shows the way to a viewport in `duration` milliseconds, 0 for none.

    A press or a turn of the wheel stops it where it is, so that the hand takes hold of what it
    sees; a key ends it where it leads, so that the next step begins there. Whatever else brings
    another viewport on screen stops it too.
    """

    def __init__(self, facts: Facts, parent: QObject | None = None) -> None:
        """Move the viewport of a session."""
        super().__init__(parent)
        self.duration = 0
        self._facts = facts
        self._first = self._last = facts.viewport
        self._is_own = False
        self._clock = QElapsedTimer()
        self._beat = QTimer(self, interval=_FRAME)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._step)
        facts.viewport_changed.connect(self._on_viewport)

    @property
    def is_moving(self) -> bool:
        """Tell whether a move is under way."""
        return self._beat.isActive()

    def go(self, span: TimeSpan) -> None:
        """Bring a stretch of time on screen, from where the reader is now."""
        self.stop()
        if self.duration <= 0 or span == self._facts.viewport:
            self._facts.show(span)
            return
        self._first, self._last = self._facts.viewport, span
        self._clock.start()
        self._beat.start()
        self._watch(watching=True)

    def stop(self) -> None:
        """End the move where it is."""
        if self.is_moving:
            self._beat.stop()
            self._watch(watching=False)

    def finish(self) -> None:
        """End the move where it leads."""
        if self.is_moving:
            self.stop()
            self._facts.show(self._last)

    def _watch(self, *, watching: bool) -> None:
        """See every input of the program for as long as a move lasts."""
        program = QCoreApplication.instance()
        if program is not None and watching:
            program.installEventFilter(self)
        elif program is not None:
            program.removeEventFilter(self)

    def _step(self) -> None:
        share = self._clock.elapsed() / max(self.duration, 1)
        if share >= 1:
            self.finish()
            return
        eased = share * share * (3 - 2 * share)
        self._is_own = True
        try:
            self._facts.show(on_the_way(self._first, self._last, eased))
        finally:
            self._is_own = False

    def _on_viewport(self, _viewport: TimeSpan) -> None:
        if not self._is_own:
            self.stop()

    def eventFilter(self, _watched: QObject, happened: QEvent) -> bool:
        """End the move with any input, which then does what it is for."""
        if happened.type() in _STOPPING:
            self.stop()
        elif happened.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            self.finish()
        return False
