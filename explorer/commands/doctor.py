"""Doctor: `quoteline doctor` looks for what is wrong with a file and repairs what can be."""

from __future__ import annotations

import argparse
from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.opening import open_study
from explorer.sources.library import Status
from explorer.store.checks import Finding, checked, mended
from explorer.store.restoring import is_workspace

_ROUNDS = 3
"""One repair may bring to light another: a file that opens again has a journal to be folded."""


def run(arguments: argparse.Namespace) -> int:
    """Print what was found, and with --fix repair it; return 1 when something is left wrong.

    Raises QuotelineError when the file is not there, may not be read, or is open in another window.
    """
    path: Path = arguments.file
    findings = _all(path, arguments.articles)
    _tell(findings)
    if arguments.fix:
        for _ in range(_ROUNDS):
            if not any(one.mend for one in findings):
                break
            for line in mended(path, findings):
                print(f"repaired: {line}")
            findings = _all(path, arguments.articles)
        print("after that:")
        _tell(findings)
    return 1 if any(one.wrong for one in findings) else 0


def _tell(findings: tuple[Finding, ...]) -> None:
    for one in findings:
        print(f"{'wrong' if one.wrong else '   ok'}  {one.words}")
        if one.repair:
            print(f"       --fix would {one.repair}")


def _all(path: Path, articles: Path | None) -> tuple[Finding, ...]:
    return (*checked(path), *_of_anchors(path, articles))


def _of_anchors(path: Path, articles: Path | None) -> tuple[Finding, ...]:
    """Look whether every passage is found in the texts that are in hand."""
    if is_workspace(path):
        return ()
    try:
        library = open_study(path, None, articles).library
    except QuotelineError:
        return ()  # what is wrong with the file is told already
    missing = [
        one.id
        for one in library.chronicle.passages
        if library.reading(one.id).status is Status.MISSING
    ]
    counts = library.counts().values()
    told = ", ".join(f"{sum(some[status] for some in counts)} {status}" for status in Status)
    first = f": {', '.join(missing[:5])}{'…' if len(missing) > 5 else ''}" if missing else ""
    return (Finding(f"passages in the texts in hand: {told}{first}", bool(missing)),)
