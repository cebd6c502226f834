"""Retelling: a roll by the clock of publication is what dating its events one by one makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from explorer.layout.columns import columns_of
from explorer.layout.rolled import rolled_columns
from explorer.model.chronicle import Chronicle
from explorer.model.roll import Roll
from explorer.session.clock import retold
from explorer.session.retold import told, untold
from explorer.store.chronicle_tables import CHRONICLE, tables_of
from explorer.store.rolled.opening import rolled_chronicle
from explorer.store.storage import bytes_of
from explorer.store.tables import load
from tests.store.strategies import chronicles

BUNDLED = Path(__file__).parents[3] / "data/armenia-csto.chronicle.json"


def rolled(path: Path) -> Chronicle:
    """Open a chronicle as one of very many events."""
    found = rolled_chronicle(path, path.parent / "cache", least=1)
    assert found is not None
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The bundled chronicle in a place of its own."""
    place = tmp_path / "a.chronicle.json"
    place.write_bytes(BUNDLED.read_bytes())
    return place


def same(found: Chronicle, wanted: Chronicle) -> None:
    """Hold a retold roll to retold records: events, their order, extent and what is drawn."""
    assert isinstance(found.events, Roll)
    assert list(found.events) == list(wanted.events)
    assert found.extent == wanted.extent
    assert [found.event[one.id] for one in wanted.events] == list(wanted.events)
    one = columns_of(
        wanted.events,
        wanted.extent,
        lambda _: 0,
        is_single=lambda event: len(wanted.sources_of(event)) == 1,
        is_disputed=wanted.is_disputed,
    )
    other = rolled_columns(found.events, lambda _: 0, wanted.contradicted)
    assert list(one.ids) == list(other.ids)
    for name in ("start", "end", "core_start", "core_end", "importance", "signs"):
        assert getattr(one, name).tolist() == getattr(other, name).tolist(), name


def test_the_bundled_chronicle_is_retold_alike(path: Path) -> None:
    """Each event has the date of the first article that tells of it, in the order of these."""
    same(retold(rolled(path)), retold(load(path, CHRONICLE)))


def test_what_no_article_tells_of_may_have_been_told_at_any_time(path: Path) -> None:
    """Events that no dated article bears on stand over all of the time."""
    whole = load(path, CHRONICLE)
    first = whole.published[0].id
    articles = tuple(
        replace(one, issued=None) if one.kind == "published" and one.id != first else one
        for one in whole.articles
    )
    path.write_bytes(bytes_of(tables_of(replace(whole, articles=articles)), path))
    same(retold(rolled(path)), retold(load(path, CHRONICLE)))


def test_some_are_retold_and_have_their_own_dates_again(path: Path) -> None:
    """What passes the filters is found in both orders, there and back."""
    chronicle = rolled(path)
    roll = chronicle.events
    assert isinstance(roll, Roll)
    again = retold(chronicle).events
    some = roll.having("type", [roll[0].type])
    there = told(again, some)
    assert there is not None
    assert {one.id for one in there} == {one.id for one in some}
    assert list(there) == [one for one in again if one.id in set(some.ids)]
    back = untold(again, there, roll)
    assert back is not None
    assert list(back) == list(some)


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(chronicles())
def test_any_chronicle_is_retold_alike(tmp_path: Path, made: Chronicle) -> None:
    """Whatever hypothesis makes up, the roll is retold as records are."""
    path = tmp_path / "a.chronicle.json"
    path.write_bytes(bytes_of(tables_of(made), path))
    found = rolled_chronicle(path, tmp_path / "cache", least=1)
    if found is not None:
        wanted = retold(load(path, CHRONICLE))
        again = retold(found)
        assert list(again.events) == list(wanted.events)
        assert again.extent == wanted.extent
