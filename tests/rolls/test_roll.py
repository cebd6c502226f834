"""A roll: the events of a chronicle, asked without decoding, against the records themselves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pytest

from explorer.analysis.relations import events_between, ties_of
from explorer.layout.columns import columns_of
from explorer.layout.lanes import Sizes, pack
from explorer.layout.packed import arrays_of, pyramid_from
from explorer.layout.pyramid import Pyramid
from explorer.layout.rolled import rolled_columns, rolled_rows
from explorer.layout.shelf import shelve
from explorer.layout.tracks import rows_by_key
from explorer.model.chronicle import Chronicle
from explorer.model.counting import (
    actor_counts,
    party_counts,
    passages_of,
    source_counts,
    type_counts,
)
from explorer.model.folding import fold
from explorer.model.span import TimeSpan, span_of
from explorer.rolls.roll import DigestRoll
from explorer.rolls.sorting import named_keys, sizes, title_keys
from explorer.session.navigation import extent_of, neighbour
from explorer.store.chronicle_tables import CHRONICLE, tables_of
from explorer.store.rolled.opening import rolled_chronicle
from explorer.store.storage import bytes_of
from explorer.store.tables import load
from tests.generate import chronicle

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["bundled", "made up"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The file of the chronicle that ships, and that of one with the shape of large ones."""
    if request.param == "bundled":
        return ROOT / "data/armenia-csto.chronicle.json"
    place = tmp_path / "made.chronicle.json"
    place.write_bytes(bytes_of(tables_of(chronicle(400)), place))
    return place


@pytest.fixture
def whole(path: Path) -> Chronicle:
    """The chronicle as records."""
    return load(path, CHRONICLE)


@pytest.fixture
def roll(path: Path, tmp_path: Path) -> DigestRoll:
    """Its events on a roll."""
    found = rolled_chronicle(path, tmp_path / "cache", least=1)
    assert found is not None
    assert isinstance(found.events, DigestRoll)
    return found.events


def test_columns_are_those_of_the_records(whole: Chronicle, roll: DigestRoll) -> None:
    """The arrays that drawings are made of are the same, for all events and for some."""
    some = [event for event in whole.events if event.type == whole.events[0].type]
    kinds = {one: at for at, one in enumerate(sorted({event.type for event in whole.events}))}
    for events, on_roll in ((whole.events, roll), (some, roll.having("type", [some[0].type]))):
        wanted = columns_of(
            events,
            whole.extent,
            kinds.__getitem__,
            is_single=lambda event: len(whole.sources_of(event)) == 1,
            is_disputed=whole.is_disputed,
        )
        found = rolled_columns(on_roll, kinds.__getitem__, whole.contradicted)
        assert list(found.ids) == list(wanted.ids)
        assert list(found.titles) == list(wanted.titles)
        for name in ("start", "end", "core_start", "core_end", "importance", "kind", "signs"):
            assert getattr(found, name).tolist() == getattr(wanted, name).tolist(), name
        ids = [event.id for event in events[::3]]
        assert found.rows(ids).tolist() == wanted.rows(ids).tolist()
        assert found.row_of[ids[0]] == wanted.row_of[ids[0]]


def test_a_pyramid_taken_up_again_is_the_same(roll: DigestRoll) -> None:
    """Lanes and levels made into arrays and back are what they were; others do not fit."""
    columns = rolled_columns(roll, lambda _type: 0)
    lanes = pack(columns, np.zeros(len(columns)), 1.0, Sizes(), preferred=8)
    made = Pyramid(shelve(columns, lanes), Sizes())
    arrays = arrays_of(made)
    again = pyramid_from(columns, Sizes(), arrays)
    assert again is not None
    assert again.shelf.row.tolist() == made.shelf.row.tolist()
    assert [level.first.tolist() for level in again.levels] == [
        level.first.tolist() for level in made.levels
    ]
    assert pyramid_from(columns.only(np.arange(3)), Sizes(), arrays) is None
    assert pyramid_from(columns, Sizes(), MappingProxyType({})) is None


def test_counts_are_those_of_the_records(whole: Chronicle, roll: DigestRoll) -> None:
    """Types, actors, articles and passages are counted alike, of all events and of some."""
    for events, on_roll in ((whole.events, roll), (whole.events[5:20], roll.only(range(5, 20)))):
        assert type_counts(on_roll) == type_counts(events)
        assert actor_counts(on_roll) == actor_counts(events)
        assert party_counts(on_roll) == party_counts(events)
        assert source_counts(whole, on_roll) == source_counts(whole, events)
        assert passages_of(on_roll) == passages_of(events)


