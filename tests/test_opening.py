from __future__ import annotations

import os
from pathlib import Path

import pytest

from explorer.model.errors import QuotelineError
from explorer.model.workspace import Attachment
from explorer.opening import attach_texts, hold_study, open_study
from explorer.sources.attaching import Kind, attach_paths
from explorer.sources.library import Status
from explorer.store import folders
from explorer.store.chronicles import open_chronicle, save_chronicle
from explorer.store.faults import DamagedFile, MissingFile
from explorer.store.files import copy_path
from explorer.store.folders import Folders, copy_place, workspace_path
from explorer.store.journal import journal_path
from explorer.store.journalled import OpenWorkspace
from explorer.store.workspaces import open_workspace, save_workspace
from tests.builders import a_workspace
from tests.sources.made_up import HERALD, Coded, coded


@pytest.fixture
def sheets(tmp_path: Path) -> Coded:
    """The sheets, briefs and articles of the made-up chronicle."""
    return coded(tmp_path)


@pytest.fixture
def chronicle(sheets: Coded) -> Path:
    """The made-up chronicle in a folder of its own."""
    path = sheets.folder / "own" / "lighthouse.chronicle.json"
    path.parent.mkdir()
    save_chronicle(sheets.build(), path)
    return path


@pytest.fixture
def articles(sheets: Coded) -> Path:
    """The folder of the articles."""
    return sheets.folder / "articles"


