"""Outline: chosen events with what proves them, each quote with the number of its citation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from explorer.exchange.citing.styles import Style, in_first_note, in_full, in_short
from explorer.exchange.citing.words import Citation
from explorer.model.chronicle import Chronicle
from explorer.model.collecting import Collection, Entry
from explorer.model.date import Date
from explorer.model.records import Article, Event, Support
from explorer.model.workspace import Workspace
from explorer.sources.library import Library
from explorer.sources.text import paragraphs

DateWords = Callable[[Date], str]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage under an event: its words, how it bears on it, and the number of its note.

    `own_words` tells that these are a brief's words, which retell the article's; `text` is empty
    where none are at hand. `note` counts from 1.
    """

    text: str
    stance: str
    own_words: bool
    note: int


@dataclass(frozen=True, slots=True)
class Section:
    """An event: its title, date and summary, the reader's note and tags, and its passages.

    `heading` and `remark` are the reader's own for the collection that the outline is of. `actors`
    are the names of those who take part.
    """

    title: str
    when: str
    summary: str
    note: str
    tags: tuple[str, ...]
    quotes: tuple[Quoted, ...]
    heading: str = ""
    remark: str = ""
    date: Date | None = None
    actors: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        """What stands over the section: the reader's heading, else the event's title."""
        return self.heading or self.title

    @property
    def dated(self) -> str:
        """The date, with the event's title where it does not stand over the section."""
        return (
            ": ".join(part for part in (self.when, self.title) if part)
            if self.heading
            else (self.when)
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """Events as the bones of a paper.

    `notes` are the citations in the order of their numbers: in full where an article is cited for
    the first time, in short after. `sources` are all articles cited, in the order of their names.
    """

    title: str
    style: Style
    made: str
    sections: tuple[Section, ...]
    notes: tuple[Citation, ...]
    sources: tuple[Citation, ...]


def make_outline(  # noqa: PLR0917 - what an outline is made of
    chronicle: Chronicle,
    library: Library,
    workspace: Workspace,
    events: Iterable[Event],
    style: Style,
    made: str = "",
    words: DateWords = str,
    collection: Collection | None = None,
) -> Outline:
    """Return the outline of events, in their order; `words` says a date for people.

    Where they are those of a collection, it is called so and has the collection's headings.
    """
    writer = _Writer(chronicle, library, style)
    sections = []
    for event in events:
        mark = workspace.bookmark.get(event.id)
        entry = (collection.entry(event.id) if collection else None) or Entry(event.id)
        tags = dict.fromkeys((*event.tags, *(mark.tags if mark else ())))
        sections.append(
            Section(
                event.title,
                words(event.date.value),
                event.summary,
                mark.note if mark else "",
                tuple(tags),
                tuple(writer.quote(event, support) for support in writer.published(event)),
                entry.heading,
                entry.remark,
                event.date.value,
                tuple(dict.fromkeys(chronicle.actor[one.actor].name for one in event.participants)),
            )
        )
    title = collection.name if collection else chronicle.title
    return Outline(title, style, made, tuple(sections), tuple(writer.notes), writer.sources())


class _Writer:
    """Numbers the citations, and remembers which articles were cited."""

    def __init__(self, chronicle: Chronicle, library: Library, style: Style) -> None:
        self._chronicle = chronicle
        self._library = library
        self._style = style
        self._cited: dict[str, Article] = {}
        self.notes: list[Citation] = []

    def published(self, event: Event) -> list[Support]:
        """Return the passages of published articles that bear on an event."""
        articles = self._chronicle.article
        passages = self._chronicle.passage
        return [
            one for one in event.support
            if articles[passages[one.passage].article].kind == "published"
        ]  # fmt: skip

    def quote(self, event: Event, support: Support) -> Quoted:
        """Return a passage with its words, where they are at hand, and cite it."""
        reading = self._library.reading(support.passage)
        shown = reading if reading.in_hand else self._library.stand_in(event, support.passage)
        text = shown.quote if shown is not None and shown.in_hand else ""
        passage = self._chronicle.passage[support.passage]
        article = self._chronicle.article[passage.article]
        number = passage.paragraph
        if reading.in_hand and (whole := self._library.text(article.id)) is not None:
            begun = sum(1 for one in paragraphs(whole) if one.start <= reading.start)
            number = max(1, begun)
        self._cite(article, f"para. {number}")
        return Quoted(text, support.stance, bool(text) and not reading.in_hand, len(self.notes))

    def _cite(self, article: Article, place: str) -> None:
        cite = in_short if article.id in self._cited else in_first_note
        self._cited[article.id] = article
        self.notes.append(cite(article, self._style, place))

    def sources(self) -> tuple[Citation, ...]:
        """Return all articles cited, in full, in the order of authors and titles."""
        ordered = sorted(self._cited.values(), key=_order)
        return tuple(in_full(one, self._style) for one in ordered)


def _order(article: Article) -> tuple[str, str]:
    return (article.authors[0].family if article.authors else article.title, article.title)
