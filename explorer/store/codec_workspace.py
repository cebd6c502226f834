"""The codec of bookmarks, attachments and saved views."""

from __future__ import annotations

from explorer.model.workspace import Attachment, Bookmark, SavedView
from explorer.store.codec_fields import Fields, document


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
        extra=fields.rest(),
    )


def encode_attachment(attachment: Attachment) -> dict[str, object]:
    """Return the JSON object of an attachment."""
    known = {
        "article": attachment.article,
        "sha256": attachment.sha256,
        "name": attachment.name,
        "attached": attachment.attached,
    }
    return document(known, attachment.extra)


def decode_view(fields: Fields) -> SavedView:
    """Return the saved view that a JSON object holds."""
    start, end = fields.number("start"), fields.number("end")
    if not end > start:
        raise fields.fault("end", "must come after the start.")
    return SavedView(
        name=fields.text("name"),
        start=start,
        end=end,
        filters=fields.data("filters"),
        extra=fields.rest(),
    )


def encode_view(view: SavedView) -> dict[str, object]:
    """Return the JSON object of a saved view."""
    known = {
        "name": view.name,
        "start": view.start,
        "end": view.end,
        "filters": dict(view.filters),
    }
    return document(known, view.extra)
