"""Lines: the documents of a table where they stand in a file, one a line, as they are written."""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from explorer.model.errors import QuotelineError
from explorer.model.records import Event
from explorer.model.said import said
from explorer.rolls.texts import Block
from explorer.store import codec
from explorer.store.codec_fields import Fields, Place
from explorer.store.collecting import uncollected
from explorer.store.files import unread
from explorer.store.shapes import EventShape, are_as_written
from explorer.store.storage import json_from
from explorer.store.swift import EventMaker

Ints = npt.NDArray[np.integer[Any]]

_SEVERAL = 64
"""From how many events on they are decoded together and not kept."""

_MOST_KEPT = 4_096
"""How many decoded events are kept at hand."""


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
            said(
                "{path}: another program wrote over this file while it was open. Open it again.",
                path=self._path,
            )
        )
