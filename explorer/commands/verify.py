"""Verify: `quoteline verify` counts passages by article and status and names those missing."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from explorer.commands.study import read_study
from explorer.sources.library import Library, Status


def run(arguments: argparse.Namespace) -> int:
    """Print the counts; return 1 when a passage is missing from a text in hand.

    Raises QuotelineError when something cannot be opened.
    """
    library = read_study(arguments).library
    for line in table(library):
        print(line)
    missing = [
        one
        for one in library.chronicle.passages
        if library.reading(one.id).status is Status.MISSING
    ]
    for passage in missing:
        print(f"missing: {passage.id} (paragraph {passage.paragraph} of {passage.article})")
    return 1 if missing else 0


def table(library: Library) -> list[str]:
    """Return the counts of passages as lines: a head, each published article, and the total."""
    counts = library.counts()
    head = ["article", *(status.value for status in Status), "total"]
    body = [
        [article, *(str(some[status]) for status in Status), str(sum(some.values()))]
        for article, some in counts.items()
    ]
    sums = [sum(some[status] for some in counts.values()) for status in Status]
    total = ["total", *map(str, sums), str(sum(sums))]
    return _aligned([head, *body, total])


def _aligned(cells: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in cells
    ]
