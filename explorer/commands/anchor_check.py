"""Anchor check: `quoteline anchor-check` finds passages in a text and prints where they stand."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.sources.folded_quotes import Quoted
from explorer.sources.found import Found
from explorer.sources.quote_places import find_quotes
from explorer.sources.status import Status


def run(arguments: argparse.Namespace) -> int:
    """Print a JSON object for each passage, in the order given; return 0.

    Raises QuotelineError naming the file, the line and the field that cannot be read.
    """
    text = read_text(arguments.text)
    asked = [(name, _quoted(data, where)) for name, data, where in lines_of(arguments.passages)]
    found = find_quotes([quote for _, quote in asked], text)
    for (name, _), place in zip(asked, found, strict=True):
        print(json.dumps(_line(name, place)))
    return 0


def _line(name: str | float, found: Found) -> dict[str, object]:
    lost = found.status is Status.MISSING
    return {
        "id": name,
        "status": found.status.value,
        "start": None if lost else found.start,
        "end": None if lost else found.end,
        "score": round(found.score, 4),
    }


def read_text(path: Path) -> str:
    """Return a UTF-8 text as Python reads it: line ends become LF, offsets count code points."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QuotelineError(
            f"{path}: not UTF-8 text (byte {error.start} cannot be read). Save it as UTF-8."
        ) from error
    except OSError as error:
        raise QuotelineError(f"{path}: cannot be read ({error.strerror}).") from error


def lines_of(path: Path) -> Iterator[tuple[str | int | float, Mapping[str, object], str]]:
    """Yield the objects of a file of JSON lines: each one's id, its fields, and where it stands.

    Raises QuotelineError naming the file, the line and what is wrong with it.
    """
    # Not splitlines: a line or paragraph separator may stand in a passage as it is.
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.strip():
            where = f"{path}: line {number}"
            yield *_fields(line, where), where


def _fields(line: str, where: str) -> tuple[str | int | float, Mapping[str, object]]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise QuotelineError(f"{where}: not a JSON object ({error}).") from error
    if not isinstance(data, dict):
        raise QuotelineError(f"{where}: must be a JSON object with an 'id'.")
    name = data.get("id")
    if isinstance(name, bool) or not isinstance(name, (str, int, float)):
        raise QuotelineError(f"{where}: field 'id' must be a text or a number.")
    return name, data


def _quoted(data: Mapping[str, object], where: str) -> Quoted:
    start = data.get("start")
    if start is not None and (isinstance(start, bool) or not isinstance(start, int) or start < 0):
        raise QuotelineError(f"{where}: field 'start' must be a whole number from 0.")
    exact = _text(data, "exact", where)
    if not exact:
        raise QuotelineError(f"{where}: field 'exact' must hold the words of the passage.")
    return Quoted(exact, _text(data, "prefix", where), _text(data, "suffix", where), start)


def _text(data: Mapping[str, object], field: str, where: str) -> str:
    value = data.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise QuotelineError(f"{where}: field '{field}' must be a text.")
    return value
