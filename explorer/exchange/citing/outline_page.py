"""An outline as one web page with its timeline: no script, nothing fetched, to be read by anybody.

The page to share repeats no words of an article: in their place stands where they are. A brief's
words are ours, and the reader's notes the reader's; both are on it.
"""

from __future__ import annotations

import re
from html import escape

from explorer.exchange.citing.outline import Outline, Quoted, Section
from explorer.exchange.citing.outline_axis import outline_axis
from explorer.exchange.citing.outline_words import (
    LANGUAGE,
    NOTES,
    SOURCES,
    Say,
    listed,
    stance_words,
)
from explorer.exchange.citing.words import as_html
from explorer.model.said import said

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

_STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #4a5058; --paper: #fff; --line: #c9ced6;
  --link: #0b57a4; --mark: #0b6aa8; --wash: #f3f5f8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #b3bac3; --paper: #16191d;
  --line: #444b54; --link: #8cc2ff; --mark: #5db3ec; --wash: #1f242a; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper);
  font: 1.05rem/1.55 Georgia, "Noto Serif", serif; }
header, main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
h1, h2, .when, .kind, .legend, text, nav, details { font-family: system-ui, sans-serif; }
h1 { line-height: 1.2; margin: 2rem 0 .3rem; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 2.2rem 0 .2rem; }
a { color: var(--link); }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; }
.when { font-weight: 600; font-size: .92rem; color: var(--soft); margin: 0; }
.kind, .legend { font-size: .88rem; color: var(--soft); }
.legend { max-width: 46rem; margin: .2rem auto 0; padding: 0 1rem; }
.note { white-space: pre-line; border-left: 3px solid var(--link); padding-left: .8rem; }
blockquote { margin: .8rem 0; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--line); }
ol, ul { padding-left: 1.5rem; }
li, p { overflow-wrap: anywhere; }
.scroll { overflow-x: auto; background: var(--wash); border: 1px solid var(--line);
  margin: 1.2rem auto .4rem; max-width: min(76rem, calc(100% - 2rem)); max-height: 70vh; }
svg { display: block; }
svg text { font-size: 11px; fill: var(--ink); paint-order: stroke; stroke: var(--wash);
  stroke-width: 3px; stroke-linejoin: round; }
.axis text { fill: var(--soft); }
.axis line { stroke: var(--line); stroke-width: 1; }
.event circle, .event rect { fill: var(--mark); }
.event .maybe { fill-opacity: .3; }
.event .head { fill: none; stroke: var(--mark); stroke-width: 2; }
.doubt circle, .doubt rect { fill-opacity: .25; stroke: var(--mark); stroke-width: 1.5;
  stroke-dasharray: 3 2; }
.event:hover text, .event:focus text { text-decoration: underline; }
article:target h2 { background: var(--wash); }
@media print { .scroll { overflow: visible; max-height: none; border: 0; } svg { width: 100%;
  height: auto; } .skip { display: none; } article { break-inside: avoid; } }
"""

_LEGEND = said(
    "Solid: certainly then. Pale: possibly then. Arrow: goes on, or began, at a time not known. "
    "Dashed: the date is approximate or not certain. Each mark leads to its event."
)


def outline_page(outline: Outline, say: Say = str, *, with_words: bool = False) -> str:
    """Return an outline as a page; `with_words` repeats the articles' own words where at hand."""
    title, made = escape(outline.title), escape(outline.made)
    head, cited = escape(say(NOTES)), escape(say(SOURCES))
    promise = _promise(say, with_words=with_words)
    skip = escape(say(said("Skip the timeline")))
    sections = "".join(
        _section(number, one, say, with_words=with_words)
        for number, one in enumerate(outline.sections, 1)
    )
    notes = "".join(
        f'<li id="note-{n}">{as_html(note)} {_back(n, say)}</li>'
        for n, note in enumerate(outline.notes, 1)
    )
    sources = "".join(f"<li>{as_html(one)}</li>" for one in outline.sources)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(say(LANGUAGE))}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
        f"<title>{title}</title><style>{_STYLE}</style></head><body>"
        f'<a class="skip" href="#events">{skip}</a>'
        f"<header><h1>{title}</h1><p>{_told(outline, say)}</p></header>"
        f"{_timeline(outline, say)}"
        f'<main id="events">{sections}'
        f'<section aria-labelledby="notes"><h2 id="notes">{head}</h2><ol>{notes}</ol></section>'
        f'<section aria-labelledby="sources"><h2 id="sources">{cited}</h2><ul>{sources}</ul>'
        f'</section></main><footer><p class="kind">{made} {promise}</p></footer>'
        "</body></html>\n"
    )


