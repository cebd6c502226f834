"""Coding sheets: TOML tables read with every fault noted, so that one run shows them all."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from explorer.model.date import Date, DateError, parse_date
from explorer.model.errors import QuotelineError

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SHEET = re.compile(r"(chronicle|articles|actors|events|links|disagreements)(?:-[a-z0-9-]+)?\.toml")


class Faults:
    """What is wrong in the sheets, in the order in which it was met."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def add(self, where: str, what: str) -> None:
        """Note one fault and where it is (file, id, field)."""
        self._lines.append(f"{where}: {what}")

    def raise_if_any(self) -> None:
        """Raise one QuotelineError with a line for each fault; do nothing when there is none."""
        if self._lines:
            count = len(self._lines)
            head = f"The coding sheets hold {count} fault{'s' if count > 1 else ''}:"
            raise QuotelineError("\n".join((head, *self._lines)))


@dataclass(frozen=True, slots=True)
class Row:
    """One table of a sheet. Every reading notes its own faults and returns something usable."""

    data: Mapping[str, object]
    where: str
    faults: Faults

    def fault(self, what: str) -> None:
        """Note a fault of this row."""
        self.faults.add(self.where, what)

    def only(self, *keys: str) -> None:
        """Note every key that is not among `keys`."""
        for key in self.data:
            if key not in keys:
                self.fault(f"unknown key '{key}' (known: {', '.join(keys)})")

    def text(self, key: str, default: str | None = "") -> str:
        """Return a text; without a `default` it must be there and not be empty."""
        value = self.data.get(key, default)
        if value is None or (default is None and value == ""):
            self.fault(f"'{key}' is missing")
        elif not isinstance(value, str):
            self.fault(f"'{key}' must be a text in quotation marks, not {value!r}")
        else:
            return value
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where it is left out."""
        value = self.data.get(key, [])
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self.fault(f"'{key}' must be a list of texts")
        return ()

    def number(self, key: str, default: int, allowed: range) -> int:
        """Return a whole number within `allowed`."""
        value = self.data.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool) and value in allowed:
            return value
        self.fault(f"'{key}' must be a whole number from {allowed[0]} to {allowed[-1]}")
        return default

    def choice(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        """Return one of the `allowed` texts, or nothing when it is none of them."""
        value = self.text(key, default)
        known = list(allowed)
        if value in known or (not value and (default == "" or default is None)):
            return value
        self.fault(f"unknown {key} '{value}' (known: {', '.join(known)})")
        return ""

    def slug(self, key: str) -> str:
        """Return an id: lower-case letters a-z, digits and single hyphens."""
        value = self.text(key, None)
        if value and not _SLUG.fullmatch(value):
            self.fault(f"'{key}' must be lower-case letters, digits and hyphens, not '{value}'")
        return value

    def date(self, key: str, default: str | None = None) -> Date | None:
        """Return an EDTF date, or nothing when it is left out or faulty."""
        value = self.text(key, default)
        if not value:
            return None
        try:
            return parse_date(value)
        except DateError as error:
            self.fault(f"'{key}': {error}")
            return None

    def row(self, key: str) -> Row:
        """Return a table within this one, empty where it is left out."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            self.fault(f"'{key}' must be a table")
            value = {}
        return Row(value, f"{self.where}: {key}", self.faults)

    def rows(self, key: str) -> list[Row]:
        """Return the tables of a list within this one, empty where it is left out."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.fault(f"'{key}' must be a list of tables")
            return []
        return [
            Row(one, f"{self.where}: {key} {place}", self.faults)
            for place, one in enumerate(value, 1)
        ]


@dataclass(slots=True)
class Sheets:
    """The rows of all sheets of a folder, each in the order of the files' names."""

    faults: Faults
    chronicle: list[Row] = field(default_factory=list)
    articles: list[Row] = field(default_factory=list)
    actors: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    links: list[Row] = field(default_factory=list)
    disagreements: list[Row] = field(default_factory=list)


def read_sheets(folder: Path) -> Sheets:
    """Read every sheet in `folder`, faults noted in the result.

    Raises QuotelineError when the folder cannot be listed.
    """
    sheets = Sheets(Faults())
    try:
        files = sorted(folder.glob("*.toml")) if folder.is_dir() else None
    except OSError as error:
        raise QuotelineError(f"{folder}: cannot be listed ({error.strerror}).") from error
    if files is None:
        raise QuotelineError(f"{folder}: no such folder. Name the folder of the coding sheets.")
    for file in files:
        _read_sheet(file, sheets)
    if not sheets.chronicle:
        sheets.faults.add("chronicle.toml", "is missing")
    if not sheets.articles:
        sheets.faults.add("articles.toml", "is missing or names no article")
    return sheets


def _read_sheet(file: Path, sheets: Sheets) -> None:
    kind = _SHEET.fullmatch(file.name)
    if kind is None:
        sheets.faults.add(file.name, "not a sheet's name (events.toml, events-2.toml, ...)")
        return
    try:
        tables = tomllib.loads(file.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        sheets.faults.add(file.name, f"cannot be read ({error})")
        return
    whole = Row(tables, file.name, sheets.faults)
    name = kind[1]
    if name == "chronicle":
        sheets.chronicle.append(whole)
        return
    one = name.removesuffix("s")
    whole.only(one)
    rows: list[Row] = getattr(sheets, name)
    for place, row in enumerate(whole.rows(one), 1):
        told = row.data.get("id", place)
        rows.append(Row(row.data, f"{file.name}: {one} {told!r}", sheets.faults))
