"""Steps: how going through very many events tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

Step = Callable[[int, int], None]
"""Is told how many events are gone through of how many, and may raise to end it."""

EVERY = 500
"""Events between two steps."""


def unwatched(_done: int, _total: int) -> None:
    """Go on."""
