from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tinydb import TinyDB

from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.store.chronicle_tables import tables_of
from explorer.store.chronicles import (
    DamagedFile,
    MissingFile,
    last_good_copy,
    open_chronicle,
    save_chronicle,
)
from explorer.store.copies import copies_folder, copies_of
from explorer.store.files import copy_path
from explorer.store.storage import AtomicStorage
from explorer.store.workspaces import save_workspace
from tests.builders import a_chronicle, a_full_chronicle, a_workspace, an_event
from tests.store.strategies import chronicles


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a chronicle is going to be saved."""
    return tmp_path / "test.chronicle.json"


def rewrite(path: Path, tables: dict[str, Any]) -> None:
    """Put tables in a file, as another program might."""
    path.write_text(json.dumps(tables), encoding="utf-8")


def test_a_saved_chronicle_opens_as_it_was(path: Path) -> None:
    """Every field of every record comes back from the file."""
    chronicle = a_full_chronicle()
    save_chronicle(chronicle, path)
    assert open_chronicle(path) == chronicle


@given(chronicles())
@settings(max_examples=30, deadline=None)
def test_a_load_and_a_save_give_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, chronicle: Chronicle
) -> None:
    """Any chronicle, with texts in any script and unknown fields, is saved again byte for byte."""
    path = tmp_path_factory.mktemp("any") / "test.chronicle.json"
    save_chronicle(chronicle, path)
    first = path.read_bytes()
    opened = open_chronicle(path)
    save_chronicle(opened, path)
    assert opened == chronicle
    assert path.read_bytes() == first


def test_stock_tinydb_finds_the_same_documents_under_the_same_ids(path: Path) -> None:
    """The file is TinyDB's own: its tables, documents numbered from 1, in our order."""
    chronicle = a_full_chronicle()
    save_chronicle(chronicle, path)
    with TinyDB(path, access_mode="r", encoding="utf-8") as base:
        found = {
            name: {str(one.doc_id): dict(one) for one in base.table(name)} for name in base.tables()
        }
    assert found == tables_of(chronicle)
    assert [one["id"] for one in found["events"].values()] == [one.id for one in chronicle.events]
    assert list(found["events"]) == ["1", "2"]


