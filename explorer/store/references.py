"""References: the check that everything a chronicle's records name is there, once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from explorer.model.chronicle import Chronicle
from explorer.model.records import Membership, Office
from explorer.model.roll import Roll
from explorer.model.said import said
from explorer.store.codec_fields import Place, short
from explorer.store.tables import check_unique


class Reference(NamedTuple):
    """A field of a document that names a document of the table `target`."""

    table: str
    id: str
    field: str
    target: str
    named: str


def check_references(chronicle: Chronicle, path: Path) -> None:
    """Check that ids are unique and that no record names one that is missing.

    Raises DamagedFile naming the table, the id and the field of the first that does.
    """
    ids = {
        "articles": [one.id for one in chronicle.articles],
        "editions": [one.id for one in chronicle.editions],
        "passages": [one.id for one in chronicle.passages],
        "actors": [one.id for one in chronicle.actors],
        "links": [one.id for one in chronicle.links],
        "disagreements": [one.id for one in chronicle.disagreements],
    }
    for table, some in ids.items():
        check_unique(path, table, some)
    present: dict[str, Collection[str]] = {table: frozenset(some) for table, some in ids.items()}
    if isinstance(chronicle.events, Roll):  # whose ids were told apart when it was made
        present["events"] = chronicle.events.place
    else:
        check_unique(path, "events", [one.id for one in chronicle.events])
        present["events"] = frozenset([one.id for one in chronicle.events])
    # Where each event's are all there, as they mostly are, no place of one has to be named.
    whole = _events_are_whole(chronicle, present)
    for table, record, field, target, named in references(chronicle, events=not whole):
        if named not in present[target]:
            problem = said(
                "names '{named}', which table '{target}' does not hold.",
                named=short(named),
                target=target,
            )
            raise Place(path, table, id=record).fault(field, problem)
    _check_editions(chronicle, path)


def references(chronicle: Chronicle, *, events: bool = True) -> Iterator[Reference]:
    """Yield every reference from a record to another; without `events` none from an event."""
    yield from _of_articles(chronicle)
    yield from _of_actors(chronicle)
    if events:
        yield from _of_events(chronicle)
    for link in chronicle.links:
        yield Reference("links", link.id, "from", "events", link.from_event)
        yield Reference("links", link.id, "to", "events", link.to_event)
    yield from _of_disagreements(chronicle)


def _of_articles(chronicle: Chronicle) -> Iterator[Reference]:
    for article in chronicle.articles:
        if article.derived_from:
            named = article.derived_from
            yield Reference("articles", article.id, "derived_from", "articles", named)
    for edition in chronicle.editions:
        yield Reference("editions", edition.id, "article", "articles", edition.article)
    for passage in chronicle.passages:
        yield Reference("passages", passage.id, "article", "articles", passage.article)
        yield Reference("passages", passage.id, "edition", "editions", passage.edition)
        for at, retold in enumerate(passage.retells):
            yield Reference("passages", passage.id, f"retells[{at}]", "passages", retold)


def _of_actors(chronicle: Chronicle) -> Iterator[Reference]:
    for actor in chronicle.actors:
        held: dict[str, tuple[Office | Membership, ...]] = {
            "offices": actor.offices,
            "memberships": actor.memberships,
        }
        for name, some in held.items():
            for at, one in enumerate(some):
                where = f"{name}[{at}]"
                yield Reference("actors", actor.id, f"{where}.of", "actors", one.of)
                for nth, passage in enumerate(one.support):
                    field = f"{where}.support[{nth}]"
                    yield Reference("actors", actor.id, field, "passages", passage)


def _events_are_whole(chronicle: Chronicle, present: Mapping[str, Collection[str]]) -> bool:
    events = chronicle.events
    if isinstance(events, Roll):
        passages_are = all(one in present["passages"] for one in events.of_passage)
        return passages_are and all(one in present["actors"] for one in events.counts("actor"))
    actors = {part.actor for event in events for part in event.participants}
    actors.update([event.claimed_by for event in events if event.claimed_by])
    passages = {support.passage for event in events for support in event.support}
    return actors <= set(present["actors"]) and passages <= set(present["passages"])


def _of_events(chronicle: Chronicle) -> Iterator[Reference]:
    for event in chronicle.events:
        for at, part in enumerate(event.participants):
            yield Reference("events", event.id, f"participants[{at}].actor", "actors", part.actor)
        if event.claimed_by:
            yield Reference("events", event.id, "claimed_by", "actors", event.claimed_by)
        for at, support in enumerate(event.support):
            field = f"support[{at}].passage"
            yield Reference("events", event.id, field, "passages", support.passage)


def _of_disagreements(chronicle: Chronicle) -> Iterator[Reference]:
    for one in chronicle.disagreements:
        for at, side in enumerate(one.sides):
            field = f"sides[{at}].passage"
            yield Reference("disagreements", one.id, field, "passages", side.passage)
        for at, event in enumerate(one.events):
            yield Reference("disagreements", one.id, f"events[{at}]", "events", event)


def _check_editions(chronicle: Chronicle, path: Path) -> None:
    for passage in chronicle.passages:
        owner = chronicle.edition[passage.edition].article
        if owner != passage.article:
            problem = said(
                "is an edition of '{owner}', not of '{article}'.",
                owner=short(owner),
                article=short(passage.article),
            )
            raise Place(path, "passages", id=passage.id).fault("edition", problem)
