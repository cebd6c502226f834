"""Chronicles on disk: opened whole and checked, saved whole and never by halves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.store.chronicle_tables import CHRONICLE, chronicle_of, tables_of
from explorer.store.copies import keep_copy
from explorer.store.damage import last_good_copy, load_in_place, load_or_offer, restore_copy
from explorer.store.faults import DamagedFile, MissingFile
from explorer.store.files import read_if_there
from explorer.store.storage import bytes_of
from explorer.store.tables import write_tables

__all__ = [
    "DamagedFile",
    "MissingFile",
    "last_good_copy",
    "open_chronicle",
    "restore_copy",
    "save_chronicle",
]


def open_chronicle(
    path: Path, cache: Path | None = None, tell: Callable[[int, int], None] = lambda _, __: None
) -> Chronicle:
    """Return the chronicle of a file, which is not written to.

    With a folder for a `cache`, one of very many events is not read as a whole: its file stays
    open, and a record is made when it is looked at; `tell` learns how many events are read, and of
    how many, and may raise GivenUpError.

    Raises DamagedFile, with the last good copy if there is one, when the file is not whole or
    holds a wrong value (the message names table, id and field); MissingFile when there is neither
    file nor copy; QuotelineError when it may not be read or is no chronicle.
    """
    # Only now: its library takes a while to load, and nothing before the first paint needs it.
    from explorer.store.rolled.opening import rolled_chronicle  # noqa: PLC0415
    from explorer.store.swift import swift_chronicle  # noqa: PLC0415

    if cache is not None and (rolled := rolled_chronicle(path, cache, tell=tell)) is not None:
        return rolled
    swift = swift_chronicle(path)
    return load_or_offer(path, CHRONICLE) if swift is None else swift


def save_chronicle(chronicle: Chronicle, path: Path) -> None:
    """Put a chronicle in the place of a file; what was there becomes the rolling copy.

    It is also kept as the copy of its hour, day and week, within the limits of copies. Raises
    DamagedFile when the file in place is damaged, which is then left as it is, and QuotelineError
    when the chronicle would not open again or the place cannot be written.
    """
    tables = tables_of(chronicle)
    try:
        chronicle_of(tables, path)
    except DamagedFile as error:
        raise QuotelineError(
            said(
                "{path}: not saved: {problem} Correct that first.", path=path, problem=error.problem
            )
        ) from error
    present = load_in_place(path, CHRONICLE)
    if present is not None and read_if_there(path) != bytes_of(tables, path):
        keep_copy(path, path)
    write_tables(path, tables)
