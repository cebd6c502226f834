"""Swift reading: the same records as the exact codec, or no answer."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.model.chronicle import Chronicle
from explorer.store.chronicle_tables import CHRONICLE, tables_of
from explorer.store.chronicles import open_chronicle
from explorer.store.faults import DamagedFile
from explorer.store.storage import bytes_of
from explorer.store.swift import swift_chronicle
from explorer.store.tables import load
from tests.builders import a_chronicle, an_event
from tests.generate import chronicle
from tests.store.strategies import chronicles

ROOT = Path(__file__).parents[2]


def told(value: object) -> object:
    """Return a record as plain values, the fields kept in `extra` and every type included."""
    if isinstance(value, Chronicle) or (is_dataclass(value) and not isinstance(value, type)):
        return type(value), {one.name: told(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return tuple(told(one) for one in value)
    if hasattr(value, "items"):
        return {name: told(one) for name, one in value.items()}
    return type(value), value


def exact(path: Path) -> Chronicle:
    """Return what the exact codec reads."""
    return load(path, CHRONICLE)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Return a file with two events and a passage."""
    path = tmp_path / "a.chronicle.json"
    made = a_chronicle(
        an_event("2016-04-02", "one", actors=("armenia",), passages=("x.1",), summary="So."),
        an_event("2020/..", "two", actors=("csto",), passages=("x.1",)),
    )
    path.write_bytes(bytes_of(tables_of(made), path))
    return path


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(made=chronicles())
def test_any_chronicle_reads_alike(tmp_path: Path, made: Chronicle) -> None:
    """Whatever a chronicle holds, the swift way returns what the exact codec does."""
    path = tmp_path / "a.chronicle.json"
    path.write_bytes(bytes_of(tables_of(made), path))
    assert told(open_chronicle(path)) == told(exact(path))


def test_a_large_file_is_read_swiftly(tmp_path: Path) -> None:
    """A generated chronicle as this version writes it is read the swift way, and alike."""
    path = tmp_path / "a.chronicle.json"
    path.write_bytes(bytes_of(tables_of(chronicle(500)), path))
    swift = swift_chronicle(path)
    assert swift is not None
    assert told(swift) == told(exact(path))


def test_the_bundled_chronicle_reads_alike() -> None:
    """The chronicle that ships, fields of other programs in its articles included, reads alike."""
    path = ROOT / "data" / "armenia-csto.chronicle.json"
    swift = swift_chronicle(path)
    assert swift is not None
    assert told(swift) == told(exact(path))


def odd() -> Iterator[tuple[str, bytes, bytes]]:
    """Yield what a file may hold instead of what this version writes."""
    yield "unknown field", b'"title": ', b'"x-new": 1, "title": '
    yield "field named extra", b'"title": ', b'"extra": {}, "title": '
    yield "default written out", b'"type": ', b'"place": "", "type": '
    yield "another order", b'{"id": "one", "title"', b'{"summary2": "", "id": "one", "title"'
    yield "blanks", b'"events": {', b'"events"  :\n\t {  '
    yield "escapes", b'"So."', b'"\\u0053o."'
    yield "blanks around a date", b'"2016-04-02"', b'" 2016-04-02 "'
    yield "missing importance", b'"importance": 2, ', b""
    yield "unknown table", b'"events": {', b'"x-rows": {"1": {"a": [1, 2]}}, "events": {'
    yield "newer schema", b'"schema": 1', b'"schema": 7'


@pytest.mark.parametrize(("old", "new"), [pytest.param(a, b, id=name) for name, a, b in odd()])
def test_what_is_unusual_reads_alike(written: Path, old: bytes, new: bytes) -> None:
    """A file that is right but not as this version writes it is read in full all the same."""
    raw = written.read_bytes()
    assert old in raw
    written.write_bytes(raw.replace(old, new, 1))
    assert told(open_chronicle(written)) == told(exact(written))


def wrong() -> Iterator[tuple[str, bytes, bytes]]:
    """Yield what makes a file wrong."""
    yield "field twice", b'"title": ', b'"title": "Other", "title": '
    yield "the same field twice", b'"id": "one"', b'"id": "one", "id": "one"'
    yield "event twice", b'"id": "two"', b'"id": "one"'
    yield "number twice", b'"2": {"id": "two"', b'"1": {"id": "two"'
    yield "number that is none", b'"2": {"id": "two"', b'"2 ": {"id": "two"'
    yield "table twice", b'"links": ', b'"events": {}, "links": '
    yield "empty id", b'"id": "two"', b'"id": ""'
    yield "importance of another kind", b'"importance": 2', b'"importance": 2.0'
    yield "importance true", b'"importance": 2', b'"importance": true'
    yield "importance too high", b'"importance": 2', b'"importance": 4'
    yield "no date", b'"edtf": "2016-04-02"', b'"edtf": "2016-02-30"'
    yield "unknown basis", b'"basis": "stated"', b'"basis": "guessed"'
    yield "list for a text", b'"So."', b'["So."]'
    yield "null for a text", b'"So."', b"null"
    yield "half a character", b'"So."', b'"\\ud800"'
    yield "not UTF-8", b'"So."', b'"\xff"'
    yield "missing actor", b'"actor": "armenia"', b'"actor": "nobody"'
    yield "missing passage", b'"passage": "x.1"', b'"passage": "x.9"'
    yield "passage that ends before it starts", b'"end": ', b'"end": -'
    yield "end of the file", b"\n}\n", b"\n"
    yield "more after the end", b"{}\n}\n", b"{}\n}\n{}"
    yield "too deep", b'"So."', b"[" * 10_000


@pytest.mark.parametrize(("old", "new"), [pytest.param(a, b, id=name) for name, a, b in wrong()])
def test_what_is_wrong_is_told_by_the_exact_codec(written: Path, old: bytes, new: bytes) -> None:
    """Damage is found whichever way a file is read, and told in the same words."""
    raw = written.read_bytes()
    assert old in raw
    written.write_bytes(raw.replace(old, new, 1))
    assert swift_chronicle(written) is None
    with pytest.raises(DamagedFile) as slow:
        exact(written)
    with pytest.raises(DamagedFile) as found:
        open_chronicle(written)
    assert found.value.problem == slow.value.problem


@given(at=st.integers(0, 10_000), byte=st.integers(0, 255))
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_changed_byte_is_read_alike_or_refused(written: Path, at: int, byte: int) -> None:
    """Where the swift way takes a file with a byte changed, the exact codec reads the same."""
    raw = bytearray(written.read_bytes())
    raw[at % len(raw)] = byte
    path = written.with_name("changed.chronicle.json")
    path.write_bytes(raw)
    swift = swift_chronicle(path)
    if swift is not None:
        assert told(swift) == told(exact(path))


def test_the_collector_runs_again(written: Path) -> None:
    """The collector is paused for no longer than a file is read, also where it is refused."""
    swift_chronicle(written)
    assert gc.isenabled()
    written.write_bytes(b"{")
    assert swift_chronicle(written) is None
    assert gc.isenabled()
