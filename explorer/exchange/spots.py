"""Spots: every text in the tables of a file, with the table, the id and the field it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A text of a document; the texts of a list stand in one, with spaces between.

    `number` is the document's key in its table, `path` the way to the field within it.
    """

    table: str
    number: str
    id: str
    path: FieldPath
    text: str

    @property
    def field(self) -> str:
        """The path as messages write it, such as `support[0].asserts.note`."""
        told = ""
        for step in self.path:
            told += f"[{step}]" if isinstance(step, int) else f".{step}" if told else step
        return told


def spots_that(
    holds: Callable[[str], bool], tables: Mapping[str, Mapping[str, object]]
) -> Iterator[Spot]:
    """Yield the texts for which `holds` is true, in the order of the file.

    A document of which it is true only as a whole, from one field into the next, is yielded once,
    with an empty path.
    """
    for table, documents in tables.items():
        for number, document in documents.items():
            whole = " ".join(_all_words(document))
            if not holds(whole):
                continue
            own = _name_of(document) or number
            told = [(path, text) for path, text in _texts(document, ()) if holds(text)]
            for path, text in told or [((), whole)]:
                yield Spot(table, number, own, path, text)


def _name_of(document: object) -> str:
    """Return the id of a document, or of one without an id what it is about."""
    if isinstance(document, Mapping):
        for key in ("id", "event", "article", "name"):
            if isinstance(value := document.get(key), str):
                return value
    return ""


def _all_words(value: object) -> Iterator[str]:
    """Yield the texts and keys of a document as a file holds them, one after another."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _all_words(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _all_words(inner)
    elif value is not None:
        yield str(value)


def _texts(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*path, str(key)))
    elif isinstance(value, list | tuple):
        if value and all(isinstance(inner, str) for inner in value):
            yield path, " ".join(value)
        else:
            for at, inner in enumerate(value):
                yield from _texts(inner, (*path, at))
