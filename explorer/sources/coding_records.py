"""Actors and events from the rows of coding sheets, every reference checked."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import cast

from explorer.model.codebook import Codebook
from explorer.model.records import (
    ACTOR_KINDS,
    BASES,
    STANCES,
    Actor,
    ActorKind,
    Assertion,
    Basis,
    Dating,
    Event,
    Membership,
    Office,
    Participation,
    Stance,
    Support,
)
from explorer.sources.coding_passages import PassageBook
from explorer.sources.coding_sheets import Row

PARTICIPANT_STANCES = ("supportive", "neutral", "critical", "hostile")
_LONGEST_TITLE = 12


@dataclass(frozen=True, slots=True)
class Known:
    """What rows may refer to."""

    codebook: Codebook
    actors: AbstractSet[str]
    events: AbstractSet[str]
    book: PassageBook


def ids_of(rows: list[Row]) -> AbstractSet[str]:
    """Return the ids of rows and note those that are missing, ill-formed or used twice."""
    seen: set[str] = set()
    for row in rows:
        one = row.slug("id")
        if one in seen:
            row.fault(f"the id '{one}' is used twice")
        seen.add(one)
    return seen - {""}


def _actor_named(row: Row, key: str, known: Known, default: str | None = None) -> str:
    actor = row.text(key, default)
    if actor and actor not in known.actors:
        row.fault(f"'{key}' names an unknown actor '{actor}'")
    return actor


def actor(row: Row, known: Known) -> Actor:
    """Read an actor with its offices and memberships."""
    row.only("id", "name", "kind", "aliases", "description", "offices", "memberships")
    offices = (_office(one, known) for one in row.rows("offices"))
    memberships = (_membership(one, known) for one in row.rows("memberships"))
    return Actor(
        id=row.text("id"),
        name=row.text("name", None),
        kind=cast("ActorKind", row.choice("kind", ACTOR_KINDS)),
        aliases=row.texts("aliases"),
        description=row.text("description"),
        offices=tuple(one for one in offices if one is not None),
        memberships=tuple(one for one in memberships if one is not None),
    )


def _office(row: Row, known: Known) -> Office | None:
    row.only("title", "of", "dates", "support")
    title, of, dates = row.text("title", None), _actor_named(row, "of", known), row.date("dates")
    support = _attested(row, known)
    return None if dates is None else Office(title, of, dates, support)


def _membership(row: Row, known: Known) -> Membership | None:
    row.only("of", "status", "dates", "support")
    of, status, dates = _actor_named(row, "of", known), row.text("status", None), row.date("dates")
    support = _attested(row, known)
    return None if dates is None else Membership(of, status, dates, support)


def _attested(row: Row, known: Known) -> tuple[str, ...]:
    named = (known.book.published(row, address)[1] for address in row.texts("support"))
    return tuple(dict.fromkeys(passage for passage in named if passage))


def event(row: Row, known: Known) -> Event | None:
    """Read an event; None when it has no date to stand at."""
    row.only(
        "id", "title", "summary", "date", "type", "participants", "claimed_by", "importance",
        "place", "tags", "support", "asks", "ground",
    )  # fmt: skip
    title = row.text("title", None)
    if len(title.split()) > _LONGEST_TITLE:
        row.fault(f"the title has {len(title.split())} words; {_LONGEST_TITLE} are the most")
    dating = _dating(row)
    kind = row.choice("type", known.codebook.types)
    participants = _once(row, "participants", lambda one: _participation(one, known))
    support = _support(row, known)
    read = (row.text("summary", None), _actor_named(row, "claimed_by", known, ""))
    importance, place = row.number("importance", 2, range(1, 4)), row.text("place")
    tags = row.texts("tags")
    if dating is None:
        return None
    return Event(
        row.text("id"), title, read[0], dating, kind, participants, read[1], importance, place,
        tags, support, row.text("asks"), row.text("ground"),
    )  # fmt: skip


def _dating(row: Row) -> Dating | None:
    table = row.row("date")
    table.only("edtf", "basis", "text", "note")
    basis = cast("Basis", table.choice("basis", BASES))
    value = table.date("edtf")
    return None if value is None else Dating(value, basis, table.text("text"), table.text("note"))


def _once(row: Row, key: str, read: Callable[[Row], Participation]) -> tuple[Participation, ...]:
    found: dict[tuple[str, str], Participation] = {}
    for one in row.rows(key):
        part = read(one)
        if (part.actor, part.role) in found:
            one.fault(f"'{part.actor}' is {part.role} twice")
        found[part.actor, part.role] = part
    return tuple(found.values())


def _participation(row: Row, known: Known) -> Participation:
    row.only("actor", "role", "stance")
    return Participation(
        _actor_named(row, "actor", known),
        row.choice("role", known.codebook.roles),
        row.choice("stance", PARTICIPANT_STANCES, ""),
    )


def _support(row: Row, known: Known) -> tuple[Support, ...]:
    """Read the support of an event: each published passage followed by the brief's."""
    found: dict[str, Support] = {}
    rows = row.rows("support")
    if not rows:
        row.fault("has no support: every event answers to a passage")
    for one in rows:
        one.only("at", "brief", "stance", "asserts")
        stance = cast("Stance", one.choice("stance", STANCES, "supports"))
        asserts = _assertion(one.row("asserts"))
        article, passage = known.book.published(one, one.text("at", None))
        brief = one.text("brief", None)
        if not passage:
            continue
        if passage in found:
            one.fault(f"the passage '{passage}' supports this event twice")
        found[passage] = Support(passage, stance, asserts)
        retold = known.book.brief(one, article, brief, passage) if brief else ""
        if retold:
            found.setdefault(retold, Support(retold, stance))
    return tuple(found.values())


def _assertion(row: Row) -> Assertion:
    row.only("date", "actors", "figures", "note")
    date = row.date("date", "")
    return Assertion(
        date.edtf if date else "", row.text("actors"), row.text("figures"), row.text("note")
    )
