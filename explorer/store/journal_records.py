"""Journal records: the lines of a journal and of a history, each with its checksum.

A line is the CRC-32 of what follows as 8 hexadecimal digits, a space, a JSON object and a line
feed. JSON has no line feed of its own, so a line is whole or is seen not to be.
"""

from __future__ import annotations

from binascii import crc32
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from explorer.model.said import said
from explorer.store.changes import Change, Hunk, Swap
from explorer.store.codec_fields import Fields, Place
from explorer.store.faults import DamagedFile
from explorer.store.storage import json_from, json_text

VERSION = 1
"""The version of the lines themselves."""

_HIGHEST = 2**53
_DIGITS = 8


class Kind(StrEnum):
    """What a step is in the reader's history."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Head:
    """The first line: which file the steps start from, and the number of the last one in it.

    `base` is the SHA-256 of that file's bytes, empty where there was no file. `schema` is that of
    the documents in the steps.
    """

    base: str
    sequence: int
    chronicle: str
    schema: int
    version: int = VERSION


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the reader did: its number, its name, when (ISO 8601, UTC), and what changed."""

    sequence: int
    kind: Kind
    name: str
    moment: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """All steps up to `sequence` are in the file whose bytes have the SHA-256 `file`.

    `file` is empty where there was no file yet.
    """

    sequence: int
    file: str


Record = Head | Step | Mark


@dataclass(frozen=True, slots=True)
class Line:
    """A line as found: where it starts (bytes), how many bytes, and its record if it is whole."""

    start: int
    length: int
    record: Record | None


def line_of(record: Record) -> bytes:
    """Return the line of a record, its line feed included."""
    text = json_text(_plain(record)).encode("utf-8")
    return b"%08x %b\n" % (crc32(text), text)


def lines_of(raw: bytes, path: Path) -> tuple[list[Line], int]:
    """Return the lines of a journal or history, and how many bytes at its end are a torn one.

    A line is torn when nothing whole comes after it and it has no line feed, or is all zeros: so a
    write looks that was cut off. Any other line that is not whole has no record.
    """
    found: list[Line] = []
    start = 0
    while start < len(raw):
        end = raw.find(b"\n", start)
        if end < 0:
            break
        found.append(Line(start, end + 1 - start, _record(raw[start:end], path)))
        start = end + 1
    return found, len(raw) - start


def _record(line: bytes, path: Path) -> Record | None:
    checksum, text = line[:_DIGITS], line[_DIGITS + 1 :]
    if checksum != b"%08x" % crc32(text) or line[_DIGITS : _DIGITS + 1] != b" ":
        return None
    try:
        return _read(Fields(json_from(text, path), Place(path, "journal")))
    except (DamagedFile, RecursionError):
        return None


def _read(fields: Fields) -> Record:
    kind = fields.text("is")
    sequence = fields.whole("sequence", 0, _HIGHEST)
    if kind == "head":
        return Head(
            fields.optional_text("base"),
            sequence,
            fields.text("chronicle"),
            fields.whole("schema", 1, _HIGHEST),
            fields.whole("version", 1, _HIGHEST),
        )
    if kind == "mark":
        return Mark(sequence, fields.optional_text("file"))
    if kind not in tuple(Kind):
        raise fields.fault("is", said("is no kind of line."))
    changes = fields.inners("changes", _change)
    name, moment = fields.optional_text("name"), fields.text("moment")
    return Step(sequence, Kind(kind), name, moment, changes)


def _change(fields: Fields) -> Change:
    table = fields.text("table")
    if fields.has("at"):
        at = fields.whole("at", 0, _HIGHEST)
        return Hunk(table, at, _documents(fields, "removed"), _documents(fields, "added"))
    return Swap(table, _table(fields, "before"), _table(fields, "after"))


def _documents(fields: Fields, name: str) -> tuple[dict[str, Any], ...]:
    return tuple(dict(one) for one in fields.inners(name, Fields.rest))


def _table(fields: Fields, name: str) -> dict[str, Any] | None:
    return dict(fields.data(name)) if fields.has(name) else None


def _plain(record: Record) -> Mapping[str, object]:
    match record:
        case Head():
            return {
                "is": "head",
                "version": record.version,
                "schema": record.schema,
                "chronicle": record.chronicle,
                "base": record.base,
                "sequence": record.sequence,
            }
        case Mark():
            return {"is": "mark", "sequence": record.sequence, "file": record.file}
        case Step():
            return {
                "is": record.kind.value,
                "sequence": record.sequence,
                "name": record.name,
                "moment": record.moment,
                "changes": [_plain_change(change) for change in record.changes],
            }


def _plain_change(change: Change) -> dict[str, object]:
    if isinstance(change, Hunk):
        return {
            "table": change.table,
            "at": change.at,
            "removed": change.removed,
            "added": change.added,
        }
    sides = {"before": change.before, "after": change.after}
    return {"table": change.table, **{k: v for k, v in sides.items() if v is not None}}
