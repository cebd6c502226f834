from __future__ import annotations

import os
from pathlib import Path

import pytest

from explorer.__main__ import main
from explorer.model.workspace import Bookmark
from explorer.store.copies import copies_of
from explorer.store.journal import journal_path
from explorer.store.journalled import OpenWorkspace
from explorer.store.workspaces import open_workspace

HOUR = 3_600


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace that was worked on for three hours, a bookmark each."""
    path = tmp_path / "test.workspace.json"
    opened = OpenWorkspace.open(path, "test")
    for number in range(4):
        mark = Bookmark(f"e{number}", f"2026-01-02T0{number}:00:00Z", "a note")
        opened.commit(opened.workspace.with_bookmark(mark), "Bookmark")
        opened.fold()
        os.utime(path, (1e9, 1e9 + number * HOUR))
    opened.close()
    return path


def marked(path: Path) -> list[str]:
    """Return the events bookmarked in a file."""
    return [mark.event for mark in open_workspace(path, "test").bookmarks]


def test_what_each_copy_holds_is_shown_before_it_is_brought_back(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The list tells every copy's moment, counts and last change; nothing is written."""
    before = path.read_bytes()
    assert main(["restore", str(path), "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:3] == ["now", "4", "bookmarks,"]
    assert "2001-09-09 02:46 UTC: 2 bookmarks, 2 notes" in lines[3]
    assert "last change 2026-01-02T01:00:00Z" in lines[3]
    assert "--copy N" in lines[-1]
    assert path.read_bytes() == before


def test_a_copy_is_brought_back_and_what_it_replaces_is_kept(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is the copy then; what it was, journal and history stay under other names."""
    opened = OpenWorkspace.open(path, "test")
    opened.commit(opened.workspace.with_bookmark(Bookmark("late")), "Bookmark")
    assert opened._writer is not None
    opened._writer.abandon()
    opened._lock.release()
    before, journal = path.read_bytes(), journal_path(path).read_bytes()
    wanted = copies_of(path)[-1].path.read_bytes()
    assert main(["restore", str(path), "--copy", str(len(copies_of(path)))]) == 0
    assert path.read_bytes() == wanted
    assert marked(path) == ["e0"]
    assert path.with_name(f"{path.name}.replaced-1").read_bytes() == before
    assert path.with_name(f"{path.name}.journal.replaced-1").read_bytes() == journal
    assert path.with_name(f"{path.name}.history.replaced-1").exists()
    assert copies_of(path)[-1].path.read_bytes() == wanted
    assert capsys.readouterr().out.count("kept what was replaced") == 3


def test_a_copy_is_not_brought_back_under_somebody_who_writes(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """While a window has the file open it is refused, naming who."""
    opened = OpenWorkspace.open(path, "test")
    assert main(["restore", str(path), "--copy", "1"]) == 2
    assert f"process {os.getpid()}" in capsys.readouterr().err
    opened.close()
    assert marked(path) == ["e0", "e1", "e2", "e3"]


def test_a_damaged_copy_is_shown_as_such_and_not_brought_back(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy that does not open says why, and the file stays."""
    number = len(copies_of(path))
    copies_of(path)[-1].path.write_bytes(b"{")
    assert main(["restore", str(path)]) == 0
    assert "does not open: the file ends too early" in capsys.readouterr().out
    assert main(["restore", str(path), "--copy", str(number)]) == 2
    assert len(marked(path)) == 4


@pytest.mark.parametrize("number", ["0", "99", "-1"])
def test_a_number_that_is_not_in_the_list_is_refused(path: Path, number: str) -> None:
    """Only a copy that is listed can be brought back."""
    assert main(["restore", str(path), f"--copy={number}"]) == 2
    assert len(marked(path)) == 4


def test_no_copies_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file without copies gives status 1."""
    assert main(["restore", str(tmp_path / "test.workspace.json")]) == 1
    assert "there are no copies" in capsys.readouterr().out
