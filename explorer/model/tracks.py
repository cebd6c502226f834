"""Tracks: how the timeline puts events into bands of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

Grouping = Literal["none", "actor", "type", "article", "tag"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)


@dataclass(frozen=True, slots=True)
class Tracks:
    """The reader's choice: what events are grouped by, and what was done to single tracks.

    Tracks are named by a key: the id of an actor, type or article, a tag, or "" for events that
    have none. `order` holds the keys that the reader put in order; those it lacks follow as they
    would without it. Pinned tracks come first, collapsed ones show no lanes, hidden ones nothing.
    """

    by: Grouping = "none"
    order: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    collapsed: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return self.by != "none"

    def arranged(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Return keys in the order of the tracks: pinned, as the reader put them, the rest."""
        known = set(keys)
        wanted = dict.fromkeys((*self.pinned, *self.order, *keys))
        return tuple(key for key in wanted if key in known)

    def with_collapsed(self, key: str) -> Tracks:
        """Return the choice with a track collapsed, or open again."""
        return replace(self, collapsed=self.collapsed ^ {key})

    def with_hidden(self, key: str) -> Tracks:
        """Return the choice with a track hidden, or shown again."""
        return replace(self, hidden=self.hidden ^ {key})

    def with_pinned(self, key: str) -> Tracks:
        """Return the choice with a track pinned after the others that are, or no longer."""
        others = tuple(one for one in self.pinned if one != key)
        return replace(self, pinned=others if key in self.pinned else (*others, key))

    def moved(self, keys: tuple[str, ...], key: str, places: int) -> Tracks:
        """Return the choice with a track moved among `keys`, all of them as they stand now.

        A pinned track moves among the pinned ones, another among the others.
        """
        is_pinned = key in self.pinned
        mine = [one for one in self.arranged(keys) if (one in self.pinned) == is_pinned]
        at = mine.index(key)
        mine.insert(min(max(at + places, 0), len(mine) - 1), mine.pop(at))
        if is_pinned:
            return replace(self, pinned=tuple(mine))
        return replace(self, order=tuple(mine))

    def as_data(self) -> dict[str, object]:
        """Return the choice as plain data that JSON can hold; empty where nothing is grouped."""
        if not self:
            return {}
        data: dict[str, object] = {"by": self.by}
        for name, chosen in (
            ("order", self.order),
            ("pinned", self.pinned),
            ("collapsed", sorted(self.collapsed)),
            ("hidden", sorted(self.hidden)),
        ):
            if chosen:
                data[name] = list(chosen)
        return data

    @classmethod
    def from_data(cls, data: object) -> Tracks:
        """Return the choice that `as_data` wrote; what has another type is left out."""
        if not isinstance(data, Mapping):
            return cls()
        by: Grouping = next((one for one in GROUPINGS if one == data.get("by")), "none")

        def texts(name: str) -> tuple[str, ...]:
            chosen = data.get(name)
            listed = chosen if isinstance(chosen, (list, tuple)) else ()
            return tuple(dict.fromkeys(one for one in listed if isinstance(one, str)))

        return cls(
            by,
            texts("order"),
            texts("pinned"),
            frozenset(texts("collapsed")),
            frozenset(texts("hidden")),
        )
