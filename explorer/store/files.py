"""Files written so that a crash, a full disk or a lost folder never costs the old content."""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.store.faults import Cause, MissingFile, NotSaved, not_saved

COPY_SUFFIX = ".bak"
"""What the name of a file's one rolling copy adds to its own."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_VANISHED = (errno.ENOENT, errno.ENOTDIR)
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES)
_STALE = 3_600.0
"""Seconds after which a temporary file has been left by a run that was killed."""

_RETRIES = os.name == "nt"
_PATIENCE = (0.0, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds to wait before each attempt where a virus scanner may hold the file (Windows)."""


def copy_path(path: Path) -> Path:
    """Return where the rolling copy of `path` lies: beside it, with `.bak` added to its name.

    The copy of a file behind a symbolic link lies beside the file, not the link.
    """
    target = path.resolve()
    return target.with_name(target.name + COPY_SUFFIX)


def read_whole(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises MissingFile when it is not there, QuotelineError when it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise unread(path, error) from error


def read_if_there(path: Path) -> bytes | None:
    """Return the bytes of a file, or None where there is none.

    Raises QuotelineError naming the file and saying what to do when it cannot be read.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise unread(path, error) from error


def write_atomically(
    path: Path,
    raw: bytes,
    *,
    keep_copy: bool = False,
    ready: Callable[[Path], None] | None = None,
) -> None:
    """Put `raw` in the place of a file, whole or not at all, and wait until it is on the disk.

    With `keep_copy` the old content becomes the file's one rolling copy. `ready` is called with
    the new file under its temporary name, on the disk already, before it takes the old one's
    place; what it raises leaves the old one there. At every moment the name stands for all of the
    old content or all of the new one. A symbolic link stays one: its target is replaced. Raises
    NotSaved, with the old file untouched and no temporary file left, when the folder has gone, the
    disk is full or the place may not be written.
    """
    target = path.resolve()
    try:
        with _temporary(target) as fresh:
            _write_new(fresh, raw, like=target)
            if ready is not None:
                ready(fresh)
            if keep_copy and target.exists():
                _keep(target)
            _replace(fresh, target)
        sync_folder(target.parent)
        _sweep(target)
    except OSError as error:
        raise unwritten(path, error) from error


def duplicate(path: Path, aside: Path) -> None:
    """Give the content of `path` a second name, `aside`, which must not be taken yet.

    Raises QuotelineError when that cannot be done.
    """
    try:
        with _temporary(aside) as fresh:
            _second_name(path.resolve(), fresh)
            _replace(fresh, aside)
        sync_folder(aside.parent)
    except OSError as error:
        raise unwritten(aside, error) from error


def add_durably(path: Path, raw: bytes) -> None:
    """Add bytes to the end of a file and wait until they are on the disk.

    A part of them may stand there after a fault. Raises NotSaved.
    """
    try:
        with path.open("ab") as handle:
            handle.write(raw)
            handle.flush()
            sync(handle.fileno())
    except OSError as error:
        raise unwritten(path, error) from error


def free_name(path: Path, word: str) -> Path:
    """Return a name beside `path` that is not taken: its own with `.<word>-<number>` added."""
    number = 1
    while (aside := path.with_name(f"{path.name}.{word}-{number}")).exists():
        number += 1
    return aside


def make_folder(folder: Path) -> None:
    """Make a folder and those above it where they are missing.

    Raises QuotelineError naming the folder when that is not allowed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise QuotelineError(
            said(
                "{folder}: this folder cannot be made ({reason}). Free the name or the place, "
                "or let the QUOTELINE_HOME variable name a folder that may be written.",
                folder=folder,
                reason=error.strerror,
            )
        ) from error


@contextlib.contextmanager
def _temporary(target: Path) -> Iterator[Path]:
    """Yield a free name beside `target`; whatever stands under it afterwards is removed."""
    fresh = target.with_name(f".{target.name}.{os.urandom(6).hex()}.tmp")
    try:
        yield fresh
    finally:
        # A failed removal must not hide the fault that led here.
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def _sweep(target: Path) -> None:
    """Remove the temporary files of runs that were killed, once nobody can be writing them."""
    for stray in target.parent.glob(f".{glob.escape(target.name)}.*.tmp"):
        # Another window may remove it first.
        with contextlib.suppress(OSError):
            if time.time() - stray.stat().st_ctime > _STALE:
                stray.unlink()


def _write_new(fresh: Path, raw: bytes, like: Path) -> None:
    with fresh.open("xb") as handle:
        handle.write(raw)
        handle.flush()
        sync(handle.fileno())
    if like.exists():
        fresh.chmod(stat.S_IMODE(like.stat().st_mode))


def _keep(target: Path) -> None:
    # The copy is complete under another name before it takes the place of the previous copy.
    # When both already are one file, os.replace does nothing and `_temporary` clears the rest.
    with _temporary(target) as second:
        _second_name(target, second)
        _replace(second, copy_path(target))


def _second_name(path: Path, fresh: Path) -> None:
    try:
        fresh.hardlink_to(path)
    except OSError:
        # File systems without hard links (FAT, many network shares) get a true copy.
        _write_new(fresh, path.read_bytes(), like=path)


def _replace(fresh: Path, target: Path) -> None:
    if not _RETRIES:
        fresh.replace(target)
        return
    for seconds in _PATIENCE:
        time.sleep(seconds)
        try:
            fresh.replace(target)
        except PermissionError:
            continue
        return
    fresh.replace(target)


def sync(handle: int) -> None:
    """Wait until what was written to an open file is on the disk. Raises OSError."""
    if sys.platform == "darwin":
        # There fsync leaves the data in the drive's own cache, and not every file system knows
        # the call that does not.
        import fcntl  # noqa: PLC0415 - Windows has none

        with contextlib.suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk. Raises OSError."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network file systems cannot sync a folder; the file itself is safe already.
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def unread(path: Path, error: OSError) -> QuotelineError:
    """Return the fault to raise for what the system said when a file was read."""
    if error.errno in _VANISHED:
        return MissingFile(path)
    if error.errno in _FORBIDDEN:
        return QuotelineError(
            said(
                "{path}: this file may not be read. Give yourself permission to read it.", path=path
            )
        )
    if error.errno == errno.EISDIR:
        return QuotelineError(said("{path}: this is a folder. Name a file in it.", path=path))
    return QuotelineError(
        said(
            "{path}: this file cannot be read ({reason}). Check the disk it lies on.",
            path=path,
            reason=error.strerror,
        )
    )


def unwritten(path: Path, error: OSError) -> NotSaved:
    """Return the fault to raise for what the system said when a file was written."""
    if error.errno in _FULL:
        cause, problem = Cause.FULL, not_saved(said("the disk is full. The file is as it was."))
        advice = said("Free some space and save again.")
    elif error.errno in _FORBIDDEN:
        cause = Cause.FORBIDDEN
        problem = not_saved(said("the file or its folder is read-only. The file is as it was."))
        advice = said("Give yourself permission to write there, or save in another folder.")
    elif error.errno in _VANISHED:
        cause, problem = Cause.VANISHED, not_saved(said("its folder is not there."))
        advice = said("Bring the folder {parent} back, or save in another one.", parent=path.parent)
    elif error.errno == errno.EISDIR:
        cause, problem = Cause.OTHER, not_saved(said("this is a folder."))
        advice = said("Name a file in it.")
    else:
        cause, problem = (
            Cause.OTHER,
            said("not saved ({reason}). The file is as it was.", reason=error.strerror),
        )
        advice = said("Check the disk it lies on and save again.")
    return NotSaved(path, cause, problem, advice)
