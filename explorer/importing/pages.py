"""Pages: the two texts of a page, its article's body and all that it shows."""

from __future__ import annotations

from explorer.importing.blocks import page_of
from explorer.importing.markup import parse_page
from explorer.importing.readable import joined, readable
from explorer.importing.texts import ReadAs, ReadText


def texts_of_page(source: str, name: str) -> list[ReadText]:
    """Return the readable body of a page (empty if there is none) and its whole text.

    Raises ImportFault when the page cannot be parsed with a reasonable effort.
    """
    root = parse_page(source, name)
    if root is None:
        return []
    page = page_of(root)
    return [
        ReadText(ReadAs.READABLE, readable(page)),
        ReadText(ReadAs.WHOLE_PAGE, joined(page.blocks)),
    ]


def whole_text(source: str, name: str) -> str:
    """Return all the text that a page shows. Raises ImportFault as `texts_of_page` does."""
    root = parse_page(source, name)
    return "" if root is None else joined(page_of(root).blocks)
