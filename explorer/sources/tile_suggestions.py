"""Tile suggestions: where a passage known by its fingerprint alone nearly stands.

A fingerprint's tiles are hashes of four words each, laid end to end. A changed word spoils one
tile, or two; the others still stand at the right distance from each other. Where at least half of
them do, and nowhere else nearly as many, that stretch is suggested. It is never more than that:
nobody can tell from tiles what the spoilt ones said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from explorer.model.records import Passage
from explorer.sources.found import Found
from explorer.sources.shingles import SIZE, read_clues
from explorer.sources.status import Status
from explorer.sources.text_index import TextIndex

_LEAST = 3
"""Tiles that must stand; fewer are met by chance, in a text of any length."""

_SHARE = 0.5
_RUNNER_UP = 0.6
"""How much of the best place's tiles another may have, at most."""

_SLACK = SIZE
"""Words by which a tile may be off, since words come and go."""


def suggest_by_tiles(passages: Iterable[Passage], index: TextIndex) -> dict[str, Found]:
    """Return a suggestion for each passage that nearly stands in the text, by passage id."""
    known = {one.id: read_clues(one.fingerprint).tiles for one in passages}
    wanted = {tile for tiles in known.values() if len(tiles) >= _LEAST for tile in tiles}
    if not wanted:
        return {}
    places = index.shingled(SIZE, wanted)
    found = {name: _suggested(tiles, places, index) for name, tiles in known.items()}
    return {name: one for name, one in found.items() if one is not None}


def _suggested(
    tiles: tuple[int, ...], places: Mapping[int, list[int]], index: TextIndex
) -> Found | None:
    """Return the stretch in which most tiles stand in their order, if it stands out."""
    if len(tiles) < _LEAST:
        return None
    votes: dict[int, dict[int, int]] = defaultdict(dict)
    for number, tile in enumerate(tiles):
        for word in places.get(tile, ()):
            votes[word - SIZE * number].setdefault(number, word)
    gathered = {start: _near(start, votes) for start in votes}
    ranked = sorted(gathered, key=lambda start: (-len(gathered[start]), start))
    if not ranked:
        return None
    best = gathered[ranked[0]]
    share = len(best) / len(tiles)
    if len(best) < _LEAST or share < _SHARE:
        return None
    reach = SIZE * (len(tiles) + 1)
    for start in ranked[1:]:
        if abs(start - ranked[0]) > reach and len(gathered[start]) > _RUNNER_UP * len(best):
            return None
    return _stretch(best, len(tiles), share, index)


def _near(start: int, votes: Mapping[int, Mapping[int, int]]) -> dict[int, int]:
    """Return the tiles, each with the word it stands at, that begin about where `start` says."""
    found: dict[int, int] = {}
    for off in sorted(range(-_SLACK, _SLACK + 1), key=abs):
        for number, word in votes.get(start + off, {}).items():
            found.setdefault(number, word)
    return found


def _stretch(tiles: Mapping[int, int], count: int, share: float, index: TextIndex) -> Found:
    """Return the stretch of text from where the first tile should begin to the last one's end."""
    first, last = min(tiles), max(tiles)
    begins = max(0, tiles[first] - SIZE * first)
    ends = min(len(index.words), tiles[last] + SIZE + SIZE * (count - 1 - last))
    place = index.original(index.starts[begins], index.ends[ends - 1])
    return Found(Status.SUGGESTED, place.start, place.end, share)
