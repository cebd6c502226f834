"""The reader's marks in a report: there when asked for, in every format, as plain words."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from html import unescape

from explorer.exchange.report import Report
from explorer.exchange.report_csv import report_csv
from explorer.exchange.report_html import report_html
from explorer.exchange.report_json import report_json
from explorer.exchange.report_marks import mark_lines
from explorer.model.notes import Note
from explorer.model.ratings import Rating
from explorer.model.workspace import Bookmark, Workspace
from tests.exchange.reported import a_report

WORKSPACE = Workspace(
    "test",
    (Bookmark("clash", "2026-01-02T03:04:05Z", "Ask <b>again</b>.", ("mine", "first")),),
    notes=(
        Note("event", "clash", "=HYPERLINK(1)"),
        Note("span", "0/86400", "A quiet day."),
    ),
    ratings=(Rating("source", "report", "B"), Rating("claim", "clash", "4")),
)


def marked() -> Report:
    """Return a report with marks on it."""
    return replace(a_report(), marks=mark_lines(WORKSPACE))


def test_every_mark_is_a_line() -> None:
    """Bookmarks, notes and ratings, each with what it is on and its label spelled out."""
    found = [(one.kind, one.table, one.id, one.words) for one in mark_lines(WORKSPACE)]
    assert found == [
        ("bookmark", "events", "clash", "Ask <b>again</b>. [mine, first]"),
        ("note", "events", "clash", "=HYPERLINK(1)"),
        ("note", "", "0/86400", "A quiet day."),
        ("source", "articles", "report", "B Usually reliable"),
        ("claim", "events", "clash", "4 Doubtful"),
    ]


def test_without_being_asked_for_there_are_none() -> None:
    """A report as it is made has no marks, and says that it repeats no sentence."""
    page = report_html(a_report()).decode()
    assert 'id="marks"' not in page
    assert "repeats no sentence of an article.</p>" in page
    assert "marks" not in json.loads(report_json(a_report()))
    assert b"mark," not in report_csv(a_report())


def test_all_formats_hold_them_as_words() -> None:
    """No note becomes markup or a formula; the page says whose words they are."""
    page = report_html(marked()).decode()
    assert "Ask &lt;b&gt;again&lt;/b&gt;." in page
    assert "the reader's own words" in unescape(page)
    assert json.loads(report_json(marked()))["marks"][1]["words"] == "=HYPERLINK(1)"
    rows = list(csv.DictReader(io.StringIO(report_csv(marked()).decode())))
    told = [row for row in rows if row["finding"] == "mark"]
    assert [row["value"] for row in told] == ["bookmark", "note", "note", "source", "claim"]
    assert told[1]["text"] == "'=HYPERLINK(1)"
