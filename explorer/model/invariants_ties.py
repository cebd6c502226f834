"""Invariants of what ties events together: links and disagreements."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.date import Date, DateError, overlaps, parse_date
from explorer.model.records import Disagreement, Event, Link
from explorer.model.said import said
from explorer.model.violation import Violation, short


def link_faults(chronicle: Chronicle, codebook: Codebook) -> Iterator[Violation]:
    """Yield what is wrong with links: to themselves, or an answer that is unknown or wanting."""
    for link in chronicle.links:
        if link.from_event == link.to_event:
            yield Violation(
                "link",
                "links",
                link.id,
                "to",
                said("links an event to itself"),
                said("name the other event, or take the link out"),
            )
        yield from _answer(link, chronicle.event.get(link.to_event), codebook)


def _answer(link: Link, asked: Event | None, codebook: Codebook) -> Iterator[Violation]:
    known = ", ".join(codebook.answers) or said("none")
    if link.answer and link.answer not in codebook.answers:
        problem = said("'{answer}' is no answer of the codebook", answer=short(link.answer))
        remedy = said("use one of {known}, or add it to the codebook", known=known)
    elif link.answer and link.kind != "responds_to":
        problem = said("a link of the kind {kind} answers nothing", kind=link.kind)
        remedy = said("leave the answer out, or make the link one of the kind responds_to")
    elif not link.answer and link.kind == "responds_to" and asked is not None and asked.asks:
        problem = said(
            "'{to_event}' asks for something, but what came back is not told",
            to_event=short(link.to_event),
        )
        remedy = said("name the kind of answer: {known}", known=known)
    else:
        return
    yield Violation("answer", "links", link.id, "answer", problem, remedy)


def disagreement_faults(chronicle: Chronicle) -> Iterator[Violation]:
    """Yield what is wrong with disagreements: their sides, their events, the dates they set."""
    for one in chronicle.disagreements:
        events = [chronicle.event[event] for event in one.events if event in chronicle.event]
        yield from _sides(one, events)
        if one.kind == "contradiction" and one.about == "date":
            yield from _dates(one, events)


def _sides(one: Disagreement, events: list[Event]) -> Iterator[Violation]:
    if len({side.passage for side in one.sides}) < 2:
        yield _fault(
            one,
            "sides",
            said("has no two passages that differ"),
            said("name a passage of each side"),
        )
    if not events:
        yield _fault(one, "events", said("is on no event"), said("name the events it is about"))
        return
    bearing = {support.passage for event in events for support in event.support}
    for at, side in enumerate(one.sides):
        if side.passage not in bearing:
            yield _fault(
                one,
                f"sides[{at}].passage",
                said("'{passage}' bears on none of its events", passage=short(side.passage)),
                said("add the passage to the support of one of them, or name that event"),
            )


def _dates(one: Disagreement, events: list[Event]) -> Iterator[Violation]:
    """Yield a fault when no two sides give dates that exclude each other."""
    told = [_told(side.passage, events) for side in one.sides]
    given = [dates for dates in told if dates]
    if len(given) < 2 or any(
        not _compatible(left, right)
        for some, others in combinations(given, 2)
        for left in some
        for right in others
    ):
        return
    yield _fault(
        one,
        "kind",
        said("is called a contradiction of dates, but the dates its sides give may be one"),
        said(
            "call it 'less precise', or give in 'asserts' of the passages the dates that conflict"
        ),
    )


def _told(passage: str, events: list[Event]) -> list[Date]:
    """Return the dates that a passage asserts of the events, or those it supports without more."""
    asserted: list[Date] = []
    supported: list[Date] = []
    for event in events:
        for support in event.support:
            if support.passage != passage:
                continue
            if support.asserts.date:
                asserted.extend(_read(support.asserts.date))
            elif support.stance == "supports":
                supported.append(event.date.value)
    return asserted or supported


def _read(edtf: str) -> Iterator[Date]:
    try:
        yield parse_date(edtf)
    except DateError:
        return  # the store refuses such a file; a chronicle made in memory may hold one


def _compatible(left: Date, right: Date) -> bool:
    return overlaps(left, right.earliest, right.latest)


def _fault(one: Disagreement, field: str, problem: str, remedy: str) -> Violation:
    return Violation("disagreement", "disagreements", one.id, field, problem, remedy)
