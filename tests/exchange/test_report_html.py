from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from explorer.exchange.report_html import report_html
from explorer.exchange.report_marks import MarkLine
from explorer.exchange.report_words import PROVEN
from explorer.exchange.share import shareable
from explorer.model.said import Said
from explorer.model.violation import Violation
from tests.exchange.herons import carried
from tests.exchange.reported import a_report, report_on

HOSTILE = "</title><script>alert('x')</script><img src=//evil.example/x onerror=\"y\">&amp;\ud800\0"


class Page(HTMLParser):
    """What a reader of the page meets: elements, their attributes, the text."""

    def __init__(self, raw: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.said = ""
        self.pieces: list[str] = []
        self.feed(raw.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element, which must be the last that was opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Collect what is not style."""
        if self.open and self.open[-1] != "style":
            self.said += data
            if self.open[-1] != "code":
                self.pieces.append(data)

    def all(self, name: str) -> list[dict[str, str | None]]:
        """Return the attributes of every element of a name."""
        return [attrs for tag, attrs in self.elements if tag == name]


def test_the_page_is_whole_and_accessible() -> None:
    """Every element is closed; language, headings, captions and the scope of heads are there."""
    page = Page(report_html(a_report()))
    assert page.open == []
    assert page.all("html")[0]["lang"] == "en"
    assert len(page.all("h1")) == 1
    assert [attrs["id"] for attrs in page.all("h2")] == [
        attrs["href"].removeprefix("#") for attrs in page.all("a")[1:] if attrs["href"]
    ]
    assert len(page.all("caption")) == len(page.all("table")) >= 7
    assert {attrs.get("scope") for attrs in page.all("th")} == {"col", "row"}


def test_nothing_is_fetched_and_nothing_runs() -> None:
    """No script, no image, no link out, no style from elsewhere, and a policy that forbids them."""
    page = Page(report_html(a_report()))
    names = {tag for tag, _ in page.elements}
    assert not names & {"script", "img", "link", "iframe", "object", "svg", "base", "form"}
    assert all((attrs["href"] or "").startswith("#") for attrs in page.all("a"))
    assert not any(name.startswith("on") for _, attrs in page.elements for name in attrs)
    raw = report_html(a_report())
    assert b"url(" not in raw
    assert b"@import" not in raw
    assert b"default-src 'none'" in raw
    assert b"prefers-color-scheme: dark" in raw


def test_whatever_came_from_a_file_is_escaped() -> None:
    """Titles, ids, names of files and messages are text, whatever they hold."""
    report = a_report()
    line = replace(report.editions[0], title=HOSTILE, name=HOSTILE, article=HOSTILE)
    event = replace(report.events["one source"][0], title=HOSTILE, id=HOSTILE, date=HOSTILE)
    hostile = replace(
        report,
        chronicle=HOSTILE,
        title=HOSTILE,
        made=HOSTILE,
        editions=(line,),
        events={**report.events, "disputed": (replace(event, sources=(HOSTILE,)),)},
        dates={HOSTILE: 1},
        violations=(Violation(*([HOSTILE] * 6)),),
    )
    page = Page(report_html(hostile))
    assert page.open == []
    assert {tag for tag, _ in page.elements} == {
        tag for tag, _ in Page(report_html(report)).elements
    }
    assert "<script>alert('x')</script>" in page.said


def test_the_page_tells_how_it_stands() -> None:
    """The number of violations, or that there is none, and what could not be checked."""
    whole = a_report()
    assert f"{len(whole.violations)} violations." in Page(report_html(whole)).said
    assert "Ids in the workspace that name what is not there: 1." in Page(report_html(whole)).said
    one = replace(whole, violations=whole.violations[:1])
    assert "1 violation." in Page(report_html(one)).said
    clean = report_on(shareable(carried(), ()))
    said = Page(report_html(replace(clean, violations=()))).said
    assert "No violation." in said
    assert "Passages not checked, their texts not in hand: 3." in said


def test_the_page_is_in_the_language_it_is_said_in() -> None:
    """Our own words go through `say`; what comes from files does not, nor do names of kinds."""

    def say(words: str) -> str:
        return f"«{words}»" if isinstance(words, Said) else words

    report = replace(a_report(), marks=(MarkLine("note", "events", "first", "Mine", ""),))
    page = Page(report_html(report, say))
    assert f"«{PROVEN.replace('*', '')}»" in page.said
    pieces = [one for piece in page.pieces for one in piece.split("·")]
    told = [one.strip(" »") for one in pieces if re.search(r"[^\W\d_]{3,}", one)]
    data = {report.title, "Mine", *report.dates, *report.answers, "note"}
    data |= {one.replace("_", " ") for one in report.links}
    data |= {
        *report.disagreements,
        *(one for some in report.disagreements.values() for one in some),
    }
    data |= {line.title for some in report.events.values() for line in some}
    data |= {line.title for line in report.editions} | {line.name for line in report.editions}
    data |= {one.rule for one in report.violations} | {one.table for one in report.violations}
    data |= {"events", *(one.strip() for one in PROVEN.split("*"))}  # parted by its emphasis
    bare = [one for one in told if not one.startswith("«") and one not in data]
    assert bare == []
    assert page.all("html")[0]["lang"] == "«en»"
