from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from explorer.__main__ import main
from explorer.model.workspace import Bookmark
from explorer.store.chronicles import open_chronicle, save_chronicle
from explorer.store.files import copy_path
from explorer.store.journal import journal_path
from explorer.store.journalled import OpenWorkspace
from explorer.store.rescue import rescue
from explorer.store.workspaces import open_workspace, save_workspace
from tests.builders import a_chronicle, a_workspace, an_event

OF_TWO = a_chronicle(
    an_event("2016", passages=("article.1",)), an_event("2017", passages=("article.1",))
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a workspace is."""
    return tmp_path / "test.workspace.json"


@pytest.fixture
def chronicle(tmp_path: Path) -> Path:
    """A chronicle of two events, and no copy."""
    path = tmp_path / "test.chronicle.json"
    save_chronicle(OF_TWO, path)
    return path


def killed(path: Path, *events: str) -> None:
    """Bookmark events in a run that is then cut off."""
    opened = OpenWorkspace.open(path, "test")
    for event in events:
        opened.commit(opened.workspace.with_bookmark(Bookmark(event)), "Bookmark")
    assert opened._writer is not None
    opened._writer.abandon()
    opened._lock.release()


def names(folder: Path) -> set[str]:
    """Return what lies in a folder."""
    return {one.name for one in folder.iterdir()}


def test_a_sound_file_is_found_sound(
    chronicle: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A chronicle and a workspace without a fault give status 0 and are not written to."""
    save_workspace(a_workspace("first"), path)
    before = names(path.parent)
    assert main(["doctor", str(chronicle)]) == 0
    assert main(["doctor", str(path), "--fix"]) == 0
    told = capsys.readouterr().out
    assert "ids and references are whole" in told
    assert "wrong" not in told
    assert names(path.parent) == before


def test_without_fix_nothing_is_touched(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What would be repaired is told, the status is 1, and the files stay as they were."""
    killed(path, "a", "b")
    before = {one: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}
    assert main(["doctor", str(path)]) == 1
    told = capsys.readouterr().out
    assert "2 steps that are not in the file yet" in told
    assert "--fix would fold them into the file" in told
    assert before == {one: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}


def test_what_a_killed_run_left_is_folded(path: Path) -> None:
    """With --fix the steps of the journal are in the file, and the journal is gone."""
    save_workspace(a_workspace("first"), path)
    killed(path, "a")
    assert main(["doctor", str(path), "--fix"]) == 0
    assert not journal_path(path).exists()
    assert [mark.event for mark in open_workspace(path, "test").bookmarks] == ["first", "a"]
    assert list((path.parent / "copies").glob("*.before-repair"))


def test_a_damaged_file_gets_its_copy_back_and_then_its_journal(path: Path) -> None:
    """Copy and journal together bring back every step; the damaged file is kept."""
    save_workspace(a_workspace("first"), path)
    opened = OpenWorkspace.open(path, "test")
    opened.commit(opened.workspace.with_bookmark(Bookmark("a")), "Bookmark")
    opened.fold()
    opened.commit(opened.workspace.with_bookmark(Bookmark("b")), "Bookmark")
    assert opened._writer is not None
    opened._writer.abandon()
    opened._lock.release()
    damaged = path.read_bytes()[:-20]
    path.write_bytes(damaged)
    assert main(["doctor", str(path), "--fix"]) == 0
    assert [mark.event for mark in open_workspace(path, "test").bookmarks] == ["first", "a", "b"]
    assert path.with_name(f"{path.name}.damaged-1").read_bytes() == damaged
    assert not journal_path(path).exists()


def test_without_a_copy_the_good_records_are_written_and_the_bad_ones_listed(
    chronicle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A chronicle of which one event is bad opens again without it; the message names it."""
    first = OF_TWO.events[0].id
    tables = json.loads(chronicle.read_text(encoding="utf-8"))
    tables["events"]["1"]["importance"] = 9
    chronicle.write_text(json.dumps(tables), encoding="utf-8")
    before = chronicle.read_bytes()
    assert main(["doctor", str(chronicle)]) == 1
    assert f"table 'events', id '{first}', field 'importance'" in capsys.readouterr().out
    assert chronicle.read_bytes() == before
    assert main(["doctor", str(chronicle), "--fix"]) == 0
    assert len(open_chronicle(chronicle).events) == 1
    assert chronicle.with_name(f"{chronicle.name}.damaged-1").read_bytes() == before


def test_a_file_that_is_gone_is_brought_back(chronicle: Path) -> None:
    """Where only the copy is left it takes the file's place."""
    save_chronicle(a_chronicle(an_event("2016")), chronicle)
    chronicle.unlink()
    assert copy_path(chronicle).exists()
    assert main(["doctor", str(chronicle)]) == 1
    assert main(["doctor", str(chronicle), "--fix"]) == 0
    assert open_chronicle(chronicle) == OF_TWO


def test_what_nobody_can_repair_is_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A bad copy, a lost text and a rescue file are named, and stay after --fix."""
    from explorer.model.workspace import Attachment  # noqa: PLC0415

    workspace = a_workspace("first").with_attachment(Attachment("x", "0" * 64))
    save_workspace(workspace, path)
    copy_path(path).write_bytes(b"{")
    place = rescue(workspace, path)
    assert main(["doctor", str(path), "--fix"]) == 1
    told = capsys.readouterr().out
    assert f"the copy {copy_path(path)} does not open" in told
    assert "attached to 'x'" in told
    assert str(place) in told


def test_leftovers_of_killed_runs_are_removed(path: Path) -> None:
    """Temporary files go once they are an hour old."""
    save_workspace(a_workspace("first"), path)
    old, new = (path.with_name(f".{path.name}.{name}.tmp") for name in ("0a", "0b"))
    for one in (old, new):
        one.write_bytes(b"half")
    os.utime(old, (1, 1))
    assert main(["doctor", str(path), "--fix"]) == 0
    assert (old.exists(), new.exists()) == (False, True)


def test_a_file_in_use_is_looked_at_and_not_repaired(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """While a window has it open, its journal is no fault, and --fix does nothing."""
    opened = OpenWorkspace.open(path, "test")
    opened.commit(opened.workspace.with_bookmark(Bookmark("a")), "Bookmark")
    before = journal_path(path).read_bytes()
    main(["doctor", str(path), "--fix"])
    assert "has it open" in capsys.readouterr().out
    assert journal_path(path).read_bytes() == before
    opened.close()


def test_a_file_that_never_was_is_a_fault(tmp_path: Path) -> None:
    """A name nobody ever saved under gives status 2."""
    assert main(["doctor", str(tmp_path / "test.workspace.json")]) == 2


def test_anchors_are_looked_at_in_the_texts_in_hand(
    chronicle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """For a chronicle the passages are counted by what became of them."""
    assert main(["doctor", str(chronicle)]) == 0
    assert "passages in the texts in hand:" in capsys.readouterr().out
