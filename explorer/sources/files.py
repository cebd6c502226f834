"""Files a reader gives: read whole and within limits, or refused with a line that says why."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from explorer.importing.content import MARKDOWN_ENDINGS, PAGE_ENDINGS
from explorer.model.errors import QuotelineError
from explorer.model.said import said

LARGEST = 20_000_000
"""Bytes beyond which a file is no article."""

SUFFIXES = frozenset({".txt", ".text"}) | MARKDOWN_ENDINGS | PAGE_ENDINGS
"""Endings of the files that a folder is searched for, in any case."""

MOST_FILES = 5_000
"""Files that are taken from what was given."""

MOST_ENTRIES = 200_000
"""Files and folders of any kind that are looked at in search of them."""

DEEPEST = 20
"""Folders within one another that are searched."""

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


class FileError(QuotelineError):
    """A file that could not be read; `too_large` where its size is the reason."""

    def __init__(self, message: str, too_large: bool = False) -> None:
        super().__init__(message)
        self.too_large = too_large


@dataclass(frozen=True, slots=True)
class Given:
    """A file to be read, or the fault of one.

    `name` is for people, on one line; of a file in a folder it is the path from there.
    """

    name: str
    path: Path
    fault: FileError | None = None


def find_files(
    paths: Iterable[Path], cancelled: Callable[[], bool] | None = None
) -> Iterator[Given]:
    """Yield each file that was named and the text files of each folder, once.

    A folder is searched with all that it holds, in the order of names, a folder's own files first;
    hidden ones, the parts of a saved page ("name_files" beside "name.html") and folders that were
    searched before are left out. What cannot be listed is yielded with its fault, and so is the
    limit that a search runs into.
    """
    seen: set[str] = set()
    search = _Search(cancelled)
    for path in paths:
        is_folder = os.path.isdir(path)  # noqa: PTH112 - unlike Path's it never raises
        for one in search.below(path) if is_folder else (Given(shown(path.name), path),):
            if one.fault is not None:
                yield one
                continue
            whole = _place(one.path)
            if whole in seen:
                continue
            if len(seen) >= MOST_FILES:
                why = said(
                    "more than {most:,} files; only the first are examined",
                    most=MOST_FILES,
                )
                yield _faulty(shown(path.name), path, why)
                return
            seen.add(whole)
            yield one


def _place(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


_TOO_DEEP = said("the folders in it lie too deep and are not searched")


class _Search:
    """A search through folders: which were entered, and how many entries were looked at."""

    def __init__(self, cancelled: Callable[[], bool] | None) -> None:
        self._cancelled = cancelled
        self._entered: set[tuple[int, int]] = set()
        self._looked_at = 0

    def below(self, top: Path) -> Iterator[Given]:
        """Yield the text files below a folder, and a fault where it holds none."""
        own = shown(top.name)
        waiting = [(top, "", 0)]
        found = entered = False
        while waiting and not (self._cancelled and self._cancelled()):
            folder, name, depth = waiting.pop()
            try:
                if not self._enter(folder):
                    continue
                files, folders = self._listed(folder)
            except OSError as error:
                why = said("cannot be listed ({reason})", reason=_reason(error))
                yield _faulty(name or own, folder, why)
                found = True
                continue
            entered = True
            for file in files:
                found = True
                yield Given(_below(name, file), file)
            if self._looked_at > MOST_ENTRIES:
                yield _faulty(own, top, _too_many())
                return
            if folders and depth == DEEPEST:
                yield _faulty(name, folder, _TOO_DEEP)
                continue
            waiting += [(one, _below(name, one), depth + 1) for one in reversed(folders)]
        if entered and not found and not waiting:
            wanted = ", ".join(sorted(SUFFIXES))
            yield _faulty(
                own,
                top,
                said("holds no text file ({wanted}). Choose the articles' folder", wanted=wanted),
            )

    def _enter(self, folder: Path) -> bool:
        """Tell whether a folder is met for the first time, links and mounts aside."""
        state = folder.stat()
        place = (state.st_dev, state.st_ino)
        new = place not in self._entered
        self._entered.add(place)
        return new

    def _listed(self, folder: Path) -> tuple[list[Path], list[Path]]:
        """Return a folder's text files and its folders, each in the order of their names."""
        files, folders = [], []
        with os.scandir(folder) as entries:
            for entry in entries:
                self._looked_at += 1
                if self._looked_at > MOST_ENTRIES:
                    break
                if entry.name.startswith("."):
                    continue
                if _is_folder(entry):
                    folders.append(folder / entry.name)
                elif Path(entry.name).suffix.lower() in SUFFIXES:
                    files.append(folder / entry.name)
        pages = {one.stem for one in files if one.suffix.lower() in PAGE_ENDINGS}
        parts = {f"{page}_files" for page in pages}
        folders = [one for one in folders if one.name not in parts]
        return sorted(files, key=_by_name), sorted(folders, key=_by_name)


def _too_many() -> str:
    return said("holds more than {most:,} files; choose a smaller folder", most=MOST_ENTRIES)


def _faulty(name: str, path: Path, why: str) -> Given:
    return Given(name, path, FileError(said("{name}: {why}.", name=name, why=why)))


def _below(name: str, path: Path) -> str:
    return f"{name}/{shown(path.name)}".lstrip("/")


def shown(name: str) -> str:
    """Return a file's name with U+FFFD for all that disturbs a line, a terminal or UTF-8."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads nowhere; reading it as a file tells so
        return False


def _by_name(path: Path) -> str:
    return path.name


def read_one(path: Path, name: str = "") -> bytes | FileError:
    """Return a file's bytes, or the fault that keeps it from being read, told of `name`.

    Only regular files are opened for reading; a pipe or a device is refused without waiting.
    """
    name = name or shown(path.name)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return _irregular(name)
        with open(path, "rb", opener=_without_waiting) as file:
            state = os.fstat(file.fileno())
            if not stat.S_ISREG(state.st_mode):
                return _irregular(name)
            if state.st_size > LARGEST:
                return too_large(name)
            raw = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        return FileError(
            said("{name}: cannot be read ({reason}).", name=name, reason=_reason(error))
        )
    return too_large(name) if len(raw) > LARGEST else raw


def _without_waiting(path: str, flags: int) -> int:
    """Open a file that may have turned into a pipe since it was looked at."""
    return os.open(path, flags | _WITHOUT_WAITING)


def _irregular(name: str) -> FileError:
    return FileError(said("{name}: not a regular file.", name=name))


def too_large(name: str) -> FileError:
    """Return the fault of a file beyond `LARGEST` bytes."""
    return FileError(
        said(
            "{name}: larger than {most} MB, so it is not an article. Attach the article "
            "alone, as plain text.",
            name=name,
            most=LARGEST // 1_000_000,
        ),
        too_large=True,
    )


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
