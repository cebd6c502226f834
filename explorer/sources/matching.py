"""Matching: which finds of two coders are one and the same.

Two events may be the same only when a sentence is evidence for both. Four likenesses, each from 0
to 1, are then added: of the evidence (the mean of Jaccard's index and the share of the smaller
set), of the dates (1 the same EDTF, a half where they may be one), of the actors (Jaccard), of the
types (1 the same, a half in one quad class). A sum below `LEAST` is no match. Pairs are taken from
the highest sum down, each event once; equal sums go by the ids, so that the order of the coders
and of their sheets makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

from explorer.model.codebook import Codebook
from explorer.model.date import Date, overlaps
from explorer.sources.agreement_sheets import CodedDisagreement, CodedEvent, Evidence

LEAST = 2.0
"""The sum of likenesses, half of the most, from which two events count as one."""

T = TypeVar("T")

Pairs = Mapping[str, str]
"""Ids of the first coder to ids of the second."""


def match_events(
    first: Iterable[CodedEvent], second: Iterable[CodedEvent], codebook: Codebook
) -> Pairs:
    """Match the events of two codings one to one."""
    mine, theirs = list(first), list(second)
    place = _by_sentence((at, one.evidence) for at, one in enumerate(theirs))
    scores: dict[tuple[str, str], float] = {}
    for one in mine:
        for at in {at for sentence in one.evidence for at in place.get(sentence, ())}:
            score = likeness(one, theirs[at], codebook)
            if score >= LEAST:
                scores[one.id, theirs[at].id] = score
    return _best(scores)


def likeness(one: CodedEvent, other: CodedEvent, codebook: Codebook) -> float:
    """Return the sum of the four likenesses of two events, from 0 to 4."""
    quads = codebook.quad_of(one.type).id == codebook.quad_of(other.type).id
    return (
        _shared(one.evidence, other.evidence)
        + _dates(one.date, other.date)
        + jaccard(one.actors, other.actors)
        + (1.0 if one.type == other.type else 0.5 if quads else 0.0)
    )


def _shared(one: Evidence, other: Evidence) -> float:
    smaller = min(len(one), len(other))
    inside = len(one & other) / smaller if smaller else 0.0
    return (jaccard(one, other) + inside) / 2


def jaccard(one: AbstractSet[T], other: AbstractSet[T]) -> float:
    """Return the share of what either set holds that both hold; 1 for two empty sets."""
    either = len(one | other)
    return len(one & other) / either if either else 1.0


def compatible(one: Date, other: Date) -> bool:
    """Tell whether two dates may be one: their bounds overlap."""
    return overlaps(one, other.earliest, other.latest)


def _dates(one: Date, other: Date) -> float:
    if one.edtf == other.edtf:
        return 1.0
    return 0.5 if compatible(one, other) else 0.0


def match_disagreements(
    first: Iterable[CodedDisagreement], second: Iterable[CodedDisagreement], events: Pairs
) -> Pairs:
    """Match the disagreements of two codings one to one; `events` are their matched events.

    Two may be the same when two sides of one share sentences with two of the other, or when one
    side does, they are about the same kind of matter, and on an event that was matched.
    """
    mine, theirs = list(first), list(second)
    place = _by_sentence((at, side) for at, one in enumerate(theirs) for side in one.sides)
    scores: dict[tuple[str, str], float] = {}
    for one in mine:
        mapped = {events[event] for event in one.events if event in events}
        sentences = frozenset[object]().union(*one.sides)
        for at in {at for sentence in sentences for at in place.get(sentence, ())}:
            other = theirs[at]
            sides = _sides(one, other)
            alike = one.about == other.about
            if sides >= 2 or (sides and alike and mapped & other.events):
                unmatched = len(one.events) - len(mapped)
                both = len(mapped & other.events)
                either = len(mapped | other.events) + unmatched
                scores[one.id, other.id] = (
                    sides / max(len(one.sides), len(other.sides))
                    + (both / either if either else 1.0)
                    + (1.0 if alike else 0.0)
                    + (1.0 if one.kind == other.kind else 0.0)
                )
    return _best(scores)


def _sides(one: CodedDisagreement, other: CodedDisagreement) -> int:
    """Return how many sides of two disagreements share sentences, each side taken once."""
    scores = {
        (f"{at:04}", f"{to:04}"): jaccard(mine, theirs)
        for at, mine in enumerate(one.sides)
        for to, theirs in enumerate(other.sides)
        if mine & theirs
    }
    return len(_best(scores))


def _by_sentence(evidence: Iterable[tuple[int, Evidence]]) -> Mapping[object, list[int]]:
    found: dict[object, list[int]] = defaultdict(list)
    for at, sentences in evidence:
        for sentence in sentences:
            found[sentence].append(at)
    return found


def _best(scores: Mapping[tuple[str, str], float]) -> Pairs:
    """Take pairs from the highest score down, each id of either side once."""
    taken: dict[str, str] = {}
    gone: set[str] = set()
    for mine, theirs in _ranked(scores):
        if mine not in taken and theirs not in gone:
            taken[mine] = theirs
            gone.add(theirs)
    return taken


def _ranked(scores: Mapping[tuple[str, str], float]) -> Iterator[tuple[str, str]]:
    def rank(pair: tuple[str, str]) -> tuple[float, str, str]:
        return -scores[pair], min(pair), max(pair)

    return iter(sorted(scores, key=rank))
