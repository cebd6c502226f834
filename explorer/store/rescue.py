"""Rescue: where the reader's work goes when its own file cannot take it."""

from __future__ import annotations

import contextlib
import glob
import os
import tempfile
from hashlib import sha256
from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.model.workspace import Workspace
from explorer.store.files import make_folder, write_atomically
from explorer.store.folders import Folders
from explorer.store.storage import bytes_of
from explorer.store.workspace_tables import tables_of


def rescue_folder() -> Path:
    """Return the folder of rescue files, which need not exist: in the reader's state folder."""
    return Folders.of_reader().state / "rescue"


def rescue(workspace: Workspace, path: Path) -> Path | None:
    """Put a workspace that its file `path` could not take where there is room, and return where.

    It is a workspace's file like any other. One run has one rescue file for a file. None is
    returned where even that cannot be written.
    """
    name = f"{_stem(path)}.{os.getpid()}.json"
    for folder in (rescue_folder(), Path(tempfile.gettempdir()) / f"quoteline-rescue-{_account()}"):
        with contextlib.suppress(QuotelineError, OSError):
            make_folder(folder)
            folder.chmod(0o700)
            place = folder / name
            write_atomically(place, bytes_of(tables_of(workspace), place))
            return place
    return None


def rescues_of(path: Path) -> tuple[Path, ...]:
    """Return the rescue files that were left for a file, the newest first."""
    found = rescue_folder().glob(f"{glob.escape(_stem(path))}.*.json")
    return tuple(sorted(found, key=lambda one: -one.stat().st_mtime))


def _stem(path: Path) -> str:
    # Files of one name in two folders must not share a rescue file.
    place = os.fsencode(path.resolve())
    return f"{path.name.removesuffix('.json')}.{sha256(place).hexdigest()[:8]}"


def _account() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "own"
