"""Workspaces on disk: what the reader adds, in a file of its own beside the chronicle."""

from __future__ import annotations

from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.model.workspace import Workspace
from explorer.store.codec_fields import short
from explorer.store.damage import last_good_copy, load_in_place, load_or_offer, restore_copy
from explorer.store.faults import DamagedFile, MissingFile
from explorer.store.tables import write_tables
from explorer.store.workspace_tables import WORKSPACE, tables_of, workspace_of

__all__ = [
    "DamagedFile",
    "last_good_copy",
    "open_workspace",
    "restore_copy",
    "save_workspace",
]


def open_workspace(path: Path, chronicle_id: str) -> Workspace:
    """Return the workspace of a file, or a fresh one where there is neither file nor copy of it.

    Raises DamagedFile, with the last good copy if there is one, when the file is not whole, holds
    a wrong value or is gone; QuotelineError when it may not be read or is another chronicle's.
    """
    try:
        workspace = load_or_offer(path, WORKSPACE)
    except MissingFile:
        return Workspace(chronicle=chronicle_id)
    _check_owner(workspace, chronicle_id, path)
    return workspace


def save_workspace(workspace: Workspace, path: Path) -> None:
    """Put a workspace in the place of a file; what was there becomes the rolling copy.

    Raises DamagedFile when the file in place is damaged, which is then left as it is, and
    QuotelineError when the workspace would not open again, the file in place belongs to another
    chronicle, or the place cannot be written.
    """
    tables = tables_of(workspace)
    try:
        workspace_of(tables, path)
    except DamagedFile as error:
        raise QuotelineError(f"{path}: not saved: {error.problem} Correct that first.") from error
    present = load_in_place(path, WORKSPACE)
    if present is not None:
        _check_owner(present, workspace.chronicle, path)
    write_tables(path, tables)


def _check_owner(workspace: Workspace, chronicle_id: str, path: Path) -> None:
    if workspace.chronicle != chronicle_id:
        raise QuotelineError(
            f"{path}: these are bookmarks and notes for the chronicle "
            f"'{short(workspace.chronicle)}', not for '{short(chronicle_id)}'. Choose another file."
        )
