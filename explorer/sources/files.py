"""Files a reader gives: read whole and within limits, or refused with a line that says why."""

from __future__ import annotations

import stat
from pathlib import Path

from explorer.model.errors import QuotelineError

LARGEST = 20_000_000
"""Bytes beyond which a file is no article."""

SUFFIXES = frozenset({".txt", ".text", ".md"})
"""Endings of the files that a folder is searched for, in any case."""


class FileError(QuotelineError):
    """A file that could not be read; `too_large` where its size is the reason."""

    def __init__(self, message: str, too_large: bool = False) -> None:
        super().__init__(message)
        self.too_large = too_large


def texts_of_folder(folder: Path) -> list[Path]:
    """Return a folder's own text files in the order of their names, hidden ones left out.

    Raises FileError when the folder cannot be listed or holds none.
    """
    try:
        files = [one for one in folder.iterdir() if _is_offered(one)]
    except OSError as error:
        raise FileError(f"{folder}: cannot be listed ({_reason(error)}).") from error
    if not files:
        wanted = ", ".join(sorted(SUFFIXES))
        raise FileError(f"{folder}: holds no text file ({wanted}). Choose the articles' folder.")
    return sorted(files, key=lambda one: one.name)


def _is_offered(path: Path) -> bool:
    hidden = path.name.startswith(".")
    return not hidden and path.suffix.lower() in SUFFIXES and not path.is_dir()


def read_one(path: Path) -> bytes | FileError:
    """Return a file's bytes, or the fault that keeps it from being read."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return FileError(f"{path.name}: not a regular file.")
        if state.st_size > LARGEST:
            return too_large(path.name)
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        return FileError(f"{path.name}: cannot be read ({_reason(error)}).")
    return too_large(path.name) if len(raw) > LARGEST else raw


def too_large(name: str) -> FileError:
    """Return the fault of a file beyond `LARGEST` bytes."""
    return FileError(
        f"{name}: larger than {LARGEST // 1_000_000} MB, so it is not an article. "
        "Attach the article alone, as plain text.",
        too_large=True,
    )


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
