"""Grouped: the facts of the moment with the tracks that the timeline puts events into."""

from __future__ import annotations

from PySide6.QtCore import Signal

from explorer.model.tracks import Tracks
from explorer.session.clock import Clocked


class Grouped(Clocked):
    """The facts with the reader's choice of tracks.

    Signals:
        tracks_changed(Tracks): events are in other tracks, or these in another state.
    """

    tracks_changed = Signal(object)
    _tracks: Tracks = Tracks()

    @property
    def tracks(self) -> Tracks:
        """How events are put into tracks."""
        return self._tracks

    def set_tracks(self, tracks: Tracks) -> None:
        """Put events into other tracks."""
        if tracks != self._tracks:
            self._tracks = tracks
            self.tracks_changed.emit(tracks)
