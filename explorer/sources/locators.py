"""Locators: what is kept of a passage so that it can be found, and proven, without its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.sources.normal import folded_words, normalise
from explorer.sources.places import Finder
from explorer.sources.shingles import UNKNOWN, passage_hash, read_clues, tiles
from explorer.sources.text import Stretch
from explorer.sources.text_index import TextIndex

__all__ = ["Locator", "fingerprint", "locate", "normalise", "passage_hash"]


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a passage stands and how to know it again.

    `start` and `end` are half-open code points of the edition's text; `sha256` is that of the
    normalised passage; `fingerprint` is laid out as the module `shingles` says.
    """

    start: int
    end: int
    sha256: str
    fingerprint: tuple[int, ...]


def fingerprint(
    text: str, twins: int = 0, before: int = UNKNOWN, after: int = UNKNOWN
) -> tuple[int, ...]:
    """Return the fingerprint of a passage; empty when it holds no word.

    `twins`, `before` and `after` are what its edition knows; `locate` fills them in.
    """
    laid = tiles(folded_words(normalise(text)))
    return (twins, before, after, *laid) if laid else ()


def locate(text: str, stretches: Iterable[Stretch]) -> list[Locator]:
    """Return a locator for each stretch of an edition's text, in the order given.

    Raises ValueError when a stretch is empty or lies outside the text.
    """
    wanted = list(stretches)
    for one in wanted:
        if not 0 <= one.start < one.end <= len(text):
            raise ValueError(f"no passage at {one.start}..{one.end} of {len(text)} code points")
    prints = [fingerprint(text[one.start : one.end]) for one in wanted]
    finder = Finder(TextIndex(text), prints)
    return [_locator(text, *pair, finder) for pair in zip(wanted, prints, strict=True)]


def _locator(text: str, at: Stretch, bare: tuple[int, ...], finder: Finder) -> Locator:
    sha256 = passage_hash(text[at.start : at.end])
    laid = read_clues(bare).tiles
    places = finder.places(sha256, laid)
    lapping = places.lapping(at.start, at.end)
    if not lapping:
        return Locator(at.start, at.end, sha256, bare)
    own = min(lapping, key=lambda place: abs(place.start - at.start))
    twins = len(places.every) - 1
    return Locator(at.start, at.end, sha256, (twins, own.before, own.after, *laid))
