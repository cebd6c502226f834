from __future__ import annotations

from pathlib import Path

from explorer.store.chronicles import open_chronicle
from tests.commands.said import Command, Said, every_file
from tests.sources.made_up import Coded

COUNTS = "2 events, 2 actors, 2 published articles, 5 passages, 1 link"


def build(quoteline: Command, sheets: Coded, out: Path, *more: object) -> Said:
    """Build the made-up chronicle."""
    top = sheets.folder
    return quoteline(
        "build", top / "sheets", "--briefs", top / "briefs", "--articles", top / "articles",
        "--out", out, *more,
    )  # fmt: skip


def test_a_chronicle_is_made_and_counted(sheets: Coded, quoteline: Command, tmp_path: Path) -> None:
    """The file opens as the chronicle that the sheets tell of."""
    out = tmp_path / "made.chronicle.json"
    said = build(quoteline, sheets, out)
    assert (said.status, said.out) == (0, f"{out}: {COUNTS}\n")
    assert open_chronicle(out) == sheets.build()


def test_a_check_of_what_was_built_agrees(
    sheets: Coded, quoteline: Command, tmp_path: Path
) -> None:
    """The same sheets give the same bytes, and --check writes nothing."""
    out = tmp_path / "made.chronicle.json"
    build(quoteline, sheets, out)
    before = every_file(tmp_path)
    said = build(quoteline, sheets, out, "--check")
    assert (said.status, said.out) == (0, f"{out}: as its sheets make it ({COUNTS})\n")
    assert every_file(tmp_path) == before


def test_a_check_names_what_differs(sheets: Coded, quoteline: Command, tmp_path: Path) -> None:
    """A changed event is named, the file is left alone, and the status is 1."""
    out = tmp_path / "made.chronicle.json"
    build(quoteline, sheets, out)
    before = out.read_bytes()
    sheets.change("sheets/events-1.toml", "It wants two.", "It wants three.")
    sheets.change("sheets/links.toml", "after some weeks", "after a month")
    said = build(quoteline, sheets, out, "--check")
    assert said.status == 1
    assert said.out.splitlines()[1:] == [
        "  events: 1 changed (guild-asks)",
        "  links: 1 changed (council-refuses--responds_to--guild-asks)",
    ]
    assert out.read_bytes() == before


def test_a_check_sees_a_file_laid_out_otherwise(
    sheets: Coded, quoteline: Command, tmp_path: Path
) -> None:
    """Any difference of bytes counts, also where every record agrees."""
    out = tmp_path / "made.chronicle.json"
    build(quoteline, sheets, out)
    out.write_bytes(out.read_bytes() + b"\n")
    said = build(quoteline, sheets, out, "--check")
    assert said.status == 1
    assert "the records agree" in said.out


def test_a_check_needs_the_file(sheets: Coded, quoteline: Command, tmp_path: Path) -> None:
    """Nothing to compare with is a fault, not a difference."""
    said = build(quoteline, sheets, tmp_path / "gone.json", "--check")
    assert (said.status, said.out) == (2, "")


def test_faults_of_the_sheets_are_told(sheets: Coded, quoteline: Command, tmp_path: Path) -> None:
    """What is wrong with the sheets is listed, and no file made."""
    sheets.change("sheets/events-2.toml", 'at = "herald-2001 p3.s1"', 'at = "herald-2001 p9.s1"')
    out = tmp_path / "made.chronicle.json"
    said = build(quoteline, sheets, out)
    assert (said.status, out.exists()) == (2, False)
    assert "events-2.toml" in said.err


def test_another_codebook_may_be_named(sheets: Coded, quoteline: Command, tmp_path: Path) -> None:
    """--codebook decides which types there are; one that is not there is told."""
    book = tmp_path / "book.toml"
    book.write_text(
        '[quads.a]\nname = "A"\ncolour = "#000000"\ndark = "#ffffff"\n'
        '[types.OTHER]\nname = "Other"\nquad = "a"\n',
        "utf-8",
    )
    said = build(quoteline, sheets, tmp_path / "made.json", "--codebook", book)
    assert said.status == 2
    assert "REQUEST" in said.err
    book.write_bytes(b"\xff\xfe")
    said = build(quoteline, sheets, tmp_path / "made.json", "--codebook", book)
    assert "book.toml: not UTF-8" in said.err
    said = build(quoteline, sheets, tmp_path / "made.json", "--codebook", tmp_path / "gone.toml")
    assert "gone.toml: there is no such file" in said.err
