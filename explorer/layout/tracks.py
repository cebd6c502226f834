"""Tracks laid out: an event's row repeated for each track that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import overload

import numpy as np

from explorer.layout.columns import Bools, Columns, Ints, some_texts


@dataclass(frozen=True, eq=False)
class Track:
    """One band: its key and name, and the rows of its events among those that pass the filters.

    `number` is its place on the timeline, -1 for one that is hidden. A collapsed one has a header
    and no lanes.
    """

    key: str
    name: str
    rows: Ints
    number: int
    is_collapsed: bool = False
    is_pinned: bool = False


@dataclass(frozen=True, eq=False)
class Tracked:
    """Events in tracks: `whole` has each event once, `columns` once for each open track it is in.

    `tracks` holds all tracks in order, those hidden included.
    """

    whole: Columns
    columns: Columns
    tracks: tuple[Track, ...]

    @property
    def shown(self) -> tuple[Track, ...]:
        """The tracks that have a header."""
        return tuple(track for track in self.tracks if track.number >= 0)

    def out_of_sight(self, start: float, end: float) -> int:
        """Count the events of `start` to `end` (seconds UTC) that no open track shows."""
        inside = self.whole.inside(start, end)
        seen: Bools = np.zeros(len(self.whole), dtype=np.bool_)
        for track in self.shown:
            if not track.is_collapsed:
                seen[track.rows] = True
        return int(np.count_nonzero(inside & ~seen))


class _Titles(Sequence[str]):
    """Titles in tracks, put together when they are looked at."""

    def __init__(
        self, whole: Columns, rows: Ints, keys: Sequence[str], words: Callable[[str, str], str]
    ) -> None:
        self._whole = whole
        self._rows = rows
        self._keys = keys
        self._words = words

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...

    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        row = int(self._rows[at])
        return f"{self._whole.titles[row]}{self._words(self._whole.ids[row], self._keys[at])}"


def rows_by_key(
    ids: Sequence[str], keys_of: Callable[[str], Iterable[str]]
) -> dict[str, list[int]]:
    """Return the rows of each key; `keys_of` gives those of an event's id, "" where it has none.

    Every row is in at least one of them, and in none twice.
    """
    found: dict[str, list[int]] = {}
    for row, event in enumerate(ids):
        for key in dict.fromkeys(keys_of(event)) or ("",):
            found.setdefault(key, []).append(row)
    return found


def tracked(whole: Columns, tracks: Sequence[Track], words: Callable[[str, str], str]) -> Tracked:
    """Return the columns of tracks, whose `number` rises from 0 among those that are shown.

    `words` gives what stands behind an event's title in a track: (id of the event, key).
    """
    open_tracks = [one for one in tracks if one.number >= 0 and not one.is_collapsed]
    rows = _joined([one.rows for one in open_tracks])
    number = _joined([np.full(len(one.rows), one.number) for one in open_tracks])
    order = np.argsort(rows, kind="stable")
    rows, number = rows[order], number[order]
    keys = {one.number: one.key for one in open_tracks}
    columns = Columns(
        ids=some_texts(whole.ids, rows),
        titles=_Titles(whole, rows, [keys.get(at, "") for at in number.tolist()], words),
        start=whole.start[rows],
        end=whole.end[rows],
        core_start=whole.core_start[rows],
        core_end=whole.core_end[rows],
        importance=whole.importance[rows],
        kind=whole.kind[rows],
        signs=whole.signs[rows],
        track=number.astype(np.int16),
        headers=sum(one.number >= 0 for one in tracks),
    )
    return Tracked(whole, columns, tuple(tracks))


def numbered(tracks: Iterable[Track], hidden: frozenset[str]) -> tuple[Track, ...]:
    """Return tracks with the numbers of those that are shown, in their order."""
    made, number = [], 0
    for track in tracks:
        is_hidden = track.key in hidden
        made.append(replace(track, number=-1 if is_hidden else number))
        number += not is_hidden
    return tuple(made)


def _joined(parts: Sequence[Ints]) -> Ints:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)
