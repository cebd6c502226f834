"""Pages made up around the paragraphs of an article; no test stands here."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from hypothesis import strategies as st

from tests.sources.editions import sentences

STRAY = "Unwanted"
"""The word that begins every line of a page which is not the article's."""

_SAYS = "{0} says this at some length, as such pages do, so that it looks like prose."
_LINKS = "<a href='/x'>{0} first of the stories</a>", "<a href='/y'>{0} second one</a>"
_NAV = (
    f"<nav><ul><li>{_LINKS[0]}</li><li>{_LINKS[1]}</li></ul></nav>",
    f"<div class='site-menu'>{_LINKS[0]} {_LINKS[1]}</div>",
    f"<div role='navigation'><p>{_SAYS}</p></div>",
    f"<header class='masthead'><div>{_SAYS}</div></header>",
)
_COOKIES = (
    f"<div id='cookie-banner'><p>{_SAYS}</p><button>{{0}} accept</button></div>",
    f"<div class='gdpr_consent modal'><div>{_SAYS}</div></div>",
    f"<section role='dialog'><p>{_SAYS}</p></section>",
)
_COMMENTS = (
    f"<section id='comments'><h2>{{0}} talk</h2><article><p>{_SAYS}</p></article></section>",
    f"<ol class='comment-list'><li><p>{_SAYS}</p></li></ol>",
    f"<div class='comments-area'><div><p>{_SAYS}</p></div></div>",
    f"<div><h3>Comments (2)</h3><p>{_SAYS}</p><p>{_SAYS}</p></div>",
)
_TEASERS = (
    f"<aside><h3>{{0}} stories</h3><p>{_SAYS}</p></aside>",
    f"<div class='related-posts'><a href='/x'><h4>{{0}} headline</h4></a><p>{_SAYS}</p></div>",
    f"<section><h2>Read more</h2><div>{_LINKS[0]}</div><div>{_LINKS[1]}</div></section>",
    f"<ul><li>{_LINKS[0]}</li><li>{_LINKS[1]}</li></ul>",
    f"<footer><p>{_SAYS}</p></footer>",
)
_BODIES = (
    "<article>{0}</article>",
    "<main><article>{0}</article></main>",
    "<main id='content' class='has-sidebar'>{0}</main>",
    "<div role='main'><div class='post comments-open'>{0}</div></div>",
    "<div itemprop='articleBody'>{0}</div>",
    "<div class='c1'><div class='c2'>{0}</div></div>",
    "<table><tr><td>{0}</td></tr></table>",
    "<form action='/'><div class='wrap'>{0}</div></form>",
)
_PARAGRAPHS = ("<p>{0}</p>", "<div>{0}</div>", "{0}<br><br>", "<p><span>{0}</span></p>\n")


@dataclass(frozen=True)
class MadePage:
    """A page's source and, in order, the paragraphs of the article in it."""

    source: str
    paragraphs: tuple[str, ...]


def page(
    paragraphs: list[str],
    title: str = "Tale",
    *,
    before: str = "",
    amid: str = "",
    after: str = "",
    body: str = _BODIES[0],
    paragraph: str = _PARAGRAPHS[0],
    headline: str = "",
) -> str:
    """Return the source of a page around paragraphs, which are escaped."""
    marked = [paragraph.format(escape(one)) for one in paragraphs]
    inside = "".join((headline, *marked[:1], amid, *marked[1:]))
    return (
        f"<!DOCTYPE html><html><head><title>{escape(title)} | Paper</title>"
        "<script>var a = '<p>Unwanted script</p>';</script><style>p { color: red }</style></head>"
        f"<body class='cookie-open'>{before}{body.format(inside)}{after}</body></html>"
    )


def with_everything(title: str, paragraphs: list[str], caption: str = "") -> str:
    """Return a page with a title, menu, cookie banner, comments and teasers around an article."""
    before = (_COOKIES[0] + _NAV[0]).format(STRAY)
    after = (_TEASERS[1] + _COMMENTS[0] + _TEASERS[4]).format(STRAY)
    headline = f"<h1>{escape(title)}</h1>"
    if caption:
        headline += f"<figure><img src='a.png'><figcaption>{escape(caption)}</figcaption></figure>"
    return page(paragraphs, title, before=before, after=after, body=_BODIES[1], headline=headline)


def _long(words: list[str]) -> str:
    return " ".join(words)


@st.composite
def pages(draw: st.DrawFn) -> MadePage:
    """Draw a page with an article of some length and, around it, what such pages have."""
    long = st.lists(sentences(10), min_size=2, max_size=4).map(_long)
    paragraphs = draw(st.lists(long, min_size=3, max_size=8, unique=True))
    paragraphs += draw(st.lists(sentences(3), max_size=2))
    paragraphs = draw(st.permutations(paragraphs))
    around = [draw(st.sampled_from(kind)) for kind in (_NAV, _COOKIES, _COMMENTS, _TEASERS)]
    places = draw(st.lists(st.sampled_from(["before", "amid", "after"]), min_size=4, max_size=4))
    # A footer in an article is the article's own, so one of the page stands outside.
    placed = [
        (place if "<footer" not in one else "after", one.format(STRAY))
        for place, one in zip(places, around, strict=True)
    ]
    source = page(
        paragraphs,
        before="".join(one for place, one in placed if place == "before"),
        amid="".join(one for place, one in placed if place == "amid"),
        after="".join(one for place, one in placed if place == "after"),
        body=draw(st.sampled_from(_BODIES)),
        paragraph=draw(st.sampled_from(_PARAGRAPHS)),
        headline=draw(st.sampled_from(["", "<h1>Tale</h1>"])),
    )
    return MadePage(source, tuple(paragraphs))
