"""Steps: how going through very many events tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from explorer.model.records import Event

Step = Callable[[int, int], None]
"""Is told how many events are gone through of how many, and may raise to end it."""

EVERY = 500
"""Events between two steps."""


def watched(events: Sequence[Event], step: Step) -> Iterator[Event]:
    """Yield events; `step` learns before some of them how far it is."""
    for place, event in enumerate(events):
        if place % EVERY == 0:
            step(place, len(events))
        yield event


def unwatched(_done: int, _total: int) -> None:
    """Go on."""
