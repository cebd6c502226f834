from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from explorer.opening import open_study
from explorer.sources.library import Status, text_sha256
from explorer.store.folders import Folders, workspace_path
from explorer.store.workspaces import open_workspace
from tests.commands.said import Command, every_file
from tests.importing.made_pages import with_everything
from tests.sources.made_up import COURIER, HERALD, Coded

NONE = "0 moved, 0 accepted, 0 suggested, 0 missing"


def test_a_recognised_text_is_kept_for_every_later_command(
    chronicle: Path, sheets: Coded, quoteline: Command
) -> None:
    """The text lies beside the workspace under its hash, the workspace names it."""
    said = quoteline("attach", chronicle, sheets.folder / "articles" / "000.txt")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines() == [
        "000.txt: herald-2001 (the edition known); 2 passages: 2 exact.",
        f"1 of 2 articles in hand; passages: 2 exact, {NONE}, 1 unattached.",
    ]
    (attached,) = open_workspace(workspace_path(chronicle), "lighthouse").attachments
    assert (attached.article, attached.name) == ("herald-2001", "000.txt")
    assert (chronicle.parent / "texts" / f"{attached.sha256}.txt").read_text("utf-8") == HERALD
    (sheets.folder / "articles" / "000.txt").unlink()
    assert open_study(chronicle).library.text("herald-2001") == HERALD


def test_without_a_chronicle_the_readers_copy_is_used(
    bundled: Path, sheets: Coded, quoteline: Command
) -> None:
    """The bundled file stays as it is; copy, workspace and texts are the reader's."""
    before = bundled.read_bytes()
    said = quoteline("attach", sheets.folder / "articles")
    assert said.status == 0
    assert "2 of 2 articles in hand" in said.out
    own = Folders.of_reader().data / "armenia-csto"
    assert workspace_path(own / bundled.name).exists()
    assert len(list((own / "texts").iterdir())) == 2
    assert bundled.read_bytes() == before
    assert "unattached      0" not in quoteline("verify").out
    assert quoteline("verify").out.splitlines()[-1].split() == ["total", "3", *["0"] * 5, "3"]


def test_nothing_recognised_is_told_with_1(
    chronicle: Path, sheets: Coded, quoteline: Command
) -> None:
    """Each file has its line, and no workspace is made."""
    before = every_file(chronicle.parent)
    said = quoteline("attach", chronicle, sheets.folder / "briefs", sheets.folder / "gone.txt")
    assert said.status == 1
    assert len(said.out.splitlines()) == 4
    assert "gone.txt: cannot be read" in said.out
    assert every_file(chronicle.parent) == before


def test_attaching_again_changes_nothing(
    chronicle: Path, sheets: Coded, quoteline: Command
) -> None:
    """A text that is in hand is recognised, and not written down a second time."""
    quoteline("attach", chronicle, sheets.folder / "articles")
    before = every_file(chronicle.parent)
    assert quoteline("attach", chronicle, sheets.folder / "articles").status == 0
    assert every_file(chronicle.parent) == before


def test_files_are_needed(chronicle: Path, quoteline: Command) -> None:
    """A chronicle alone is nothing to attach."""
    for words in ([], [chronicle]):
        said = quoteline("attach", *words)
        assert said.status == 2
        assert "needs the files or folders" in said.err


def test_articles_may_be_given_as_the_option(
    chronicle: Path, sheets: Coded, quoteline: Command
) -> None:
    """--articles works here as a path does."""
    said = quoteline("attach", chronicle, "--articles", sheets.folder / "articles")
    assert (said.status, len(said.out.splitlines())) == (0, 3)


