"""Marks: the index of bookmarks that workspaces share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.model.workspace import Bookmark, Workspace


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 4), st.booleans(), st.text(max_size=1)),
        max_size=25,
    )
)
def test_the_index_of_every_workspace_holds_just_its_own_bookmarks(
    changes: list[tuple[int, int, bool, str]],
) -> None:
    """Whichever workspaces are made of whichever others, each finds its bookmarks and no more."""
    made = [Workspace("test", (Bookmark("e0"), Bookmark("e1")))]
    for base, event, removes, note in changes:
        before = made[base % len(made)]
        name = f"e{event}"
        made.append(
            before.without_bookmark(name)
            if removes
            else before.with_bookmark(Bookmark(name, note=note))
        )
    for one in made:
        plain = {mark.event: mark for mark in one.bookmarks}
        assert dict(one.bookmark) == plain
        assert len(one.bookmark) == len(plain)
        for event in range(5):
            assert one.bookmark.get(f"e{event}") is plain.get(f"e{event}")
            assert (f"e{event}" in one.bookmark) == (f"e{event}" in plain)


def test_a_changed_bookmark_keeps_its_place() -> None:
    """A note on a bookmark changes neither its place nor the others."""
    before = Workspace("test", (Bookmark("a"), Bookmark("b"), Bookmark("c")))
    after = before.with_bookmark(Bookmark("b", note="x"))
    assert [mark.event for mark in after.bookmarks] == ["a", "b", "c"]
    assert before.bookmark["b"].note == ""
    assert after.bookmark["b"].note == "x"
