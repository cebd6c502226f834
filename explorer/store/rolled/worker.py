"""Worker: the process that gathers runs of lines, one after another, until there are no more."""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress

import msgspec

from explorer.importing.starting import own_output
from explorer.store.collecting import uncollected
from explorer.store.rolled.gathering import gather
from explorer.store.rolled.survey import PlacedFile


def main() -> int:
    """Take a file and what `gather` needs beside its lines, then runs; return the exit status.

    Each run is answered by what was gathered, or None where something is unusual.
    """
    asked, answers = sys.stdin.buffer, own_output()
    with uncollected(), suppress(EOFError):
        path, stamp, published_of = pickle.load(asked)  # noqa: S301 - of the program that began this
        with PlacedFile(path, stamp) as file:
            while True:
                start, end = pickle.load(asked)  # noqa: S301
                try:
                    found = gather(file.read(start, end), start, published_of)
                except (msgspec.MsgspecError, ValueError, RecursionError):
                    found = None
                pickle.dump(found, answers, pickle.HIGHEST_PROTOCOL)
                answers.flush()
    return 0
