"""Notes through the session: written, changed, taken away, undone, kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.commands.codebooks import open_codebook
from explorer.model.notes import span_target, target_span
from explorer.model.span import TimeSpan
from explorer.model.workspace import Bookmark, Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.store.journal_records import Kind
from explorer.store.journalled import OpenWorkspace
from explorer.store.rescue import with_rescued
from explorer.store.workspaces import open_workspace, save_workspace
from tests.builders import a_chronicle, a_workspace, an_event


@pytest.fixture
def session() -> Session:
    """Return a session with one event and nothing marked."""
    made = Session(open_codebook(None))
    chronicle = a_chronicle(an_event("2020", "war"))
    made.open(chronicle, a_workspace(), make_library(chronicle))
    return made


def test_a_note_is_written_changed_and_taken_away(session: Session) -> None:
    """A thing has one note; empty words take it away, and each gesture is one step."""
    session.write_note("actor", "alpha", " One. ")
    assert session.workspace.note["actor", "alpha"].words == "One."
    session.write_note("actor", "alpha", "One.")
    session.write_note("actor", "alpha", "Two.")
    session.write_note("event", "alpha", "Another thing.")
    assert [one.words for one in session.workspace.notes] == ["Two.", "Another thing."]
    session.write_note("actor", "alpha", "  ")
    assert [one.kind for one in session.workspace.notes] == ["event"]
    assert session.history.stack.count() == 4
    for _ in range(4):
        session.history.stack.undo()
    assert session.workspace.notes == ()


def test_an_older_file_is_the_same_after_all_notes_are_undone(tmp_path: Path) -> None:
    """Notes written and taken back leave a file that never had any byte for byte as it was."""
    path = tmp_path / "own.workspace.json"
    save_workspace(Workspace("test", (Bookmark("war", "2026-01-02T03:04:05Z"),)), path)
    before = path.read_bytes()
    assert b'"notes"' not in before
    made = Session(open_codebook(None))
    for undoing in (False, True):  # another run takes back what this one does
        opened = OpenWorkspace.open(path, "test")
        chronicle = a_chronicle(an_event("2020", "war"))
        if undoing:
            assert opened.workspace.note["event", "war"].words == "Why?"
            opened.commit(Workspace("test", opened.workspace.bookmarks), "Undo", Kind.UNDO)
        else:
            made.open(chronicle, opened.workspace, make_library(chronicle))
            made.write_note("event", "war", "Why?")
            opened.commit(made.workspace, "Write a note", Kind.DO)
        opened.close()
    assert open_workspace(path, "test").notes == ()
    assert path.read_bytes() == before


def test_a_span_is_named_by_whole_seconds_that_cover_it() -> None:
    """The target of a note on a span reads back as the span, rounded outwards."""
    assert target_span(span_target(TimeSpan(-1.5, 60.2))) == TimeSpan(-2.0, 61.0)
    for wrong in ("", "5", "60/0", "a/b", "0/" + "9" * 40):
        assert target_span(wrong) is None


def test_a_rescued_note_is_put_below_the_one_in_place(session: Session) -> None:
    """Of two notes on one thing neither is lost."""
    session.write_note("event", "war", "Here.")
    here = session.workspace
    session.write_note("event", "war", "There.")
    both = with_rescued(here, session.workspace)
    assert both.note["event", "war"].words == "Here.\n\nThere."
    assert with_rescued(a_workspace(), here).notes == here.notes
