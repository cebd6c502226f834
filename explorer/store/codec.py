"""The codec of events and actors: each record to a JSON object and back."""

from __future__ import annotations

from explorer.model.records import (
    ACTOR_KINDS,
    BASES,
    STANCES,
    Actor,
    Assertion,
    Dating,
    Event,
    Membership,
    Office,
    Participation,
    Support,
)
from explorer.store.codec_fields import Fields, document


def decode_event(fields: Fields) -> Event:
    """Return the event that a JSON object holds; DamagedFile names the field that is wrong."""
    return Event(
        id=fields.text("id"),
        title=fields.text("title"),
        summary=fields.optional_text("summary"),
        date=decode_dating(fields.inner("date")),
        type=fields.text("type"),
        participants=fields.inners("participants", decode_participation),
        claimed_by=fields.optional_text("claimed_by"),
        importance=fields.whole("importance", 1, 3, default=2),
        place=fields.optional_text("place"),
        tags=fields.texts("tags"),
        support=fields.inners("support", decode_support),
        asks=fields.optional_text("asks"),
        ground=fields.optional_text("ground"),
        extra=fields.rest(),
    )


def encode_event(event: Event) -> dict[str, object]:
    """Return the JSON object of an event."""
    return document(
        {
            "id": event.id,
            "title": event.title,
            "summary": event.summary,
            "date": encode_dating(event.date),
            "type": event.type,
            "participants": [encode_participation(part) for part in event.participants],
            "claimed_by": event.claimed_by,
            "importance": event.importance,
            "place": event.place,
            "tags": list(event.tags),
            "support": [encode_support(support) for support in event.support],
            "asks": event.asks,
            "ground": event.ground,
        },
        event.extra,
    )


def decode_dating(fields: Fields) -> Dating:
    """Return the date of an event that a JSON object holds."""
    return Dating(
        value=fields.date("edtf"),
        basis=fields.choice("basis", BASES),
        text=fields.optional_text("text"),
        note=fields.optional_text("note"),
        extra=fields.rest(),
    )


def encode_dating(dating: Dating) -> dict[str, object]:
    """Return the JSON object of an event's date."""
    known = {
        "edtf": dating.value.edtf,
        "basis": dating.basis,
        "text": dating.text,
        "note": dating.note,
    }
    return document(known, dating.extra)


def decode_participation(fields: Fields) -> Participation:
    """Return the part of an actor in an event that a JSON object holds."""
    return Participation(
        actor=fields.text("actor"),
        role=fields.text("role"),
        stance=fields.optional_text("stance"),
        extra=fields.rest(),
    )


def encode_participation(part: Participation) -> dict[str, object]:
    """Return the JSON object of an actor's part in an event."""
    return document({"actor": part.actor, "role": part.role, "stance": part.stance}, part.extra)


def decode_support(fields: Fields) -> Support:
    """Return the bearing of a passage on an event that a JSON object holds."""
    return Support(
        passage=fields.text("passage"),
        stance=fields.choice("stance", STANCES, default="supports"),
        asserts=decode_assertion(fields.inner("asserts")),
        extra=fields.rest(),
    )


def encode_support(support: Support) -> dict[str, object]:
    """Return the JSON object of a passage's bearing on an event."""
    known = {
        "passage": support.passage,
        "stance": support.stance,
        "asserts": encode_assertion(support.asserts),
    }
    return document(known, support.extra)


def decode_assertion(fields: Fields) -> Assertion:
    """Return what a source says that differs, as a JSON object holds it; its `date` is EDTF."""
    date = fields.optional_date("date")
    return Assertion(
        date="" if date is None else date.edtf,
        actors=fields.optional_text("actors"),
        figures=fields.optional_text("figures"),
        note=fields.optional_text("note"),
        extra=fields.rest(),
    )


def encode_assertion(said: Assertion) -> dict[str, object]:
    """Return the JSON object of what a source says that differs."""
    known = {"date": said.date, "actors": said.actors, "figures": said.figures, "note": said.note}
    return document(known, said.extra)


def decode_actor(fields: Fields) -> Actor:
    """Return the actor that a JSON object holds; DamagedFile names the field that is wrong."""
    return Actor(
        id=fields.text("id"),
        name=fields.text("name"),
        kind=fields.choice("kind", ACTOR_KINDS),
        aliases=fields.texts("aliases"),
        description=fields.optional_text("description"),
        offices=fields.inners("offices", decode_office),
        memberships=fields.inners("memberships", decode_membership),
        extra=fields.rest(),
    )


def encode_actor(actor: Actor) -> dict[str, object]:
    """Return the JSON object of an actor."""
    return document(
        {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "aliases": list(actor.aliases),
            "description": actor.description,
            "offices": [encode_office(office) for office in actor.offices],
            "memberships": [encode_membership(one) for one in actor.memberships],
        },
        actor.extra,
    )


def decode_office(fields: Fields) -> Office:
    """Return the office that a JSON object holds."""
    return Office(
        title=fields.text("title"),
        of=fields.text("of"),
        dates=fields.date("dates"),
        support=fields.texts("support"),
        extra=fields.rest(),
    )


def encode_office(office: Office) -> dict[str, object]:
    """Return the JSON object of an office."""
    known = {
        "title": office.title,
        "of": office.of,
        "dates": office.dates.edtf,
        "support": list(office.support),
    }
    return document(known, office.extra)


def decode_membership(fields: Fields) -> Membership:
    """Return the membership that a JSON object holds."""
    return Membership(
        of=fields.text("of"),
        status=fields.text("status"),
        dates=fields.date("dates"),
        support=fields.texts("support"),
        extra=fields.rest(),
    )


def encode_membership(membership: Membership) -> dict[str, object]:
    """Return the JSON object of a membership."""
    known = {
        "of": membership.of,
        "status": membership.status,
        "dates": membership.dates.edtf,
        "support": list(membership.support),
    }
    return document(known, membership.extra)
