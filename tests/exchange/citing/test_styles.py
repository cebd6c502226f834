"""Styles: articles cited as the manuals have it."""

from __future__ import annotations

import pytest

from explorer.exchange.citing.styles import Style, in_first_note, in_full, in_short
from explorer.exchange.citing.words import plain
from explorer.model.date import parse_date
from explorer.model.records import Article, Author

LIND, BERG = Author("Lind", "Ada Rose"), Author("Berg", "Jean-Luc")
BOATS = Article(
    "boats",
    "published",
    "The Boats: A Quarrel",
    container_title="Herald",
    authors=(LIND,),
    issued=parse_date("2001-06-10"),
    url="https://herald.example/boats",
)


def variant(**changed: object) -> Article:
    """Return the article with other fields."""
    fields = {name: getattr(BOATS, name) for name in Article.__slots__}
    return Article(**{**fields, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("style", "wanted"),
    [
        (
            Style.CHICAGO,
            (
                "Lind, Ada Rose. “The Boats: A Quarrel.” Herald, June 10, 2001. "
                "https://herald.example/boats."
            ),
        ),
        (
            Style.APA,
            (
                "Lind, A. R. (2001, June 10). The Boats: A Quarrel. Herald. "
                "https://herald.example/boats"
            ),
        ),
        (
            Style.MLA,
            "Lind, Ada Rose. “The Boats: A Quarrel.” Herald, 10 June 2001, herald.example/boats.",
        ),
    ],
)
def test_an_article_in_full(style: Style, wanted: str) -> None:
    """One author, a day, an address."""
    assert plain(in_full(BOATS, style)) == wanted


def test_a_first_note_names_the_passage_before_the_address() -> None:
    """Chicago ends a note with the address; the other styles name the passage in parentheses."""
    assert plain(in_first_note(BOATS, Style.CHICAGO, "para. 3")) == (
        "Ada Rose Lind, “The Boats: A Quarrel,” Herald, June 10, 2001, para. 3, "
        "https://herald.example/boats."
    )
    assert plain(in_first_note(BOATS, Style.APA, "para. 3")) == "(Lind, 2001, para. 3)"


@pytest.mark.parametrize("style", Style)
def test_where_it_appeared_is_in_italics(style: Style) -> None:
    """And nothing else."""
    assert [one.text for one in in_full(BOATS, style) if one.italic] == ["Herald"]


@pytest.mark.parametrize(
    ("style", "wanted"),
    [
        (Style.CHICAGO, "Lind, “Boats,” para. 3."),
        (Style.APA, "(Lind, 2001, para. 3)"),
        (Style.MLA, "(Lind, par. 3)"),
    ],
)
def test_an_article_in_short(style: Style, wanted: str) -> None:
    """By the family name and the passage; Chicago adds a short title."""
    assert plain(in_short(BOATS, style, "para. 3")) == wanted


@pytest.mark.parametrize(
    ("style", "wanted"),
    [
        (Style.CHICAGO, "Lind, Ada Rose, and Jean-Luc Berg. “"),
        (Style.APA, "Lind, A. R., & Berg, J.-L. ("),
        (Style.MLA, "Lind, Ada Rose, and Jean-Luc Berg. “"),
    ],
)
def test_two_authors(style: Style, wanted: str) -> None:
    """Both are named, as each style turns them about."""
    assert plain(in_full(variant(authors=(LIND, BERG)), style)).startswith(wanted)


@pytest.mark.parametrize(
    ("style", "wanted"),
    [
        (Style.CHICAGO, "Lind, Ada Rose, Jean-Luc Berg, Ada Rose Lind, and Jean-Luc Berg. “"),
        (Style.APA, "Lind, A. R., Berg, J.-L., Lind, A. R., & Berg, J.-L. ("),
        (Style.MLA, "Lind, Ada Rose, et al. “"),
    ],
)
def test_four_authors(style: Style, wanted: str) -> None:
    """APA lists up to twenty, Chicago up to ten; MLA and a Chicago note name the first."""
    four = variant(authors=(LIND, BERG, LIND, BERG))
    assert plain(in_full(four, style)).startswith(wanted)
    note = plain(in_first_note(four, Style.CHICAGO, "para. 3"))
    assert note.startswith("Ada Rose Lind et al., “")


def test_more_than_ten_authors() -> None:
    """A Chicago bibliography names the first seven."""
    many = plain(in_full(variant(authors=(LIND, *[BERG] * 10)), Style.CHICAGO))
    assert many.startswith("Lind, Ada Rose" + ", Jean-Luc Berg" * 6 + ", et al. “")


@pytest.mark.parametrize(
    ("style", "full", "short"),
    [
        (Style.CHICAGO, "“The Boats: A Quarrel.” Herald", "“Boats,” para. 3."),
        (Style.APA, "The Boats: A Quarrel. (2001, June 10). Herald", "(“Boats,” 2001, para. 3)"),
        (Style.MLA, "“The Boats: A Quarrel.” Herald", "(“Boats,” par. 3)"),
    ],
)
def test_without_an_author_the_title_leads(style: Style, full: str, short: str) -> None:
    """In the list and in the text."""
    nobody = variant(authors=())
    assert plain(in_full(nobody, style)).startswith(full)
    assert plain(in_short(nobody, style, "para. 3")) == short


@pytest.mark.parametrize(
    ("issued", "chicago", "apa"),
    [
        ("2001-06", "June 2001", "(2001, June)"),
        ("2001", "Herald, 2001", "(2001)"),
        ("[2001-03..2001-06]", "[2001]", "(ca. 2001)"),
        ("[2001..2002]", "[2001 or 2002]", "(ca. 2001–2002)"),
        ("[1999..2002]", "[1999 to 2002]", "(ca. 1999–2002)"),
        ("2001~", "[2001]", "(ca. 2001)"),
        ("../2001", "n.d.", "(n.d.)"),
    ],
)
def test_a_date_is_no_surer_than_it_is(issued: str, chicago: str, apa: str) -> None:
    """A year that was found by inference stands in brackets, or is about so."""
    dated = variant(issued=parse_date(issued))
    assert chicago in plain(in_full(dated, Style.CHICAGO))
    assert apa in plain(in_full(dated, Style.APA))


def test_marks_at_a_title_s_end_are_kept() -> None:
    """A question stays one; quotation marks within become single ones."""
    asked = variant(title="Who “Owns” the Boats?")
    assert "“Who ‘Owns’ the Boats?,” " in plain(in_first_note(asked, Style.CHICAGO, ""))
    assert "“Who ‘Owns’ the Boats?” Herald" in plain(in_full(asked, Style.CHICAGO))
    assert "“Who ‘Owns’ the Boats?” " in plain(in_full(asked, Style.MLA))
    assert "Who “Owns” the Boats? Herald" in plain(in_full(asked, Style.APA))


def test_an_article_of_which_little_is_known() -> None:
    """A title alone makes a citation in every style."""
    bare = Article("bare", "published", "Boats")
    cited = [plain(in_full(bare, style)).strip() for style in Style]
    assert cited == ["“Boats.” n.d.", "Boats. (n.d.).", "“Boats.”"]
