"""A chronicle as the tables of its file, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from explorer.model.chronicle import Chronicle
from explorer.store import codec, codec_articles, codec_links
from explorer.store.migrations import CHRONICLE_UPGRADES, Tables, newest
from explorer.store.references import check_references
from explorer.store.tables import (
    META,
    Format,
    meta_fields,
    meta_table,
    numbered,
    records,
    unknown_part,
    with_unknown,
)

NAME = "quoteline-chronicle"
TABLES = ("articles", "editions", "passages", "actors", "events", "links", "disagreements")


def chronicle_of(
    tables: Tables, path: Path, swift: Mapping[str, Sequence[Any]] | None = None
) -> Chronicle:
    """Return the chronicle that the tables of the file `path` hold, every reference checked.

    `swift` holds the records of tables that were read already. Tables and fields that are not
    known stay in `extra`. Raises DamagedFile naming the table, the
    id and the field that is wrong.
    """
    known = swift or {}
    meta = meta_fields(tables, path)
    meta.text("format")
    chronicle = Chronicle(
        id=meta.text("id"),
        title=meta.text("title"),
        description=meta.optional_text("description"),
        articles=records(tables, "articles", path, "id", codec_articles.decode_article),
        editions=records(tables, "editions", path, "id", codec_articles.decode_edition),
        passages=tuple(known["passages"])
        if "passages" in known
        else records(tables, "passages", path, "id", codec_articles.decode_passage),
        actors=records(tables, "actors", path, "id", codec.decode_actor),
        events=known["events"]
        if "events" in known
        else records(tables, "events", path, "id", codec.decode_event),
        links=records(tables, "links", path, "id", codec_links.decode_link),
        disagreements=records(tables, "disagreements", path, "id", codec_links.decode_disagreement),
        extra=unknown_part(tables, TABLES, meta, newest(CHRONICLE_UPGRADES)),
    )
    check_references(chronicle, path)
    return chronicle


def tables_of(chronicle: Chronicle) -> Tables:
    """Return a chronicle as the tables of its file, what `extra` keeps included."""
    meta = {
        "format": NAME,
        "schema": 0,
        "id": chronicle.id,
        "title": chronicle.title,
        "description": chronicle.description,
    }
    known: Tables = {
        META: meta_table(meta, newest(CHRONICLE_UPGRADES), chronicle.extra),
        "articles": numbered(map(codec_articles.encode_article, chronicle.articles)),
        "editions": numbered(map(codec_articles.encode_edition, chronicle.editions)),
        "passages": numbered(map(codec_articles.encode_passage, chronicle.passages)),
        "actors": numbered(map(codec.encode_actor, chronicle.actors)),
        "events": numbered(map(codec.encode_event, chronicle.events)),
        "links": numbered(map(codec_links.encode_link, chronicle.links)),
        "disagreements": numbered(map(codec_links.encode_disagreement, chronicle.disagreements)),
    }
    return with_unknown(known, chronicle.extra)


CHRONICLE = Format(NAME, CHRONICLE_UPGRADES, chronicle_of)
"""The format of a chronicle's file."""
