"""Shapes: tables that grow large, read by msgspec where they stand as this version writes them.

A table is taken only where writing what was read gives the same bytes again, blanks between signs
left out. So nothing in it was lost: no field that is unknown here, no name that stands twice, no
number of another kind. Whatever else a table holds is for the exact codec, which can say what is
wrong and keeps what it does not know.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from explorer.model.records import Basis, Stance

S = TypeVar("S")

Some = Annotated[str, Meta(min_length=1)]
"""A text that is not empty."""

Importance = Annotated[int, Meta(ge=1, le=3)]


class DatingShape(Struct, gc=False, omit_defaults=True):
    """The date of an event."""

    edtf: Some
    basis: Basis
    text: str = ""
    note: str = ""


class PartShape(Struct, gc=False, omit_defaults=True):
    """An actor's part in an event."""

    actor: Some
    role: Some
    stance: str = ""


class AssertionShape(Struct, gc=False, omit_defaults=True):
    """What one source says that differs."""

    date: str = ""
    actors: str = ""
    figures: str = ""
    note: str = ""


class SupportShape(Struct, gc=False, omit_defaults=True):
    """The bearing of a passage on an event."""

    passage: Some
    stance: Stance | UnsetType = UNSET
    asserts: AssertionShape | UnsetType = UNSET


class EventShape(Struct, gc=False, omit_defaults=True, kw_only=True):
    """An event, its fields in the order in which they are written."""

    id: Some
    title: Some
    summary: str = ""
    date: DatingShape
    type: Some
    participants: tuple[PartShape, ...] = ()
    claimed_by: str = ""
    importance: Importance | UnsetType = UNSET
    place: str = ""
    tags: tuple[str, ...] = ()
    support: tuple[SupportShape, ...] = ()
    asks: str = ""
    ground: str = ""


class QuoteShape(Struct, gc=False, omit_defaults=True):
    """The words of a passage and around it."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class PassageShape(Struct, gc=False, omit_defaults=True):
    """A passage, its fields in the order in which they are written."""

    id: str
    article: str
    edition: str
    paragraph: int
    start: int
    end: int
    sha256: str
    fingerprint: tuple[int, ...] = ()
    retells: tuple[str, ...] = ()
    quote: QuoteShape | UnsetType = UNSET


_ENCODER = msgspec.json.Encoder()
_TABLE: msgspec.json.Decoder[dict[str, Any]] = msgspec.json.Decoder(dict[str, msgspec.Raw])


def tables_in(raw: bytes) -> dict[str, msgspec.Raw]:
    """Return the bytes of each table in a file; ValueError where a name stands twice or is odd."""
    found = _TABLE.decode(raw)
    # What is found must follow on itself without a gap: then nothing stands between.
    view, at = memoryview(raw), _past(raw, 0, b"{")
    for number, (name, table) in enumerate(found.items()):
        at = _past(raw, at, b",") if number else at
        at = _past(raw, _past(raw, at, _ENCODER.encode(name)), b":")
        at = _past(raw, at, b"")
        held = memoryview(table)
        if view[at : at + len(held)] != held:
            raise ValueError(name)
        at += len(held)
    _past(raw, at, b"}")
    return found


def documents_in(table: msgspec.Raw, shape: type[S]) -> tuple[S, ...]:
    """Return the documents of a table; ValueError where it is not just as this version writes it.

    What msgspec cannot read raises its own error.
    """
    decoder: msgspec.json.Decoder[dict[str, S]] = msgspec.json.Decoder(dict[str, shape])  # type: ignore[valid-type]
    found = decoder.decode(table)
    numbers = "".join(found)
    if found and not (numbers.isascii() and numbers.isdigit() and _are_short(found)):
        raise ValueError("a key that is no number")
    if _ENCODER.encode(found) != msgspec.json.format(memoryview(table), indent=-1):
        raise ValueError("not as it would be written")
    return tuple(found.values())


def are_as_written(documents: Struct | dict[str, S], raw: bytes) -> bool:
    """Tell whether a document, or some, are written as `raw`, blanks between signs left out."""
    return _ENCODER.encode(documents) == msgspec.json.format(raw, indent=-1)


def _are_short(numbers: dict[str, Any]) -> bool:
    lengths = set(map(len, numbers))
    return min(lengths) > 0 and max(lengths) < 19


def _past(raw: bytes, at: int, sign: bytes) -> int:
    """Return the place behind a sign, blanks before it passed over. ValueError where it is not."""
    while raw[at : at + 1] in (b" ", b"\n", b"\r", b"\t"):
        at += 1
    if not raw.startswith(sign, at):
        raise ValueError(sign)
    return at + len(sign)
