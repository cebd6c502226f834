"""The report as CSV (RFC 4180): one row for each finding, a count or a thing to look at.

`finding` says what the row is: `records`, `passages`, `events`, `dates`, `links`, `answers`,
`disagreements` count something into `number`, with what is counted in `value`; `event` names one
event that is unsupported, has one source or is disputed (`value`); `passage` names one that is not
proven, with its status; `violation` names what is not as it must be, with its rule; `mark` is one
of the reader's own, where they were asked for, with its words in `text`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from explorer.exchange.csv_export import neutral
from explorer.exchange.report import Report
from explorer.exchange.report_editions import EditionLine

HEADER = (
    "finding", "value", "number", "table", "id", "field", "article", "text", "problem", "remedy",
)  # fmt: skip

_LISTED = ("unsupported", "one source", "disputed")


def report_csv(report: Report, *, bom: bool = False) -> bytes:
    """Return a report as a table in UTF-8 with CRLF; `bom` puts a byte order mark first.

    A cell that a spreadsheet may take for a formula gets an apostrophe before it.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(HEADER)
    for row in _rows(report):
        writer.writerow([neutral(str(row.get(name, ""))) for name in HEADER])
    return (("\ufeff" if bom else "") + buffer.getvalue()).encode("utf-8", "backslashreplace")


def _rows(report: Report) -> Iterator[dict[str, object]]:
    counted = {
        "records": report.records,
        "events": {standing: len(lines) for standing, lines in report.events.items()},
        "dates": report.dates,
        "links": report.links,
        "answers": report.answers,
        "disagreements": {
            f"{kind} about {matter}": number
            for kind, matters in report.disagreements.items()
            for matter, number in matters.items()
        },
    }
    for line in report.editions:
        yield from _of_edition(line)
    for finding, numbers in counted.items():
        for value, number in numbers.items():
            yield {"finding": finding, "value": value, "number": number}
    for standing in _LISTED:
        for event in report.events[standing]:
            yield {
                "finding": "event",
                "value": standing,
                "number": len(event.sources),
                "table": "events",
                "id": event.id,
                "article": "; ".join(event.sources),
            }
    yield from _findings(report)


def _findings(report: Report) -> Iterator[dict[str, object]]:
    for one in report.violations:
        yield {
            "finding": "violation",
            "value": one.rule,
            "table": one.table,
            "id": one.id,
            "field": one.field,
            "problem": one.problem,
            "remedy": one.remedy,
        }
    for mark in report.marks:
        yield {
            "finding": "mark",
            "value": mark.kind,
            "table": mark.table,
            "id": mark.id,
            "text": mark.words,
        }


def _of_edition(line: EditionLine) -> Iterator[dict[str, object]]:
    where = {"article": line.article, "text": line.sha256}
    for status, number in line.counts.items():
        yield {"finding": "passages", "value": status, "number": number, **where}
    for one in line.wanting:
        yield {
            "finding": "passage",
            "value": one.status,
            "number": len(one.events),
            "table": "passages",
            "id": one.passage,
            "problem": f"paragraph {one.paragraph}, code points {one.start} to {one.end}",
            **where,
        }
