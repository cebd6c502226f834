from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.model.workspace import Attachment, Bookmark, SavedView, Workspace
from explorer.store.changes import Hunk, Making, Mismatch, Swap, inverse
from explorer.store.differences import applied, difference, row_tables
from explorer.store.workspace_tables import TABLES, tables_of
from tests.builders import a_full_workspace, a_workspace
from tests.store.strategies import workspaces

PATH = Path("test.workspace.json")


def test_one_bookmark_costs_one_document() -> None:
    """Adding to many bookmarks is one document put in, whatever else there is."""
    before = a_workspace(*(f"e{number}" for number in range(1000)))
    (change,) = difference(before, before.with_bookmark(Bookmark("new")))
    assert change == Hunk("bookmarks", 1000, (), ({"event": "new"},))


def test_a_note_takes_the_place_of_its_bookmark() -> None:
    """Changing one of many is one document out and one in, at its place."""
    before = a_workspace("a", "b", "c")
    (change,) = difference(before, before.with_bookmark(Bookmark("b", note="x")))
    assert isinstance(change, Hunk)
    assert (change.table, change.at) == ("bookmarks", 1)
    assert change.added == ({"event": "b", "note": "x"},)
    assert len(change.removed) == 1


def test_what_moves_to_the_end_is_taken_out_and_put_in_and_no_more() -> None:
    """A view saved again moves to the end: the others are not written."""
    views = tuple(SavedView(f"v{number}", 0.0, 1.0) for number in range(50))
    before = Workspace("test", views=views)
    after = before.with_view(SavedView("v3", 0.0, 2.0))
    changes = difference(before, after)
    assert [(len(c.removed), len(c.added)) for c in changes if isinstance(c, Hunk)] == [
        (1, 0),
        (0, 1),
    ]
    back = difference(after, before)
    assert sum(len(c.removed) + len(c.added) for c in back if isinstance(c, Hunk)) == 2


def test_every_table_of_a_workspace_is_compared_record_by_record() -> None:
    """No table falls back to being told as a whole, which would cost what it holds."""
    assert row_tables() == set(TABLES)


def test_equal_documents_are_no_change_though_they_are_other_objects() -> None:
    """A workspace that was read again differs in nothing."""
    before = a_full_workspace()
    again = replace(
        before,
        bookmarks=tuple(replace(mark) for mark in before.bookmarks),
        attachments=tuple(replace(one) for one in before.attachments),
    )
    assert difference(before, again) == ()


def test_unknown_fields_count_though_records_compare_equal() -> None:
    """What a newer version keeps in a record is written when it alone changes."""
    before = Workspace("test", (Bookmark("a", extra={"colour": "red"}),))
    after = replace(before, bookmarks=(Bookmark("a", extra={"colour": "blue"}),))
    (change,) = difference(before, after)
    assert isinstance(change, Hunk)
    assert change.added == ({"event": "a", "colour": "blue"},)


def test_unknown_tables_are_told_as_a_whole() -> None:
    """A table of a newer version that changes is put in whole, and can be taken back."""
    before = Workspace("test", extra={"later": {"1": {"a": 1}}})
    after = replace(before, extra={})
    changes = difference(before, after)
    assert changes == (Swap("later", {"1": {"a": 1}}, None),)
    assert tables_of(applied(before, changes, PATH)) == tables_of(after)
    assert tables_of(applied(after, inverse(changes), PATH)) == tables_of(before)


@given(workspaces(), workspaces())
@settings(max_examples=150)
def test_changes_lead_from_any_workspace_to_any_other_and_back(
    before: Workspace, after: Workspace
) -> None:
    """Made on records or on tables, changes give the other workspace; their inverse this one."""
    after = replace(after, chronicle=before.chronicle)
    changes = difference(before, after)
    assert tables_of(applied(before, changes, PATH)) == tables_of(after)
    assert tables_of(applied(after, inverse(changes), PATH)) == tables_of(before)
    making = Making(tables_of(before))
    making.make(changes)
    assert making.tables() == tables_of(after)


@given(st.lists(st.integers(0, 12), unique=True), st.lists(st.integers(0, 12), unique=True))
@settings(max_examples=300)
def test_any_order_of_the_same_records_is_reached(old: list[int], new: list[int]) -> None:
    """Records taken out, put in and moved in any way come out in the order they should."""
    marks = [Bookmark(f"e{number}") for number in range(13)]
    before = Workspace("test", tuple(marks[number] for number in old))
    after = Workspace("test", tuple(marks[number] for number in new))
    changes = difference(before, after)
    assert applied(before, changes, PATH).bookmarks == after.bookmarks
    assert applied(after, inverse(changes), PATH).bookmarks == before.bookmarks
    told = sum(len(c.removed) + len(c.added) for c in changes if isinstance(c, Hunk))
    assert told <= len(old) + len(new)


