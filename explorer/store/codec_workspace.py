"""The codec of what the reader adds: a record of a workspace as a JSON object, and back."""

from __future__ import annotations

from explorer.model.collecting import Collection, Entry
from explorer.model.notes import NOTE_KINDS, Note, target_span
from explorer.model.ratings import MARKS, RATING_KINDS, Rating
from explorer.model.said import said
from explorer.model.tags import TAG_COLOURS, TagColour
from explorer.model.workspace import (
    Attachment,
    Bookmark,
    Decision,
    Resolution,
    SavedSearch,
    SavedView,
)
from explorer.store.codec_fields import LARGEST, Fields, document, short


def decode_bookmark(fields: Fields) -> Bookmark:
    """Return the bookmark that a JSON object holds; DamagedFile names the field that is wrong."""
    return Bookmark(
        event=fields.text("event"),
        created=fields.optional_text("created"),
        note=fields.optional_text("note"),
        tags=fields.texts("tags"),
        extra=fields.rest(),
    )


def encode_bookmark(mark: Bookmark) -> dict[str, object]:
    """Return the JSON object of a bookmark."""
    known = {
        "event": mark.event,
        "created": mark.created,
        "note": mark.note,
        "tags": list(mark.tags),
    }
    return document(known, mark.extra)


def decode_attachment(fields: Fields) -> Attachment:
    """Return the attachment that a JSON object holds."""
    return Attachment(
        article=fields.text("article"),
        sha256=fields.text("sha256"),
        name=fields.optional_text("name"),
        attached=fields.optional_text("attached"),
        reading=fields.optional_text("reading"),
        extra=fields.rest(),
    )


def encode_attachment(attachment: Attachment) -> dict[str, object]:
    """Return the JSON object of an attachment."""
    known = {
        "article": attachment.article,
        "sha256": attachment.sha256,
        "name": attachment.name,
        "attached": attachment.attached,
        "reading": attachment.reading,
    }
    return document(known, attachment.extra)


def decode_decision(fields: Fields) -> Decision:
    """Return the reader's word on a suggested place that a JSON object holds."""
    start = fields.whole("start", 0, LARGEST)
    end = fields.whole("end", 0, LARGEST)
    if end < start:
        raise fields.fault(
            "end",
            said("must not come before the start, {start}, but it is {end}.", start=start, end=end),
        )
    return Decision(
        passage=fields.text("passage"),
        sha256=fields.text("sha256"),
        start=start,
        end=end,
        accepted=fields.truth("accepted"),
        decided=fields.optional_text("decided"),
        extra=fields.rest(),
    )


def encode_decision(decision: Decision) -> dict[str, object]:
    """Return the JSON object of the reader's word on a suggested place."""
    known = {
        "passage": decision.passage,
        "sha256": decision.sha256,
        "start": decision.start,
        "end": decision.end,
        "accepted": decision.accepted,
        "decided": decision.decided,
    }
    return document(known, decision.extra)


def decode_view(fields: Fields) -> SavedView:
    """Return the saved view that a JSON object holds."""
    start, end = fields.number("start"), fields.number("end")
    if not end > start:
        raise fields.fault("end", said("must come after the start."))
    return SavedView(
        name=fields.text("name"),
        start=start,
        end=end,
        filters=fields.data("filters"),
        arrangement=fields.data("arrangement"),
        extra=fields.rest(),
    )


def encode_view(view: SavedView) -> dict[str, object]:
    """Return the JSON object of a saved view."""
    known: dict[str, object] = {
        "name": view.name,
        "start": view.start,
        "end": view.end,
        "filters": dict(view.filters),
    }
    if view.arrangement:
        known["arrangement"] = dict(view.arrangement)
    return document(known, view.extra)


def decode_search(fields: Fields) -> SavedSearch:
    """Return the saved search that a JSON object holds."""
    return SavedSearch(
        name=fields.text("name"), filters=fields.data("filters"), extra=fields.rest()
    )


