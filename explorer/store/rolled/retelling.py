"""Retelling: the events of a roll as if each had happened when an article first told of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from explorer.layout.columns import Sign
from explorer.model.date import Date, sort_key
from explorer.model.records import Dating, Event
from explorer.rolls.digest import Digest
from explorer.rolls.roll import DigestRoll, Reader
from explorer.rolls.texts import Block, Packed, block_of
from explorer.rolls.ties import Ties, ties_of
from explorer.rolls.traits import bit_of
from explorer.store.rolled.dating import Times, dated, times_of
from explorer.store.rolled.digesting import dates_laid_out, ordered, place_of, put_signs

Ints = npt.NDArray[np.integer[Any]]

_OF_DATES = Sign.APPROXIMATE | Sign.UNCERTAIN | Sign.OPEN_START | Sign.OPEN_END


class RetoldRoll(DigestRoll):
    """All events of another roll with other dates, in the order of these."""

    def __init__(self, digest: Digest, reader: Reader, order: Ints) -> None:
        """Row by row these are the events at `order` of the other roll."""
        super().__init__(digest, reader)
        self._order = order
        self._place = place_of(order)

    def told(self, roll: DigestRoll) -> DigestRoll:
        """Return some events of the other roll with the dates that they have here."""
        return self.only(np.sort(self._place if roll.rows is None else self._place[roll.rows]))

    def untold(self, roll: DigestRoll, all_events: DigestRoll) -> DigestRoll:
        """Return some of these events with their own dates, given all events of the other roll."""
        return all_events.only(
            np.sort(self._order if roll.rows is None else self._order[roll.rows])
        )


def retold_roll(roll: DigestRoll, dates: Sequence[tuple[str, Date]], any_time: Date) -> RetoldRoll:
    """Date all events of a chronicle by the first of the articles that bear on them.

    `dates` are those of articles, by id; events that none of these bears on have `any_time`. Raises
    UnusualError where a date is not written as it is read.
    """
    known = sorted({date.edtf: date for _, date in dates}.values(), key=sort_key)
    chosen = _first_told(roll.digest.articles, len(roll), dates, known)
    used, date_of = np.unique(chosen, return_inverse=True)
    listed = [[*known, any_time][at] for at in used.tolist()]
    times = times_of(dated([date.edtf for date in listed]))
    order = ordered(roll.digest.ids, times.rank[date_of])
    digest = _rearranged(roll.digest, order, times, date_of[order])
    datings = [Dating(date, "stated") for date in listed]
    of_row = date_of[order]

    def change(row: int, event: Event) -> Event:
        return replace(event, date=datings[int(of_row[row])])

    return RetoldRoll(digest, _Changed(roll.reader, order, change), order)


def _first_told(
    articles: Ties, count: int, dates: Sequence[tuple[str, Date]], known: Sequence[Date]
) -> Ints:
    """Return which known date is the first that tells of each event, their count where none is."""
    place = {date.edtf: at for at, date in enumerate(known)}
    dated_at = {article: place[date.edtf] for article, date in dates}
    of_code = np.array([dated_at.get(name, len(known)) for name in articles.names], dtype=np.int64)
    first = np.full(count, len(known), dtype=np.int64)
    np.minimum.at(first, np.repeat(np.arange(count), articles.sizes), of_code[articles.codes])
    return first


def _rearranged(digest: Digest, order: Ints, times: Times, date_of: Ints) -> Digest:
    """Return a digest in another order and with other dates, row by row those at `date_of`."""
    count, place = len(order), place_of(order)
    made: dict[str, Any] = {}
    for field in fields(Digest):
        value = getattr(digest, field.name)
        if isinstance(value, Block):
            texts = Packed(value.letters, np.diff(value.ends))
            made[field.name] = block_of([texts], order, sought=bool(len(value.sums)))
        elif isinstance(value, Ties):
            rows = place[np.repeat(np.arange(count), value.sizes)]
            made[field.name] = ties_of(value.names, value.codes, rows, count)
        elif isinstance(value, np.ndarray) and field.name != "by_start":
            made[field.name] = value[order]
    laid_out = dates_laid_out(times, date_of)
    signs = laid_out["signs"] | (made["signs"] & ~_OF_DATES)
    made |= laid_out | {"signs": signs, "extent": times.extent}
    made["traits"] &= ~bit_of("unsure")
    put_signs(made["traits"], signs)
    by_start = np.lexsort((-made["importance"], made["start"])).astype(np.int32)
    return Digest(by_start=by_start, **made)


class _Changed:
    """Decodes events in another order, and changes each."""

    def __init__(self, reader: Reader, order: Ints, change: Callable[[int, Event], Event]) -> None:
        self._reader = reader
        self._order = order
        self._change = change

    def event(self, row: int) -> Event:
        """Return one event."""
        return self._change(row, self._reader.event(int(self._order[row])))

    def events(self, rows: Ints) -> list[Event]:
        """Return some events, in the order of the rows."""
        found = zip(rows.tolist(), self._reader.events(self._order[rows]), strict=True)
        return [self._change(row, event) for row, event in found]
