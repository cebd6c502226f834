from __future__ import annotations

import json
from pathlib import Path

import pytest

from explorer.model.workspace import Attachment, Bookmark, Workspace
from explorer.store.chronicles import save_chronicle
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
        "article       exact  moved  accepted  suggested  missing  unattached  total",
        "herald-2001       0      0         0          0        0           2      2",
        "courier-2001      0      0         0          0        0           1      1",
        "total             0      0         0          0        0           3      3",
    ]


def test_with_the_articles_all_is_exact(
    chronicle: Path, sheets: Coded, quoteline: Command, home: Path
) -> None:
    """--articles proves every passage and writes nothing."""
    before = every_file(sheets.folder)
    said = quoteline("verify", chronicle, "--articles", sheets.folder / "articles")
    assert said.status == 0
    assert said.out.splitlines()[-1].split() == ["total", "3", "0", "0", "0", "0", "0", "3"]
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
        "total             1      0         0          0        1           1      3",
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
    assert lines[1].split() == ["herald-2001", "2", "0", "0", "0", "0", "0", "2"]
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


def test_strict_is_clean_on_a_sound_chronicle(
    chronicle: Path, sheets: Coded, quoteline: Command
) -> None:
    """Every passage exact, every invariant kept: 0, and it says so."""
    said = quoteline("verify", "--strict", chronicle, "--articles", sheets.folder / "articles")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[-1] == "0 violations."


def test_strict_without_texts_checks_what_it_can(chronicle: Path, quoteline: Command) -> None:
    """Nobody expects texts where --articles is not given."""
    assert quoteline("verify", "--strict", chronicle).status == 0


def test_strict_expects_every_article_that_articles_should_hold(
    chronicle: Path, sheets: Coded, quoteline: Command
) -> None:
    """A folder with one of the two articles is not enough."""
    (sheets.folder / "articles" / "courier-2001.txt").unlink()
    said = quoteline("verify", "--strict", chronicle, "--articles", sheets.folder / "articles")
    assert said.status == 1
    assert said.out.splitlines()[-2:] == [
        (
            "unattached: articles courier-2001: its text was not among those given; "
            "put it into the folder of articles"
        ),
        "1 violation.",
    ]


def test_strict_names_each_violation(chronicle: Path, sheets: Coded, quoteline: Command) -> None:
    """Rule, table, id, field, what is wrong and what to do; a bookmark on nothing is one."""
    sheets.change("sheets/events-2.toml", ', note = "same year"', "")
    save_chronicle(sheets.build(), chronicle)
    save_workspace(Workspace("lighthouse", (Bookmark("gone"),)), workspace_path(chronicle))
    said = quoteline("verify", "--strict", chronicle)
    assert said.status == 1
    assert said.out.splitlines()[-3:] == [
        (
            "basis: events council-refuses, date.note: the date is relative, but no note says how "
            "it was read; say in a line how the date was found"
        ),
        (
            "dangling: bookmarks gone, event: the chronicle has no such event; take it out of the "
            "workspace"
        ),
        "2 violations.",
    ]
    assert quoteline("verify", chronicle).status == 0


def test_strict_sees_every_attached_text(
    chronicle: Path, sheets: Coded, quoteline: Command
) -> None:
    """A passage missing from an edition that is kept and not shown is a violation too."""
    texts = TextStore(texts_folder(chronicle))
    cut = HERALD.replace("the council said no", "the council said yes")
    marks = tuple(Attachment("herald-2001", texts.put(text)) for text in (cut, HERALD))
    save_workspace(Workspace("lighthouse", attachments=marks), workspace_path(chronicle))
    assert quoteline("verify", chronicle).status == 0
    said = quoteline("verify", "--strict", chronicle)
    assert said.status == 1
    assert "passages herald-2001-p3s1: paragraph 3 of herald-2001, is" in said.out


def test_reports_are_written_in_the_format_their_ending_tells(
    chronicle: Path, sheets: Coded, quoteline: Command, tmp_path: Path
) -> None:
    """Several at once, beside the table; none of the articles' words stands in any."""
    out = [tmp_path / f"report{ending}" for ending in (".html", ".json", ".CSV")]
    words = [word for path in out for word in ("--report", path)]
    said = quoteline("verify", chronicle, "--articles", sheets.folder / "articles", *words)
    assert said.status == 0
    assert said.out.splitlines()[-3:] == [f"{path}: 0 violations" for path in out]
    page, data, rows = (path.read_text("utf-8") for path in out)
    assert page.startswith("<!DOCTYPE html>")
    assert json.loads(data)["passages"]["exact"] == 3
    assert rows.startswith("finding,")
    assert not any("asked the island council" in text for text in (page, data, rows))


@pytest.mark.parametrize("name", ["report.pdf", "report", "report.html.gz"])
def test_an_unknown_format_is_refused_before_anything_is_read(
    quoteline: Command, tmp_path: Path, name: str
) -> None:
    """The message says which endings there are."""
    said = quoteline("verify", tmp_path / "gone.json", "--report", tmp_path / name)
    assert (said.status, said.out) == (2, "")
    assert "tells its format; use one of .html, .json, .csv." in said.err


def test_a_report_never_takes_the_place_of_what_it_is_made_of(
    chronicle: Path, quoteline: Command
) -> None:
    """Chronicle and workspace end in .json as a report may."""
    save_workspace(Workspace("lighthouse"), workspace_path(chronicle))
    before = every_file(chronicle.parent)
    for path in (chronicle, workspace_path(chronicle)):
        said = quoteline("verify", chronicle, "--report", path)
        assert said.status == 2
        assert "this is the file to read from" in said.err
    texts = texts_folder(chronicle)
    TextStore(texts).put("A text.")
    assert quoteline("verify", chronicle, "--report", texts / "r.json").status == 2
    assert {
        path: raw for path, raw in every_file(chronicle.parent).items() if path in before
    } == before


def test_the_shipped_chronicle_breaks_nothing(articles: Path, quoteline: Command) -> None:
    """With the real articles the strict check of the bundled chronicle is clean."""
    said = quoteline("verify", "--strict", "--articles", articles)
    assert (said.status, said.out.splitlines()[-1]) == (0, "0 violations.")
