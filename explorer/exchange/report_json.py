"""The report as JSON: stable keys, described in data/schema.md."""

from __future__ import annotations

import json
from dataclasses import asdict

from explorer.exchange.report import Report
from explorer.exchange.report_editions import EditionLine

FORMAT = "quoteline-report"
SCHEMA = 1


def report_json(report: Report) -> bytes:
    """Return a report as a JSON text (RFC 8259, UTF-8); the same report gives the same bytes."""
    text = json.dumps(report_data(report), ensure_ascii=False, indent=2)
    return f"{text}\n".encode("utf-8", "backslashreplace")


def report_data(report: Report) -> dict[str, object]:
    """Return a report as plain data."""
    return {
        "format": FORMAT,
        "schema": SCHEMA,
        "chronicle": {"id": report.chronicle, "title": report.title},
        "made": report.made,
        "records": {_key(name): number for name, number in report.records.items()},
        "passages": {str(status): number for status, number in report.passages.items()},
        "editions": [_edition(line) for line in report.editions],
        "events": {
            _key(standing): [line.id for line in lines] for standing, lines in report.events.items()
        },
        "dates": dict(report.dates),
        "links": dict(report.links),
        "answers": dict(report.answers),
        "disagreements": {
            _key(kind): dict(matters) for kind, matters in report.disagreements.items()
        },
        "dangling": len(report.dangling),
        "violations": [asdict(one) for one in report.violations],
        **({"marks": [asdict(one) for one in report.marks]} if report.marks else {}),
    }


def _edition(line: EditionLine) -> dict[str, object]:
    return {
        "article": line.article,
        "title": line.title,
        "sha256": line.sha256,
        "name": line.name,
        "edition": line.edition,
        "shown": line.shown,
        "counts": {str(status): number for status, number in line.counts.items()},
        "total": line.total,
        "wanting": [
            {
                "passage": one.passage,
                "status": str(one.status),
                "paragraph": one.paragraph,
                "start": one.start,
                "end": one.end,
                "events": list(one.events),
            }
            for one in line.wanting
        ],
    }


def _key(words: str) -> str:
    return words.replace(" ", "_")
