"""Describe: stretches in, selectors out, in the form in which anchor-check reads them."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from explorer.commands import anchor_check, describe
from explorer.model.errors import QuotelineError

TEXT = "😀😀 The guild asked for boats.\nThe council said no, and no again.\n"


def asked(tmp_path: Path, *lines: object, offsets: str = "code-points") -> argparse.Namespace:
    """Write the text and the stretches; return what the command is asked."""
    text, stretches = tmp_path / "text.txt", tmp_path / "stretches.jsonl"
    text.write_text(TEXT, encoding="utf-8")
    stretches.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return argparse.Namespace(text=text, stretches=stretches, offsets=offsets)


@pytest.mark.parametrize(
    ("offsets", "start", "end"),
    [("code-points", 7, 12), ("utf-16", 9, 14), ("bytes", 13, 18)],
)
def test_offsets_of_every_kind_become_code_points(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], offsets: str, start: int, end: int
) -> None:
    """The same word is described whatever its offsets count."""
    line = {"id": "a", "start": start, "end": end}
    assert describe.run(asked(tmp_path, line, offsets=offsets)) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["exact"], told["start"]) == ("guild", 7)


def test_what_is_described_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The lines are read by anchor-check as they are."""
    describe.run(
        asked(tmp_path, {"id": 1, "start": 3, "end": 6}, {"id": 2, "start": 49, "end": 51})
    )
    lines = tmp_path / "selectors.jsonl"
    lines.write_text(capsys.readouterr().out, encoding="utf-8")
    anchor_check.run(argparse.Namespace(text=tmp_path / "text.txt", passages=lines))
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["status"], one["start"]) for one in told] == [("exact", 3), ("exact", 49)]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ({"id": 1, "start": 3}, "line 1: field 'end' must be a whole number"),
        ({"id": 1, "start": True, "end": 4}, "line 1: field 'start'"),
        ({"id": 1, "start": 3, "end": 4000}, "line 1: field 'end': 4000 is no offset"),
        ({"id": 1, "start": 5, "end": 5}, "line 1: .* no stretch"),
        ({"start": 5, "end": 6}, "line 1: field 'id'"),
        ([5], "line 1: must be a JSON object"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: object, problem: str) -> None:
    """The file, the line and the field are told."""
    with pytest.raises(QuotelineError, match=problem):
        describe.run(asked(tmp_path, line))
