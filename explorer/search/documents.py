"""Documents: what can be found, each with its words and where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from explorer.model.chronicle import Chronicle
from explorer.model.notes import NoteKind
from explorer.model.records import Actor, Article, Event
from explorer.model.workspace import Workspace
from explorer.sources.library import Library
from explorer.sources.text import Stretch, paragraphs

Kind = Literal["actor", "event", "article", "note", "brief", "text"]
"""What a document is; `brief` and `text` are paragraphs of one."""

_LONGEST = 4_000
"""Code points of a paragraph that are one document; what marks words takes time by its length."""

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text of an article or brief: half-open code points, and its paragraph."""

    article: str
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Document:
    """Something that can be found; `id` is that of the event, actor, article, or a note's target.

    `title` is searched where `titled`, `also` holds names that belong to it. `events` are those it
    bears on: fields of a query are asked of them.
    """

    kind: Kind
    id: str
    title: str
    text: str
    also: str = ""
    events: tuple[str, ...] = ()
    place: Place | None = None
    on: NoteKind | None = None

    @property
    def titled(self) -> bool:
        """Tell whether the title is its own, not that of what it stands in."""
        return self.kind in ("actor", "event", "article")


Documents = Mapping[Kind, tuple[Document, ...]]


def evidence(chronicle: Chronicle, library: Library) -> Documents:
    """Return the documents of all that chronicle and texts in hand hold, by kind."""
    texts: dict[str, list[Document]] = {"brief": [], "published": []}
    for article in chronicle.articles:
        texts[article.kind] += _paragraphs(chronicle, library, article)
    return {
        "actor": tuple(_of_actor(chronicle, actor) for actor in chronicle.actors),
        "event": tuple(_of_event(chronicle, event) for event in chronicle.events),
        "article": tuple(_of_article(chronicle, article) for article in chronicle.published),
        "brief": tuple(texts["brief"]),
        "text": tuple(texts["published"]),
    }


def written(chronicle: Chronicle, workspace: Workspace) -> Documents:
    """Return a document for all that the reader wrote: notes, those of bookmarks, resolutions."""
    found = [_of_note(chronicle, one.kind, one.target, one.words) for one in workspace.notes]
    found += [
        _of_note(chronicle, "event", mark.event, mark.note)
        for mark in workspace.bookmarks
        if mark.note.strip()
    ]
    coded = {one.id: one.events for one in chronicle.disagreements}
    found += [
        _of_note(chronicle, "event", event, one.note)
        for one in workspace.resolutions
        for event in coded.get(one.disagreement, ())[:1]
    ]
    return {"note": tuple(found)}


def _of_actor(chronicle: Chronicle, actor: Actor) -> Document:
    events = chronicle.events_of_actor.get(actor.id, ())
    also = (*actor.aliases, *(office.title for office in actor.offices))
    return Document("actor", actor.id, actor.name, actor.description, _listed(also), _ids(events))


def _of_event(chronicle: Chronicle, event: Event) -> Document:
    parts = (event.summary, event.asks, event.ground)
    parties = dict.fromkeys((*(part.actor for part in event.participants), event.claimed_by))
    known = chronicle.actor
    also = (event.place, *event.tags, *(known[one].name for one in parties if one in known))
    return Document("event", event.id, event.title, _joined(parts), _listed(also), (event.id,))


def _of_article(chronicle: Chronicle, article: Article) -> Document:
    names = (_joined((one.given, one.family)) for one in article.authors)
    text = _listed((*names, article.container_title, article.publisher))
    return Document("article", article.id, article.title, text, "", _bearing(chronicle, article.id))


def _of_note(chronicle: Chronicle, kind: NoteKind, target: str, words: str) -> Document:
    title = ""
    events: tuple[str, ...] = ()
    if kind == "event" and (event := chronicle.event.get(target)):
        title, events = event.title, (target,)
    elif kind == "actor" and (actor := chronicle.actor.get(target)):
        title, events = actor.name, _ids(chronicle.events_of_actor.get(target, ()))
    elif kind == "article" and (article := chronicle.article.get(target)):
        title, events = article.title, _bearing(chronicle, target)
    elif kind == "passage" and (passage := chronicle.passage.get(target)):
        title = chronicle.article[passage.article].title
        events = _ids(chronicle.events_of_passage.get(target, ()))
    return Document("note", target, title, words, "", events, on=kind)


def _paragraphs(chronicle: Chronicle, library: Library, article: Article) -> Iterator[Document]:
    text = library.text(article.id)
    if text is None:
        return
    known = chronicle.passages_of_article.get(article.id, ())
    readings = (library.reading(one.id) for one in known)
    waiting = sorted(
        ((one.start, one.end, one.passage) for one in readings if one.in_hand), reverse=True
    )
    kind: Kind = "brief" if article.kind == "brief" else "text"
    title = chronicle.article.get(article.derived_from, article).title
    near: list[tuple[int, int, str]] = []
    for number, at in _stretches(text):
        near = [one for one in near if one[1] > at.start]
        while waiting and waiting[-1][0] < at.end:
            near.append(waiting.pop())
        events = _of_passages(chronicle, (one[2] for one in near if one[1] > at.start))
        place = Place(article.id, at.start, at.end, number)
        words = text[at.start : at.end]
        yield Document(kind, article.id, title, words, "", events, place)


def _stretches(text: str) -> Iterator[tuple[int, Stretch]]:
    """Yield the paragraphs of a text with their numbers; one that is very long comes in parts."""
    for number, whole in enumerate(paragraphs(text), start=1):
        start = whole.start
        while whole.end - start > _LONGEST:
            blank = text.rfind(" ", start + 1, start + _LONGEST)
            end = blank if blank > 0 else start + _LONGEST
            yield number, Stretch(start, end)
            start = end
        yield number, Stretch(start, whole.end)


def _bearing(chronicle: Chronicle, article: str) -> tuple[str, ...]:
    """Return the events on which passages of an article bear."""
    passages = chronicle.passages_of_article.get(article, ())
    return _of_passages(chronicle, (one.id for one in passages))


def _of_passages(chronicle: Chronicle, passages: Iterable[str]) -> tuple[str, ...]:
    by_passage = chronicle.events_of_passage
    return tuple(dict.fromkeys(event.id for one in passages for event in by_passage.get(one, ())))


def _ids(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(event.id for event in events)


def _joined(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)


def _listed(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
