"""Disagreements: those that were coded, and those of dates that follow from what passages assert.

Two dates that passages give for one event conflict when no day can be both (their intervals are
disjoint); when they overlap and one is the vaguer, it is "less precise". A passage that supports an
event without a date of its own gives the event's, and takes part where another contradicts that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from explorer.model.chronicle import Chronicle
from explorer.model.date import Date, DateError, overlaps, parse_date
from explorer.model.records import Difference, Disagreement, Event, Matter
from explorer.model.roll import Roll


@dataclass(frozen=True, slots=True)
class SideSaid:
    """What one passage says of a matter: our words for it, or the date (EDTF) that it gives."""

    passage: str
    says: str = ""
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class Differing:
    """A matter on which passages differ; `derived` where it follows from dates that they assert.

    `same_article` tells that all the passages are of one article.
    """

    id: str
    kind: Difference
    about: Matter
    note: str
    sides: tuple[SideSaid, ...]
    events: tuple[str, ...]
    derived: bool = False
    same_article: bool = False


def differences_of(chronicle: Chronicle) -> tuple[Differing, ...]:
    """Return all disagreements, the coded ones first, each group in its own order."""
    coded = (_coded(chronicle, one) for one in chronicle.disagreements)
    return (*coded, *derived_dates(chronicle))


def derived_dates(chronicle: Chronicle) -> tuple[Differing, ...]:
    """Return the disagreements of dates that follow from what the passages of an event assert.

    One for each event at most: a contradiction where two of the dates exclude each other, else
    "less precise". Where passages merely mention an event, a date far off is no contradiction: they
    may speak of something else.
    """
    events = chronicle.events
    if isinstance(events, Roll):
        events = events.being("asserts")
    found = (_differing(chronicle, event) for event in events)
    return tuple(one for one in found if one is not None)


def derived_id(event: str) -> str:
    """Return the id of the disagreement that is derived for an event's dates."""
    return f"date:{event}"


def compared(first: Date, second: Date) -> Difference | None:
    """Return how two dates of one event differ, None where they say the same.

    They contradict each other when they have no day in common. Dates that have are "less precise"
    where one leaves more days open than the other, or the other end.
    """
    if not overlaps(first, second.earliest, second.latest):
        return "contradiction"
    same = (first.earliest, first.latest) == (second.earliest, second.latest)
    return None if same else "less precise"


def _coded(chronicle: Chronicle, one: Disagreement) -> Differing:
    sides = tuple(SideSaid(side.passage, side.says) for side in one.sides)
    alone = _is_one_article(chronicle, sides)
    return Differing(one.id, one.kind, one.about, one.note, sides, one.events, same_article=alone)


@dataclass(frozen=True, slots=True)
class _Said:
    """A date that a passage gives: asserted, or the event's own; `firm` of this event for sure."""

    passage: str
    date: Date
    asserted: bool
    firm: bool


def _differing(chronicle: Chronicle, event: Event) -> Differing | None:
    said = tuple(_said(chronicle, event))
    kinds: set[Difference] = set()
    involved: set[_Said] = set()
    for one, other in combinations(said, 2):
        kind = _difference(one, other)
        if kind is not None:
            kinds.add(kind)
            involved |= {one, other}
    if not kinds:
        return None
    sides = tuple(SideSaid(one.passage, date=one.date) for one in said if one in involved)
    kind = "contradiction" if "contradiction" in kinds else "less precise"
    alone = _is_one_article(chronicle, sides)
    own_id = derived_id(event.id)
    return Differing(own_id, kind, "date", "", sides, (event.id,), True, alone)


def _difference(one: _Said, other: _Said) -> Difference | None:
    """Return how two passages differ on the date; the event's own date is only contradicted."""
    kind = compared(one.date, other.date)
    if kind == "contradiction":
        return kind if one.firm and other.firm else None
    return kind if one.asserted and other.asserted else None


def _said(chronicle: Chronicle, event: Event) -> Iterator[_Said]:
    """Yield the date that each published passage asserts, or the event's where it supports it."""
    for support in event.support:
        passage = chronicle.passage[support.passage]
        if chronicle.article[passage.article].kind != "published":
            continue
        firm = support.stance != "mentions"
        if not support.asserts.date:
            if support.stance == "supports":
                yield _Said(passage.id, event.date.value, asserted=False, firm=True)
            continue
        try:
            date = parse_date(support.asserts.date)
        except DateError:
            continue
        yield _Said(passage.id, date, asserted=True, firm=firm)


def _is_one_article(chronicle: Chronicle, sides: tuple[SideSaid, ...]) -> bool:
    return len({chronicle.passage[side.passage].article for side in sides}) == 1
