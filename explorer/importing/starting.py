"""Starting: a process of this program's own Python, with which one talks by standard streams."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_PACKAGES = str(Path(__file__).parents[2])
_START = (
    "import sys\n"
    "from importlib import import_module\n"
    "if sys.argv[1] not in sys.path: sys.path.append(sys.argv[1])\n"
    "sys.exit(import_module(sys.argv[2]).main())\n"
)


def started(module: str, *, buffered: bool = False) -> subprocess.Popen[bytes]:
    """Start `main` of a module in a process of its own. Raises OSError where that fails."""
    return subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, "-P", "-c", _START, _PACKAGES, module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=-1 if buffered else 0,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def own_output() -> BinaryIO:
    """Return the output for answers; whatever a library prints goes to the standard error."""
    own = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return own


def ended(process: subprocess.Popen[bytes]) -> None:
    """End a process and let go of its streams."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):  # what it was still to be told nobody reads
                stream.close()
