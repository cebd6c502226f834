from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.said import Command, every_file
from tests.sources.made_up import Coded


@pytest.fixture
def codings(sheets: Coded) -> tuple[Path, Path]:
    """The made-up sheets and a second coder's, who dates an event otherwise and lacks another."""
    first, second = sheets.folder / "sheets", sheets.folder / "second"
    shutil.copytree(first, second)
    (second / "events-2.toml").unlink()
    (second / "links.toml").unlink()
    sheets.change("second/events-1.toml", 'edtf = "2001-05"', 'edtf = "2001"')
    return first, second


def test_two_codings_are_compared_in_a_table(
    codings: tuple[Path, Path], sheets: Coded, quoteline: Command
) -> None:
    """What was found, how it was read; nothing is written."""
    before = every_file(sheets.folder)
    said = quoteline("agreement", *codings)
    assert (said.status, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[1].split() == ["events", "2", "1", "1", "1", "0", "0.67", "0.50"]
    told = [line.split() for line in lines]
    assert ["date:", "same", "EDTF", "0", "1", "0.00", "-"] in told
    assert ["date:", "compatible", "1", "1", "1.00", "-"] in told
    assert every_file(sheets.folder) == before


def test_what_differs_is_listed_when_asked(codings: tuple[Path, Path], quoteline: Command) -> None:
    """Unmatched events first, then the readings that differ."""
    assert quoteline("agreement", *codings, "--list").out.splitlines()[-3:] == [
        "only first: council-refuses (2001-06-03, REJECT; herald-2001 p3.s1)",
        "differ: guild-asks (likeness 3.50 of 4)",
        "  date: 2001-05 | 2001",
    ]


def test_the_figures_are_told_as_json(
    codings: tuple[Path, Path], chronicle: Path, sheets: Coded, quoteline: Command
) -> None:
    """With the articles at hand, kappa is told over all of their sentences."""
    articles = ("--articles", sheets.folder / "articles", "--chronicle", chronicle)
    assert json.loads(quoteline("agreement", *codings, "--json").out)["sentences"]["kappa"] is None
    data = json.loads(quoteline("agreement", *codings, "--json", *articles).out)
    assert data["events"]["both"] == 1
    assert data["only_first"] == ["council-refuses"]
    # Of 11 sentences the first coder cites 4, the second 3 of these: 10 agree, 68/11 by chance.
    assert data["sentences"]["kappa"] == pytest.approx((110 - 68) / (121 - 68))


def test_sheets_with_faults_are_told(codings: tuple[Path, Path], quoteline: Command) -> None:
    """All at once, with the folder."""
    (codings[1] / "events-1.toml").write_text("[[event]]\nid = 'x'\n", "utf-8")
    said = quoteline("agreement", *codings)
    assert (said.status, said.out) == (2, "")
    assert "second: The coding sheets hold" in said.err
