"""Lines: the documents of a table where they stand in a file, one a line, as they are written."""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from explorer.model.errors import QuotelineError
from explorer.model.records import Event
from explorer.rolls.texts import Block
from explorer.store import codec
from explorer.store.codec_fields import Fields, Place
from explorer.store.collecting import uncollected
from explorer.store.files import unread
from explorer.store.shapes import EventShape, are_as_written
from explorer.store.storage import json_from
from explorer.store.swift import EventMaker

Ints = npt.NDArray[np.integer[Any]]

_CHUNK = 10_000
"""How many lines are decoded at once."""

_SEVERAL = 64
"""From how many events on they are decoded together and not kept."""

_MOST_KEPT = 32_768
"""How many decoded events are kept at hand."""


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


def lines_in(raw: bytes, section: Section) -> tuple[Ints, Ints]:
    """Return where each line of a table begins and ends, a comma at its end left out."""
    length = section.end - section.start
    signs = np.frombuffer(raw, dtype=np.uint8, count=length, offset=section.start)
    breaks = np.flatnonzero(signs == ord("\n"))
    first, last = breaks[:-1] + 1, breaks[1:]
    commas = signs[last - 1] == ord(",")
    return first + section.start, last - commas + section.start


def documents_of(raw: bytes, first: Ints, last: Ints) -> Iterator[list[EventShape]]:
    """Yield the documents that stand one a line, some thousands at a time.

    Raises ValueError where two stand in a line or have one key, and msgspec's error where one is
    not as it should be.
    """
    # All at once would keep every other thread waiting for seconds.
    decoder = msgspec.json.Decoder(dict[str, EventShape])
    keys: set[str] = set()
    for at in range(0, len(first), _CHUNK):
        until = min(at + _CHUNK, len(first))
        chunk = decoder.decode(b"{%s}" % raw[int(first[at]) : int(last[until - 1])])
        if not _begin(raw, first[at:until], list(chunk)):
            raise ValueError("not a document a line")
        keys.update(chunk)
        yield list(chunk.values())
    if len(keys) < len(first):
        raise ValueError("a key stands twice")


def _begin(raw: bytes, first: Ints, keys: list[str]) -> bool:
    """Tell whether lines begin with keys, which are numbers, in their order."""
    if len(keys) != len(first) or not "".join(keys).isdecimal():
        return False
    begins = zip(keys, first.tolist(), strict=True)
    return all(raw.startswith(b'"%s": {' % key.encode(), at) for key, at in begins)


class EventLines:
    """Decodes events line by line from a file that is kept open; those decoded last are kept.

    Should the file be replaced, the old one is still read; should it be written over, that is told.
    """

    def __init__(self, path: Path, ids: Block, first: Ints, last: Ints) -> None:
        """Open the file. Raises QuotelineError when it cannot be read."""
        self._path = path
        self._ids = ids
        self._first = first
        self._last = last
        self._kept: dict[int, Event] = {}
        self._lock = Lock()
        self._make = EventMaker()
        self._decoder = msgspec.json.Decoder(EventShape)
        self._several = msgspec.json.Decoder(dict[str, EventShape])
        try:
            self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except OSError as error:
            raise unread(path, error) from error
        weakref.finalize(self, os.close, self._file)

    def event(self, row: int) -> Event:
        """Return one event. Raises QuotelineError when the file was written over meanwhile."""
        kept = self._kept.get(row)
        if kept is not None:
            return kept
        line = self._bytes(int(self._first[row]), int(self._last[row]))
        key, _, body = line.partition(b": ")
        try:
            event = self._decoded(body, key.strip(b'"').decode())
        except (msgspec.MsgspecError, ValueError) as error:
            raise self._changed() from error
        if event.id != self._ids.text(row):
            raise self._changed()
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        self._kept[row] = event
        return event

    def events(self, rows: Ints) -> list[Event]:
        """Return some events, in the order of the rows. Raises QuotelineError as `event` does."""
        if len(rows) < _SEVERAL:
            return [self.event(row) for row in rows.tolist()]
        found: dict[int, Event] = {}
        with uncollected():
            order = rows[np.argsort(self._first[rows])]
            # Lines that follow each other, a comma and a line's end apart, are decoded at once.
            apart = self._first[order[1:]] - self._last[order[:-1]] != len(",\n")
            for run in np.split(order, np.flatnonzero(apart) + 1):
                found.update(self._run(run))
        return [found[row] for row in rows.tolist()]

    def _run(self, rows: Ints) -> Iterator[tuple[int, Event]]:
        """Yield the events of lines that follow each other, with their rows."""
        listed = rows.tolist()
        raw = b"{%s}" % self._bytes(int(self._first[listed[0]]), int(self._last[listed[-1]]))
        try:
            shapes = self._several.decode(raw)
            if len(shapes) == len(listed) and are_as_written(shapes, raw):
                made = [self._make(shape) for shape in shapes.values()]
                if all(
                    one.id == self._ids.text(row) for one, row in zip(made, listed, strict=True)
                ):
                    yield from zip(listed, made, strict=True)
                    return
        except (msgspec.MsgspecError, ValueError):
            pass  # One by one it is told what is wrong.
        for row in listed:
            yield row, self.event(row)

    def _bytes(self, start: int, end: int) -> bytes:
        try:
            with self._lock:
                os.lseek(self._file, start, os.SEEK_SET)
                return os.read(self._file, end - start)
        except OSError as error:
            raise unread(self._path, error) from error

    def _decoded(self, body: bytes, number: str) -> Event:
        shape = self._decoder.decode(body)
        if not are_as_written(shape, body):
            try:
                # What this version does not know stays with the record.
                read = json_from(body, self._path)
                return codec.decode_event(Fields(read, Place(self._path, "events", number)))
            except QuotelineError:
                pass  # It was taken as it is when the chronicle was opened.
        return self._make(shape)

    def _changed(self) -> QuotelineError:
        return QuotelineError(
            f"{self._path}: another program wrote over this file while it was open. Open it again."
        )
