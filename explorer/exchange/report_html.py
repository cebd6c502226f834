"""The report as one HTML page: no script, nothing fetched, all that came from files escaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explorer.exchange.report import EventLine, Report
from explorer.exchange.report_editions import EditionLine
from explorer.exchange.report_style import STYLE
from explorer.exchange.report_tables import Cell, Markup, code, table, text
from explorer.model.violation import Violation
from explorer.sources.library import Status

_MARKS = {"missing": "bad", "suggested": "care", "accepted": "care"}

_SECTIONS = {
    "passages": "Passages",
    "events": "Events and their sources",
    "dates": "Readings of dates",
    "ties": "Links and disagreements",
    "violations": "Violations",
}

_STANDING = {
    "unsupported": ("No support", "no passage of an article supports them"),
    "one source": ("One source", "one article supports them, or several by one author"),
    "several sources": ("Several sources", "articles independent of each other support them"),
    "disputed": ("Disputed", "a passage disputes them, or passages contradict each other"),
}


_OWN = " The marks are the reader's own words: look at them before you pass the report on."


def report_html(report: Report) -> bytes:
    """Return a report as an HTML page in UTF-8."""
    parts = (
        _passages(report),
        _events(report.events),
        _dates(report.dates),
        _ties(report),
        _violations(report),
    )
    sections = "".join(
        f'<section aria-labelledby="{id}"><h2 id="{id}">{text(name)}</h2>{part}</section>'
        for (id, name), part in zip(_SECTIONS.items(), parts, strict=True)  # noqa: A001
    )
    if report.marks:
        sections += (
            '<section aria-labelledby="marks"><h2 id="marks">The reader\'s marks</h2>'
            f"{_marks(report)}</section>"
        )
    title = text(report.title or report.chronicle)
    page = (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
        f"<title>{title} - project report</title><style>{STYLE}</style></head><body>"
        f"<header>{_header(report, title)}</header><main>{sections}</main>"
        "<footer><p>Made by Quoteline. The report names records and places; it repeats no "
        f"sentence of an article.{_OWN if report.marks else ''}</p></footer></body></html>\n"
    )
    return page.encode("utf-8")


def _header(report: Report, title: str) -> str:
    when = f" · made {text(report.made)}" if report.made else ""
    figures = "".join(
        f"<div><dt>{text(name.capitalize())}</dt><dd>{count:,}</dd></div>"
        for name, count in report.records.items()
    )
    links = "".join(
        f'<li><a href="#{id}">{text(name)}</a></li>'
        for id, name in _SECTIONS.items()  # noqa: A001
    )
    return (
        f'<h1>{title}</h1><p class="soft">Project report on <code>{text(report.chronicle)}</code>'
        f'{when}</p>{_verdict(report)}<dl class="figures">{figures}</dl>'
        f'<nav aria-label="Sections"><ul>{links}</ul></nav>'
    )


def _verdict(report: Report) -> str:
    number, unread = len(report.violations), report.passages[Status.UNATTACHED]
    rest = f" Passages not checked, their texts not in hand: {unread:,}." if unread else ""
    if not number:
        told = "<strong>No violation.</strong> Everything that was checked is as it must be."
        return f'<p class="verdict good">{told}{rest}</p>'
    counted = "1 violation" if number == 1 else f"{number:,} violations"
    link = '<a href="#violations">What is wrong and what to do</a>.'
    return f'<p class="verdict bad"><strong>{counted}.</strong> {link}{rest}</p>'


def _passages(report: Report) -> str:
    heads = ["article and text", *(str(status) for status in Status), "total"]
    rows: list[list[Cell]] = [
        [_edition(line), *line.counts.values(), line.total] for line in report.editions
    ]
    sums = report.passages
    foot: list[Cell] = ["texts shown, all articles", *sums.values(), sum(sums.values())]
    told = (
        "<p>How far each passage is proven in each text in hand. <em>Exact</em> and <em>moved</em> "
        "agree in every word; <em>accepted</em> ones rest on the reader's word; <em>suggested</em> "
        "ones wait for it; for <em>unattached</em> ones there is no text.</p>"
    )
    counts = table("Passages by article and text", heads, rows, foot=foot, marks=_MARKS)
    return told + counts + _wanting(report)


def _wanting(report: Report) -> str:
    listed: list[list[Cell]] = [
        [
            code(one.passage),
            str(one.status),
            line.name or line.article,
            one.paragraph,
            one.start,
            _codes(one.events),
        ]
        for line in report.editions
        for one in line.wanting
    ]
    heads = ["passage", "status", "text", "paragraph", "from code point", "events"]
    name = "Passages that are not proven by their words"
    return table(name, heads, listed) if listed else ""


def _edition(line: EditionLine) -> Markup:
    which = []
    if line.name:
        which.append(text(line.name))
    if line.sha256:
        which.append("the edition known" if line.edition else "another edition")
        which.append("shown" if line.shown else "not shown")
        which.append(f"<code>{text(line.sha256[:12])}</code>")
    else:
        which.append("no text in hand")
    name = f"{text(line.title)}<small><code>{text(line.article)}</code></small>"
    return Markup(f"{name}<small>{' · '.join(which)}</small>")


def _events(events: Mapping[str, tuple[EventLine, ...]]) -> str:
    rows: list[list[Cell]] = [
        [name, len(events[standing]), why] for standing, (name, why) in _STANDING.items()
    ]
    counts = table("Events by their support", ["support", "events", "which are those"], rows)
    return counts + "".join(_listed(standing, events[standing]) for standing in _STANDING)


def _listed(standing: str, lines: tuple[EventLine, ...]) -> str:
    if not lines:
        return ""
    name = _STANDING[standing][0]
    heads = ["event", "date", "id", "supported by"]
    rows: list[list[Cell]] = [
        [line.title or line.id, code(line.date), code(line.id), _codes(line.sources)]
        for line in lines
    ]
    opened = " open" if standing == "unsupported" else ""
    body = table(f"{name}: events", heads, rows)
    number = "1 event" if len(lines) == 1 else f"{len(lines):,} events"
    return f"<details{opened}><summary>{name}: {number}</summary>{body}</details>"


def _codes(ids: tuple[str, ...]) -> Markup:
    return Markup(", ".join(code(one).html for one in ids))


def _dates(dates: Mapping[str, int]) -> str:
    return table("Events by how their date was read", ["basis", "events"], _pairs(dates))


def _pairs(counts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    return ((name.replace("_", " "), number) for name, number in counts.items())


def _ties(report: Report) -> str:
    matters = next(iter(report.disagreements.values()), {})
    rows: list[list[Cell]] = [
        [kind, *some.values(), sum(some.values())] for kind, some in report.disagreements.items()
    ]
    links = table("Links between events, by kind", ["link", "number"], _pairs(report.links))
    answers = table("What came back on appeals", ["answer", "number"], _pairs(report.answers))
    heads = ["kind", *matters, "total"]
    differing = table("Disagreements by kind and matter", heads, rows)
    return f'<div class="beside">{links}{answers}</div>{differing}'


def _violations(report: Report) -> str:
    if not report.violations:
        return "<p>None.</p>"
    dangling = len(report.dangling)
    told = f"<p>Ids in the workspace that name what is not there: {dangling:,}.</p>"
    heads = ["where", "field", "what is wrong", "what to do", "rule"]
    rows: list[list[Cell]] = [
        [_where(one), code(one.field), one.problem, one.remedy, one.rule]
        for one in report.violations
    ]
    return (told if dangling else "") + table("What is not as it must be", heads, rows)


def _marks(report: Report) -> str:
    rows: list[list[Cell]] = [
        [
            one.kind,
            Markup(f"{code(one.id).html}<small>{text(one.table or 'time')}</small>"),
            one.words,
        ]
        for one in report.marks
    ]
    return table("Bookmarks, notes and ratings", ["mark", "on", "what it says"], rows)


def _where(one: Violation) -> Markup:
    return Markup(f"{code(one.id).html}<small>{text(one.table)}</small>")
