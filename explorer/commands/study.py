"""Study: what a command opens, and what it tells of texts that could not be used."""

from __future__ import annotations

import argparse
import sys

from explorer.model.errors import QuotelineError
from explorer.opening import Study, open_study
from explorer.sources.attaching import AttachReport


def read_study(arguments: argparse.Namespace) -> Study:
    """Open what the command line names without writing anything; tell of texts left out.

    Raises QuotelineError as `open_study` does, and when --articles holds none of the articles.
    """
    study = open_study(arguments.chronicle, arguments.workspace, arguments.articles)
    report = study.report
    if report is not None:
        for line in AttachReport((), report.unmatched, report.faults).lines():
            print(f"quoteline: {line}", file=sys.stderr)
        if arguments.articles is not None and not report.matched:
            raise QuotelineError(
                f"{arguments.articles}: none of the chronicle's articles was recognised there. "
                "Name the folder of their texts, or leave --articles out."
            )
    return study


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, such as "1 row" or "3 rows"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
