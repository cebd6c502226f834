from __future__ import annotations

import json

from explorer.exchange.report_json import report_data, report_json
from explorer.sources.status import Status
from tests.exchange.reported import a_report


def test_json_has_stable_keys() -> None:
    """The keys are those that data/schema.md describes."""
    data = json.loads(report_json(a_report(made="2026-01-02T03:04:05+00:00")))
    assert list(data) == [
        "format", "schema", "chronicle", "made", "records", "passages", "editions", "events",
        "dates", "links", "answers", "disagreements", "dangling", "violations",
    ]  # fmt: skip
    assert (data["format"], data["schema"]) == ("quoteline-report", 1)
    assert list(data["passages"]) == [status.value for status in Status]
    assert data["events"]["one_source"] == ["single", "same-author", "disputed"]
    assert data["disagreements"]["less_precise"]["date"] == 0
    assert data["dangling"] == 1
    second = data["editions"][1]
    assert (second["shown"], second["counts"]["missing"], second["total"]) == (True, 2, 3)
    assert second["wanting"][0] == {
        "passage": "report.0",
        "status": "missing",
        "paragraph": 1,
        "start": 0,
        "end": 73,
        "events": ["first"],
    }
    assert list(data["violations"][0]) == ["rule", "table", "id", "field", "problem", "remedy"]


def test_json_holds_half_a_character() -> None:
    """A lone surrogate from a file does not keep the report from being written."""
    raw = report_json(a_report(title="half \ud800"))
    assert json.loads(raw)["chronicle"]["title"].startswith("half ")
    assert report_data(a_report())["dangling"] == 1
