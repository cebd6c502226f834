"""Moments: what is shown along the axis and in the overview, looked up once per change."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from explorer.layout.columns import Columns, Floats, Ints
from explorer.layout.gaps import Gap, Gaps, gaps_of
from explorer.layout.measure import edges_of
from explorer.model.chronicle import Chronicle
from explorer.session.session import Session
from explorer.timeline.published import Publication, publications


class Moments:
    """Keeps what was worked out of columns and chronicle for as long as they are the same."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._columns: Columns | None = None
        self._centres: Floats | None = None
        self._gaps: Gaps | None = None
        self._edges: Floats | None = None
        self._told: tuple[tuple[float, float, float], list[Gap]] | None = None
        self._marked: tuple[tuple[object, ...], tuple[tuple[str, float], ...]] | None = None
        self._published: tuple[Chronicle, tuple[Publication, ...]] | None = None

    def publications(self) -> tuple[Publication, ...]:
        """Return the published articles with a date, in the order of time."""
        chronicle = self._session.chronicle
        if self._published is None or self._published[0] is not chronicle:
            self._published = (chronicle, publications(chronicle))
        return self._published[1]

    def gaps(self, columns: Columns, start: float, end: float, least: float) -> list[Gap]:
        """Return the gaps of at least some seconds that reach into a span (seconds UTC)."""
        self._take(columns)
        if self._gaps is None:
            self._gaps = gaps_of(columns)
        key = (start, end, least)
        if self._told is None or self._told[0] != key:
            self._told = (key, self._gaps.within(*key))
        return self._told[1]

    def edges(self, columns: Columns) -> Floats:
        """Return the moments at which events begin or end, in rising order."""
        self._take(columns)
        if self._edges is None:
            self._edges = edges_of(columns)
        return self._edges

    def hits(self, columns: Columns, start: float, per_px: float, width: int) -> Ints:
        """Return the px from `start` on at which an event that the search found has its middle.

        Without a search there are none. The cost follows the px, not the events.
        """
        if not self._session.filters.text:
            return np.zeros(0, dtype=np.int64)
        self._take(columns)
        if self._centres is None:
            self._centres = np.sort((columns.start + columns.end) / 2)
        edges = start + np.arange(width + 1) * per_px
        return np.flatnonzero(np.diff(np.searchsorted(self._centres, edges)))

    def bookmarks(self) -> tuple[tuple[str, float], ...]:
        """Return the bookmarked events that pass the filters, with their middle (seconds UTC)."""
        session = self._session
        key = (session.workspace, session.visible_events(), session.clock)
        kept = self._marked
        if kept is None or any(was is not now for was, now in zip(kept[0], key, strict=True)):
            kept = self._marked = (key, self.centres(session.workspace.bookmark))
        return kept[1]

    def centres(self, events: Iterable[str]) -> tuple[tuple[str, float], ...]:
        """Return those of some events that pass the filters, with their middle (seconds UTC)."""
        session = self._session
        event = session.chronicle.event
        passing = session.visible_ids() if session.filters else event.keys()
        return tuple(
            (one, session.time_of(event[one]).centre)
            for one in events
            if one in passing and one in event
        )

    def _take(self, columns: Columns) -> None:
        if columns is not self._columns:
            self._columns = columns
            self._centres = self._gaps = self._edges = self._told = None
