"""Workspaces on disk: what the reader adds, in a file of its own beside the chronicle."""

from __future__ import annotations

from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.model.workspace import Workspace
from explorer.store.damage import last_good_copy, load_in_place, restore_copy
from explorer.store.faults import DamagedFile
from explorer.store.files import read_if_there
from explorer.store.journal import journal_path
from explorer.store.journalled import OpenWorkspace
from explorer.store.lock import WriterLock
from explorer.store.replay import check_owner, read_state
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

    The steps in its journal are in it, whether another window has it open or a run was killed.
    Raises DamagedFile, with the last good copy if there is one, when the file is not whole, holds
    a wrong value or is gone; QuotelineError when it may not be read or is another chronicle's.
    """
    return read_state(path, chronicle_id).workspace


def save_workspace(workspace: Workspace, path: Path, name: str = "Save") -> None:
    """Put a workspace in the place of a file; what was there becomes the rolling copy.

    Where the file was ever held open it is a step called `name`, which can be taken back.

    Raises DamagedFile when the file in place is damaged, which is then left as it is, NotSaved
    when another window has it open, and QuotelineError when the workspace would not open again,
    the file in place belongs to another chronicle, or the place cannot be written.
    """
    tables = tables_of(workspace)
    try:
        workspace_of(tables, path)
    except DamagedFile as error:
        raise QuotelineError(
            said(
                "{path}: not saved: {problem} Correct that first.", path=path, problem=error.problem
            )
        ) from error
    present = load_in_place(path, WORKSPACE)
    if present is not None:
        check_owner(present, workspace.chronicle, path)
    if WriterLock(path).was_taken() or read_if_there(journal_path(path)):
        _save_journalled(workspace, path, name)
    else:
        write_tables(path, tables)


def _save_journalled(workspace: Workspace, path: Path, name: str) -> None:
    opened = OpenWorkspace.open(path, workspace.chronicle)
    try:
        opened.commit(workspace, name)
    finally:
        opened.close()
