"""Lock: one writer for a file, and who it is.

The lock is the operating system's (filelock), so it is gone the moment its holder is, killed or
not. On a network drive it may hold only within one machine. Therefore the holder's card, a small
file beside it, counts too when another machine left it within the last `_FRESH` seconds; a holder
there has to `beat` more often than that.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import os
import socket
import warnings
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.model.said import Said, said
from explorer.store.codec_fields import Fields, Place, short
from explorer.store.faults import Cause, DamagedFile, NotSaved
from explorer.store.files import read_if_there, unwritten, write_atomically
from explorer.store.storage import json_from, json_text

if TYPE_CHECKING:
    from filelock import BaseFileLock

BEAT = 20.0
"""Seconds within which a writer should call `beat` again."""

_FRESH = 3 * BEAT


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes to a file: the machine, the process id, the account, since when (ISO, UTC)."""

    host: str
    pid: int
    user: str
    since: str

    @property
    def said(self) -> Said:
        """The holder in words, for a message."""
        return said(
            "{user} on {host} (process {pid}, since {since})",
            user=short(self.user),
            host=short(self.host),
            pid=str(self.pid),
            since=short(self.since),
        )

    def __str__(self) -> str:
        """Return it for a message."""
        return str(self.said)


class WriterLock:
    """The right to write to one file, which one at a time can have."""

    def __init__(self, path: Path) -> None:
        target = path.resolve()
        self._path = path
        self._lock_path = target.with_name(f".{target.name}.lock")
        self._card = target.with_name(f".{target.name}.holder")
        self._lock: BaseFileLock | None = None

    @property
    def is_held(self) -> bool:
        """Whether it is held here."""
        return self._lock is not None

    def was_taken(self) -> bool:
        """Tell whether the lock of this file was ever taken, here or elsewhere."""
        return self._lock_path.exists()

    def take(self) -> bool:
        """Take the lock and tell whether it could be had; it is not waited for.

        Raises NotSaved when the folder may not be written or is gone.
        """
        if not self._lock_path.parent.is_dir():  # filelock would make it
            raise unwritten(self._path, FileNotFoundError(errno.ENOENT, "no folder"))
        # Only now: reading needs no lock, and the library takes a tenth of a second to load.
        from filelock import FileLock, Timeout  # noqa: PLC0415

        # Not of one thread: a file is opened in a thread of its own and closed by the window's.
        lock = FileLock(self._lock_path, timeout=0, thread_local=False)
        try:
            with warnings.catch_warnings():
                # Where the system has no locks, filelock marks the file as taken, and says so.
                warnings.simplefilter("ignore")
                lock.acquire()
        except Timeout:
            return False
        except OSError as error:
            raise unwritten(self._path, error) from error
        try:
            if self._is_held_elsewhere():
                lock.release()
                return False
            self._write_card()
        except BaseException:
            lock.release()
            raise
        self._lock = lock
        return True

    def holder(self) -> Holder | None:
        """Return who holds the lock by the card that was left, None where there is none."""
        raw = read_if_there(self._card)
        if not raw:
            return None
        try:
            fields = Fields(json_from(raw, self._card), Place(self._card, "holder"))
            return Holder(
                fields.text("host"),
                fields.whole("pid", 0, 2**62),
                fields.optional_text("user"),
                fields.optional_text("since"),
            )
        except DamagedFile:
            return None

    def beat(self) -> None:
        """Say to other machines that the holder is still there; a fault is no fault here."""
        if self.is_held:
            with contextlib.suppress(OSError):
                os.utime(self._card)

    def release(self) -> None:
        """Give the lock back. The lock's own file stays: to remove it could let in two."""
        lock, self._lock = self._lock, None
        if lock is not None:
            with contextlib.suppress(OSError):
                self._card.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                lock.release()

    def _write_card(self) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        holder = Holder(socket.gethostname() or "?", os.getpid(), _user(), now)
        write_atomically(self._card, json_text(asdict(holder)).encode("utf-8"))

    def _is_held_elsewhere(self) -> bool:
        """Tell whether another machine holds it, which a lock on a network drive may not show."""
        holder = self.holder()
        if holder is None or holder.host == (socket.gethostname() or "?"):
            return False
        try:
            # Both moments are the drive's own, whose clock need not be this machine's.
            self._lock_path.touch()
            since = self._lock_path.stat().st_mtime - self._card.stat().st_mtime
        except OSError:
            return False
        return since < _FRESH


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file cannot be written to, and who has it open if that is the reason."""

    cause: Cause
    words: str
    holder: Holder | None = None


def hold(lock: WriterLock) -> Refusal | None:
    """Take a lock; return why that cannot be, None where it could."""
    try:
        if lock.take():
            return None
    except NotSaved as error:
        return Refusal(error.cause, error.why)
    holder = lock.holder()
    who = holder.said if holder else said("another window or program")
    return Refusal(Cause.HELD, said("{who} has it open.", who=who), holder)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
