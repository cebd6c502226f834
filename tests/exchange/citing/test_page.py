"""The page with the timeline: nothing fetched, everything escaped, every link leads somewhere."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.exchange.citing.outline import Outline, Quoted, Section
from explorer.exchange.citing.outline_axis import WIDTH, outline_axis
from explorer.exchange.citing.outline_page import outline_page
from explorer.exchange.citing.styles import Style
from explorer.model.date import parse_date

TEXTS = st.text(max_size=12)
DATES = st.sampled_from(
    [
        "2016-04-02",
        "2016-04",
        "2016~",
        "1992/..",
        "../1991",
        "[..2021]",
        "2004~/2006~",
        "-0400",
        "XXXX",
    ]
)


class Read(HTMLParser):
    """Reads a page: the words on it, the tags, and what links and ids there are."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a tag."""
        self.tags.add(tag)
        known = dict(attrs)
        if "href" in known:
            self.links.append(known["href"] or "")
        if "id" in known:
            self.ids.append(known["id"] or "")
        assert not {"src", "srcset", "style", "onload", "onclick", "action"} & known.keys()

    def handle_data(self, data: str) -> None:
        """Take note of words."""
        self.words.append(data)


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Draw an outline of any words."""
    sections = draw(
        st.lists(
            st.builds(
                Section,
                title=TEXTS,
                when=TEXTS,
                summary=TEXTS,
                note=TEXTS,
                tags=st.tuples(TEXTS),
                quotes=st.tuples(
                    st.builds(
                        Quoted,
                        text=TEXTS,
                        stance=st.sampled_from(["supports", "disputes"]),
                        own_words=st.booleans(),
                        note=st.just(1),
                    )
                ),
                remark=TEXTS,
                date=DATES.map(parse_date) | st.none(),
                actors=st.tuples(TEXTS),
            ),
            max_size=4,
        )
    )
    return Outline(draw(TEXTS), Style.CHICAGO, draw(TEXTS), tuple(sections), (), ())


@settings(max_examples=150, deadline=None)
@given(outline=outlines(), with_words=st.booleans())
def test_no_text_becomes_markup(outline: Outline, with_words: bool) -> None:
    """Whatever a record says stands on the page as words; no tag and no link comes of it."""
    plain = replace(outline, title="t", made="", sections=(_SECTION,) * len(outline.sections))
    read = Read(outline_page(outline, with_words=with_words))
    assert read.tags <= Read(outline_page(plain)).tags | _ALL_TAGS
    told = " ".join(" ".join(read.words).split())
    for section in outline.sections:
        assert " ".join(section.summary.split()) in told
    assert all(link.startswith("#") for link in read.links)
    assert len(set(read.ids)) == len(read.ids) or any(one.quotes for one in outline.sections)


_SECTION = Section(
    "A clash", "2 April 2016", "So it was.", "", (), (Quoted("x", "supports", True, 1),)
)
_ALL_TAGS = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "p", "div", "svg", "g",
    "line", "text", "circle", "rect", "path", "main", "article", "h2", "time", "small",
    "blockquote",
    "q", "span", "sup", "section", "ol", "ul", "li", "footer", "em", "i",
}  # fmt: skip


def an_outline(*dates: str) -> Outline:
    """Return an outline with an event on each date, an article's words under it."""
    quotes = (
        Quoted("Words of theirs.", "disputes", False, 1),
        Quoted("Ours.", "supports", True, 1),
    )
    sections = tuple(
        replace(_SECTION, title=f"Event {date}", when=date, date=parse_date(date), quotes=quotes)
        for date in dates
    )
    return Outline("A page", Style.CHICAGO, "Made today.", sections, (), ())


def test_the_page_to_share_repeats_no_words_of_an_article() -> None:
    """An article's words are left out unless they are asked for; a brief's are there."""
    outline = an_outline("2016-04-02")
    shared, own = outline_page(outline), outline_page(outline, with_words=True)
    assert "Words of theirs" not in shared
    assert "the words stand in the article" in shared
    assert "repeats no words of an article" in shared
    assert "<q>Words of theirs.</q>" in own
    assert "not to be passed on" in own
    assert "Ours." in shared


def test_each_mark_leads_to_its_event() -> None:
    """The timeline links to every section, in words that name event and date."""
    page = outline_page(an_outline("2016-04-02", "1992/..", "2016~"))
    read = Read(page)
    links = {link for link in read.links if link.startswith("#event-")}
    assert links == {"#event-1", "#event-2", "#event-3"} <= {f"#{id_}" for id_ in read.ids}
    assert "<title>Event 2016-04-02, 2016-04-02</title>" in page
    assert '<time datetime="2016-04-02">' in page
    assert page.count("<time") == 1


def test_shapes_say_how_sure_time_is() -> None:
    """A day is a mark, a span solid, what may be pale, an open end an arrow, doubt dashed."""
    drawn = outline_axis(an_outline("2016-04-02", "1992/..", "2016~", "2000/2008").sections)
    marks = re.findall(r'<a href="#event-(\d)" class="([^"]+)">(.*?)</a>', drawn)
    shapes = {number: (look, body) for number, look, body in marks}
    assert "<circle" in shapes["1"][1]
    assert 'class="head"' in shapes["2"][1]
    assert shapes["3"][0] == "event doubt"
    assert 'class="maybe"' in shapes["4"][1]
    assert 'class="head"' not in shapes["4"][1]


@settings(max_examples=60, deadline=None)
@given(dates=st.lists(DATES, min_size=1, max_size=12))
def test_nothing_is_drawn_over_another(dates: list[str]) -> None:
    """Every event is drawn once; marks and titles of a lane stand apart and within the drawing."""
    drawn = outline_axis(an_outline(*dates).sections)
    assert drawn.count("<a href=") == len(dates)
    lanes: dict[str, list[float]] = {}
    for x, y in re.findall(r'<circle cx="([\d.-]+)" cy="([\d.]+)"', drawn):
        assert 0 <= float(x) <= WIDTH
        lanes.setdefault(y, []).append(float(x))
    for centres in lanes.values():
        centres.sort()
        assert all(b - a >= 10 for a, b in itertools.pairwise(centres))


def test_without_dates_there_is_no_timeline() -> None:
    """Where no event has a date the page begins with its events."""
    outline = Outline("A page", Style.CHICAGO, "", (_SECTION,), (), ())
    assert "<svg" not in outline_page(outline)
    assert outline_axis(()) == ""
