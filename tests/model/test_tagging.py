"""Tags over all bookmarks: counted, coloured, renamed, merged, dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.tagging import tag_counts, with_colour, with_tag_renamed, without_tag
from explorer.model.tags import TAG_COLOURS, TagColour, initials, tags_in
from explorer.model.workspace import Bookmark, Workspace

TAGS = st.sampled_from(["a", "b", "c d", "ე"])
MARKS = st.lists(st.lists(TAGS, unique=True).map(tuple), max_size=6).map(
    lambda some: tuple(Bookmark(f"event-{at}", tags=tags) for at, tags in enumerate(some))
)
COLOURS = st.lists(
    st.builds(TagColour, tag=TAGS, colour=st.sampled_from(TAG_COLOURS)),
    unique_by=lambda one: one.tag,
).map(tuple)
WORKSPACES = st.builds(Workspace, bookmarks=MARKS, tag_colours=COLOURS)


def test_tags_are_counted_in_alphabetical_order() -> None:
    """By bookmarks; a tag that only has a colour counts 0."""
    marks = (Bookmark("x", tags=("beta", "Alpha")), Bookmark("y", tags=("beta",)))
    found = tag_counts(Workspace(bookmarks=marks, tag_colours=(TagColour("gamma", "red"),)))
    assert list(found.items()) == [("Alpha", 1), ("beta", 2), ("gamma", 0)]


@given(WORKSPACES, TAGS, TAGS)
def test_renaming_keeps_every_bookmark_and_drops_the_old_name(
    workspace: Workspace, tag: str, name: str
) -> None:
    """Whoever had the old tag has the new one, once; whoever did not is as before."""
    renamed = with_tag_renamed(workspace, tag, name)
    assert len(renamed.bookmarks) == len(workspace.bookmarks)
    for old, new in zip(workspace.bookmarks, renamed.bookmarks, strict=True):
        assert new.event == old.event
        assert set(new.tags) == {name if one == tag else one for one in old.tags}
        assert len(set(new.tags)) == len(new.tags)
        assert tag in old.tags or new == old
    colours = [one.tag for one in renamed.tag_colours]
    assert len(set(colours)) == len(colours)
    assert tag == name or tag not in tag_counts(renamed)
    expected = workspace.colour.get(name) or workspace.colour.get(tag)
    assert renamed.colour.get(name) == expected or tag == name


@given(WORKSPACES, TAGS)
def test_a_tag_renamed_to_a_new_name_and_back_is_as_before(workspace: Workspace, tag: str) -> None:
    """A name that nobody had loses nothing on the way."""
    assert with_tag_renamed(with_tag_renamed(workspace, tag, "new"), "new", tag) == workspace


@given(WORKSPACES, TAGS)
def test_a_tag_removed_is_nowhere(workspace: Workspace, tag: str) -> None:
    """Neither on a bookmark nor with a colour; all other tags stay."""
    left = without_tag(workspace, tag)
    assert tag not in tag_counts(left)
    kept = {one: n for one, n in tag_counts(workspace).items() if one != tag}
    assert tag_counts(left) == kept


@given(WORKSPACES, TAGS, st.sampled_from(TAG_COLOURS))
def test_a_colour_given_can_be_taken_away(workspace: Workspace, tag: str, colour: str) -> None:
    """A tag has one colour, in the old one's place, or none."""
    coloured = with_colour(workspace, tag, colour)
    assert coloured.colour[tag] == colour
    assert coloured.bookmarks is workspace.bookmarks
    plain = with_colour(coloured, tag, "")
    assert plain.tag_colours == tuple(one for one in workspace.tag_colours if one.tag != tag)


@pytest.mark.parametrize(
    ("text", "tags"),
    [("", ()), (" a , b,a ,, ", ("a", "b")), ("chapter 2", ("chapter 2",))],
)
def test_tags_are_read_from_a_text(text: str, tags: tuple[str, ...]) -> None:
    """They stand apart by commas; each counts once."""
    assert tags_in(text) == tags


@pytest.mark.parametrize(
    ("tag", "letters"),
    [("chapter two", "CT"), ("check", "Ch"), ("x", "X"), ("to-do", "TD"), ("ეჭვი", "ეჭ"), ("", "")],
)
def test_a_tag_has_initials(tag: str, letters: str) -> None:
    """Of its first two words, or its own first two letters, in any script."""
    assert initials(tag) == letters
