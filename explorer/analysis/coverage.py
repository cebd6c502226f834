"""Coverage: which article tells which event, what only one tells, and what each leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from explorer.analysis.steps import EVERY, Step, unwatched
from explorer.model.chronicle import Chronicle
from explorer.model.date import Date, overlaps
from explorer.model.records import Article, Event, Stance

_GRAVITY: tuple[Stance, ...] = ("disputes", "supports", "mentions")
_Held = tuple[tuple[str, tuple[Stance, ...]], ...]


class Bearing(StrEnum):
    """How an article bears on an event; the gravest of its passages decides.

    An article leaves out what others tell of the time that it covers; of other times, and of what
    began after it was published, it is silent.
    """

    DISPUTES = "disputes"
    SUPPORTS = "supports"
    MENTIONS = "mentions"
    LEAVES_OUT = "leaves out"
    SILENT = "silent"


BEARS = (Bearing.DISPUTES, Bearing.SUPPORTS, Bearing.MENTIONS)
"""The bearings of an article that has a passage on the event."""


@dataclass(frozen=True, slots=True)
class Row:
    """An event with the stances of each published article on it, the gravest first.

    `events` has the event at `place`; of very many it is decoded when it is asked for.
    """

    id: str
    date: Date
    is_disputed: bool
    stances: Mapping[str, tuple[Stance, ...]]
    place: int
    events: Sequence[Event] = field(repr=False, compare=False)

    @property
    def event(self) -> Event:
        """The event."""
        return self.events[self.place]

    @property
    def is_single(self) -> bool:
        """Tell whether one article alone bears on the event."""
        return len(self.stances) == 1


@dataclass(frozen=True, slots=True)
class Covered:
    """What one article covers, as ids of events in date order.

    `told` are supported or disputed, `only` those that no other article bears on, `left_out` those
    that others support and that fall into its time. `first` and `last` are the bounds of what it
    tells, in days since 1970-01-01; None when it tells nothing that is dated.
    """

    article: Article
    told: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix of all events by published articles, with a summary of each article."""

    rows: tuple[Row, ...] = ()
    articles: tuple[Covered, ...] = ()
    left_out: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def among(self, ids: AbstractSet[str]) -> tuple[Row, ...]:
        """Return the rows of events that have one of some ids."""
        if len(ids) >= len(self.rows):  # all of them, as mostly
            return self.rows
        wanted = frozenset(ids)  # those of very many are looked for one by one otherwise
        return tuple(row for row in self.rows if row.id in wanted)

    def bearing(self, row: Row, article: str) -> Bearing:
        """Return how an article bears on the event of a row."""
        if stances := row.stances.get(article):
            return Bearing(stances[0])
        missed = row.id in self.left_out.get(article, frozenset())
        return Bearing.LEAVES_OUT if missed else Bearing.SILENT


def coverage_of(chronicle: Chronicle, step: Step = unwatched) -> Coverage:
    """Return which published article bears how on which event, in date order.

    `step` learns how many events are looked at of how many.
    """
    rows = tuple(_rows(chronicle, step))
    covered = tuple(_covered(article, rows) for article in chronicle.published)
    missed = {one.article.id: frozenset(one.left_out) for one in covered}
    return Coverage(rows, covered, MappingProxyType(missed))


def _rows(chronicle: Chronicle, step: Step) -> Iterator[Row]:
    alike: dict[_Held, Mapping[str, tuple[Stance, ...]]] = {}
    events = chronicle.events
    for place, event in enumerate(events):
        if place % EVERY == 0:
            step(place, len(events))
        held = _stances(chronicle, event)
        stances = alike.setdefault(held, MappingProxyType(dict(held)))
        disputed = chronicle.is_disputed(event)
        yield Row(event.id, event.date.value, disputed, stances, place, events)


def _stances(chronicle: Chronicle, event: Event) -> _Held:
    found = []
    for article, supports in chronicle.support_by_article(event).items():
        held = {support.stance for support in supports}
        found.append((article, tuple(stance for stance in _GRAVITY if stance in held)))
    return tuple(found)


def _covered(article: Article, rows: Sequence[Row]) -> Covered:
    held = [(row, row.stances.get(article.id, ())) for row in rows]
    told = [row for row, stances in held if "supports" in stances or "disputes" in stances]
    first, last = _span(article, told)
    return Covered(
        article,
        told=_ids(told),
        mentioned=_ids([row for row, stances in held if stances == ("mentions",)]),
        disputed=_ids([row for row, stances in held if "disputes" in stances]),
        only=_ids([row for row in told if row.is_single]),
        left_out=_ids(
            [
                row
                for row, stances in held
                if not stances and _is_told(row) and _within(row.date, first, last)
            ]
        ),
        first=first,
        last=last,
    )


def _ids(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(row.id for row in rows)


def _is_told(row: Row) -> bool:
    return any("supports" in stances for stances in row.stances.values())


def _span(article: Article, told: Sequence[Row]) -> tuple[int | None, int | None]:
    """Return the first and last day that an article tells of, none after it was published.

    What goes on without an end does so until the article was published.
    """
    published = article.issued.latest if article.issued else None
    dates = [row.date for row in told]
    firsts = [date.earliest if date.earliest is not None else date.latest for date in dates]
    lasts = [_first_known(date.latest, published, date.earliest) for date in dates]
    first = min((day for day in firsts if day is not None), default=None)
    last = max((day for day in lasts if day is not None), default=None)
    if last is not None and published is not None:
        last = min(last, published)
    return first, last


def _first_known(*days: int | None) -> int | None:
    return next((day for day in days if day is not None), None)


def _within(date: Date, first: int | None, last: int | None) -> bool:
    """Tell whether an event falls between two days, and surely began before the later one."""
    begun = _first_known(date.start_latest, date.latest)
    if first is None or last is None or begun is None:
        return False
    return begun <= last and overlaps(date, first, last)
