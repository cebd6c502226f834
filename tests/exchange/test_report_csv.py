from __future__ import annotations

import csv
import io

import pytest

from explorer.exchange.report_csv import HEADER, report_csv
from explorer.model.violation import Violation
from tests.exchange.reported import a_report


def test_csv_has_a_row_for_each_finding() -> None:
    """RFC 4180: CRLF, a head, rows of one length; counts, events, passages, violations."""
    report = a_report()
    raw = report_csv(report, bom=True)
    assert raw.startswith(b"\xef\xbb\xbffinding,value,number,")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    rows = list(csv.reader(io.StringIO(report_csv(report).decode(), newline="")))
    assert rows[0] == list(HEADER)
    assert {len(row) for row in rows} == {len(HEADER)}
    found = [dict(zip(HEADER, row, strict=True)) for row in rows[1:]]
    kinds = {row["finding"] for row in found}
    assert kinds == {
        "records", "passages", "passage", "events", "event", "dates", "links", "answers",
        "disagreements", "violation",
    }  # fmt: skip
    assert sum(row["finding"] == "violation" for row in found) == len(report.violations)
    assert [row["id"] for row in found if row["value"] == "unsupported" and row["id"]] == [
        "nowhere",
        "mentioned",
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(sign: str) -> None:
    """A cell from a file that begins like one gets an apostrophe before it."""
    report = a_report(violations=(Violation(*([f"{sign}1+1"] * 6)),))
    rows = list(csv.reader(io.StringIO(report_csv(report).decode(), newline="")))
    assert rows[-1][1] == f"'{sign}1+1"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
