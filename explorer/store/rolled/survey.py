"""Survey: where the table of events stands in a file, found without reading all of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from explorer.store.unusual import UnusualError

_RUN = 2_000_000
"""Bytes that a run of lines has at least, save the last; they are decoded at once."""

_PIECE = 1_000_000
"""Bytes that are read at first where the table is looked for, then as many again as before."""

_PROBE = 16_384
"""Bytes that are read at once where a line's end is looked for."""

_COUNTED = 16_000_000
"""Up to how many bytes of a table its lines are counted; of a larger one they are reckoned."""

_HEAD = b'\n"events": {\n'
_NEXT = b'\n},\n"links": '
"""How this program begins the table of events, and how it goes on behind it."""


@dataclass(frozen=True, slots=True)
class Section:
    """The bytes of a table in a file, from its opening brace to behind its closing one."""

    start: int
    end: int


def section_of(raw: bytes, table: str) -> Section | None:
    """Return where a table stands that is written one document a line, None where it is not so."""
    head = b'\n"%s": {\n' % table.encode()
    at = raw.find(head)
    end = raw.find(b"\n}", at + len(head) - 1) if at >= 0 else -1
    return Section(at + len(head) - 2, end + 2) if end >= 0 else None


class PlacedFile:
    """A file that is read where its bytes stand, by one thread; a context, since it stays open."""

    def __init__(self, path: Path, stamp: tuple[int, ...] = ()) -> None:
        """Open the file. Raises OSError, and UnusualError where it has another stamp than given."""
        self.path = path
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        if stamp and self.stamp != stamp:
            os.close(self._file)
            raise UnusualError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        os.close(self._file)

    @property
    def stamp(self) -> tuple[int, ...]:
        """Which file it is and how it stands; another one when anybody wrote to it."""
        told = os.fstat(self._file)
        return told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return os.fstat(self._file).st_size

    def read(self, start: int, end: int) -> bytes:
        """Return the bytes between two places. Raises ValueError where the file ends before."""
        os.lseek(self._file, start, os.SEEK_SET)
        parts = []
        while start < end:
            part = os.read(self._file, end - start)
            if not part:
                raise ValueError(f"{self.path} ends before byte {end}")
            parts.append(part)
            start += len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)


@dataclass(frozen=True, slots=True)
class Survey:
    """The bytes before and behind the table of events, and the bounds of runs of its lines.

    `count` is how many lines there are, or about how many.
    """

    before: bytes
    behind: bytes
    section: Section
    runs: list[tuple[int, int]]
    count: int


def survey(file: PlacedFile) -> Survey | None:
    """Look for the table of events; None where there is none that is written a document a line.

    Where it ends is taken from how this program writes files: whether a document stands on each
    line between is for whoever reads these. Raises ValueError where lines do not end as they
    should, and OSError.
    """
    found = _bounds(file)
    if found is None:
        raw = file.read(0, file.size)
        section = section_of(raw, "events")
        if section is None:
            return None
        found = raw[: section.start], raw[section.end :], section
    before, behind, section = found
    start, end = section.start + len(b"{\n"), section.end - len(b"\n}")
    runs, density = _runs(file, start, end)
    if end - start <= _COUNTED:
        count = file.read(start, end).count(b"\n") + 1 if start < end else 0
    else:
        count = round((end - start) * density)
    return Survey(before, behind, section, runs, count)


def _bounds(file: PlacedFile) -> tuple[bytes, bytes, Section] | None:
    """Return what stands before and behind the table, and its bounds, as this program writes it."""
    size = file.size
    before, at = b"", -1
    while at < 0 and len(before) < size:
        looked = max(len(before) - len(_HEAD), 0)
        before += file.read(len(before), min(len(before) + max(_PIECE, len(before)), size))
        at = before.find(_HEAD, looked)
    if at < 0:
        return None
    start = at + len(_HEAD) - len(b"{\n")
    behind, at = b"", -1
    while at < 0 and len(behind) < size - start:
        until = size - len(behind)
        piece = file.read(max(until - max(_PIECE, len(behind)), start), until)
        at = (piece + behind[: len(_NEXT)]).find(_NEXT)
        behind = piece + behind
    if at < 0:
        return None
    end = size - len(behind) + at + len(b"\n}")
    return before[:start], behind[at + len(b"\n}") :], Section(start, end)


def _runs(file: PlacedFile, start: int, end: int) -> tuple[list[tuple[int, int]], float]:
    """Return the bounds of runs of whole lines between two places, the break behind left out.

    Also returns how many lines a byte has, as far as was looked. Raises ValueError where the last
    line but no other ends with something else than a comma.
    """
    runs = []
    lines = looked = 0
    at = start
    while at < end:
        until = min(at + _RUN, end)
        while until < end:
            # The sign before is read as well: the comma that has to stand before the break.
            probe = file.read(until - 1, min(until + _PROBE, end))
            place = probe.find(b"\n", 1)
            lines += probe.count(b"\n", 1)
            looked += len(probe) - 1
            until += place - 1 if place > 0 else len(probe) - 1
            if place > 0:
                break
        if (file.read(until - 1, until) == b",") == (until == end):
            raise ValueError("a comma too few or too many")
        runs.append((at, until))
        at = until + 1
    return runs, lines / looked if looked else 0.0
