"""Tables: a whole TinyDB file in and out, its shape checked, its records decoded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeGuard, TypeVar

from tinydb import TinyDB

from explorer.model.errors import QuotelineError
from explorer.model.records import Extra
from explorer.model.said import said
from explorer.store.codec_fields import Fields, Place, document, short
from explorer.store.faults import DamagedFile, MissingFile
from explorer.store.files import read_if_there
from explorer.store.migrations import Tables, Upgrade, newest, upgraded
from explorer.store.storage import AtomicStorage

R = TypeVar("R")

META = "_meta"
"""The table whose one document says what the file is."""

_HIGHEST_SCHEMA = 1_000_000


@dataclass(frozen=True, slots=True)
class Format(Generic[R]):
    """A kind of file: its name in `_meta`, its upgrades, and the making of it from tables."""

    name: str
    upgrades: tuple[Upgrade, ...]
    decode: Callable[[Tables, Path], R]


def load(path: Path, wanted: Format[R]) -> R:
    """Return what a file of the wanted format holds, read once and not written to.

    Raises MissingFile; DamagedFile when its content cannot be trusted; QuotelineError when it may
    not be read, is of another format, or so new that this version cannot read it.
    """
    tables = read_tables(path)
    schema = schema_of(tables, path, wanted.name)
    known = newest(wanted.upgrades)
    try:
        return wanted.decode(upgraded(tables, schema, wanted.upgrades), path)
    except DamagedFile as error:
        if schema <= known:
            raise
        raise QuotelineError(
            said(
                "{path}: a newer version of Quoteline made this file (schema {schema}, this "
                "one knows {known}) and it cannot be read here: {problem} Update Quoteline.",
                path=path,
                schema=schema,
                known=known,
                problem=error.problem,
            )
        ) from error


def read_tables(path: Path) -> Tables:
    """Return the tables of a file, by TinyDB, with every table and document id checked.

    Raises MissingFile; DamagedFile when it is no TinyDB file; QuotelineError when it cannot be
    read.
    """
    with TinyDB(path, storage=AtomicStorage) as base:
        tables: Tables | None = base.storage.read()
    if tables is None:
        raw = read_if_there(path)
        if raw is None:
            raise MissingFile(path)
        if raw.strip():
            return read_tables(path)  # it was written for the first time just now
        raise DamagedFile(path, said("the file is empty."))
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise Place(path, name).fault(
                "", said("must be an object, a document for each number.")
            )
        for number in table:
            if not (number.isascii() and number.isdigit() and len(number) < 19):
                raise Place(path, name, number).fault(
                    "", said("a document's key must be a number.")
                )
    return tables


def write_tables(path: Path, tables: Tables) -> None:
    """Put tables in the place of a file, by TinyDB; the old file becomes the rolling copy.

    Raises DamagedFile when the file in place is damaged, QuotelineError when it cannot be written.
    """
    with TinyDB(path, storage=AtomicStorage) as base:
        base.storage.write(tables)


def schema_of(tables: Tables, path: Path, format_name: str) -> int:
    """Return the schema number of a file.

    Raises DamagedFile when `_meta` does not say it, QuotelineError when the format is another.
    """
    meta = meta_fields(tables, path)
    found = meta.text("format")
    if found != format_name:
        raise QuotelineError(
            said(
                "{path}: its format is '{found}' where '{format_name}' is needed. Choose "
                "another file.",
                path=path,
                found=short(found),
                format_name=format_name,
            )
        )
    return meta.whole("schema", 1, _HIGHEST_SCHEMA)


def meta_fields(tables: Tables, path: Path) -> Fields:
    """Return the fields of the one document in `_meta`; DamagedFile when there is not just one."""
    documents = list(tables.get(META, {}).items())
    if len(documents) != 1:
        problem = said(
            "must hold one document, not {count}; is this a file of Quoteline?",
            count=len(documents),
        )
        raise Place(path, META).fault("", problem)
    number, value = documents[0]
    return Fields(value, Place(path, META, number))


def meta_table(fields: Mapping[str, object], schema: int, extra: Extra) -> dict[str, object]:
    """Return the table `_meta`; the schema number of a newer file, kept in `extra`, stands."""
    kept = extra.get(META)
    unknown = dict(kept) if isinstance(kept, Mapping) else {}
    newer = unknown.pop("schema", None)
    if isinstance(newer, int):
        schema = max(schema, newer)
    return {"1": document({**fields, "schema": schema}, unknown)}


def unknown_part(tables: Tables, known: Iterable[str], meta: Fields, newest_schema: int) -> Extra:
    """Return what to keep of a file that this version does not know: tables, fields of `_meta`."""
    found: dict[str, object] = {
        name: table for name, table in tables.items() if name not in (META, *known)
    }
    schema = meta.whole("schema", 1, _HIGHEST_SCHEMA)
    unknown = dict(meta.rest())
    if schema > newest_schema:
        unknown["schema"] = schema
    if unknown:
        found[META] = unknown
    return found


def with_unknown(known: Tables, extra: Extra) -> Tables:
    """Return the known tables, then those kept in `extra` that have other names."""
    kept = {name: table for name, table in extra.items() if name not in known}
    return {**known, **{name: dict(table) for name, table in kept.items() if _is_table(table)}}


def records(
    tables: Tables, name: str, path: Path, key: str, decode: Callable[[Fields], R]
) -> tuple[R, ...]:
    """Return the records of a table in their order; `key` names the field that tells them apart.

    Raises DamagedFile naming the table, the id and the field that is wrong.
    """
    found = []
    for number, value in tables.get(name, {}).items():
        own = value.get(key) if isinstance(value, dict) else None
        place = Place(path, name, number, own if isinstance(own, str) else "")
        found.append(decode(Fields(value, place)))
    return tuple(found)


def numbered(documents: Iterable[dict[str, object]]) -> dict[str, dict[str, object]]:
    """Return documents as a table, under TinyDB's document ids from 1."""
    return {str(number): one for number, one in enumerate(documents, start=1)}


def _is_table(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def check_unique(path: Path, table: str, ids: Iterable[str]) -> None:
    """Raise DamagedFile when two documents of a table have one id."""
    some = tuple(ids)
    if len(set(some)) == len(some):
        return
    seen: set[str] = set()
    for one in some:
        if one in seen:
            raise Place(path, table, id=one).fault("", said("two documents have this id."))
        seen.add(one)
