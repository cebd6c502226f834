"""Word diff: every change shows, nothing else does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.sources.word_diff import Change, word_diff

texts = st.text(alphabet="ab cԱя’'—-\n", max_size=40)


def test_a_changed_word_is_gone_and_new() -> None:
    """The word that went stands before the one that came."""
    assert word_diff("two boats came", "two ships came") == [
        Change("same", "two "),
        Change("gone", "boats"),
        Change("new", "ships"),
        Change("same", " came"),
    ]


def test_quotes_dashes_and_lines_are_no_change() -> None:
    """What the normal form levels does not show as changed."""
    changes = word_diff("“No” – he said", '"No"\n- he said')
    assert [one.kind for one in changes] == ["same"]


@given(texts, texts)
def test_what_stayed_and_came_is_the_new_text(old: str, new: str) -> None:
    """No code point of the new text is lost, and none of the old one is forgotten."""
    changes = word_diff(old, new)
    assert "".join(one.text for one in changes if one.kind != "gone") == new
    gone = sum(len(one.text.split()) for one in changes if one.kind == "gone")
    assert gone <= len(old)
    assert all(one.text for one in changes)
