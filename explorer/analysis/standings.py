"""Standings: who held which membership or office, when, and in what rows to show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.model.chronicle import Chronicle
from explorer.model.date import Date
from explorer.model.span import TimeSpan, span_of


@dataclass(frozen=True, slots=True)
class Standing:
    """A membership or office: who holds it (`holder`), in what (`of`), both by id, and when.

    `words` are the status or the title, `support` the ids of the passages that attest it.
    """

    holder: str
    of: str
    words: str
    dates: Date
    support: tuple[str, ...]
    is_office: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A standing in its row, counted from 0, and all the time that it may cover."""

    standing: Standing
    row: int
    span: TimeSpan


def standings_of(chronicle: Chronicle, actor: str) -> tuple[Standing, ...]:
    """Return what an actor is or was, and what others are or were in it.

    Memberships come first, each holder's together, by name; then offices, by title.
    """
    found = [
        Standing(one.id, member.of, member.status, member.dates, member.support, is_office=False)
        for one in chronicle.actors
        for member in one.memberships
        if actor in (one.id, member.of)
    ]
    found += [
        Standing(one.id, office.of, office.title, office.dates, office.support, is_office=True)
        for one in chronicle.actors
        for office in one.offices
        if actor in (one.id, office.of)
    ]
    names = {one.id: one.name for one in chronicle.actors}
    return tuple(
        sorted(
            found,
            key=lambda one: (one.is_office, one.words if one.is_office else names[one.holder]),
        )
    )


def organisations_of(chronicle: Chronicle) -> tuple[str, ...]:
    """Return the ids of the actors that others have a standing in, those with most of it first."""
    counts: Counter[str] = Counter()
    for one in chronicle.actors:
        counts.update(member.of for member in one.memberships)
        counts.update(office.of for office in one.offices)
    known = [(of, count) for of, count in counts.items() if of in chronicle.actor]
    return tuple(of for of, _ in sorted(known, key=lambda pair: (-pair[1], pair[0])))


def stretches_of(standings: Sequence[Standing], extent: TimeSpan) -> tuple[Stretch, ...]:
    """Put standings into rows: a holder's memberships together, an office's holders together.

    What overlaps in time stands in rows below one another. Ends left open reach to the ends of
    `extent`.
    """
    groups: dict[tuple[bool, str], list[Standing]] = {}
    for one in standings:
        groups.setdefault((one.is_office, one.words if one.is_office else one.holder), []).append(
            one
        )
    placed, below = [], 0
    for group in groups.values():
        ends: list[float] = []
        timed = sorted(((_span(one, extent), one) for one in group), key=_begin)
        for span, one in timed:
            free = (row for row, end in enumerate(ends) if end <= span.start)
            row = next(free, len(ends))
            ends[row:] = [span.end] if row == len(ends) else [span.end, *ends[row + 1 :]]
            placed.append(Stretch(one, below + row, span))
        below += len(ends)
    return tuple(placed)


def _begin(timed: tuple[TimeSpan, Standing]) -> tuple[float, float]:
    span, _ = timed
    return span.start, -span.end


def _span(standing: Standing, extent: TimeSpan) -> TimeSpan:
    date = standing.dates
    span = span_of(date, extent)
    start = min(extent.start, span.start) if date.open_start or date.unknown_start else span.start
    end = max(extent.end, span.end) if date.open_end else span.end
    return TimeSpan(start, end)
