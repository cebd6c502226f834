"""Places: where the reader has been, to go back to and forward from."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.model.filters import Filters
from explorer.model.selection import Selection
from explorer.model.span import TimeSpan
from explorer.session.clock import Clock
from explorer.session.session import Session

REST = 700
"""Milliseconds of rest after which the place that the reader is at counts as visited."""

_MOST = 100
"""How many places are kept; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Place:
    """What makes up a place: the time on screen, by which clock, the filters, what is selected."""

    viewport: TimeSpan
    clock: Clock
    filters: Filters
    selection: Selection


class Places(QObject):
    """Notes each place at which the reader comes to rest.

    A turn of the wheel or a drag passes many viewports; only the one it ends at is a place.

    Signals:
        changed(): other places can be gone to.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Follow a session."""
        super().__init__(parent)
        self._session = session
        self._visited: list[Place] = [self._here()]
        self._at = 0
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.note)
        session.chronicle_changed.connect(self._forget)
        for fact in (
            session.viewport_changed,
            session.clock_changed,
            session.filters_changed,
            session.selection_changed,
        ):
            fact.connect(self._on_change)

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a place to go back to."""
        return self._at > 0 or self._here() != self._visited[self._at]

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is a place to go forward to."""
        return self._at + 1 < len(self._visited) and self._here() == self._visited[self._at]

    def note(self) -> None:
        """Take the present place for visited; places gone back from are forgotten by that."""
        self._rest.stop()
        here = self._here()
        if here == self._visited[self._at]:
            return
        del self._visited[self._at + 1 :]
        self._visited.append(here)
        del self._visited[:-_MOST]
        self._at = len(self._visited) - 1
        self.changed.emit()

    def back(self) -> None:
        """Go to the place visited before this one."""
        self._session.arrive()
        self.note()
        self._go_to(self._at - 1)

    def forward(self) -> None:
        """Go to the place that was gone back from."""
        self._session.arrive()
        self.note()
        self._go_to(self._at + 1)

    def _go_to(self, at: int) -> None:
        if not 0 <= at < len(self._visited):
            return
        place, self._at = self._visited[at], at
        session = self._session
        session.set_filters(place.filters)
        session.set_clock(place.clock)
        session.select(place.selection)
        session.travel(place.viewport)
        self.changed.emit()

    def _here(self) -> Place:
        session = self._session
        return Place(session.viewport, session.clock, session.filters, session.selection)

    def _on_change(self, _changed: object) -> None:
        self._rest.start()
        self.changed.emit()

    def _forget(self, _chronicle: object) -> None:
        """Start anew: places of one chronicle mean nothing in another."""
        self._visited, self._at = [self._here()], 0
        self._rest.stop()
        self.changed.emit()
