"""Order: chooses places for the passages of an edition by the order that they keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from explorer.sources.path import Stop, best_path

_ORDERLY = 0.75
"""The share of passages that must keep their old order for the order to be relied on."""

_ALIKE = 4
"""Code points by which the shifts of passages of one stretch may differ, besides 2 % of the way."""


class Row(NamedTuple):
    """A passage by its number: where it was, where it may be, and which of these is proven alone.

    `proven` is the number of a stop, or None.
    """

    number: int
    was: int
    stops: Sequence[Stop]
    proven: int | None


def by_order(rows: Sequence[Row]) -> tuple[dict[int, int], bool]:
    """Return for the passages that the order settles which of its stops each takes.

    The second value tells whether they keep their order.

    Where most passages keep their old order, it settles them all. Else paragraphs were moved: a
    passage that might stand in several places is settled only by others of its own stretch.
    """
    ordered = sorted(rows, key=lambda row: row.was)
    places = [(row.was, row.stops) for row in ordered]
    chosen = best_path(places)
    if len(chosen) - chosen.count(None) >= _ORDERLY * sum(1 for row in ordered if row.stops):
        return _taken(ordered, chosen), True
    moved = _taken(ordered, best_path(places, back=True))
    found: dict[int, int] = {}
    for stretch in _stretches([row for row in ordered if row.number in moved], moved):
        if any(row.proven == moved[row.number] for row in stretch):
            found.update((row.number, moved[row.number]) for row in stretch)
    return found, False


def _taken(rows: Sequence[Row], chosen: Sequence[int | None]) -> dict[int, int]:
    pairs = zip(rows, chosen, strict=True)
    return {row.number: choice for row, choice in pairs if choice is not None}


def _stretches(rows: Sequence[Row], chosen: dict[int, int]) -> Iterator[list[Row]]:
    """Yield the passages in runs that stand to each other as they did."""
    run: list[Row] = []
    last = 0
    for row in rows:
        shift = row.stops[chosen[row.number]].now - row.was
        if run and abs(shift - last) > _ALIKE + (row.was - run[-1].was) // 50:
            yield run
            run = []
        run.append(row)
        last = shift
    if run:
        yield run
