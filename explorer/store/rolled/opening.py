"""Opening a chronicle of very many events: its arrays at once, its records when looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.rolls.roll import DigestRoll
from explorer.store.chronicle_tables import chronicle_of
from explorer.store.codec_articles import decode_article
from explorer.store.collecting import uncollected
from explorer.store.faults import GivenUpError
from explorer.store.migrations import Tables
from explorer.store.rolled.apart import Hands
from explorer.store.rolled.arrays import KeptAside
from explorer.store.rolled.digesting import digest_of
from explorer.store.rolled.kept import Kept, keep, load_kept, name_of
from explorer.store.rolled.lines import EventLines
from explorer.store.rolled.survey import PlacedFile, Section, survey
from explorer.store.swift import swift_parts
from explorer.store.tables import records

Tell = Callable[[int, int], None]
"""Is told how many of how many events are read."""

_Parts = tuple[Tables, dict[str, Sequence[Any]]]

LEAST_EVENTS = 50_000
"""From how many events on a chronicle is opened so; below, records are made in no time."""

_LEAST_BYTES = 4_000_000
"""No file of so many events is smaller."""


def untold(_done: int, _total: int) -> None:
    """Tell nobody."""


def rolled_chronicle(
    path: Path, cache: Path, least: int | None = None, tell: Tell = untold
) -> Chronicle | None:
    """Return the chronicle of a file of at least so many events, None where it is none of those.

    Without a number, it is LEAST_EVENTS. Also None where anything is unusual: then the exact codec
    has the word. Arrays are kept in the folder `cache`. How many events are read, and of about how
    many, goes to `tell`, which ends the work by raising GivenUpError. Raises QuotelineError when
    the file may not be read.
    """
    least = LEAST_EVENTS if least is None else least
    try:
        if path.stat().st_size < min(_LEAST_BYTES, least * 80):
            return None
        name = name_of(path)
    except OSError:
        return None
    place = cache / name if name else None
    kept = load_kept(place) if place else None
    try:
        with uncollected():
            if kept is not None:
                return _with_roll(_parts(*_around(path, kept.section), path), kept, path, place)
            return _made(path, place, least, tell)
    except GivenUpError:
        raise
    except (msgspec.MsgspecError, ValueError, RecursionError, OSError, QuotelineError):
        return None


def _made(path: Path, place: Path | None, least: int, tell: Tell) -> Chronicle | None:
    with Hands(path.stat().st_size) as hands, PlacedFile(path) as file:
        stamp = file.stamp
        found = survey(file)
        if found is None or not found.runs or found.count < least:
            return None
        parts = _parts(found.before, found.behind, path)
        if parts is None:
            return None
        gathered = []
        done = 0
        for run in hands.gather(file, found.runs, _published(parts, path)):
            gathered.append(run)
            done += len(run.keys)
            tell(done, max(done, found.count))
        if file.stamp != stamp:
            return None  # somebody wrote to it meanwhile
    gathered.sort(key=lambda run: int(run.first[0]))
    digest = digest_of(gathered)
    del gathered
    kept = Kept(digest, found.section)
    made = _with_roll(parts, kept, path, place)
    if made is not None and place:
        keep(place, kept)
    return made


def _parts(before: bytes, behind: bytes, path: Path) -> _Parts | None:
    """Return what a file holds beside its events; None where something is unusual there."""
    parts = swift_parts(b"".join((before, b"{}", behind)), path)
    # The table that was taken out must be one of the file, not of a document.
    plain = parts is not None and parts[1].get("events") == () and "passages" in parts[1]
    return parts if plain else None


def _published(parts: _Parts, path: Path) -> dict[str, str]:
    """Return the published article of each passage that is of one."""
    articles = records(parts[0], "articles", path, "id", decode_article)
    published = {one.id for one in articles if one.kind == "published"}
    passages = parts[1].get("passages", ())
    return {one.id: one.article for one in passages if one.article in published}


def _with_roll(
    parts: _Parts | None, kept: Kept, path: Path, place: Path | None
) -> Chronicle | None:
    if parts is None:
        return None
    digest = kept.digest
    lines = EventLines(path, digest.ids, digest.first, digest.last)
    roll = DigestRoll(digest, lines, aside=KeptAside(place) if place else None)
    return chronicle_of(parts[0], path, {**parts[1], "events": roll})


def _around(path: Path, section: Section) -> tuple[bytes, bytes]:
    """Return what stands in a file before and behind a table."""
    try:
        with path.open("rb") as handle:
            before = handle.read(section.start)
            handle.seek(section.end)
            return before, handle.read()
    except OSError as error:
        raise ValueError(path) from error
