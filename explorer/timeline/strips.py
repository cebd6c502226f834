"""Strips: where in the widget lanes are seen, those that stay and those that scroll."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.layout.tracks import Tracked

_MOST = 0.6
"""Share of the room that pinned tracks may take; others would hardly be seen beside more."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Lanes seen from the px `top` to `bottom` of the widget; the first lane of all is at `dy`."""

    top: float
    bottom: float
    dy: float


def pinned_lanes(tracked: Tracked | None, tops: Sequence[int], count: int, room: float) -> int:
    """Return how many of the first of `count` lanes stay in sight: those of pinned tracks.

    `tops` are the first lanes of the tracks, `room` is how many lanes are seen at once. As many
    pinned tracks stay, from the first on, as leave room for others; none where all lanes are seen.
    """
    if tracked is None or count <= room:
        return 0
    stay = 0
    for track, end in zip(tracked.shown, [*tops[1:], count], strict=False):
        if not track.is_pinned or end > room * _MOST:
            break
        stay = int(end)
    return stay
