"""The library reads every passage in the texts in hand."""

from __future__ import annotations

from explorer.model.chronicle import Chronicle
from explorer.sources.library import Status, make_library
from tests.sources.made_up import COURIER, HERALD


def test_nothing_attached_leaves_only_the_briefs(lighthouse: Chronicle) -> None:
    """Published passages are unattached, without a quote; the briefs' are exact."""
    library = make_library(lighthouse)
    reading = library.reading("herald-2001-p3s1")
    assert (reading.status, reading.quote) == (Status.UNATTACHED, "")
    assert reading.start == lighthouse.passage["herald-2001-p3s1"].start
    brief = library.reading("brief-herald-2001-p2s1")
    assert (brief.status, brief.quote) == (Status.EXACT, "The guild asked and was refused.")
    assert library.text("herald-2001") is None
    assert not library.is_attached("herald-2001")
    assert library.is_attached("brief-herald-2001")


def test_an_attached_text_gives_its_own_words(lighthouse: Chronicle) -> None:
    """With the edition in hand every passage is exact and quotes the text at its offsets."""
    library = make_library(lighthouse, {"herald-2001": HERALD})
    reading = library.reading("herald-2001-p3s1")
    assert (reading.status, reading.quote) == (Status.EXACT, "On 3 June the council said no.")
    assert HERALD[reading.start : reading.end] == reading.quote


def test_another_edition_moves_or_loses_passages(lighthouse: Chronicle) -> None:
    """A heading put before moves the passages; a changed word makes its passage missing."""
    other = "HERALD ONLINE\n" + HERALD.replace("said no", "said yes")
    library = make_library(lighthouse, {"herald-2001": other})
    moved, missing = (library.reading(f"herald-2001-{one}") for one in ("p2s1-2", "p3s1"))
    assert (moved.status, other[moved.start : moved.end]) == (Status.MOVED, moved.quote)
    assert moved.quote.startswith("In May 2001")
    assert (missing.status, missing.quote) == (Status.MISSING, "")
    assert missing.start == lighthouse.passage["herald-2001-p3s1"].start


def test_a_brief_stands_in_for_a_passage(lighthouse: Chronicle) -> None:
    """The brief's reading that retells a passage is given for its event, none for another."""
    library = make_library(lighthouse)
    event = lighthouse.event["guild-asks"]
    stand_in = library.stand_in(event, "courier-2001-p2s1")
    assert stand_in is not None
    assert stand_in.quote == "Only one boat was wanted, it says."
    assert library.stand_in(event, "brief-herald-2001-p2s1") is None


def test_quotes_in_hand_are_those_proven(lighthouse: Chronicle) -> None:
    """Exact and moved passages are in hand, and nothing else."""
    library = make_library(lighthouse, {"courier-2001": "Ahead.\n" + COURIER})
    in_hand = library.in_hand()
    assert set(in_hand) == {
        "courier-2001-p2s1", "brief-herald-2001-p2s1", "brief-courier-2001-p2s1",
    }  # fmt: skip
    assert in_hand["courier-2001-p2s1"].startswith("The guild wanted")


def test_counts_add_up_to_the_passages_of_each_article(lighthouse: Chronicle) -> None:
    """Every published article is counted, with every status, briefs left out."""
    counts = make_library(lighthouse, {"herald-2001": HERALD}).counts()
    assert counts == {
        "herald-2001": {**dict.fromkeys(Status, 0), Status.EXACT: 2},
        "courier-2001": {**dict.fromkeys(Status, 0), Status.UNATTACHED: 1},
    }