def encode_search(search: SavedSearch) -> dict[str, object]:
    """Return the JSON object of a saved search."""
    return document({"name": search.name, "filters": dict(search.filters)}, search.extra)


def decode_resolution(fields: Fields) -> Resolution:
    """Return the reader's resolution of a disagreement that a JSON object holds."""
    return Resolution(
        disagreement=fields.text("disagreement"),
        note=fields.text("note"),
        resolved=fields.optional_text("resolved"),
        extra=fields.rest(),
    )


def encode_resolution(resolution: Resolution) -> dict[str, object]:
    """Return the JSON object of a resolution."""
    known = {
        "disagreement": resolution.disagreement,
        "note": resolution.note,
        "resolved": resolution.resolved,
    }
    return document(known, resolution.extra)


def decode_note(fields: Fields) -> Note:
    """Return the note that a JSON object holds."""
    kind = fields.choice("kind", NOTE_KINDS)
    target = fields.text("target")
    if kind == "span" and target_span(target) is None:
        raise fields.fault(
            "target", said("must be a start and a later end in seconds, such as '0/60'.")
        )
    return Note(
        kind=kind,
        target=target,
        words=fields.text("words"),
        written=fields.optional_text("written"),
        extra=fields.rest(),
    )


def encode_note(note: Note) -> dict[str, object]:
    """Return the JSON object of a note."""
    known = {
        "kind": note.kind,
        "target": note.target,
        "words": note.words,
        "written": note.written,
    }
    return document(known, note.extra)


def decode_rating(fields: Fields) -> Rating:
    """Return the rating that a JSON object holds."""
    kind = fields.choice("kind", RATING_KINDS)
    return Rating(
        kind=kind,
        target=fields.text("target"),
        mark=fields.choice("mark", tuple(MARKS[kind])),
        rated=fields.optional_text("rated"),
        extra=fields.rest(),
    )


def encode_rating(rating: Rating) -> dict[str, object]:
    """Return the JSON object of a rating."""
    known = {
        "kind": rating.kind,
        "target": rating.target,
        "mark": rating.mark,
        "rated": rating.rated,
    }
    return document(known, rating.extra)


def decode_tag_colour(fields: Fields) -> TagColour:
    """Return the colour of a tag that a JSON object holds."""
    return TagColour(
        tag=fields.text("tag"),
        colour=fields.choice("colour", TAG_COLOURS),
        extra=fields.rest(),
    )


def encode_tag_colour(one: TagColour) -> dict[str, object]:
    """Return the JSON object of a tag's colour."""
    return document({"tag": one.tag, "colour": one.colour}, one.extra)


def decode_collection(fields: Fields) -> Collection:
    """Return the collection that a JSON object holds."""
    name = fields.text("name")
    created = fields.optional_text("created")
    entries = fields.inners("entries", _decode_entry)
    known: set[str] = set()
    for at, one in enumerate(entries):
        if one.event in known:
            raise fields.fault(
                f"entries[{at}].event",
                said("'{event}' is in it twice.", event=short(one.event)),
            )
        known.add(one.event)
    return Collection(name, created, entries, fields.rest())


def _decode_entry(fields: Fields) -> Entry:
    return Entry(
        event=fields.text("event"),
        heading=fields.optional_text("heading"),
        remark=fields.optional_text("remark"),
        extra=fields.rest(),
    )


def encode_collection(collection: Collection) -> dict[str, object]:
    """Return the JSON object of a collection, its entries in their order."""
    known = {
        "name": collection.name,
        "created": collection.created,
        "entries": [_encode_entry(one) for one in collection.entries],
    }
    return document(known, collection.extra)


def _encode_entry(entry: Entry) -> dict[str, object]:
    known = {"event": entry.event, "heading": entry.heading, "remark": entry.remark}
    return document(known, entry.extra)
