"""Report: what a project stands on, counted and listed, with whatever is not as it must be.

It names records and places and repeats no word of an article; the reader's marks, which may, are
on it only when asked for. The formats have modules of their
own: report_html, report_json, report_csv.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from explorer.analysis.steps import Step, unwatched, watched
from explorer.exchange.dangling import dangling_ids
from explorer.exchange.report_editions import (
    EditionLine,
    Editions,
    edition_lines,
    editions_shown,
    unproven,
)
from explorer.exchange.report_marks import MarkLine
from explorer.exchange.text_checks import carried_text_faults, dating_faults, wording_faults
from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.invariants import Walk, violations
from explorer.model.records import BASES, DIFFERENCES, LINK_KINDS, MATTERS, Article, Event
from explorer.model.said import said
from explorer.model.violation import Violation
from explorer.model.workspace import Workspace
from explorer.sources.library import Library, Status

SUPPORTS = ("unsupported", "one source", "several sources", "disputed")
"""How events stand; the first three part all of them, disputed ones are among those."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list: its id, title and EDTF date, and the articles that support it.

    `title` is empty where it has an article's wording, which a report does not repeat.
    """

    id: str
    title: str
    date: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """The state of a project. Counts hold a zero for what does not occur.

    `made` is a moment in ISO 8601 or empty. `events` has the keys of SUPPORTS, `dates` those of
    the bases, `links` of the kinds of link, `answers` of the codebook's answers,
    `disagreements` of the kinds and within them of the matters. `marks` are the reader's own, where
    they were asked for.
    """

    chronicle: str
    title: str
    made: str
    records: Mapping[str, int]
    editions: tuple[EditionLine, ...]
    events: Mapping[str, tuple[EventLine, ...]]
    dates: Mapping[str, int]
    links: Mapping[str, int]
    answers: Mapping[str, int]
    disagreements: Mapping[str, Mapping[str, int]]
    violations: tuple[Violation, ...]
    marks: tuple[MarkLine, ...] = ()

    @property
    def dangling(self) -> tuple[Violation, ...]:
        """The violations that are ids of the workspace naming what is not there."""
        return tuple(one for one in self.violations if one.rule == "dangling")

    @property
    def passages(self) -> Mapping[Status, int]:
        """Passages by status over the texts shown; articles without a text are unattached."""
        counts = dict.fromkeys(Status, 0)
        for line in self.editions:
            if line.shown or not line.sha256:
                for status, number in line.counts.items():
                    counts[status] += number
        return counts


def make_report(
    chronicle: Chronicle,
    library: Library,
    workspace: Workspace,
    codebook: Codebook,
    *,
    editions: Editions | None = None,
    expected: bool = False,
    made: str = "",
    step: Step = unwatched,
) -> Report:
    """Report on a chronicle and the reader's workspace.

    `editions` holds every text in hand (see `editions_in_hand`); without it only those shown by
    the library are read. With `expected`, a published article without a text is a violation.
    The events are gone through more than once; `step` learns each time how far that is.
    """
    walk = partial(watched, step=step)
    in_hand = editions_shown(library, workspace) if editions is None else editions
    lines = tuple(edition_lines(library, workspace, in_hand))
    faults = (
        *_faults(chronicle, library, codebook, in_hand, walk),
        *unproven(lines),
        *(_expected(lines) if expected else ()),
        *dangling_ids(chronicle, workspace, in_hand),
    )
    told = _copied_titles(faults)
    return Report(
        chronicle.id,
        "" if ("_meta", chronicle.id) in told else chronicle.title,
        made,
        _records(chronicle),
        tuple(_without_title(one, told) for one in lines),
        *_events(chronicle, told, walk),
        _counted((link.kind for link in chronicle.links), LINK_KINDS),
        _counted((link.answer for link in chronicle.links if link.answer), codebook.answers),
        _disagreements(chronicle),
        faults,
    )


def _faults(
    chronicle: Chronicle, library: Library, codebook: Codebook, in_hand: Editions, walk: Walk
) -> Iterator[Violation]:
    """Yield what does not hold in the chronicle itself and in what it says of the texts."""
    yield from violations(chronicle, codebook, walk)
    yield from carried_text_faults(chronicle)
    yield from dating_faults(library, walk)
    yield from wording_faults(chronicle, (text for some in in_hand.values() for _, text in some))


def _copied_titles(faults: Iterable[Violation]) -> frozenset[tuple[str, str]]:
    """Return table and id of the records whose title has an article's wording."""
    titled = (one for one in faults if one.rule == "wording" and one.field in ("title", ""))
    return frozenset((one.table, one.id) for one in titled)


def _without_title(line: EditionLine, told: frozenset[tuple[str, str]]) -> EditionLine:
    return replace(line, title="") if ("articles", line.article) in told else line


def _expected(lines: Iterable[EditionLine]) -> Iterator[Violation]:
    for line in lines:
        if not line.sha256:
            yield Violation(
                "unattached",
                "articles",
                line.article,
                "",
                said("its text was not among those given"),
                said("put it into the folder of articles"),
            )


def _records(chronicle: Chronicle) -> Mapping[str, int]:
    return {
        "published articles": len(chronicle.published),
        "passages": sum(map(len, _published_passages(chronicle))),
        "events": len(chronicle.events),
        "actors": len(chronicle.actors),
        "links": len(chronicle.links),
        "disagreements": len(chronicle.disagreements),
    }


def _published_passages(chronicle: Chronicle) -> Iterator[tuple[object, ...]]:
    return (chronicle.passages_of_article.get(one.id, ()) for one in chronicle.published)


def _counted(values: Iterable[str], keys: Iterable[str]) -> Mapping[str, int]:
    """Count values, those of `keys` first and with a zero where there is none."""
    return MappingProxyType({**dict.fromkeys(keys, 0), **Counter(values)})


def _disagreements(chronicle: Chronicle) -> Mapping[str, Mapping[str, int]]:
    return {
        kind: _counted((one.about for one in chronicle.disagreements if one.kind == kind), MATTERS)
        for kind in DIFFERENCES
    }


def _events(
    chronicle: Chronicle, told: frozenset[tuple[str, str]], walk: Walk
) -> tuple[Mapping[str, tuple[EventLine, ...]], Mapping[str, int]]:
    """Return the events by their support, and how many dates have each basis."""
    bases: list[str] = []
    found: dict[str, list[EventLine]] = {key: [] for key in SUPPORTS}
    for event in walk(chronicle.events):
        bases.append(event.date.basis)
        sources = supporting(chronicle, event)
        title = "" if ("events", event.id) in told else event.title
        line = EventLine(event.id, title, event.date.value.edtf, sources)
        number = len(independent(chronicle.article[one] for one in sources))
        found[SUPPORTS[min(number, 2)]].append(line)
        if chronicle.is_disputed(event):
            found["disputed"].append(line)
    return {key: tuple(lines) for key, lines in found.items()}, _counted(bases, BASES)


def supporting(chronicle: Chronicle, event: Event) -> tuple[str, ...]:
    """Return the ids of the published articles that support an event, not only mention it."""
    return tuple(
        article
        for article, supports in chronicle.support_by_article(event).items()
        if any(one.stance == "supports" for one in supports)
    )


def independent(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return articles of which none shares an author with, or derives from, one before it."""
    kept: list[Article] = []
    seen: set[object] = set()
    for one in articles:
        origin: set[object] = {one.derived_from or one.id}
        origin |= {(name.family.casefold(), name.given.casefold()) for name in one.authors}
        if not origin & seen:
            kept.append(one)
        seen |= origin
    return tuple(kept)
