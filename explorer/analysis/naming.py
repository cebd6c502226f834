"""Actors found by what people call them: their names and aliases in any script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.model.folding import fold
from explorer.model.records import Actor


@dataclass(frozen=True, slots=True)
class Named:
    """An actor found by a name; `alias` is the one that was found, if not its own name."""

    actor: str
    name: str
    alias: str = ""


def find_actors(actors: Iterable[Actor], text: str, most: int = 20) -> tuple[Named, ...]:
    """Return the actors whose name or an alias holds `text`, case and diacritics folded.

    Names that begin with it come first, then those with a word that does, then the rest; within
    each, by name. An empty `text` finds nobody.
    """
    wanted = fold(text)
    if not wanted:
        return ()
    found: list[tuple[int, str, Named]] = []
    for actor in actors:
        ranked = [
            (rank, place, name)
            for place, name in enumerate((actor.name, *actor.aliases))
            if (rank := _rank(fold(name), wanted)) is not None
        ]
        if ranked:
            rank, place, name = min(ranked)
            found.append(
                (rank, fold(actor.name), Named(actor.id, actor.name, name if place else ""))
            )
    found.sort(key=lambda one: (one[0], one[1], one[2].actor))
    return tuple(named for _, _, named in found[:most])


def _rank(name: str, wanted: str) -> int | None:
    if name.startswith(wanted):
        return 0
    if f" {wanted}" in name:
        return 1
    return 2 if wanted in name else None
