"""CSV of appeals: a row for each answer, and one for an appeal without any (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from explorer.analysis.appeals import Answer, Appeal
from explorer.exchange.csv_export import neutral
from explorer.model.chronicle import Chronicle
from explorer.model.distance import Days
from explorer.store.files import write_atomically

HEADER = (
    "appeal_id", "appeal_date_edtf", "asked_by", "asked_of", "asks", "legal_ground", "appeal_title",
    "appeal_articles", "answer_id", "answer_date_edtf", "answered_by", "answer", "answer_title",
    "note", "days_after_fewest", "days_after_most", "days_until_end_fewest", "days_until_end_most",
    "answer_articles",
)  # fmt: skip

_BETWEEN = "; "
_NO_ANSWER = ("",) * 11


def rows(chronicle: Chronicle, appeals: Iterable[Appeal]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each row in the order of HEADER; lists are joined with "; "."""
    for one in appeals:
        event = one.event
        asked = (
            event.id,
            event.date.value.edtf,
            _names(chronicle, one.by),
            _names(chronicle, one.to),
            event.asks,
            event.ground,
            event.title,
            _BETWEEN.join(chronicle.sources_of(event)),
        )
        for answer in one.answers:
            yield (*asked, *_answer(chronicle, answer))
        if not one.answers:
            yield (*asked, *_NO_ANSWER)


def write_appeals(path: Path, chronicle: Chronicle, appeals: Iterable[Appeal]) -> int:
    """Write the rows to a file, whole or not at all, and return their number.

    A cell that a spreadsheet may take for a formula gets an apostrophe before it. Raises
    QuotelineError when the place may not be written or the disk is full.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(HEADER)
    found = list(rows(chronicle, appeals))
    writer.writerows([neutral(cell) for cell in row] for row in found)
    write_atomically(path, buffer.getvalue().encode("utf-8", "backslashreplace"))
    return len(found)


def _answer(chronicle: Chronicle, answer: Answer) -> tuple[str, ...]:
    event = answer.event
    return (
        event.id,
        event.date.value.edtf,
        _names(chronicle, answer.by),
        answer.kind,
        event.title,
        answer.note,
        *_days(answer.after),
        *_days(answer.until),
        _BETWEEN.join(chronicle.sources_of(event)),
    )


def _names(chronicle: Chronicle, actors: Iterable[str]) -> str:
    return _BETWEEN.join(chronicle.actor[actor].name for actor in actors)


def _days(days: Days | None) -> tuple[str, str]:
    if days is None:
        return "", ""
    return str(days[0]), "" if days[1] is None else str(days[1])
