"""Salvage: the documents of a file that can be read, where the file as a whole cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from explorer.model.said import said
from explorer.store.codec_fields import Place, short
from explorer.store.faults import DamagedFile
from explorer.store.files import read_whole
from explorer.store.migrations import Tables
from explorer.store.storage import json_from
from explorer.store.tables import read_tables

_MOST_FAULTS = 1_000
"""Faults that are told of one by one; of more, the number is."""


class Faults:
    """What is wrong with a file, in words; beyond a thousand, only counted."""

    def __init__(self) -> None:
        self._told: list[str] = []
        self._more = 0

    def add(self, fault: DamagedFile) -> None:
        """Note one fault: the table, id and field, and what is wrong."""
        if len(self._told) < _MOST_FAULTS:
            self._told.append(fault.problem)
        else:
            self._more += 1

    def lines(self) -> tuple[str, ...]:
        """Return them in the order found."""
        return (
            (*self._told, said("and {more} more.", more=self._more))
            if self._more
            else tuple(self._told)
        )


def salvaged(path: Path, faults: Faults) -> Tables:
    """Return the tables of a file; where it is not whole, of the documents that are, line by line.

    Raises MissingFile, and QuotelineError when it may not be read.
    """
    try:
        return read_tables(path)
    except DamagedFile as error:
        faults.add(error)
    raw = read_whole(path)
    try:
        found = json_from(raw, path)
    except DamagedFile:
        return _by_lines(raw, path, faults)
    return _shaped(found, path, faults)


def _shaped(found: Any, path: Path, faults: Faults) -> Tables:
    tables: Tables = {}
    if not isinstance(found, dict):
        return tables
    for name, table in found.items():
        if not isinstance(table, dict):
            faults.add(Place(path, name).fault("", said("must be an object; it is left out.")))
            continue
        tables[name] = {number: one for number, one in table.items() if _is_number(number)}
        for number in table.keys() - tables[name].keys():
            faults.add(Place(path, name, number).fault("", said("its key is no number; left out.")))
    return tables


def _by_lines(raw: bytes, path: Path, faults: Faults) -> Tables:
    """Read a file written one document a line, leaving out the lines that are damaged."""
    tables: Tables = {}
    here: dict[str, Any] | None = None
    name = ""
    for number, line in enumerate(raw.split(b"\n"), start=1):
        key, value = _entry(line, path)
        if key is None or not value:
            if line.strip(b" ,\r{}\0"):
                problem = _line_lost(number, name)
                faults.add(DamagedFile(path, problem))
        elif value == b"{":
            name, here = key, tables.setdefault(key, {})
        elif here is None or not _is_number(key):
            tables.setdefault(key, {})
        elif key in here:
            problem = said("two documents have this number; the later is left out.")
            faults.add(Place(path, name, key).fault("", problem))
        else:
            try:
                here[key] = json_from(value, path)
            except DamagedFile as error:
                problem = said("{problem} It is left out.", problem=error.problem)
                faults.add(Place(path, name, key).fault("", problem))
    return tables


def _entry(line: bytes, path: Path) -> tuple[str | None, bytes]:
    """Return the name and the value, as bytes, that a line holds."""
    end = line.find(b'": ')
    if not line.startswith(b'"') or end < 0:
        return None, b""
    try:
        key = json_from(line[: end + 1], path)
    except DamagedFile:
        return None, b""
    return key, line[end + 3 :].rstrip(b"\r ").removesuffix(b",")


def _line_lost(number: int, table: str) -> str:
    if not table:
        return said("line {number} is damaged and left out.", number=number)
    return said(
        "line {number} is damaged and left out, in table '{table}'.",
        number=number,
        table=short(table),
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19
