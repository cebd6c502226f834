"""Worker: the process that gathers runs of lines, one after another, until there are no more."""

from __future__ import annotations

import pickle
import sys

import msgspec

from explorer.importing.starting import own_output
from explorer.store.collecting import uncollected
from explorer.store.rolled.gathering import gather


def main() -> int:
    """Take what `gather` needs beside the lines, then lines; answer each; return the exit status.

    An answer is what was gathered, or None where something is unusual.
    """
    asked, answers = sys.stdin.buffer, own_output()
    with uncollected():
        try:
            published_of = pickle.load(asked)  # noqa: S301 - of the program that started this one
            while True:
                raw, offset = pickle.load(asked)  # noqa: S301
                try:
                    found = gather(raw, offset, published_of)
                except (msgspec.MsgspecError, ValueError, RecursionError):
                    found = None
                pickle.dump(found, answers, pickle.HIGHEST_PROTOCOL)
                answers.flush()
        except EOFError:
            return 0
