"""Gathering: the arrays of a run of documents, made of their lines without making records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
from msgspec import UNSET

from explorer.model.finding import own_words
from explorer.rolls.texts import Packed, packed
from explorer.rolls.ties import Numbers
from explorer.rolls.traits import bit_of
from explorer.store.rolled.dating import Dated, dated
from explorer.store.shapes import EventShape
from explorer.store.unusual import UnusualError

Ints = npt.NDArray[np.integer[Any]]

_LONGEST_KEY = 18
"""Signs of a key that is a number of 64 bits whatever its figures are."""

_TENS = 10 ** np.arange(_LONGEST_KEY, dtype=np.int64)


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
    found = _DECODER.decode(b"{%s}" % raw[: int(last[-1])])
    keys = _keys(raw, first, list(found))
    documents = list(found.values())
    ids, titles = [one.id for one in documents], [one.title for one in documents]
    if not (all(ids) and all(titles)):
        raise UnusualError
    number = Numbers()
    dates = np.array([number[one.date.edtf] for one in documents], dtype=np.int32)
    ties = {**_plain_ties(documents), **_parts(documents)}
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
        traits=_traits(documents, ties, supports.asserting),
        disputed=supports.disputed,
        ties=ties,
    )


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
    joined = "".join(keys)
    lengths = np.fromiter(map(len, keys), dtype=np.int64, count=len(keys))
    plain = joined.isascii() and joined.isdigit() and lengths.min() > 0
    if len(keys) != len(first) or not plain or lengths.max() > _LONGEST_KEY:
        raise ValueError("not a document a line")
    signs = np.frombuffer(raw + b"    ", dtype=np.uint8)  # so that a short last line has signs, too
    ends = np.cumsum(lengths)
    places = np.arange(len(joined)) + np.repeat(first + 1 - ends + lengths, lengths)
    figures = np.frombuffer(joined.encode(), dtype=np.uint8)
    behind = first + 1 + lengths
    begin = [(first, '"'), *((behind + at, sign) for at, sign in enumerate('": {'))]
    as_found = np.array_equal(signs[places], figures)
    if not as_found or not all((signs[at] == ord(sign)).all() for at, sign in begin):
        raise ValueError("not a document a line")
    powers = np.repeat(ends, lengths) - np.arange(len(joined)) - 1
    return np.add.reduceat((figures - ord("0")) * _TENS[powers], ends - lengths)


def _named(names: Sequence[str], rows: Ints) -> Named:
    number = Numbers()
    codes = np.fromiter(map(number.__getitem__, names), dtype=np.int32, count=len(names))
    return Named(tuple(number), codes, rows)


def _plain_ties(documents: Sequence[EventShape]) -> dict[str, Named]:
    """Return types, tags and places."""
    rows = np.arange(len(documents))
    types = _named([one.type for one in documents], rows)
    if not all(types.names):
        raise UnusualError
    tagged = [at for at, one in enumerate(documents) if one.tags]
    tags = [tag for at in tagged for tag in documents[at].tags]
    placed = [at for at, one in enumerate(documents) if one.place]
    return {
        "types": types,
        "tags": _named(
            tags,
            np.repeat(np.array(tagged, dtype=np.int64), [len(documents[at].tags) for at in tagged]),
        ),
        "places": _named([documents[at].place for at in placed], rows[placed]),
    }


def _parts(documents: Sequence[EventShape]) -> dict[str, Named]:
    """Return the actors that take part, and these with who claims an event."""
    rows = np.arange(len(documents))
    parts = [part for one in documents for part in one.participants]
    names = [part.actor for part in parts]
    if "" in {part.role for part in parts} or not all(names):
        raise UnusualError
    sizes = [len(one.participants) for one in documents]
    claimed = [at for at, one in enumerate(documents) if one.claimed_by]
    names += [documents[at].claimed_by for at in claimed]
    actors = _named(names, np.concatenate((np.repeat(rows, sizes), rows[claimed])))
    taking = slice(len(parts))
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
        asserted = [one.asserts.date for at in said if (one := self._all[at]).asserts is not UNSET]
        dated(tuple({date for date in asserted if date}))  # each has to be a date

    def ties(self, published_of: Mapping[str, str]) -> dict[str, Named]:
        """Return the passages, and the published articles that these are of."""
        passages = _named([one.passage for one in self._all], self._rows)
        if not all(passages.names):
            raise UnusualError
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
    listed = [2 if one.importance is UNSET else one.importance for one in documents]
    if not 1 <= min(listed) <= max(listed) <= 3:
        raise UnusualError
    return np.array(listed, dtype=np.int8)


def _traits(documents: Sequence[EventShape], ties: Mapping[str, Named], asserting: Ints) -> Ints:
    """Return the bits that documents themselves tell."""
    traits = np.zeros(len(documents), dtype=np.int8)
    actors, parties = ties["actors"].rows, ties["parties"].rows
    traits[actors[len(parties) :]] |= bit_of("claimed")  # who claims stands behind who takes part
    traits[parties] |= bit_of("party")
    traits[[at for at, one in enumerate(documents) if one.asks]] |= bit_of("asks")
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
