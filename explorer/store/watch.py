"""Watch: notices, without being told, that a file or its journal is no longer what it was."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from explorer.store.journal import journal_path


@dataclass(frozen=True, slots=True)
class Signature:
    """What tells one content of a file from the next without reading it; zeros where none is."""

    number: int = 0
    size: int = 0
    moment: int = 0


def signature(path: Path) -> Signature:
    """Return the signature of what stands under a name now: inode, size, nanoseconds changed."""
    try:
        found = os.stat(path)  # noqa: PTH116 - half the time of Path.stat, at every step
    except OSError:
        return Signature()
    return Signature(found.st_ino, found.st_size, found.st_mtime_ns)


class Watch:
    """Tells whether a file or its journal changed since it was last asked.

    On network drives the answer may come some seconds late: they are looked at by their
    attributes, which such a drive's client keeps for a while.
    """

    def __init__(self, path: Path) -> None:
        self._paths = (path, journal_path(path))
        self._seen = self._look()

    def changed(self) -> bool:
        """Tell whether something changed, and take it as seen."""
        before, self._seen = self._seen, self._look()
        return before != self._seen

    def _look(self) -> tuple[Signature, ...]:
        return tuple(signature(one) for one in self._paths)
