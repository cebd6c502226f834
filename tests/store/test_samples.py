from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from explorer.model.workspace import Bookmark
from explorer.store import migrations, replay, workspace_tables, writing
from explorer.store.chronicles import open_chronicle
from explorer.store.copies import copies_of
from explorer.store.journal import journal_path
from explorer.store.journalled import OpenWorkspace
from explorer.store.migrations import CHRONICLE_UPGRADES, WORKSPACE_UPGRADES, Tables, newest
from explorer.store.tables import Format
from explorer.store.workspace_tables import tables_of, workspace_of
from explorer.store.workspaces import open_workspace
from tests.builders import a_full_workspace

SAMPLES = Path(__file__).with_name("samples")


@pytest.mark.parametrize("schema", range(1, newest(CHRONICLE_UPGRADES) + 1))
def test_a_chronicle_of_every_schema_opens(schema: int) -> None:
    """There is a kept file of each schema, and this version opens it whole."""
    chronicle = open_chronicle(SAMPLES / f"schema-{schema}.chronicle.json")
    assert (len(chronicle.events), len(chronicle.links)) == (2, 1)
    assert chronicle.events[0].participants
    assert chronicle.passages[0].fingerprint


@pytest.mark.parametrize("schema", range(1, newest(WORKSPACE_UPGRADES) + 1))
def test_a_workspace_of_every_schema_opens(schema: int) -> None:
    """There is a kept file of each schema, and this version opens it whole."""
    workspace = open_workspace(SAMPLES / f"schema-{schema}.workspace.json", "test")
    assert workspace.bookmarks[0].note
    assert workspace.attachments[0].sha256
    assert workspace.views[0].filters


@pytest.fixture
def upgrades(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version whose workspaces have schema 2: what is a note there was a remark in schema 1."""

    def rename(tables: Tables) -> Tables:
        marks = {
            number: {("note" if name == "remark" else name): value for name, value in one.items()}
            for number, one in tables["bookmarks"].items()
        }
        return {**tables, "bookmarks": marks}

    steps = (rename,)
    for module in (migrations, replay, workspace_tables, writing):
        monkeypatch.setattr(module, "WORKSPACE_UPGRADES", steps)
    wanted = Format(workspace_tables.NAME, steps, workspace_of)
    monkeypatch.setattr(replay, "WORKSPACE", wanted)


def an_older_file(path: Path) -> bytes:
    """Write a workspace of schema 1 as that other version wrote it, and return its bytes."""
    tables = tables_of(a_full_workspace())
    tables["_meta"]["1"]["schema"] = 1
    for one in tables["bookmarks"].values():
        if "note" in one:
            one["remark"] = one.pop("note")
    path.write_text(json.dumps(tables), encoding="utf-8")
    return path.read_bytes()


@pytest.mark.usefixtures("upgrades")
def test_an_older_file_is_copied_before_it_is_written_to(tmp_path: Path) -> None:
    """It opens as the new version has it; the first folding keeps the old one by its schema."""
    path = tmp_path / "test.workspace.json"
    before = an_older_file(path)
    opened = OpenWorkspace.open(path, "test")
    assert opened.workspace == a_full_workspace()
    assert path.read_bytes() == before
    opened.commit(opened.workspace.with_bookmark(Bookmark("new")), "Bookmark")
    opened.close()
    assert json.loads(path.read_bytes())["_meta"]["1"]["schema"] == 2
    (copy,) = (one for one in copies_of(path) if one.label == "schema-1")
    assert copy.path.read_bytes() == before


def test_steps_of_an_older_version_are_made_before_its_file_is_upgraded(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """A program that was updated after a kill takes up the journal of the one before."""
    path = tmp_path / "test.workspace.json"
    shutil.copy(SAMPLES / "schema-1.workspace.json", path)
    opened = OpenWorkspace.open(path, "test")
    opened.commit(opened.workspace.with_bookmark(Bookmark("new", note="kept")), "Bookmark")
    assert opened._writer is not None
    opened._writer.abandon()
    opened._lock.release()
    journal_path(path).write_bytes(_renamed(journal_path(path).read_bytes()))
    request.getfixturevalue("upgrades")
    again = OpenWorkspace.open(path, "test")
    assert again.faults == ()
    assert again.workspace.bookmark["new"].note == "kept"
    again.commit(again.workspace.with_bookmark(Bookmark("newer")), "Bookmark")
    again.close()
    final = open_workspace(path, "test")
    assert {"new", "newer"} <= final.bookmark.keys()


def _renamed(raw: bytes) -> bytes:
    """Return a journal as the other version, whose notes are remarks, would have written it."""
    from binascii import crc32  # noqa: PLC0415

    lines = [line[9:].replace(b'"note"', b'"remark"') for line in raw.splitlines()]
    return b"".join(b"%08x %b\n" % (crc32(line), line) for line in lines)
