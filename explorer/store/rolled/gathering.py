"""Gathering: the arrays of a run of documents, made of their lines without making records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
from msgspec import UNSET, UnsetType

from explorer.model.folding import own_words
from explorer.rolls.texts import Packed, packed
from explorer.rolls.ties import Numbers
from explorer.rolls.traits import bit_of
from explorer.store.rolled.dating import Dated, dated
from explorer.store.shapes import EventShape

Ints = npt.NDArray[np.integer[Any]]

_LONGEST_KEY = 18
"""Signs of a key that is a number of 64 bits whatever its figures are."""


@dataclass(frozen=True, eq=False)
class Named:
    """Names one by one: numbers of `names`, and the row of the run that has each."""

    names: tuple[str, ...]
    codes: Ints
    rows: Ints


@dataclass(frozen=True, eq=False)
class Gathered:
    """What the events of a run of lines are, in the order of the file.

    `keys` are the keys of the documents, `first` and `last` bound their bytes in the file. `dates`
    are numbers of what `dated` lists. `disputed` are rows that a passage disputes, one for each
    that does. `ties` are named as in a digest.
    """

    keys: Ints
    first: Ints
    last: Ints
    ids: Packed
    titles: Packed
    words: Packed
    dates: Ints
    dated: Dated
    importance: Ints
    traits: Ints
    disputed: Ints
    ties: Mapping[str, Named]


def gather(raw: bytes, offset: int, published_of: Mapping[str, str]) -> Gathered:
    """Gather the events of whole lines that stand at `offset` in a file, the last break left out.

    Takes the published article of each passage that is of one. Raises ValueError where documents
    do not stand one a line, UnusualError where one is not just as it should be, and msgspec's own
    error where it is none.
    """
    raw.decode()  # in what it skips, msgspec lets pass what is no text
    first, last = _lines(raw)
    found = _DECODER.decode(b"".join((b"{", memoryview(raw)[: int(last[-1])], b"}")))
    keys = _keys(raw, first, list(found))
    documents = list(found.values())
    marked = [
        (at, one)
        for at, one in enumerate(documents)
        if one.tags or one.place or one.claimed_by or one.asks
    ]
    ids, titles = [one.id for one in documents], [one.title for one in documents]
    number = Numbers()
    dates = _numbered(number, [one.date.edtf for one in documents])
    ties = {**_plain_ties(documents, marked), **_parts(documents, marked)}
    supports = _Supports(documents)
    ties |= supports.ties(published_of)
    return Gathered(
        keys=keys,
        first=first + offset,
        last=last + offset,
        ids=packed(ids),
        titles=packed(titles),
        words=_words(documents),
        dates=dates,
        dated=dated(tuple(number)),
        importance=_importance(documents),
        traits=_traits(len(documents), ties["parties"].rows, marked, supports.asserting),
        disputed=supports.disputed,
        ties=ties,
    )


_Marked = Sequence[tuple[int, EventShape]]
"""Events that have tags, a place, somebody who claims or something asked for, and their rows."""

_LEVEL: Mapping[int | UnsetType, int] = {UNSET: 2, 1: 1, 2: 2, 3: 3}

_DECODER = msgspec.json.Decoder(dict[str, EventShape])


def _lines(raw: bytes) -> tuple[Ints, Ints]:
    """Return where each line begins and ends, a comma at its end left out."""
    signs = np.frombuffer(raw, dtype=np.uint8)
    breaks = np.flatnonzero(signs == ord("\n"))
    first = np.concatenate(([0], breaks + 1))
    last = np.concatenate((breaks, [len(raw)]))
    if (last <= first).any():
        raise ValueError("an empty line")
    return first, last - (signs[last - 1] == ord(","))


def _keys(raw: bytes, first: Ints, keys: Sequence[str]) -> Ints:
    """Return keys as numbers; ValueError unless each line begins with one, in their order."""
    lengths = np.fromiter(map(len, keys), dtype=np.int64, count=len(keys))
    joined = "".join(keys)
    plain = joined.isascii() and joined.isdigit() and lengths.min() > 0
    if not plain or len(keys) != len(first) or lengths.max() > _LONGEST_KEY:
        raise ValueError("not a document a line")
    if int((first + lengths).max()) + len('"": {') > len(raw):
        raise ValueError("not a document a line")
    numbers = np.zeros(len(keys), dtype=np.int64)
    for length in range(int(lengths.min()), int(lengths.max()) + 1):
        rows = np.flatnonzero(lengths == length)
        some = keys if len(rows) == len(keys) else [keys[at] for at in rows.tolist()]
        size = length + len('"": {')
        # What stands from each place on, so many bytes of it, read where it stands.
        placed = np.ndarray((len(raw) - size + 1,), dtype=f"V{size}", buffer=raw, strides=(1,))
        begin = placed[first[rows]].tobytes()
        if begin != ("".join(f'"{key}": {{' for key in some)).encode():
            raise ValueError("not a document a line")
        signs = np.frombuffer(begin, dtype=np.uint8).reshape(-1, size)
        for at in range(1, length + 1):
            numbers[rows] = numbers[rows] * 10 + (signs[:, at] - ord("0"))
    return numbers


def _numbered(number: Numbers, names: Sequence[str]) -> Ints:
    return np.fromiter(map(number.__getitem__, names), dtype=np.int32, count=len(names))


def _named(names: Sequence[str], rows: Sequence[int] | Ints) -> Named:
    number = Numbers()
    codes = _numbered(number, names)
    return Named(tuple(number), codes, np.asarray(rows, dtype=np.int64))


def _plain_ties(documents: Sequence[EventShape], marked: _Marked) -> dict[str, Named]:
    """Return types, tags and places."""
    tags = [(at, tag) for at, one in marked for tag in one.tags]
    places = [(at, one.place) for at, one in marked if one.place]
    return {
        "types": _named([one.type for one in documents], np.arange(len(documents))),
        "tags": _named([tag for _, tag in tags], [at for at, _ in tags]),
        "places": _named([place for _, place in places], [at for at, _ in places]),
    }


def _parts(documents: Sequence[EventShape], marked: _Marked) -> dict[str, Named]:
    """Return the actors that take part, and these with who claims an event."""
    names = [part.actor for one in documents for part in one.participants]
    sizes = [len(one.participants) for one in documents]
    rows = np.repeat(np.arange(len(documents)), sizes)
    taking = slice(len(names))
    names += [one.claimed_by for _, one in marked if one.claimed_by]
    claimed = [at for at, one in marked if one.claimed_by]
    actors = _named(names, np.concatenate((rows, np.array(claimed, dtype=np.int64))))
    return {
        "actors": actors,
        "parties": Named(actors.names, actors.codes[taking], actors.rows[taking]),
    }


class _Supports:
    """The supports of a run of events."""

    def __init__(self, documents: Sequence[EventShape]) -> None:
        proven = [at for at, one in enumerate(documents) if one.support]
        self._all = [support for at in proven for support in documents[at].support]
        sizes = [len(documents[at].support) for at in proven]
        self._rows = np.repeat(np.array(proven, dtype=np.int64), sizes)
        said = [at for at, one in enumerate(self._all) if one.asserts is not UNSET]
        self.asserting = self._rows[said]
        disputes = [at for at, one in enumerate(self._all) if one.stance == "disputes"]
        self.disputed = self._rows[disputes]
        asserted = {one.asserts.date for at in said if (one := self._all[at]).asserts is not UNSET}
        if wanted := tuple(filter(None, asserted)):
            dated(wanted)  # each has to be a date

    def ties(self, published_of: Mapping[str, str]) -> dict[str, Named]:
        """Return the passages, and the published articles that these are of."""
        passages = _named([one.passage for one in self._all], self._rows)
        number = Numbers()
        coded = [
            number[published_of[name]] if name in published_of else -1 for name in passages.names
        ]
        codes = np.array([*coded, -1], dtype=np.int32)[passages.codes]
        told = codes >= 0
        return {
            "passages": passages,
            "articles": Named(tuple(number), codes[told], self._rows[told]),
        }


def _importance(documents: Sequence[EventShape]) -> Ints:
    return np.array([_LEVEL[one.importance] for one in documents], dtype=np.int8)


def _traits(count: int, parties: Ints, marked: _Marked, asserting: Ints) -> Ints:
    """Return the bits that documents themselves tell."""
    traits = np.zeros(count, dtype=np.int8)
    traits[parties] |= bit_of("party")
    traits[[at for at, one in marked if one.claimed_by]] |= bit_of("claimed")
    traits[[at for at, one in marked if one.asks]] |= bit_of("asks")
    traits[asserting] |= bit_of("asserts")
    return traits


def _words(documents: Sequence[EventShape]) -> Packed:
    """Return the words to search of each event, a line's end behind each."""
    listed = [
        " ".join(filter(None, (one.title, one.summary, one.place, *one.tags)))
        if one.summary or one.place or one.tags
        else one.title
        for one in documents
    ]
    joined = "\n".join([*listed, ""])
    if joined.isascii():
        letters = np.frombuffer(joined.lower().encode(), dtype=np.uint8)
        if (lengths := _level_lengths(letters)) is not None and len(lengths) == len(listed):
            return Packed(letters, lengths)
    return _with_breaks(
        [own_words(one.title, one.summary, one.place, one.tags) for one in documents]
    )


def _level_lengths(letters: npt.NDArray[np.uint8]) -> Ints | None:
    """Return the length of each line, its end included; None where blanks have to be levelled."""
    is_break = letters == ord("\n")
    blank = is_break | (letters == ord(" "))
    if ((letters < ord(" ")) & ~is_break).any() or blank[0] or (blank[1:] & blank[:-1]).any():
        return None
    return np.diff(np.flatnonzero(is_break), prepend=-1)


def _with_breaks(lines: Sequence[str]) -> Packed:
    raw = [f"{line}\n".encode() for line in lines]
    lengths = np.array([len(one) for one in raw], dtype=np.int64)
    return Packed(np.frombuffer(b"".join(raw), dtype=np.uint8), lengths)
