"""The codec of links between events and of disagreements between passages."""

from __future__ import annotations

from explorer.model.records import DIFFERENCES, LINK_KINDS, MATTERS, Disagreement, Link, Side
from explorer.store.codec_fields import Fields, document


def decode_link(fields: Fields) -> Link:
    """Return the link between events that a JSON object holds."""
    return Link(
        id=fields.text("id"),
        kind=fields.choice("kind", LINK_KINDS),
        from_event=fields.text("from"),
        to_event=fields.text("to"),
        note=fields.optional_text("note"),
        answer=fields.optional_text("answer"),
        extra=fields.rest(),
    )


def encode_link(link: Link) -> dict[str, object]:
    """Return the JSON object of a link between events."""
    known = {
        "id": link.id,
        "kind": link.kind,
        "from": link.from_event,
        "to": link.to_event,
        "note": link.note,
        "answer": link.answer,
    }
    return document(known, link.extra)


def decode_disagreement(fields: Fields) -> Disagreement:
    """Return the disagreement that a JSON object holds; DamagedFile names the field in fault."""
    return Disagreement(
        id=fields.text("id"),
        kind=fields.choice("kind", DIFFERENCES),
        about=fields.choice("about", MATTERS),
        note=fields.text("note"),
        sides=fields.inners("sides", decode_side),
        events=fields.texts("events"),
        extra=fields.rest(),
    )


def encode_disagreement(one: Disagreement) -> dict[str, object]:
    """Return the JSON object of a disagreement."""
    known = {
        "id": one.id,
        "kind": one.kind,
        "about": one.about,
        "note": one.note,
        "sides": [encode_side(side) for side in one.sides],
        "events": list(one.events),
    }
    return document(known, one.extra)


def decode_side(fields: Fields) -> Side:
    """Return what one passage says in a disagreement, as a JSON object holds it."""
    return Side(
        passage=fields.text("passage"),
        says=fields.optional_text("says"),
        extra=fields.rest(),
    )


def encode_side(side: Side) -> dict[str, object]:
    """Return the JSON object of one passage's side in a disagreement."""
    return document({"passage": side.passage, "says": side.says}, side.extra)
