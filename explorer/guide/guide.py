"""Guide: leads through the stops on the real window, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QApplication, QWidget

from explorer.guide.bubble import Bubble
from explorer.guide.spotlight import Spotlight
from explorer.guide.stop import Stop
from explorer.theme import Theme


class Guide(QObject):
    """Shows stop after stop until the last one, or until the reader skips the rest.

    Signals:
        ended(): nothing of the guide is on the window any more.
    """

    ended = Signal()

    def __init__(self, window: QWidget, theme: Theme, stops: Sequence[Stop]) -> None:
        """Begin with the first stop."""
        super().__init__(window)
        self._window = window
        self._stops = tuple(stops)
        self._at = 0
        self._focus = QApplication.focusWidget()
        self._spotlight = Spotlight(theme, window)
        self.bubble = Bubble(theme, window)
        self.bubble.stepped.connect(self._step)
        self.bubble.ended.connect(self.end)
        window.installEventFilter(self)
        self._spotlight.show()
        self.bubble.show()
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._spotlight.set_theme(theme)
        self.bubble.set_theme(theme)

    def end(self) -> None:
        """Take everything off the window and give the keyboard back."""
        self._window.removeEventFilter(self)
        for part in (self._spotlight, self.bubble):
            part.hide()
            part.deleteLater()
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus()
        self.ended.emit()
        self.deleteLater()

    def _step(self, places: int) -> None:
        self._at += places
        if self._at >= len(self._stops):
            self.end()
        else:
            self._at = max(self._at, 0)
            self._show()

    def _show(self) -> None:
        stop = self._stops[self._at]
        self.bubble.say(stop, self._at, len(self._stops))
        self._place()

    def _place(self) -> None:
        """Put everything where the stop's widget is now."""
        stop = self._stops[self._at]
        corner = stop.place.mapTo(self._window, QPoint(0, 0))
        place = QRect(corner, stop.place.size()).intersected(self._window.rect())
        self._spotlight.setGeometry(self._window.rect())
        self._spotlight.point_at(place)
        self.bubble.stand_beside(place, self._window.size())
        self._spotlight.raise_()
        self.bubble.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
