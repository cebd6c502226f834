"""Builders: small records for tests, complete where a test does not say otherwise.

A test names only what it is about: `an_event("2016-04", actors=("armenia",))`. `a_chronicle` adds
the actors, articles, editions and passages that its events name, so that every reference holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from explorer.model.chronicle import Chronicle
from explorer.model.collecting import Collection, Entry
from explorer.model.date import parse_date
from explorer.model.notes import Note
from explorer.model.ratings import Rating
from explorer.model.records import (
    Actor,
    Article,
    Assertion,
    Author,
    Dating,
    Disagreement,
    Edition,
    Event,
    Link,
    Membership,
    Office,
    Participation,
    Passage,
    Side,
    Support,
    TextQuote,
)
from explorer.model.tags import TagColour
from explorer.model.workspace import (
    Attachment,
    Bookmark,
    Decision,
    Resolution,
    SavedSearch,
    SavedView,
    Workspace,
)

TEXT = "Alpha spoke first.\n\nThen Beta answered at length.\n"
"""The text of every edition that `a_chronicle` makes up."""


def an_event(
    date: str = "2016-04-02",
    id: str = "",  # noqa: A002 - the record's own word
    *,
    actors: Iterable[str] | Mapping[str, str] = (),
    passages: Iterable[str | Support] = (),
    **fields: Any,
) -> Event:
    """Return an event on an EDTF date; `actors` may map ids to roles, `fields` are the record's."""
    roles = actors if isinstance(actors, Mapping) else dict.fromkeys(actors, "participant")
    own_id = id or f"event-{re.sub(r'[^0-9A-Za-z]+', '-', date).strip('-')}"
    event = Event(
        id=own_id,
        title=f"Title of {own_id}",
        summary=f"Summary of {own_id}.",
        date=Dating(parse_date(date), "stated"),
        type="STATEMENT",
        participants=tuple(Participation(actor, role) for actor, role in roles.items()),
        support=tuple(Support(one) if isinstance(one, str) else one for one in passages),
    )
    return replace(event, **fields)


def an_actor(id: str = "armenia", **fields: Any) -> Actor:  # noqa: A002
    """Return an actor, a state unless told otherwise, named after its id."""
    return replace(Actor(id, id.replace("-", " ").title(), "state"), **fields)


def an_article(id: str = "article", **fields: Any) -> Article:  # noqa: A002
    """Return a published article, unless told otherwise."""
    return replace(Article(id, "published", f"Title of {id}"), **fields)


def an_edition(article: str = "article", words: str = TEXT, **fields: Any) -> Edition:
    """Return the edition `<article>-edition` with the hash and length of `words`, not with them."""
    digest = sha256(words.encode()).hexdigest()
    return replace(Edition(f"{article}-edition", article, digest, len(words)), **fields)


def a_passage(id: str = "article.1", start: int = 0, end: int = 18, **fields: Any) -> Passage:  # noqa: A002
    """Return a passage of the article that its id names before the last dot."""
    article = fields.pop("article", id.rpartition(".")[0] or id)
    digest = sha256(TEXT[start:end].encode()).hexdigest()
    passage = Passage(id, article, f"{article}-edition", 1, start, end, digest, (start, end))
    return replace(passage, **fields)


def a_link(from_event: str, to_event: str, **fields: Any) -> Link:
    """Return a link that says the first event responds to the second."""
    link = Link(f"{from_event}-responds-to-{to_event}", "responds_to", from_event, to_event)
    return replace(link, **fields)


def a_chronicle(*events: Event, **fields: Any) -> Chronicle:
    """Return a chronicle of these events; what they name and `fields` do not give is made up."""
    chronicle = Chronicle(**{"id": "test", "title": "A test", "events": events, **fields})
    chronicle = replace(chronicle, actors=_with(chronicle.actors, _actors(chronicle), an_actor))
    passages = _with(chronicle.passages, _passages(chronicle), a_passage)
    wanted = [one.article for one in (*passages, *chronicle.editions)]
    wanted += [one.derived_from for one in chronicle.articles if one.derived_from]
    articles = _with(chronicle.articles, wanted, an_article)
    known = {one.id for one in chronicle.editions}
    missing = {one.edition: one.article for one in passages if one.edition not in known}
    editions = tuple(an_edition(article, id=edition) for edition, article in missing.items())
    return replace(
        chronicle,
        passages=passages,
        articles=articles,
        editions=(*chronicle.editions, *editions),
    )


