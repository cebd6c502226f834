"""The report as one HTML page: no script, nothing fetched, all that came from files escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from explorer.exchange.report import EventLine, Report
from explorer.exchange.report_editions import EditionLine
from explorer.exchange.report_style import STYLE
from explorer.exchange.report_tables import Cell, Markup, code, table, text
from explorer.exchange.report_words import (
    LANGUAGE,
    OWN,
    PROVEN,
    RECORDS,
    SECTIONS,
    STANDING,
    STATUSES,
)
from explorer.model.said import said
from explorer.model.violation import Violation
from explorer.sources.library import Status

_MARKS = {"missing": "bad", "suggested": "care", "accepted": "care"}


def report_html(report: Report, say: Callable[[str], str] = str) -> bytes:
    """Return a report as an HTML page in UTF-8, in the language that `say` says things in."""
    return _Page(report, say).whole().encode("utf-8")


@dataclass(frozen=True, slots=True)
class _Page:
    """The page of one report. Names of records and kinds are data and stay as they are."""

    report: Report
    say: Callable[[str], str]

    def whole(self) -> str:
        """Return the page."""
        parts = (
            self._passages(),
            self._events(),
            self._dates(),
            self._ties(),
            self._violations(),
        )
        sections = "".join(
            self._section(id, name, part)
            for (id, name), part in zip(SECTIONS.items(), parts, strict=True)  # noqa: A001
        )
        if self.report.marks:
            sections += self._section("marks", said("The reader's marks"), self._marks())
        title = self.report.title or self.report.chronicle
        head = self._text(said("{title} - project report", title=title))
        return (
            f'<!DOCTYPE html>\n<html lang="{self._text(LANGUAGE)}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            "style-src 'unsafe-inline'\">"
            f"<title>{head}</title><style>{STYLE}</style></head><body>"
            f"<header>{self._header(text(title))}</header><main>{sections}</main>"
            f"<footer><p>{self._footer()}</p></footer></body></html>\n"
        )

    def _text(self, words: str) -> str:
        return text(self.say(words))

    def _marked(self, words: str, name: str) -> str:
        """Return a sentence of ours in which what stands between asterisks is an element."""
        parts = map(text, self.say(words).split("*"))
        return "".join(f"<{name}>{one}</{name}>" if at % 2 else one for at, one in enumerate(parts))

    def _table(self, caption: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
        return table(caption, heads, rows, say=self.say)

    def _section(self, id: str, name: str, part: str) -> str:  # noqa: A002
        name = self._text(name)
        return f'<section aria-labelledby="{id}"><h2 id="{id}">{name}</h2>{part}</section>'

    def _footer(self) -> str:
        told = self._text(
            said(
                "Made by Quoteline. The report names records and places; it repeats no sentence "
                "of an article."
            )
        )
        return f"{told} {self._text(OWN)}" if self.report.marks else told

    def _header(self, title: str) -> str:
        report = self.report
        about = self._text(said("Project report on"))
        made = self._text(said("made {moment}", moment=report.made))
        when = f" · {made}" if report.made else ""
        name = self._text(said("Sections"))
        figures = "".join(
            f"<div><dt>{self._text(RECORDS[name])}</dt><dd>{count:,}</dd></div>"
            for name, count in report.records.items()
        )
        links = "".join(
            f'<li><a href="#{id}">{self._text(name)}</a></li>'
            for id, name in SECTIONS.items()  # noqa: A001
        )
        return (
            f'<h1>{title}</h1><p class="soft">{about} <code>{text(report.chronicle)}</code>'
            f'{when}</p>{self._verdict()}<dl class="figures">{figures}</dl>'
            f'<nav aria-label="{name}"><ul>{links}</ul></nav>'
        )

    def _verdict(self) -> str:
        number = len(self.report.violations)
        unread = self.report.passages[Status.UNATTACHED]
        rest = ""
        if unread:
            words = said("Passages not checked, their texts not in hand: {count:,}.", count=unread)
            rest = f" {self._text(words)}"
        if not number:
            words = said("*No violation.* Everything that was checked is as it must be.")
            return f'<p class="verdict good">{self._marked(words, "strong")}{rest}</p>'
        words = said("1 violation") if number == 1 else said("{count:,} violations", count=number)
        link = self._text(said("What is wrong and what to do"))
        return (
            f'<p class="verdict bad"><strong>{self._text(words)}.</strong> '
            f'<a href="#violations">{link}</a>.{rest}</p>'
        )

    def _passages(self) -> str:
        heads = [said("article and text"), *STATUSES.values(), said("total")]
        rows: list[list[Cell]] = [
            [self._edition(line), *line.counts.values(), line.total]
            for line in self.report.editions
        ]
        sums = self.report.passages
        foot: list[Cell] = [said("texts shown, all articles"), *sums.values(), sum(sums.values())]
        told = self._marked(PROVEN, "em")
        name = said("Passages by article and text")
        counts = table(name, heads, rows, foot=foot, marks=_MARKS, say=self.say)
        return f"<p>{told}</p>{counts}{self._wanting()}"

    def _wanting(self) -> str:
        listed: list[list[Cell]] = [
            [
                code(one.passage),
                STATUSES[one.status],
                line.name or line.article,
                one.paragraph,
                one.start,
                _codes(one.events),
            ]
            for line in self.report.editions
            for one in line.wanting
        ]
        heads = [
            said("passage"),
            said("status"),
            said("text"),
            said("paragraph"),
            said("from code point"),
            said("events"),
        ]
        name = said("Passages that are not proven by their words")
        return self._table(name, heads, listed) if listed else ""

    def _edition(self, line: EditionLine) -> Markup:
        which = []
        if line.name:
            which.append(text(line.name))
        if line.sha256:
            known = said("the edition known") if line.edition else said("another edition")
            which.append(self._text(known))
            which.append(self._text(said("shown") if line.shown else said("not shown")))
            which.append(f"<code>{text(line.sha256[:12])}</code>")
        else:
            which.append(self._text(said("no text in hand")))
        name = f"{text(line.title)}<small><code>{text(line.article)}</code></small>"
        return Markup(f"{name}<small>{' · '.join(which)}</small>")

    def _events(self) -> str:
        events = self.report.events
        rows: list[list[Cell]] = [
            [name, len(events[standing]), why] for standing, (name, why) in STANDING.items()
        ]
        heads = [said("support"), said("events"), said("which are those")]
        counts = self._table(said("Events by their support"), heads, rows)
        return counts + "".join(self._listed(one, events[one]) for one in STANDING)

    def _listed(self, standing: str, lines: tuple[EventLine, ...]) -> str:
        if not lines:
            return ""
        name = STANDING[standing][0]
        heads = [said("event"), said("date"), said("id"), said("supported by")]
        rows: list[list[Cell]] = [
            [line.title or line.id, code(line.date), code(line.id), _codes(line.sources)]
            for line in lines
        ]
        opened = " open" if standing == "unsupported" else ""
        body = self._table(said("{standing}: events", standing=name), heads, rows)
        number = said("1 event") if len(lines) == 1 else said("{count:,} events", count=len(lines))
        head = self._text(said("{standing}: {number}", standing=name, number=number))
        return f"<details{opened}><summary>{head}</summary>{body}</details>"

    def _dates(self) -> str:
        heads = [said("basis"), said("events")]
        name = said("Events by how their date was read")
        return self._table(name, heads, _pairs(self.report.dates))

    def _ties(self) -> str:
        report = self.report
        matters = next(iter(report.disagreements.values()), {})
        rows: list[list[Cell]] = [
            [kind, *some.values(), sum(some.values())]
            for kind, some in report.disagreements.items()
        ]
        number = said("number")
        links = self._table(
            said("Links between events, by kind"), [said("link"), number], _pairs(report.links)
        )
        answers = self._table(
            said("What came back on appeals"), [said("answer"), number], _pairs(report.answers)
        )
        heads = [said("kind"), *matters, said("total")]
        differing = self._table(said("Disagreements by kind and matter"), heads, rows)
        return f'<div class="beside">{links}{answers}</div>{differing}'

    def _violations(self) -> str:
        if not self.report.violations:
            return f"<p>{self._text(said('None.'))}</p>"
        told = ""
        if dangling := len(self.report.dangling):
            words = said(
                "Ids in the workspace that name what is not there: {count:,}.", count=dangling
            )
            told = f"<p>{self._text(words)}</p>"
        heads = [
            said("where"),
            said("field"),
            said("what is wrong"),
            said("what to do"),
            said("rule"),
        ]
        rows: list[list[Cell]] = [
            [_where(one), code(one.field), one.problem, one.remedy, one.rule]
            for one in self.report.violations
        ]
        return told + self._table(said("What is not as it must be"), heads, rows)

    def _marks(self) -> str:
        rows: list[list[Cell]] = [
            [
                one.kind,
                Markup(f"{code(one.id).html}<small>{text(one.table or 'time')}</small>"),
                one.words,
            ]
            for one in self.report.marks
        ]
        heads = [said("mark"), said("on"), said("what it says")]
        return self._table(said("Bookmarks, notes and ratings"), heads, rows)


def _codes(ids: tuple[str, ...]) -> Markup:
    return Markup(", ".join(code(one).html for one in ids))


def _pairs(counts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    return ((name.replace("_", " "), number) for name, number in counts.items())


def _where(one: Violation) -> Markup:
    return Markup(f"{code(one.id).html}<small>{text(one.table)}</small>")
