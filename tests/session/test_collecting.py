"""Tags and collections through the session: named steps, undone, kept across runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.commands.codebooks import open_codebook
from explorer.exchange.dangling import dangling_ids
from explorer.model.collecting import Collection, Entry
from explorer.model.workspace import Bookmark, Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.store.good import open_workspace_what_is_good
from explorer.store.journal_records import Kind
from explorer.store.journalled import OpenWorkspace
from explorer.store.rescue import with_rescued
from explorer.store.workspaces import DamagedFile, open_workspace, save_workspace
from tests.builders import a_chronicle, an_event

CHRONICLE = a_chronicle(an_event("1992", "a"), an_event("2016", "b"), an_event("2020", "c"))
MARKS = (Bookmark("a", "2026-01-02T03:04:05Z", "", ("war", "law")), Bookmark("b", tags=("war",)))


def a_session(workspace: Workspace | None = None) -> Session:
    """Return a session on three events, two of them with tags."""
    made = Session(open_codebook(None))
    made.open(CHRONICLE, workspace or Workspace("test", MARKS), make_library(CHRONICLE))
    return made


def undone(session: Session) -> Workspace:
    """Take every step back and return what is left."""
    while session.history.stack.canUndo():
        session.history.stack.undo()
    return session.workspace


def test_a_tag_is_renamed_on_all_bookmarks_in_one_step() -> None:
    """The name is read as it would be typed: no commas, single blanks."""
    session = a_session()
    session.rename_tag("war", " great,  war ")
    assert [mark.tags for mark in session.workspace.bookmarks] == [
        ("great war", "law"),
        ("great war",),
    ]
    assert session.history.stack.undoText() == "Rename a tag"
    assert session.history.stack.count() == 1
    assert undone(session) == Workspace("test", MARKS)


def test_a_name_that_is_there_merges_two_tags() -> None:
    """The step says so; the colour of the tag that stays is kept."""
    session = a_session()
    session.colour_tag("law", "teal")
    session.colour_tag("war", "red")
    session.rename_tag("war", "law")
    assert [mark.tags for mark in session.workspace.bookmarks] == [("law",), ("law",)]
    assert dict(session.workspace.colour) == {"law": "teal"}
    assert session.history.stack.undoText() == "Merge two tags"
    session.remove_tag("law")
    assert [mark.tags for mark in session.workspace.bookmarks] == [(), ()]
    assert undone(session) == Workspace("test", MARKS)


def test_a_collection_is_made_filled_ordered_renamed_and_deleted() -> None:
    """Each gesture is a step by its name; taken back one by one, nothing is left."""
    session = a_session()
    session.collect(" Chapter  1 ", ["b", "a", "nowhere"])
    session.collect("Chapter 1", ["a", "c"])
    assert session.workspace.collection["Chapter 1"].events == ("b", "a", "c")
    session.reorder("Chapter 1", "c", 0)
    session.set_heading("Chapter 1", "c", " The  end ")
    session.set_remark("Chapter 1", "c", "Why so late?\n")
    session.rename_collection("Chapter 1", "Chapter 2")
    session.take_out("Chapter 2", ["b"])
    made = session.workspace.collection["Chapter 2"]
    assert made.entries == (Entry("c", "The end", "Why so late?"), Entry("a"))
    session.delete_collection("Chapter 2")
    stack = session.history.stack
    assert [stack.text(at) for at in range(stack.count())] == [
        "New collection",
        "Add to a collection",
        "Reorder a collection",
        "Write a heading",
        "Write a remark",
        "Rename a collection",
        "Remove from a collection",
        "Delete a collection",
    ]
    stack.undo()
    assert session.workspace.collection["Chapter 2"] == made
    assert undone(session) == Workspace("test", MARKS)


def test_what_changes_nothing_is_no_step() -> None:
    """A blank name, a collection that is not there, a name taken, a move to the same place."""
    session = a_session(Workspace("test").with_collection(Collection("One").with_events("ab")))
    session.collect("  ", ["a"])
    session.collect("One", ["a"])
    session.collect("Two", [])
    session.rename_collection("One", "Two")
    session.rename_collection("None", "Other")
    session.reorder("One", "a", 0)
    session.set_heading("One", "c", "No")
    session.set_remark("None", "a", "No")
    session.take_out("None", ["a"])
    session.delete_collection("None")
    session.rename_tag("war", " ")
    assert session.history.stack.count() == 1
    assert session.history.stack.undoText() == "New collection"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for workspaces."""
    return tmp_path_factory.mktemp("own")


