"""Ranking: which entries fit what is typed, the best first; no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rapidfuzz import fuzz, process

from explorer.model.folding import fold

Kind = Literal["action", "event", "actor", "article", "view", "search", "tag", "collection"]

_FEW = 8
"""With no more than so many entries that hold all words, those much like them follow."""

_ALIKE = 72.0
"""From how alike on, of 100, an entry counts as meant though a word of it was mistyped."""

_LATER: Mapping[Kind, int] = {"tag": 1, "event": 2}
"""Kinds that follow others that fit as well, being many and often short."""

_MOST_COMPARED = 5_000
"""Entries compared letter by letter at most; of more, the first ones."""


@dataclass(frozen=True)
class Entry:
    """Something to do or go to: kind and id, its words, what stands beside them, other names."""

    kind: Kind
    id: str
    text: str
    beside: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.kind}:{self.id}"

    @cached_property
    def words(self) -> str:
        """Its words, folded for comparison."""
        return fold(self.text)

    @cached_property
    def all_words(self) -> str:
        """Its words and other names, folded."""
        return " ".join((self.words, *self.names))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its other names, folded."""
        return tuple(map(fold, self.aliases))


def ranked(
    entries: Sequence[Entry], typed: str, recent: Sequence[str] = (), most: int = 50
) -> list[Entry]:
    """Return the entries that fit, the best first; without words those used last, then actions.

    An entry fits that holds every word; what is called so stands first, then what begins so,
    then what has words that do, then the rest; of equals, what was used last, then tags after
    others and events after these, then the shorter. Where few fit, entries much like what is
    typed follow.
    """
    wanted = fold(typed)
    last = {key: place for place, key in enumerate(recent)}
    if not wanted:
        used = sorted((one for one in entries if one.key in last), key=lambda one: last[one.key])
        rest = (one for one in entries if one.kind == "action" and one.key not in last)
        return [*used, *rest][:most]
    parts = wanted.split()
    fitting = [one for one in entries if all(part in one.all_words for part in parts)]
    unused = len(last)
    fitting.sort(
        key=lambda one: (
            _place(one, wanted, parts),
            last.get(one.key, unused),
            _LATER.get(one.kind, 0),
            len(one.text),
            one.text,
        )
    )
    if len(fitting) <= _FEW:
        fitting += _alike(entries, wanted, {one.key for one in fitting})
    return fitting[:most]


def _place(entry: Entry, wanted: str, parts: Sequence[str]) -> int:
    if wanted in (entry.words, *entry.names):
        return -1
    if entry.words.startswith(wanted):
        return 0
    spaced = f" {entry.all_words}"
    return 1 if all(f" {part}" in spaced for part in parts) else 2


def _alike(entries: Sequence[Entry], wanted: str, known: set[str]) -> list[Entry]:
    """Return entries that are much like what is typed, the likest first."""
    if len(wanted) < 3:
        return []
    others = [one for one in entries if one.key not in known][:_MOST_COMPARED]
    found = process.extract(
        wanted,
        [one.words for one in others],
        scorer=fuzz.WRatio,
        limit=_FEW,
        score_cutoff=_ALIKE,
    )
    return [others[at] for _, _, at in found]
