from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explorer.model.errors import QuotelineError
from explorer.store.chronicle_tables import CHRONICLE, chronicle_of, tables_of
from explorer.store.chronicles import DamagedFile, open_chronicle, save_chronicle
from explorer.store.migrations import Tables, newest, upgraded
from explorer.store.storage import AtomicStorage
from explorer.store.tables import Format, load
from tests.builders import a_full_chronicle


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a file of another version is going to be."""
    return tmp_path / "test.chronicle.json"


def write(path: Path, schema: Any, **titles: Any) -> None:
    """Write a chronicle's file under a schema number, with some events' titles changed."""
    tables = tables_of(a_full_chronicle())
    tables["_meta"]["1"]["schema"] = schema
    for document in tables["events"].values():
        document["title"] = titles.get(document["id"], document["title"])
    path.write_text(json.dumps(tables), encoding="utf-8")


def test_upgrades_are_made_in_order_from_the_files_own_schema() -> None:
    """Schema n takes the steps from n on, the newest and newer ones none."""

    def step(name: str) -> Any:
        return lambda tables: {**tables, name: {"1": {"after": len(tables)}}}

    upgrades = (step("one"), step("two"))
    assert newest(upgrades) == 3
    assert upgraded({}, 1, upgrades) == {"one": {"1": {"after": 0}}, "two": {"1": {"after": 1}}}
    assert upgraded({}, 2, upgrades) == {"two": {"1": {"after": 0}}}
    assert upgraded({}, 3, upgrades) == upgraded({}, 9, upgrades) == {}


def test_an_older_file_opens_through_its_upgrades(path: Path) -> None:
    """A field renamed since schema 1 is found under its new name; the file is not written to."""

    def rename(tables: Tables) -> Tables:
        for document in tables["events"].values():
            document["summary"] = document.pop("gist")
        return tables

    tables = tables_of(a_full_chronicle())
    for document in tables["events"].values():
        document["gist"] = document.pop("summary")
    path.write_text(json.dumps(tables), encoding="utf-8")
    before = path.read_bytes()
    opened = load(path, Format(CHRONICLE.name, (rename,), chronicle_of))
    assert opened == a_full_chronicle()
    assert path.read_bytes() == before


def test_a_newer_file_opens_and_keeps_its_number(path: Path) -> None:
    """What can be read of a newer file is read, and a save does not call it older."""
    write(path, 7)
    opened = open_chronicle(path)
    assert opened == a_full_chronicle()
    save_chronicle(opened, path)
    found = AtomicStorage(path).read()
    assert found is not None
    assert found["_meta"]["1"]["schema"] == 7


def test_a_newer_file_that_cannot_be_read_is_not_called_damaged(path: Path) -> None:
    """The message says that a newer version made it, where reading stopped, and to update."""
    write(path, 7, first=["a", "list"])
    with pytest.raises(QuotelineError) as caught:
        open_chronicle(path)
    assert not isinstance(caught.value, DamagedFile)
    message = str(caught.value)
    assert "a newer version of Quoteline made this file (schema 7, this one knows 1)" in message
    assert "table 'events', id 'first', field 'title'" in message
    assert message.endswith("Update Quoteline.")
    with pytest.raises(QuotelineError, match="a newer version"):
        save_chronicle(a_full_chronicle(), path)


@pytest.mark.parametrize("schema", [0, -1, "1", 1.0, True, None, 10**30])
def test_a_schema_number_that_is_none_is_refused(path: Path, schema: Any) -> None:
    """The schema is a whole number from 1."""
    write(path, schema)
    with pytest.raises(DamagedFile, match=r"table '_meta', .*field 'schema'"):
        open_chronicle(path)
