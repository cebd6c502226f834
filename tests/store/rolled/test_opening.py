"""Rolled opening: the same chronicle as the exact codec reads, its records made when looked at."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from threading import enumerate as enumerate_threads
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.exchange.csv_export import RowsBy, count_rows
from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.filters import Filters, Matcher, words_of
from explorer.model.records import Event
from explorer.model.roll import Roll
from explorer.store.chronicle_tables import CHRONICLE, tables_of
from explorer.store.chronicles import open_chronicle
from explorer.store.rolled import kept
from explorer.store.rolled.opening import rolled_chronicle
from explorer.store.storage import bytes_of
from explorer.store.tables import load
from tests.builders import a_chronicle, an_event
from tests.generate import chronicle
from tests.store.strategies import chronicles
from tests.store.test_swift import told

ROOT = Path(__file__).parents[3]
MANY = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def write(path: Path, made: Chronicle) -> Path:
    """Write a chronicle as this version does."""
    path.write_bytes(bytes_of(tables_of(made), path))
    return path


def rolled(path: Path) -> Chronicle:
    """Open a file as one of very many events."""
    found = rolled_chronicle(path, path.parent / "cache", least=1)
    assert found is not None
    assert isinstance(found.events, Roll)
    for thread in enumerate_threads():
        if thread.name == "cache":
            thread.join()
    return found


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    """Return a copy of the chronicle that ships."""
    path = tmp_path / "a.chronicle.json"
    path.write_bytes((ROOT / "data/armenia-csto.chronicle.json").read_bytes())
    return path


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a file that was written just now for one that has settled."""
    monkeypatch.setattr(kept, "_SETTLED", -1.0)


def listed(events: Sequence[Event]) -> list[object]:
    """Return events as plain values, unknown fields included."""
    return [told(event) for event in events]


def same(one: Chronicle, other: Chronicle) -> None:
    """Check that two chronicles answer alike."""
    assert listed(one.events) == listed(other.events)
    assert one.extent == other.extent
    assert dict(one.place) == dict(other.place)
    assert {id_: told(event) for id_, event in one.event.items()} == {
        id_: told(event) for id_, event in other.event.items()
    }
    for name in ("events_of_actor", "events_of_passage"):
        ours, theirs = getattr(one, name), getattr(other, name)
        assert set(ours) == set(theirs)
        assert all(listed(ours[key]) == listed(theirs[key]) for key in theirs)
        assert "nobody" not in ours
        assert ours.get("nobody", ()) == ()
    assert tables_of(one) == tables_of(other)


@MANY
@given(made=chronicles())
def test_any_chronicle_opens_alike_or_not_at_all(tmp_path: Path, made: Chronicle) -> None:
    """Whatever a chronicle holds, opening it rolled gives what the exact codec does, or nothing."""
    path = write(tmp_path / "a.chronicle.json", made)
    found = rolled_chronicle(path, tmp_path / "cache", least=1)
    if found is not None:
        same(found, load(path, CHRONICLE))


def test_the_bundled_chronicle_opens_alike(bundled: Path) -> None:
    """The chronicle that ships opens rolled, and answers as it does opened whole."""
    same(rolled(bundled), load(bundled, CHRONICLE))


