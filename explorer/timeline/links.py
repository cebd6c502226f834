"""Links: what ties the selected event to others, with the days between, and its rival dates."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.date import Date, DateError, overlaps, parse_date
from explorer.model.records import Event, Link
from explorer.wording import days_between

translate = QCoreApplication.translate
_COUNTED = ("responds_to", "causes")
"""Kinds of link that lead from something earlier to something later: their days are told."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A link seen from one of its ends: the event at the other, and the days between.

    `away` is 1 where the arrow points at the other event, -1 where it points back, 0 where neither
    comes first. `days` is the fewest and the most, None where a date is open.
    """

    link: Link
    other: Event
    away: int
    days: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Rival:
    """Another date that some passages give an event; `excludes` where both cannot be true.

    `passage` is the first that gives it, `articles` the ids of all articles that do.
    """

    date: Date
    passage: str
    articles: tuple[str, ...]
    excludes: bool


def ties_of(chronicle: Chronicle, event: Event) -> tuple[Tie, ...]:
    """Return what ties an event to others, those that tell days first."""
    found = []
    for link in chronicle.links_of_event.get(event.id, ()):
        is_from = link.from_event == event.id
        other = chronicle.event.get(link.to_event if is_from else link.from_event)
        if other is not None and other.id != event.id:
            found.append(_tie(link, event, other, is_from=is_from))
    return tuple(sorted(found, key=lambda tie: tie.link.kind not in _COUNTED))


def _tie(link: Link, event: Event, other: Event, *, is_from: bool) -> Tie:
    if link.kind == "contradicts":
        return Tie(link, other, 0, None)
    is_earlier = is_from is not (link.kind == "responds_to")
    days = None
    if link.kind in _COUNTED:
        first, second = (event, other) if is_earlier else (other, event)
        days = days_between(first.date.value, second.date.value)
        if days is not None and days[0] < 0 <= days[1]:
            days = (0, days[1])  # what follows cannot come before
    return Tie(link, other, 1 if is_earlier else -1, days)


def rivals_of(chronicle: Chronicle, event: Event) -> tuple[Rival, ...]:
    """Return the dates that passages give an event and that differ from its own, by date."""
    own = event.date.value
    found: dict[str, Rival] = {}
    for support in event.support:
        date = _read(support.asserts.date)
        if date is None or (date.earliest, date.latest) == (own.earliest, own.latest):
            continue
        source = chronicle.article[chronicle.passage[support.passage].article]
        article = source.derived_from or source.id
        known = found.get(date.edtf)
        articles = known.articles if known else ()
        found[date.edtf] = Rival(
            date,
            known.passage if known else support.passage,
            articles if article in articles else (*articles, article),
            not overlaps(date, own.earliest, own.latest),
        )
    return tuple(found.values())


def rival_events(chronicle: Chronicle, event: Event) -> tuple[Event, ...]:
    """Return the other events of the disagreements about a date that touch an event."""
    named = [
        other
        for one in chronicle.disagreements_of_event.get(event.id, ())
        if one.about == "date"
        for other in one.events
        if other != event.id and other in chronicle.event
    ]
    return tuple(chronicle.event[other] for other in dict.fromkeys(named))


def tie_words(tie: Tie, codebook: Codebook) -> str:
    """Word a tie: what kind it is, and how many days it took."""
    words = {
        "responds_to": translate("Timeline", "answer"),
        "part_of": translate("Timeline", "part of"),
        "causes": translate("Timeline", "led to"),
        "contradicts": translate("Timeline", "contradicts"),
    }[tie.link.kind]
    if tie.link.answer:
        words = codebook.answer_name(tie.link.answer)
    if tie.days is None:
        return words
    apart = days_apart(tie.days)
    if tie.days[1] < 0:
        apart = translate("Timeline", "{days} earlier").format(days=apart)
    return translate("Timeline", "{kind} · {days}").format(kind=words, days=apart)


def days_apart(days: tuple[int, int]) -> str:
    """Word a number of days, or the fewest and the most: "12 days", "30–59 days"."""
    fewest, most = sorted((abs(days[0]), abs(days[1])))
    if fewest == most == 0:
        return translate("Timeline", "same day")
    if fewest == most:
        return translate("Timeline", "%n days", "", most)
    pattern = translate("Timeline", "{fewest}–%n days", "", most)
    return pattern.format(fewest=fewest)


def _read(text: str) -> Date | None:
    """Read an asserted date; what cannot be read or has no bound cannot be shown on an axis."""
    try:
        date = parse_date(text) if text else None
    except DateError:
        return None
    if date is None or (date.earliest is None and date.latest is None):
        return None
    return date
