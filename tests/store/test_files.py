from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from explorer.model.errors import QuotelineError
from explorer.store import files
from explorer.store.faults import MissingFile
from explorer.store.files import (
    copy_path,
    duplicate,
    make_folder,
    read_if_there,
    read_whole,
    write_atomically,
)

POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions and limits")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that holds `old`, with the copy `older` beside it."""
    path = tmp_path / "file.txt"
    path.write_bytes(b"old")
    copy_path(path).write_bytes(b"older")
    return path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user may enter, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


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


def names(folder: Path) -> list[str]:
    """Return the names in a folder, hidden ones included."""
    return sorted(one.name for one in folder.iterdir())


def test_the_new_content_takes_the_place_of_the_old(path: Path) -> None:
    """After a write the file holds the new bytes, and the copy is not touched unless asked."""
    write_atomically(path, b"new")
    assert (path.read_bytes(), copy_path(path).read_bytes()) == (b"new", b"older")


def test_the_old_content_is_kept_when_asked(path: Path) -> None:
    """With keep_copy the old bytes take the place of the previous copy."""
    write_atomically(path, b"new", keep_copy=True)
    assert (path.read_bytes(), copy_path(path).read_bytes()) == (b"new", b"old")
    assert names(path.parent) == ["file.txt", "file.txt.bak"]


def test_a_copy_that_is_the_same_file_is_no_hindrance(path: Path) -> None:
    """A run cut off after the copy was made, before the file was replaced, leaves no trace."""
    copy_path(path).unlink()
    copy_path(path).hardlink_to(path)
    write_atomically(path, b"new", keep_copy=True)
    assert (path.read_bytes(), copy_path(path).read_bytes()) == (b"new", b"old")
    assert names(path.parent) == ["file.txt", "file.txt.bak"]


def test_a_file_system_without_hard_links_gets_a_true_copy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where hard links are refused the old content is copied."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write_atomically(path, b"new", keep_copy=True)
    assert (path.read_bytes(), copy_path(path).read_bytes()) == (b"new", b"old")
    assert names(path.parent) == ["file.txt", "file.txt.bak"]


def failing(step: Callable[..., object], nth: int) -> Callable[..., object]:
    """Return a step that reports a full disk from its `nth` call on."""
    calls = iter(range(1, 10_000))

    def fail(*args: object, **named: object) -> object:
        if next(calls) >= nth:
            raise OSError(errno.ENOSPC, "No space left on device")
        return step(*args, **named)

    return fail


