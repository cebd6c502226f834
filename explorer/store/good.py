"""Good records: what of a damaged file can be opened, and the rest told one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import Any

from explorer.model.chronicle import Chronicle
from explorer.model.said import said
from explorer.model.workspace import Workspace
from explorer.store import chronicle_tables, codec, codec_articles, codec_links, workspace_tables
from explorer.store import codec_workspace as own
from explorer.store.codec_fields import Fields, Place, short
from explorer.store.faults import DamagedFile, NotSaved
from explorer.store.files import duplicate, free_name, write_atomically
from explorer.store.lock import WriterLock, hold
from explorer.store.migrations import (
    CHRONICLE_UPGRADES,
    WORKSPACE_UPGRADES,
    Tables,
    Upgrade,
    newest,
    upgraded,
)
from explorer.store.references import references
from explorer.store.replay import check_owner
from explorer.store.salvage import Faults, salvaged
from explorer.store.storage import bytes_of
from explorer.store.tables import META, meta_fields, schema_of, unknown_part


@dataclass(frozen=True, slots=True)
class _Rows:
    """How the documents of a table are read, and what tells two of them apart."""

    key: str
    decode: Callable[[Fields], Any]
    identity: Callable[[Any], object]


_CHRONICLE: Mapping[str, _Rows] = {
    "articles": _Rows("id", codec_articles.decode_article, attrgetter("id")),
    "editions": _Rows("id", codec_articles.decode_edition, attrgetter("id")),
    "passages": _Rows("id", codec_articles.decode_passage, attrgetter("id")),
    "actors": _Rows("id", codec.decode_actor, attrgetter("id")),
    "events": _Rows("id", codec.decode_event, attrgetter("id")),
    "links": _Rows("id", codec_links.decode_link, attrgetter("id")),
    "disagreements": _Rows("id", codec_links.decode_disagreement, attrgetter("id")),
}
_WORKSPACE: Mapping[str, _Rows] = {
    "bookmarks": _Rows("event", own.decode_bookmark, attrgetter("event")),
    "attachments": _Rows("article", own.decode_attachment, attrgetter("article", "sha256")),
    "views": _Rows("name", own.decode_view, attrgetter("name")),
    "decisions": _Rows("passage", own.decode_decision, attrgetter("passage", "sha256")),
    "resolutions": _Rows("disagreement", own.decode_resolution, attrgetter("disagreement")),
    "notes": _Rows("target", own.decode_note, attrgetter("key")),
    "ratings": _Rows("target", own.decode_rating, attrgetter("key")),
    "tag_colours": _Rows("tag", own.decode_tag_colour, attrgetter("tag")),
    "collections": _Rows("name", own.decode_collection, attrgetter("name")),
    "searches": _Rows("name", own.decode_search, attrgetter("name")),
}


def open_what_is_good(path: Path) -> tuple[Chronicle, tuple[str, ...]]:
    """Return a chronicle of the good records of a file, and what is wrong with all others.

    Good is a record that can be read, is the first of its id, and names only good ones. Where the
    file as a whole is damaged, it is read line by line. Raises MissingFile, and QuotelineError when
    it may not be read or is a workspace.
    """
    faults = Faults()
    tables = _tables(path, chronicle_tables.NAME, CHRONICLE_UPGRADES, faults)
    meta = _meta(tables, path, faults)
    chronicle = Chronicle(
        id=_text(meta, "id", path.name.partition(".")[0] or "-", faults),
        title=_text(meta, "title", path.name, faults),
        description=_text(meta, "description", "", faults, needed=False),
        extra=_unknown(tables, chronicle_tables.TABLES, meta, newest(CHRONICLE_UPGRADES), faults),
        **_records(tables, _CHRONICLE, path, faults),
    )
    return _with_whole_references(chronicle, path, faults), faults.lines()


def open_workspace_what_is_good(
    path: Path, chronicle_id: str = ""
) -> tuple[Workspace, tuple[str, ...]]:
    """Return a workspace of the good records of a file, and what is wrong with all others.

    Where the file does not say whose it is, it is that of `chronicle_id`. Raises MissingFile, and
    QuotelineError when it may not be read or is a chronicle.
    """
    faults = Faults()
    tables = _tables(path, workspace_tables.NAME, WORKSPACE_UPGRADES, faults)
    meta = _meta(tables, path, faults)
    workspace = Workspace(
        chronicle=_text(meta, "chronicle", chronicle_id or "-", faults),
        extra=_unknown(tables, workspace_tables.TABLES, meta, newest(WORKSPACE_UPGRADES), faults),
        **_records(tables, _WORKSPACE, path, faults),
    )
    return workspace, faults.lines()


def keep_what_is_good(path: Path, chronicle_id: str) -> tuple[str, ...]:
    """Write a damaged workspace anew without its bad records, and tell what was wrong with them.

    The damaged file is kept beside it as `<name>.damaged-<n>`. Raises NotSaved when another window
    has it open or there is no room, QuotelineError as `open_workspace_what_is_good` does.
    """
    good, faults = open_workspace_what_is_good(path, chronicle_id)
    check_owner(good, chronicle_id, path)
    lock = WriterLock(path)
    refusal = hold(lock)
    if refusal is not None:
        raise NotSaved(
            path,
            refusal.cause,
            said("not repaired, {why}", why=refusal.words),
            said("Then open it again."),
        )
    try:
        aside = free_name(path.resolve(), "damaged")
        duplicate(path.resolve(), aside)
        write_atomically(path, bytes_of(workspace_tables.tables_of(good), path))
    finally:
        lock.release()
    return (*faults, said("{aside}: the damaged file is kept here, whole.", aside=aside))


def _tables(path: Path, name: str, upgrades: tuple[Upgrade, ...], faults: Faults) -> Tables:
    tables = salvaged(path, faults)
    try:
        return upgraded(tables, schema_of(tables, path, name), upgrades)
    except DamagedFile as error:
        faults.add(error)
        return tables


def _meta(tables: Tables, path: Path, faults: Faults) -> Fields:
    """Return the fields of `_meta`, hardly any where it cannot be read."""
    try:
        meta = meta_fields(tables, path)
    except DamagedFile as error:
        faults.add(error)
        return Fields({"schema": 1}, Place(path, META))
    _text(meta, "format", "-", faults)
    return meta


def _text(meta: Fields, name: str, otherwise: str, faults: Faults, *, needed: bool = True) -> str:
    try:
        return meta.text(name) if needed else meta.optional_text(name)
    except DamagedFile as error:
        faults.add(error)
        return otherwise


def _unknown(
    tables: Tables, known: Iterable[str], meta: Fields, schema: int, faults: Faults
) -> Mapping[str, object]:
    try:
        return unknown_part(tables, known, meta, schema)
    except DamagedFile as error:
        faults.add(error)
        return {}


def _records(
    tables: Tables, kinds: Mapping[str, _Rows], path: Path, faults: Faults
) -> dict[str, Any]:
    """Return the good records of each table; those that repeat one or cannot be read are told."""
    found: dict[str, Any] = {}
    for table, rows in kinds.items():
        kept: dict[object, Any] = {}
        for number, value in tables.get(table, {}).items():
            named = value.get(rows.key) if isinstance(value, dict) else None
            place = Place(path, table, number, named if isinstance(named, str) else "")
            try:
                record = rows.decode(Fields(value, place))
            except DamagedFile as error:
                faults.add(error)
                continue
            if rows.identity(record) in kept:
                faults.add(place.fault("", said("an earlier document has this id; left out.")))
            else:
                kept[rows.identity(record)] = record
        found[table] = tuple(kept.values())
    return found


def _with_whole_references(chronicle: Chronicle, path: Path, faults: Faults) -> Chronicle:
    """Return a chronicle without the records that name one that is not there, or not any more."""
    naming = defaultdict(list)
    for one in references(chronicle):
        naming[one.target, one.named].append(one)
    present = {(table, record.id) for table in _CHRONICLE for record in getattr(chronicle, table)}
    gone: set[tuple[str, str]] = set()
    queue = [key for key in naming if key not in present]
    for passage in chronicle.passages:
        edition = chronicle.edition.get(passage.edition)
        if edition is not None and edition.article != passage.article:
            place = Place(path, "passages", id=passage.id)
            faults.add(place.fault("edition", said("is an edition of another article; left out.")))
            gone.add(("passages", passage.id))
            queue.append(("passages", passage.id))
    while queue:
        missing = queue.pop()
        for one in naming.get(missing, ()):
            if (one.table, one.id) not in gone:
                problem = said(
                    "names '{named}', which is missing or bad; left out.", named=short(one.named)
                )
                faults.add(Place(path, one.table, id=one.id).fault(one.field, problem))
                gone.add((one.table, one.id))
                queue.append((one.table, one.id))
    kept: dict[str, Any] = {
        table: tuple(one for one in getattr(chronicle, table) if (table, one.id) not in gone)
        for table in _CHRONICLE
    }
    return replace(chronicle, **kept)
