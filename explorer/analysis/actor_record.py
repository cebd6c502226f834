"""An actor's record: its names, statements by and about it, its appeals, its sources."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explorer.analysis.actor_tally import ActorTally
from explorer.analysis.appeals import Appeal, appeals_of
from explorer.model.chronicle import Chronicle
from explorer.model.counting import passages_of
from explorer.model.date import sort_key
from explorer.model.records import Article, Event
from explorer.model.roll import Roll


@dataclass(frozen=True, slots=True)
class Naming:
    """A name of an actor, the script it is written in (as Unicode names it: "ARMENIAN"), and uses.

    `passages` holds the first passage in hand of each article that has the name, the oldest
    article first. It is empty where no words in hand have it.
    """

    name: str
    script: str
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many of an actor's events an article tells or disputes, and how many it mentions."""

    article: Article
    told: int
    mentioned: int


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """What a chronicle holds of an actor beyond its events, each group in date order."""

    names: tuple[Naming, ...] = ()
    said: Sequence[Event] = ()
    said_of: Sequence[Event] = ()
    made: tuple[Appeal, ...] = ()
    received: tuple[Appeal, ...] = ()
    sources: tuple[SourceCount, ...] = ()


def record_of(
    chronicle: Chronicle, actor: str, words: Mapping[str, str], tally: ActorTally
) -> ActorRecord:
    """Return an actor's record; `words` are those of the passages in hand, by passage id."""
    if actor not in chronicle.actor:
        return ActorRecord()
    events = chronicle.events_of_actor.get(actor, ())
    appeals = appeals_of(chronicle)
    return ActorRecord(
        names=names_of(chronicle, actor, words),
        said=_at(events, tally.said),
        said_of=_at(events, tally.said_of),
        made=tuple(one for one in appeals if actor in one.by),
        received=tuple(one for one in appeals if actor in one.to),
        sources=_sources(chronicle, tally),
    )


def names_of(chronicle: Chronicle, actor: str, words: Mapping[str, str]) -> tuple[Naming, ...]:
    """Return the names of an actor as recorded, each with where the words in hand use it.

    Names are looked for as whole words as they are spelt, in any case, in the passages that bear on
    the actor's events; a longer name that holds a shorter one counts for both. A brief stands in
    for an article of which nothing is in hand.
    """
    known = chronicle.actor[actor]
    bearing = passages_of(chronicle.events_of_actor.get(actor, ())) & words.keys()
    in_hand = {chronicle.passage[passage].article for passage in bearing}
    own = [
        one
        for one in bearing
        if _origin(chronicle, one) not in in_hand or not _ours(chronicle, one)
    ]
    ordered = sorted(own, key=lambda one: _place(chronicle, one))
    folded = {passage: f" {_spaced(words[passage])} " for passage in ordered}
    found = []
    for name in dict.fromkeys((known.name, *known.aliases)):
        wanted = f" {_spaced(name)} "
        uses: dict[str, str] = {}
        for passage in ordered:
            if wanted in folded[passage]:
                uses.setdefault(_origin(chronicle, passage), passage)
        found.append(Naming(name, script_of(name), tuple(uses.values())))
    return tuple(found)


def script_of(name: str) -> str:
    """Return the script of most of a name's letters, as Unicode names it; "LATIN" without any."""
    scripts = Counter(
        unicodedata.name(letter, "LATIN").partition(" ")[0] for letter in name if letter.isalpha()
    )
    return scripts.most_common(1)[0][0] if scripts else "LATIN"


def _spaced(text: str) -> str:
    """Return a text in one case and composition, with one blank for all between its words."""
    level = unicodedata.normalize("NFC", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in level).split())


def _ours(chronicle: Chronicle, passage: str) -> bool:
    return chronicle.article[chronicle.passage[passage].article].kind == "brief"


def _origin(chronicle: Chronicle, passage: str) -> str:
    """Return the id of the published article that a passage is of, or retells."""
    article = chronicle.article[chronicle.passage[passage].article]
    return article.derived_from or article.id


def _place(chronicle: Chronicle, passage: str) -> tuple[object, ...]:
    """Return where a passage stands among all: by its article's date, then in its text."""
    known = chronicle.passage[passage]
    article = chronicle.article[known.article]
    told = chronicle.article.get(article.derived_from, article)
    when = sort_key(told.issued) if told.issued else (True, 10**9)
    return (when[:2], article.kind == "brief", article.id, known.start, passage)


def _at(events: Sequence[Event], places: Sequence[int]) -> Sequence[Event]:
    """Return the events at some places, none decoded where they are a roll's."""
    if isinstance(events, Roll):
        return events.only(places)
    return tuple(events[place] for place in places)


def _sources(chronicle: Chronicle, tally: ActorTally) -> tuple[SourceCount, ...]:
    told, mentioned = tally.told, tally.mentioned
    counted = [
        SourceCount(article, told[article.id], mentioned[article.id])
        for article in chronicle.published
        if told[article.id] or mentioned[article.id]
    ]
    return tuple(sorted(counted, key=lambda one: (-one.told, -one.mentioned, one.article.id)))
