"""Anchor check: passages in, places out, one JSON object a line."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from explorer.commands import anchor_check
from explorer.model.errors import QuotelineError

TEXT = "Überall – the quick brown fox\njumps over the lazy dog. “Yes”, said the dog.\n"


def run(tmp_path: Path, text: str, *lines: object) -> tuple[Path, Path]:
    """Write a text and passages; return their paths."""
    place, asked = tmp_path / "text.txt", tmp_path / "passages.jsonl"
    place.write_text(text, encoding="utf-8")
    rows = (one if isinstance(one, str) else json.dumps(one) for one in lines)
    asked.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return place, asked


def check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, *lines: object
) -> list[dict[str, object]]:
    """Run the command and return what it printed."""
    place, asked = run(tmp_path, text, *lines)
    assert anchor_check.run(argparse.Namespace(text=place, passages=asked)) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_passage_gets_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the order asked: exact where it stood, moved where folding finds it, or missing."""
    told = check(
        tmp_path,
        capsys,
        TEXT,
        {"id": "at home", "exact": "the quick", "start": 10},
        {"id": 7, "exact": 'dog. "Yes", said', "prefix": "over the lazy ", "suffix": " the dog"},
        {"id": 2.5, "exact": "There is nothing of the kind in this text."},
    )
    assert [one["id"] for one in told] == ["at home", 7, 2.5]
    assert [one["status"] for one in told] == ["exact", "moved", "missing"]
    assert (told[0]["start"], told[0]["end"], told[0]["score"]) == (10, 19, 1.0)
    start, end = told[1]["start"], told[1]["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert TEXT[start:end] == "dog. “Yes”, said"
    assert (told[2]["start"], told[2]["end"], told[2]["score"]) == (None, None, 0.0)


def test_offsets_count_code_points(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither bytes nor UTF-16 units: an emoji is one."""
    (told,) = check(
        tmp_path,
        capsys,
        "🌄🌄 Երևան lies far from the sea.",
        {"id": 1, "exact": "Երևան lies far from the sea"},
    )
    assert (told["start"], told["end"]) == (3, 30)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "line 2: not a JSON object"),
        ("[1]", "line 2: must be a JSON object"),
        ({"exact": "a"}, "line 2: field 'id'"),
        ({"id": True, "exact": "a"}, "line 2: field 'id'"),
        ({"id": 1}, "line 2: field 'exact'"),
        ({"id": 1, "exact": ["a"]}, "line 2: field 'exact'"),
        ({"id": 1, "exact": "a", "start": -1}, "line 2: field 'start'"),
        ({"id": 1, "exact": "a", "prefix": 3}, "line 2: field 'prefix'"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: object, problem: str) -> None:
    """The message names the file, the line and the field."""
    place, asked = run(tmp_path, TEXT, {"id": 0, "exact": "fox"}, line)
    with pytest.raises(QuotelineError, match=r"passages\.jsonl: ") as caught:
        anchor_check.run(argparse.Namespace(text=place, passages=asked))
    assert problem in str(caught.value)


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    """A missing file and one that is no UTF-8 text are told by their names."""
    place, asked = run(tmp_path, TEXT, {"id": 0, "exact": "fox"})
    with pytest.raises(QuotelineError, match=r"none\.txt: cannot be read"):
        anchor_check.run(argparse.Namespace(text=tmp_path / "none.txt", passages=asked))
    place.write_bytes(b"\xff\xfe")
    with pytest.raises(QuotelineError, match=r"text\.txt: not UTF-8"):
        anchor_check.run(argparse.Namespace(text=place, passages=asked))
