"""Folders: where the program's own files lie and where the reader's are kept."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.store.copies import keep_copy
from explorer.store.files import (
    copy_path,
    make_folder,
    read_if_there,
    read_whole,
    write_atomically,
)

HOME_VARIABLE = "QUOTELINE_HOME"
"""The environment variable that names one folder for all the reader's files."""

_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "_bundled", _PACKAGE.parent)
"""Where `data` and `resources` lie: in an installed package, else in the source tree."""

_CHRONICLE_SUFFIX = ".chronicle.json"


@dataclass(frozen=True, slots=True)
class Folders:
    """The reader's folders, which need not exist yet."""

    data: Path
    config: Path
    cache: Path
    state: Path

    @classmethod
    def of_reader(cls) -> Folders:
        """Return the folders of this system, or those below QUOTELINE_HOME where it is set."""
        home = os.environ.get(HOME_VARIABLE, "")
        if home:
            base = Path(home).expanduser().absolute()
            return cls(base / "data", base / "config", base / "cache", base / "state")
        # Only now: commands that touch no reader's file start without it.
        from platformdirs import PlatformDirs  # noqa: PLC0415

        places = PlatformDirs("quoteline", appauthor=False)
        return cls(
            places.user_data_path,
            places.user_config_path,
            places.user_cache_path,
            places.user_state_path,
        )


def bundled(name: str) -> Path:
    """Return the path of a file that comes with the program, such as `data/README.md`.

    Raises QuotelineError when the installation lacks it.
    """
    for place in _PLACES:
        if (found := place / name).exists():
            return found
    raise QuotelineError(
        said(
            "{name}: this file of Quoteline's own is missing below {package}. Install it again.",
            name=name,
            package=_PACKAGE,
        )
    )


def bundled_chronicle() -> Path:
    """Return the path of the chronicle that comes with the program; it is never written to."""
    return bundled("data/armenia-csto.chronicle.json")


def resource(name: str) -> Path:
    """Return the path of a resource, such as `codebook.toml` or `icons/star.svg`."""
    return bundled(f"resources/{name}")


def reader_copy(bundled: Path, folders: Folders) -> Path:
    """Return the reader's own copy of a bundled chronicle, made at the first launch.

    A copy that is byte for byte one that was put there earlier is brought up to a newer bundled
    file; any other is left alone. Beside it, `<name>.origin` lists the SHA-256 of each bundled file
    that was put there, one a line. Raises QuotelineError when a file cannot be read or written.
    """
    copy = copy_place(bundled, folders)
    raw = read_whole(bundled)
    present = read_if_there(copy)
    if present == raw:
        return copy
    put_there = _put_there(copy)
    if present is not None and _hash(present) not in put_there:
        return copy
    make_folder(copy.parent)
    # The record comes first: cut off in between, the old copy still counts as put there.
    _write_origin(copy, dict.fromkeys([*put_there, _hash(raw)]))
    if present is None and read_if_there(copy_path(copy)) is None:
        write_atomically(copy_path(copy), raw)
    if present is not None:
        keep_copy(copy, copy)
    write_atomically(copy, raw, keep_copy=present is not None)
    return copy


def leave_alone(copy: Path, raw: bytes) -> None:
    """See to it that these bytes, as a reader's copy, do not give way to a newer bundled file.

    They are what the reader brought back. Those of the bundled file as it is now go on following
    it. Raises QuotelineError when that cannot be written down.
    """
    put_there = _put_there(copy)
    kept = [one for one in put_there if one != _hash(raw)]
    if kept != put_there and read_if_there(bundled_chronicle()) != raw:
        _write_origin(copy, kept)


def copy_place(bundled: Path, folders: Folders) -> Path:
    """Return where the reader's own copy of a bundled chronicle lies, or will once it is made."""
    return folders.data / bundled.name.removesuffix(_CHRONICLE_SUFFIX) / bundled.name


def chronicle_to_read(bundled: Path, folders: Folders) -> Path:
    """Return a file with the content that `reader_copy` would give, and write nothing.

    That is the reader's copy where it is not one that was put there, else the bundled file.
    """
    copy = copy_place(bundled, folders)
    present = read_if_there(copy)
    return bundled if present is None or _hash(present) in _put_there(copy) else copy


def digests_folder() -> Path:
    """Return where the arrays of very large chronicles are kept, in the reader's cache folder."""
    return Folders.of_reader().cache / "digests"


def workspace_path(chronicle: Path) -> Path:
    """Return where the workspace of a chronicle's file lies: beside it."""
    stem = chronicle.name.removesuffix(_CHRONICLE_SUFFIX).removesuffix(".json")
    return chronicle.with_name(f"{stem}.workspace.json")


def texts_folder(chronicle: Path) -> Path:
    """Return where the texts attached to a chronicle's file are kept: in a folder beside it."""
    return chronicle.with_name("texts")


def _origin(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}.origin")


def _put_there(copy: Path) -> list[str]:
    return (read_if_there(_origin(copy)) or b"").decode("ascii", "replace").split()


def _write_origin(copy: Path, put_there: Iterable[str]) -> None:
    raw = "".join(f"{one}\n" for one in put_there).encode("ascii", "replace")
    write_atomically(_origin(copy), raw)


def _hash(raw: bytes) -> str:
    return sha256(raw).hexdigest()
