"""One coder's sheets, read for comparison: what was found, where it stands, how it was read.

The sheets are those of `coding_sheets`, but an event needs no summary, brief or importance, and
neither chronicle.toml nor articles.toml need be there. Texts are not needed: an address says which
sentences it names.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from explorer.model.date import Date
from explorer.model.errors import QuotelineError
from explorer.sources.coding_sheets import Faults, Row

_SHEET = re.compile(r"(event|link|disagreement)s(?:-[a-z0-9-]+)?\.toml")
_ADDRESS = re.compile(r"(\S+)\s+p([1-9]\d*)\.s([1-9]\d*)(?:-s?([1-9]\d*))?")
_LONGEST = 1_000
"""Sentences that an address may name; more is a slip of the pen."""


class Sentence(NamedTuple):
    """A sentence by its place: article, paragraph and sentence, both counted from 1."""

    article: str
    paragraph: int
    number: int


Evidence = frozenset[Sentence]


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event as one coder has it; `evidence` holds all sentences of its passages."""

    id: str
    title: str
    date: Date
    type: str
    actors: frozenset[str]
    claimed_by: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class CodedLink:
    """A link as one coder has it, between events by their ids."""

    from_event: str
    to_event: str
    kind: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class CodedDisagreement:
    """A disagreement as one coder has it: each side's sentences, and the ids of its events."""

    id: str
    kind: str
    about: str
    sides: tuple[Evidence, ...]
    events: frozenset[str]


@dataclass(frozen=True, slots=True)
class Coding:
    """All that one coder found."""

    events: tuple[CodedEvent, ...]
    links: tuple[CodedLink, ...] = ()
    disagreements: tuple[CodedDisagreement, ...] = ()


def read_coding(folder: Path) -> Coding:
    """Read the sheets of events, links and disagreements in a folder.

    Raises QuotelineError listing every fault with its file and id, or when there is no sheet.
    """
    faults = Faults()
    rows: dict[str, list[Row]] = {"event": [], "link": [], "disagreement": []}
    for file, kind in _sheets(folder):
        rows[kind].extend(_rows(file, kind, faults))
    events = tuple(one for row in rows["event"] if (one := _event(row)) is not None)
    _once(rows["event"], faults)
    known = {one.text("id") for one in rows["event"]}
    links = dict.fromkeys(_link(row, known) for row in rows["link"])
    _once(rows["disagreement"], faults)
    differing = tuple(_disagreement(row, known) for row in rows["disagreement"])
    try:
        faults.raise_if_any()
    except QuotelineError as error:
        raise QuotelineError(f"{folder}: {error}") from error
    return Coding(events, tuple(links), differing)


def _sheets(folder: Path) -> list[tuple[Path, str]]:
    if not folder.is_dir():
        raise QuotelineError(f"{folder}: no such folder. Name the folder of a coder's sheets.")
    named = ((file, _SHEET.fullmatch(file.name)) for file in sorted(folder.glob("*.toml")))
    found = [(file, kind[1]) for file, kind in named if kind is not None]
    if not any(kind == "event" for _, kind in found):
        raise QuotelineError(
            f"{folder}: holds no sheet of events (events.toml, events-2.toml, ...). Name the "
            "folder of a coder's sheets."
        )
    return found


def _rows(file: Path, kind: str, faults: Faults) -> Iterator[Row]:
    try:
        tables = tomllib.loads(file.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        faults.add(file.name, f"cannot be read ({error})")
        return
    for place, row in enumerate(Row(tables, file.name, faults).rows(kind), 1):
        yield Row(row.data, f"{file.name}: {kind} {row.data.get('id', place)!r}", faults)


def _once(rows: Iterable[Row], faults: Faults) -> None:
    seen: set[str] = set()
    for row in rows:
        one = row.text("id", None)
        if one in seen:
            faults.add(row.where, "this id is used twice")
        seen.add(one)


def _event(row: Row) -> CodedEvent | None:
    date = row.row("date").date("edtf")
    evidence = _evidence(row.rows("support"))
    if not evidence:
        row.fault("has no support: every event answers to a passage")
    if date is None:
        return None
    actors = frozenset(one.text("actor", None) for one in row.rows("participants"))
    return CodedEvent(
        row.text("id"),
        row.text("title"),
        date,
        row.text("type", None),
        actors,
        row.text("claimed_by"),
        evidence,
    )


def _evidence(rows: Iterable[Row]) -> Evidence:
    return frozenset(one for row in rows for one in _sentences(row))


def _sentences(row: Row) -> Iterator[Sentence]:
    address = row.text("at", None)
    read = _ADDRESS.fullmatch(address.strip())
    if read is None:
        if address:
            row.fault(f"bad address '{address}': write <article> p<paragraph>.s<first>[-s<last>]")
        return
    first = int(read[3])
    last = int(read[4] or first)
    if not first <= last < first + _LONGEST:
        row.fault(f"bad address '{address}': its last sentence must come after its first")
        return
    for number in range(first, last + 1):
        yield Sentence(read[1], int(read[2]), number)


def _link(row: Row, known: set[str]) -> CodedLink:
    ends = [row.text(key, None) for key in ("from", "to")]
    for one in ends:
        if one and one not in known:
            row.fault(f"names an unknown event '{one}'")
    return CodedLink(ends[0], ends[1], row.text("kind", None), row.text("answer"))


def _disagreement(row: Row, known: set[str]) -> CodedDisagreement:
    sides = tuple(_evidence([one]) for one in row.rows("sides"))
    if len(sides) < 2:
        row.fault("needs two 'sides'")
    events = frozenset(row.texts("events"))
    for one in sorted(events - known):
        row.fault(f"names an unknown event '{one}'")
    return CodedDisagreement(
        row.text("id"), row.text("kind", None), row.text("about", None), sides, events
    )
