"""A page is read into its paragraphs, as a browser would part them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.importing.blocks import Page, page_of
from explorer.importing.markup import parse_page


def read(source: str) -> Page:
    """Return the page of a source."""
    root = parse_page(source, "a.html")
    assert root is not None
    return page_of(root)


def texts(source: str) -> list[str]:
    """Return the texts of the blocks of a source."""
    return [block.text for block in read(source).blocks]


def test_paragraphs_are_parted_as_a_browser_parts_them() -> None:
    """Inline tags part nothing, blocks do; white space is one space; a break is a new line."""
    source = "<p>One <b>bold</b>\n  wo<i>r</i>d<br>\n below</p>tail<div>x<p>y</div><h2> z </h2>"
    assert texts(source) == ["One bold word\nbelow", "tail", "x", "y", "z"]


def test_two_breaks_part_paragraphs() -> None:
    """Old pages part their paragraphs by breaks alone."""
    assert texts("<td>One<br>line<br> <br/>Two<br><br><br>Three") == ["One\nline", "Two", "Three"]


def test_cells_of_a_row_share_a_line() -> None:
    """A row is a line with tabs; a cell with paragraphs of its own is parted by them."""
    source = "<table><tr><td>a<td>b<tr><td><p>c</p><p>d</p></td><td>e</td></table>"
    assert texts(source) == ["a\tb", "c", "d", "e"]


def test_preformatted_lines_are_kept() -> None:
    """In a text shown as it was typed line ends count, and blank lines part paragraphs."""
    assert texts("<pre>One\n  two\r\n\r\nthree</pre>four") == ["One\n  two", "three", "four"]


def test_what_is_not_shown_is_left_out() -> None:
    """Scripts, styles, templates, fields and hidden elements say nothing; what follows does."""
    source = (
        "<p>a<script>x</script>b<style>x</style></p><template><p>x</p></template>"
        "<div hidden>x</div><p style='display: none'>x</p><select><option>x</select>"
        "<noscript>x</noscript><textarea>x</textarea><!-- x -->c"
    )
    assert texts(source) == ["ab", "c"]


def test_signs_of_layout_become_spaces() -> None:
    """Line ends of every kind within a paragraph are spaces; no-break spaces and hyphens stay."""
    assert texts("<p>a&#13;b\u2028c\u0085d&nbsp;e&shy;f\x01</p>") == ["a b c d\u00a0e\u00adf"]


def test_links_are_weighed() -> None:
    """A block knows which share of it is linked."""
    linked = [block.linked for block in read("<p>a<p><a href='x'>all</a><p>half<a>half</a>").blocks]
    assert linked == [0.0, 1.0, 0.5]
    assert [one.linked for one in read("<a><div>a</div><div>b</div></a>").blocks] == [1.0, 1.0]


def test_elements_know_their_blocks_and_names() -> None:
    """Each element has its stretch of blocks, its parent and what it is called."""
    page = read("<title>T</title><div id='i' class='a b' role='Main'><p>x</p><p>y</p></div>")
    (division,) = (one for one in page.elements if one.tag == "div")
    assert (division.names, division.role) == ("i a b", "main")
    assert page.blocks[division.first : division.last] == page.blocks
    assert page.elements[page.blocks[1].element].tag == "p"
    assert page.elements[page.elements[page.blocks[1].element].parent] is division
    assert page.title == "T"


NAMES = "p div b a td tr table br pre ul li h1 span hr td/ p/ div/ a/ pre/ table/ article"
TAGS = st.sampled_from(NAMES.split())
PIECES = st.one_of(TAGS.map(lambda tag: f"</{tag[:-1]}>" if "/" in tag else f"<{tag}>"), st.text())


@given(st.lists(PIECES, max_size=30))
def test_any_soup_of_tags_is_read(pieces: list[str]) -> None:
    """Blocks hold words without line ends of other kinds, and stand within their elements."""
    root = parse_page("".join(pieces), "a.html")
    if root is None:
        return
    page = page_of(root)
    for at, block in enumerate(page.blocks):
        assert block.text.strip()
        assert not set(block.text) & set("\r\v\f\0")
        assert 0 <= block.linked <= 1
        element = page.elements[block.element]
        assert element.first <= at < element.last
    for one in page.elements:
        above = page.elements[one.parent] if one.parent >= 0 else one
        assert above.first <= one.first <= one.last <= above.last
