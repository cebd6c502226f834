"""Codebook: the types of event, the roles in them and their colours, read from a TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

from explorer.model.errors import QuotelineError
from explorer.model.said import said


@dataclass(frozen=True, slots=True)
class Quad:
    """A quad class of types, with its colours (#RRGGBB on light and on dark) and mark shape."""

    id: str
    name: str
    colour: str
    dark: str
    shape: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event and the quad class it falls in."""

    id: str
    name: str
    quad: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Codebook:
    """Everything the program knows of types, roles, bases and stances."""

    quads: Mapping[str, Quad]
    types: Mapping[str, EventType]
    roles: Mapping[str, str]
    bases: Mapping[str, str]
    stances: Mapping[str, str]
    answers: Mapping[str, str] = field(default_factory=dict)

    def quad_of(self, event_type: str) -> Quad:
        """Return the quad class of a type; a type the codebook lacks gets the last quad class."""
        known = self.types.get(event_type)
        return self.quads[known.quad] if known else list(self.quads.values())[-1]

    def type_name(self, event_type: str) -> str:
        """Return a type's name for people, or its id where the codebook lacks it."""
        known = self.types.get(event_type)
        return known.name if known else event_type

    def role_name(self, role: str) -> str:
        """Return a role's name for people, or its id where the codebook lacks it."""
        return self.roles.get(role, role)

    def answer_name(self, answer: str) -> str:
        """Return the name of a kind of answer, or its id where the codebook lacks it."""
        return self.answers.get(answer, answer)


def read_codebook(text: str, name: str) -> Codebook:
    """Read a codebook from TOML `text`; `name` is the file's, for messages.

    Raises QuotelineError naming the file, the table and the field that is wrong.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise QuotelineError(
            said("{name}: not a TOML file ({reason}). Correct that line.", name=name, reason=error)
        ) from error
    quads = {key: _quad(key, row, name) for key, row in _tables(tables, "quads", name)}
    types = {key: _type(key, row, name) for key, row in _tables(tables, "types", name)}
    if not quads:
        raise QuotelineError(
            said("{name}: [quads] names no quad class; a codebook needs at least one.", name=name)
        )
    for known in types.values():
        if known.quad not in quads:
            raise QuotelineError(
                said(
                    "{name}: types.{id}: quad '{quad}' is not among [quads] ({quads}).",
                    name=name,
                    id=known.id,
                    quad=known.quad,
                    quads=", ".join(quads),
                )
            )
    named = (_names(tables, key, name) for key in ("roles", "bases", "stances", "answers"))
    return Codebook(quads, types, *named)


def _tables(
    tables: Mapping[str, object], key: str, name: str
) -> list[tuple[str, Mapping[str, object]]]:
    rows = tables.get(key, {})
    if not isinstance(rows, dict) or not all(isinstance(row, dict) for row in rows.values()):
        raise QuotelineError(
            said("{name}: [{key}] must hold one table for each entry.", name=name, key=key)
        )
    return list(rows.items())


def _names(tables: Mapping[str, object], key: str, name: str) -> Mapping[str, str]:
    rows = tables.get(key, {})
    if not isinstance(rows, dict) or not all(isinstance(row, str) for row in rows.values()):
        raise QuotelineError(
            said("{name}: [{key}] must hold one text for each entry.", name=name, key=key)
        )
    return rows


def _text(row: Mapping[str, object], field: str, where: str, default: str | None = None) -> str:
    value = row.get(field, default)
    if not isinstance(value, str):
        raise QuotelineError(
            said("{where}: field '{field}' must be a text.", where=where, field=field)
        )
    return value


def _quad(key: str, row: Mapping[str, object], name: str) -> Quad:
    where = f"{name}: quads.{key}"
    name, colour, dark = (_text(row, field, where) for field in ("name", "colour", "dark"))
    return Quad(key, name, colour, dark, _text(row, "shape", where, "circle"))


def _type(key: str, row: Mapping[str, object], name: str) -> EventType:
    where = f"{name}: types.{key}"
    return EventType(
        key,
        _text(row, "name", where),
        _text(row, "quad", where),
        _text(row, "description", where, ""),
    )
