"""A small chronicle about herons, with a brief, a text in hand, notes and names in many scripts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from explorer.model.chronicle import Chronicle
from explorer.model.date import parse_date
from explorer.model.filters import words_of
from explorer.model.finding import Ground
from explorer.model.notes import Note
from explorer.model.records import (
    Actor,
    Article,
    Author,
    Dating,
    Edition,
    Event,
    Participation,
    Passage,
    Support,
)
from explorer.model.workspace import Bookmark, Workspace
from explorer.search.making import make_search
from explorer.search.search import Results, Search
from explorer.sources.library import Library, make_library, text_sha256

TEXT = (
    "Two herons met at the ford.\n\n"
    "Ильхам Алиев counted the herons, and O'Brien wrote C++ about it.\n\n"
    "Nobody asked the frogs. A café near the ford was shut."
)
BRIEF = "Herons meet.\n\nThe frogs were not asked; Aliyev counted."


@dataclass(frozen=True)
class Reader:
    """What a reader has open, and how it is searched."""

    chronicle: Chronicle
    library: Library
    workspace: Workspace
    search: Search
    ground: Ground

    def find(self, text: str, most: int = 20) -> Results:
        """Search."""
        return self.search.find(text, self.ground, most)

    def found(self, text: str) -> list[str]:
        """Return what is found as `kind:id`, in order."""
        groups = self.find(text).groups
        return [f"{one.document.kind}:{one.document.id}" for g in groups for one in g.hits]


def reader(text: str = TEXT, notes: tuple[Note, ...] = ()) -> Reader:
    """Open the chronicle with a text in hand and notes."""
    chronicle = _chronicle()
    library = make_library(chronicle, {"marsh-news": text} if text else {})
    noted = (Note("event", "meeting", "Ask the **frogs** about it."), *notes)
    workspace = Workspace("herons", (Bookmark("count", note="Reeds everywhere"),), notes=noted)
    search = make_search(chronicle, library, workspace, None)
    noted_events = frozenset(one.target for one in workspace.notes if one.kind == "event")
    words = words_of(chronicle, library.in_hand(), {"MEET": "Meeting"})
    ground = Ground(chronicle, words, workspace.bookmark, noted_events)
    return Reader(chronicle, library, workspace, search, ground)


@pytest.fixture(scope="module")
def herons() -> Reader:
    """The chronicle with its text in hand."""
    return reader()


def _chronicle() -> Chronicle:
    def dated(value: str) -> Dating:
        return Dating(parse_date(value), "stated")

    at = TEXT.index("Two"), TEXT.index("\n\n")
    brief_at = 0, BRIEF.index("\n\n")
    passages = (
        Passage("p1", "marsh-news", "marsh-news-1", 1, *at, text_sha256(TEXT[at[0] : at[1]])),
        Passage(
            "b1", "brief", "brief-1", 1, *brief_at, text_sha256(BRIEF[: brief_at[1]]),
            retells=("p1",),
        ),
    )  # fmt: skip
    events = (
        Event(
            "meeting", "Herons meet at the ford", "Two of them talk.", dated("2016-04-05"), "MEET",
            (Participation("armenia", "party"),), support=(Support("p1"), Support("b1")),
        ),
        Event(
            "count", "A count of birds", "A long count.", dated("2018"), "MEET",
            (Participation("aliyev", "party"),), place="Ford",
        ),
    )  # fmt: skip
    actors = (
        Actor("aliyev", "Ilham Aliyev", "person", ("İlham Əliyev", "Ильхам Алиев", "Իլհամ Ալիև")),
        Actor("armenia", "Armenia", "state", ("Yerevan", "Հայաստան", "U.S."), "A country."),
    )
    articles = (
        Article("marsh-news", "published", "News of the marsh", authors=(Author("Reed", "Ann"),)),
        Article("brief", "brief", "Brief", derived_from="marsh-news"),
    )
    editions = (
        Edition("marsh-news-1", "marsh-news", text_sha256(TEXT), len(TEXT)),
        Edition("brief-1", "brief", text_sha256(BRIEF), len(BRIEF), BRIEF),
    )
    return Chronicle("herons", "Herons", "", articles, editions, passages, actors, events)
