"""Made-up codings for the tests of agreement; no test stands here."""

from __future__ import annotations

from hypothesis import strategies as st

from explorer.model.codebook import read_codebook
from explorer.model.date import parse_date
from explorer.sources.agreement_sheets import (
    CodedDisagreement,
    CodedEvent,
    CodedLink,
    Coding,
    Evidence,
    Sentence,
)

CODEBOOK = read_codebook(
    """
    quads.talk = { name = "Talk", colour = "#000000", dark = "#ffffff" }
    quads.deed = { name = "Deed", colour = "#000000", dark = "#ffffff" }
    types.ASK = { name = "Ask", quad = "talk" }
    types.SAY = { name = "Say", quad = "talk" }
    types.ACT = { name = "Act", quad = "deed" }
    """,
    "codebook.toml",
)


def places(*numbers: int) -> Evidence:
    """Return sentences of one article by their numbers."""
    return frozenset(Sentence("herald", 1, number) for number in numbers)


def found(
    id: str,  # noqa: A002 - the record's own word
    *numbers: int,
    date: str = "2001-05",
    kind: str = "ASK",
    actors: str = "guild",
    claimed_by: str = "",
) -> CodedEvent:
    """Return an event that stands in these sentences."""
    named = frozenset(actors.split())
    return CodedEvent(id, id, parse_date(date), kind, named, claimed_by, places(*numbers))


SENTENCES = st.sets(st.integers(1, 6), min_size=1, max_size=3)


@st.composite
def codings(draw: st.DrawFn, prefix: str = "e") -> Coding:
    """Draw a coding whose events crowd into few sentences, with links and disagreements."""
    events = tuple(
        found(
            f"{prefix}{at}",
            *draw(SENTENCES),
            date=draw(st.sampled_from(["2001", "2001-05", "2001-05-03", "2003/2004"])),
            kind=draw(st.sampled_from(["ASK", "SAY", "ACT", "ODD"])),
            actors=draw(st.sampled_from(["", "guild", "guild council", "council"])),
            claimed_by=draw(st.sampled_from(["", "guild"])),
        )
        for at in range(draw(st.integers(0, 6)))
    )
    if not events:
        return Coding(())
    named = st.sampled_from([one.id for one in events])
    kinds = st.sampled_from(["responds_to", "causes"])
    links = draw(st.lists(st.builds(CodedLink, named, named, kinds), max_size=5, unique=True))
    differing = tuple(
        CodedDisagreement(
            f"{prefix}d{at}",
            draw(st.sampled_from(["contradiction", "framing"])),
            draw(st.sampled_from(["date", "actor"])),
            tuple(places(*one) for one in draw(st.lists(SENTENCES, min_size=2, max_size=3))),
            frozenset(draw(st.sets(named, min_size=1, max_size=2))),
        )
        for at in range(draw(st.integers(0, 3)))
    )
    return Coding(events, tuple(links), differing)
