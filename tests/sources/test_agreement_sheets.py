from __future__ import annotations

from pathlib import Path

import pytest

from explorer.model.errors import QuotelineError
from explorer.sources.agreement_sheets import CodedLink, Sentence, read_coding
from tests.sources.made_up import Coded

EVENT = """
[[event]]
id = "first"
title = "A title"
date = { edtf = "2001-05", basis = "stated" }
type = "REQUEST"
participants = [{ actor = "guild", role = "initiator" }, { actor = "guild", role = "target" }]
support = [{ at = "herald p2.s1-s3" }, { at = "herald p2.s2" }, { at = "courier p1.s1-2" }]
"""


def folder(place: Path, **sheets: str) -> Path:
    """Write sheets into a folder."""
    for name, text in sheets.items():
        (place / f"{name.replace('_', '-')}.toml").write_text(text, "utf-8")
    return place


def test_an_event_needs_little(tmp_path: Path) -> None:
    """No summary, brief or importance; no chronicle.toml beside it. Its sentences are a set."""
    coding = read_coding(folder(tmp_path, events_herald=EVENT))
    (event,) = coding.events
    assert (event.id, event.title, event.date.edtf, event.type) == (
        "first",
        "A title",
        "2001-05",
        "REQUEST",
    )
    assert (event.actors, event.claimed_by) == (frozenset({"guild"}), "")
    assert event.evidence == {
        Sentence("herald", 2, 1),
        Sentence("herald", 2, 2),
        Sentence("herald", 2, 3),
        Sentence("courier", 1, 1),
        Sentence("courier", 1, 2),
    }
    assert (coding.links, coding.disagreements) == ((), ())


def test_the_sheets_of_a_chronicle_are_a_coding(sheets: Coded) -> None:
    """Those that `build` reads serve as they are; what is not compared is passed over."""
    coding = read_coding(sheets.folder / "sheets")
    assert [one.id for one in coding.events] == ["guild-asks", "council-refuses"]
    assert coding.links == (CodedLink("council-refuses", "guild-asks", "responds_to", "refusal"),)
    (differing,) = coding.disagreements
    assert (differing.kind, differing.about, differing.events) == (
        "contradiction",
        "figure",
        frozenset({"guild-asks"}),
    )
    assert differing.sides[1] == {Sentence("courier-2001", 2, 1)}


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    """With its file and id, as when a chronicle is built."""
    folder(
        tmp_path,
        events=EVENT
        + EVENT
        + """
        [[event]]
        id = "second"
        date = { edtf = "in May" }
        type = "REQUEST"
        support = [{ at = "herald 2.1" }, { at = "herald p1.s3-s2" }]
        """,
        links='[[link]]\nfrom = "first"\nto = "gone"\nkind = "causes"',
        disagreements="""
        [[disagreement]]
        id = "d"
        kind = "framing"
        about = "date"
        sides = [{ at = "herald p1.s1" }]
        events = ["first", "lost"]
        """,
        links_2="not TOML",
        notes="also not TOML",
    )
    with pytest.raises(QuotelineError) as refused:
        read_coding(tmp_path)
    told = str(refused.value)
    assert told.startswith(f"{tmp_path}: The coding sheets hold 9 faults:")
    for words in (
        "events.toml: event 'first': this id is used twice",
        "event 'second': date: 'edtf'",
        "bad address 'herald 2.1'",
        "bad address 'herald p1.s3-s2'",
        "has no support",
        "link 1: names an unknown event 'gone'",
        "needs two 'sides'",
        "names an unknown event 'lost'",
        "links-2.toml: cannot be read",
    ):
        assert words in told


def test_a_folder_without_sheets_is_refused(tmp_path: Path) -> None:
    """So is one that is not there."""
    with pytest.raises(QuotelineError, match="holds no sheet of events"):
        read_coding(tmp_path)
    with pytest.raises(QuotelineError, match="no such folder"):
        read_coding(tmp_path / "gone")
