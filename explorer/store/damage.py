"""What can be done about a damaged file: its last good copy, found, offered and put back."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.store.chronicle_tables import CHRONICLE
from explorer.store.faults import DamagedFile, MissingFile
from explorer.store.files import (
    copy_path,
    duplicate,
    free_name,
    read_if_there,
    read_whole,
    write_atomically,
)
from explorer.store.tables import Format, load
from explorer.store.workspace_tables import WORKSPACE

__all__ = ["DamagedFile", "last_good_copy", "load_in_place", "load_or_offer", "restore_copy"]

R = TypeVar("R")


def last_good_copy(path: Path) -> Path | None:
    """Return the rolling copy of a chronicle or workspace if there is one and it opens."""
    copy = copy_path(path)
    return copy if _opens(copy, CHRONICLE) or _opens(copy, WORKSPACE) else None


def load_or_offer(path: Path, wanted: Format[R]) -> R:
    """Return what a file holds; where it is damaged or gone, the error names its last good copy.

    Raises DamagedFile when the content cannot be trusted, also when the file is not there though
    its copy is, so that nothing empty takes its place unseen; MissingFile and QuotelineError
    as `load` does.
    """
    try:
        return load(path, wanted)
    except DamagedFile as error:
        raise DamagedFile(path, error.problem, last_good_copy(path)) from error
    except MissingFile as error:
        copy = last_good_copy(path)
        if copy is None:
            raise
        raise DamagedFile(
            path, said("the file is gone, though its copy is there."), copy
        ) from error


def load_in_place(path: Path, wanted: Format[R]) -> R | None:
    """Return what stands where a file is about to be saved, or None where there is none.

    Raises DamagedFile, with the last good copy, when a save would put an end to what is left of a
    damaged file; QuotelineError as `load` does.
    """
    try:
        return load(path, wanted)
    except MissingFile:
        return None
    except DamagedFile as error:
        raise DamagedFile(path, error.problem, last_good_copy(path)) from error


def restore_copy(path: Path) -> Path | None:
    """Put the last good copy in the place of a file and return where the file itself now lies.

    What it replaces is kept as `<name>.damaged-<n>`; None is returned where there was nothing to
    keep. The copy stays. Raises QuotelineError when there is no good copy or no room.
    """
    copy = last_good_copy(path)
    if copy is None:
        raise QuotelineError(
            said(
                "{path}: there is no good copy of this file to restore. Bring it back from a "
                "backup.",
                path=path,
            )
        )
    raw = read_whole(copy)
    aside = None
    if read_if_there(path) is not None:
        aside = free_name(path, "damaged")
        duplicate(path, aside)
    write_atomically(path, raw)
    return aside


def _opens(copy: Path, wanted: Format[R]) -> bool:
    try:
        load(copy, wanted)
    except QuotelineError:
        return False
    return True
