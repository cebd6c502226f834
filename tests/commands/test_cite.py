"""Cite: events with numbered citations, or the articles they rest on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.said import Command


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.md", "# "),
        ("a.html", "<!DOCTYPE html>"),
        ("a.txt", "The lighthouse"),
        ("a.bib", "@"),
        ("a.ris", "TY  - "),
        ("a.json", "["),
    ],
)
def test_the_ending_chooses_the_format(
    chronicle: Path, tmp_path: Path, quoteline: Command, name: str, begins: str
) -> None:
    """And the count is told."""
    said = quoteline("cite", chronicle, "--out", tmp_path / name)
    assert said.status == 0
    assert "2 events, 2 articles" in said.out
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_only_the_chosen_events_are_cited(chronicle: Path, quoteline: Command) -> None:
    """By the same options as an export; articles of the others are left out."""
    chosen = ("--ids", "guild-asks", "--out", "-", "--format", "csl-json")
    said = quoteline("cite", chronicle, *chosen)
    assert [one["id"] for one in json.loads(said.out)] != []
    assert "1 event" in said.err


def test_a_style_changes_the_citations(chronicle: Path, quoteline: Command) -> None:
    """APA names in parentheses what Chicago puts into notes."""
    told = [
        quoteline("cite", chronicle, "--out", "-", "--format", "text", "--style", style).out
        for style in ("chicago", "apa", "mla")
    ]
    assert len(set(told)) == 3


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--out", "paper.docx"), "does not tell the format"),
        (("--out", "x.md", "--ids", "nobody"), "no event 'nobody'"),
        (("--out", "x.md", "--scope", "ids"), "needs --ids"),
    ],
)
def test_what_cannot_be_is_told(
    chronicle: Path, quoteline: Command, options: tuple[str, ...], problem: str
) -> None:
    """In one line, and nothing is written."""
    said = quoteline("cite", chronicle, *options)
    assert said.status == 2
    assert problem in said.err


def test_the_chronicle_is_not_written_over(chronicle: Path, quoteline: Command) -> None:
    """Its file is refused, whatever format is asked for."""
    before = chronicle.read_bytes()
    said = quoteline("cite", chronicle, "--out", chronicle, "--format", "csl-json")
    assert said.status == 2
    assert chronicle.read_bytes() == before
