from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from explorer.model.workspace import Bookmark, Workspace
from explorer.opening import open_study
from explorer.sources.attaching import attach_paths
from explorer.store.chronicles import save_chronicle
from explorer.store.folders import workspace_path
from explorer.store.workspaces import save_workspace
from tests.commands.said import Command, every_file
from tests.sources.made_up import HERALD, Coded


def table(text: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def events(text: str) -> list[str]:
    """Return the ids in a table, each once, in order."""
    return list(dict.fromkeys(row["event_id"] for row in table(text)))


@pytest.fixture
def marked(chronicle: Path) -> Path:
    """The chronicle with a bookmark on its second event."""
    mark = Bookmark("council-refuses", "2026-01-02T03:04:05Z", "=mine", ("own",))
    save_workspace(Workspace("lighthouse", (mark,)), workspace_path(chronicle))
    return chronicle


def test_a_file_is_written_and_its_rows_told(
    chronicle: Path, tmp_path: Path, quoteline: Command
) -> None:
    """Without further options all events go out, a row for each passage."""
    said = quoteline("export", chronicle, "--out", tmp_path / "out.csv")
    assert (said.status, said.out) == (0, f"{tmp_path / 'out.csv'}: 3 rows of 2 events\n")
    assert len(table((tmp_path / "out.csv").read_text(encoding="utf-8"))) == 3


def test_standard_output_holds_the_table_and_nothing_else(
    chronicle: Path, quoteline: Command
) -> None:
    """With `--out -` the count goes to standard error, so that the table can be piped."""
    said = quoteline("export", chronicle, "--out", "-", "--rows", "event", "--bom")
    assert said.out.startswith("\ufeffevent_id,")
    assert len(table(said.out)) == 2
    assert said.err == "quoteline: 2 rows of 2 events\n"


def test_bookmarks_go_out_with_their_notes(marked: Path, quoteline: Command) -> None:
    """The workspace beside the chronicle is read; safe mode guards the note, exact does not."""
    safe = quoteline("export", marked, "--out", "-", "--scope", "bookmarks")
    exact = quoteline("export", marked, "--out", "-", "--scope", "bookmarks", "--exact")
    (row,), (same,) = table(safe.out), table(exact.out)
    assert (row["bookmarked"], row["note"], row["tags"]) == ("yes", "'=mine", "own")
    assert same["note"] == "=mine"


def test_another_workspace_may_be_named(marked: Path, quoteline: Command) -> None:
    """--workspace stands for the file beside the chronicle, before the command too."""
    own = workspace_path(marked)
    moved = own.rename(own.with_name("moved.json"))
    assert events(quoteline("export", marked, "--out", "-", "--scope", "bookmarks").out) == []
    said = quoteline("--workspace", moved, "export", marked, "--out", "-", "--scope", "bookmarks")
    assert events(said.out) == ["council-refuses"]


def test_a_named_workspace_must_be_there(chronicle: Path, quoteline: Command) -> None:
    """A misspelt name is not taken for an empty workspace."""
    said = quoteline("export", chronicle, "--out", "-", "--workspace", "gone.json")
    assert said.status == 2
    assert said.err.startswith("quoteline: gone.json: there is no such file.")


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--ids", "council-refuses,guild-asks"], ["guild-asks", "council-refuses"]),
        (["--ids", "council-refuses", "--ids", "guild-asks"], ["guild-asks", "council-refuses"]),
        (["--scope", "ids", "--ids", "council-refuses"], ["council-refuses"]),
        (["--type", "reject"], ["council-refuses"]),
        (["--type", "REJECT", "--type", "REQUEST"], ["guild-asks", "council-refuses"]),
        (["--actor", "The GUILD"], ["guild-asks", "council-refuses"]),
        (["--actor", "guild", "--type", "REQUEST"], ["guild-asks"]),
        (["--article", "courier-2001"], ["guild-asks"]),
        (["--from", "2001-06"], ["council-refuses"]),
        (["--to", "2001-05"], ["guild-asks"]),
        (["--from", "2001", "--to", "2001-06-03"], ["guild-asks", "council-refuses"]),
        (["--text", "Boats  guild"], ["guild-asks", "council-refuses"]),
        (["--text", "wants two"], ["guild-asks"]),
        (["--scope", "filter"], ["guild-asks", "council-refuses"]),
    ],
)
def test_events_are_chosen_as_in_the_window(
    chronicle: Path, quoteline: Command, options: list[str], found: list[str]
) -> None:
    """Values of one option are alternatives, options add up, dates take whole units."""
    said = quoteline("export", chronicle, "--out", "-", *options)
    assert (said.status, events(said.out)) == (0, found)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--actor", "gild"], "--actor gild: the chronicle has none such. Near it: guild"),
        (["--actor", "harbour"], "--actor harbour: the chronicle has none such. Near it: guild."),
        (["--actor", ""], "--actor : the chronicle has none such.\n"),
        (["--type", "REQUES"], "--type REQUES: the chronicle has none such. Near it: REQUEST"),
        (["--article", "brief-herald-2001"], "the chronicle has none such. Near it: herald-2001"),
        (["--from", "2001-13"], "--from: date '2001-13'"),
        (["--from", "../2001"], "--from ../2001: this date has no beginning."),
        (["--to", "2001/.."], "--to 2001/..: this date has no end."),
        (["--from", "2002", "--to", "2001"], "--from 2002 comes after --to 2001."),
        (["--ids", "guild-ask"], "the chronicle has no event 'guild-ask'. Near it: guild-asks."),
        (["--ids", "guild-asks", "--actor", "guild"], "--ids and --actor exclude each other."),
        (["--scope", "all", "--text", "x"], "--scope all takes no --text."),
        (["--scope", "bookmarks", "--from", "2001"], "--scope bookmarks takes no --from."),
        (["--scope", "all", "--ids", "x"], "--scope all takes no --ids."),
        (["--scope", "ids"], "--scope ids needs --ids"),
        (["--ids", ","], "--scope ids needs --ids"),
    ],
)
def test_what_makes_no_sense_is_told_and_nothing_written(
    chronicle: Path, quoteline: Command, tmp_path: Path, options: list[str], message: str
) -> None:
    """Unknown names and contradictions end with 2 and a line that says what to do."""
    out = tmp_path / "out.csv"
    said = quoteline("export", chronicle, "--out", out, *options)
    assert (said.status, said.out, out.exists()) == (2, "", False)
    assert message in said.err
    assert said.err.startswith("quoteline: ")


