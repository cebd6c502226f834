"""Bands: the tracks of a picture, and what must be said of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from explorer.layout.columns import Columns
from explorer.session.session import Session
from explorer.timeline.grouping import tracked_of

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Band:
    """A track: its name and how many events it has."""

    name: str
    count: int


@dataclass(frozen=True, eq=False)
class Bands:
    """Events in tracks: a row for each track of an event, and the tracks from top to bottom.

    `left_out` names the tracks that the reader hides.
    """

    columns: Columns
    bands: tuple[Band, ...]
    left_out: tuple[str, ...] = ()


def bands_of(session: Session, whole: Columns) -> Bands:
    """Return the events in the tracks that the reader chose, all of them open."""
    if not session.tracks:
        return Bands(whole, ())
    tracked = tracked_of(session, whole, opened=True)
    return Bands(
        tracked.columns,
        tuple(Band(track.name, len(track.rows)) for track in tracked.shown),
        tuple(track.name for track in tracked.tracks if track.number < 0),
    )


def told(bands: Bands) -> str:
    """Return what must be said of the tracks, in words; empty where there are none."""
    if not bands.bands:
        return ""
    words = translate("Picture", "An event stands in each track that it belongs to.")
    if bands.left_out:
        hidden = translate("Picture", "Tracks left out: {names}.")
        words = f"{words} {hidden.format(names=', '.join(bands.left_out))}"
    return words