@pytest.fixture
def bundled(sheets: Coded, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up chronicle in the place of the one that comes with the program."""
    place = sheets.folder / "installed"
    (place / "data").mkdir(parents=True)
    monkeypatch.setattr(folders, "_PLACES", (place,))
    path = place / "data" / "armenia-csto.chronicle.json"
    save_chronicle(sheets.build(), path)
    return path


def test_reading_keeps_texts_for_the_run_only(chronicle: Path, articles: Path) -> None:
    """They are in hand and stay so when the library is made again, but nothing is written."""
    study = open_study(chronicle, articles=articles)
    assert study.library.text("herald-2001") == HERALD
    assert study.library_for(study.workspace).text("herald-2001") == HERALD
    assert study.workspace.attachments == ()
    assert [one.name for one in chronicle.parent.iterdir()] == [chronicle.name]


def test_writing_keeps_them_for_good(chronicle: Path, articles: Path) -> None:
    """They are noted in the workspace and in hand at the next opening without --articles."""
    study = open_study(chronicle, articles=articles, write=True)
    assert study.report is not None
    assert len(study.report.matched) == 2
    assert open_workspace(workspace_path(chronicle), "lighthouse") == study.workspace
    again = open_study(chronicle, write=True)
    assert again.report is None
    assert again.library.text("herald-2001") == HERALD


def test_opening_again_with_the_same_texts_writes_nothing(chronicle: Path, articles: Path) -> None:
    """A workspace in which all of it stands already is not saved again."""
    open_study(chronicle, articles=articles, write=True)
    before = workspace_path(chronicle).stat().st_mtime_ns
    open_study(chronicle, articles=articles, write=True)
    assert workspace_path(chronicle).stat().st_mtime_ns == before
    assert not copy_path(workspace_path(chronicle)).exists()


def test_a_text_attached_later_takes_the_place_of_one_given(
    chronicle: Path, articles: Path, sheets: Coded
) -> None:
    """What --articles brought in at the start does not stand in the way of another edition."""
    study = open_study(chronicle, articles=articles, write=True)
    sheets.write("later/h.txt", "A preface.\n\n" + HERALD)
    report = attach_paths(study.chronicle, [sheets.folder / "later"])
    workspace = attach_texts(report, study.workspace, study.texts)
    library = study.library_for(workspace)
    assert library.text("herald-2001") == "A preface.\n\n" + HERALD
    assert library.counts()["herald-2001"][Status.MOVED] == 2


def test_attaching_what_is_attached_returns_the_same_workspace(
    chronicle: Path, articles: Path
) -> None:
    """The moment of the first attaching stands, so nothing changes and nothing need be saved."""
    study = open_study(chronicle, articles=articles, write=True)
    report = attach_paths(study.chronicle, [articles])
    assert attach_texts(report, study.workspace, study.texts) is study.workspace


def test_a_lost_text_gives_way_to_the_one_before(
    chronicle: Path, articles: Path, sheets: Coded
) -> None:
    """The loss is reported; the edition attached earlier counts until another is attached."""
    study = open_study(chronicle, articles=articles, write=True)
    sheets.write("later/h.txt", "A preface.\n\n" + HERALD)
    report = attach_paths(study.chronicle, [sheets.folder / "later"])
    workspace = attach_texts(report, study.workspace, study.texts)
    lost = workspace.attachments[-1]
    (study.texts.folder / f"{lost.sha256}.txt").unlink()
    save_workspace(workspace, workspace_path(chronicle))
    again = open_study(chronicle)
    assert again.library.text("herald-2001") == HERALD
    assert again.report is not None
    (fault,) = again.report.faults
    assert "h.txt (herald-2001)" in fault.message
    assert "missing" in fault.message


def test_a_character_changed_in_a_kept_text_is_noticed(chronicle: Path, articles: Path) -> None:
    """The passage it touches is not proven any more; the others are, and the change is told."""
    study = open_study(chronicle, articles=articles, write=True)
    name = next(a.sha256 for a in study.workspace.attachments if a.article == "herald-2001")
    changed = HERALD.replace("two boats", "two coats")
    (study.texts.folder / f"{name}.txt").write_text(changed, "utf-8")
    again = open_study(chronicle)
    assert again.library.altered == {"herald-2001"}
    assert again.library.text("herald-2001") == changed
    asks, refuses = (again.chronicle.event[one] for one in ("guild-asks", "council-refuses"))
    assert again.library.unproven(asks) == ("herald-2001-p2s1-2",)
    assert again.library.unproven(refuses) == ()
    assert again.report is not None
    (fault,) = again.report.faults
    assert fault.kind is Kind.ALTERED


def test_attaching_a_changed_text_again_mends_it(chronicle: Path, articles: Path) -> None:
    """The workspace stays as it was, and the text is whole again."""
    study = open_study(chronicle, articles=articles, write=True)
    for file in study.texts.folder.iterdir():
        file.write_text("Nothing of it is left.", "utf-8")
    again = open_study(chronicle, articles=articles, write=True)
    assert again.workspace == study.workspace
    assert again.library.altered == frozenset()
    assert again.library.readings == study.library.readings


def test_several_texts_of_an_article_are_all_kept(
    chronicle: Path, articles: Path, sheets: Coded
) -> None:
    """The one in which most is proven is shown; the reader may choose another."""
    sheets.write("both/whole.txt", HERALD)
    sheets.write("both/cut.txt", HERALD.replace("A footnote closes the tale.", ""))
    study = open_study(chronicle)
    report = attach_paths(study.chronicle, [sheets.folder / "both"])
    workspace = attach_texts(report, study.workspace, study.texts)
    assert [one.name for one in workspace.attachments] == ["cut.txt", "whole.txt"]
    assert study.library_for(workspace).text("herald-2001") == HERALD
    other = workspace.showing("herald-2001", workspace.attachments[0].sha256)
    assert "A footnote" not in (study.library_for(other).text("herald-2001") or "")


def test_a_lost_text_that_is_given_again_is_no_loss(chronicle: Path, articles: Path) -> None:
    """--articles puts a text back that went missing from the store."""
    study = open_study(chronicle, articles=articles, write=True)
    for text in study.texts.folder.iterdir():
        text.unlink()
    again = open_study(chronicle, articles=articles, write=True)
    assert again.report is not None
    assert again.report.faults == ()
    assert all(again.texts.has(one.sha256) for one in again.workspace.attachments)


def test_a_place_that_cannot_be_written_still_opens(
    chronicle: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where texts cannot be kept they are in hand for this run, and the report says why."""

    def fail(*_: object) -> None:
        raise OSError(30, os.strerror(30))

    monkeypatch.setattr(os, "replace", fail)
    study = open_study(chronicle, articles=articles, write=True)
    assert study.library.text("herald-2001") == HERALD
    assert study.library_for(study.workspace).text("herald-2001") == HERALD
    assert study.workspace.attachments == ()
    assert study.report is not None
    assert "not attached for good: " in study.report.faults[-1].message


def test_the_bundled_chronicle_is_copied_only_for_writing(bundled: Path, home: Path) -> None:
    """Reading opens the bundled file; writing makes the reader's copy, which is read from then."""
    own = Folders.of_reader()
    read = open_study()
    assert (read.chronicle_path, list(home.iterdir())) == (bundled, [])
    assert read.workspace_path == workspace_path(copy_place(bundled, own))
    written = open_study(write=True)
    assert written.chronicle_path == copy_place(bundled, own)
    assert written.workspace_path == read.workspace_path


def test_reading_after_an_update_sees_the_newer_chronicle(bundled: Path, sheets: Coded) -> None:
    """An older copy that nobody changed does not hide what came with a newer program."""
    open_study(write=True)
    sheets.change("sheets/chronicle.toml", 'title = "The lighthouse"', 'title = "Newer"')
    bundled.unlink()
    save_chronicle(sheets.build(), bundled)
    assert open_study().chronicle.title == "Newer"
    assert open_study(write=True).chronicle.title == "Newer"


def test_a_copy_that_the_reader_changed_is_the_one_that_is_read(bundled: Path) -> None:
    """A chronicle of the reader's own making is not passed over for the bundled one."""
    copy = open_study(write=True).chronicle_path
    raw = copy.read_text("utf-8")
    copy.write_text(raw.replace("A quarrel about boats.", "Mine."), "utf-8")
    assert open_study().chronicle_path == copy
    assert open_study().chronicle.description == "Mine."


def test_a_named_workspace_is_made_only_for_writing(chronicle: Path, tmp_path: Path) -> None:
    """Reading with a misspelt name is a fault; the window starts a fresh one."""
    with pytest.raises(MissingFile):
        open_study(chronicle, tmp_path / "new.json")
    fresh = open_study(chronicle, tmp_path / "new.json", write=True)
    assert fresh.workspace == a_workspace(chronicle="lighthouse")
    assert fresh.texts.folder == tmp_path / "texts"


def test_a_workspace_of_another_chronicle_is_refused(chronicle: Path, tmp_path: Path) -> None:
    """Marks are not laid over events they were not made for."""
    save_workspace(a_workspace("first"), tmp_path / "w.json")
    with pytest.raises(QuotelineError, match="for the chronicle 'test'"):
        open_study(chronicle, tmp_path / "w.json")


def test_a_damaged_workspace_is_told_before_anything_is_written(
    chronicle: Path, articles: Path
) -> None:
    """Nothing is attached to a workspace that cannot be read."""
    workspace_path(chronicle).write_text("{", "utf-8")
    with pytest.raises(DamagedFile):
        open_study(chronicle, articles=articles, write=True)
    assert workspace_path(chronicle).read_text("utf-8") == "{"
    assert not (chronicle.parent / "texts").exists()


def test_an_attachment_of_an_article_that_is_gone_is_left_out(
    chronicle: Path, articles: Path
) -> None:
    """A chronicle that lost an article still opens with the reader's workspace."""
    study = open_study(chronicle, articles=articles, write=True)
    sha256 = study.workspace.attachments[0].sha256
    workspace = study.workspace.with_attachment(Attachment("gone", sha256))
    assert study.library_for(workspace).text("gone") is None


def test_the_chronicle_that_comes_along_opens() -> None:
    """The real bundled chronicle is whole and has events."""
    try:
        path = folders.bundled_chronicle()
    except QuotelineError:
        pytest.skip("the bundled chronicle has not been built yet")
    assert open_study().chronicle == open_chronicle(path)


def test_a_saved_page_gives_its_body_and_all_that_it_shows(chronicle: Path, sheets: Coded) -> None:
    """Both texts of a page are kept, the body is shown, and the workspace tells which is which."""
    told = "".join(f"<p>{line}</p>" for line in HERALD.split("\n") if line)
    menu = "<nav><a href='/a'>Home</a> <a href='/b'>News of the day</a></nav>"
    page = f"<html><body>{menu}<article>{told}</article></body></html>"
    sheets.write("saved/page.html", page)
    study = open_study(chronicle)
    report = attach_paths(study.chronicle, [sheets.folder / "saved"])
    workspace = attach_texts(report, study.workspace, study.texts)
    assert [one.reading for one in workspace.attachments] == ["whole page", "readable"]
    library = study.library_for(workspace)
    assert "News of the day" not in (library.text("herald-2001") or "")
    assert all(library.reading(one).in_hand for one in ("herald-2001-p2s1-2", "herald-2001-p3s1"))
    whole = workspace.showing("herald-2001", workspace.attachments[0].sha256)
    assert "News of the day" in (study.library_for(whole).text("herald-2001") or "")


def test_opening_can_be_given_up_while_articles_are_examined(
    chronicle: Path, articles: Path
) -> None:
    """What was not examined is not attached; the next opening examines it all."""
    told: list[tuple[int, int, str]] = []

    def note(done: int, total: int, what: str) -> None:
        told.append((done, total, what))

    study = open_study(chronicle, articles=articles, progress=note, cancelled=lambda: True)
    assert not study.library.is_attached("herald-2001")
    again = open_study(chronicle, articles=articles, progress=note)
    assert again.library.is_attached("herald-2001")
    assert told[-1][0] == told[-1][1] > 0


def test_what_is_good_of_a_damaged_chronicle_is_held_open(chronicle: Path) -> None:
    """Its bad records are told, its file is left as it is, and bookmarks can be made."""
    damaged = chronicle.read_bytes().replace(b'"id": "guild-asks"', b'"id": 7')
    chronicle.write_bytes(damaged)
    with pytest.raises(DamagedFile):
        hold_study(chronicle)
    study = hold_study(chronicle, good_only=True)
    assert "guild-asks" not in study.chronicle.event
    assert "council-refuses" in study.chronicle.event
    assert any("events" in line for line in study.left_out)
    assert study.own is not None
    assert study.own.read_only == ""
    study.own.close()
    assert chronicle.read_bytes() == damaged


def test_what_a_broken_journal_lost_is_told(chronicle: Path) -> None:
    """The line that is damaged is named when the study is held open."""
    path = workspace_path(chronicle)
    opened = OpenWorkspace.open(path, "lighthouse")
    for event in ("guild-asks", "council-refuses"):
        opened.commit(a_workspace(event, chronicle="lighthouse"), "Bookmark")
    raw = journal_path(path).read_bytes()
    opened.leave()
    journal_path(path).write_bytes(raw.replace(b"guild-asks", b"guild-axes", 1))
    study = hold_study(chronicle)
    assert any("line 2 is damaged" in line for line in study.left_out)
    assert study.own is not None
    study.own.close()
