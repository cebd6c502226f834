from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where

from explorer.model.errors import QuotelineError
from explorer.store.faults import DamagedFile
from explorer.store.files import copy_path
from explorer.store.storage import AtomicStorage
from tests.store.strategies import json_values, texts

TABLES = {"events": {"1": {"id": "a", "title": "Երևան"}, "2": {"id": "b"}}, "links": {}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that is not there yet."""
    return tmp_path / "file.json"


def test_there_is_nothing_to_read_before_the_first_write(path: Path) -> None:
    """A missing file reads as None, as TinyDB expects, and is not made by reading."""
    assert AtomicStorage(path).read() is None
    assert not path.exists()


def test_what_was_written_is_read_back(path: Path) -> None:
    """Tables, document ids and documents come back as they were given."""
    AtomicStorage(path).write(TABLES)
    assert AtomicStorage(path).read() == TABLES


def test_one_document_stands_on_one_line(path: Path) -> None:
    """The file is one JSON object with a line for each document, in no ASCII disguise."""
    AtomicStorage(path).write(TABLES)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines == [
        "{",
        '"events": {',
        '"1": {"id": "a", "title": "Երևան"},',
        '"2": {"id": "b"}',
        "},",
        '"links": {}',
        "}",
    ]


def test_stock_tinydb_reads_and_changes_the_file(path: Path) -> None:
    """TinyDB's own storage finds the same documents and ids, and we read what it wrote."""
    AtomicStorage(path).write(TABLES)
    with TinyDB(path, encoding="utf-8") as base:
        assert {one.doc_id: dict(one) for one in base.table("events")} == {
            1: TABLES["events"]["1"],
            2: TABLES["events"]["2"],
        }
        base.table("events").update({"place": "Ереван"}, where("id") == "b")
    found = AtomicStorage(path).read()
    assert found is not None
    assert found["events"]["2"] == {"id": "b", "place": "Ереван"}


def test_tinydb_works_over_the_storage(path: Path) -> None:
    """Inserting, changing and removing through TinyDB reaches the file at each step."""
    with TinyDB(path, storage=AtomicStorage) as base:
        table = base.table("bookmarks")
        numbers = table.insert_multiple([{"event": "a"}, {"event": "b"}])
        table.update({"note": "x"}, doc_ids=[numbers[0]])
        table.remove(doc_ids=[numbers[1]])
    assert AtomicStorage(path).read() == {"bookmarks": {"1": {"event": "a", "note": "x"}}}


def test_the_file_before_stays_as_the_rolling_copy(path: Path) -> None:
    """Each write leaves exactly the previous content beside the file."""
    AtomicStorage(path).write({"a": {}})
    assert not copy_path(path).exists()
    for name in ("b", "c"):
        before = path.read_bytes()
        AtomicStorage(path).write({name: {}})
        assert copy_path(path).read_bytes() == before
    assert sorted(one.name for one in path.parent.iterdir()) == ["file.json", "file.json.bak"]


@given(st.dictionaries(texts, st.dictionaries(st.integers(1, 9).map(str), json_values, max_size=3)))
@settings(max_examples=60, deadline=None)
def test_anything_json_can_hold_comes_back(
    tmp_path_factory: pytest.TempPathFactory, tables: dict[str, dict[str, Any]]
) -> None:
    """Any tables of JSON values, in any script, survive a write and a read, in stock json too."""
    path = tmp_path_factory.mktemp("any") / "file.json"
    AtomicStorage(path).write(tables)
    assert AtomicStorage(path).read() == tables
    assert json.loads(path.read_text(encoding="utf-8")) == tables


def test_half_a_surrogate_pair_survives_as_an_escape(path: Path) -> None:
    """A document with a lone surrogate is written in escapes, so that the file stays UTF-8."""
    AtomicStorage(path).write({"x": {"1": {"odd": "\ud83d"}, "2": {"even": "é"}}})
    assert '{"odd": "\\ud83d"}' in path.read_text(encoding="utf-8")
    assert AtomicStorage(path).read() == {"x": {"1": {"odd": "\ud83d"}, "2": {"even": "é"}}}


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"[1]", "must hold one JSON object"),
        (b"{", "ends too early"),
        (b'{"events": {"1": {"id": "a"', "ends too early"),
        (b'{"events": nil}', "not JSON (Expecting value), line 1, column 12"),
        (b"{} {}", "not JSON (Extra data)"),
        (b"{}\0\0\0", "not JSON (Extra data)"),
        (b"\0\0\0\0", "not JSON"),
        (b'{"a": "\xff"}', "not UTF-8 text (byte 8 cannot be read)"),
        (b'{"a": {"1": {"n": NaN}}}', "NaN is not a number"),
        (b'{"a": {"1": {"n": -Infinity}}}', "-Infinity is not a number"),
        (b'{"a": {"1": {"n": 1e999}}}', "1e999 is too large"),
        (b'{"a": {"1": {"n": ' + b"9" * 5000 + b"}}}", "too many digits"),
        (b'{"a": {"1": {}, "1": {}}}', "the name '1' stands twice"),
        (b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deeply"),
        (b'{"a": ' * 100_000 + b"1" + b"}" * 100_000, "nested too deeply"),
    ],
)
def test_a_broken_file_is_reported_and_left_alone(path: Path, raw: bytes, problem: str) -> None:
    """Neither reading nor writing touches a file that is not sound; the message says why."""
    path.write_bytes(raw)
    for attempt in (AtomicStorage(path).read, lambda: AtomicStorage(path).write(TABLES)):
        with pytest.raises(DamagedFile) as caught:
            attempt()
        assert problem in str(caught.value)
        assert str(path) in str(caught.value)
    assert path.read_bytes() == raw
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_byte_order_mark_is_no_damage(path: Path) -> None:
    """A file saved again by an editor that marks UTF-8 still reads."""
    path.write_bytes(b"\xef\xbb\xbf" + b'{"a": {}}')
    assert AtomicStorage(path).read() == {"a": {}}


def test_data_nested_too_deeply_is_not_written(path: Path) -> None:
    """What Python cannot put into JSON for its depth is refused, and the old file stays."""
    AtomicStorage(path).write(TABLES)
    deep: list[Any] = []
    for _ in range(200_000):
        deep = [deep]
    with pytest.raises(QuotelineError, match="nested too deeply"):
        AtomicStorage(path).write({"a": {"1": {"deep": deep}}})
    while deep:
        deep = deep[0]
    assert AtomicStorage(path).read() == TABLES


def test_what_json_cannot_hold_is_a_bug_and_touches_nothing(path: Path) -> None:
    """A set or an infinite number raises Python's own error before the file is opened."""
    AtomicStorage(path).write(TABLES)
    for wrong in ({1, 2}, float("inf")):
        with pytest.raises((TypeError, ValueError)):
            AtomicStorage(path).write({"a": {"1": {"wrong": wrong}}})
    assert AtomicStorage(path).read() == TABLES
    assert not copy_path(path).exists()


def test_an_empty_file_never_becomes_the_copy(path: Path) -> None:
    """Writing over a file of no bytes leaves the good copy beside it in place."""
    AtomicStorage(path).write({"a": {}})
    AtomicStorage(path).write({"b": {}})
    good = copy_path(path).read_bytes()
    path.write_bytes(b"")
    AtomicStorage(path).write({"c": {}})
    assert copy_path(path).read_bytes() == good
