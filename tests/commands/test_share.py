from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from explorer.sources.library import Status, make_library
from explorer.store.chronicles import open_chronicle, save_chronicle
from explorer.store.folders import texts_folder, workspace_path
from explorer.store.workspaces import save_workspace
from tests.builders import a_workspace
from tests.commands.said import Command, every_file
from tests.sources.made_up import COURIER, HERALD, Coded

COPIED = "In May 2001 the harbour guild asked the island council for two boats"


@pytest.fixture
def full(chronicle: Path) -> Path:
    """The made-up chronicle with the texts of its articles in it."""
    made = open_chronicle(chronicle)
    texts = {"herald-2001": HERALD, "courier-2001": COURIER}
    editions = tuple(replace(one, text=one.text or texts[one.article]) for one in made.editions)
    save_chronicle(replace(made, editions=editions), chronicle)
    return chronicle


def test_a_copy_without_the_texts_is_written(
    full: Path, quoteline: Command, tmp_path: Path
) -> None:
    """What was taken out is told, the chronicle stays as it is, and attaching leads back."""
    before = every_file(full.parent)
    out = tmp_path / "shared.chronicle.json"
    said = quoteline("share", full, "--out", out)
    assert (said.status, said.err) == (0, "")
    assert said.out == (
        f"{out}: 2 events; taken out: 2 texts, 0 quotes; compared with 2 texts in hand.\n"
    )
    assert every_file(full.parent) == before
    made = open_chronicle(out)
    assert [one.article for one in made.editions if one.text is not None] == [
        "brief-herald-2001",
        "brief-courier-2001",
    ]
    library = make_library(made, {"herald-2001": HERALD, "courier-2001": COURIER})
    assert {one.status for one in library.readings.values()} == {Status.EXACT}


def test_wording_of_an_attached_article_is_refused_or_redacted(
    chronicle: Path, sheets: Coded, quoteline: Command, tmp_path: Path
) -> None:
    """A title typed from a text in hand stops the copy, unless it may be cut."""
    made = open_chronicle(chronicle)
    first = replace(made.event["guild-asks"], title=COPIED)
    save_chronicle(replace(made, events=(first, made.event["council-refuses"])), chronicle)
    out = tmp_path / "shared.json"
    asked = ("share", chronicle, "--out", out, "--articles", sheets.folder / "articles")
    said = quoteline(*asked)
    assert (said.status, said.out, out.exists()) == (2, "", False)
    assert "table 'events', id 'guild-asks', field 'title'" in said.err
    assert "harbour guild asked" not in said.err
    said = quoteline(*asked, "--redact")
    assert said.status == 0
    assert said.out.startswith("redacted: table 'events', id 'guild-asks', field 'title'\n")
    assert open_chronicle(out).event["guild-asks"].title == "In May 2001 the harbour…"


def test_texts_attached_for_good_are_compared_too(
    chronicle: Path, sheets: Coded, quoteline: Command, tmp_path: Path
) -> None:
    """The reader's workspace tells which texts are in hand."""
    quoteline("attach", chronicle, sheets.folder / "articles")
    said = quoteline("share", chronicle, "--out", tmp_path / "shared.json")
    assert said.out.endswith("compared with 2 texts in hand.\n")


def test_the_copy_never_takes_the_place_of_the_chronicle(full: Path, quoteline: Command) -> None:
    """Nor that of the workspace, nor does it lie among the attached texts."""
    save_workspace(a_workspace(chronicle="lighthouse"), workspace_path(full))
    texts_folder(full).mkdir()
    before = every_file(full.parent)
    for out in (full, workspace_path(full), texts_folder(full) / "s.json"):
        said = quoteline("share", full, "--out", out)
        assert (said.status, said.out) == (2, "")
        assert "Give --out another" in said.err
    assert every_file(full.parent) == before
