"""Columns: what geometry needs to know of events, one array for each property."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Any, Final, TypeVar

import numpy as np
import numpy.typing as npt

from explorer.model.date import Date, Qualifier
from explorer.model.records import Event
from explorer.model.span import DAY, TimeSpan, span_of
from explorer.rolls.texts import Texts

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.integer[Any]]
Bools = npt.NDArray[np.bool_]

T = TypeVar("T")


class Sign:
    """The bits that say what a drawing shows beside the time of an event.

    Plain integers: an `enum.IntFlag` takes twenty times as long, and every frame asks thousands.
    """

    NONE: Final = 0
    APPROXIMATE: Final = 1
    UNCERTAIN: Final = 2
    OPEN_START: Final = 4
    OPEN_END: Final = 8
    DISPUTED: Final = 16
    BOOKMARKED: Final = 32
    SINGLE_SOURCE: Final = 64


@dataclass(frozen=True, eq=False)
class Columns:
    """Events as arrays, in the order of their first possible moment.

    `start` and `end` bound all the time an event may cover; `core_start` and `core_end` bound the
    time it certainly covers (+inf and -inf where none is certain). Seconds UTC throughout.
    `kind` is the number of the event's quad class, `signs` holds `Sign` bits, `track` is the number
    of the band it belongs to, counted from 0 at the top. `ids` and `titles` may be any sequences,
    those that decode an element when it is looked at included. Where bands have `headers`, that
    many of them, an event of several bands has a row for each.
    """

    ids: Sequence[str]
    titles: Sequence[str]
    start: Floats
    end: Floats
    core_start: Floats
    core_end: Floats
    importance: Ints
    kind: Ints
    signs: Ints
    track: Ints
    headers: int = 0

    def __len__(self) -> int:
        return len(self.start)

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """The place of each event, by id; of one with several, the first."""
        if isinstance(self.ids, Texts):
            return self.ids.places
        if not self.headers:
            return {event: row for row, event in enumerate(self.ids)}
        return {event: rows[0] for event, rows in self._rows_of.items()}

    @cached_property
    def _rows_of(self) -> Mapping[str, list[int]]:
        """All places of each event, by id."""
        found: dict[str, list[int]] = {}
        for row, event in enumerate(self.ids):
            found.setdefault(event, []).append(row)
        return found

    @cached_property
    def _ends(self) -> Floats:
        """The ends in their own order."""
        return np.sort(self.end)

    @cached_property
    def first(self) -> float:
        """The first moment of all, in seconds UTC; 0 without events."""
        return float(self.start[0]) if len(self) else 0.0

    @cached_property
    def last(self) -> float:
        """The last moment of all, in seconds UTC; 1 without events."""
        return float(self._ends[-1]) if len(self) else 1.0

    def inside(self, start: float, end: float) -> Bools:
        """Tell for each event whether it may share any time with `start` to `end` (seconds UTC)."""
        return (self.start < end) & (self.end > start)

    def count(self, start: float, end: float) -> int:
        """Count the events that `inside` tells of, in no more time for more events."""
        begun = int(np.searchsorted(self.start, end, side="left"))
        return begun - int(np.searchsorted(self._ends, start, side="right"))

    def rows(self, events: Collection[str]) -> Ints:
        """Return the places, in rising order, of those events by id that are here."""
        if not events:
            return np.zeros(0, dtype=np.int64)
        if isinstance(self.ids, Texts):
            return self.ids.places_among(events)
        if self.headers:
            every = self._rows_of
            listed = sorted(row for event in set(events) for row in every.get(event, ()))
            return np.array(listed, dtype=np.int64)
        known = self.row_of
        found = sorted({known[event] for event in events if event in known})
        return np.array(found, dtype=np.int64)

    def only(self, rows: Ints) -> Columns:
        """Return the columns of some rows, which are given in rising order."""
        if len(rows) == len(self):
            return self
        return Columns(
            ids=some_texts(self.ids, rows),
            titles=some_texts(self.titles, rows),
            start=self.start[rows],
            end=self.end[rows],
            core_start=self.core_start[rows],
            core_end=self.core_end[rows],
            importance=self.importance[rows],
            kind=self.kind[rows],
            signs=self.signs[rows],
            track=self.track[rows],
        )


def some_texts(texts: Sequence[str], rows: Ints) -> Sequence[str]:
    """Return the texts of some rows, without copying what is not at hand as strings."""
    if isinstance(texts, Texts):
        return texts.only(rows)
    return tuple(texts[row] for row in rows.tolist())


def columns_of(
    events: Sequence[Event],
    extent: TimeSpan,
    kind_of: Callable[[str], int],
    *,
    is_single: Callable[[Event], bool] | None = None,
    is_disputed: Callable[[Event], bool] | None = None,
    track_of: Callable[[Event], int] | None = None,
) -> Columns:
    """Lay events out as arrays; open ends are cut at `extent`, `kind_of` numbers a type.

    `is_single` tells whether an event rests on a single source, `is_disputed` whether its sources
    contradict each other, `track_of` numbers its band: none is single, those are disputed that a
    passage disputes, and all are in the first band, where these are not given.
    """
    spans = [span_of(event.date.value, extent) for event in events]
    starts = np.array([span.start for span in spans], dtype=np.float64)
    ends = np.array([span.end for span in spans], dtype=np.float64)
    weights = np.array([event.importance for event in events], dtype=np.int8)
    order = np.lexsort((np.arange(len(events)), -weights, starts))
    rows = [events[index] for index in order]
    cores = [
        core_of_date(event.date.value, spans[index])
        for event, index in zip(rows, order, strict=True)
    ]
    return Columns(
        ids=tuple(event.id for event in rows),
        titles=tuple(event.title for event in rows),
        start=starts[order],
        end=ends[order],
        core_start=np.array([core[0] for core in cores], dtype=np.float64),
        core_end=np.array([core[1] for core in cores], dtype=np.float64),
        importance=weights[order],
        kind=np.array([kind_of(event.type) for event in rows], dtype=np.int8),
        signs=np.array([_signs(event, is_single, is_disputed) for event in rows], dtype=np.int16),
        track=np.array([track_of(event) if track_of else 0 for event in rows], dtype=np.int16),
    )


def core_of_date(date: Date, span: TimeSpan) -> tuple[float, float]:
    """Return the certain time in seconds UTC: of an open stretch, the day it has an end on."""
    if date.qualifier is not Qualifier.NONE:
        return inf, -inf
    if date.seconds is not None:
        return span.start, span.end
    if date.core is not None:
        return date.core[0] * DAY, (date.core[1] + 1) * DAY
    for bound, is_open in ((date.start_latest, date.latest), (date.end_earliest, date.earliest)):
        if bound is not None and is_open is None:
            return bound * DAY, (bound + 1) * DAY
    return inf, -inf


def _signs(
    event: Event,
    is_single: Callable[[Event], bool] | None,
    is_disputed: Callable[[Event], bool] | None,
) -> int:
    signs = signs_of_date(event.date.value)
    disputes = any(support.stance == "disputes" for support in event.support)
    if disputes or (is_disputed is not None and is_disputed(event)):
        signs |= Sign.DISPUTED
    if is_single is not None and is_single(event):
        signs |= Sign.SINGLE_SOURCE
    return signs


def signs_of_date(date: Date) -> int:
    """Return the bits of `Sign` that a date asks for."""
    signs = Sign.NONE
    if date.qualifier in (Qualifier.APPROXIMATE, Qualifier.BOTH):
        signs |= Sign.APPROXIMATE
    if date.qualifier in (Qualifier.UNCERTAIN, Qualifier.BOTH):
        signs |= Sign.UNCERTAIN
    if date.open_start or date.unknown_start:
        signs |= Sign.OPEN_START
    if date.open_end or date.unknown_end:
        signs |= Sign.OPEN_END
    return signs
