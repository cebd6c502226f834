from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.model.workspace import Attachment, Bookmark, Decision, SavedView, Workspace
from explorer.store.rescue import rescue, rescues_left, rescues_of, with_rescued
from explorer.store.workspaces import open_workspace
from tests.builders import a_workspace


def test_a_rescued_workspace_opens_like_any_other(tmp_path: Path, home: Path) -> None:
    """It lies in the reader's state folder and is found by the file it was meant for."""
    path = tmp_path / "test.workspace.json"
    place = rescue(a_workspace("first"), path)
    assert place is not None
    assert place.is_relative_to(home)
    assert rescues_of(path) == (place,)
    assert open_workspace(place, "test") == a_workspace("first")


def test_one_run_has_one_rescue_file_for_a_file(tmp_path: Path) -> None:
    """Each step replaces it; files of one name in two folders have one each."""
    path, other = tmp_path / "a" / "w[1].json", tmp_path / "b" / "w[1].json"
    for number in range(3):
        rescue(a_workspace(f"e{number}"), path)
    rescue(a_workspace("else"), other)
    (mine,) = rescues_of(path)
    (theirs,) = rescues_of(other)
    assert mine != theirs
    assert open_workspace(mine, "test") == a_workspace("e2")


def test_none_is_left_where_none_was_needed(tmp_path: Path) -> None:
    """Without a rescue folder there are no rescue files, and it is not made."""
    assert rescues_of(tmp_path / "w.json") == ()


@pytest.mark.skipif(os.name == "nt", reason="process ids are not looked up there")
def test_what_a_run_still_working_rescued_is_left_to_it(tmp_path: Path) -> None:
    """Only the rescue files of runs that are over, or of this one, are offered."""
    path = tmp_path / "w.json"
    mine = rescue(a_workspace("first"), path)
    assert mine is not None
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        theirs = mine.with_name(mine.name.replace(f".{os.getpid()}.", f".{other.pid}."))
        theirs.write_bytes(mine.read_bytes())
        assert set(rescues_of(path)) == {mine, theirs}
        assert rescues_left(path) == (mine,)
        other.kill()
    assert set(rescues_left(path)) == {mine, theirs}


def test_bringing_back_adds_and_removes_nothing() -> None:
    """Marks, texts, words and views that lack are added; two notes on one event stand together."""
    now = Workspace(
        "test",
        (Bookmark("a", note="mine", tags=("x",)), Bookmark("b", note="same")),
        (Attachment("art", "s1"),),
        (SavedView("v", 0.0, 1.0),),
        (Decision("p", "s1", 0, 1, accepted=True),),
    )
    rescued = Workspace(
        "test",
        (Bookmark("b", note="same"), Bookmark("a", note="theirs", tags=("y", "x")), Bookmark("c")),
        (Attachment("art", "s0"), Attachment("art", "s1")),
        (SavedView("v", 5.0, 6.0), SavedView("w", 0.0, 1.0)),
        (Decision("p", "s1", 4, 5, accepted=False), Decision("q", "s1", 0, 1, accepted=True)),
    )
    both = with_rescued(now, rescued)
    assert [(one.event, one.note) for one in both.bookmarks] == [
        ("a", "mine\n\ntheirs"), ("b", "same"), ("c", ""),
    ]  # fmt: skip
    assert both.bookmark["a"].tags == ("x", "y")
    assert [one.sha256 for one in both.attachments] == ["s0", "s1"]
    assert both.views == (*now.views, SavedView("w", 0.0, 1.0))
    assert both.decisions == (*now.decisions, rescued.decisions[1])
    assert with_rescued(both, rescued) == both
