from __future__ import annotations

from pathlib import Path

from explorer.exchange.report_editions import (
    EditionLine,
    PassageLine,
    edition_lines,
    editions_in_hand,
    editions_shown,
    unproven,
)
from explorer.exchange.share import shareable
from explorer.model.workspace import Decision, Workspace
from explorer.sources.library import Status, make_library
from explorer.store.texts import TextStore
from tests.exchange.herons import STORY, carried
from tests.exchange.reported import CUT, attached

CHRONICLE = shareable(carried(), ())
MOVED = f"A banner.\n\n{STORY}"


def test_each_text_of_an_article_has_its_own_counts() -> None:
    """All that are attached are read, and the one shown is told."""
    editions = {"report": [(attached(STORY, "a.txt"), STORY), (attached(CUT, "b.txt"), CUT)]}
    first, second = edition_lines(make_library(CHRONICLE, {"report": CUT}), Workspace(), editions)
    assert (first.name, first.edition, first.shown) == ("a.txt", "report-edition", False)
    assert (first.counts[Status.EXACT], first.total, first.wanting) == (3, 3, ())
    assert (second.name, second.edition, second.shown) == ("b.txt", "", True)
    assert (second.counts[Status.MOVED], second.counts[Status.MISSING]) == (1, 2)
    assert [(one.passage, one.status, one.events) for one in second.wanting] == [
        ("report.0", Status.MISSING, ("first",)),
        ("report.1", Status.MISSING, ("first",)),
    ]


def test_an_article_without_a_text_is_unattached() -> None:
    """It has one line in which no text is named."""
    (line,) = edition_lines(make_library(CHRONICLE), Workspace(), {})
    assert (line.sha256, line.shown, line.counts[Status.UNATTACHED]) == ("", False, 3)


def test_the_readers_word_counts_in_its_text_only() -> None:
    """An accepted place is accepted, and in no other text."""
    cut = attached(CUT)
    words = (
        Decision("report.0", cut.sha256, 0, 9, True),
        Decision("report.1", attached(MOVED).sha256, 0, 9, True),
    )
    (line,) = edition_lines(
        make_library(CHRONICLE, {"report": CUT}),
        Workspace(decisions=words),
        {"report": [(cut, CUT)]},
    )
    assert [(one.passage, one.status, one.start, one.end) for one in line.wanting] == [
        ("report.0", Status.ACCEPTED, 0, 9),
        ("report.1", Status.MISSING, *_offsets("report.1")),
    ]
    (told,) = unproven([line])
    assert (told.rule, told.id) == ("missing", "report.1")


def test_a_suggested_passage_asks_for_a_look() -> None:
    """It is a violation of its own kind, with what to do."""
    one = PassageLine("report.1", Status.SUGGESTED, 1, 3, 9)
    line = EditionLine("report", "T", {}, "a" * 64, "b.txt", wanting=(one,))
    (told,) = unproven([line])
    assert (told.rule, told.problem) == (
        "suggested", "paragraph 1 of report, is suggested in b.txt"
    )  # fmt: skip


def _offsets(passage: str) -> tuple[int, int]:
    one = CHRONICLE.passage[passage]
    return one.start, one.end


def test_all_attached_texts_are_in_hand(tmp_path: Path) -> None:
    """Those given for one run come after them and once; a lost one is left out."""
    texts = TextStore(tmp_path)
    for text in (STORY, CUT):
        texts.put(text)
    marks = tuple(attached(text, name) for text, name in ((STORY, "a"), (CUT, "b"), ("gone", "c")))
    workspace = Workspace(attachments=marks)
    in_hand = editions_in_hand(workspace, texts, {"report": STORY, "paper": "New."})
    assert [(one.name, text) for one, text in in_hand["report"]] == [("b", CUT), ("a", STORY)]
    assert [text for _, text in in_hand["paper"]] == ["New."]


def test_a_changed_text_is_in_hand_as_it_is_now(tmp_path: Path) -> None:
    """Under the hash it was attached with, so that the change is noticed."""
    sha256 = TextStore(tmp_path).put(STORY)
    (tmp_path / f"{sha256}.txt").write_text(CUT, "utf-8")
    workspace = Workspace(attachments=(attached(STORY),))
    assert editions_in_hand(workspace, TextStore(tmp_path)) == {"report": ((attached(STORY), CUT),)}


def test_without_more_the_texts_shown_are_in_hand() -> None:
    """The library's text of each published article, by the name it was attached under."""
    library = make_library(CHRONICLE, {"report": CUT})
    workspace = Workspace(attachments=(attached(CUT, "b.txt"),))
    ((one, text),) = editions_shown(library, workspace)["report"]
    assert (one.name, text) == ("b.txt", CUT)
    assert editions_shown(make_library(CHRONICLE), workspace) == {}