def test_options_may_stand_between_the_files(
    chronicle: Path, sheets: Coded, quoteline: Command, tmp_path: Path
) -> None:
    """Files before and after an option all count; texts are kept beside the workspace named."""
    articles = sheets.folder / "articles"
    own = tmp_path / "elsewhere" / "w.json"
    own.parent.mkdir()
    words = (articles / "000.txt", "--workspace", own, articles / "courier-2001.txt")
    assert quoteline("attach", chronicle, *words).status == 0
    assert len(open_workspace(own, "lighthouse").attachments) == 2
    assert len(list((own.parent / "texts").iterdir())) == 2
    assert not workspace_path(chronicle).exists()


def test_of_two_editions_the_better_proven_one_counts(
    chronicle: Path, sheets: Coded, quoteline: Command
) -> None:
    """A draft beside the article does not push it out, whatever their names."""
    sheets.write("articles/zz-draft.txt", HERALD.replace("said no", "said yes"))
    sheets.write("articles/courier-2001.txt", "A preface.\n\n" + COURIER)
    quoteline("attach", chronicle, sheets.folder / "articles")
    library = open_study(chronicle).library
    assert library.text("herald-2001") == HERALD
    assert library.counts()["courier-2001"][Status.MOVED] == 1


@pytest.mark.parametrize("name", ["UPPER.JSON", "plain.json"])
def test_a_first_word_that_ends_in_json_is_the_chronicle(
    chronicle: Path, sheets: Coded, quoteline: Command, name: str
) -> None:
    """The chronicle is told from the texts by its ending."""
    other = chronicle.rename(chronicle.with_name(name))
    assert quoteline("attach", other, sheets.folder / "articles").status == 0


def test_a_saved_page_is_attached_with_both_its_texts(
    chronicle: Path, sheets: Coded, quoteline: Command
) -> None:
    """Its body is shown, the whole page kept beside it, and --list tells which is which."""
    title, *paragraphs = HERALD.strip().split("\n\n")
    (sheets.folder / "pages").mkdir()
    sheets.write("pages/deep/saved.html", with_everything(title, paragraphs))
    said = quoteline("attach", chronicle, sheets.folder / "pages")
    assert said.status == 0
    assert [line.split(";")[0] for line in said.out.splitlines()[:2]] == [
        "deep/saved.html: herald-2001 (another edition, all the text of the page)",
        "deep/saved.html: herald-2001 (the edition known, its readable body)",
    ]
    shown = open_study(chronicle).library.text("herald-2001")
    assert shown == HERALD
    listed = quoteline("attach", "--list", chronicle)
    assert (listed.status, listed.err) == (0, "")
    kept, now, summary = listed.out.splitlines()
    assert kept.split()[::4] == ["herald-2001", "kept"]
    assert now.split()[::4] == ["herald-2001", "shown"]
    assert now.split()[1] == text_sha256(shown)[:12]
    assert now.split()[2] == "deep/saved.html"
    assert summary.startswith("1 of 2 articles in hand")


def test_nothing_attached_is_told_with_1(
    chronicle: Path, sheets: Coded, quoteline: Command
) -> None:
    """--list writes nothing, and takes no files to attach."""
    before = every_file(chronicle.parent)
    said = quoteline("attach", "--list", chronicle)
    assert (said.status, len(said.out.splitlines())) == (1, 1)
    assert quoteline("attach", "--list", chronicle, sheets.folder / "articles").status == 2
    assert every_file(chronicle.parent) == before


def test_a_terminal_is_told_how_far_the_work_is(
    chronicle: Path, sheets: Coded, quoteline: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line that is written over and wiped at the end; no name disturbs the terminal."""
    (sheets.folder / "articles" / "z\x1b[2J.txt").write_text("words")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    quoteline("attach", chronicle, sheets.folder / "articles")
    lines = [line.rstrip() for line in terminal.getvalue().split("\r") if line]
    assert lines == ["0 of 3: 000.txt", "1 of 3: courier-2001.txt", "2 of 3: z\ufffd[2J.txt", ""]


class Terminal(io.StringIO):
    """What takes words for a terminal."""

    def isatty(self) -> bool:
        """Tell that somebody looks."""
        return True
