"""The body of a page's article is found whole, and what stands around it is left out."""

from __future__ import annotations

import pytest
from hypothesis import given

from explorer.importing.blocks import page_of
from explorer.importing.markup import parse_page
from explorer.importing.readable import joined, readable
from tests.importing.made_pages import STRAY, MadePage, page, pages, with_everything

FIRST = "The harbour guild asked the island council for two boats in the spring of that year."
SECOND = "The council kept the letter for a week, and nobody on the island spoke of it again."
THIRD = "On the third of June it said no, and the guild called the answer late and unkind."
BODY = [FIRST, SECOND, THIRD]


def body_of(source: str) -> list[str]:
    """Return the lines of the readable body of a page's source."""
    root = parse_page(source, "a.html")
    assert root is not None
    return [line for line in readable(page_of(root)).split("\n") if line]


@given(pages())
def test_no_paragraph_is_lost_and_nothing_else_is_taken(made: MadePage) -> None:
    """Whatever stands around an article, its paragraphs are the lines of the body, in order."""
    lines = body_of(made.source)
    wanted = list(made.paragraphs)
    assert [line for line in lines if line not in ("Tale", "Comments (2)", "Read more")] == wanted


@given(pages())
def test_the_whole_page_has_every_paragraph_and_all_that_stands_around(made: MadePage) -> None:
    """The other text of a page leaves nothing out that a browser shows, and no script in."""
    root = parse_page(made.source, "a.html")
    assert root is not None
    text = joined(page_of(root).blocks)
    lines = text.split("\n")
    assert [line for line in lines if line in made.paragraphs] == list(made.paragraphs)
    assert STRAY in text
    assert "script" not in text
    assert "\r" not in text


def test_headline_captions_and_notes_belong_to_the_body() -> None:
    """Title, caption, subheads, quotes, lists, tables and footnotes are kept, each a line."""
    inside = (
        f"<h1>Tale</h1><figure><img><figcaption>The quay. Photo: Lind</figcaption></figure>"
        f"<p>{FIRST}</p><h2>What came then</h2><blockquote><p>“We saw none.”</p></blockquote>"
        f"<p>{SECOND}</p><ul><li>One boat</li><li>Two oars</li></ul>"
        f"<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2001</td><td>0</td></tr></table>"
        f"<p>{THIRD}</p><footer><p>1. A footnote.</p></footer>"
    )
    assert body_of(page([], headline=inside)) == [
        "Tale", "The quay. Photo: Lind", FIRST, "What came then", "“We saw none.”", SECOND,
        "One boat", "Two oars", "Year\tBoats", "2001\t0", THIRD, "1. A footnote.",
    ]  # fmt: skip


def test_the_headline_may_stand_outside_the_body() -> None:
    """A header before the article gives its headline and lead, but not its menu."""
    before = (
        "<header><nav><a href='/'>Unwanted home</a></nav><h1>Tale</h1>"
        "<p>Why no boat ever came</p></header>"
    )
    assert body_of(page(BODY, before=before)) == ["Tale", "Why no boat ever came", *BODY]


def test_the_papers_name_is_no_headline() -> None:
    """Of two first-rank headings the one that the page's title repeats at length is taken."""
    before = "<div><h1>Paper</h1></div><div><h1>A tale of boats</h1></div>"
    assert body_of(page(BODY, "A tale of boats", before=before))[0] == "A tale of boats"


def test_links_between_paragraphs_do_not_end_the_article() -> None:
    """A list of related stories amid the body is dropped, and what follows it is kept."""
    inside = (
        f"<p>{FIRST}</p><h3>Related stories</h3><ul><li><a href='/a'>One</a></li></ul>"
        f"<p>{SECOND}</p><p>{THIRD}</p>"
    )
    assert body_of(page([], headline=inside)) == BODY


def test_a_lead_beside_the_body_belongs_to_it() -> None:
    """What reads as the article does is kept, also after it; notices and cards are not."""
    lead = (
        "<div class='lead'><p>Why a whole year went by, and then another, without a boat.</p></div>"
    )
    notice = (
        "<div><p>Unwanted: our newsletter tells you of all the boats there are, daily.</p></div>"
    )
    card = f"<div><a href='/x'>Unwanted card of a story</a><p>Unwanted. {FIRST[-30:]}</p></div>"
    note = "<div><p>This tale was told by Ada Lind, who has lived on the island since.</p></div>"
    source = page(
        BODY * 3,
        before=f"<main>{notice}{lead}",
        after=f"{card}{note}</main>",
        body="<article>{0}</article>",
    )
    lines = body_of(source)
    assert lines[0].startswith("Why a whole year")
    assert lines[-1].startswith("This tale was told")
    assert lines[1:-1] == BODY * 3


def test_a_name_that_tells_of_a_state_drops_nothing() -> None:
    """A wrapper called "has-sidebar", "no-comments" or the like is not a sidebar."""
    for name in ("has-sidebar", "no-comments", "comments-open", "withRelated"):
        body = f"<div class='{name}'>{{0}}</div>"
        assert body_of(page(BODY, body=body)) == BODY


def test_a_misleading_name_around_the_article_drops_nothing() -> None:
    """What holds the headline, the main element or all the prose is not left out by its name."""
    for body in (
        "<div class='widget'><article>{0}</article></div>",
        "<div class='modal'>{0}</div>",
        "<aside>{0}</aside>",
        "<div id='sidebar'><main>{0}</main></div>",
    ):
        assert body_of(page(BODY, body=body)) == BODY


def test_an_article_in_several_parts_is_whole() -> None:
    """Articles of like size stand side by side in one body; short cards do not."""
    parts = "".join(f"<article><p>{one}</p></article>" for one in BODY)
    cards = "<article><h3><a href='/a'>Unwanted</a></h3></article>"
    assert body_of(page([], body="<main>{0}</main>", headline=parts + cards)) == BODY


def test_a_link_that_is_a_sentence_is_kept() -> None:
    """Only runs of bare links are dropped; a linked paragraph is the article's."""
    linked = "The council has since published all of the letters that it had received."
    inside = f"<p>{FIRST}</p><p><a href='/l'>{linked}</a></p><p>{SECOND}</p>"
    assert body_of(page([THIRD], headline=inside)) == [FIRST, linked, SECOND, THIRD]


@pytest.mark.parametrize("source", ["<p>Short.</p>", "<nav><a href='/'>Home</a></nav>"])
def test_a_page_without_prose_has_no_body(source: str) -> None:
    """Nothing is made up where there is nothing to read."""
    assert body_of(page([], headline=source)) == []


def test_everything_around_is_left_out() -> None:
    """Menu, cookie banner, comments, teasers and address are gone at once."""
    lines = body_of(with_everything("Tale", BODY, "The quay"))
    assert lines == ["Tale", "The quay", *BODY]