def a_full_chronicle() -> Chronicle:
    """Return a small chronicle in which every field of every record is filled."""
    said = Assertion(date="2016-04-03", actors="only Beta", figures="two", note="Ours.")
    published = an_article(
        "report",
        container_title="A Journal",
        publisher="A House",
        authors=(Author("Ośmiałowski", "Ana"),),
        issued=parse_date("[2016-04-03..2016-05]"),
        issued_basis="not printed",
        url="https://example.org/report",
        language="en",
    )
    brief = an_article("brief-report", kind="brief", derived_from="report")
    office = Office("Chair", "league", parse_date("2015/2017"), ("report.1",))
    member = Membership("league", "member", parse_date("1992/.."), ("report.1",))
    first = an_event(
        "2016-04-02",
        "first",
        participants=(Participation("alpha", "speaker", "for"), Participation("beta", "target")),
        claimed_by="beta",
        importance=3,
        place="Երևան",
        tags=("speech", "Εφεσος"),
        asks="A hearing.",
        ground="The second article.",
        passages=(Support("report.1", "disputes", said), Support("brief-report.1", "mentions")),
    )
    dated = replace(first.date, basis="relative", text="on Saturday", note="The 2nd was one.")
    return a_chronicle(
        replace(first, date=dated),
        an_event("2016-04~", "second", actors=("beta",), passages=("report.2",)),
        description="Two events and two articles.",
        articles=(published, brief),
        editions=(an_edition("report"), an_edition("brief-report", "Ours.", text="Ours.")),
        passages=(
            a_passage("report.1", quote=TextQuote("lpha spoke first.", "A", "\n\nThen")),
            a_passage("report.2", 20, 49, paragraph=2),
            a_passage("brief-report.1", 0, 5, retells=("report.1",)),
        ),
        actors=(
            an_actor("alpha", kind="person", aliases=("A.", "א"), offices=(office,)),
            an_actor("beta", description="A state.", memberships=(member,)),
            an_actor("league", kind="organisation"),
        ),
        links=(a_link("second", "first", note="It says so.", answer="silence"),),
        disagreements=(
            Disagreement(
                "when",
                "contradiction",
                "date",
                "One says the 2nd, the other the 3rd.",
                (Side("report.1", "the 3rd"), Side("report.2", "the 2nd")),
                ("first",),
            ),
        ),
    )


def a_workspace(*bookmarked: str, **fields: Any) -> Workspace:
    """Return a workspace for the chronicle `test` with a bookmark on each event named."""
    marks = tuple(Bookmark(event, "2026-01-02T03:04:05Z") for event in bookmarked)
    return replace(Workspace("test", marks), **fields)


def a_full_workspace() -> Workspace:
    """Return a workspace in which every field of every record is filled."""
    return Workspace(
        "test",
        (Bookmark("first", "2026-01-02T03:04:05Z", "Check this: ნახე", ("later", "own")),),
        (Attachment("report", "0" * 64, "report.htm", "2026-01-02T03:04:06Z", "readable"),),
        (
            SavedView(
                "April",
                1.4e9,
                1.5e9,
                {"types": ["STATEMENT"], "text": "beta"},
                {"tracks": {"by": "actor", "pinned": ["armenia"]}, "clock": "publication"},
            ),
        ),
        (Decision("report.1", "0" * 64, 3, 21, True, "2026-01-02T03:04:07Z"),),
        (Resolution("when", "The 2nd: ნახე.", "2026-01-02T03:04:08Z"),),
        (Note("span", "-86400/86400", "**Two** days: ნახე.", "2026-01-02T03:04:09Z"),),
        (Rating("source", "report", "B", "2026-01-02T03:04:10Z"),),
        (TagColour("ნახე", "teal"),),
        (Collection("One", "2026-01-02T03:04:11Z", (Entry("first", "Head", "Why?"),)),),
        (SavedSearch("Talks", {"text": "talks OR ნახე", "actors": ["armenia"]}),),
    )


def _actors(chronicle: Chronicle) -> list[str]:
    named = [part.actor for event in chronicle.events for part in event.participants]
    named += [event.claimed_by for event in chronicle.events if event.claimed_by]
    for actor in chronicle.actors:
        named += [one.of for one in (*actor.offices, *actor.memberships)]
    return named


def _passages(chronicle: Chronicle) -> list[str]:
    named = [support.passage for event in chronicle.events for support in event.support]
    named += [passage for one in chronicle.passages for passage in one.retells]
    for actor in chronicle.actors:
        for held in (*actor.offices, *actor.memberships):
            named += held.support
    return named


def _with(given: tuple[Any, ...], wanted: Iterable[str], make: Any) -> tuple[Any, ...]:
    known = {record.id for record in given}
    missing = [one for one in dict.fromkeys(wanted) if one not in known]
    return (*given, *(make(one) for one in missing))
