from __future__ import annotations

import os
from pathlib import Path

from explorer.store.journal import journal_path
from explorer.store.watch import Watch


def test_a_change_is_told_once(tmp_path: Path) -> None:
    """A file or journal that comes, grows, is replaced or goes is a change, and then is not."""
    path = tmp_path / "file.json"
    watch = Watch(path)
    assert not watch.changed()
    for change in (
        lambda: path.write_bytes(b"1"),
        lambda: journal_path(path).write_bytes(b"1"),
        lambda: journal_path(path).write_bytes(b"12"),
        lambda: path.rename(path.with_name("aside")),
        lambda: path.write_bytes(b"1"),
        lambda: os.utime(path, (1, 1)),
        journal_path(path).unlink,
    ):
        change()
        assert watch.changed()
        assert not watch.changed()
