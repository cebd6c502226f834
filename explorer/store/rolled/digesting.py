"""Digesting: the arrays of a chronicle's events, put together of runs in the order of the file."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from explorer.layout.columns import Sign
from explorer.model.roll import Trait
from explorer.rolls.digest import Digest
from explorer.rolls.texts import Block, block_of
from explorer.rolls.ties import Numbers, Ties, ties_of
from explorer.rolls.traits import bit_of
from explorer.store.rolled.dating import Times, joined, times_of
from explorer.store.rolled.gathering import Gathered
from explorer.store.unusual import UnusualError

Ints = npt.NDArray[np.integer[Any]]

_LONGEST_WORD = 32
"""Bytes up to which ids are compared as numbers."""

_SIGNED: tuple[tuple[Trait, int], ...] = (
    ("unsure", Sign.APPROXIMATE | Sign.UNCERTAIN),
    ("disputed", Sign.DISPUTED),
    ("single-source", Sign.SINGLE_SOURCE),
)


def digest_of(runs: Sequence[Gathered]) -> Digest:
    """Return the digest of all events of some runs.

    Raises UnusualError where two have one key or one id.
    """
    keys = np.concatenate([one.keys for one in runs])
    if not (keys[1:] > keys[:-1]).all() and len(np.unique(keys)) < len(keys):
        raise UnusualError
    dates, date_of = joined([(one.dated, one.dates) for one in runs])
    times = times_of(dates)
    order = ordered(block_of([one.ids for one in runs]), times.rank[date_of])
    with ThreadPoolExecutor() as threads:  # numpy works on several arrays at once
        made = {
            name: threads.submit(block_of, [getattr(one, name) for one in runs], order, sought=it)
            for name, it in (("ids", True), ("titles", False), ("words", False))
        }
        ties = {field: threads.submit(_ties, runs, field, order) for field in runs[0].ties}
        dated = dates_laid_out(times, date_of[order])
        numbers: dict[str, Any] = {
            name: np.concatenate([getattr(one, name) for one in runs])[order]
            for name in ("importance", "traits", "first", "last")
        }
    fields: dict[str, Any] = {name: one.result() for name, one in (made | ties).items()}
    _check_alone(fields["ids"])
    signs = dated["signs"]
    signs[_disputed(runs, order)] |= Sign.DISPUTED
    signs[fields["articles"].sizes == 1] |= Sign.SINGLE_SOURCE
    put_signs(numbers["traits"], signs)
    by_start = np.lexsort((-numbers["importance"], dated["start"])).astype(np.int32)
    return Digest(by_start=by_start, extent=times.extent, **fields, **dated, **numbers)


def dates_laid_out(times: Times, date_of: Ints) -> dict[str, Any]:
    """Return what the date of each event is, by the field of the digest."""
    names = ("start", "end", "core_start", "core_end")
    return {
        "earliest": times.days[0][date_of],
        "latest": times.days[1][date_of],
        "signs": times.signs[date_of],
        **{name: side[date_of] for name, side in zip(names, times.sides, strict=True)},
    }


def put_signs(traits: Ints, signs: Ints) -> None:
    """Put the bits that signs tell among those of traits."""
    for trait, sign in _SIGNED:
        traits[signs & sign > 0] |= bit_of(trait)


def place_of(order: Ints) -> Ints:
    """Return the place that each row of the file comes to."""
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return place


def _begins(runs: Sequence[Gathered]) -> list[int]:
    """Return the row of the file at which each run begins."""
    return [0, *np.cumsum([len(one.keys) for one in runs]).tolist()][:-1]


def _disputed(runs: Sequence[Gathered], order: Ints) -> Ints:
    rows = [one.disputed + begin for one, begin in zip(runs, _begins(runs), strict=True)]
    return np.asarray(place_of(order)[np.concatenate(rows)])


def _ties(runs: Sequence[Gathered], field: str, order: Ints) -> Ties:
    """Return what events have in common, of one field of the digest."""
    number = Numbers()
    codes, rows = [], []
    for run, begin in zip(runs, _begins(runs), strict=True):
        one = run.ties[field]
        codes.append(np.array([number[name] for name in one.names], np.int32)[one.codes])
        rows.append(one.rows + begin)
    placed = place_of(order)[np.concatenate(rows)]
    return ties_of(tuple(number), np.concatenate(codes), placed, len(order))


def _check_alone(ids: Block) -> None:
    """Raise UnusualError where an id stands twice."""
    # Two that are alike have one sum; of the few that have one by chance the texts are compared.
    again = np.flatnonzero(ids.sums[1:] == ids.sums[:-1])
    doubtful = np.unique(ids.places[np.concatenate((again, again + 1))])
    if len({ids.text(at) for at in doubtful.tolist()}) < len(doubtful):
        raise UnusualError


def ordered(ids: Block, rank: Ints) -> Ints:
    """Return the events by the rank of their dates, those of one date by id."""
    lengths = np.diff(ids.ends)
    if lengths.max() <= _LONGEST_WORD and ids.letters.all():
        columns = [rank, *_as_numbers(ids, lengths)]
        if _are_in_order(columns):  # as a file that this program wrote
            return np.arange(len(rank))
        return np.lexsort(columns[::-1])
    order = np.argsort(rank, kind="stable")
    edges = np.flatnonzero(np.diff(rank[order])) + 1
    listed = order.tolist()
    for start, end in pairwise([0, *edges.tolist(), len(listed)]):
        if end - start > 1:
            listed[start:end] = sorted(listed[start:end], key=ids.text)
    return np.array(listed, dtype=np.int64)


def _as_numbers(ids: Block, lengths: Ints) -> list[Ints]:
    """Return short ids as numbers that stand in their order, those of their first bytes first."""
    padded = np.concatenate((ids.letters, np.zeros(_LONGEST_WORD, dtype=np.uint8)))
    # The eight bytes from each place on, read where they stand.
    eights = np.ndarray((len(padded) - 7,), dtype=">u8", buffer=padded, strides=(1,))
    found = []
    for at in range(0, int(lengths.max()), 8):
        words = eights[ids.ends[:-1] + at].astype(np.uint64)
        kept = np.clip(lengths - at, 0, 8).astype(np.uint64)
        beyond = np.uint64(8) * (np.uint64(8) - np.maximum(kept, 1))
        found.append(np.where(kept > 0, words >> beyond << beyond, 0))
    return found


def _are_in_order(columns: Sequence[Ints]) -> bool:
    """Tell whether rows stand in the order of the first column, those alike of the next, ..."""
    alike = np.ones(len(columns[0]) - 1, dtype=np.bool_)
    for column in columns:
        if (alike & (column[1:] < column[:-1])).any():
            return False
        alike &= column[1:] == column[:-1]
    return True