@MANY
@given(data=st.data())
def test_filters_let_the_same_events_through(bundled: Path, data: st.DataObject) -> None:
    """Any choice of facets, days, bookmarks and words finds the same events in a roll."""
    whole, roll = load(bundled, CHRONICLE), rolled(bundled)
    ids = [event.id for event in whole.events]

    def some(of: list[str]) -> frozenset[str]:
        return frozenset(data.draw(st.sets(st.sampled_from(of), max_size=2)))

    wanted = Filters(
        text=data.draw(
            st.sampled_from(
                [
                    "",
                    "csto",
                    "is:disputed",
                    "actor:armenia -minsk",
                    "-x",
                    'armen* OR "joint exercises"',
                    "place:yer*",
                    "date:2016",
                    "within:2016 OR is:claimed",
                    "type:statement -is:single-source",
                    "has:actor -has:place",
                    "has:note OR has:tag",
                    "article:oc*",
                    "is:approximate",
                    "is:bookmarked tag:x",
                    "-(csto OR nato)",
                ]
            )
        ),
        types=some([*sorted({event.type for event in whole.events}), "NONE"]),
        actors=some([actor.id for actor in whole.actors]),
        articles=some([article.id for article in whole.articles]),
        tags=some(sorted({tag for event in whole.events for tag in event.tags}) or ["none"]),
        first_day=data.draw(st.none() | st.integers(0, 20_000)),
        last_day=data.draw(st.none() | st.integers(0, 20_000)),
        bookmarked_only=data.draw(st.booleans()),
    )
    marked = some(ids)
    found = [Matcher(one, wanted, words_of(one, {}), marked).events() for one in (whole, roll)]
    assert listed(found[0]) == listed(found[1])
    assert isinstance(found[1], Roll)
    assert found[1].place == {event.id: at for at, event in enumerate(found[0])}
    for by in get_args(RowsBy):
        assert count_rows(whole, found[0], by) == count_rows(roll, found[1], by)


@pytest.mark.usefixtures("at_once")
def test_what_is_kept_opens_alike(bundled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time the arrays come from the cache, and nothing else is different."""
    same(rolled(bundled), load(bundled, CHRONICLE))
    monkeypatch.setattr("explorer.store.rolled.opening._made", lambda *_: None)
    same(rolled(bundled), load(bundled, CHRONICLE))


def test_a_file_written_just_now_is_not_kept(bundled: Path) -> None:
    """Times of a file tell nothing within the moment in which it was written."""
    rolled(bundled)
    assert not (bundled.parent / "cache").exists()


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "gone"])
def test_a_harmed_cache_counts_as_none(bundled: Path, harm: str) -> None:
    """Whatever befalls the cache, the chronicle opens as it is."""
    rolled(bundled)
    (place,) = (bundled.parent / "cache").iterdir()
    raw = bytearray(place.read_bytes())
    raw[-100] ^= 1
    place.write_bytes({"cut": raw[:-9], "flip": raw, "empty": b"", "gone": b"x"}[harm])
    if harm == "gone":
        place.unlink()
    same(rolled(bundled), load(bundled, CHRONICLE))


@pytest.mark.usefixtures("at_once")
def test_another_content_finds_no_cache_of_the_old(bundled: Path) -> None:
    """A file that was written anew is read anew."""
    rolled(bundled)
    write(bundled, a_chronicle(an_event("2016-04-02", "only"), an_event("2017", "other")))
    assert list(rolled(bundled).event) == ["only", "other"]


@pytest.mark.usefixtures("at_once")
def test_a_cache_that_cannot_be_written_is_no_fault(bundled: Path) -> None:
    """Where the cache's folder cannot be made, the chronicle opens all the same."""
    (bundled.parent / "cache").write_text("in the way")
    same(rolled(bundled), load(bundled, CHRONICLE))


def test_unknown_fields_stay_with_the_record(bundled: Path) -> None:
    """A field that this version does not know comes with the record that has it."""
    raw = bundled.read_text("utf-8")
    at = raw.index('"events": {\n') + len('"events": {\n')
    line = raw[at : raw.index("\n", at)]
    number, body = line.rstrip(",").split(": ", 1)
    document = json.loads(body) | {"weather": "fog"}
    new = f"{number}: {json.dumps(document, ensure_ascii=False)},"
    bundled.write_text(raw.replace(line, new), "utf-8")
    assert rolled(bundled).event[document["id"]].extra == {"weather": "fog"}
    same(rolled(bundled), load(bundled, CHRONICLE))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('"title": "Title of one"', '"title": ""'),
        ('"title": "Title of one"', '"title": 7'),
        ('"id": "one"', '"id": "two"'),
        ('"edtf": "2016-04-02"', '"edtf": "2016-04-99"'),
        ('"actor": "armenia"', '"actor": "nowhere"'),
        ('"passage": "x.1"', '"passage": "x.9"'),
        ('"1": {"id": "one"', '"2": {"id": "one"'),
        ('"events": {\n', '"events": {'),
        (',\n"2": {"id": "two"', ', "2": {"id": "two"'),
        ('"1": {"id": "one"', '"1":\n {"id": "one"'),
        ('"2": {"id": "two"', '"01": {"id": "two"'),
        ('"1": {"id": "one"', '"1": {}, "3": {"id": "one"'),
        ('"edtf": "2016-04-02"', '"edtf": " 2016-04-02"'),
    ],
)
def test_what_is_unusual_is_left_to_the_exact_codec(tmp_path: Path, was: str, now: str) -> None:
    """Wrong values and files that are written otherwise are not opened rolled."""
    path = tmp_path / "a.chronicle.json"
    write(
        path,
        a_chronicle(
            an_event("2016-04-02", "one", actors=("armenia",), passages=("x.1",)),
            an_event("2020/..", "two", actors=("csto",), passages=("x.1",)),
        ),
    )
    raw = path.read_text("utf-8")
    assert was in raw
    path.write_text(raw.replace(was, now, 1), "utf-8")
    assert rolled_chronicle(path, tmp_path / "cache", least=1) is None


