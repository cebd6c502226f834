"""Coding sheets become a chronicle, or one error that lists every fault."""

from __future__ import annotations

import pytest

from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.records import Assertion, Author, Disagreement, Link, Side, Support
from explorer.sources.coding import read_articles
from explorer.sources.library import text_sha256
from explorer.sources.locators import passage_hash
from tests.sources.made_up import COURIER, HERALD, Coded


def test_building_twice_gives_the_same_chronicle(sheets: Coded) -> None:
    """The same files give an equal chronicle."""
    assert sheets.build() == sheets.build()


def test_articles_come_first_and_then_a_brief_of_each(lighthouse: Chronicle) -> None:
    """Published articles keep the sheet's order and fields; a brief retells each in our words."""
    ids = [article.id for article in lighthouse.articles]
    assert ids == ["herald-2001", "courier-2001", "brief-herald-2001", "brief-courier-2001"]
    herald, brief = lighthouse.article["herald-2001"], lighthouse.article["brief-herald-2001"]
    assert (herald.kind, herald.container_title, str(herald.issued), herald.authors) == (
        "published", "Herald", "2001-06-10", (Author("Lind", "Ada"),),
    )  # fmt: skip
    assert (brief.kind, brief.derived_from, brief.title, brief.publisher, brief.authors) == (
        "brief", "herald-2001", "Brief: a quarrel", "Quoteline", (),
    )  # fmt: skip


def test_only_briefs_carry_their_text(lighthouse: Chronicle) -> None:
    """An edition is known by the hash and length of its text; a published one holds no word."""
    for edition in lighthouse.editions:
        assert edition.id == f"{edition.article}-{edition.sha256[:8]}"
        assert (edition.text is None) == (lighthouse.article[edition.article].kind == "published")
    herald = lighthouse.editions[0]
    assert (herald.sha256, herald.length) == (text_sha256(HERALD), len(HERALD))


def test_an_address_becomes_a_locator(lighthouse: Chronicle) -> None:
    """`p2.s1-s2` is the stretch from the first to the second sentence of the second paragraph."""
    passage = lighthouse.passage["herald-2001-p2s1-2"]
    quote = HERALD[passage.start : passage.end]
    assert quote.startswith("In May 2001")
    assert quote.endswith("for a week.")
    assert passage.paragraph == 2
    assert passage.sha256 == passage_hash(quote)
    assert COURIER[slice(*_place(lighthouse, "courier-2001-p2s1"))].endswith("told us.")


def _place(chronicle: Chronicle, passage: str) -> tuple[int, int]:
    found = chronicle.passage[passage]
    return found.start, found.end


def test_each_support_has_its_brief_beside_it(lighthouse: Chronicle) -> None:
    """A published passage is followed by the brief's, with the same stance and no assertion."""
    assert lighthouse.event["guild-asks"].support == (
        Support("herald-2001-p2s1-2", "supports", Assertion(figures="two boats")),
        Support("brief-herald-2001-p2s1", "supports"),
        Support("courier-2001-p2s1", "disputes", Assertion(date="2001", figures="one boat")),
        Support("brief-courier-2001-p2s1", "disputes"),
    )


def test_a_brief_passage_names_all_that_it_retells(lighthouse: Chronicle) -> None:
    """One passage of a brief may stand in for several published ones, and is there once."""
    retells = lighthouse.passage["brief-herald-2001-p2s1"].retells
    assert retells == ("herald-2001-p2s1-2", "herald-2001-p3s1")
    assert len({passage.id for passage in lighthouse.passages}) == len(lighthouse.passages)


def test_links_are_named_after_their_ends(lighthouse: Chronicle) -> None:
    """A link's id is made of its events and its kind."""
    name = "council-refuses--responds_to--guild-asks"
    ends = ("council-refuses", "guild-asks")
    assert lighthouse.links == (Link(name, "responds_to", *ends, "after some weeks", "refusal"),)


def test_a_disagreement_sets_passages_side_by_side(lighthouse: Chronicle) -> None:
    """What differs, on which event, and what each passage says of it come from the sheet."""
    sides = (Side("herald-2001-p2s1-2", "two"), Side("courier-2001-p2s1", "one"))
    told = ("contradiction", "figure", "Two boats or one.", sides, ("guild-asks",))
    assert lighthouse.disagreements == (Disagreement("how-many-boats", *told),)
    assert lighthouse.disagreements_of_event["guild-asks"] == lighthouse.disagreements


def test_an_appeal_says_what_it_asks_for_and_on_what_ground(lighthouse: Chronicle) -> None:
    """`asks` and `ground` are kept as the sheet words them."""
    appeal = lighthouse.event["guild-asks"]
    assert (appeal.asks, appeal.ground) == ("boats", "the harbour law")


