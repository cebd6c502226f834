"""Verify: `quoteline verify` counts passages, and checks and reports on all of a project."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from explorer.commands.codebooks import open_codebook
from explorer.commands.outputs import spare_sources
from explorer.commands.study import counted, read_study
from explorer.exchange.report import Report, make_report
from explorer.exchange.report_csv import report_csv
from explorer.exchange.report_editions import editions_in_hand
from explorer.exchange.report_html import report_html
from explorer.exchange.report_json import report_json
from explorer.exchange.report_marks import mark_lines
from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.opening import Study
from explorer.sources.library import Library, Status
from explorer.store.files import write_atomically

FORMATS: dict[str, Callable[[Report], bytes]] = {
    ".html": report_html,
    ".json": report_json,
    ".csv": report_csv,
}


def run(arguments: argparse.Namespace) -> int:
    """Print the counts; return 1 when a passage is missing, with --strict on any violation.

    Raises QuotelineError when something cannot be opened, or a report cannot be written.
    """
    wanted = [(path, report_format(path)) for path in arguments.report or ()]
    study = read_study(arguments)
    for path, _ in wanted:
        spare_sources(path, study, "--report")
    for line in table(study.library):
        print(line)
    missing = _missing(study.library)
    if not wanted and not arguments.strict:
        return _told(missing)
    report = _report(study, arguments)
    for path, written in wanted:
        write_atomically(path, written(report))
        print(f"{path}: {counted(len(report.violations), 'violation')}")
    return _strict(report) if arguments.strict else _told(missing)


def report_format(path: Path, say: Callable[[str], str] = str) -> Callable[[Report], bytes]:
    """Return what writes a report in the format that a file's ending names.

    A page is in the language that `say` says things in; a table and data are for programs.

    Raises QuotelineError when the ending names none.
    """
    written = FORMATS.get(path.suffix.lower())
    if written is None:
        known = ", ".join(FORMATS)
        raise QuotelineError(
            said(
                "{path}: the ending of a report tells its format; use one of {known}.",
                path=path,
                known=known,
            )
        )
    return partial(report_html, say=say) if written is report_html else written


def _report(study: Study, arguments: argparse.Namespace) -> Report:
    report = make_report(
        study.chronicle,
        study.library,
        study.workspace,
        open_codebook(arguments.codebook),
        editions=editions_in_hand(study.workspace, study.texts, study.given),
        expected=arguments.articles is not None,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    return replace(report, marks=mark_lines(study.workspace)) if arguments.marks else report


def _missing(library: Library) -> list[str]:
    return [
        f"missing: {one.id} (paragraph {one.paragraph} of {one.article})"
        for one in library.chronicle.passages
        if library.reading(one.id).status is Status.MISSING
    ]


def _told(missing: Sequence[str]) -> int:
    for line in missing:
        print(line)
    return 1 if missing else 0


def _strict(report: Report) -> int:
    for one in report.violations:
        print(f"{one.rule}: {one}")
    print(f"{counted(len(report.violations), 'violation')}.")
    return 1 if report.violations else 0


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
    return aligned([head, *body, total])


def aligned(cells: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines with columns in line, the first to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in cells
    ]
