"""What the machine can do to an open workspace, done for real: nothing here is mocked."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from explorer.model.errors import QuotelineError
from explorer.model.workspace import Bookmark, Workspace
from explorer.store.faults import Cause, NotSaved
from explorer.store.journal import Journal, journal_path
from explorer.store.journalled import Kind, OpenWorkspace
from explorer.store.rescue import rescues_of
from explorer.store.workspaces import open_workspace, save_workspace
from tests.builders import a_workspace

POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions, mounts and limits")
pytestmark = POSIX


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """Mount a file system on a folder; the test is skipped where that is not allowed."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *options, str(folder)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"this machine lets nobody mount here: {done.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KiB."""
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=256k", "tmpfs") as folder:
        yield folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace with one bookmark."""
    folder = tmp_path / "study"
    folder.mkdir()
    path = folder / "test.workspace.json"
    save_workspace(a_workspace("first"), path)
    return path


def bookmark(opened: OpenWorkspace, event: str, note: str = "") -> None:
    """Bookmark an event."""
    after = opened.workspace.with_bookmark(Bookmark(event, note=note))
    opened.commit(after, f"Bookmark {event}")


def marked(workspace: Workspace) -> list[str]:
    """Return the bookmarked events."""
    return [mark.event for mark in workspace.bookmarks]


def filled(folder: Path) -> Path:
    """Leave no byte on a disk."""
    rest = folder / "rest"
    with rest.open("wb", buffering=0) as handle:
        for size in (4096, 1):
            try:
                while True:
                    handle.write(b"x" * size)
            except OSError:
                continue
    return rest


def test_a_full_disk_keeps_the_work_and_takes_it_when_there_is_room(small_disk: Path) -> None:
    """The step that finds no room is in memory and in a rescue file, and is saved with the next."""
    path = small_disk / "test.workspace.json"
    save_workspace(a_workspace("first"), path)
    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "a")
    rest = filled(small_disk)
    with pytest.raises(NotSaved, match="the disk is full") as caught:
        bookmark(opened, "b", "x" * 9000)
    assert caught.value.cause is Cause.FULL
    assert str(caught.value.rescue) in str(caught.value)
    assert opened.unsaved is not None
    assert marked(opened.workspace) == ["first", "a", "b"]
    assert marked(open_workspace(rescues_of(path)[0], "test")) == ["first", "a", "b"]
    assert marked(open_workspace(path, "test")) == ["first", "a"]
    rest.unlink()
    opened.save()
    assert opened.unsaved is None
    assert rescues_of(path) == ()
    assert marked(open_workspace(path, "test")) == ["first", "a", "b"]
    opened.close()
    assert marked(open_workspace(path, "test")) == ["first", "a", "b"]


def test_a_disk_too_full_to_fold_keeps_the_journal(small_disk: Path) -> None:
    """Closing on a full disk tells so, leaves file and journal whole, and the next close folds."""
    path = small_disk / "test.workspace.json"
    save_workspace(a_workspace("first"), path)
    before = path.read_bytes()
    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "a", "x" * 5000)
    rest = filled(small_disk)
    with pytest.raises(NotSaved, match="the disk is full"):
        opened.close()
    assert path.read_bytes() == before
    rest.unlink()
    again = OpenWorkspace.open(path, "test")
    assert (marked(again.workspace), again.faults) == (["first", "a"], ())
    assert again.stack().done == 1
    again.close()
    assert not journal_path(path).exists()
    assert marked(open_workspace(path, "test")) == ["first", "a"]


