"""Kept digests: what opening a chronicle worked out, found again when the same file is opened.

A cache may be deleted at any time. It is named after the file that it was made of as it stood then
(place on the disk, size, times, samples of its bytes), so that one of another content is not found.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from explorer.model.span import TimeSpan
from explorer.rolls.digest import Digest
from explorer.rolls.texts import Block
from explorer.rolls.ties import Ties
from explorer.store.rolled.arrays import Arrays, load_arrays, save_soon
from explorer.store.rolled.survey import Section

_MADE = "5"
"""What a digest is made of; another number whenever that changes."""

_SAMPLES, _SAMPLE = 64, 4_096
_SETTLED = 2.0
"""Seconds after which a file's times tell that it was written again."""


@dataclass(frozen=True, eq=False)
class Kept:
    """A digest, and where the table of its events stands in the file."""

    digest: Digest
    section: Section


def name_of(path: Path) -> str:
    """Return the name of the cache of a file as it stands; empty where it was written just now.

    Raises OSError.
    """
    with path.open("rb") as handle:
        told = os.fstat(handle.fileno())
        if time.time() - max(told.st_mtime, told.st_ctime) < _SETTLED:
            return ""
        known = (told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns)
        found = sha256(repr((_MADE, *known)).encode())
        for number in range(_SAMPLES):
            handle.seek(max(told.st_size - _SAMPLE, 0) * number // (_SAMPLES - 1))
            found.update(handle.read(_SAMPLE))
    return found.hexdigest()


def load_kept(path: Path) -> Kept | None:
    """Return what is kept in a file of the cache, None where there is nothing whole."""
    found = load_arrays(path)
    try:
        return None if found is None else _kept(*found)
    except (KeyError, TypeError, ValueError):
        return None


def keep(path: Path, kept: Kept) -> None:
    """Keep a digest in a file of the cache, in a thread; where that cannot be, nothing is kept."""
    arrays: dict[str, Any] = {}
    names: dict[str, tuple[str, ...]] = {}
    for field in fields(Digest):
        value = getattr(kept.digest, field.name)
        if isinstance(value, np.ndarray):
            arrays[field.name] = value
        elif isinstance(value, Block | Ties):
            for inner in fields(value):
                part = getattr(value, inner.name)
                (names if inner.name == "names" else arrays)[f"{field.name}.{inner.name}"] = part
    extent, section = kept.digest.extent, kept.section
    told = {
        "names": names,
        "extent": (extent.start, extent.end),
        "section": (section.start, section.end),
    }
    save_soon(path, arrays, told)


def _kept(arrays: Arrays, told: dict[str, Any]) -> Kept:
    made: dict[str, Any] = {"extent": TimeSpan(*told["extent"])}
    for name in ("ids", "titles", "words"):
        parts = ("letters", "ends", "sums", "places")
        made[name] = Block(*(arrays[f"{name}.{part}"] for part in parts))
    for name in ("types", "actors", "parties", "articles", "passages", "tags", "places"):
        names = tuple(told["names"][f"{name}.names"])
        made[name] = Ties(names, arrays[f"{name}.codes"], arrays[f"{name}.ends"])
    for field in fields(Digest):
        if field.name not in made:
            made[field.name] = arrays[field.name]
    return Kept(Digest(**made), Section(*told["section"]))
