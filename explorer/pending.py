"""Pending: what a panel has worked out beside the window, a page in its place meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject

from explorer.analysis.steps import Step
from explorer.loading import Progress
from explorer.model.records import Event
from explorer.model.roll import Roll
from explorer.model.said import said
from explorer.store.faults import GivenUpError
from explorer.widgets.waiting import WaitingPage
from explorer.works import Works

T = TypeVar("T")

MANY = 5_000
"""From how many events on that must be decoded they are gone through beside the window."""


class _GivenUpError(GivenUpError):
    """Nobody waits any more."""

    def __init__(self) -> None:
        super(GivenUpError, self).__init__(said("given up"))


class Pending(Works):
    """Works one thing out at a time; what is asked for later takes the place of what was before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.broken.connect(self._on_broken)

    def begin(
        self, page: WaitingPage, work: Callable[[Step], T], on_done: Callable[[T], None]
    ) -> None:
        """Start some work, told on a page; its link begins it again after it was given up."""
        self.stop()
        for signal, slot in (
            (self.busy, page.bar.show_work),
            (self.told, page.bar.show_progress),
            (self.given_up, page.give_up),
            (self.failed, page.fail),
        ):
            signal.connect(slot)
        page.bar.cancelled.connect(self.cancel)
        page.again.clicked.connect(lambda: self._go(page, work, on_done))
        self._go(page, work, on_done)

    def _go(
        self, page: WaitingPage, work: Callable[[Step], T], on_done: Callable[[T], None]
    ) -> None:
        page.begin()

        def watched(progress: Progress) -> T:
            def step(done: int, total: int) -> None:
                if progress.is_cancelled():
                    raise _GivenUpError
                progress.tell(done, total, "")

            return work(step)

        self._start(page.told, watched, on_done)

    def _on_broken(self, bug: Exception) -> None:
        raise bug


def are_many(events: Sequence[Event]) -> bool:
    """Tell whether going through some events would hold the window."""
    return isinstance(events, Roll) and len(events) >= MANY
