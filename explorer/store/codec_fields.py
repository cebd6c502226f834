"""Fields: the checked reading of one JSON object, and the writing of one without empty fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from explorer.model.date import Date, DateError, parse_date
from explorer.model.records import NOTHING_EXTRA, Extra
from explorer.model.said import said
from explorer.store.faults import DamagedFile

T = TypeVar("T", bound=str)
R = TypeVar("R")

LARGEST = 2**31 - 1
"""The largest offset, length or count: what Qt's texts can address."""

_SHOWN = 40
"""Code points of a wrong text that a message repeats."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document stands: file, table, number (TinyDB's document id) and its own id."""

    path: Path
    table: str
    number: str = ""
    id: str = ""

    def fault(self, field: str, problem: str) -> DamagedFile:
        """Return the error for what is wrong with a field of the document."""
        where = said("table '{table}'", table=short(self.table))
        if self.id:
            where = said("{where}, id '{id}'", where=where, id=short(self.id))
        elif self.number:
            where = said("{where}, document {number}", where=where, number=short(self.number))
        if field:
            where = said("{where}, field '{field}'", where=where, field=short(field))
        return DamagedFile(self.path, said("{where}: {problem}", where=where, problem=problem))


class Fields:
    """The fields of one JSON object, each read once; `rest` returns those nobody asked for.

    Every method raises DamagedFile, naming the field, when the value is not what it should be.
    """

    __slots__ = ("_left", "_place", "_prefix")

    def __init__(self, value: object, place: Place, prefix: str = "") -> None:
        if not isinstance(value, Mapping):
            raise place.fault(
                prefix, said("must be an object, but it is {kind}.", kind=kind_of(value))
            )
        self._left: dict[str, object] = dict(value)
        self._place = place
        self._prefix = prefix

    def fault(self, name: str, problem: str) -> DamagedFile:
        """Return the error for what is wrong with the field `name`."""
        return self._place.fault(self._path(name), problem)

    def text(self, name: str) -> str:
        """Return a text that must be there and not be empty."""
        value = self.optional_text(name)
        if not value:
            raise self.fault(name, said("must be there and hold a text."))
        return value

    def optional_text(self, name: str) -> str:
        """Return a text, an empty one where the field is missing."""
        return self._checked(name, self._left.pop(name, ""))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of a list, none where the field is missing."""
        return tuple(self._checked(f"{name}[{at}]", value) for at, value in self._items(name))

    def choice(self, name: str, allowed: Sequence[T], default: T | None = None) -> T:
        """Return one of the `allowed` texts; without `default` the field must be there."""
        value = self.text(name) if default is None else self.optional_text(name) or default
        for known in allowed:
            if value == known:
                return known
        raise self.fault(
            name,
            said(
                "must be one of {allowed}, but it is '{value}'.",
                allowed=", ".join(allowed),
                value=short(value),
            ),
        )

    def whole(self, name: str, least: int, most: int, default: int | None = None) -> int:
        """Return a whole number from `least` to `most`; without `default` it must be there."""
        return self._whole(name, self._left.pop(name, default), least, most)

    def wholes(self, name: str, least: int, most: int) -> tuple[int, ...]:
        """Return the whole numbers of a list, none where the field is missing."""
        return tuple(
            self._whole(f"{name}[{at}]", value, least, most) for at, value in self._items(name)
        )

    def number(self, name: str) -> float:
        """Return a finite number that must be there."""
        value = self._left.pop(name, None)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.fault(name, said("must be a number, but it is {kind}.", kind=kind_of(value)))
        if not abs(value) <= 2**63:  # NaN is not, either
            raise self.fault(name, said("must be a number of ordinary size."))
        return float(value)

    def date(self, name: str) -> Date:
        """Return the date that an EDTF text which must be there stands for."""
        text = self.text(name)
        try:
            return parse_date(text)
        except DateError as error:
            raise self.fault(name, error.said) from error

    def optional_date(self, name: str) -> Date | None:
        """Return the date that an EDTF text stands for, None where the field is missing."""
        return self.date(name) if name in self._left else None

    def has(self, name: str) -> bool:
        """Tell whether the field is there and was not read yet."""
        return name in self._left

    def truth(self, name: str) -> bool:
        """Return true or false; the field must be there."""
        value = self._left.pop(name, None)
        if not isinstance(value, bool):
            raise self.fault(
                name, said("must be true or false, but it is {kind}.", kind=kind_of(value))
            )
        return value

    def inner(self, name: str) -> Fields:
        """Return the fields of an object within the object, of an empty one where it is missing."""
        return Fields(self._left.pop(name, {}), self._place, self._path(name))

    def inners(self, name: str, read: Callable[[Fields], R]) -> tuple[R, ...]:
        """Return what `read` makes of each object in a list, nothing where the field is missing."""
        return tuple(
            read(Fields(value, self._place, self._path(f"{name}[{at}]")))
            for at, value in self._items(name)
        )

    def data(self, name: str) -> Extra:
        """Return an object as it stands, an empty one where the field is missing."""
        return self.inner(name).rest()

    def rest(self) -> Extra:
        """Return the fields that were not read, as they stand."""
        return MappingProxyType(self._left) if self._left else NOTHING_EXTRA

    def _path(self, name: str) -> str:
        return f"{self._prefix}.{name}" if self._prefix else name

    def _items(self, name: str) -> Iterator[tuple[int, object]]:
        value = self._left.pop(name, [])
        if not isinstance(value, list):
            raise self.fault(name, said("must be a list, but it is {kind}.", kind=kind_of(value)))
        return enumerate(value)

    def _checked(self, name: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.fault(name, said("must be a text, but it is {kind}.", kind=kind_of(value)))
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            problem = said(
                "holds half a character (a lone surrogate) at {place}.", place=error.start + 1
            )
            raise self.fault(name, problem) from error
        return value

    def _whole(self, name: str, value: object, least: int, most: int) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.fault(
                name, said("must be a whole number, but it is {kind}.", kind=kind_of(value))
            )
        if not least <= value <= most:
            raise self.fault(
                name, said("must lie between {least} and {most}.", least=least, most=most)
            )
        return value


def kind_of(value: object) -> str:
    """Return what a JSON value is, in words, with the value where it is short."""
    match value:
        case None:
            return said("missing or null")
        case bool():
            return said("true") if value else said("false")
        case int() | float():
            return said("the number {value}", value=short(str(value)))
        case str():
            return said("the text '{value}'", value=short(value))
        case list() | tuple():
            return said("a list")
        case _:
            return said("an object")


def short(text: str) -> str:
    """Return `text` fit for one line of a message: cut when long, control signs escaped."""
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in shown)


def document(fields: Mapping[str, object], extra: Extra) -> dict[str, object]:
    """Return the JSON object of a record: `fields` that are not empty, then what `extra` adds.

    A field that is known here wins over one of the same name in `extra`.
    """
    found = {name: value for name, value in fields.items() if not _is_empty(value)}
    found.update((name, value) for name, value in extra.items() if name not in found)
    return found


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, (str, list, dict)) and not value)