def test_opening_reads_the_file_once_and_writes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A chronicle is taken from the file in one reading, and the folder is as before."""
    save_chronicle(a_full_chronicle(), path)
    readings: list[Path] = []
    true_read = Path.read_bytes

    def counted(self: Path) -> bytes:
        readings.append(self)
        return true_read(self)

    monkeypatch.setattr(Path, "read_bytes", counted)
    open_chronicle(path)
    assert readings == [path]
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_missing_chronicle_is_named(path: Path) -> None:
    """Where there is neither file nor copy, the message says which file and what to check."""
    with pytest.raises(MissingFile, match=r"test\.chronicle\.json: there is no such file\. Check"):
        open_chronicle(path)
    assert not path.exists()


def test_unknown_tables_and_fields_survive_a_save(path: Path) -> None:
    """What a newer version wrote is there after this one has saved an added event."""
    tables = tables_of(a_full_chronicle())
    tables["_meta"]["1"]["licence"] = "CC0"
    tables["events"]["2"]["date"]["calendar"] = "julian"
    tables["maps"] = {"7": {"id": "front", "lines": [[1.5, 2]]}}
    rewrite(path, tables)
    opened = open_chronicle(path)
    save_chronicle(replace(opened, events=(*opened.events, an_event("2020", "later"))), path)
    found = AtomicStorage(path).read()
    assert found is not None
    assert found["_meta"]["1"]["licence"] == "CC0"
    assert found["events"]["2"]["date"]["calendar"] == "julian"
    assert found["events"]["3"]["id"] == "later"
    assert found["maps"] == {"7": {"id": "front", "lines": [[1.5, 2]]}}


def test_documents_under_other_numbers_open(path: Path) -> None:
    """A file from which stock TinyDB has removed documents opens, whatever its numbers."""
    tables = tables_of(a_full_chronicle())
    tables["events"] = {"12": tables["events"]["2"]}
    tables["links"] = {}
    rewrite(path, tables)
    assert [event.id for event in open_chronicle(path).events] == ["first"]


@pytest.mark.parametrize(
    ("tables", "problem"),
    [
        ({"events": []}, "table 'events': must be an object"),
        (
            {"events": {"one": {}}},
            "table 'events', document one: a document's key must be a number",
        ),
        ({"events": {"²": {}}}, "a document's key must be a number"),
        ({"events": {"9" * 5000: {}}}, "a document's key must be a number"),
        ({"events": {"1": ["a"]}}, "table 'events', document 1: must be an object"),
        ({"_meta": {}}, "table '_meta': must hold one document, not 0"),
        ({"_meta": {"1": {}, "2": {}}}, "table '_meta': must hold one document, not 2"),
        ({"_meta": {"1": 5}}, "table '_meta', document 1: must be an object"),
        ({"_meta": {"1": {"format": 5}}}, "field 'format': must be a text, but it is the number 5"),
    ],
)
def test_a_file_of_another_shape_is_refused(
    path: Path, tables: dict[str, Any], problem: str
) -> None:
    """Tables must be objects, keyed by numbers, of objects, with one document in _meta."""
    rewrite(path, tables_of(a_full_chronicle()) | tables)
    before = path.read_bytes()
    with pytest.raises(DamagedFile) as caught:
        open_chronicle(path)
    assert problem in str(caught.value)
    assert caught.value.path == path
    assert caught.value.copy is None
    assert path.read_bytes() == before


def test_a_file_of_another_format_is_not_opened_as_a_chronicle(path: Path) -> None:
    """A workspace is no damaged chronicle: the message says to choose another file."""
    save_workspace(a_workspace("first"), path)
    with pytest.raises(QuotelineError, match=r"'quoteline-workspace'.*Choose another") as caught:
        open_chronicle(path)
    assert not isinstance(caught.value, DamagedFile)
    with pytest.raises(QuotelineError, match="'quoteline-workspace'"):
        save_chronicle(a_chronicle(), path)


@pytest.mark.parametrize(
    "wrong",
    [
        a_chronicle(an_event(title="")),
        a_chronicle(an_event(importance=7)),
        a_chronicle(an_event("2016", "same"), an_event("2017", "same")),
        Chronicle("test", "A test", events=(an_event(actors=("nobody",)),)),
    ],
    ids=["empty title", "importance", "same id", "no such actor"],
)
def test_what_would_not_open_again_is_not_saved(path: Path, wrong: Chronicle) -> None:
    """A chronicle that breaks a rule is refused before the file is touched."""
    save_chronicle(a_full_chronicle(), path)
    before = path.read_bytes()
    with pytest.raises(QuotelineError, match="not saved: table 'events'"):
        save_chronicle(wrong, path)
    assert path.read_bytes() == before
    assert last_good_copy(path) is None


def test_a_damaged_file_is_never_saved_over(path: Path) -> None:
    """A save onto a file that was damaged meanwhile leaves it and its good copy alone."""
    save_chronicle(a_full_chronicle(), path)
    save_chronicle(a_full_chronicle(), path)
    good = copy_path(path).read_bytes()
    tables = tables_of(a_full_chronicle())
    tables["events"]["1"]["title"] = 5
    for damage in (b"{", b"", json.dumps(tables).encode()):
        path.write_bytes(damage)
        with pytest.raises(DamagedFile) as caught:
            save_chronicle(a_full_chronicle(), path)
        assert caught.value.copy == copy_path(path)
        assert path.read_bytes() == damage
        assert copy_path(path).read_bytes() == good


def test_a_file_that_vanished_is_made_again_by_a_save(path: Path) -> None:
    """What is in memory is not lost because the file was removed while it was open."""
    save_chronicle(a_full_chronicle(), path)
    save_chronicle(a_full_chronicle(), path)
    path.unlink()
    save_chronicle(a_full_chronicle(), path)
    assert open_chronicle(path) == a_full_chronicle()


def test_copies_by_the_hour_are_kept_of_what_is_written_over(path: Path) -> None:
    """What stood there an hour before stays as a copy, within the hour once; so for a workspace."""
    contents = []
    for number in range(5):
        save_chronicle(a_chronicle(an_event("2016"), title=f"Title {number}"), path)
        os.utime(path, (1e9, 1e9 + number * 1_800))
        contents.append(path.read_bytes())
    kept = [one for one in copies_of(path) if not one.label]
    assert [one.path.read_bytes() for one in kept] == [contents[2], contents[0]]
    assert copy_path(path).read_bytes() == contents[3]


def test_a_save_of_the_same_content_keeps_no_copy_by_the_hour(path: Path) -> None:
    """A chronicle that is built again as it was adds nothing to the copies."""
    for number in range(3):
        save_chronicle(a_chronicle(an_event("2016")), path)
        os.utime(path, (1e9, 1e9 + number * 7_200))
    assert not copies_folder(path).exists()


def test_where_no_copy_can_be_kept_nothing_is_written_over(path: Path) -> None:
    """A file in the way of the folder of copies is named, and the chronicle is as it was."""
    save_chronicle(a_chronicle(an_event("2016")), path)
    before = path.read_bytes()
    copies_folder(path).write_bytes(b"in the way")
    with pytest.raises(QuotelineError, match="copies: this folder cannot be made"):
        save_chronicle(a_chronicle(an_event("2017")), path)
    assert path.read_bytes() == before