def test_a_table_of_events_within_a_document_is_no_table_of_the_file(tmp_path: Path) -> None:
    """Only the file's own events are taken for such, wherever the word stands."""
    path = write(tmp_path / "a.chronicle.json", a_chronicle(an_event("2016", "one")))
    tables: dict[str, Any] = json.loads(path.read_text("utf-8"))
    inner = '{\n"events": {\n' + '"1": ' + json.dumps(tables["events"]["1"]) + "\n}}"
    raw = path.read_text("utf-8").replace(
        '"articles": {', '"others": {"1": ' + inner + '},\n"articles": {'
    )
    path.write_text(
        raw.replace('"events": {\n"1": {"id": "one"', '"events": {"1": {"id": "one"'), "utf-8"
    )
    assert rolled_chronicle(path, tmp_path / "cache", least=1) is None


def test_a_file_written_over_while_open_is_told(bundled: Path) -> None:
    """Where another program writes over the file in place, looking at a record says so."""
    found = rolled(bundled)
    first = found.events[0].id
    size = bundled.stat().st_size
    with bundled.open("r+b") as handle:
        handle.write(b"x" * size)
    assert found.event[first].id == first
    with pytest.raises(QuotelineError, match="wrote over this file while it was open"):
        found.events[1]


def test_a_file_put_in_the_place_of_one_open_changes_nothing(bundled: Path) -> None:
    """A file that takes the place of one that is open leaves the open one as it was."""
    found, before = rolled(bundled), load(bundled, CHRONICLE)
    other = write(bundled.with_name("other.json"), a_chronicle(an_event("2016", "one")))
    other.replace(bundled)
    assert listed(found.events) == listed(before.events)


def test_only_many_events_open_so(tmp_path: Path) -> None:
    """A chronicle of a few events is made of records, one of very many is not."""
    few = write(tmp_path / "few.json", chronicle(200))
    assert not isinstance(open_chronicle(few, tmp_path / "cache").events, Roll)
    assert rolled_chronicle(few, tmp_path / "cache", least=201) is None
    assert isinstance(rolled(few).events, Roll)


def test_a_missing_file_has_no_roll(tmp_path: Path) -> None:
    """Where there is no file, whoever asked tells of it as ever."""
    assert rolled_chronicle(tmp_path / "none.json", tmp_path / "cache") is None
