"""Arrays in a file of the cache folder, mapped when they are wanted again.

A file carries a sum of its own bytes, so that a damaged one counts as none.
"""

from __future__ import annotations

import contextlib
import json
import mmap
import os
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from explorer.model.errors import QuotelineError
from explorer.store.collecting import uncollected
from explorer.store.files import make_folder, write_atomically

Arrays = Mapping[str, npt.NDArray[Any]]

_MARK = b"quoteline arrays 1\n"
_ALIGNED = 64

_MOST_FILES = 8
"""How many files are kept, those used last."""


def load_arrays(path: Path) -> tuple[dict[str, npt.NDArray[Any]], dict[str, Any]] | None:
    """Return the arrays of a file and what was told with them; None where it is not whole."""
    try:
        with path.open("rb") as handle:
            mapped = mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
        os.utime(path)  # so that the one used longest ago is the one that goes
        return _read(mapped)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save_arrays(path: Path, arrays: Arrays, told: Mapping[str, Any]) -> None:
    """Write arrays, and what JSON can hold with them; where that cannot be done, nothing is."""
    with contextlib.suppress(QuotelineError, OSError):
        make_folder(path.parent)
        write_atomically(path, _written(arrays, told))
        files = sorted(path.parent.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)
        for old in files[_MOST_FILES:]:
            old.unlink(missing_ok=True)


def save_soon(path: Path, arrays: Arrays, told: Mapping[str, Any]) -> None:
    """Write arrays as `save_arrays` does, in a thread of their own."""

    def write() -> None:
        with uncollected():
            save_arrays(path, arrays, told)

    Thread(target=write, name="cache").start()


class KeptAside:
    """What is worked out of one digest later on, kept in files beside it."""

    def __init__(self, digest: Path) -> None:
        """Take the digest's file."""
        self._digest = digest

    def find(self, name: str) -> Arrays | None:
        """Return the arrays kept under a name, None where there are none."""
        found = load_arrays(self._place(name))
        return None if found is None else found[0]

    def put(self, name: str, arrays: Arrays) -> None:
        """Keep arrays under a name; they are written in a thread of their own."""
        save_soon(self._place(name), arrays, {})

    def _place(self, name: str) -> Path:
        return self._digest.with_name(f"{self._digest.name}.{name}")


def _written(arrays: Arrays, told: Mapping[str, Any]) -> bytes:
    places, end = {}, 0
    for name, array in arrays.items():
        start = end + -end % _ALIGNED
        end = start + array.nbytes
        places[name] = (array.dtype.str, len(array), start)
    room = np.zeros(end, dtype=np.uint8)  # numpy lets other threads go on while it copies
    for name, array in arrays.items():
        start = places[name][2]
        room[start : start + array.nbytes] = np.ascontiguousarray(array).view(np.uint8)
    body = room.data
    sums = {"length": len(body), "sum": crc32(body)}
    head = json.dumps({"arrays": places, "told": told, **sums}).encode()
    start_of_all = _MARK + b"%020d\n" % len(head) + head
    return b"".join((start_of_all, bytes(-len(start_of_all) % _ALIGNED), body))


def _read(mapped: mmap.mmap) -> tuple[dict[str, npt.NDArray[Any]], dict[str, Any]]:
    """Return what a file holds; ValueError, KeyError or TypeError where it is not whole."""
    begun = len(_MARK) + 21
    if mapped[: len(_MARK)] != _MARK:
        raise ValueError("no arrays")
    ended = begun + int(mapped[len(_MARK) : begun])
    head = json.loads(mapped[begun:ended])
    body = memoryview(mapped)[ended + -ended % _ALIGNED :]
    if len(body) != head["length"] or crc32(body) != head["sum"]:
        raise ValueError("not whole")
    arrays = {
        name: np.frombuffer(body, dtype=np.dtype(kind), count=count, offset=offset)
        for name, (kind, count, offset) in head["arrays"].items()
    }
    return arrays, head["told"]
