"""AtomicStorage: how TinyDB reads and writes a file here, all of it or nothing."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from tinydb import Storage

from explorer.model.errors import QuotelineError
from explorer.model.said import Said, said
from explorer.store.faults import DamagedFile
from explorer.store.files import read_if_there, write_atomically

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_CHUNK = 1024
_TOO_DEEP = said("the data is nested too deeply to be read.")


class _UnfitError(ValueError):
    """JSON that reads, but of which something would be lost or could not be written again."""

    def __init__(self, problem: Said) -> None:
        super().__init__(problem)
        self.problem = problem


class AtomicStorage(Storage):
    """A TinyDB storage that replaces its file whole and keeps the one before it as `<name>.bak`.

    The file is the JSON that stock TinyDB reads and writes, UTF-8, one document a line. Nothing is
    held open between two calls. Documents TinyDB is given must be what JSON can hold.
    """

    def __init__(self, path: str | Path) -> None:
        super().__init__()
        self._path = Path(path)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables of the file, or None where there is no file or an empty one.

        Raises DamagedFile when the content is not one JSON object, and QuotelineError when the
        file cannot be read.
        """
        raw = read_if_there(self._path)
        return tables_from(raw, self._path) if raw else None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Put `data` in the place of the file; the old one becomes the rolling copy.

        Raises DamagedFile, without writing, when the file in place is damaged, so that damage
        takes the place of no good copy; QuotelineError when the place cannot be written.
        """
        raw = bytes_of(data, self._path)
        write_atomically(self._path, raw, keep_copy=self.read() is not None)


def bytes_of(data: Mapping[str, Any], path: Path) -> bytes:
    """Return the bytes of the file `path` that holds these tables, one document a line.

    Raises QuotelineError when they are nested more deeply than JSON can be written.
    """
    try:
        return b"".join(_chunks(_lines(data)))
    except RecursionError as error:
        raise QuotelineError(
            said(
                "{path}: not saved, {why} The file is as it was.",
                path=path,
                why=_TOO_DEEP,
            )
        ) from error


def tables_from(raw: bytes, path: Path) -> dict[str, dict[str, Any]]:
    """Return the tables that the bytes of the file `path` hold.

    Raises DamagedFile when they are not one JSON object of which nothing would be lost.
    """
    data = json_from(raw, path)
    if not isinstance(data, dict):
        raise DamagedFile(path, said("the file must hold one JSON object, a table for each name."))
    return data


def json_from(raw: bytes, path: Path) -> Any:
    """Return the JSON value of some bytes of the file `path`; a name twice in an object is none.

    Raises DamagedFile saying what is wrong and where.
    """
    try:
        return json.loads(
            raw.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_refuse,
            parse_float=_finite,
        )
    except UnicodeDecodeError as error:
        problem = said("not UTF-8 text (byte {place} cannot be read).", place=error.start + 1)
        raise DamagedFile(path, problem) from error
    except json.JSONDecodeError as error:
        cut = error.pos >= len(error.doc.rstrip())
        kind = (
            said("the file ends too early")
            if cut
            else said("not JSON ({reason})", reason=error.msg)
        )
        raise DamagedFile(
            path,
            said(
                "{kind}, line {line}, column {column}.",
                kind=kind,
                line=error.lineno,
                column=error.colno,
            ),
        ) from error
    except _UnfitError as error:
        raise DamagedFile(path, error.problem) from error
    except ValueError as error:
        # What json itself refuses beyond syntax: an integer past Python's limit of digits.
        raise DamagedFile(path, said("a number in it has too many digits.")) from error
    except RecursionError as error:
        raise DamagedFile(path, _TOO_DEEP) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise _UnfitError(said("the name {name!r} stands twice in one object.", name=twice[:40]))
    return found


def _refuse(constant: str) -> float:
    raise _UnfitError(said("{constant} is not a number that JSON knows.", constant=constant))


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise _UnfitError(said("the number {text} is too large.", text=text[:40]))
    return value


def _chunks(lines: Iterator[str]) -> Iterator[bytes]:
    # Not all at once: nothing else in this program runs while a text of many megabytes is made.
    while chunk := "".join(islice(lines, _CHUNK)):
        yield chunk.encode("utf-8")


def _lines(data: Mapping[str, Any]) -> Iterator[str]:
    yield "{"
    comma = ""
    for name, table in data.items():
        yield f"{comma}\n{json_text(str(name))}: "
        yield from _table(table)
        comma = ","
    yield "\n}\n"


def _table(table: Any) -> Iterator[str]:
    if not isinstance(table, Mapping) or not table:
        yield json_text(table)
        return
    start = "{"
    for number, one in table.items():
        yield f"{start}\n{json_text(str(number))}: {json_text(one)}"
        start = ","
    yield "\n}"


def json_text(value: Any) -> str:
    """Return a value as JSON on one line, in its own script where UTF-8 can hold it."""
    text = _ENCODER.encode(value)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        # Half a surrogate pair has no UTF-8: kept as the escape it was read from.
        return json.dumps(value, allow_nan=False)
    return text
