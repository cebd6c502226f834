"""Cite: events with numbered citations, or the articles they rest on."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from explorer.model.collecting import Collection, Entry
from explorer.model.workspace import Workspace
from explorer.store.chronicles import open_chronicle
from explorer.store.workspaces import save_workspace
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


@pytest.fixture
def collected(chronicle: Path, tmp_path: Path) -> Path:
    """A workspace with two collections, one of them against the order of dates."""
    path = tmp_path / "own.workspace.json"
    one = Collection("Chapter Één", "", (Entry("council-refuses", "The end"), Entry("guild-asks")))
    own = Workspace(open_chronicle(chronicle).id).with_collection(one)
    save_workspace(own.with_collection(Collection("Chapter two")), path)
    return path


def test_a_collection_is_cited_in_its_own_order(
    chronicle: Path, collected: Path, quoteline: Command
) -> None:
    """Under its name, with its headings; case and accents of the name do not count."""
    chosen = ("--collection", "chapter een", "--out", "-", "--format", "markdown")
    told = quoteline("--workspace", collected, "cite", chronicle, *chosen).out
    assert told.startswith("# Chapter Één\n")
    assert told.index("## 1. The end") < told.index("## 2. ")
    rows = quoteline(
        *("--workspace", collected, "export", chronicle, "--out", "-", "--rows", "event"),
        *("--collection", "Chapter Één"),
    ).out
    cells = list(csv.reader(io.StringIO(rows)))
    assert [row[0] for row in cells[1:]] == ["council-refuses", "guild-asks"]
    assert cells[1][-4:] == ["Chapter Één", "1", "Chapter Één: The end", ""]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--collection", "Chapter 3"), "the workspace has none such. Near it: Chapter"),
        (("--collection", "x"), "the workspace has none such. It has: Chapter Één, Chapter two."),
        (("--collection", "x", "--ids", "guild-asks"), "--ids and --collection exclude each other"),
        (("--collection", "x", "--actor", "guild"), "--collection and --actor exclude each other"),
        (("--collection", "x", "--scope", "all"), "--scope all takes no --collection"),
        (("--scope", "collection"), "--scope collection needs --collection"),
    ],
)
def test_a_collection_that_is_not_there_is_told(
    chronicle: Path, collected: Path, quoteline: Command, options: tuple[str, ...], problem: str
) -> None:
    """As are options that contradict each other; nothing is written."""
    said = quoteline("--workspace", collected, "cite", chronicle, "--out", "x.md", *options)
    assert (said.status, Path("x.md").exists()) == (2, False)
    assert problem in said.err


def test_without_any_collection_that_is_told(chronicle: Path, quoteline: Command) -> None:
    """And what to do about it."""
    said = quoteline("cite", chronicle, "--out", "x.md", "--collection", "One")
    assert "the workspace has no collection. Make one" in said.err


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
