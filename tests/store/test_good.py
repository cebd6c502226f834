from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explorer.model.errors import QuotelineError
from explorer.store import chronicle_tables, workspace_tables
from explorer.store.chronicles import open_chronicle, save_chronicle
from explorer.store.good import (
    _CHRONICLE,
    _WORKSPACE,
    open_what_is_good,
    open_workspace_what_is_good,
)
from explorer.store.workspaces import save_workspace
from tests.builders import a_chronicle, a_full_chronicle, a_full_workspace, a_link, an_event


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A chronicle of three events, the third of which answers the second."""
    path = tmp_path / "test.chronicle.json"
    events = [an_event("2016", "a", passages=("article.1",)), an_event("2017", "b")]
    events.append(an_event("2018", "c", actors=("armenia",)))
    save_chronicle(a_chronicle(*events, links=(a_link("c", "b"),)), path)
    return path


def changed(path: Path, table: str, number: str, **fields: Any) -> None:
    """Change fields of a document in a file."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    tables[table][number].update(fields)
    path.write_text(json.dumps(tables), encoding="utf-8")


def test_every_table_is_known() -> None:
    """A table that the store learns is also one whose good records can be opened."""
    assert tuple(_CHRONICLE) == chronicle_tables.TABLES
    assert tuple(_WORKSPACE) == workspace_tables.TABLES


def test_a_sound_file_is_all_good(tmp_path: Path) -> None:
    """What opens as a whole opens the same record by record, with nothing to list."""
    chronicle, workspace = tmp_path / "test.chronicle.json", tmp_path / "test.workspace.json"
    save_chronicle(a_full_chronicle(), chronicle)
    save_workspace(a_full_workspace(), workspace)
    assert open_what_is_good(chronicle) == (open_chronicle(chronicle), ())
    assert open_workspace_what_is_good(workspace) == (a_full_workspace(), ())


def test_a_bad_record_goes_with_what_names_it_and_each_is_told(path: Path) -> None:
    """An event that cannot be read takes its link along; the others open."""
    changed(path, "events", "2", importance=7)
    chronicle, faults = open_what_is_good(path)
    assert ([event.id for event in chronicle.events], chronicle.links) == (["a", "c"], ())
    assert len(faults) == 2
    assert faults[0].startswith("table 'events', id 'b', field 'importance': ")
    assert faults[1].startswith("table 'links', id 'c-responds-to-b', field 'to': ")


def test_the_second_of_two_with_one_id_is_left_out(path: Path) -> None:
    """The first of an id stays."""
    changed(path, "events", "3", id="a")
    chronicle, faults = open_what_is_good(path)
    assert [event.id for event in chronicle.events] == ["a", "b"]
    assert any("table 'events', id 'a': an earlier document" in fault for fault in faults)


def test_a_chain_of_lost_references_is_followed_to_its_end(path: Path) -> None:
    """Without its article, an edition, its passage and the event that rests on it go."""
    changed(path, "articles", "1", title=3)
    chronicle, faults = open_what_is_good(path)
    assert (chronicle.articles, chronicle.editions, chronicle.passages) == ((), (), ())
    assert [event.id for event in chronicle.events] == ["b", "c"]
    assert len(faults) == 4


def test_a_passage_in_an_edition_of_another_article_is_left_out(path: Path) -> None:
    """Its offsets would count in a text that is not its article's."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    tables["articles"]["2"] = {"id": "other", "kind": "published", "title": "Other"}
    tables["editions"]["1"]["article"] = "other"
    path.write_text(json.dumps(tables), encoding="utf-8")
    chronicle, faults = open_what_is_good(path)
    assert chronicle.passages == ()
    assert any("is an edition of another article" in fault for fault in faults)


@pytest.mark.parametrize("length", range(40, 900, 37))
def test_a_file_cut_off_gives_the_documents_before_the_cut(path: Path, length: int) -> None:
    """However much is left, what opens is good and the cut is told; nothing is written."""
    whole, _ = open_what_is_good(path)
    cut = path.read_bytes()[:length]
    path.write_bytes(cut)
    chronicle, faults = open_what_is_good(path)
    assert faults
    assert set(chronicle.actors) <= set(whole.actors)
    assert set(chronicle.articles) <= set(whole.articles)
    assert path.read_bytes() == cut


def test_one_damaged_line_costs_one_document(path: Path) -> None:
    """Bytes overwritten within a line leave the lines around it."""
    raw = path.read_bytes()
    at = raw.index(b'"id": "b"')
    path.write_bytes(raw[:at] + b"\xff\x00\xfe" + raw[at + 3 :])
    chronicle, faults = open_what_is_good(path)
    assert [event.id for event in chronicle.events] == ["a", "c"]
    assert any("table 'events', document 2" in fault for fault in faults)


def test_tables_and_keys_of_the_wrong_shape_are_left_out(path: Path) -> None:
    """A table that is a list and a key that is no number are told and passed over."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    tables["links"] = [1, 2]
    tables["events"]["x"] = tables["events"].pop("2")
    path.write_text(json.dumps(tables), encoding="utf-8")
    chronicle, faults = open_what_is_good(path)
    assert ([event.id for event in chronicle.events], chronicle.links) == (["a", "c"], ())
    assert any("table 'links': must be an object" in fault for fault in faults)
    assert any("table 'events', document x" in fault for fault in faults)


@pytest.mark.parametrize("junk", [b"", b"[]", b"\0" * 99, b"{", b'{"events": 3}', b"x\n" * 5000])
def test_a_file_of_junk_holds_nothing_good(path: Path, junk: bytes) -> None:
    """An empty chronicle and the reasons come of it, not an error."""
    path.write_bytes(junk)
    chronicle, faults = open_what_is_good(path)
    assert (chronicle.events, chronicle.articles) == ((), ())
    assert 0 < len(faults) <= 1_001


def test_the_other_kind_of_file_is_refused(path: Path, tmp_path: Path) -> None:
    """A workspace is no chronicle with everything missing."""
    other = tmp_path / "test.workspace.json"
    save_workspace(a_full_workspace(), other)
    with pytest.raises(QuotelineError, match="its format is"):
        open_what_is_good(other)
    with pytest.raises(QuotelineError, match="its format is"):
        open_workspace_what_is_good(path)


def test_a_long_chain_of_references_is_no_hang(path: Path) -> None:
    """Twenty thousand articles, each derived from the next, of which the last is missing."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    tables["articles"] = {
        str(at): {"id": f"x{at}", "kind": "brief", "title": "t", "derived_from": f"x{at + 1}"}
        for at in range(1, 20_001)
    }
    path.write_text(json.dumps(tables), encoding="utf-8")
    chronicle, faults = open_what_is_good(path)
    assert chronicle.articles == ()
    assert faults[-1].startswith("and ")
