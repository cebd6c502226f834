"""Anchoring: finding a passage again in a text by its locator, or knowing that it is not there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from explorer.model.records import Passage
from explorer.sources.found import Found
from explorer.sources.places import Finder
from explorer.sources.shingles import passage_hash, read_clues
from explorer.sources.status import Status
from explorer.sources.text_index import TextIndex
from explorer.sources.tile_suggestions import suggest_by_tiles

__all__ = ["Found", "Status", "anchor"]

_CLEARLY = 8
"""How many times nearer than the next one a place must be to be taken for its distance alone."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place with the passage's very words; `score` is what speaks for it besides."""

    start: int
    end: int
    score: int


def anchor(passages: Iterable[Passage], text: str, edition: str = "") -> dict[str, Found]:
    """Find each passage in `text`; `edition` is the id of the edition whose text this is, if any.

    A passage is exact where the text at its own offsets has its hash, moved where all its words
    stand elsewhere, and missing otherwise. Of several places with the same words, the one is taken
    whose surroundings agree best, or else the one clearly nearest to where the passages around it
    were found; where neither tells them apart the passage is missing. A passage that had twins in
    its own edition is not moved to where no word around it agrees: that would be a twin.
    """
    known = list(passages)
    found: dict[str, Found] = {}
    strangers: dict[str, list[Passage]] = defaultdict(list)
    quoted: dict[str, list[Passage]] = defaultdict(list)
    for one in known:
        if one.edition == edition and _stands(one, text):
            found[one.id] = Found(Status.EXACT, one.start, one.end)
        elif one.quote is not None:
            quoted[one.edition].append(one)
        else:
            strangers[one.edition].append(one)
    for some in quoted.values():
        found.update(_anchor_quotes(some, text))
    if strangers:
        others = [one for some in strangers.values() for one in some]
        index = TextIndex(text)
        finder = Finder(index, [one.fingerprint for one in others])
        for some in strangers.values():
            found.update(_anchor_edition(some, text, finder))
        lost = [one for one in others if found[one.id].status is Status.MISSING]
        found.update(_untaken(suggest_by_tiles(lost, index), known, found))
    return {one.id: found[one.id] for one in known}


def _anchor_quotes(passages: Sequence[Passage], text: str) -> dict[str, Found]:
    """Anchor the passages of one edition by their own words and those around them."""
    # numpy is wanted by these alone, and must not delay the window's first paint.
    from explorer.sources.folded_quotes import Quoted  # noqa: PLC0415
    from explorer.sources.quote_places import find_quotes  # noqa: PLC0415

    quotes = [
        Quoted(one.quote.exact, one.quote.prefix, one.quote.suffix, one.start)
        for one in passages
        if one.quote is not None
    ]
    return {one.id: at for one, at in zip(passages, find_quotes(quotes, text), strict=True)}


def _untaken(
    suggested: Mapping[str, Found], passages: Sequence[Passage], found: Mapping[str, Found]
) -> dict[str, Found]:
    """Return the suggestions but for those on a place that is proven to be another passage's."""
    if not suggested:
        return {}
    home = {one.id: (one.start, one.end) for one in passages}
    proven = [
        (at.start, at.end, name)
        for name, at in found.items()
        if at.status in (Status.EXACT, Status.MOVED)
    ]
    return {
        name: at
        for name, at in suggested.items()
        if not any(
            start < at.end and at.start < end and not _lap(home[name], home[other])
            for start, end, other in proven
        )
    }


def _lap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _stands(passage: Passage, text: str) -> bool:
    if not 0 <= passage.start < passage.end <= len(text):
        return False
    return passage_hash(text[passage.start : passage.end]) == passage.sha256


