"""Swift: a chronicle read many times faster, where its file stands as this version writes it.

The tables of events and passages, which grow large, go by msgspec; see shapes.py for why nothing is
lost. Wherever something is unusual there is no answer, and the exact codec has the word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET

from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.records import (
    NOTHING_EXTRA,
    Assertion,
    Dating,
    Event,
    Participation,
    Passage,
    Support,
    TextQuote,
)
from explorer.store.chronicle_tables import NAME, chronicle_of
from explorer.store.codec_articles import LARGEST_PRINT
from explorer.store.codec_fields import LARGEST
from explorer.store.collecting import uncollected
from explorer.store.files import read_if_there
from explorer.store.migrations import CHRONICLE_UPGRADES, Tables, newest
from explorer.store.plain_dates import Dates
from explorer.store.shapes import (
    EventShape,
    PassageShape,
    QuoteShape,
    SupportShape,
    documents_in,
    tables_in,
)
from explorer.store.storage import json_from
from explorer.store.tables import schema_of
from explorer.store.unusual import UnusualError


def swift_chronicle(path: Path) -> Chronicle | None:
    """Return the chronicle of a file, None where it has to be read by the exact codec.

    What is returned is what the exact codec would return. Raises QuotelineError when the file may
    not be read.
    """
    raw = read_if_there(path)
    if not raw:
        return None
    try:
        with uncollected():
            return _chronicle(raw, path)
    # What msgspec or the exact codec finds wrong is found again, and told, by the slow way.
    except (msgspec.MsgspecError, ValueError, RecursionError, QuotelineError):
        return None


def _chronicle(raw: bytes, path: Path) -> Chronicle | None:
    parts = swift_parts(raw, path)
    return None if parts is None else chronicle_of(parts[0], path, parts[1])


def swift_parts(raw: bytes, path: Path) -> tuple[Tables, dict[str, Sequence[Any]]] | None:
    """Return the tables of a file as plain data, and the records of those that were read swiftly.

    None where the exact codec has a word for it; it may be raised as msgspec's own error,
    ValueError, RecursionError or QuotelineError just as well.
    """
    found = tables_in(raw)
    swift = {name: found.pop(name) for name in _LARGE if name in found}
    tables: Tables = {name: json_from(bytes(table), path) for name, table in found.items()}
    if not all(_is_table(table) for table in tables.values()):
        return None
    if schema_of(tables, path, NAME) != newest(CHRONICLE_UPGRADES):
        return None
    records: dict[str, Sequence[Any]] = {}
    for name, table in swift.items():
        try:
            records[name] = _LARGE[name](table)
        except (msgspec.MsgspecError, ValueError):
            tables[name] = json_from(bytes(table), path)
            if not _is_table(tables[name]):
                return None
    return tables, records


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        number.isascii() and number.isdigit() and len(number) < 19 for number in table
    )


def _events(table: msgspec.Raw) -> tuple[Event, ...]:
    make = EventMaker()
    return tuple([make(one) for one in documents_in(table, EventShape)])


class EventMaker:
    """Makes events of their shapes; what is alike in them is made once."""

    def __init__(self) -> None:
        self._dates = Dates()
        self._part = _Parts()
        self._support = _Supports(self._dates)

    def __call__(self, one: EventShape) -> Event:
        """Return the event of a shape; UnusualError where it is not just as it should be."""
        # Called for each event of a million: every name that is looked up twice counts here.
        dating, part, support = one.date, self._part, self._support
        importance = one.importance
        if importance is UNSET:
            importance = 2
        return Event(
            one.id,
            one.title,
            one.summary,
            Dating(self._dates[dating.edtf], dating.basis, dating.text, dating.note, NOTHING_EXTRA),
            one.type,
            tuple([part[some.actor, some.role, some.stance] for some in one.participants]),
            one.claimed_by,
            importance,
            one.place,
            one.tags,
            tuple(
                [
                    support[some.passage, some.stance]
                    if some.asserts is UNSET
                    else support.of(some)
                    for some in one.support
                ]
            ),
            one.asks,
            one.ground,
            NOTHING_EXTRA,
        )


class _Parts(dict[tuple[str, str, str], Participation]):
    """Parts in events; those that are alike are one record."""

    def __missing__(self, key: tuple[str, str, str]) -> Participation:
        made = self[key] = Participation(*key)
        return made


class _Supports(dict[tuple[str, Any], Support]):
    """Supports; those that are alike and assert nothing are one record."""

    def __init__(self, dates: Dates) -> None:
        super().__init__()
        self._dates = dates

    def of(self, one: SupportShape) -> Support:
        """Return the support that a shape stands for."""
        plain = self[one.passage, one.stance]
        said = one.asserts
        if said is UNSET:
            return plain
        dated = self._dates[said.date].edtf if said.date else ""
        asserts = Assertion(dated, said.actors, said.figures, said.note)
        return Support(plain.passage, plain.stance, asserts)

    def __missing__(self, key: tuple[str, Any]) -> Support:
        passage, stance = key
        made = Support(passage) if stance is UNSET else Support(passage, stance)
        self[key] = made
        return made


def _passages(table: msgspec.Raw) -> tuple[Passage, ...]:
    return tuple([_passage(one) for one in documents_in(table, PassageShape)])


def _passage(one: PassageShape) -> Passage:
    texts = one.id and one.article and one.edition and one.sha256
    whole = 1 <= one.paragraph <= LARGEST and 0 <= one.start <= one.end <= LARGEST
    prints = one.fingerprint
    if prints and not (min(prints) >= 0 and max(prints) <= LARGEST_PRINT):
        raise UnusualError
    if not (texts and whole):
        raise UnusualError
    return Passage(
        one.id,
        one.article,
        one.edition,
        one.paragraph,
        one.start,
        one.end,
        one.sha256,
        prints,
        one.retells,
        None if one.quote is UNSET else _quote(one.quote),
        NOTHING_EXTRA,
    )


def _quote(one: QuoteShape) -> TextQuote:
    if not one.exact:
        raise UnusualError
    return TextQuote(one.exact, one.prefix, one.suffix)


_LARGE: Mapping[str, Callable[[msgspec.Raw], tuple[Any, ...]]] = {
    "events": _events,
    "passages": _passages,
}
