"""Appeals and what came back: who asked whom for what, who answered how, and after how long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from explorer.model.chronicle import Chronicle
from explorer.model.date import sort_key
from explorer.model.distance import Days, days_after, days_until
from explorer.model.records import Event, Link
from explorer.model.roll import Roll

ACTING = ("initiator", "speaker", "mediator", "supplier", "signatory", "host")
"""Roles in which an actor asks or answers."""

ASKED = ("target", "addressee", "recipient")
"""Roles in which an actor is asked."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the event, who gave it, its kind by the codebook (may be empty), the note.

    `after` counts the days from the appeal to the answer's beginning, `until` those to its end
    where it lasted, as a silence does.
    """

    event: Event
    by: tuple[str, ...]
    kind: str
    note: str
    after: Days | None = None
    until: Days | None = None


@dataclass(frozen=True, slots=True)
class Appeal:
    """An event by which somebody asks for something, with all that came back, in date order."""

    event: Event
    by: tuple[str, ...]
    to: tuple[str, ...]
    answers: tuple[Answer, ...] = ()

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of the appeal and its answers."""
        return (self.event.id, *(one.event.id for one in self.answers))

    def answers_of(self, party: str) -> tuple[Answer, ...]:
        """Return the answers that a party gave; all of them for an empty `party`."""
        return tuple(one for one in self.answers if not party or party in one.by)

    def concerns(self, party: str) -> bool:
        """Tell whether a party was asked or answered."""
        return party in self.to or any(party in one.by for one in self.answers)


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a party was asked, how often no answer of its own is told, and what it gave."""

    party: str
    asked: int
    unanswered: int
    given: Mapping[str, int] = field(default_factory=dict)

    @property
    def answers(self) -> int:
        """The number of answers that it gave."""
        return sum(self.given.values())


def appeals_of(chronicle: Chronicle) -> tuple[Appeal, ...]:
    """Return the appeals of a chronicle in date order, one of unknown beginning where it ends.

    An appeal is an event that says what it asks for, or that another event answers with a kind of
    answer. Where it has such answers, an event that responds to it without a kind is left out.
    """
    responses: dict[str, list[Link]] = {}
    for link in chronicle.links:
        if link.kind == "responds_to" and link.answer:
            responses.setdefault(link.to_event, []).append(link)
    asking = _asking(chronicle.events, responses.keys())
    asking.sort(key=_when)
    return tuple(_appeal(chronicle, event, responses.get(event.id, ())) for event in asking)


def between(appeals: Iterable[Appeal], asker: str = "", party: str = "") -> tuple[Appeal, ...]:
    """Return the appeals of an asker that concern a party; an empty id stands for anybody."""
    return tuple(
        one
        for one in appeals
        if (not asker or asker in one.by) and (not party or one.concerns(party))
    )


def tallies(appeals: Sequence[Appeal]) -> tuple[Tally, ...]:
    """Return what each party that was asked or answered gave, the most often asked first.

    An answer counts for those who gave it, not for all who were asked.
    """
    asked = Counter(party for one in appeals for party in dict.fromkeys(one.to))
    mute = Counter(party for one in appeals for party in one.to if not one.answers_of(party))
    given: dict[str, Counter[str]] = {party: Counter() for party in asked}
    for one in appeals:
        for answer in one.answers:
            for party in answer.by:
                given.setdefault(party, Counter())[answer.kind] += 1
    rows = [Tally(party, asked[party], mute[party], dict(given[party])) for party in given]
    return tuple(sorted(rows, key=lambda row: (-row.asked, -row.answers, row.party)))


def tally_of(appeals: Iterable[Appeal], party: str = "") -> Mapping[str, int]:
    """Return how many answers of each kind a party gave; an empty `party` stands for everybody."""
    return Counter(answer.kind for one in appeals for answer in one.answers_of(party))


def askers_of(appeals: Iterable[Appeal]) -> Mapping[str, int]:
    """Return how often each actor asked, the most frequent first."""
    counted = Counter(actor for one in appeals for actor in one.by)
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _asking(events: Sequence[Event], answered: Collection[str]) -> list[Event]:
    """Return the events that ask for something, or that are among those answered."""
    if isinstance(events, Roll):
        return list(events.being("asks").plus(events.named(answered)))
    return [event for event in events if event.asks or event.id in answered]


def _when(event: Event) -> tuple[bool, int]:
    """Return where an appeal stands among others: at the first day that is known of it."""
    date = event.date.value
    day = date.earliest if date.earliest is not None else date.latest
    return day is None, day or 0


def _appeal(chronicle: Chronicle, event: Event, links: Iterable[Link]) -> Appeal:
    answers = [_answer(event, chronicle.event[link.from_event], link) for link in links]
    answers.sort(key=lambda one: (sort_key(one.event.date.value), one.event.id))
    return Appeal(event, _in_roles(event, ACTING), _in_roles(event, ASKED), tuple(answers))


def _answer(appeal: Event, event: Event, link: Link) -> Answer:
    asked, answered = appeal.date.value, event.date.value
    return Answer(
        event,
        _in_roles(event, ACTING),
        link.answer,
        link.note,
        days_after(asked, answered),
        days_until(asked, answered),
    )


def _in_roles(event: Event, roles: Iterable[str]) -> tuple[str, ...]:
    """Return the actors that have any of `roles`, in the order of the roles."""
    found = [part.actor for role in roles for part in event.participants if part.role == role]
    return tuple(dict.fromkeys(found))