def test_a_limit_on_the_size_of_files_is_a_full_disk(path: Path) -> None:
    """Where a write stops in the middle of a step, the half step is no step."""
    import resource  # noqa: PLC0415 - POSIX alone has it

    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "a")
    size = journal_path(path).stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, hard))
    try:
        with pytest.raises(NotSaved, match="the disk is full"):
            bookmark(opened, "b", "x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert marked(open_workspace(path, "test")) == ["first", "a"]
    bookmark(opened, "c")
    opened.close()
    assert marked(open_workspace(path, "test")) == ["first", "a", "b", "c"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_device_without_room_is_told_by_the_journal() -> None:
    """Adding to what takes nothing is an error of the system, not a success."""
    journal = Journal(Path("/dev/full"))
    journal._open(0)
    with pytest.raises(OSError, match="No space left"):
        journal.add(b"line\n")
    journal.release()


def test_nowhere_to_put_it_is_told_too(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With no room for a rescue file either, the work is in memory and the message says no file."""
    monkeypatch.setenv("QUOTELINE_HOME", str(small_disk / "home"))
    monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    path = small_disk / "test.workspace.json"
    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "a")
    rest = filled(small_disk)
    with pytest.raises(NotSaved, match="the disk is full") as caught:
        bookmark(opened, "b", "x" * 9000)
    assert caught.value.rescue is None
    assert marked(opened.workspace) == ["a", "b"]
    rest.unlink()
    opened.save()
    opened.close()
    assert marked(open_workspace(path, "test")) == ["a", "b"]


def test_a_read_only_medium_opens_for_reading(tmp_path: Path) -> None:
    """On a medium that takes no writing the file opens, and a step is rescued."""
    folder = tmp_path / "medium"
    with mounted(folder, "-t", "tmpfs", "tmpfs"):
        path = folder / "test.workspace.json"
        save_workspace(a_workspace("first"), path)
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        opened = OpenWorkspace.open(path, "test")
        assert "read-only" in opened.read_only
        with pytest.raises(NotSaved, match="open for reading only") as caught:
            bookmark(opened, "a")
        assert caught.value.cause is Cause.FORBIDDEN
        assert caught.value.rescue is not None
        assert marked(open_workspace(caught.value.rescue, "test")) == ["first", "a"]
        subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)
        kept = opened.workspace
        assert opened.take_over()
        opened.commit(kept, "Bookmark a")
        opened.close()
        assert marked(open_workspace(path, "test")) == ["first", "a"]


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Do without the superuser's rights, before which no folder is read-only."""
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(65534)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user may enter and write to, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def test_a_permission_taken_away_leaves_the_steps_in_the_journal(
    open_folder: Path, home: Path
) -> None:
    """Steps still count while the file may not be replaced; folding tells, and works afterwards."""
    path = open_folder / "test.workspace.json"
    with ordinary_user():
        save_workspace(a_workspace("first"), path)
        opened = OpenWorkspace.open(path, "test")
        bookmark(opened, "a")
    open_folder.chmod(0o555)
    with ordinary_user():
        bookmark(opened, "b")
        with pytest.raises(NotSaved, match="read-only") as caught:
            opened.fold()
        assert caught.value.cause is Cause.FORBIDDEN
        assert marked(open_workspace(path, "test")) == ["first", "a", "b"]
    open_folder.chmod(0o777)
    with ordinary_user():
        opened.close()
        assert marked(open_workspace(path, "test")) == ["first", "a", "b"]
        assert not journal_path(path).exists()


def test_a_folder_without_permission_opens_for_reading(open_folder: Path) -> None:
    """Where the folder may not be written the file opens read-only, whoever wrote it."""
    path = open_folder / "test.workspace.json"
    save_workspace(a_workspace("first"), path)
    open_folder.chmod(0o555)
    with ordinary_user():
        opened = OpenWorkspace.open(path, "test")
        assert "read-only" in opened.read_only
        assert marked(opened.workspace) == ["first"]


def test_a_file_without_permission_is_not_replaced(open_folder: Path) -> None:
    """A file its owner made read-only opens for reading, though its folder may be written."""
    path = open_folder / "test.workspace.json"
    with ordinary_user():
        save_workspace(a_workspace("first"), path)
        path.chmod(0o444)
        opened = OpenWorkspace.open(path, "test")
        assert "may not be written" in opened.read_only


def test_a_vanished_folder_keeps_the_work_until_it_is_back(path: Path) -> None:
    """A folder that was moved away is told; when it is back, the next step saves both."""
    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "a")
    away = path.parent.with_name("away")
    path.parent.rename(away)
    with pytest.raises(NotSaved, match="its folder is not there") as caught:
        bookmark(opened, "b")
    assert caught.value.cause is Cause.VANISHED
    assert marked(open_workspace(rescues_of(path)[0], "test")) == ["first", "a", "b"]
    away.rename(path.parent)
    bookmark(opened, "c")
    assert marked(open_workspace(path, "test")) == ["first", "a", "b", "c"]
    opened.close()


def test_a_folder_that_is_gone_for_good_leaves_the_rescue_and_another_file(
    path: Path, tmp_path: Path
) -> None:
    """After its folder was deleted the workspace can be saved as another file."""
    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "a")
    shutil.rmtree(path.parent)
    with pytest.raises(NotSaved):
        bookmark(opened, "b")
    other = tmp_path / "other.workspace.json"
    opened.save_as(other)
    assert marked(open_workspace(other, "test")) == ["first", "a", "b"]
    with pytest.raises(NotSaved, match="this file is there already"):
        opened.save_as(other)
    with pytest.raises(QuotelineError):
        opened.close()
    assert marked(open_workspace(rescues_of(path)[0], "test")) == ["first", "a", "b"]


def test_a_renamed_file_is_told_and_can_be_put_back(path: Path) -> None:
    """A file renamed while it is open is not recreated unseen; keeping mine writes it here."""
    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "a")
    path.rename(path.with_name("renamed.json"))
    with pytest.raises(NotSaved, match="moved, renamed or removed") as caught:
        bookmark(opened, "b")
    assert caught.value.cause is Cause.VANISHED
    with pytest.raises(NotSaved):
        opened.fold()
    assert not path.exists()
    opened.keep_mine()
    assert opened.unsaved is None
    assert marked(open_workspace(path, "test")) == ["first", "a", "b"]
    bookmark(opened, "c")
    opened.close()
    assert marked(open_workspace(path, "test")) == ["first", "a", "b", "c"]
    assert marked(open_workspace(path.with_name("renamed.json"), "test")) == ["first"]