@pytest.mark.parametrize("option", ["--from", "--to", "--text"])
def test_an_option_that_takes_one_value_refuses_two(
    chronicle: Path, quoteline: Command, option: str
) -> None:
    """The first value would else be dropped in silence."""
    said = quoteline("export", chronicle, "--out", "-", option, "2001", option, "2002")
    assert said.status == 2
    assert f"{option} is given twice" in said.err


def test_an_actor_with_a_name_of_two_is_asked_for_by_id(
    sheets: Coded, quoteline: Command, tmp_path: Path
) -> None:
    """An alias of two actors is no choice; the ids are offered. A name goes before an alias."""
    sheets.change("sheets/actors.toml", 'kind = "body"', 'kind = "body"\naliases = ["the guild"]')
    sheets.change("sheets/actors.toml", '"the guild"]', '"the guild", "Island Council"]')
    save_chronicle(sheets.build(), tmp_path / "c.json")
    said = quoteline("export", tmp_path / "c.json", "--out", "-", "--actor", "the guild")
    assert "several are so named: guild, council." in said.err
    said = quoteline("export", tmp_path / "c.json", "--out", "-", "--actor", "island council")
    assert said.status == 0


def test_articles_given_are_used_for_this_run_and_nothing_is_written(
    chronicle: Path, sheets: Coded, quoteline: Command, home: Path
) -> None:
    """With --articles the articles' own words go out; no file but the table is made or changed."""
    before = every_file(sheets.folder)
    articles = sheets.folder / "articles"
    said = quoteline("export", chronicle, "--out", "-", "--articles", articles, "--text", "week")
    first = table(said.out)[0]
    assert first["quote"] == HERALD[int(first["char_start"]) : int(first["char_end"])]
    assert first["quote_is"] == "original"
    assert every_file(sheets.folder) == before
    assert every_file(home) == {}


def test_articles_that_hold_none_are_told(
    chronicle: Path, sheets: Coded, quoteline: Command
) -> None:
    """A wrong folder does not quietly give briefs in place of the articles."""
    said = quoteline("export", chronicle, "--out", "-", "--articles", sheets.folder / "briefs")
    assert (said.status, said.out) == (2, "")
    assert "herald-2001.txt: not one of this chronicle's articles" in said.err
    assert "none of the chronicle's articles was recognised there" in said.err


@pytest.mark.parametrize("which", ["chronicle", "workspace"])
def test_the_table_never_takes_the_place_of_its_source(
    marked: Path, quoteline: Command, which: str
) -> None:
    """--out may not name the chronicle or the workspace itself."""
    path = marked if which == "chronicle" else workspace_path(marked)
    before = path.read_bytes()
    said = quoteline("export", marked, "--out", path)
    assert said.status == 2
    assert "this is the file to export from" in said.err
    assert path.read_bytes() == before


def test_the_bundled_chronicle_is_read_in_its_place(
    bundled: Path, quoteline: Command, home: Path
) -> None:
    """Without CHRONICLE the one that comes along is used, and the home stays empty."""
    said = quoteline("export", "--out", "-")
    assert len(table(said.out)) == 3
    assert every_file(home) == {}
    assert [one.name for one in bundled.parent.iterdir()] == [bundled.name]


def test_every_quote_of_the_real_articles_stands_at_its_offsets(
    articles: Path, quoteline: Command
) -> None:
    """With the published articles at hand each row is exact and quotes the text it points at."""
    said = quoteline("export", "--out", "-", "--exact", "--articles", articles)
    texts = {
        one.article: one.text for one in attach_paths(open_study().chronicle, [articles]).matched
    }
    found = table(said.out)
    assert len(texts) == 5
    assert {row["passage_status"] for row in found} == {"exact"}
    for row in found:
        text = texts[row["article_id"]]
        assert row["quote"] == text[int(row["char_start"]) : int(row["char_end"])]