@pytest.mark.parametrize("nth", [1, 2])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_fault_at_any_step_leaves_whole_files_and_no_others(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, nth: int
) -> None:
    """Whichever step fails, the file is all old or all new, its copy good, no other file left."""
    with monkeypatch.context() as patch:
        patch.setattr(os, step, failing(getattr(os, step), nth))
        with pytest.raises(
            QuotelineError, match=r"file\.txt: not saved, the disk is full"
        ) as caught:
            write_atomically(path, b"new", keep_copy=True)
    assert str(path) in str(caught.value)
    after_replacing = (step, nth) == ("fsync", 2)  # the folder's own
    assert path.read_bytes() == (b"new" if after_replacing else b"old")
    assert copy_path(path).read_bytes() in (b"old", b"older")
    assert names(path.parent) == ["file.txt", "file.txt.bak"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_crash_between_two_steps_always_leaves_a_good_copy(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """At every replacing and syncing both names hold whole content, the old one among it."""
    true_step = getattr(os, step)

    def look(*args: object, **named: object) -> object:
        seen.append((path.read_bytes(), copy_path(path).read_bytes()))
        return true_step(*args, **named)

    seen: list[tuple[bytes, bytes]] = []
    monkeypatch.setattr(os, step, look)
    write_atomically(path, b"new", keep_copy=True)
    assert len(seen) == 2
    assert all(b"old" in both for both in seen)
    assert all(one in (b"old", b"older", b"new") for both in seen for one in both)


def test_what_a_killed_run_left_is_swept_at_the_next_write(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Temporary files of this file go once they are an hour old; others and recent ones stay."""
    for name in (".file.txt.0a1b.tmp", ".other.txt.0a1b.tmp", "file.txt.tmp"):
        path.with_name(name).write_bytes(b"half")
    write_atomically(path, b"new")
    assert len(names(path.parent)) == 5
    monkeypatch.setattr("time.time", lambda: path.stat().st_ctime + 4_000)
    write_atomically(path, b"newer")
    assert names(path.parent)[:2] == [".other.txt.0a1b.tmp", "file.txt"]
    assert len(names(path.parent)) == 4


@POSIX
def test_a_disk_without_room_keeps_the_old_file(path: Path) -> None:
    """A true limit on the size of files gives a message, and nothing half-written stays."""
    import resource  # noqa: PLC0415 - POSIX alone has it

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        with pytest.raises(
            QuotelineError, match=r"the disk is full.*The file is as it was"
        ) as fault:
            write_atomically(path, b"n" * 5_000, keep_copy=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "Free some space" in str(fault.value)
    assert (path.read_bytes(), copy_path(path).read_bytes()) == (b"old", b"older")
    assert names(path.parent) == ["file.txt", "file.txt.bak"]


@POSIX
def test_a_read_only_folder_is_named_and_keeps_its_files(open_folder: Path) -> None:
    """Where the folder may not be written, the message says so and what to do."""
    path = open_folder / "file.txt"
    path.write_bytes(b"old")
    open_folder.chmod(0o555)
    with ordinary_user(), pytest.raises(QuotelineError, match=r"read-only.*another folder"):
        write_atomically(path, b"new", keep_copy=True)
    assert path.read_bytes() == b"old"
    assert names(open_folder) == ["file.txt"]


@POSIX
def test_a_file_that_may_not_be_read_is_named(open_folder: Path) -> None:
    """Without permission to read, the message says so and what to do."""
    path = open_folder / "file.txt"
    path.write_bytes(b"old")
    path.chmod(0o000)
    with ordinary_user():
        for read in (read_whole, read_if_there):
            with pytest.raises(
                QuotelineError, match=r"file\.txt: this file may not be read\. Give"
            ):
                read(path)


def test_a_vanished_folder_is_named(tmp_path: Path) -> None:
    """Writing into a folder that has gone says which, and does not make it again."""
    with pytest.raises(QuotelineError, match=r"its folder is not there.*gone"):
        write_atomically(tmp_path / "gone" / "file.txt", b"new")
    assert names(tmp_path) == []


def test_a_file_in_the_place_of_the_folder_is_told(path: Path) -> None:
    """A path through a file gives a message for writing, reading and making folders."""
    with pytest.raises(QuotelineError, match="its folder is not there"):
        write_atomically(path / "inner.txt", b"new")
    with pytest.raises(MissingFile, match="there is no such file"):
        read_whole(path / "inner.txt")
    assert read_if_there(path / "inner.txt") is None
    with pytest.raises(QuotelineError, match=r"file\.txt.*cannot be made"):
        make_folder(path / "inner")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    """A folder is neither read nor replaced, and nothing is left in it or beside it."""
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(QuotelineError, match="this is a folder"):
        read_whole(folder)
    with pytest.raises(QuotelineError, match="not saved"):
        write_atomically(folder, b"new")
    assert names(tmp_path) == ["folder"]


@POSIX
def test_permissions_and_symbolic_links_stay(path: Path) -> None:
    """A file keeps its permissions, and a link to it stays a link, its copies beside the target."""
    path.chmod(0o640)
    link = path.with_name("link.txt")
    link.symlink_to(path)
    write_atomically(link, b"new", keep_copy=True)
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert copy_path(link) == copy_path(path)
    assert copy_path(path).read_bytes() == b"old"


def test_a_second_name_keeps_its_content(path: Path) -> None:
    """What was duplicated aside stays when the file itself is replaced."""
    duplicate(path, path.with_name("aside.txt"))
    write_atomically(path, b"new")
    assert path.with_name("aside.txt").read_bytes() == b"old"


@POSIX
def test_a_folder_that_cannot_be_synced_is_no_fault(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Network file systems that refuse to sync a folder still take files."""
    handles: list[int] = []

    def refuse_folders(handle: int) -> None:
        handles.append(handle)
        if len(handles) == 2:
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", refuse_folders)
    write_atomically(path, b"new")
    assert len(handles) == 2
    assert path.read_bytes() == b"new"


def test_a_file_that_a_scanner_holds_is_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a replacement refused for a moment is repeated, and given up at last."""
    fresh = path.with_name("fresh.txt")
    fresh.write_bytes(b"new")
    true_replace = os.replace
    refusals = [PermissionError(errno.EACCES, "held")] * 3

    def held(*args: str) -> None:
        if refusals:
            raise refusals.pop()
        true_replace(*args)

    waits: list[float] = []
    monkeypatch.setattr(files, "_RETRIES", True)
    monkeypatch.setattr("time.sleep", waits.append)
    monkeypatch.setattr(os, "replace", held)
    files._replace(fresh, path)
    assert path.read_bytes() == b"new"
    refusals.extend([PermissionError(errno.EACCES, "held")] * 99)
    with pytest.raises(PermissionError):
        files._replace(path, fresh)