def _back(number: int, say: Say) -> str:
    name = escape(say(said("Back to {number}", number=number)))
    return f'<a href="#ref-{number}" aria-label="{name}">↩</a>'


def _told(outline: Outline, say: Say) -> str:
    events, sources = len(outline.sections), len(outline.sources)
    some = said("1 event") if events == 1 else said("{count:,} events", count=events)
    cited = said("1 source") if sources == 1 else said("{count:,} sources", count=sources)
    return escape(say(said("{events}, {sources}", events=some, sources=cited)))


def _timeline(outline: Outline, say: Say) -> str:
    drawn = outline_axis(outline.sections, say)
    name = escape(say(said("Timeline")))
    if not drawn:
        return ""
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{name}">{drawn}</div>'
        f'<p class="legend">{escape(say(_LEGEND))}</p>'
    )


def _promise(say: Say, *, with_words: bool) -> str:
    if with_words:
        words = said("With the articles' own words: for yourself, not to be passed on.")
    else:
        words = said("The page repeats no words of an article; its briefs are our own words.")
    return escape(say(words), quote=False)


def _section(number: int, section: Section, say: Say, *, with_words: bool) -> str:
    own = (one.strip() for one in (section.remark, section.note))
    note = "".join(f'<p class="note">{escape(one)}</p>' for one in own if one)
    told = [
        f'<p class="kind">{escape(say(listed(name, some)))}</p>'
        for name, some in ((said("Takes part"), section.actors), (said("Tags"), section.tags))
        if some
    ]
    quotes = "".join(_quote(one, say, with_words=with_words) for one in section.quotes)
    summary = f"<p>{escape(section.summary)}</p>" if section.summary else ""
    return (
        f'<article id="event-{number}" aria-labelledby="head-{number}">'
        f'<h2 id="head-{number}">{number}. {escape(section.head)}</h2>'
        f'<p class="when">{_dated(section)}</p>{summary}{note}{"".join(told)}{quotes}</article>'
    )


def _dated(section: Section) -> str:
    words, date = escape(section.dated), section.date
    if date is None:
        return words
    if _DAY.fullmatch(date.edtf):
        return f'<time datetime="{date.edtf}">{words}</time>'
    plain = "" if date.edtf in section.dated else f" <small>({escape(date.edtf)})</small>"
    return f"{words}{plain}"


def _quote(one: Quoted, say: Say, *, with_words: bool) -> str:
    told = [] if one.stance == "supports" else [say(stance_words(one.stance))]
    text = one.text if one.own_words or with_words else ""
    if one.own_words:
        told.append(say(said("retold in our words")))
    elif not text:
        told.append(say(said("the words stand in the article")))
    words = escape(" ".join(text.split()))
    shown = f"<q>{words}</q>" if words and not one.own_words else words
    kind = f' <span class="kind">({escape("; ".join(told))})</span>' if told else ""
    name = escape(say(said("Note {number}", number=one.note)))
    link = (
        f'<sup><a id="ref-{one.note}" href="#note-{one.note}" '
        f'aria-label="{name}">{one.note}</a></sup>'
    )
    return f"<blockquote><p>{shown}{kind}{link}</p></blockquote>"