def test_a_file_that_somebody_else_changed_is_not_overwritten(path: Path) -> None:
    """Keeping mine keeps theirs beside it, whole."""
    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "a")
    theirs = path.read_bytes().replace(b'"first"', b'"theirs"')
    path.write_bytes(theirs)
    with pytest.raises(NotSaved, match="somebody else changed the file") as caught:
        bookmark(opened, "b")
    assert caught.value.cause is Cause.CHANGED
    with pytest.raises(NotSaved):
        opened.fold()
    assert path.read_bytes() == theirs
    opened.keep_mine()
    assert path.with_name(f"{path.name}.other-1").read_bytes() == theirs
    assert marked(open_workspace(path, "test")) == ["first", "a", "b"]
    bookmark(opened, "c")
    opened.close()
    again = OpenWorkspace.open(path, "test")
    assert (marked(again.workspace), again.faults) == (["first", "a", "b", "c"], ())
    again.close()


def test_theirs_can_be_taken_and_mine_stays_in_the_rescue_file(path: Path) -> None:
    """Taking theirs reads the file again; what was done here is in a file of its own."""
    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "a")
    path.write_bytes(path.read_bytes().replace(b'"first"', b'"theirs"'))
    with pytest.raises(NotSaved):
        bookmark(opened, "b")
    ours = opened.take_theirs()
    assert ours is not None
    assert marked(open_workspace(ours, "test")) == ["first", "a", "b"]
    assert marked(opened.workspace) == ["theirs"]
    bookmark(opened, "c")
    opened.close()
    assert marked(open_workspace(path, "test")) == ["theirs", "c"]


def test_a_file_that_was_only_touched_is_the_same_file(path: Path) -> None:
    """A new date, or the same bytes written again by a synchroniser, is no change."""
    opened = OpenWorkspace.open(path, "test")
    os.utime(path, (1, 1))
    bookmark(opened, "a")
    raw = path.read_bytes()
    path.unlink()
    path.write_bytes(raw)
    bookmark(opened, "b")
    opened.close()
    assert marked(open_workspace(path, "test")) == ["first", "a", "b"]


def test_a_journal_that_was_removed_is_written_anew(path: Path) -> None:
    """Somebody who tidies the journal away costs nothing: the next step brings all of it back."""
    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "a")
    journal_path(path).unlink()
    bookmark(opened, "b")
    assert marked(open_workspace(path, "test")) == ["first", "a", "b"]
    opened.close()


