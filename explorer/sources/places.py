"""Places: every stretch of a text in which all the words of a passage stand."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from explorer.sources.shingles import SIZE, UNKNOWN, hash_of_normal, read_clues
from explorer.sources.text_index import TextIndex

_EDGE = 32
"""Code points of punctuation tried on either side of a passage's first and last word."""


class Place(NamedTuple):
    """A half-open range of code points of the text as read, and the shingles around it."""

    start: int
    end: int
    before: int
    after: int


class Places:
    """All places of one passage, in the order of the text."""

    def __init__(self, every: Sequence[Place]) -> None:
        self.every = every
        self._starts = [place.start for place in every]
        self._before: dict[int, list[Place]] = defaultdict(list)
        self._after: dict[int, list[Place]] = defaultdict(list)
        for place in every:
            self._before[place.before].append(place)
            self._after[place.after].append(place)

    def agreeing(self, before: int, after: int) -> dict[Place, int]:
        """Return the places with these shingles around them, and on how many sides (1 or 2)."""
        found: dict[Place, int] = {}
        for told, known in ((before, self._before), (after, self._after)):
            for place in known.get(told, ()) if told != UNKNOWN else ():
                found[place] = found.get(place, 0) + 1
        return found

    def lapping(self, start: int, end: int) -> Sequence[Place]:
        """Return the places that share code points of the text with [start, end)."""
        first = last = bisect_left(self._starts, start)
        while first > 0 and self.every[first - 1].end > start:
            first -= 1
        while last < len(self.every) and self.every[last].start < end:
            last += 1
        return self.every[first:last]


class Finder:
    """Finds passages in one text. Name all fingerprints at once: the text is read for them once."""

    def __init__(self, index: TextIndex, fingerprints: Iterable[tuple[int, ...]]) -> None:
        known = [read_clues(one).tiles for one in fingerprints]
        long = {tile for tiles in known if len(tiles) > 1 for tile in tiles}
        short = {tile for tiles in known if len(tiles) == 1 for tile in tiles}
        self._index = index
        self._sizes: dict[int, Mapping[int, list[int]]] = {}
        for size in range(1, SIZE + 1):
            wanted = short | long if size == SIZE else short
            self._sizes[size] = index.shingled(size, wanted) if wanted else {}
        self._tile_at = {
            at: tile for tile, places in self._sizes[SIZE].items() for at in places if tile in long
        }
        self._found: dict[tuple[str, tuple[int, ...]], Places] = {}

    def places(self, sha256: str, tiles: tuple[int, ...]) -> Places:
        """Return all places where the words with these tiles have this passage hash."""
        key = (sha256, tiles)
        if key not in self._found:
            windows = self._long(tiles) if len(tiles) > 1 else self._short(tiles)
            self._found[key] = Places(self._places(windows, sha256))
        return self._found[key]

    def _places(self, windows: Iterable[tuple[int, int]], sha256: str) -> list[Place]:
        """Return the places of those windows of words that have the hash, punctuation included."""
        normal, starts = self._index.normal, self._index.starts
        found = []
        lead, proven = 0, ""
        for first, last in windows:
            left = starts[first] - lead
            if not proven or left < 0 or not normal.startswith(proven, left):
                edges = self._edges(first, last, sha256)
                if edges is None:
                    continue
                left, right = edges
                lead, proven = starts[first] - left, normal[left:right]
            found.append(self._place(first, last, left, left + len(proven)))
        return found

    def _place(self, first: int, last: int, left: int, right: int) -> Place:
        at = self._index.original(left, right)
        return Place(at.start, at.end, self._index.before(first), self._index.after(last))

    def _short(self, tiles: tuple[int, ...]) -> Iterator[tuple[int, int]]:
        for tile in tiles:
            for size, places in self._sizes.items():
                for at in places.get(tile, ()):
                    yield at, at + size

    def _long(self, tiles: tuple[int, ...]) -> Iterator[tuple[int, int]]:
        laid = self._sizes[SIZE]
        if not all(tile in laid for tile in tiles):
            return
        rarest = min(range(len(tiles) - 1), key=lambda one: len(laid[tiles[one]]))
        for at in laid[tiles[rarest]]:
            first = at - rarest * SIZE
            if self._follow(first, tiles[:-1]):
                yield from self._ends(first, tiles)

    def _follow(self, first: int, tiles: tuple[int, ...]) -> bool:
        at = self._tile_at
        return all(at.get(first + place * SIZE) == tile for place, tile in enumerate(tiles))

    def _ends(self, first: int, tiles: tuple[int, ...]) -> Iterator[tuple[int, int]]:
        last_but_one = first + (len(tiles) - 2) * SIZE
        for last in range(last_but_one + 1, last_but_one + SIZE + 1):
            if self._tile_at.get(last) == tiles[-1]:
                yield first, last + SIZE

    def _edges(self, first: int, last: int, sha256: str) -> tuple[int, int] | None:
        """Return where words [first, last) begin and end with the punctuation of the hash."""
        index = self._index
        start, end = index.starts[first], index.ends[last - 1]
        floor = index.ends[first - 1] if first else 0
        ceiling = index.starts[last] if last < len(index.words) else len(index.normal)
        for left in range(start, max(floor, start - _EDGE) - 1, -1):
            for right in range(end, min(ceiling, end + _EDGE) + 1):
                if hash_of_normal(index.normal[left:right]) == sha256:
                    return left, right
        return None
