"""Journal: the file beside an open workspace to which each step is added before it counts."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from explorer.store.files import sync, write_atomically

JOURNAL_SUFFIX = ".journal"
"""What the name of a file's journal adds to its own."""


def journal_path(path: Path) -> Path:
    """Return where the journal of a file lies: beside it (beside a symbolic link's target)."""
    target = path.resolve()
    return target.with_name(target.name + JOURNAL_SUFFIX)


class Journal:
    """A journal that one writer adds lines to; every method may raise OSError or NotSaved.

    The lines since its head are also held in memory, so that a journal that was lost or that the
    system failed to write can be written anew, whole.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None
        self._end = 0
        self._sound = False
        self._own = (0, 0)

    @property
    def size(self) -> int:
        """Bytes in it, 0 before the first line."""
        return self._end

    @property
    def sound(self) -> bool:
        """Whether a line can be added; a journal that is not must be begun anew."""
        return self._sound

    def begin(self, lines: bytes) -> None:
        """Put a journal of these lines, the head first, in the place of what is there."""
        self.release()
        write_atomically(self.path, lines)
        self._open(len(lines))

    def go_on(self, length: int) -> None:
        """Add to the journal that is there after its first `length` bytes; the rest goes."""
        self.release()
        self._open(length)
        assert self._handle is not None  # noqa: S101 - just opened
        if os.fstat(self._handle).st_size > length:
            os.ftruncate(self._handle, length)
            sync(self._handle)

    def add(self, line: bytes) -> None:
        """Add a line and wait until it is on the disk."""
        handle = self._handle
        if handle is None or not self._sound:
            raise OSError(None, "the journal is closed")
        try:
            os.lseek(handle, self._end, os.SEEK_SET)
            left = memoryview(line)
            while left:
                left = left[os.write(handle, left) :]
        except OSError:
            # Only part of the line may stand there. It does no harm, being torn; better it goes.
            with contextlib.suppress(OSError):
                os.ftruncate(handle, self._end)
            raise
        try:
            sync(handle)
        except OSError:
            # What the system could not write it may have dropped, and not say so again.
            self._sound = False
            raise
        self._end += len(line)

    def in_place(self) -> bool:
        """Tell whether the name still stands for the file that was written here last."""
        try:
            there = os.stat(self.path)  # noqa: PTH116 - half the time of Path.stat, at every step
        except OSError:
            return False
        same = self._own == (there.st_dev, there.st_ino)
        # Once the file is let go of, another one may have got its number.
        return same and (self._handle is not None or there.st_size == self._end)

    def release(self) -> None:
        """Let go of the file, which stays."""
        handle, self._handle, self._sound = self._handle, None, False
        if handle is not None:
            with contextlib.suppress(OSError):
                os.close(handle)

    def remove(self) -> None:
        """Let go of the file and remove it."""
        self.release()
        self._end = 0
        self.path.unlink(missing_ok=True)

    def _open(self, length: int) -> None:
        self._handle = os.open(self.path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        found = os.fstat(self._handle)
        self._own = (found.st_dev, found.st_ino)
        self._end = length
        self._sound = True
