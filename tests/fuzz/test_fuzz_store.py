from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.model.errors import QuotelineError
from explorer.store.chronicles import open_chronicle
from explorer.store.files import copy_path
from explorer.store.good import open_what_is_good
from explorer.store.storage import AtomicStorage
from explorer.store.workspaces import open_workspace, save_workspace
from tests.builders import a_workspace
from tests.fuzz.fuzz_store import fuzz
from tests.store.strategies import json_values, texts


def test_a_few_hundred_mutated_files_are_each_answered_in_words() -> None:
    """Chronicles, workspaces, journals and histories with anything done to them end no run."""
    found = fuzz(600, seed=5)
    assert found.wrong == []
    assert sum(found.outcomes.values()) == 600
    assert {outcome.split(": ")[1] for outcome in found.outcomes} >= {"opened", "refused", "told"}


@given(st.binary(max_size=300))
@settings(max_examples=150)
def test_any_bytes_open_or_are_refused(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    """Bytes that are no file of ours give a message, and stay as they are."""
    path = tmp_path_factory.mktemp("any") / "test.chronicle.json"
    path.write_bytes(raw)
    with pytest.raises(QuotelineError):
        open_chronicle(path)
    open_what_is_good(path)
    with pytest.raises(QuotelineError):
        save_workspace(a_workspace("x"), path)
    assert path.read_bytes() == raw


@given(st.dictionaries(texts, st.dictionaries(texts, json_values, max_size=3) | json_values))
@settings(max_examples=150)
def test_any_json_opens_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, tables: dict[str, object]
) -> None:
    """Whole JSON of any shape gives a message or a workspace, never another error."""
    path = tmp_path_factory.mktemp("any") / "test.workspace.json"
    tables["_meta"] = {"1": {"format": "quoteline-workspace", "schema": 1, "chronicle": "test"}}
    path.write_text(json.dumps(tables), encoding="utf-8")
    message = ""
    try:
        open_workspace(path, "test")
    except QuotelineError as error:
        message = str(error)
    assert not message or message.startswith(f"{path}: ")


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a": {"1": {"x": "' + b"a" * 100_000_000 + b'"}}}',
        b'{"a": {"1": {"x": "' + b"\\u202e" * 10_000_000 + b'"}}}',
        b'{"a": {' + b",".join(b'"%d": {}' % at for at in range(300_000)) + b', "7": {}}}',
        b'{"a": {"1": ' + b"[" * 10_000 + b"]" * 10_000 + b"}}",
        b'{"a": {"1": ' + b'{"b": ' * 10_000 + b"1" + b"}" * 10_000 + b"}}",
        b'{"a": {"1": {"x": ' + b"1" * 10_000_000 + b"}}}",
        b'{"a": ' * 10_000,
        b"\n" * 5_000_000,
    ],
    ids=["long", "marks", "twice", "lists", "objects", "digits", "open", "lines"],
)
def test_files_made_to_exhaust_the_reader_are_refused(tmp_path: Path, raw: bytes) -> None:
    """A hundred megabytes of one text, a name twice among 300,000, bottomless nesting: refused."""
    path = tmp_path / "test.chronicle.json"
    path.write_bytes(raw)
    with pytest.raises(QuotelineError) as caught:
        open_chronicle(path)
    assert len(str(caught.value)) < 1_000
    chronicle, faults = open_what_is_good(path)
    assert (chronicle.events, bool(faults)) == ((), True)
    assert path.stat().st_size == len(raw)


def test_a_text_of_a_hundred_megabytes_is_a_text(tmp_path: Path) -> None:
    """A note that long opens, and is written back; it is only long."""
    path = tmp_path / "test.workspace.json"
    tables = {
        "_meta": {"1": {"format": "quoteline-workspace", "schema": 1, "chronicle": "test"}},
        "bookmarks": {"1": {"event": "a", "note": "n" * 100_000_000}},
    }
    AtomicStorage(path).write(tables)
    opened = open_workspace(path, "test")
    assert len(opened.bookmarks[0].note) == 100_000_000
    save_workspace(opened, path)
    assert path.stat().st_size >= copy_path(path).stat().st_size > 100_000_000
