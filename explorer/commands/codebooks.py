"""Codebooks: the one that --codebook names, or the program's own."""

from __future__ import annotations

from pathlib import Path

from explorer.model.codebook import Codebook, read_codebook
from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.store.files import read_whole
from explorer.store.folders import resource


def open_codebook(path: Path | None) -> Codebook:
    """Return the codebook of a file, or the bundled one without a path.

    Raises QuotelineError naming the file when it cannot be read or is no codebook.
    """
    found = resource("codebook.toml") if path is None else path
    try:
        text = read_whole(found).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuotelineError(
            said(
                "{found}: not UTF-8 text (byte {start}). Save the codebook as UTF-8.",
                found=found,
                start=error.start,
            )
        ) from error
    return read_codebook(text, str(found))
