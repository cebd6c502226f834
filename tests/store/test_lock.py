from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from explorer.model.workspace import Bookmark
from explorer.store.faults import Cause, NotSaved
from explorer.store.journalled import OpenWorkspace
from explorer.store.lock import WriterLock, hold
from explorer.store.workspaces import open_workspace

_OTHER = """
import sys, time
from pathlib import Path
from explorer.model.workspace import Bookmark
from explorer.store.journalled import OpenWorkspace

opened = OpenWorkspace.open(Path(sys.argv[1]), "test")
opened.commit(opened.workspace.with_bookmark(Bookmark("theirs")), "Bookmark")
print("ready" if not opened.read_only else opened.read_only, flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file to be locked, which need not be there."""
    return tmp_path / "test.workspace.json"


@contextmanager
def another_writer(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the workspace open and has done one step."""
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", _OTHER, str(path)], stdout=subprocess.PIPE, text=True, cwd=root
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        try:
            yield other
        finally:
            other.kill()


def test_one_at_a_time_has_the_lock(path: Path) -> None:
    """The second is refused until the first gives it back; both live in one process."""
    first, second = WriterLock(path), WriterLock(path)
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_the_holder_is_told(path: Path) -> None:
    """Machine, process and account are read by whoever is refused, and gone when given back."""
    first, second = WriterLock(path), WriterLock(path)
    first.take()
    refusal = hold(second)
    assert refusal is not None
    assert refusal.cause is Cause.HELD
    assert refusal.holder is not None
    assert (refusal.holder.host, refusal.holder.pid) == (socket.gethostname(), os.getpid())
    assert str(os.getpid()) in refusal.words
    first.release()
    assert second.holder() is None


def test_a_killed_writer_makes_room(path: Path) -> None:
    """Another process that was killed is taken over from, with the step it had done."""
    with another_writer(path) as other:
        opened = OpenWorkspace.open(path, "test")
        assert opened.holder is not None
        assert opened.holder.pid == other.pid
        assert [mark.event for mark in opened.workspace.bookmarks] == ["theirs"]
        assert not opened.take_over()
        with pytest.raises(NotSaved, match=f"process {other.pid}"):
            opened.commit(opened.workspace.with_bookmark(Bookmark("mine")), "Bookmark")
        other.kill()
        other.wait()
        assert opened.take_over()
    opened.commit(opened.workspace.with_bookmark(Bookmark("mine")), "Bookmark")
    opened.close()
    found = open_workspace(path, "test")
    assert [mark.event for mark in found.bookmarks] == ["theirs", "mine"]


def test_a_card_of_another_machine_counts_while_it_is_fresh(path: Path) -> None:
    """Where a network drive's lock holds in one machine only, the other's card keeps us out."""
    lock = WriterLock(path)
    card = path.with_name(f".{path.name}.holder")
    card.write_text(json.dumps({"host": "elsewhere", "pid": 1, "user": "u", "since": "s"}))
    refusal = hold(lock)
    assert refusal is not None
    assert "u on elsewhere (process 1, since s)" in refusal.words
    lock.beat()  # not the holder's: it must not keep the card fresh
    os.utime(card, (card.stat().st_atime, card.stat().st_mtime - 120))
    assert hold(lock) is None
    lock.release()


def test_a_holder_that_beats_stays_the_holder(path: Path) -> None:
    """Beating brings the card's date up to now."""
    lock = WriterLock(path)
    lock.take()
    card = path.with_name(f".{path.name}.holder")
    os.utime(card, (1, 1))
    lock.beat()
    assert card.stat().st_mtime > 1_000_000
    lock.release()
    lock.beat()
    assert not card.exists()


@pytest.mark.parametrize("junk", [b"", b"{", b"[1]", b'{"host": 3}', b"\xff", b'{"pid": 1e999}'])
def test_a_card_of_junk_is_no_holder(path: Path, junk: bytes) -> None:
    """A card that cannot be read names nobody and keeps nobody out."""
    path.with_name(f".{path.name}.holder").write_bytes(junk)
    lock = WriterLock(path)
    assert lock.holder() is None
    assert lock.take()
    lock.release()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Nothing is made for a file whose folder is gone; the workspace opens for reading."""
    path = tmp_path / "gone" / "test.workspace.json"
    opened = OpenWorkspace.open(path, "test")
    assert "its folder is not there" in opened.read_only
    assert list(tmp_path.iterdir()) == []
