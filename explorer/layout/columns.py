"""Columns: what geometry needs to know of events, one array for each property."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from explorer.model.date import Date, Qualifier
from explorer.model.records import Event
from explorer.model.span import DAY, TimeSpan, span_of

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


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


class Lists(NamedTuple):
    """The columns as lists, of which one element is read faster than of an array."""

    start: list[float]
    end: list[float]
    core_start: list[float]
    core_end: list[float]
    importance: list[int]
    kind: list[int]
    signs: list[int]


@dataclass(frozen=True, eq=False)
class Columns:
    """Events as arrays, in the order of their first possible moment.

    `start` and `end` bound all the time an event may cover; `core_start` and `core_end` bound the
    time it certainly covers (+inf and -inf where none is certain). Seconds UTC throughout.
    `kind` is the number of the event's quad class, `signs` holds `Sign` bits.
    """

    ids: tuple[str, ...]
    titles: tuple[str, ...]
    start: Floats
    end: Floats
    core_start: Floats
    core_end: Floats
    importance: Ints
    kind: Ints
    signs: Ints

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def lists(self) -> Lists:
        """The columns of numbers as lists."""
        arrays = (self.start, self.end, self.core_start, self.core_end)
        whole = (self.importance, self.kind, self.signs)
        return Lists(*(array.tolist() for array in (*arrays, *whole)))

    def inside(self, start: float, end: float) -> Bools:
        """Tell for each event whether it may share any time with `start` to `end` (seconds UTC)."""
        return (self.start < end) & (self.end > start)


def columns_of(events: Sequence[Event], extent: TimeSpan, kind_of: Callable[[str], int]) -> Columns:
    """Lay events out as arrays; open ends are cut at `extent`, `kind_of` numbers a type."""
    spans = [span_of(event.date.value, extent) for event in events]
    starts = np.array([span.start for span in spans], dtype=np.float64)
    ends = np.array([span.end for span in spans], dtype=np.float64)
    weights = np.array([event.importance for event in events], dtype=np.int64)
    order = np.lexsort((np.arange(len(events)), -weights, starts))
    rows = [events[index] for index in order]
    cores = [
        _core(event.date.value, spans[index]) for event, index in zip(rows, order, strict=True)
    ]
    return Columns(
        ids=tuple(event.id for event in rows),
        titles=tuple(event.title for event in rows),
        start=starts[order],
        end=ends[order],
        core_start=np.array([core[0] for core in cores], dtype=np.float64),
        core_end=np.array([core[1] for core in cores], dtype=np.float64),
        importance=weights[order],
        kind=np.array([kind_of(event.type) for event in rows], dtype=np.int64),
        signs=np.array([_signs(event) for event in rows], dtype=np.int64),
    )


def flags(columns: Columns, events: Collection[str]) -> Bools:
    """Tell for each event of the columns whether its id is among `events`."""
    if not events:
        return np.zeros(len(columns), dtype=np.bool_)
    return np.fromiter((one in events for one in columns.ids), np.bool_, len(columns))


def _core(date: Date, span: TimeSpan) -> tuple[float, float]:
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


def _signs(event: Event) -> int:
    date = event.date.value
    signs = Sign.NONE
    if date.qualifier in (Qualifier.APPROXIMATE, Qualifier.BOTH):
        signs |= Sign.APPROXIMATE
    if date.qualifier in (Qualifier.UNCERTAIN, Qualifier.BOTH):
        signs |= Sign.UNCERTAIN
    if date.open_start or date.unknown_start:
        signs |= Sign.OPEN_START
    if date.open_end or date.unknown_end:
        signs |= Sign.OPEN_END
    if any(support.stance == "disputes" for support in event.support):
        signs |= Sign.DISPUTED
    return signs
