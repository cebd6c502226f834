from __future__ import annotations

from pathlib import Path

from explorer.model.workspace import Attachment, Workspace
from explorer.store.folders import Folders, texts_folder, workspace_path
from explorer.store.texts import TextStore
from explorer.store.workspaces import save_workspace
from tests.commands.said import Command, every_file
from tests.sources.made_up import HERALD, Coded


def test_without_texts_all_is_unattached(chronicle: Path, quoteline: Command) -> None:
    """Nothing is missing where nothing is in hand: 0."""
    said = quoteline("verify", chronicle)
    assert said.status == 0
    assert said.out.splitlines() == [
        "article       exact  moved  missing  unattached  total",
        "herald-2001       0      0        0           2      2",
        "courier-2001      0      0        0           1      1",
        "total             0      0        0           3      3",
    ]


def test_with_the_articles_all_is_exact(
    chronicle: Path, sheets: Coded, quoteline: Command, home: Path
) -> None:
    """--articles proves every passage and writes nothing."""
    before = every_file(sheets.folder)
    said = quoteline("verify", chronicle, "--articles", sheets.folder / "articles")
    assert said.status == 0
    assert said.out.splitlines()[-1].split() == ["total", "3", "0", "0", "0", "3"]
    assert (every_file(sheets.folder), every_file(home)) == (before, {})


def test_a_missing_passage_is_named_with_1(chronicle: Path, quoteline: Command) -> None:
    """A text in hand in which a passage is not found fails the check and says which."""
    altered = HERALD.replace("the council said no", "the council said yes")
    sha256 = TextStore(texts_folder(chronicle)).put(altered)
    attached = Workspace("lighthouse", attachments=(Attachment("herald-2001", sha256),))
    save_workspace(attached, workspace_path(chronicle))
    said = quoteline("verify", chronicle)
    assert said.status == 1
    assert said.out.splitlines()[-2:] == [
        "total             1      0        1           1      3",
        "missing: herald-2001-p3s1 (paragraph 3 of herald-2001)",
    ]


def test_texts_attached_for_good_are_verified(
    bundled: Path, sheets: Coded, quoteline: Command
) -> None:
    """Without CHRONICLE the reader's own workspace tells which texts are in hand."""
    quoteline("attach", sheets.folder / "articles" / "000.txt")
    own = Folders.of_reader().data
    before = every_file(own)
    lines = quoteline("verify").out.splitlines()
    assert lines[1].split() == ["herald-2001", "2", "0", "0", "0", "2"]
    assert every_file(own) == before


def test_a_lost_text_is_told_and_counts_as_unattached(
    chronicle: Path, sheets: Coded, quoteline: Command
) -> None:
    """A text that was attached and is gone from its folder is said to be, not passed over."""
    quoteline("attach", chronicle, sheets.folder / "articles" / "000.txt")
    for text in (chronicle.parent / "texts").iterdir():
        text.unlink()
    said = quoteline("verify", chronicle)
    assert (said.status, said.out.splitlines()[-1].split()[-2]) == (0, "3")
    assert "000.txt (herald-2001): " in said.err
    assert "missing. Attach it again" in said.err


def test_a_chronicle_that_is_not_there_is_told(quoteline: Command, tmp_path: Path) -> None:
    """No traceback, but the file and what to do."""
    said = quoteline("verify", tmp_path / "gone.json")
    assert (said.status, said.out) == (2, "")
    assert said.err.endswith("gone.json: there is no such file. Check its name and its folder.\n")


def test_a_damaged_chronicle_is_told(quoteline: Command, tmp_path: Path) -> None:
    """What the store says of a damaged file reaches the reader in one message."""
    (tmp_path / "bad.json").write_text("{", "utf-8")
    said = quoteline("verify", tmp_path / "bad.json")
    assert said.status == 2
    assert "Nothing was changed" in said.err
