from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from tinydb import TinyDB

from explorer.model.errors import QuotelineError
from explorer.model.workspace import Bookmark, Workspace
from explorer.store.files import copy_path
from explorer.store.workspace_tables import tables_of
from explorer.store.workspaces import (
    DamagedFile,
    last_good_copy,
    open_workspace,
    restore_copy,
    save_workspace,
)
from tests.builders import a_full_workspace, a_workspace
from tests.store.strategies import workspaces


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a workspace is going to be saved."""
    return tmp_path / "test.workspace.json"


def test_a_workspace_is_fresh_before_the_first_save(path: Path) -> None:
    """Without a file the workspace is empty, belongs to the chronicle, and makes no file."""
    assert open_workspace(path, "test") == Workspace(chronicle="test")
    assert not path.exists()


@given(workspaces())
@settings(max_examples=30, deadline=None)
def test_a_load_and_a_save_give_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, workspace: Workspace
) -> None:
    """Any workspace, with notes in any script and unknown fields, is saved again byte for byte."""
    path = tmp_path_factory.mktemp("any") / "test.workspace.json"
    save_workspace(workspace, path)
    first = path.read_bytes()
    opened = open_workspace(path, workspace.chronicle)
    save_workspace(opened, path)
    assert opened == workspace
    assert path.read_bytes() == first


def test_stock_tinydb_finds_the_same_documents(path: Path) -> None:
    """A bookmark stands in TinyDB's table under its number."""
    save_workspace(a_full_workspace(), path)
    with TinyDB(path, access_mode="r", encoding="utf-8") as base:
        document = base.table("bookmarks").get(doc_id=1)
    assert document == tables_of(a_full_workspace())["bookmarks"]["1"]


def test_a_bookmark_on_an_unknown_event_is_kept(path: Path) -> None:
    """What the chronicle lacks today may be in it tomorrow: the bookmark stays."""
    save_workspace(a_workspace("never-heard-of"), path)
    assert open_workspace(path, "test").bookmarks[0].event == "never-heard-of"


def test_the_workspace_of_another_chronicle_is_neither_opened_nor_saved_over(path: Path) -> None:
    """Bookmarks are not mixed up: the message names both chronicles."""
    save_workspace(a_workspace("first"), path)
    with pytest.raises(QuotelineError, match="chronicle 'test', not for 'other'"):
        open_workspace(path, "other")
    with pytest.raises(QuotelineError, match="chronicle 'test', not for 'other'"):
        save_workspace(Workspace("other"), path)
    assert open_workspace(path, "test") == a_workspace("first")


@pytest.mark.parametrize("table", ["bookmarks", "attachments", "views"])
def test_two_documents_for_one_thing_are_refused(path: Path, table: str) -> None:
    """A second bookmark on an event, view of a name, or attachment of a text is damage."""
    tables = tables_of(a_full_workspace())
    tables[table]["2"] = tables[table]["1"]
    path.write_text(json.dumps(tables), encoding="utf-8")
    with pytest.raises(DamagedFile, match=f"table '{table}', id .*two documents"):
        open_workspace(path, "test")


def test_what_would_not_open_again_is_not_saved(path: Path) -> None:
    """A workspace that breaks a rule is refused before the file is touched."""
    save_workspace(a_workspace("first"), path)
    twice = replace(a_workspace("first"), bookmarks=(Bookmark("a"), Bookmark("a")))
    with pytest.raises(QuotelineError, match="not saved: table 'bookmarks', id 'a'"):
        save_workspace(twice, path)
    assert open_workspace(path, "test") == a_workspace("first")


def test_bookmarks_that_are_gone_are_offered_not_replaced(path: Path) -> None:
    """Where only the copy is left, opening offers it instead of starting afresh over it."""
    save_workspace(a_workspace("first"), path)
    save_workspace(a_workspace("first", "second"), path)
    path.unlink()
    with pytest.raises(DamagedFile, match="the file is gone") as caught:
        open_workspace(path, "test")
    assert caught.value.copy == copy_path(path) == last_good_copy(path)
    assert restore_copy(path) is None
    assert open_workspace(path, "test") == a_workspace("first")
