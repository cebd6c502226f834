"""Copies: what a file held an hour, a day, a week ago, each in a file of its own.

They lie in the folder `copies` beside the file and are named after it and the moment (UTC) at which
their content was written. The one before the last save is `<name>.bak` beside the file.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from explorer.store.files import copy_path, duplicate, free_name, make_folder

FOLDER = "copies"

_STAMP = "%Y%m%dT%H%M%SZ"
_HOUR, _DAY, _WEEK = 3_600, 86_400, 604_800


@dataclass(frozen=True, slots=True)
class Limits:
    """How many copies are kept, of different hours, days and weeks, and how many bytes in all."""

    hours: int = 24
    days: int = 14
    weeks: int = 12
    size: int = 256 * 2**20


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy: its file, when its content was written (seconds UTC), its size, why it was made.

    `label` is empty for those made as time goes by, which alone are thinned out.
    """

    path: Path
    written: float
    size: int
    label: str = ""


def copies_folder(path: Path) -> Path:
    """Return where the copies of a file lie: in a folder beside it."""
    return path.resolve().parent / FOLDER


def copies_of(path: Path) -> tuple[Copy, ...]:
    """Return the copies of a file, the newest first, the one before the last save among them."""
    name = path.resolve().name
    pattern = re.compile(re.escape(name) + r"\.(\d{8}T\d{6}Z)(?:\.(.+))?")
    found: list[Copy] = []
    with contextlib.suppress(OSError):
        for one in copies_folder(path).iterdir():
            read = pattern.fullmatch(one.name)
            if read is not None and one.is_file():
                written = _moment(read[1], one)
                found.append(Copy(one, written, one.stat().st_size, read[2] or ""))
    last = copy_path(path)
    with contextlib.suppress(OSError):
        known = last.stat()
        found.append(Copy(last, known.st_mtime, known.st_size, "before the last save"))
    return tuple(sorted(found, key=lambda one: (-one.written, one.path.name)))


def keep_copy(
    path: Path, source: Path, label: str = "", limits: Limits | None = None
) -> Path | None:
    """Keep what `source` holds as a copy of the file `path`, and return it.

    Without a label it is kept only if the newest one is an hour older, None is returned otherwise,
    and those that are more than the limits allow are removed. Raises QuotelineError.
    """
    present = [one for one in copies_of(path) if not one.label]
    written = source.stat().st_mtime
    if not label and any(abs(written - one.written) < _HOUR for one in present):
        return None
    make_folder(copies_folder(path))
    stamp = datetime.fromtimestamp(written, UTC).strftime(_STAMP)
    name = f"{path.resolve().name}.{stamp}" + (f".{label}" if label else "")
    aside = copies_folder(path) / name
    if aside.exists():
        aside = free_name(aside, "again")
    duplicate(source, aside)
    thin(path, limits or Limits())
    return aside


def thin(path: Path, limits: Limits) -> None:
    """Remove the copies without a label that are more than the limits allow, never the newest."""
    made = [one for one in copies_of(path) if not one.label]
    kept = kept_of(made, limits)
    for one in made:
        if one not in kept:
            with contextlib.suppress(OSError):
                one.path.unlink()


def kept_of(copies: Sequence[Copy], limits: Limits) -> list[Copy]:
    """Return the copies to keep: the newest of each of the last hours, days, weeks that have one.

    Of these, the oldest go where all are larger than the limit, but never the newest.
    """
    newest_first = sorted(copies, key=lambda one: -one.written)
    chosen: set[Path] = set()
    for length, count in ((_HOUR, limits.hours), (_DAY, limits.days), (_WEEK, limits.weeks)):
        slots: dict[int, Copy] = {}
        for one in newest_first:
            slots.setdefault(int(one.written // length), one)
        chosen.update(one.path for one in list(slots.values())[:count])
    kept: list[Copy] = []
    room = limits.size
    for one in newest_first:
        if one.path in chosen and (not kept or one.size <= room):
            kept.append(one)
            room -= one.size
    return kept


def _moment(stamp: str, path: Path) -> float:
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC).timestamp()
    except ValueError:
        return path.stat().st_mtime
