from __future__ import annotations

from pathlib import Path

import pytest

from explorer.model.errors import QuotelineError
from explorer.store.chronicles import open_chronicle, save_chronicle
from explorer.store.damage import DamagedFile, last_good_copy, restore_copy
from explorer.store.files import copy_path
from explorer.store.workspaces import open_workspace, save_workspace
from tests.builders import a_chronicle, a_full_workspace, a_workspace, an_event


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A chronicle of two events, and the copy of it with one."""
    path = tmp_path / "test.chronicle.json"
    save_chronicle(a_chronicle(an_event("2016")), path)
    save_chronicle(a_chronicle(an_event("2016"), an_event("2017")), path)
    return path


def test_a_chronicle_cut_off_anywhere_is_reported_with_its_copy(path: Path) -> None:
    """After any number of bytes the error is a DamagedFile, and nothing on disk changes."""
    whole, copy = path.read_bytes(), copy_path(path).read_bytes()
    for length in range(len(whole) - 1):  # all of it but the last line end is all of it
        path.write_bytes(whole[:length])
        with pytest.raises(DamagedFile) as caught:
            open_chronicle(path)
        assert path.read_bytes() == whole[:length]
    assert caught.value.path == path
    assert caught.value.copy == copy_path(path)
    assert str(copy_path(path)) in str(caught.value)
    assert copy_path(path).read_bytes() == copy


def test_a_workspace_cut_off_anywhere_is_reported(tmp_path: Path) -> None:
    """After any number of bytes the error is a DamagedFile, and the file is as it was."""
    path = tmp_path / "test.workspace.json"
    save_workspace(a_full_workspace(), path)
    whole = path.read_bytes()
    for length in range(len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(DamagedFile) as caught:
            open_workspace(path, "test")
        assert caught.value.copy is None
        assert path.read_bytes() == whole[:length]


def test_any_byte_changed_opens_or_is_reported(path: Path) -> None:
    """A flipped bit anywhere gives a chronicle or an error in words, and no overwrite."""
    whole = path.read_bytes()
    messages = []
    for at in range(len(whole)):
        changed = bytes((*whole[:at], whole[at] ^ (1 << at % 8), *whole[at + 1 :]))
        path.write_bytes(changed)
        try:
            open_chronicle(path)
        except QuotelineError as error:
            messages.append(str(error))
        assert path.read_bytes() == changed
    assert all(message.startswith(f"{path}: ") for message in messages)
    assert 0 < len(messages) < len(whole)


def test_a_copy_that_does_not_open_is_not_offered(path: Path) -> None:
    """A copy that is damaged too is no good copy, and is not put back."""
    assert last_good_copy(path) == copy_path(path)
    copy_path(path).write_bytes(b"{")
    path.write_bytes(b"{")
    assert last_good_copy(path) is None
    with pytest.raises(DamagedFile, match="bring the file back from a backup") as caught:
        open_chronicle(path)
    assert caught.value.copy is None
    with pytest.raises(QuotelineError, match="no good copy"):
        restore_copy(path)
    assert path.read_bytes() == b"{"


def test_restoring_keeps_what_it_replaces(path: Path) -> None:
    """The copy takes the file's place; each damaged file stays under a name of its own."""
    good = copy_path(path).read_bytes()
    for number, damage in enumerate((b"{", b"[]"), start=1):
        path.write_bytes(damage)
        aside = restore_copy(path)
        assert aside == path.with_name(f"{path.name}.damaged-{number}")
        assert aside.read_bytes() == damage
        assert path.read_bytes() == copy_path(path).read_bytes() == good
    assert [event.id for event in open_chronicle(path).events] == ["event-2016"]


def test_a_save_after_restoring_leaves_the_damaged_file_alone(path: Path) -> None:
    """What was moved aside is a file of its own, which no later save changes."""
    path.write_bytes(b"{")
    aside = restore_copy(path)
    save_chronicle(a_chronicle(an_event("2018")), path)
    assert aside is not None
    assert aside.read_bytes() == b"{"


def test_the_copy_of_a_workspace_is_found_like_a_chronicles(tmp_path: Path) -> None:
    """Both kinds of file have their last good copy."""
    path = tmp_path / "test.workspace.json"
    save_workspace(a_workspace("first"), path)
    assert last_good_copy(path) is None
    save_workspace(a_workspace("first", "second"), path)
    assert last_good_copy(path) == copy_path(path)