def test_what_actors_hold_is_attested(lighthouse: Chronicle) -> None:
    """A membership names the passages that attest it, and they are passages of the chronicle."""
    (member,) = lighthouse.actor["guild"].memberships
    assert (member.of, member.status, str(member.dates)) == ("council", "observer", "2001/..")
    assert member.support == ("courier-2001-p2s1",)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("events-1", 'place = "the quay"', 'plaec = "x"', "'guild-asks': unknown key 'plaec'"),
        ("events-1", "herald-2001 p2.s1-s2", "herald-2001 p9.s1", "the text has 4 paragraphs"),
        ("events-1", "herald-2001 p2.s1-s2", "herald-2001 p2.s4", "paragraph 2 has 3 sentences"),
        ("events-1", "herald-2001 p2.s1-s2", "herald-2001 p2.s2-s1", "must come after the first"),
        ("events-1", "herald-2001 p2.s1-s2", "herald-2001 2.1", "bad address '2.1'"),
        ("events-1", "herald-2001 p2.s1-s2", "echo-1999 p2.s1", "bad address 'echo-1999 p2.s1'"),
        ("events-1", 'brief = "p2.s1"', 'brief = "p7.s1"', "in brief-herald-2001"),
        ("events-1", 'brief = "p2.s1"', "", "support 1: 'brief' is missing"),
        ("events-1", 'actor = "guild"', 'actor = "gild"', "unknown actor 'gild'"),
        ("events-1", "REQUEST", "WISH", "unknown type 'WISH'"),
        ("events-1", '"initiator"', '"asker"', "unknown role 'asker'"),
        ("events-1", '"critical"', '"cross"', "unknown stance 'cross'"),
        ("events-1", '"disputes"', '"denies"', "unknown stance 'denies'"),
        ("events-1", '"stated"', '"guessed"', "unknown basis 'guessed'"),
        ("events-1", '"2001-05"', '"2001-13"', "'edtf': date '2001-13'"),
        ("events-1", '"2001-05"', "2001-05-01", "must be a text in quotation marks"),
        ("events-1", 'date = "2001"', 'date = "then"', "asserts: 'date': date 'then'"),
        ("events-1", "importance = 3", "importance = 4", "whole number from 1 to 3"),
        ("events-1", "The guild asks for boats", "word " * 13, "13 words; 12 are the most"),
        ("events-1", "courier-2001 p2.s1", "herald-2001 p2.s1-s2", "supports this event twice"),
        ("events-1", '"guild-asks"', '"Guild asks"', "'id' must be lower-case letters"),
        ("events-2", "council-refuses", "guild-asks", "the id 'guild-asks' is used twice"),
        ("events-2", 'claimed_by = "guild"', 'claimed_by = "x"', "unknown actor 'x'"),
        ("actors", '"body"', '"office"', "unknown kind 'office'"),
        ("actors", '"2001/.."', '"2001/1999"', "'dates': date '2001/1999'"),
        ("actors", 'of = "council"', 'of = "town"', "'of' names an unknown actor 'town'"),
        ("links", '"council-refuses"', '"storm"', "unknown event 'storm'"),
        ("links", '"responds_to"', '"answers"', "unknown kind 'answers'"),
        ("links", '"council-refuses"', '"guild-asks"', "to itself"),
        ("links", '"refusal"', '"shrug"', "unknown answer 'shrug'"),
        ("links", '"responds_to"', '"causes"', "only a link of the kind 'responds_to'"),
        ("disagreements", '"figure"', '"mood"', "unknown about 'mood'"),
        ("disagreements", '"contradiction"', '"quarrel"', "unknown kind 'quarrel'"),
        ("disagreements", '["guild-asks"]', "[]", "names no event"),
        ("disagreements", '["guild-asks"]', '["storm"]', "unknown event 'storm'"),
        ("disagreements", '["guild-asks"]', '["council-refuses"]', "bears on none of its events"),
        ("disagreements", "courier-2001 p2.s1", "herald-2001 p2.s1-s2", "needs two 'sides'"),
        ("articles", 'issued = "2001-06-10"', 'issued = "June"', "'issued': date 'June'"),
        ("articles", "issued-basis", "issued_basis", "unknown key 'issued_basis'"),
        ("chronicle", 'title = "The lighthouse"', "", "'title' is missing"),
        ("chronicle", "title =", "title", "chronicle.toml: cannot be read"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_file(
    sheets: Coded, file: str, old: str, new: str, told: str
) -> None:
    """Every slip in a sheet is told with the sheet's name, the record and what is wrong."""
    sheets.change(f"sheets/{file}.toml", old, new)
    with pytest.raises(QuotelineError) as error:
        sheets.build()
    lines = [line for line in str(error.value).splitlines() if told in line]
    assert lines
    assert all(line.startswith(f"{file}.toml") for line in lines)


def test_all_faults_are_told_at_once(sheets: Coded) -> None:
    """One error lists the faults of all sheets and the missing brief."""
    sheets.change("sheets/events-1.toml", "REQUEST", "WISH")
    sheets.change("sheets/links.toml", "responds_to", "answers")
    sheets.write("sheets/notes.toml", "")
    (sheets.folder / "briefs/courier-2001.txt").unlink()
    with pytest.raises(QuotelineError) as error:
        sheets.build()
    told = str(error.value)
    assert "4 faults" in told
    for one in ("unknown type 'WISH'", "unknown kind 'answers'", "notes.toml", "courier-2001.txt"):
        assert one in told


def test_an_event_without_support_is_a_fault(sheets: Coded) -> None:
    """Every event answers to a passage."""
    text = (sheets.folder / "sheets/events-2.toml").read_text(encoding="utf-8")
    sheets.write("sheets/events-2.toml", text[: text.index("[[event.support]]")])
    with pytest.raises(QuotelineError, match="'council-refuses': has no support"):
        sheets.build()


def test_articles_are_read_by_file_name_or_id(sheets: Coded) -> None:
    """The file that the sheet names is read, else the one named after the article; or a fault."""
    folder = sheets.folder / "articles"
    assert read_articles(sheets.folder / "sheets", folder) == {
        "herald-2001": HERALD,
        "courier-2001": COURIER,
    }
    (folder / "000.txt").unlink()
    with pytest.raises(QuotelineError, match=r"000\.txt or herald-2001\.txt"):
        read_articles(sheets.folder / "sheets", folder)
