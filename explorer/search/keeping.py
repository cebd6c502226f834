"""Keeping indexes in the cache folder: each under the hash of what it was made from.

A kept index is disposable. One that is missing, damaged or of another version is made anew, and
where the folder cannot be written the index is in memory alone. The reader's texts are in it, so
nobody else may read it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.search.documents import Document
from explorer.search.index import VERSION, Index, Ticking
from explorer.store.files import read_if_there, write_atomically

_SUFFIX = ".index"
_MARK = b"quoteline search\n"
_KEPT = 24
"""As many indexes are kept, some five for a chronicle; of more, those used last."""


def kept_index(
    documents: Sequence[Document],
    key: str,
    folder: Path | None,
    ticking: Ticking | None = None,
) -> Index:
    """Return the index of documents, from the folder where it is kept there, else made and kept.

    `key` is their hash, see `key_of`.
    """
    if folder is None:
        return Index.made(documents, key, ticking)
    path = folder / f"{key}{_SUFFIX}"
    if (found := _read(documents, key, path)) is not None:
        return found
    made = Index.made(documents, key, ticking)
    _write(made.as_bytes(), path)
    return made


def key_of(documents: Sequence[Document]) -> str:
    """Return a hash (hex) of all that an index of these documents holds."""
    hashed = sha256(f"{VERSION}".encode())
    for one in documents:
        words = f"{one.kind}\0{one.title}\0{one.text}\0{one.also}\0\0"
        hashed.update(words.encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()


def _read(documents: Sequence[Document], key: str, path: Path) -> Index | None:
    try:
        raw = read_if_there(path)
    except QuotelineError:
        return None
    head = len(_MARK) + 32
    if raw is None or not raw.startswith(_MARK):
        return None
    content = raw[head:]
    if sha256(content).digest() != raw[len(_MARK) : head]:
        return None
    with contextlib.suppress(OSError):
        os.utime(path)
    return Index.of_bytes(documents, content, key)


def _write(content: bytes, path: Path) -> None:
    """Keep an index; where that cannot be, it is made anew next time and nobody need know."""
    if not content:
        return
    with contextlib.suppress(OSError, QuotelineError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        raw = _MARK + sha256(content).digest() + content
        write_atomically(path, raw, ready=_make_private)
        _sweep(path.parent)


def _make_private(path: Path) -> None:
    path.chmod(0o600)


def _sweep(folder: Path) -> None:
    kept = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda one: one.stat().st_mtime, reverse=True)
    for path in kept[_KEPT:]:
        path.unlink()
