from __future__ import annotations

from pathlib import Path

from explorer.store.rescue import rescue, rescues_of
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