def _anchor_edition(passages: Sequence[Passage], text: str, finder: Finder) -> Mapping[str, Found]:
    """Anchor the passages of one edition: first those that are plain, then by them the others."""
    settled: dict[str, _Candidate] = {}
    rivals: dict[str, list[_Candidate]] = {}
    for passage in passages:
        best = _best(_candidates(passage, text, finder))
        if len(best) == 1:
            settled[passage.id] = best[0]
        elif best:
            rivals[passage.id] = best
    neighbours = _Neighbours([one for one in passages if one.id in settled], settled)
    for passage in passages:
        if passage.id in rivals:
            nearest = neighbours.clearly_nearest(passage, rivals[passage.id])
            if nearest is not None:
                settled[passage.id] = nearest
    _part_twins(passages, settled)
    return {one.id: _found(one, settled.get(one.id), text) for one in passages}


def _found(passage: Passage, place: _Candidate | None, text: str) -> Found:
    missing = Found(Status.MISSING, passage.start, passage.end, 0.0)
    if place is None:
        return missing
    if (place.start, place.end) == (passage.start, passage.end):
        return Found(Status.EXACT, place.start, place.end)
    # The words were proven in the index; a place that cuts through a letter and its accent or a
    # ligature proves false only here, on the text itself.
    proven = passage_hash(text[place.start : place.end]) == passage.sha256
    return Found(Status.MOVED, place.start, place.end) if proven else missing


def _candidates(passage: Passage, text: str, finder: Finder) -> list[_Candidate]:
    """Return the places to choose from, each with what speaks for it.

    A side on which the words agree counts one, and so does standing where it used to.
    """
    clues = read_clues(passage.fingerprint)
    places = finder.places(passage.sha256, clues.tiles)
    agreeing = places.agreeing(clues.before, clues.after)
    stands = _stands(passage, text)
    home = set(places.lapping(passage.start, passage.end)) if stands else set()
    found = [_Candidate(*one[:2], sides) for one, sides in agreeing.items() if one not in home]
    if stands:
        sides = max((agreeing.get(one, 0) for one in home), default=0)
        found.append(_Candidate(passage.start, passage.end, sides + 1))
    if not found and not clues.twins:
        found = [_Candidate(one.start, one.end, 0) for one in places.every]
    return found


def _best(candidates: list[_Candidate]) -> list[_Candidate]:
    top = max((one.score for one in candidates), default=0)
    return [one for one in candidates if one.score == top]


class _Neighbours:
    """The passages of an edition that were found beyond doubt, and what they tell of the others."""

    def __init__(self, passages: Iterable[Passage], settled: Mapping[str, _Candidate]) -> None:
        places = sorted((one.start, settled[one.id].start) for one in passages)
        self._was = [was for was, _ in places]
        self._shift = [now - was for was, now in places]

    def clearly_nearest(self, passage: Passage, rivals: Sequence[_Candidate]) -> _Candidate | None:
        """Return the rival that is much nearer than any other to where the passage is expected."""
        expected = self._expected(passage.start)
        ranked = sorted(
            (min(abs(one.start - place) for place in expected), one.start, one) for one in rivals
        )
        (first, _, nearest), (second, _, _) = ranked[:2]
        return nearest if first * _CLEARLY < second else None

    def _expected(self, start: int) -> list[int]:
        """Return where a passage should begin: as far from its neighbours as it used to be."""
        before = bisect_right(self._was, start) - 1
        after = bisect_left(self._was, start)
        near = [one for one in (before, after) if 0 <= one < len(self._was)]
        return [start + self._shift[one] for one in near] or [start]


def _part_twins(passages: Sequence[Passage], settled: dict[str, _Candidate]) -> None:
    """Leave a place that passages from different places claim to the one with the best score."""
    claims: dict[tuple[int, int], dict[tuple[int, int], list[str]]] = {}
    for one in passages:
        if one.id in settled:
            place = (settled[one.id].start, settled[one.id].end)
            claims.setdefault(place, {}).setdefault((one.start, one.end), []).append(one.id)
    for rivals in claims.values():
        if len(rivals) == 1:
            continue
        scores = {home: settled[ids[0]].score for home, ids in rivals.items()}
        top = max(scores.values())
        winners = [home for home, score in scores.items() if score == top]
        for home, ids in rivals.items():
            if winners != [home]:
                for loser in ids:
                    del settled[loser]
