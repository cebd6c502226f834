from __future__ import annotations

from explorer.exchange.dangling import dangling_ids
from explorer.model.workspace import (
    Attachment,
    Bookmark,
    Decision,
    Resolution,
    SavedView,
    Workspace,
)
from explorer.sources.library import text_sha256
from tests.exchange.herons import STORY, carried

HELD = Attachment("report", text_sha256(STORY), "held.txt")
LOST = Attachment("report", "b" * 64, "lost.txt")


def test_a_workspace_that_fits_has_nothing_dangling() -> None:
    """Marks, texts, words on suggestions and views that name what is there."""
    workspace = Workspace(
        "test",
        (Bookmark("first"),),
        (HELD,),
        (SavedView("all", 0, 1, {"articles": ["report"]}),),
        (Decision("report.0", HELD.sha256, 0, 3, True),),
    )
    assert list(dangling_ids(carried(), workspace, {"report": [(HELD, STORY)]})) == []


def test_everything_that_names_what_is_not_there_is_told() -> None:
    """Each by its table, what it names, and the field."""
    workspace = Workspace(
        "test",
        (Bookmark("first"), Bookmark("gone")),
        (HELD, LOST, Attachment("paper", "c" * 64)),
        (SavedView("old", 0, 1, {"actors": ["nobody"], "articles": ["paper"]}),),
        (
            Decision("report.0", "d" * 64, 0, 3, True),
            Decision("report.0", LOST.sha256, 0, 3, True),
            Decision("paper.1", HELD.sha256, 0, 3, False),
        ),
        (
            Resolution("date:first", "Known."),
            Resolution("date:gone", "?"),
        ),
    )
    found = list(dangling_ids(carried(), workspace, {"report": [(HELD, STORY)]}))
    assert [(one.rule, one.table, one.id, one.field) for one in found] == [
        ("dangling", "bookmarks", "gone", "event"),
        ("dangling", "attachments", "report", "sha256"),
        ("dangling", "attachments", "paper", "article"),
        ("dangling", "decisions", "report.0", "sha256"),
        ("dangling", "decisions", "paper.1", "passage"),
        ("dangling", "views", "old", "filters.actors"),
        ("dangling", "views", "old", "filters.articles"),
        ("dangling", "resolutions", "date:gone", "disagreement"),
    ]


def test_a_text_that_was_changed_is_told() -> None:
    """The text in hand no longer has the hash it was attached under."""
    workspace = Workspace("test", attachments=(HELD,))
    (one,) = dangling_ids(carried(), workspace, {"report": [(HELD, STORY.replace("g", "k", 1))]})
    assert (one.rule, one.table, one.id, one.field) == (
        "altered", "attachments", "report", "sha256"
    )  # fmt: skip
