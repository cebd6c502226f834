"""An outline as one HTML page: no script, nothing fetched, notes linked to and fro."""

from __future__ import annotations

from html import escape

from explorer.exchange.citing.outline import Outline, Quoted, Section
from explorer.exchange.citing.outline_words import (
    LANGUAGE,
    NOT_AT_HAND,
    NOTES,
    RETOLD,
    SOURCES,
    Say,
    listed,
    stance_words,
)
from explorer.exchange.citing.words import as_html
from explorer.model.said import said

_STYLE = """
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.55 Georgia, serif;
  color: #1b1f24; background: #fff; }
h1, h2 { font-family: system-ui, sans-serif; line-height: 1.25; }
h2 { font-size: 1.15rem; margin: 2rem 0 .3rem; }
.when { font: 600 .9rem system-ui, sans-serif; color: #4a5058; margin: 0; }
blockquote { margin: .8rem 0; padding: 0 0 0 1rem; border-left: 3px solid #b8bec6; }
.kind { font-size: .85rem; color: #4a5058; }
.note { white-space: pre-line; }
ol, ul { padding-left: 1.4rem; }
a { color: #0b57a4; }
@media (prefers-color-scheme: dark) {
  body { color: #e6e8eb; background: #16191d; }
  .when, .kind { color: #b3bac3; }
  a { color: #8cc2ff; }
  blockquote { border-color: #4a5058; }
}
"""


def outline_html(outline: Outline, say: Say = str) -> str:
    """Return an outline as an HTML page; all that came from files is escaped."""
    sections = "".join(
        _section(number, section, say) for number, section in enumerate(outline.sections, 1)
    )
    back = escape(say(said("Back")))
    notes = "".join(
        f'<li id="note-{n}">{as_html(note)} <a href="#ref-{n}" aria-label="{back}">↩</a></li>'
        for n, note in enumerate(outline.notes, 1)
    )
    sources = "".join(f"<li>{as_html(one)}</li>" for one in outline.sources)
    title = escape(outline.title)
    head, cited = escape(say(NOTES)), escape(say(SOURCES))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(say(LANGUAGE))}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
        f"<title>{title}</title><style>{_STYLE}</style></head><body>"
        f"<header><h1>{title}</h1><p>{escape(outline.made)}</p></header><main>{sections}</main>"
        f'<section aria-labelledby="notes"><h2 id="notes">{head}</h2><ol>{notes}</ol></section>'
        f'<section aria-labelledby="sources"><h2 id="sources">{cited}</h2><ul>{sources}</ul>'
        "</section></body></html>\n"
    )


def _section(number: int, section: Section, say: Say) -> str:
    own = (one.strip() for one in (section.remark, section.note))
    note = "".join(f'<p class="note">{escape(one)}</p>' for one in own if one)
    named = escape(say(listed(said("Tags"), section.tags)))
    tags = f'<p class="kind">{named}</p>' if section.tags else ""
    quotes = "".join(_quote(one, say) for one in section.quotes)
    return (
        f'<article><h2>{number}. {escape(section.head)}</h2><p class="when">'
        f"{escape(section.dated)}</p><p>{escape(section.summary)}</p>{note}{tags}{quotes}</article>"
    )


def _quote(one: Quoted, say: Say) -> str:
    told = [] if one.stance == "supports" else [say(stance_words(one.stance))]
    if not one.text:
        told.append(say(NOT_AT_HAND))
    elif one.own_words:
        told.append(say(RETOLD))
    words = escape(" ".join(one.text.split()))
    shown = f"<q>{words}</q>" if words and not one.own_words else words
    kind = f' <span class="kind">({escape("; ".join(told))})</span>' if told else ""
    link = f'<sup><a id="ref-{one.note}" href="#note-{one.note}">{one.note}</a></sup>'
    return f"<blockquote><p>{shown}{kind}{link}</p></blockquote>"