def test_a_change_that_does_not_fit_is_refused_and_makes_nothing() -> None:
    """Where another document stands, no change of the step is made."""
    attachment = {"article": "a", "sha256": "1"}
    step = (
        Hunk("attachments", 0, (), (attachment,)),
        Hunk("bookmarks", 0, ({"event": "gone"},), ()),
    )
    with pytest.raises(Mismatch, match="table 'bookmarks'"):
        applied(a_workspace("here"), step, PATH)
    making = Making(tables_of(a_workspace("here")))
    with pytest.raises(Mismatch):
        making.make(step)
    assert making.tables() == tables_of(a_workspace("here"))


def test_a_change_is_made_where_its_documents_are_found_if_that_is_asked() -> None:
    """After damage a document is found at another place than it was."""
    making = Making(tables_of(a_workspace("first", "second")))
    (wanted,) = (one for one in tables_of(a_workspace("second"))["bookmarks"].values())
    making.make((Hunk("bookmarks", 0, (wanted,), ()),), leniently=True)
    assert making.tables() == tables_of(a_workspace("first"))


def test_records_that_a_change_leaves_alone_stay_the_same_objects() -> None:
    """Undoing one step of many builds one record, so that it costs the same at any size."""
    before = Workspace("test", (Bookmark("a"), Bookmark("b")), (Attachment("x", "1"),))
    after = before.with_bookmark(Bookmark("c"))
    back = applied(after, inverse(difference(before, after)), PATH)
    assert all(one is two for one, two in zip(back.bookmarks, before.bookmarks, strict=True))
    assert back.attachments is before.attachments or back.attachments == before.attachments


@given(
    count=st.integers(0, 5),
    changes=st.lists(st.tuples(st.integers(0, 6), st.booleans(), st.text(max_size=2)), max_size=6),
)
def test_a_change_that_is_known_is_told_as_if_it_had_been_looked_for(
    count: int, changes: list[tuple[int, bool, str]]
) -> None:
    """A bookmark set, changed or removed gives the changes that comparing everything gives."""
    now = Workspace("test", tuple(Bookmark(f"e{at}") for at in range(count)))
    for at, removes, note in changes:
        event = f"e{at}"
        then = (
            now.without_bookmark(event)
            if removes
            else now.with_bookmark(Bookmark(event, note=note, extra={"x-n": at}))
        )
        unknown = replace(then)
        assert unknown.edit is None
        told = difference(now, then)
        assert told == difference(now, unknown)
        assert applied(now, told, PATH) == then
        now = then


def test_a_known_change_counts_only_from_what_it_was_made_of() -> None:
    """Two bookmarks set before a step are both in it, and so is a view saved with one."""
    first = Workspace("test").with_bookmark(Bookmark("one"))
    second = first.with_bookmark(Bookmark("two"))
    viewed = second.with_view(SavedView("all", 0.0, 1.0))
    for after in (second, viewed):
        found = applied(Workspace("test"), difference(Workspace("test"), after), PATH)
        assert found == after


@given(st.data())
def test_a_step_of_bookmarks_is_made_as_any_other_is(data: st.DataObject) -> None:
    """Made and taken back by its one change, it gives what comparing all would, and its index."""
    events = data.draw(st.lists(st.sampled_from("abcdef"), unique=True))
    before = a_workspace(*events)
    assert list(before.bookmark) == events  # the index is there
    wanted = data.draw(st.sampled_from("abcdefg"))
    goes = data.draw(st.booleans())
    after = (
        before.without_bookmark(wanted)
        if goes
        else before.with_bookmark(Bookmark(wanted, note="seen"))
    )
    changes = difference(before, after)
    for start, end, made in (
        (before, after, applied(before, changes, PATH)),
        (after, before, applied(after, inverse(changes), PATH)),
    ):
        assert made == end
        assert tables_of(made) == tables_of(end)
        assert dict(made.bookmark) == {one.event: one for one in end.bookmarks}
        if changes:
            assert made.edit is not None  # so that writing it compares nothing
            assert difference(start, made) == difference(start, replace(made))


def test_a_step_of_bookmarks_that_does_not_fit_is_refused() -> None:
    """What it takes out must stand at its place."""
    before = a_workspace("a", "b")
    (changed,) = difference(before, before.with_bookmark(Bookmark("b", note="x")))
    for other in (a_workspace("b", "a"), a_workspace("a"), Workspace("test")):
        with pytest.raises(Mismatch):
            applied(other, (changed,), PATH)