def test_a_journal_of_somebody_else_is_not_overwritten(path: Path) -> None:
    """Where another writer got in after all (a network drive), neither overwrites the other."""
    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "a")
    journal_path(path).unlink()
    journal_path(path).write_bytes(b"theirs")
    with pytest.raises(NotSaved, match="somebody else changed its journal") as caught:
        bookmark(opened, "b")
    assert caught.value.rescue is not None
    assert journal_path(path).read_bytes() == b"theirs"
    assert marked(open_workspace(caught.value.rescue, "test")) == ["first", "a", "b"]


def test_steps_that_could_not_be_written_are_written_one_by_one(small_disk: Path) -> None:
    """Each keeps its name and can be taken back alone, those undone meanwhile included."""
    path = small_disk / "test.workspace.json"
    save_workspace(a_workspace("first"), path)
    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "second")
    rest = filled(small_disk)
    for event in ("third", "fourth"):
        with pytest.raises(NotSaved):
            bookmark(opened, event, "long " * 2_000)
    with pytest.raises(NotSaved):
        opened.commit(opened.undone(), "Bookmark fourth", Kind.UNDO)
    names = ["Bookmark second", "Bookmark third", "Bookmark fourth"]
    assert [one.name for one in opened.stack().steps] == names
    assert opened.stack().done == 2
    rest.unlink()
    opened.save()
    assert opened.unsaved is None
    opened.close()
    again = OpenWorkspace.open(path, "test")
    assert marked(again.workspace) == ["first", "second", "third"]
    assert [one.name for one in again.stack().steps] == names
    again.commit(again.redone(), "Bookmark fourth", Kind.REDO)
    while again.stack().done:
        again.commit(again.undone(), "Undo", Kind.UNDO)
    assert marked(again.workspace) == ["first"]
    again.close()


def test_a_removed_journal_is_noticed_without_a_step(path: Path) -> None:
    """Looking at the file puts its steps into the file, or tells that the folder is gone."""
    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "second")
    journal_path(path).unlink()
    opened.check()
    assert marked(open_workspace(path, "test")) == ["first", "second"]
    bookmark(opened, "third")
    away = path.parent.with_name("away")
    path.parent.rename(away)
    with pytest.raises(NotSaved) as told:
        opened.save()
    assert told.value.cause is Cause.VANISHED
    assert told.value.rescue is not None
    assert marked(open_workspace(told.value.rescue, "test")) == ["first", "second", "third"]
    opened.leave()


def test_the_work_goes_on_in_another_file_with_its_steps(path: Path, tmp_path: Path) -> None:
    """Undo and redo go on there; what is left behind is not changed by it."""
    opened = OpenWorkspace.open(path, "test")
    for event in ("second", "third"):
        bookmark(opened, event)
    opened.commit(opened.undone(), "Bookmark third", Kind.UNDO)
    before = path.read_bytes()
    other = tmp_path / "other.json"
    opened.save_as(other)
    opened.leave()
    assert (path.read_bytes(), opened.read_only != "") == (before, True)
    assert marked(open_workspace(path, "test")) == ["first"]
    again = OpenWorkspace.open(other, "test")
    assert marked(again.workspace) == ["first", "second"]
    assert marked(again.redone()) == ["first", "second", "third"]
    assert marked(again.undone()) == ["first"]
    again.close()


def test_a_foreign_journal_gives_way_to_mine_and_is_kept(path: Path) -> None:
    """Where file and journal are somebody else's, mine can still be kept; theirs stand beside."""
    opened = OpenWorkspace.open(path, "test")
    bookmark(opened, "second")
    journal = journal_path(path)
    other = journal.with_name("other")
    other.write_bytes(b"theirs\n")
    other.replace(journal)
    with pytest.raises(NotSaved):
        bookmark(opened, "third")
    opened.keep_mine()
    assert opened.unsaved is None
    assert marked(open_workspace(path, "test")) == ["first", "second", "third"]
    assert journal.with_name(f"{journal.name}.other-1").read_bytes() == b"theirs\n"
    opened.close()
