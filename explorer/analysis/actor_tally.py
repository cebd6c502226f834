"""An actor's tally: all that its events are counted for, in one pass over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from explorer.analysis.steps import EVERY, Step, unwatched
from explorer.model.calendar import civil
from explorer.model.chronicle import Chronicle
from explorer.model.records import Event

_SPEAKS = "speaker"
_SPOKEN_OF = ("target", "subject", "addressee")


@dataclass(frozen=True, slots=True)
class ActorTally:
    """Counts of an actor's events; `said` and `said_of` are their places among these.

    `roles` counts an event once for each role the actor has in it, `claims` the events that are
    only its claim, `partners` those shared with each other actor, `told` and `mentioned` those of
    which each article tells or which it mentions, `years` those begun in each astronomical year,
    None of unknown ones.
    """

    types: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    partners: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    mentioned: Counter[str] = field(default_factory=Counter)
    years: Counter[int | None] = field(default_factory=Counter)
    said: list[int] = field(default_factory=list)
    said_of: list[int] = field(default_factory=list)
    claims: list[int] = field(default_factory=list)


def tally_of(chronicle: Chronicle, actor: str, step: Step = unwatched) -> ActorTally:
    """Count the events of an actor, by id; `step` learns how far it is."""
    events: Sequence[Event] = chronicle.events_of_actor.get(actor, ())
    tally = ActorTally()
    for place, event in enumerate(events):
        if place % EVERY == 0:
            step(place, len(events))
        _add(tally, event, actor, place)
        for article, supports in chronicle.support_by_article(event).items():
            firm = any(support.stance != "mentions" for support in supports)
            (tally.told if firm else tally.mentioned)[article] += 1
    return tally


def begun(event: Event) -> int | None:
    """Return the astronomical year in which an event may first have begun, None when unknown."""
    date = event.date.value
    day = date.earliest if date.earliest is not None else date.latest
    return None if day is None else civil(day)[0]


def _add(tally: ActorTally, event: Event, actor: str, place: int) -> None:
    tally.types[event.type] += 1
    tally.years[begun(event)] += 1
    roles = {part.role for part in event.participants if part.actor == actor}
    tally.roles.update(roles)
    tally.partners.update({part.actor for part in event.participants} - {actor})
    is_claim = event.claimed_by == actor
    if is_claim:
        tally.claims.append(place)
    if is_claim or _SPEAKS in roles:
        tally.said.append(place)
    if _is_spoken_of(event, actor, roles):
        tally.said_of.append(place)


def _is_spoken_of(event: Event, actor: str, roles: set[str]) -> bool:
    """Tell whether somebody else speaks in an event that is about the actor."""
    speakers = {part.actor for part in event.participants if part.role == _SPEAKS}
    if event.claimed_by:
        speakers.add(event.claimed_by)
    return not roles.isdisjoint(_SPOKEN_OF) and bool(speakers - {actor})
