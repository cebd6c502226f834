from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import read_codebook
from explorer.model.date import parse_date
from explorer.model.invariants import violations
from explorer.model.records import Dating, Membership, Office, Participation, Support, TextQuote
from tests.builders import (
    a_chronicle,
    a_passage,
    an_actor,
    an_article,
    an_edition,
    an_event,
)

CODEBOOK = read_codebook(
    """
    [quads.talk]
    name = "Talk"
    colour = "#000000"
    dark = "#ffffff"
    [types.STATEMENT]
    name = "Statement"
    quad = "talk"
    [roles]
    participant = "Participant"
    [answers]
    silence = "Silence"
    [bases]
    stated = "Stated"
    relative = "Relative"
    [stances]
    supports = "Supports"
    """,
    "codebook.toml",
)


def sound(**event: Any) -> Chronicle:
    """Return a chronicle of one event with nothing wrong, but for the fields given of the event."""
    own = an_event(
        "2016-04-02", "first", actors=("armenia",), passages=("report.1", "brief-report.1")
    )
    return a_chronicle(
        replace(own, **event),
        articles=(an_article("report"), an_article("brief-report", kind="brief")),
        passages=(a_passage("report.1"), a_passage("brief-report.1", retells=("report.1",))),
        actors=(an_actor("armenia"),),
    )


def told(chronicle: Chronicle) -> list[tuple[str, str, str, str]]:
    """Return rule, table, id and field of each violation."""
    found = list(violations(chronicle, CODEBOOK))
    assert all(one.problem and one.remedy for one in found)
    return [(one.rule, one.table, one.id, one.field) for one in found]


def test_a_sound_chronicle_breaks_nothing() -> None:
    """Where every invariant holds there is nothing to tell."""
    assert told(sound()) == []


def test_an_empty_chronicle_breaks_nothing() -> None:
    """No record, no violation."""
    assert told(a_chronicle()) == []


DATED = Dating(parse_date("2016"), "relative")
BACKWARDS = replace(parse_date("2016"), earliest=20, latest=10)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": "one two three four five six seven eight nine ten eleven twelve"}, None),
        ({"title": " ".join("abcdefghijklm")}, ("title", "title")),
        ({"date": DATED}, ("basis", "date.note")),
        ({"date": replace(DATED, note="why")}, None),
        ({"date": replace(DATED, basis="background", note="why")}, ("codebook", "date.basis")),
        ({"date": Dating(BACKWARDS, "stated")}, ("date", "date.edtf")),
        ({"claimed_by": "armenia"}, None),
        ({"type": "DANCE"}, ("codebook", "type")),
        (
            {"participants": (Participation("armenia", "dancer"),)},
            ("codebook", "participants[0].role"),
        ),
        (
            {"support": (Support("report.1"), Support("brief-report.1", "disputes"))},
            ("codebook", "support[1].stance"),
        ),
        ({"support": (Support("report.1"),)}, ("brief", "support[0].passage")),
        ({"support": (Support("brief-report.1"),)}, ("support", "support")),
        ({"support": ()}, ("support", "support")),
    ],
)
def test_each_invariant_of_an_event(
    fields: dict[str, Any], expected: tuple[str, str] | None
) -> None:
    """What breaks one is told by its rule and its field; what just keeps it is not."""
    found = [one for one in told(sound(**fields)) if one[0] != "codebook" or expected]
    assert found == ([(expected[0], "events", "first", expected[1])] if expected else [])


def test_a_mention_is_no_support() -> None:
    """An event that is mentioned everywhere and supported nowhere has no support."""
    support = (Support("report.1", "mentions"), Support("brief-report.1", "mentions"))
    assert ("support", "events", "first", "support") in told(sound(support=support))


def test_a_claimant_must_be_an_actor() -> None:
    """A name that no actor has is told, although no store lets it in."""
    chronicle = sound()
    (event,) = chronicle.events
    claimed = replace(chronicle, events=(replace(event, claimed_by="nobody"),))
    assert told(claimed) == [("claimant", "events", "first", "claimed_by")]


def test_a_codebook_need_not_name_bases_and_stances() -> None:
    """They are the records' own; a codebook without names for them forbids none."""
    silent = replace(CODEBOOK, bases={}, stances={})
    assert list(violations(sound(), silent)) == []


def test_dates_of_articles_and_standings_are_checked() -> None:
    """Whatever has bounds has them in order."""
    office = Office("Chair", "armenia", BACKWARDS, ("report.1",))
    member = Membership("armenia", "member", BACKWARDS)
    chronicle = sound()
    chronicle = replace(
        chronicle,
        articles=tuple(replace(one, issued=BACKWARDS) for one in chronicle.articles[:1])
        + chronicle.articles[1:],
        actors=(an_actor("armenia", offices=(office,), memberships=(member,)),),
    )
    assert told(chronicle) == [
        ("date", "articles", "report", "issued"),
        ("date", "actors", "armenia", "offices[0].dates"),
        ("date", "actors", "armenia", "memberships[0].dates"),
    ]


def test_an_actor_that_nothing_names_is_told() -> None:
    """One that takes part, claims, is a seat of offices, or has an attested standing is used."""
    office = Office("Chair", "league", parse_date("2016"))
    attested = Membership("armenia", "observer", parse_date("2016"), ("report.1",))
    chronicle = replace(
        sound(),
        actors=(
            an_actor("armenia"),
            an_actor("idle"),
            an_actor("chair", offices=(office,)),
            an_actor("league"),
            an_actor("watcher", memberships=(attested,)),
        ),
    )
    assert told(chronicle) == [
        ("unused actor", "actors", "idle", ""),
        ("unused actor", "actors", "chair", ""),
    ]


def test_a_passage_must_lie_in_an_edition_of_its_article() -> None:
    """An edition of another article, or a stretch beyond its end, is told."""
    chronicle = sound()
    strange = replace(chronicle.passages[0], edition="brief-report-edition")
    assert told(replace(chronicle, passages=(strange, chronicle.passages[1]))) == [
        ("edition", "passages", "report.1", "edition")
    ]
    short = an_edition("report", length=17)
    assert told(replace(chronicle, editions=(short, chronicle.editions[1]))) == [
        ("offsets", "passages", "report.1", "end")
    ]


def test_a_passage_needs_a_fingerprint_or_its_words() -> None:
    """Without either nobody could find it in another edition."""
    chronicle = sound()
    bare = replace(chronicle.passages[0], fingerprint=())
    rest = chronicle.passages[1:]
    assert told(replace(chronicle, passages=(bare, *rest))) == [
        ("fingerprint", "passages", "report.1", "fingerprint")
    ]
    quoted = replace(bare, quote=TextQuote("Alpha spoke first."))
    assert told(replace(chronicle, passages=(quoted, *rest))) == []


def test_a_violation_reads_as_one_line() -> None:
    """Table, id, field, what is wrong and what to do; long and odd values are cut."""
    (one,) = violations(sound(type="DANCE\n" + "!" * 90), CODEBOOK)
    assert str(one).startswith("events first, type: 'DANCE\\n!!!")
    assert "…' is no type of the codebook; use one of STATEMENT" in str(one)
    assert "\n" not in str(one)
