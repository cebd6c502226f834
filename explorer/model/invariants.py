"""Invariants: what must hold of every chronicle, whatever it is about, and what breaks it.

Only the records are looked at here, no text; `explorer.exchange.text_checks` reads the texts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.counting import actor_counts
from explorer.model.date import Date, iso_day
from explorer.model.invariants_ties import disagreement_faults, link_faults
from explorer.model.records import Actor, Event, Membership, Office
from explorer.model.said import said
from explorer.model.violation import Violation, short

__all__ = ["LONGEST_TITLE", "Violation", "violations"]

LONGEST_TITLE = 12
"""Words that an event's title may have."""


Walk = Callable[[Sequence[Event]], Iterable[Event]]
"""Goes through events one by one."""


def violations(chronicle: Chronicle, codebook: Codebook, walk: Walk = iter) -> Iterator[Violation]:
    """Yield whatever breaks an invariant, table by table; records that lack are told, not met.

    `walk` goes through the events, and may tell how far it is.
    """
    yield from _articles(chronicle)
    yield from _passages(chronicle)
    yield from _actors(chronicle)
    for event in walk(chronicle.events):
        yield from _event(chronicle, codebook, event)
    yield from link_faults(chronicle, codebook)
    yield from disagreement_faults(chronicle)


def _articles(chronicle: Chronicle) -> Iterator[Violation]:
    for one in chronicle.articles:
        if one.issued is not None:
            yield from _bounds(one.issued, "articles", one.id, "issued")


def _passages(chronicle: Chronicle) -> Iterator[Violation]:
    for one in chronicle.passages:
        told = partial(Violation, table="passages", id=one.id)
        edition = chronicle.edition.get(one.edition)
        if edition is None or edition.article != one.article:
            yield told(
                rule="edition",
                field="edition",
                problem=said(
                    "'{edition}' is no edition of '{article}'",
                    edition=short(one.edition),
                    article=short(one.article),
                ),
                remedy=said("name the edition in which the passage stands"),
            )
        elif not 0 <= one.start < one.end <= edition.length:
            yield told(
                rule="offsets",
                field="end",
                problem=said(
                    "{start} to {end} is no stretch of {length} code points",
                    start=one.start,
                    end=one.end,
                    length=edition.length,
                ),
                remedy=said("locate the passage again"),
            )
        if not one.fingerprint and one.quote is None:
            yield told(
                rule="fingerprint",
                field="fingerprint",
                problem=said("nothing says how to find the passage in another edition"),
                remedy=said("locate the passage in its edition's text again"),
            )


def _actors(chronicle: Chronicle) -> Iterator[Violation]:
    used = set(actor_counts(chronicle.events))
    used |= {one.of for actor in chronicle.actors for _, one in _standings(actor)}
    for actor in chronicle.actors:
        for field, one in _standings(actor):
            yield from _bounds(one.dates, "actors", actor.id, f"{field}.dates")
        if actor.id not in used and not any(one.support for _, one in _standings(actor)):
            yield Violation(
                "unused actor",
                "actors",
                actor.id,
                "",
                said(
                    "takes part in no event, claims none, and nobody has an office or standing in "
                    "it"
                ),
                said("take the actor out, or code the event it belongs to"),
            )


def _standings(actor: Actor) -> Iterator[tuple[str, Office | Membership]]:
    """Yield what an actor held and where it stood, each with its field."""
    for at, office in enumerate(actor.offices):
        yield f"offices[{at}]", office
    for at, membership in enumerate(actor.memberships):
        yield f"memberships[{at}]", membership


def _bounds(date: Date, table: str, record: str, field: str) -> Iterator[Violation]:
    first, last = date.earliest, date.latest
    if first is not None and last is not None and first > last:
        yield Violation(
            "date",
            table,
            record,
            field,
            said(
                "begins on {first}, after its end on {last}",
                first=iso_day(first),
                last=iso_day(last),
            ),
            said("write the earlier day first"),
        )


def _event(chronicle: Chronicle, codebook: Codebook, event: Event) -> Iterator[Violation]:
    told = partial(Violation, table="events", id=event.id)
    yield from _bounds(event.date.value, "events", event.id, "date.edtf")
    words = len(event.title.split())
    if words > LONGEST_TITLE:
        yield told(
            rule="title",
            field="title",
            problem=said("has {words} words", words=words),
            remedy=said("shorten it to {most} words at most", most=LONGEST_TITLE),
        )
    if event.date.basis != "stated" and not event.date.note:
        yield told(
            rule="basis",
            field="date.note",
            problem=said(
                "the date is {basis}, but no note says how it was read", basis=event.date.basis
            ),
            remedy=said("say in a line how the date was found"),
        )
    if event.claimed_by and event.claimed_by not in chronicle.actor:
        yield told(
            rule="claimant",
            field="claimed_by",
            problem=said("'{claimed_by}' is no actor", claimed_by=short(event.claimed_by)),
            remedy=said("name an actor of the chronicle"),
        )
    yield from _known_words(codebook, event, told)
    yield from _support(chronicle, event, told)


def _known_words(
    codebook: Codebook, event: Event, told: Callable[..., Violation]
) -> Iterator[Violation]:
    found: list[tuple[str, str, str, Collection[str]]] = [
        ("type", "type", event.type, codebook.types),
        ("basis", "date.basis", event.date.basis, codebook.bases),
    ]
    for at, part in enumerate(event.participants):
        found.append(("role", f"participants[{at}].role", part.role, codebook.roles))
    for at, support in enumerate(event.support):
        found.append(("stance", f"support[{at}].stance", support.stance, codebook.stances))
    fixed = ("basis", "stance")  # the records know them; a codebook may leave their names out
    for kind, field, value, known in found:
        named = ", ".join(known) or said("none")
        if value not in known and (known or kind not in fixed):
            yield told(
                rule="codebook",
                field=field,
                problem=said(
                    "'{value}' is no {kind} of the codebook", value=short(value), kind=kind
                ),
                remedy=said("use one of {named}, or add it to the codebook", named=named),
            )


def _support(
    chronicle: Chronicle, event: Event, told: Callable[..., Violation]
) -> Iterator[Violation]:
    """Yield what is wrong with the passages of an event: none supports it, or no brief retells."""
    retold: set[str] = set()
    cited: list[tuple[int, str]] = []
    supported = False
    for at, support in enumerate(event.support):
        passage = chronicle.passage.get(support.passage)
        article = chronicle.article.get(passage.article) if passage else None
        if passage is None or article is None:
            continue
        retold.update(passage.retells)
        if article.kind == "published":
            cited.append((at, passage.id))
            supported = supported or support.stance == "supports"
    if not supported:
        yield told(
            rule="support",
            field="support",
            problem=said("no passage of a published article supports it"),
            remedy=said("cite the passage that attests it, or take the event out"),
        )
    for at, passage_id in cited:
        if passage_id not in retold:
            yield told(
                rule="brief",
                field=f"support[{at}].passage",
                problem=said(
                    "no passage of a brief retells '{passage_id}' for this event",
                    passage_id=short(passage_id),
                ),
                remedy=said("add the sentence of the brief that tells the same"),
            )