def test_ties_are_those_of_the_records(whole: Chronicle, roll: DigestRoll) -> None:
    """Who meets whom in which events is the same, of all events and of some."""
    for events, on_roll in ((whole.events, roll), (whole.events[5:20], roll.only(range(5, 20)))):
        wanted = ties_of(events)
        found = ties_of(on_roll)
        assert [(one.one, one.other, tuple(one.events)) for one in found] == [
            (one.one, one.other, one.events) for one in wanted
        ]
        actors = sorted(party_counts(events))
        sides: list[tuple[Sequence[str], Sequence[str]]] = [
            (actors[:1], ()),
            (actors[:1], actors[1:3]),
            (actors[:4], actors[2:5]),
            (actors[:5], ()),
        ]
        for one, other in sides:
            between = events_between(on_roll, one, other)
            assert [event.id for event in between] == [
                event.id for event in events_between(events, one, other)
            ]


def test_tracks_are_those_of_the_records(whole: Chronicle, roll: DigestRoll) -> None:
    """Rows by party, by type, by article and by tag, the reader's own among them, are the same."""
    columns = rolled_columns(roll, lambda _type: 0)
    marked = {whole.events[3].id: ("mine", "other"), "unknown": ("lost",)}
    keys = {
        "party": lambda event: [part.actor for part in event.participants],
        "type": lambda event: [event.type],
        "article": whole.sources_of,
        "tag": lambda event: [*event.tags, *marked.get(event.id, ())],
    }
    for of, keys_of in keys.items():
        found = rolled_rows(roll, columns, of, marked if of == "tag" else {})
        wanted = rows_by_key(columns.ids, lambda id_, of=keys_of: of(whole.event[id_]))
        assert {key: rows.tolist() for key, rows in found.items()} == wanted


def test_sorting_is_that_of_the_records(whole: Chronicle, roll: DigestRoll) -> None:
    """Titles, numbers of sources and names put events in the same order."""
    assert title_keys(roll) == [fold(event.title) for event in whole.events]
    assert sizes(roll, "article") == [len(whole.sources_of(event)) for event in whole.events]
    names = [", ".join(p.actor for p in event.participants) for event in whole.events]
    keys = named_keys(roll, "party", ", ".join)
    by_words = sorted(range(len(names)), key=lambda at: fold(names[at]))
    assert sorted(range(len(names)), key=keys.__getitem__) == by_words


def test_going_from_event_to_event_is_the_same(whole: Chronicle, roll: DigestRoll) -> None:
    """The next event is the next record's, and without a current one that in view."""
    for event in whole.events[::7]:
        for step in (-3, -1, 1, 2):
            view = span_of(event.date.value)
            found = neighbour(roll, event.id, step, view)
            assert found == neighbour(whole.events, event.id, step, view)
    view = TimeSpan(1_459_468_800.0, 1_462_060_800.0)
    for step in (-1, 1):
        assert neighbour(roll, "", step, view) == neighbour(whole.events, "", step, view)
    assert extent_of(roll, whole.extent) == whole.extent


def test_sets_of_events_add_up(roll: DigestRoll) -> None:
    """What has a trait and what has not are all; together they are the roll itself."""
    for trait in ("claimed", "party", "asks", "asserts", "unsure", "disputed", "single-source"):
        has = roll.being(trait)
        lacks = roll.minus(has)
        assert len(has) + len(lacks) == len(roll)
        assert list(has.plus(lacks).ids) == list(roll.ids)
    assert len(roll.minus(roll)) == 0
    assert list(roll.plus(roll.only([1]))) == list(roll)


def test_a_roll_is_a_sequence(whole: Chronicle, roll: DigestRoll) -> None:
    """Elements, slices and going backwards are those of the records; beyond the end is a fault."""
    assert roll[2] == whole.events[2]
    assert roll[-1] == whole.events[-1]
    assert roll[3:6] == list(whole.events[3:6])
    assert list(reversed(roll)) == list(reversed(whole.events))
    assert roll.by_id.get("nowhere") is None
    with pytest.raises(IndexError):
        roll[len(roll)]


def test_traits_are_those_of_the_records(whole: Chronicle, roll: DigestRoll) -> None:
    """What a roll says of its events is what their records say."""
    said = {
        "claimed": lambda event: bool(event.claimed_by),
        "party": lambda event: bool(event.participants),
        "asks": lambda event: bool(event.asks),
        "asserts": lambda event: any(
            one.asserts.date or one.asserts.actors or one.asserts.figures or one.asserts.note
            for one in event.support
        ),
        "disputed": lambda event: any(one.stance == "disputes" for one in event.support),
        "single-source": lambda event: len(whole.sources_of(event)) == 1,
    }
    for trait, holds in said.items():
        assert list(roll.being(trait).ids) == [e.id for e in whole.events if holds(e)], trait
