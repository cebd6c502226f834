"""Words: whatever a citation holds, no format takes any of it for markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from explorer.exchange.citing.words import Words, as_html, as_markdown, escaped, plain

HOSTILE = st.text(st.sampled_from("ab *_`[]()<>#+-|~!&;\\=.1\n")) | st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"])
)


class Reader(HTMLParser):
    """Gathers the text and the elements of a page."""

    def __init__(self) -> None:
        """Have read nothing yet."""
        super().__init__()
        self.text = ""
        self.elements: list[str] = []

    def handle_data(self, data: str) -> None:
        """Take text."""
        self.text += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Take the name of an element."""
        self.elements.append(tag)


def read(page: str) -> Reader:
    """Read a page."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


@given(HOSTILE)
def test_markdown_shows_just_the_text(text: str) -> None:
    """A paragraph of its very words, without a link, a list, a heading or emphasis."""
    page = read(MarkdownIt().render(escaped(text)))
    assert page.text.split() == text.split()
    assert set(page.elements) <= {"p"}


@given(HOSTILE, HOSTILE)
def test_html_shows_just_the_text(text: str, title: str) -> None:
    """Escaped, with the title as the only element."""
    page = read(as_html([Words(text), Words(title, italic=True)]))
    assert page.text == text + title
    assert page.elements == ["cite"]


@pytest.mark.parametrize("title", ["Herald", "The *Star*", "A_B"])
def test_italics_survive_in_markdown(title: str) -> None:
    """Whatever the title holds."""
    page = read(MarkdownIt().render(as_markdown([Words("In "), Words(title, italic=True)])))
    assert page.text.strip() == plain([Words("In "), Words(title)])
    assert page.elements == ["p", "em"]
