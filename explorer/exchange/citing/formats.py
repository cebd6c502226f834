"""Formats: what citations can be written as, chosen alike by the window and the command."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial

from explorer.exchange.citing.bibtex import bibtex
from explorer.exchange.citing.csl_json import csl_json
from explorer.exchange.citing.outline import Outline
from explorer.exchange.citing.outline_html import outline_html
from explorer.exchange.citing.outline_markdown import outline_markdown
from explorer.exchange.citing.outline_page import outline_page
from explorer.exchange.citing.outline_text import outline_text
from explorer.exchange.citing.outline_words import Say
from explorer.exchange.citing.ris import ris
from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.records import Article, Event
from explorer.model.said import said


class Format(StrEnum):
    """A form in which citations are written: five with the events, three of the articles alone.

    Two are pages with the timeline: one to share, which repeats no publisher's words, and one with
    all quotes at hand, for oneself.
    """

    MARKDOWN = "markdown"
    HTML = "html"
    TEXT = "text"
    PAGE = "page"
    OWN_PAGE = "own-page"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"

    @property
    def suffix(self) -> str:
        """The usual ending of such a file, with its dot."""
        return _SUFFIXES[self]

    @property
    def has_style(self) -> bool:
        """Tell whether citations are worded in it, so that their style matters."""
        return self in _OUTLINES


_SUFFIXES = {
    Format.MARKDOWN: ".md",
    Format.HTML: ".html",
    Format.TEXT: ".txt",
    Format.PAGE: ".html",
    Format.OWN_PAGE: ".html",
    Format.BIBTEX: ".bib",
    Format.RIS: ".ris",
    Format.CSL_JSON: ".json",
}
_OUTLINES: dict[Format, Callable[[Outline, Say], str]] = {
    Format.MARKDOWN: outline_markdown,
    Format.HTML: outline_html,
    Format.TEXT: outline_text,
    Format.PAGE: outline_page,
    Format.OWN_PAGE: partial(outline_page, with_words=True),
}
_RECORDS = {Format.BIBTEX: bibtex, Format.RIS: ris, Format.CSL_JSON: csl_json}


def format_of(name: str) -> Format | None:
    """Return the format that a file's name asks for by its ending, or None."""
    endings: dict[str, Format] = {}
    for one in Format:
        endings.setdefault(one.suffix, one)
    return next((one for end, one in endings.items() if name.lower().endswith(end)), None)


def cited(
    chronicle: Chronicle, events: Iterable[Event], *, in_order: bool = False
) -> tuple[Article, ...]:
    """Return the published articles that bear on events, in the chronicle's order.

    With `in_order` they stand as the events first cite them.
    """
    named = dict.fromkeys(
        chronicle.passage[one.passage].article for event in events for one in event.support
    )
    found = tuple(one for one in chronicle.published if one.id in named)
    places = list(named)
    return tuple(sorted(found, key=lambda one: places.index(one.id))) if in_order else found


def written(
    form: Format,
    outline: Callable[[], Outline],
    articles: Callable[[], Iterable[Article]],
    say: Say = str,
) -> bytes:
    """Return an outline or its articles in a format, as UTF-8; `say` says what an outline says.

    The one that the format has is asked for, and only that.

    Raises QuotelineError where a text holds half a character, which no file can.
    """
    text = _OUTLINES[form](outline(), say) if form in _OUTLINES else _RECORDS[form](articles())
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise QuotelineError(
            said(
                "a title, note or quote holds half a character (a lone surrogate). Correct it "
                "and export again."
            )
        ) from error