GESTURES = st.one_of(
    st.tuples(st.just("collect"), st.sampled_from("XY"), st.lists(st.sampled_from("abc"))),
    st.tuples(st.just("take_out"), st.sampled_from("XY"), st.lists(st.sampled_from("abc"))),
    st.tuples(st.just("reorder"), st.sampled_from("XY"), st.sampled_from("abc"), st.integers(0, 3)),
    st.tuples(st.just("rename_collection"), st.sampled_from("XY"), st.sampled_from("XYZ")),
    st.tuples(st.just("delete_collection"), st.sampled_from("XYZ")),
    st.tuples(st.just("set_remark"), st.sampled_from("XY"), st.sampled_from("abc"), st.text()),
    st.tuples(st.just("colour_tag"), st.sampled_from(["war", "law"]), st.sampled_from(["red", ""])),
    st.tuples(
        st.just("rename_tag"), st.sampled_from(["war", "law"]), st.sampled_from(["law", "x"])
    ),
    st.tuples(st.just("remove_tag"), st.sampled_from(["war", "law", "x"])),
)


@given(st.lists(GESTURES, max_size=6))
@settings(max_examples=25)
def test_a_file_is_the_same_byte_for_byte_after_all_is_undone(
    folder: Path, gestures: list[tuple[str, ...]]
) -> None:
    """Whatever was done to tags and collections, in another run too, leaves no trace in it."""
    path = folder / f"{sum(1 for _ in folder.iterdir())}" / "own.workspace.json"
    path.parent.mkdir()
    save_workspace(Workspace("test", MARKS), path)
    before = path.read_bytes()
    session = a_session()
    opened = OpenWorkspace.open(path, "test")
    steps = [session.workspace]
    for name, *told in gestures:
        getattr(session, name)(*told)
        if session.workspace != steps[-1]:
            opened.commit(session.workspace, session.history.stack.undoText(), Kind.DO)
            steps.append(session.workspace)
    opened.close()
    assert open_workspace(path, "test") == session.workspace
    opened = OpenWorkspace.open(path, "test")
    for earlier in reversed(steps[:-1]):
        opened.commit(earlier, "Undo", Kind.UNDO)
    opened.close()
    assert path.read_bytes() == before
    assert undone(session) == Workspace("test", MARKS)


def test_a_rescued_collection_is_joined_to_the_one_in_place() -> None:
    """What lacks comes at its end, of two remarks neither is lost, colours that lack are added."""
    here = Workspace("test").with_collection(Collection("One", "", (Entry("a", "Head", "Here."),)))
    other = Collection("One", "", (Entry("b"), Entry("a", "Other", "There.")))
    rescued = a_session()
    rescued.colour_tag("war", "red")
    made = with_rescued(here, rescued.workspace.with_collection(other))
    assert made.collections == (
        Collection("One", "", (Entry("a", "Head", "Here.\n\nThere."), Entry("b"))),
    )
    assert made.colour["war"] == "red"
    assert with_rescued(made, made) == made


def test_an_entry_on_an_event_that_is_gone_is_named() -> None:
    """By the collection, the place and the event; the others are not."""
    workspace = Workspace("test").with_collection(Collection("One").with_events(["a", "gone"]))
    (fault,) = dangling_ids(CHRONICLE, workspace, {})
    assert (fault.table, fault.id, fault.field) == ("collections", "One", "entries[1].event")
    assert "'gone'" in fault.problem


def test_an_event_twice_in_a_collection_is_refused_and_left_out(tmp_path: Path) -> None:
    """The message names file, table, id and field; what is good of the file opens."""
    path = tmp_path / "own.workspace.json"
    workspace = Workspace("test").with_collection(Collection("One").with_events("ab"))
    save_workspace(workspace.with_collection(Collection("Two").with_events("ab")), path)
    path.write_text(path.read_text().replace('"event": "b"', '"event": "a"', 1))
    wanted = r"collections.*'One'.*entries\[1\].event.*twice"
    with pytest.raises(DamagedFile, match=wanted) as caught:
        open_workspace(path, "test")
    assert str(path) in str(caught.value)
    good, faults = open_workspace_what_is_good(path, "test")
    assert [one.name for one in good.collections] == ["Two"]
    assert len(faults) == 1
