"""Digesting: the arrays of a chronicle's events, put together of runs in the order of the file."""

from __future__ import annotations

from collections.abc import Sequence
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
from explorer.store.rolled.dating import joined, times_of
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
    keys = np.sort(np.concatenate([one.keys for one in runs]))
    if (keys[1:] == keys[:-1]).any():
        raise UnusualError
    dates, date_of = joined([(one.dated, one.dates) for one in runs])
    times = times_of(dates)
    order = _ordered(block_of([one.ids for one in runs]), times.rank[date_of])
    ids = block_of([one.ids for one in runs], order, sought=True)
    _check_alone(ids)
    ties = _ties(runs, order)
    date_of = date_of[order]
    signs = times.signs[date_of]
    signs[_disputed(runs, order)] |= Sign.DISPUTED
    signs[ties["articles"].sizes == 1] |= Sign.SINGLE_SOURCE
    start, end, core_start, core_end = (side[date_of] for side in times.sides)
    importance = np.concatenate([one.importance for one in runs])[order]
    return Digest(
        ids=ids,
        titles=block_of([one.titles for one in runs], order),
        words=block_of([one.words for one in runs], order),
        importance=importance,
        earliest=times.days[0][date_of],
        latest=times.days[1][date_of],
        start=start,
        end=end,
        core_start=core_start,
        core_end=core_end,
        signs=signs,
        traits=_with_signs(np.concatenate([one.traits for one in runs])[order], signs),
        by_start=np.lexsort((np.arange(len(order)), -importance, start)).astype(np.int32),
        first=np.concatenate([one.first for one in runs])[order],
        last=np.concatenate([one.last for one in runs])[order],
        extent=times.extent,
        **ties,
    )


def _with_signs(traits: Ints, signs: Ints) -> Ints:
    """Return the bits of traits, those that signs tell among them."""
    for trait, sign in _SIGNED:
        traits[signs & sign > 0] |= bit_of(trait)
    return traits


def _place_of(order: Ints) -> Ints:
    """Return the place that each row of the file comes to."""
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return place


def _begins(runs: Sequence[Gathered]) -> list[int]:
    """Return the row of the file at which each run begins."""
    return [0, *np.cumsum([len(one.keys) for one in runs]).tolist()][:-1]


def _disputed(runs: Sequence[Gathered], order: Ints) -> Ints:
    rows = [one.disputed + begin for one, begin in zip(runs, _begins(runs), strict=True)]
    return np.asarray(_place_of(order)[np.concatenate(rows)])


def _ties(runs: Sequence[Gathered], order: Ints) -> dict[str, Any]:
    """Return what events have in common, by the field of the digest."""
    place, begins = _place_of(order), _begins(runs)
    made: dict[str, Ties] = {}
    for field in runs[0].ties:
        number = Numbers()
        codes, rows = [], []
        for run, begin in zip(runs, begins, strict=True):
            one = run.ties[field]
            codes.append(np.array([number[name] for name in one.names], np.int32)[one.codes])
            rows.append(one.rows + begin)
        placed = place[np.concatenate(rows)]
        made[field] = ties_of(tuple(number), np.concatenate(codes), placed, len(order))
    return made


def _check_alone(ids: Block) -> None:
    """Raise UnusualError where an id stands twice."""
    # Two that are alike have one sum; of the few that have one by chance the texts are compared.
    again = np.flatnonzero(ids.sums[1:] == ids.sums[:-1])
    doubtful = np.unique(ids.places[np.concatenate((again, again + 1))])
    if len({ids.text(at) for at in doubtful.tolist()}) < len(doubtful):
        raise UnusualError


def _ordered(ids: Block, rank: Ints) -> Ints:
    """Return the events by the rank of their dates, those of one date by id."""
    lengths = np.diff(ids.ends)
    if lengths.max() <= _LONGEST_WORD and ids.letters.all():
        return np.lexsort((*_as_numbers(ids, lengths), rank))
    order = np.argsort(rank, kind="stable")
    edges = np.flatnonzero(np.diff(rank[order])) + 1
    listed = order.tolist()
    for start, end in pairwise([0, *edges.tolist(), len(listed)]):
        if end - start > 1:
            listed[start:end] = sorted(listed[start:end], key=ids.text)
    return np.array(listed, dtype=np.int64)


def _as_numbers(ids: Block, lengths: Ints) -> list[Ints]:
    """Return short ids as numbers that stand in their order, those of their last bytes first."""
    width = -(-int(lengths.max()) // 8) * 8
    letters = np.zeros((len(lengths), width), dtype=np.uint8)
    rows = np.repeat(np.arange(len(lengths)), lengths)
    letters[rows, np.arange(len(rows)) - np.repeat(ids.ends[:-1], lengths)] = ids.letters
    words = letters.view(">u8").astype(np.uint64)
    return [words[:, at] for at in reversed(range(words.shape[1]))]
